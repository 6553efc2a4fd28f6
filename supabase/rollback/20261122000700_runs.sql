-- Undoes runs.

drop function if exists nightshift.report_run(uuid, timestamptz);
drop function if exists nightshift.beat_run(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.start_run(uuid, text, jsonb, integer, timestamptz);
do $$
begin
  -- The policies of the log call it, so it stays where the log is.
  if to_regprocedure('nightshift.is_runner_row(uuid)') is not null then
    create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
    language sql stable security definer cost 1 set search_path = '' as 'select false';
  end if;
end
$$;
drop table if exists nightshift.run_workspaces;
drop table if exists nightshift.run_leases;
