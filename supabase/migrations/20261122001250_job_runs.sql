-- Runs of jobs: how a run of an agent starts, is kept alive, saves results and ends.
--
-- A run is given either the one job that it is itself (a scheduled time, or a run by hand), or whatever waits for its
-- agent (a wake-up, its continuations, and scheduled times of agents with for_each).
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.hold_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer,
  p_now timestamptz) returns nightshift.run_leases
-- In plpgsql, which keeps its plans, as all that runs once a chunk.
language plpgsql set search_path = ''
as $$
declare
  v_lease nightshift.run_leases;
begin
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + make_interval(secs => p_lease_seconds))
  where l.run_id = p_run_id and l.token = p_run_token and l.schedule_id is not null
  returning l.* into v_lease;
  return v_lease;
end
$$;
comment on function nightshift.hold_run(uuid, uuid, integer, timestamptz) is
'Extends the lease of a run of jobs, and keeps it until the end of the transaction. Null when another has taken over '
'or the run has ended.';
revoke all on function nightshift.hold_run(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.check_job_limits(p_limit integer, p_lease_seconds integer) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if (p_limit between 0 and 1000 and p_lease_seconds between 1 and 3600) is not true then
    raise exception 'claim_out_of_range: 0 to 1000 jobs, 1 to 3600 s.' using errcode = 'PT400';
  end if;
end
$$;
comment on function nightshift.check_job_limits(integer, integer) is 'Error: PT400 claim_out_of_range.';
revoke all on function nightshift.check_job_limits(integer, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.take_on_run(p_task_id uuid, p_agent text, p_now timestamptz,
  out run_id uuid, out schedule_id uuid, out draws_jobs boolean)
language plpgsql set search_path = ''
as $$
declare
  v_agent public.task_schedules;
  v_kind text;
begin
  if p_task_id is null then
    v_agent := nightshift.find_agent(p_agent);
    insert into public.autonomous_tasks (task_type, status, executed_at, triggered_by, agent_name)
    values (v_agent.task_type, 'running', p_now, 'api', v_agent.name)
    returning id into run_id;
    schedule_id := v_agent.id;
    draws_jobs := true;
    return;
  end if;
  select d.schedule_id, d.kind into schedule_id, v_kind
  from public.task_dispatches d
  where d.task_id = p_task_id
  order by d.dispatched_at, d.id
  limit 1;
  if not found then
    return;
  end if;
  update public.autonomous_tasks t
  set status = 'running', executed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.workspace_id is null and t.status = 'pending'
  returning t.id into run_id;
  draws_jobs := v_kind = 'wake'
    or exists (select from public.task_schedules s where s.id = take_on_run.schedule_id and s.for_each is not null);
end
$$;
comment on function nightshift.take_on_run(uuid, text, timestamptz) is
'Part of start_agent_run: marks a dispatched run as running, or with p_task_id null makes one of its own. Null when '
'there is nothing to start.';
revoke all on function nightshift.take_on_run(uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.take_own_job(p_run_id uuid, p_agent public.task_schedules, p_now timestamptz)
returns jsonb
language plpgsql set search_path = ''
as $$
begin
  -- Every request for it was an attempt, also one that was lost.
  insert into nightshift.jobs
    (task_id, schedule_id, slot, payload, run_at, state, run_id, attempt, max_attempts, claims, created_at)
  select p_run_id, p_agent.id, min(d.slot), p_agent.payload, p_now, 'running', p_run_id, count(*), p_agent.max_attempts,
    1, p_now
  from public.task_dispatches d
  where d.task_id = p_run_id;
  return (
    select jsonb_build_array(jsonb_build_object('task_id', j.task_id, 'workspace_id', j.workspace_id,
      'agent', p_agent.name, 'payload', j.payload, 'key', j.key, 'attempt', j.attempt,
      'max_attempts', j.max_attempts, 'steps', jsonb '[]'))
    from nightshift.jobs j
    where j.task_id = p_run_id);
end
$$;
comment on function nightshift.take_own_job(uuid, public.task_schedules, timestamptz) is
'Part of start_agent_run: makes the job of a run that is itself a job.';
revoke all on function nightshift.take_own_job(uuid, public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.start_agent_run(
  p_task_id uuid,
  p_limit integer default 10,
  p_lease_seconds integer default 30,
  p_agent text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_run record;
  v_agent public.task_schedules;
  v_token constant uuid := gen_random_uuid();
  v_jobs jsonb := jsonb '[]';
  v_more boolean := false;
begin
  perform nightshift.check_job_limits(p_limit, p_lease_seconds);
  select r.* into v_run from nightshift.take_on_run(p_task_id, p_agent, p_now) r;
  if v_run.run_id is null then
    return jsonb_build_object('outcome', 'not_pending', 'run_id', p_task_id, 'run_token', null, 'jobs', '[]'::jsonb,
      'more', false);
  end if;
  select s.* into strict v_agent from public.task_schedules s where s.id = v_run.schedule_id;
  insert into nightshift.run_leases (run_id, token, expires_at, schedule_id, draws_jobs)
  values (v_run.run_id, v_token, p_now + make_interval(secs => p_lease_seconds), v_agent.id, v_run.draws_jobs);
  if v_run.draws_jobs then
    update nightshift.agent_wakes w
    set unanswered = 0
    where w.schedule_id = (
      select k.schedule_id from nightshift.agent_wakes k
      where k.schedule_id = v_agent.id and k.unanswered > 0
      for no key update skip locked);
    if v_agent.enabled then
      select c.jobs, c.more into v_jobs, v_more from nightshift.claim_jobs(v_run.run_id, v_agent, p_limit, p_now) c;
    end if;
  else
    v_jobs := nightshift.take_own_job(v_run.run_id, v_agent, p_now);
  end if;
  return jsonb_build_object('outcome', 'started', 'run_id', v_run.run_id, 'run_token', v_token, 'jobs', v_jobs,
    'more', v_more);
end
$$;
comment on function nightshift.start_agent_run(uuid, integer, integer, text, timestamptz) is
'Starts the dispatched run p_task_id, or with p_task_id null a run of the agent p_agent that nobody sent for, and '
'gives it up to p_limit (0 to 1000) jobs under a lease of p_lease_seconds (1 to 3600). Returns {outcome, run_id, '
'run_token, jobs: [{task_id, workspace_id, agent, payload, key, attempt, max_attempts, steps}], more}; outcome '
'started, or not_pending for a second delivery, an unknown task or one that has ended: then there is nothing to do. '
'Errors: PT400 claim_out_of_range, PT404 agent_not_found, PT409 agent_takes_no_jobs.';
revoke all on function nightshift.start_agent_run(uuid, integer, integer, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_cancelled_jobs(p_run_id uuid, p_schedule_id uuid) returns jsonb
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  return (
    select coalesce(jsonb_agg(j.task_id), '[]')
    from nightshift.jobs j
    where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running'
      and j.cancel_requested_at is not null);
end
$$;
comment on function nightshift.list_cancelled_jobs(uuid, uuid) is 'Jobs of a run that somebody has asked to end.';
revoke all on function nightshift.list_cancelled_jobs(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.settle_jobs(
  p_run_id uuid,
  p_run_token uuid,
  p_results jsonb,
  p_claim integer default 0,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_lease nightshift.run_leases;
  v_agent public.task_schedules;
  v_saved uuid[];
  v_jobs jsonb := jsonb '[]';
  v_more boolean := false;
begin
  perform nightshift.check_job_limits(p_claim, p_lease_seconds);
  v_lease := nightshift.hold_run(p_run_id, p_run_token, p_lease_seconds, p_now);
  if v_lease.run_id is null then
    return jsonb_build_object('held', false, 'cancelled', '[]'::jsonb, 'lost', (
      select coalesce(jsonb_agg(r.value -> 'task_id'), '[]') from jsonb_array_elements(p_results) as r (value)
    ), 'jobs', v_jobs, 'more', v_more);
  end if;
  v_saved := nightshift.save_job_results(p_run_id, v_lease.schedule_id, p_results, p_now);
  if v_lease.draws_jobs then
    select s.* into v_agent from public.task_schedules s where s.id = v_lease.schedule_id;
    if v_agent.enabled and p_claim > 0 then
      select c.jobs, c.more into v_jobs, v_more from nightshift.claim_jobs(p_run_id, v_agent, p_claim, p_now) c;
    elsif v_agent.enabled then
      v_more := nightshift.has_claimable_jobs(v_agent, p_now);
    end if;
  end if;
  return jsonb_build_object('held', true,
    'cancelled', nightshift.list_cancelled_jobs(p_run_id, v_lease.schedule_id),
    'lost', case when cardinality(v_saved) = jsonb_array_length(p_results) then '[]' else (
      select coalesce(jsonb_agg(r.value -> 'task_id' order by r.position), '[]')
      from jsonb_array_elements(p_results) with ordinality as r (value, position)
      where not exists (select from unnest(v_saved) as u (id) where u.id::text = lower(r.value ->> 'task_id'))) end,
    'jobs', v_jobs, 'more', v_more);
end
$$;
comment on function nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz) is
'Saves results of jobs that a run holds, and gives it up to p_claim (0 to 1000) further ones. A result is {task_id, '
'outcome} with completed (output, cost_usd), retry (error, after_seconds; null: 15 s to an hour, doubling), failed '
'(error), cancelled, or continue (no attempt; another run goes on at once). A retry without attempts left is failed '
'with its error; so is a result that the log refuses, with the reason. Returns {held, lost, cancelled, jobs, more}: '
'held is false when another has taken over: then stop. lost: results that were not saved, because the run does not '
'hold the job. cancelled: jobs of the run to stop. Error: PT400 claim_out_of_range.';
revoke all on function nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.give_back_jobs(p_run_id uuid, p_schedule_id uuid, p_error text, p_now timestamptz)
returns void
language sql set search_path = ''
as $$
  select nightshift.save_job_results(p_run_id, p_schedule_id, (
    select coalesce(jsonb_agg(jsonb_build_object(
      'task_id', j.task_id, 'outcome', case when p_error is null then 'continue' else 'died' end, 'error', p_error)),
      '[]')
    from nightshift.jobs j
    where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running'), p_now)
$$;
comment on function nightshift.give_back_jobs(uuid, uuid, text, timestamptz) is
'Gives back the jobs that a run holds: as continuations, or with p_error as attempts that this error ended.';
revoke all on function nightshift.give_back_jobs(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.end_agent_run(p_lease nightshift.run_leases, p_error text, p_now timestamptz)
returns void
language sql set search_path = ''
as $$
  delete from nightshift.run_leases l where l.run_id = p_lease.run_id;
  -- The row of a run that is itself a job ends with that job.
  update public.autonomous_tasks t
  set status = case when p_error is null then 'completed' when k.jobs_completed + k.jobs_failed > 0
      then 'partial_failure' else 'failed' end,
    error_message = left(p_error, 10000),
    output_data = jsonb_build_object('jobs_completed', k.jobs_completed, 'jobs_failed', k.jobs_failed,
      'jobs_put_back', k.jobs_put_back),
    completed_at = greatest(p_now, t.executed_at)
  from (select (p_lease).*) k
  where t.id = k.run_id and k.draws_jobs and t.status = 'running';
$$;
comment on function nightshift.end_agent_run(nightshift.run_leases, text, timestamptz) is
'Part of finish_agent_run: ends the lease and the system row of a run that was given jobs.';
revoke all on function nightshift.end_agent_run(nightshift.run_leases, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.continue_agent_run(p_run_id uuid, p_agent public.task_schedules,
  p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_number constant integer := nightshift.next_continuation(p_run_id);
  v_sent jsonb;
begin
  if v_number is null or not p_agent.enabled or nightshift.has_open_wake(p_agent.id) then
    return null;
  end if;
  v_sent := nightshift.open_dispatch(
    p_agent.id,
    date_trunc('minute', p_now),
    'wake',
    jsonb_build_object('parent_task_id', p_run_id, 'continuation', v_number),
    p_now => p_now);
  if v_sent ? 'task_id' then
    perform nightshift.note_wake(p_agent.id, (v_sent ->> 'task_id')::uuid, 1, p_now);
  end if;
  return v_sent;
end
$$;
comment on function nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz) is
'Dispatches one further run of an agent after this one, up to 500 in a row, unless one is open. Null when none is '
'allowed.';
revoke all on function nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.finish_agent_run(
  p_run_id uuid,
  p_run_token uuid,
  p_error text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_lease nightshift.run_leases;
  v_agent public.task_schedules;
  v_more boolean;
begin
  v_lease := nightshift.hold_run(p_run_id, p_run_token, 1, p_now);
  if v_lease.run_id is null then
    return jsonb_build_object('held', false, 'more', false);
  end if;
  select s.* into v_agent from public.task_schedules s where s.id = v_lease.schedule_id;
  perform nightshift.give_back_jobs(p_run_id, v_lease.schedule_id, p_error, p_now);
  select l.* into v_lease from nightshift.run_leases l where l.run_id = p_run_id;
  -- Whoever enqueues and relies on this run has committed by then.
  perform nightshift.lock_agent(v_agent.id, 'nightshift.enqueue', false);
  perform nightshift.end_agent_run(v_lease, p_error, p_now);
  v_more := nightshift.has_claimable_jobs(v_agent, p_now);
  -- A run that broke off with nothing done would do so again at once; reconcile tries in a minute.
  if v_more and (p_error is null or v_lease.jobs_completed > 0) then
    perform nightshift.continue_agent_run(p_run_id, v_agent, p_now);
  end if;
  return jsonb_build_object('held', true, 'more', v_more);
end
$$;
comment on function nightshift.finish_agent_run(uuid, uuid, text, timestamptz) is
'Ends a run of jobs. Jobs that it still holds go on in another run: at once, which is no attempt; or with p_error, why '
'the run broke off, as after an error of their own. Where jobs wait, one further run is dispatched. Returns {held, '
'more}; held is false when another had taken over.';
revoke all on function nightshift.finish_agent_run(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_jobs_to_stop(p_run_id uuid, p_schedule_id uuid) returns jsonb
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  return (
    select coalesce(jsonb_agg(j.task_id), '[]')
    from nightshift.jobs j
    left join public.autonomous_tasks t on t.id = j.task_id
    where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running'
      and (j.cancel_requested_at is not null or t.id is null or t.completed_at is not null));
end
$$;
comment on function nightshift.list_jobs_to_stop(uuid, uuid) is
'Jobs of a run that somebody has asked to end, or whose row in the log an operator has ended or deleted.';
revoke all on function nightshift.list_jobs_to_stop(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.beat_agent_run(p_run_id uuid, p_run_token uuid,
  p_lease_seconds integer default 30, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_lease constant nightshift.run_leases := nightshift.hold_run(p_run_id, p_run_token, p_lease_seconds, p_now);
  v_agent public.task_schedules;
begin
  if v_lease.run_id is null then
    return jsonb '{"held": false, "cancelled": [], "more": false}';
  end if;
  select s.* into v_agent from public.task_schedules s where s.id = v_lease.schedule_id;
  return jsonb_build_object('held', true,
    'cancelled', nightshift.list_jobs_to_stop(p_run_id, v_lease.schedule_id),
    'more', v_lease.draws_jobs and v_agent.enabled and nightshift.has_claimable_jobs(v_agent, p_now));
end
$$;
comment on function nightshift.beat_agent_run(uuid, uuid, integer, timestamptz) is
'Heartbeat of a run of jobs: extends its lease, and with it that of its jobs. Returns {held, cancelled, more}: held is '
'false when another has taken over or the run has ended: then stop; cancelled: jobs of it to stop, also those whose '
'task was ended by hand; more: jobs wait that it may claim.';
revoke all on function nightshift.beat_agent_run(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.start_agent_run(p_task_id uuid, p_limit integer default 10,
  p_lease_seconds integer default 30, p_agent text default null) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.start_agent_run(p_task_id, p_limit, p_lease_seconds, p_agent);
$$;
comment on function public.start_agent_run(uuid, integer, integer, text) is 'See nightshift.start_agent_run.';
revoke all on function public.start_agent_run(uuid, integer, integer, text)
  from public, anon, authenticated, service_role;
grant execute on function public.start_agent_run(uuid, integer, integer, text) to service_role;

create or replace function public.settle_jobs(p_run_id uuid, p_run_token uuid, p_results jsonb,
  p_claim integer default 0, p_lease_seconds integer default 30) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  return nightshift.settle_jobs(p_run_id, p_run_token, p_results, p_claim, p_lease_seconds);
end
$$;
comment on function public.settle_jobs(uuid, uuid, jsonb, integer, integer) is 'See nightshift.settle_jobs.';
revoke all on function public.settle_jobs(uuid, uuid, jsonb, integer, integer)
  from public, anon, authenticated, service_role;
grant execute on function public.settle_jobs(uuid, uuid, jsonb, integer, integer) to service_role;

create or replace function public.finish_agent_run(p_run_id uuid, p_run_token uuid, p_error text default null)
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.finish_agent_run(p_run_id, p_run_token, p_error);
$$;
comment on function public.finish_agent_run(uuid, uuid, text) is 'See nightshift.finish_agent_run.';
revoke all on function public.finish_agent_run(uuid, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.finish_agent_run(uuid, uuid, text) to service_role;

create or replace function public.beat_agent_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer default 30)
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.beat_agent_run(p_run_id, p_run_token, p_lease_seconds);
$$;
comment on function public.beat_agent_run(uuid, uuid, integer) is 'See nightshift.beat_agent_run.';
revoke all on function public.beat_agent_run(uuid, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.beat_agent_run(uuid, uuid, integer) to service_role;
