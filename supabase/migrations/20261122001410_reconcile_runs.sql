-- Reconcile, second part: runs that died, and further attempts.
--
-- Each run and each dispatch is one item in a subtransaction of its own, so that one that cannot be
-- handled stops no other.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.judge_agent_run(p_lease nightshift.run_leases, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_error constant text := 'The run stopped without reporting its end. The log of the function may say why.';
begin
  perform nightshift.give_back_jobs(p_lease.run_id, p_lease.schedule_id, c_error, p_now);
  perform nightshift.end_agent_run(l, c_error, p_now) from nightshift.run_leases l where l.run_id = p_lease.run_id;
  update public.task_dispatches d
  set verdict = 'stalled', detail = format('The run started but stopped without reporting its end: its lease ended '
    'at %s UTC.', to_char(p_lease.expires_at at time zone 'utc', 'HH24:MI:SS'))
  where d.task_id = p_lease.run_id and d.verdict = 'accepted';
  return true;
end
$$;
comment on function nightshift.judge_agent_run(nightshift.run_leases, timestamptz) is
'Part of judge_runs: a run of jobs whose lease has ended. Its jobs go on in other runs, and that was an attempt.';
revoke all on function nightshift.judge_agent_run(nightshift.run_leases, timestamptz) from public;

create or replace function nightshift.judge_run(p_run_id uuid, p_expires_at timestamptz, p_now timestamptz)
  returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_status text := (select t.status from public.autonomous_tasks t where t.id = p_run_id and t.workspace_id is null);
  v_lease nightshift.run_leases;
  v_dispatch record;
begin
  select l.* into v_lease from nightshift.run_leases l where l.run_id = p_run_id;
  if v_lease.schedule_id is not null then
    return nightshift.judge_agent_run(v_lease, p_now);
  end if;
  select d.id, d.verdict into v_dispatch
  from public.task_dispatches d
  where d.task_id = p_run_id
  order by d.dispatched_at desc, d.id desc
  limit 1;
  if v_status is distinct from 'running' then
    -- Somebody cancelled it. Only its emails and its workspaces are left to handle.
    perform nightshift.finish_run(p_run_id, 'The run was ended before all emails that it had claimed were analyzed.',
      p_now);
    return false;
  elsif v_dispatch.id is null then
    -- A direct call: nobody is asked again, but its emails go on.
    perform nightshift.fail_task(p_run_id,
      'The run stopped without reporting its end. Its emails go on in another run. The log of the function may '
      'say why.',
      p_now);
    perform nightshift.continue_run(p_run_id, p_now);
    return true;
  elsif v_dispatch.verdict = 'accepted' then -- with any other verdict, a further attempt is under way already
    update public.task_dispatches d
    set verdict = 'stalled', detail = format('The run started but stopped without reporting its end: its lease ended '
      'at %s UTC.',
      to_char(p_expires_at at time zone 'utc', 'HH24:MI:SS'))
    where d.id = v_dispatch.id;
    return true;
  end if;
  return false;
end
$$;
comment on function nightshift.judge_run(uuid, timestamptz, timestamptz) is
'Part of judge_runs: a run whose lease has ended. Returns whether it was found stalled now.';
revoke all on function nightshift.judge_run(uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.judge_runs(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest_silence constant interval := interval '6 hours';
  v_run record;
  v_stalled integer := 0;
begin
  for v_run in
    select l.run_id, l.expires_at from nightshift.run_leases l where l.expires_at <= p_now order by l.expires_at
      for update skip locked
  loop
    begin
      v_stalled := v_stalled + nightshift.judge_run(v_run.run_id, v_run.expires_at, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('judge_runs', v_run.run_id::text, sqlerrm, p_now);
    end;
  end loop;

  -- Marked as running without a lease, so only the clock can end it.
  for v_run in
    select t.id as run_id
    from nightshift.open_system_tasks(p_now) t
    where t.status = 'running' and t.executed_at <= p_now - c_longest_silence
      and t.updated_at <= p_now - c_longest_silence
      and exists (select from public.task_dispatches d where d.task_id = t.id)
      and not exists (select from nightshift.run_leases l where l.run_id = t.id)
      and not exists (select from nightshift.jobs j where j.task_id = t.id)
  loop
    begin
      perform nightshift.fail_task(v_run.run_id,
        'No sign of life for 6 hours, and no lease: an agent that marks its task by itself must also end it.', p_now);
      v_stalled := v_stalled + 1;
    exception when others then
      perform nightshift.note_problem('judge_runs', v_run.run_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_stalled;
end
$$;
comment on function nightshift.judge_runs(timestamptz) is
'Finds runs whose lease has ended: dispatched ones become stalled, direct ones are ended and their emails go on. Also '
'ends dispatched tasks that run without a lease and were silent for 6 hours. Returns how many.';
revoke all on function nightshift.judge_runs(timestamptz) from public;

create or replace function nightshift.plan_retry(p_dispatch_id uuid, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
begin
  select d.task_id, d.verdict, d.detail, s.max_attempts,
    (select count(*) from public.task_dispatches a where a.task_id = d.task_id)::integer as attempts
  into strict v_dispatch
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id
  where d.id = p_dispatch_id;
  if v_dispatch.verdict in ('refused', 'ignored') or v_dispatch.attempts >= v_dispatch.max_attempts then
    perform nightshift.fail_task(v_dispatch.task_id,
      concat(v_dispatch.detail, case when v_dispatch.attempts > 1
        then format(' Given up after %s attempts.', v_dispatch.attempts) end),
      p_now);
    return;
  end if;
  update public.task_dispatches d
  set retry_at = p_now + case
      -- A stalled run has already waited for its lease to end.
      when v_dispatch.verdict = 'stalled' and v_dispatch.attempts = 1 then interval '0'
      else nightshift.backoff(v_dispatch.attempts, 30, 900)
    end
  where d.id = p_dispatch_id;
end
$$;
comment on function nightshift.plan_retry(uuid, timestamptz) is
'Part of retry_dispatches: plans another attempt for a dispatch that failed, or ends its task with a sentence.';
revoke all on function nightshift.plan_retry(uuid, timestamptz) from public;

create or replace function nightshift.send_retry(p_dispatch_id uuid, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
  v_retry_id uuid;
begin
  update public.task_dispatches d set retry_at = null where d.id = p_dispatch_id
  returning d.schedule_id, d.slot, d.task_id into strict v_dispatch;
  if not exists (
    select from public.autonomous_tasks t where t.id = v_dispatch.task_id and t.workspace_id is null
      and t.status in ('pending', 'running')
  ) then
    return false;
  end if;
  insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, dispatched_at)
  select v_dispatch.schedule_id, v_dispatch.slot, 'retry', coalesce(max(r.seq) + 1, 0), v_dispatch.task_id, p_now
  from public.task_dispatches r
  where r.schedule_id = v_dispatch.schedule_id and r.slot = v_dispatch.slot and r.kind = 'retry'
  returning id into v_retry_id;
  perform nightshift.send_dispatch(v_retry_id, p_now);
  return true;
end
$$;
comment on function nightshift.send_retry(uuid, timestamptz) is
'Part of retry_dispatches: sends the attempt that was planned for a dispatch. Returns whether its task still waited '
'for it.';
revoke all on function nightshift.send_retry(uuid, timestamptz) from public;

create or replace function nightshift.retry_dispatches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
  v_retried integer := 0;
begin
  -- The latest attempts of open tasks that have failed since the last pass.
  for v_id in
    select d.id
    from nightshift.open_system_tasks(p_now) t
    join public.task_dispatches d on d.task_id = t.id
    where d.verdict in (
        'refused', 'server_error', 'resource_limit', 'timed_out', 'unreachable', 'lost', 'ignored', 'stalled',
        'not_sent')
      and d.retry_at is null
      -- A job that has begun has attempts of its own.
      and not exists (select from nightshift.jobs j where j.task_id = t.id)
      and not exists (
        select from public.task_dispatches later
        where later.task_id = d.task_id and (later.dispatched_at, later.id) > (d.dispatched_at, d.id))
  loop
    begin
      perform nightshift.plan_retry(v_id, p_now);
    exception when others then
      perform nightshift.note_problem('retry_dispatches', v_id::text, sqlerrm, p_now);
    end;
  end loop;

  for v_id in
    select d.id
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.enabled
    where d.retry_at <= p_now
    for update of d skip locked
  loop
    begin
      v_retried := v_retried + nightshift.send_retry(v_id, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('retry_dispatches', v_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_retried;
end
$$;
comment on function nightshift.retry_dispatches(timestamptz) is
'Plans and sends further attempts: what is worth one, after 30 s to 15 min, up to max_attempts of the schedule. The '
'rest ends its task with a sentence. Returns how many were sent.';
revoke all on function nightshift.retry_dispatches(timestamptz) from public;

create or replace function nightshift.copy_waiting_rows(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '2 seconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_run_id uuid;
  v_copied integer := 0;
begin
  for v_run_id in
    select n.run_id
    from (select distinct w.run_id from nightshift.run_workspaces w where w.needs_copy or w.status = 'running') n
    order by random()
  loop
    exit when clock_timestamp() > v_until;
    begin
      -- Somebody held the workspace when its run ended.
      if not exists (select from nightshift.run_leases l where l.run_id = v_run_id) then
        perform nightshift.end_run_workspaces(v_run_id, array[]::uuid[], null, p_now);
      end if;
      v_copied := v_copied + nightshift.copy_run(v_run_id);
    exception when others then
      perform nightshift.note_problem('copy_waiting_rows', v_run_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_copied;
end
$$;
comment on function nightshift.copy_waiting_rows(timestamptz) is
'Makes the copies for members that a lock had prevented. Returns how many.';
revoke all on function nightshift.copy_waiting_rows(timestamptz) from public;
