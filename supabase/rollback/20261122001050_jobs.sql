-- Undoes jobs; what waits for agents is lost, and the task rows of it stay as they are.

do $$
begin
  if to_regclass('public.task_schedules') is not null then
    drop trigger if exists end_jobs_of_agent on public.task_schedules;
    drop trigger if exists end_runs_of_agent on public.task_schedules;
    drop trigger if exists keep_target_of_jobs on public.task_schedules;
  end if;
end
$$;
drop function if exists nightshift.end_jobs_of_agent();
drop function if exists nightshift.end_runs_of_agent();
drop function if exists nightshift.keep_target_of_jobs();
do $$
begin
  -- The policies of the log call it, so it stays where the log is.
  if to_regprocedure('nightshift.is_runner_row(uuid)') is not null
    and to_regclass('nightshift.run_workspaces') is not null
  then
    create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
    language sql stable security definer cost 1 set search_path = ''
    as 'select exists (select from nightshift.run_workspaces w where w.task_id = p_task_id)';
  end if;
end
$$;
drop table if exists nightshift.agent_workspaces;
drop table if exists nightshift.agent_choices;
drop function if exists nightshift.keep_agent_choice();
drop table if exists nightshift.agent_wakes;
drop table if exists nightshift.job_turns;
drop table if exists nightshift.jobs;
