-- Copies: how the task rows of workspaces learn what a run did for them.
--
-- What a run did is written to machinery tables first, which no tenant can read or lock. The task rows are
-- for people. They are written afterwards, and only as far as nobody holds a lock: what is left is copied
-- by the next reconcile.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.hold_run_workspaces(p_run_id uuid) returns uuid[]
language sql set search_path = ''
as $$
  -- The key share lock keeps a workspace from being deleted until we are done, and its rows from being held by that.
  select coalesce(array_agg(held.id), array[]::uuid[])
  from (
    select k.id
    from public.workspaces k
    where k.id = any (array(select w.workspace_id from nightshift.run_workspaces w where w.run_id = p_run_id))
    order by k.id
    for key share skip locked
  ) held
$$;
comment on function nightshift.hold_run_workspaces(uuid) is
'The workspaces that a run touched, except those that somebody is deleting.';
revoke all on function nightshift.hold_run_workspaces(uuid) from public;

create or replace function nightshift.copy_task_rows(p_run_id uuid, p_workspace_ids uuid[]) returns integer
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_copied integer;
begin
  -- Whoever changes one of these rows from here on must find it copied, or copy it again.
  perform
  from nightshift.run_workspaces w
  where w.run_id = p_run_id and w.needs_copy and w.workspace_id = any (p_workspace_ids)
  order by w.workspace_id
  for no key update;

  insert into public.autonomous_tasks
    (id, workspace_id, task_type, status, input_data, output_data, executed_at, triggered_by, agent_name)
  select w.task_id, w.workspace_id, run.task_type, 'running', jsonb_build_object('run_id', w.run_id),
    coalesce(w.counts, '{"emails_processed": 0, "emails_failed": 0}'), w.started_at, run.triggered_by, run.agent_name
  from nightshift.run_workspaces w
  join public.autonomous_tasks run on run.id = w.run_id
  where w.run_id = p_run_id and not w.is_logged and w.workspace_id = any (p_workspace_ids)
  order by w.workspace_id
  on conflict (id) do nothing;

  with free as ( -- task rows that nobody holds
    select t.id, t.status = 'running' as is_running
    from nightshift.run_workspaces w
    join public.autonomous_tasks t on t.id = w.task_id
    where w.run_id = p_run_id and w.needs_copy and w.workspace_id = any (p_workspace_ids)
    for no key update of t skip locked
  ), told as (
    update public.autonomous_tasks t
    set status = w.status,
      output_data = coalesce(w.counts,
        jsonb_build_object('emails_processed', w.processed, 'emails_failed', w.failed)),
      error_message = left(w.message, 10000), cost_estimate_usd = w.cost_usd,
      completed_at = case when w.ended_at is not null then greatest(w.ended_at, t.executed_at) end
    from free f
    join nightshift.run_workspaces w on w.task_id = f.id
    where t.id = f.id and f.is_running
  ), priced as ( -- the costs of a task may become known after its end
    update public.autonomous_tasks t
    set cost_estimate_usd = w.cost_usd
    from free f
    join nightshift.run_workspaces w on w.task_id = f.id
    where t.id = f.id and not f.is_running and t.cost_estimate_usd is distinct from w.cost_usd
  )
  update nightshift.run_workspaces w
  set is_logged = true, needs_copy = false
  where w.run_id = p_run_id and w.needs_copy and w.workspace_id = any (p_workspace_ids)
    and (w.task_id in (select f.id from free f)
      -- Somebody has deleted the task row.
      or (w.is_logged and not exists (select from public.autonomous_tasks t where t.id = w.task_id)));
  get diagnostics v_copied = row_count;
  return v_copied;
end
$$;
comment on function nightshift.copy_task_rows(uuid, uuid[]) is
'Part of copy_run: copies what a run did for these workspaces to their task rows. Skips rows that somebody holds. '
'Returns how many were copied.';
revoke all on function nightshift.copy_task_rows(uuid, uuid[]) from public;

create or replace function nightshift.copy_run(p_run_id uuid) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '300 milliseconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_workspace_ids uuid[] := nightshift.hold_run_workspaces(p_run_id);
  v_workspace_id uuid;
  v_copied integer := 0;
begin
  begin
    return nightshift.copy_task_rows(p_run_id, v_workspace_ids);
  exception when others then
    raise debug 'The task rows of run % are copied one by one: % (%)', p_run_id, sqlerrm, sqlstate;
  end;
  foreach v_workspace_id in array v_workspace_ids loop
    exit when clock_timestamp() > v_until;
    begin
      v_copied := v_copied + nightshift.copy_task_rows(p_run_id, array[v_workspace_id]);
    exception when others then
      raise debug 'The task row of workspace % waits for reconcile: % (%)', v_workspace_id, sqlerrm, sqlstate;
    end;
  end loop;
  return v_copied;
end
$$;
comment on function nightshift.copy_run(uuid) is
'Copies what a run did to the task rows of its workspaces. A row that cannot be written now stops neither the others '
'nor the caller: the next reconcile copies it. Returns how many were copied.';
revoke all on function nightshift.copy_run(uuid) from public;

