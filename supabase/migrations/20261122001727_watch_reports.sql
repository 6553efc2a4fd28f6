-- Watch reports: how watched jobs reach those who watch them.
--
-- Each start and end of a task whose job is watched leaves a line here, from whichever way it was logged. The line has
-- the clock of the database and the id of the task. Reconcile takes the lines, decides by them, and reads no row
-- of the log for it. Adding a line waits for nobody.
-- Locks: brief exclusive lock on public.autonomous_tasks. Time: milliseconds.

create table if not exists nightshift.watch_reports (
  id bigint primary key generated always as identity,
  watch_id uuid not null,
  task_id uuid not null,
  status text not null,
  is_late boolean not null default false,
  message text,
  reported_at timestamptz not null default clock_timestamp()
);
create index if not exists watch_reports_watch_idx on nightshift.watch_reports (watch_id, id);
alter table nightshift.watch_reports enable row level security;
revoke all on nightshift.watch_reports from public;
comment on table nightshift.watch_reports is
'Starts and ends of watched jobs that reconcile has not looked at yet. No foreign keys, so that adding waits for '
'nobody.';
comment on column nightshift.watch_reports.id is 'in the order in which they came';
comment on column nightshift.watch_reports.watch_id is 'the watch';
comment on column nightshift.watch_reports.task_id is 'the task';
comment on column nightshift.watch_reports.status is 'its status from then on; of a late end, what the job reported';
comment on column nightshift.watch_reports.is_late is 'the task had been failed by its watch, and stays so';
comment on column nightshift.watch_reports.message is 'the error that came with it, up to 300 characters';
comment on column nightshift.watch_reports.reported_at is 'when, by the clock of the database';

create table if not exists nightshift.closed_runs (
  task_id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  closed_at timestamptz not null,
  end_status text
);
create index if not exists closed_runs_age_idx on nightshift.closed_runs (closed_at);
create index if not exists closed_runs_workspace_idx on nightshift.closed_runs (workspace_id);
alter table nightshift.closed_runs enable row level security;
revoke all on nightshift.closed_runs from public;
comment on table nightshift.closed_runs is
'Tasks that were failed because their job did not report an end. The end may still come. Pruned after 90 days.';
comment on column nightshift.closed_runs.task_id is 'the task';
comment on column nightshift.closed_runs.workspace_id is 'its workspace';
comment on column nightshift.closed_runs.closed_at is 'when it was failed';
comment on column nightshift.closed_runs.end_status is 'the end that its job reported afterwards; null: none yet';

create or replace function nightshift.note_watched_tasks() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  -- Set by admit_caller for the length of a transaction. Only our functions call it for a token.
  v_token_id uuid := nullif(current_setting('nightshift.token_id', true), '');
begin
  if not exists (select from public.job_watches) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into nightshift.watch_reports (watch_id, task_id, status, message)
    select w.id, n.id, n.status, left(n.error_message, 300)
    from new_tasks n
    join public.job_watches w on w.workspace_id = n.workspace_id and w.enabled
      and (w.agent_name is null or w.agent_name = n.agent_name) and (w.task_type is null or w.task_type = n.task_type)
      and (w.token_id is null or w.token_id = v_token_id)
    where n.status <> 'pending';
  else
    insert into nightshift.watch_reports (watch_id, task_id, status, message)
    select w.id, n.id, n.status, left(n.error_message, 300)
    from new_tasks n
    -- Jobs of our own agents run beside each other, and each has its attempts: only how they end is a report.
    join old_tasks o on o.id = n.id and o.status <> n.status
      and (n.status <> 'running' or not nightshift.is_runner_row(n.id))
    join public.job_watches w on w.workspace_id = n.workspace_id and w.enabled
      and (w.agent_name is null or w.agent_name = n.agent_name) and (w.task_type is null or w.task_type = n.task_type)
      and (w.token_id is null or w.token_id = v_token_id);
  end if;
  return null;
end
$$;
comment on function nightshift.note_watched_tasks() is
'Leaves a line in nightshift.watch_reports for each start and end of a task whose job is watched.';
revoke all on function nightshift.note_watched_tasks() from public;

-- What reconcile fails itself is no report of the job.
create or replace trigger note_new_tasks
after insert on public.autonomous_tasks
referencing new table as new_tasks
for each statement execute function nightshift.note_watched_tasks();
create or replace trigger note_changed_tasks
after update on public.autonomous_tasks
referencing old table as old_tasks new table as new_tasks
for each statement when (current_setting('nightshift.closes_tasks', true) is distinct from 'on')
execute function nightshift.note_watched_tasks();

create or replace function nightshift.close_silent_task(p_task_id uuid, p_workspace_id uuid, p_message text,
  p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_status text;
begin
  -- A job of our own has attempts and a lease. Between two attempts its row stays running.
  if nightshift.is_runner_row(p_task_id) then
    return true;
  end if;
  -- A row that somebody holds is failed later, and one that has ended stays as it is.
  select t.status into v_status
  from public.autonomous_tasks t
  where t.id = p_task_id and t.workspace_id = p_workspace_id
  for no key update skip locked;
  if v_status is null then
    return not exists (
      select from public.autonomous_tasks t where t.id = p_task_id and t.workspace_id = p_workspace_id);
  elsif v_status <> 'running' then
    return true;
  end if;
  perform set_config('nightshift.closes_tasks', 'on', true);
  update public.autonomous_tasks t
  set status = 'failed', error_message = p_message, completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id;
  perform set_config('nightshift.closes_tasks', '', true);
  insert into nightshift.closed_runs (task_id, workspace_id, closed_at)
  values (p_task_id, p_workspace_id, p_now)
  on conflict do nothing;
  return true;
end
$$;
comment on function nightshift.close_silent_task(uuid, uuid, text, timestamptz) is
'Fails a running task whose job did not report an end, with a sentence, and remembers that. False while somebody holds '
'its row. Rows of the runner stay as they are.';
revoke all on function nightshift.close_silent_task(uuid, uuid, text, timestamptz) from public;

create or replace function public.note_late_end(p_task_id uuid, p_status text, p_message text default null)
returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_run nightshift.closed_runs;
begin
  select c.* into v_run
  from nightshift.closed_runs c
  where c.task_id = p_task_id and (coalesce(auth.role(), 'none') = 'service_role'
    or c.workspace_id in (select nightshift.my_writable_workspaces()))
  for update;
  if not found or p_status not in ('completed', 'failed', 'partial_failure') is not false then
    return false;
  elsif v_run.end_status is null then
    update nightshift.closed_runs c set end_status = p_status where c.task_id = p_task_id;
    insert into nightshift.watch_reports (watch_id, task_id, status, is_late, message)
    select w.id, t.id, p_status, true, left(p_message, 300)
    from public.autonomous_tasks t
    join public.job_watches w on w.workspace_id = t.workspace_id and w.enabled
      and (w.agent_name is null or w.agent_name = t.agent_name) and (w.task_type is null or w.task_type = t.task_type)
      and (w.token_id is null or w.token_id::text = current_setting('nightshift.token_id', true))
    where t.id = p_task_id and t.workspace_id = v_run.workspace_id;
  end if;
  return true;
end
$$;
comment on function public.note_late_end(uuid, text, text) is
'Part of change_task, log_tasks and ping_task: a job reports the end (completed, failed or partial_failure) of a task '
'that had been failed because no end came. The task stays as it is, the end is kept beside the watch. False when the '
'task was not failed for that reason.';
revoke all on function public.note_late_end(uuid, text, text) from public, anon, authenticated, service_role;
grant execute on function public.note_late_end(uuid, text, text) to authenticated, service_role;
