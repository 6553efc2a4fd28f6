-- Undoes model days. The ledger stays.

do $$
begin
  if to_regclass('public.ai_usage') is not null then
    drop trigger if exists note_days_of_new on public.ai_usage;
    drop trigger if exists note_days_of_changed on public.ai_usage;
    drop trigger if exists note_days_of_old on public.ai_usage;
    drop trigger if exists forget_all_model_days on public.ai_usage;
  end if;
end
$$;
drop trigger if exists forget_model_days on public.workspaces;
drop function if exists nightshift.fold_model_days(integer);
drop function if exists nightshift.forget_model_days();
drop function if exists nightshift.note_model_days();
drop view if exists nightshift.model_days_now;
drop table if exists nightshift.model_day_changes;
drop table if exists nightshift.model_days;
