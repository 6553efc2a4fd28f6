-- Undoes lead scores; they are computed again when the migration runs again, their history is lost.

drop function if exists nightshift.compute_scores(uuid, uuid[], date);
do $$
begin
  if to_regtype('public.scoring_models') is not null then
    drop function if exists nightshift.group_signals(uuid, uuid[], date, public.scoring_models);
    drop function if exists nightshift.read_signals(uuid, uuid[], date, public.scoring_models);
  end if;
end
$$;
drop function if exists nightshift.find_model(uuid);
do $$
begin
  if to_regclass('public.contacts') is not null then
    drop trigger if exists drop_score_history on public.contacts;
    drop trigger if exists drop_all_score_history on public.contacts;
  end if;
end
$$;
drop function if exists nightshift.drop_score_history();
drop table if exists public.lead_score_history;
drop table if exists public.lead_scores;
