-- Undoes the task type lead_scoring_batch of the database worker. The scores stay.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types where task_type = 'lead_scoring_batch';
  end if;
end
$$;
drop function if exists nightshift.lead_scoring_batch_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.lead_scoring_batch_due(uuid, integer, timestamptz);
drop function if exists nightshift.list_workspaces_to_score(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.score_piece(uuid, integer, timestamptz);
drop function if exists nightshift.take_contacts_to_score(uuid, date, integer);
drop function if exists nightshift.write_scores(uuid, uuid[], date);
