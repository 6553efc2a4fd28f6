-- Requests about jobs: one for each workspace, cancel, do again, and list.
--
-- None of these checks who calls: their wrappers do. Where a workspace is given they look inside it alone.
-- Locks: rows only. Time: milliseconds; 10,000 workspaces take less than a second.

create or replace function nightshift.enqueue_for_workspaces(p_agent public.task_schedules, p_slot timestamptz,
  p_now timestamptz default clock_timestamp()) returns integer
-- Statistics lag behind a table that has just been filled, and no table may be read once for each workspace.
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_lanes uuid[];
begin
  with chosen as materialized ( -- whoever deletes a workspace makes nobody wait
    select w.id
    from public.workspaces w
    where (not exists (select from nightshift.agent_choices c where c.schedule_id = p_agent.id)
        or exists (
          select from nightshift.agent_workspaces a where a.schedule_id = p_agent.id and a.workspace_id = w.id))
      -- One that still has a job of an earlier scheduled time gets no second one beside it.
      and (p_agent.overlap_policy = 'allow' or not exists (
        select from nightshift.jobs j
        where j.schedule_id = p_agent.id and j.lane = w.id and j.slot is not null and j.state <> 'ended'))
    order by w.id
    for key share skip locked
  ), numbered as materialized (
    -- time_ordered_uuid(), spelled out for speed
    select c.id as workspace_id, encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid as task_id
    from chosen c
  ), queued as (
    insert into nightshift.jobs
      (task_id, schedule_id, workspace_id, slot, payload, run_at, state, max_attempts, created_at)
    select n.task_id, p_agent.id, n.workspace_id, p_slot, p_agent.payload, p_now, 'ready', p_agent.max_attempts, p_now
    from numbered n
    returning lane
  ), logged as (
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, executed_at, triggered_by, agent_name)
    select n.task_id, n.workspace_id, p_agent.task_type, 'pending',
      p_agent.payload || jsonb_build_object('schedule', p_agent.name, 'slot', p_slot), p_now, 'cron', p_agent.name
    from numbered n
  )
  select array_agg(q.lane) into v_lanes from queued q;
  if v_lanes is not null then
    perform nightshift.mark_lanes(p_agent.id, v_lanes, array_fill(null::timestamptz, array[cardinality(v_lanes)]));
  end if;
  return coalesce(cardinality(v_lanes), 0);
end
$$;
comment on function nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz) is
'Makes one job of an agent for each workspace, or for those in agent_workspaces, at a scheduled time. With the overlap '
'policy skip a workspace is left out while it has an unfinished one. Returns how many.';
revoke all on function nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.cancel_job(p_task_id uuid, p_workspace_id uuid default null,
  p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_job nightshift.jobs;
  v_outcome text;
begin
  select j.* into v_job
  from nightshift.jobs j
  where j.task_id = p_task_id and (p_workspace_id is null or j.workspace_id = p_workspace_id)
  for update;
  if v_job.task_id is null then
    -- A completed job leaves its row in the log only.
    return jsonb_build_object('outcome', case when exists (
      select from public.autonomous_tasks t
      join public.task_schedules s on s.name = t.agent_name and s.task_type = t.task_type
      where t.id = p_task_id and (p_workspace_id is null or t.workspace_id = p_workspace_id)
        and t.status not in ('pending', 'running')) then 'already_ended' else 'not_found' end, 'task_id', p_task_id);
  elsif v_job.state = 'ended' then
    v_outcome := 'already_ended';
  elsif v_job.state = 'running' then
    update nightshift.jobs j set cancel_requested_at = coalesce(j.cancel_requested_at, p_now)
    where j.task_id = p_task_id;
    v_outcome := 'requested';
  else
    update nightshift.jobs j
    set state = 'ended', outcome = 'cancelled', ended_at = p_now, cancel_requested_at = p_now
    where j.task_id = p_task_id;
    update public.autonomous_tasks t
    set status = 'cancelled', error_message = 'Cancelled on request.', completed_at = greatest(p_now, t.executed_at)
    where t.id = p_task_id and t.workspace_id is not distinct from v_job.workspace_id
      and t.status in ('pending', 'running');
    v_outcome := 'cancelled';
  end if;
  return jsonb_build_object('outcome', v_outcome, 'task_id', p_task_id);
end
$$;
comment on function nightshift.cancel_job(uuid, uuid, timestamptz) is
'Cancels a job: one that waits at once, one that runs when its work has stopped or its lease has ended. Outcome: '
'cancelled, requested, already_ended or not_found. p_workspace_id: only there; null: anywhere.';
revoke all on function nightshift.cancel_job(uuid, uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.repeat_jobs(p_task_ids uuid[], p_triggered_by text, p_now timestamptz)
returns table (task_id uuid, repeated_by uuid)
language plpgsql set search_path = ''
as $$
declare
  v_jobs jsonb;
  v_agent_id uuid;
  v_lanes uuid[];
begin
  with old as (
    select j.*, nightshift.time_ordered_uuid() as new_id
    from nightshift.jobs j
    where j.task_id = any (p_task_ids) and j.state = 'ended' and j.outcome <> 'completed' and j.retried_as is null
    order by j.seq
    for update skip locked
  ), marked as ( -- the key goes over to the job that does it again
    update nightshift.jobs j set retried_as = o.new_id, key = null from old o where j.task_id = o.task_id
  ), logged as (
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, executed_at, triggered_by, agent_name)
    select o.new_id, o.workspace_id, s.task_type, 'pending', o.payload, p_now, p_triggered_by, s.name
    from old o
    join public.task_schedules s on s.id = o.schedule_id
    order by o.seq
  )
  select jsonb_agg(jsonb_build_object('old_id', o.task_id, 'new_id', o.new_id, 'key', o.key) order by o.seq) into v_jobs
  from old o;

  insert into nightshift.jobs
    (task_id, schedule_id, workspace_id, key, payload, priority, run_at, state, max_attempts, created_at)
  select r.new_id, j.schedule_id, j.workspace_id, r.key, j.payload, j.priority, p_now, 'ready', s.max_attempts, p_now
  from jsonb_to_recordset(v_jobs) as r (old_id uuid, new_id uuid, key text)
  join nightshift.jobs j on j.task_id = r.old_id
  join public.task_schedules s on s.id = j.schedule_id
  order by j.seq;
  for v_agent_id, v_lanes in
    select j.schedule_id, array_agg(distinct j.lane)
    from jsonb_to_recordset(v_jobs) as r (new_id uuid)
    join nightshift.jobs j on j.task_id = r.new_id
    group by j.schedule_id
  loop
    perform nightshift.mark_lanes(v_agent_id, v_lanes, array_fill(null::timestamptz, array[cardinality(v_lanes)]));
    perform nightshift.wake_agent(s, p_now) from public.task_schedules s where s.id = v_agent_id;
  end loop;
  return query select r.old_id, r.new_id from jsonb_to_recordset(v_jobs) as r (old_id uuid, new_id uuid);
end
$$;
comment on function nightshift.repeat_jobs(uuid[], text, timestamptz) is
'Enqueues jobs again that failed or were cancelled, each as a new task with new attempts. Returns which is done by '
'which.';
revoke all on function nightshift.repeat_jobs(uuid[], text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.retry_job(p_task_id uuid, p_workspace_id uuid default null,
  p_triggered_by text default 'api', p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_job nightshift.jobs;
  v_new_id uuid;
begin
  select j.* into v_job
  from nightshift.jobs j
  where j.task_id = p_task_id and (p_workspace_id is null or j.workspace_id = p_workspace_id)
  for update;
  if v_job.task_id is null then
    return jsonb_build_object('outcome', 'not_found', 'task_id', null);
  elsif v_job.state <> 'ended' or v_job.outcome = 'completed' then
    return jsonb_build_object('outcome', 'not_failed', 'task_id', null);
  elsif v_job.retried_as is not null then
    return jsonb_build_object('outcome', 'exists', 'task_id', v_job.retried_as);
  end if;
  select r.repeated_by into v_new_id from nightshift.repeat_jobs(array[p_task_id], p_triggered_by, p_now) r;
  return jsonb_build_object('outcome', 'created', 'task_id', v_new_id);
end
$$;
comment on function nightshift.retry_job(uuid, uuid, text, timestamptz) is
'Does a job again that failed or was cancelled in the last 30 days, as a new task with new attempts. Outcome: created, '
'exists (that was done before), not_failed or not_found; task_id: the new task. p_workspace_id: only there; null: '
'anywhere.';
revoke all on function nightshift.retry_job(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.requeue_jobs(p_agent text, p_workspace_id uuid default null,
  p_triggered_by text default 'api', p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most_jobs constant integer := 10000;
  v_agent public.task_schedules := nightshift.find_agent(p_agent);
  v_requeued integer;
begin
  select count(*) into v_requeued
  from nightshift.repeat_jobs(array(
    select j.task_id
    from nightshift.jobs j
    where j.schedule_id = v_agent.id and (p_workspace_id is null or j.workspace_id = p_workspace_id)
      and j.state = 'ended' and j.outcome = 'failed' and j.retried_as is null
    order by j.ended_at
    limit c_most_jobs), p_triggered_by, p_now);
  return jsonb_build_object('outcome', 'requeued', 'requeued', v_requeued);
end
$$;
comment on function nightshift.requeue_jobs(text, uuid, text, timestamptz) is
'Does all failed jobs of an agent again, of one workspace or with null of all, up to 10,000 at once, each as a new '
'task. Returns {outcome, requeued}. Errors: PT404 agent_not_found, PT409 agent_takes_no_jobs.';
revoke all on function nightshift.requeue_jobs(text, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;
