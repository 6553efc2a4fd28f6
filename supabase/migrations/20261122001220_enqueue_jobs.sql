-- Enqueue: how jobs get into the queue of an agent, and how an idle agent is woken.
--
-- It works on sets: 10,000 jobs take as many statements as one. The wake-up is sent in the same transaction, so it
-- leaves when the jobs are there to be found. Two advisory locks keep wake-ups to one for each agent. Nobody waits
-- for either longer than a fifth of a second: whatever is missed then, reconcile finds within a minute.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.find_agent(p_agent text) returns public.task_schedules
language plpgsql stable set search_path = ''
as $$
declare
  v_agent public.task_schedules;
begin
  select s.* into v_agent from public.task_schedules s where s.name = p_agent;
  if v_agent.id is null then
    raise exception 'agent_not_found: there is no agent "%".', p_agent using errcode = 'PT404';
  elsif v_agent.target ~ '^https?://' or v_agent.target = 'database' then
    raise exception 'agent_takes_no_jobs: the target of "%" is %; only functions of this project take jobs.',
      p_agent, case v_agent.target when 'database' then 'the database' else 'a URL' end
      using errcode = 'PT409';
  end if;
  return v_agent;
end
$$;
comment on function nightshift.find_agent(text) is
'The schedule of an agent that takes jobs. Errors: PT404 agent_not_found, PT409 agent_takes_no_jobs.';
revoke all on function nightshift.find_agent(text) from public, anon, authenticated, service_role;

create or replace function nightshift.read_time(p_text text) returns timestamptz
language plpgsql stable set search_path = '' set timezone = 'UTC'
as $$
begin
  return p_text::timestamptz;
exception when others then
  return null;
end
$$;
comment on function nightshift.read_time(text) is
'A time from a text, in UTC where it names no zone. Null when it is not a time.';
revoke all on function nightshift.read_time(text) from public, anon, authenticated, service_role;

create or replace function nightshift.read_jobs(p_jobs jsonb, p_workspace_id uuid)
returns table (index integer, job jsonb, workspace_id uuid, key text, error text)
-- In one statement: to call a function for each of 10,000 jobs would take longer than to store them.
language sql stable set search_path = ''
as $$
  with told as materialized (
    select j.job, j.position, case
        when jsonb_typeof(j.job) <> 'object' then
          'A job is an object of payload, workspace_id, run_at, key and priority. Each may be left out.'
        when j.job - array['payload', 'workspace_id', 'run_at', 'key', 'priority'] <> '{}' then
          format('A job has no field "%s".', (
            select left(k.key, 100)
            from jsonb_object_keys(j.job - array['payload', 'workspace_id', 'run_at', 'key', 'priority']) as k (key)
            limit 1))
        when coalesce(jsonb_typeof(j.job -> 'workspace_id'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'workspace_id') = 'string'
          and j.job ->> 'workspace_id' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$') is not true
          then 'workspace_id is a UUID.'
        when coalesce(jsonb_typeof(j.job -> 'key'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'key') = 'string' and length(j.job ->> 'key') between 1 and 200) is not true
          then 'key is a text of 1 to 200 characters.'
        when coalesce(jsonb_typeof(j.job -> 'priority'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'priority') = 'number' and j.job ->> 'priority' ~ '^-?[0-9]{1,5}$'
          and (j.job ->> 'priority')::integer between -32768 and 32767) is not true
          then 'priority is a whole number from -32768 to 32767.'
        when coalesce(jsonb_typeof(j.job -> 'run_at'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'run_at') = 'string'
          and nightshift.read_time(j.job ->> 'run_at')
            between '2000-01-01Z' and '2099-12-31 23:59:59Z') is not true
          then 'run_at is a time in the years 2000 to 2099, such as 2026-03-01T12:00:00Z.'
        when pg_column_size(j.job -> 'payload') > 65536 then 'payload has at most 64 kB.'
        when j.job ? 'payload' and not (
          (pg_column_size(j.job -> 'payload') < 512 and length((j.job -> 'payload')::text) < 309
            and not jsonb_path_exists(j.job -> 'payload', 'strict $.**{32}'))
          or nightshift.is_bounded_document(j.job -> 'payload'))
          then 'payload is at most 32 levels deep, has at most 1 MB as text, and no number beyond 1e308.'
      end as error
    from jsonb_array_elements(p_jobs) with ordinality as j (job, position)
  )
  select (t.position - 1)::integer, t.job,
    case when t.error is null then coalesce((t.job ->> 'workspace_id')::uuid, p_workspace_id) end,
    case when t.error is null then t.job ->> 'key' end,
    case
      when t.error is null and p_workspace_id is not null and (t.job ->> 'workspace_id')::uuid <> p_workspace_id
        then format('Jobs may be enqueued for the workspace %s only.', p_workspace_id)
      else t.error
    end
  from told t
$$;
comment on function nightshift.read_jobs(jsonb, uuid) is
'Part of enqueue_jobs: the jobs of a call, each with what is wrong with it. p_workspace_id: the only workspace that '
'they may be for; null: any.';
revoke all on function nightshift.read_jobs(jsonb, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_lanes(
  p_schedule_id uuid, p_lanes uuid[], p_due_at timestamptz[]
) returns void
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_new uuid[];
  v_old uuid[];
begin
  with told as (
    select l.lane, bool_or(l.due_at is null) as is_ready, min(l.due_at) as due_at
    from unnest(p_lanes, p_due_at) as l (lane, due_at)
    group by l.lane
  ), added as (
    insert into nightshift.job_turns (schedule_id, lane, workspace_id, is_waiting, due_at)
    select p_schedule_id, m.lane, nullif(m.lane, '00000000-0000-0000-0000-000000000000'), m.is_ready, m.due_at
    from told m
    where not exists (
      select from nightshift.job_turns t where t.schedule_id = p_schedule_id and t.lane = m.lane)
    order by m.lane
    on conflict do nothing
    returning lane
  )
  select array_agg(a.lane) into v_new from added a;
  v_old := array(select unnest(p_lanes) except select unnest(v_new));
  if cardinality(v_old) = 0 then
    return;
  end if;

  -- Held until commit, as in mark_workspaces_due: rest_lanes cannot see these jobs yet, so it must keep off.
  perform from nightshift.job_turns t
  where t.schedule_id = p_schedule_id and t.lane = any (v_old)
  order by t.lane
  for key share;

  with told as (
    select l.lane, bool_or(l.due_at is null) as is_ready, min(l.due_at) as due_at
    from unnest(p_lanes, p_due_at) as l (lane, due_at)
    group by l.lane
  ), changed as (
    select t.lane, m.is_ready, m.due_at
    from told m
    join nightshift.job_turns t on t.schedule_id = p_schedule_id and t.lane = m.lane
    where (m.is_ready and not t.is_waiting) or (m.due_at < t.due_at) or (m.due_at is not null and t.due_at is null)
    order by t.lane
    for no key update of t
  )
  update nightshift.job_turns t
  set is_waiting = t.is_waiting or c.is_ready, due_at = least(t.due_at, c.due_at)
  from changed c
  where t.schedule_id = p_schedule_id and t.lane = c.lane;
end
$$;
comment on function nightshift.mark_lanes(uuid, uuid[], timestamptz[]) is
'Says that lanes have jobs: to be claimed now where p_due_at is null, from that time on otherwise.';
revoke all on function nightshift.mark_lanes(uuid, uuid[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.lock_agent(p_schedule_id uuid, p_purpose text, p_is_shared boolean)
returns boolean
language plpgsql set search_path = '' set lock_timeout = '200ms'
as $$
declare
  v_key constant bigint := hashtextextended(p_purpose || ' ' || p_schedule_id, 0);
begin
  if p_is_shared then
    perform pg_advisory_xact_lock_shared(v_key);
  else
    perform pg_advisory_xact_lock(v_key);
  end if;
  return true;
exception when lock_not_available or deadlock_detected then
  return false;
end
$$;
comment on function nightshift.lock_agent(uuid, text, boolean) is
'Takes an advisory lock of an agent until the end of the transaction. False when somebody held it for 200 ms.';
revoke all on function nightshift.lock_agent(uuid, text, boolean) from public, anon, authenticated, service_role;

create or replace function nightshift.has_open_wake(p_schedule_id uuid) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from nightshift.agent_wakes w
    join public.autonomous_tasks t on t.id = w.task_id
    where w.schedule_id = p_schedule_id and t.status in ('pending', 'running'))
$$;
comment on function nightshift.has_open_wake(uuid) is 'Whether a run is sent for or at work that does what waits.';
revoke all on function nightshift.has_open_wake(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.note_wake(p_schedule_id uuid, p_task_id uuid, p_unanswered integer,
  p_now timestamptz) returns void
language sql set search_path = ''
as $$
  insert into nightshift.agent_wakes (schedule_id, task_id, sent_at, unanswered)
  values (p_schedule_id, p_task_id, p_now, p_unanswered)
  on conflict (schedule_id) do update
  set task_id = excluded.task_id, sent_at = excluded.sent_at, unanswered = excluded.unanswered
$$;
comment on function nightshift.note_wake(uuid, uuid, integer, timestamptz) is
'Notes which run was sent for last. Only under the lock "wake" of the agent.';
revoke all on function nightshift.note_wake(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.wake_agent(p_agent public.task_schedules,
  p_now timestamptz default clock_timestamp()) returns text
language plpgsql set search_path = ''
as $$
declare
  v_wake nightshift.agent_wakes;
  v_sent jsonb;
begin
  if not p_agent.enabled then
    return 'paused';
  end if;
  -- Shared by all who enqueue: a run that ends waits for them, and then finds what they have enqueued.
  perform nightshift.lock_agent(p_agent.id, 'nightshift.enqueue', true);
  if nightshift.has_open_wake(p_agent.id) then
    return 'open';
  elsif not nightshift.lock_agent(p_agent.id, 'nightshift.wake', false) then
    return 'busy';
  elsif nightshift.has_open_wake(p_agent.id) then
    return 'open';
  end if;
  select w.* into v_wake from nightshift.agent_wakes w where w.schedule_id = p_agent.id;
  -- A function that is broken or missing is not asked at every job.
  if v_wake.unanswered > 0 and p_now >= v_wake.sent_at -- unless the clock was put back
    and p_now < v_wake.sent_at + make_interval(secs => least(60 * 2 ^ least(v_wake.unanswered - 1, 10), 3600))
  then
    return 'unanswered';
  end if;
  v_sent := nightshift.open_dispatch(p_agent.id, date_trunc('minute', p_now), 'wake', p_now => p_now);
  if v_sent ? 'task_id' then
    perform nightshift.note_wake(p_agent.id, (v_sent ->> 'task_id')::uuid,
      -- What was not sent, because a secret is missing for example, is tried again each minute.
      case v_sent ->> 'outcome' when 'dispatched' then coalesce(v_wake.unanswered, 0) else 0 end + 1, p_now);
  end if;
  return v_sent ->> 'outcome';
end
$$;
comment on function nightshift.wake_agent(public.task_schedules, timestamptz) is
'Sends for a run of an agent unless one is open. Outcome: as of open_dispatch; or paused, open, busy (somebody else is '
'sending), unanswered (the latest were not taken up, so the next goes out after 1 to 60 minutes).';
revoke all on function nightshift.wake_agent(public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.forget_old_keys(p_schedule_id uuid, p_jobs jsonb, p_workspace_id uuid,
  p_now timestamptz) returns void
language sql set search_path = ''
as $$
  update nightshift.jobs j
  set key = null
  from nightshift.read_jobs(p_jobs, p_workspace_id) r
  where r.key is not null and r.error is null and j.schedule_id = p_schedule_id
    and j.lane = coalesce(r.workspace_id, '00000000-0000-0000-0000-000000000000') and j.key = r.key
    and j.state = 'ended' and j.ended_at <= p_now - interval '24 hours'
$$;
comment on function nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz) is
'Part of enqueue_jobs: frees keys of jobs that ended 24 hours ago.';
revoke all on function nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_jobs(
  p_agent public.task_schedules, p_jobs jsonb, p_workspace_id uuid, p_triggered_by text, p_now timestamptz,
  out results jsonb, out existing integer, out lanes uuid[], out due_at timestamptz[]
)
language sql set search_path = ''
as $$
  with read as materialized (
    select r.* from nightshift.read_jobs(p_jobs, p_workspace_id) r
  ), held as materialized ( -- whoever deletes a workspace makes nobody wait
    select w.id
    from public.workspaces w
    where w.id = any (array(select distinct r.workspace_id from read r where r.workspace_id is not null))
    order by w.id
    for key share skip locked
  ), checked as materialized (
    select r.index, r.job, r.workspace_id, r.key, encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid as task_id, -- time_ordered_uuid(), spelled out for speed
      coalesce(r.error, case when r.workspace_id is not null and h.id is null
        then format('There is no workspace %s, or it is being deleted.', r.workspace_id) end) as error,
      case when r.error is null then coalesce((r.job ->> 'priority')::smallint, 0) end as priority,
      case
        when r.error is not null then null
        when r.job ->> 'run_at' is null then p_now
        else nightshift.read_time(r.job ->> 'run_at')
      end as run_at,
      case when jsonb_typeof(r.job -> 'payload') <> 'null' then r.job -> 'payload' else p_agent.payload end as payload
    from read r
    left join held h on h.id = r.workspace_id
  ), queued as (
    insert into nightshift.jobs (
      task_id, schedule_id, workspace_id, key, payload, priority, run_at, state, max_attempts, created_at)
    select c.task_id, p_agent.id, c.workspace_id, c.key, c.payload, c.priority, c.run_at,
      case when c.run_at <= p_now then 'ready' else 'later' end, p_agent.max_attempts, p_now
    from checked c
    where c.error is null
    order by c.index
    on conflict (schedule_id, lane, key) where key is not null do nothing
    returning task_id, lane, state, run_at
  ), logged as (
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, executed_at, triggered_by, agent_name)
    select c.task_id, c.workspace_id, p_agent.task_type, 'pending', c.payload, p_now, p_triggered_by, p_agent.name
    from checked c
    join queued q on q.task_id = c.task_id
    order by c.index
  ), told as (
    select c.index, q.task_id is null and c.error is null as is_known, jsonb_strip_nulls(jsonb_build_object(
      'index', c.index,
      'outcome', case when c.error is not null then 'rejected' when q.task_id is null then 'exists' else 'created' end,
      'task_id', q.task_id,
      'error', c.error,
      'lane', case when q.task_id is null and c.error is null
        then coalesce(c.workspace_id, '00000000-0000-0000-0000-000000000000') end,
      'key', case when q.task_id is null and c.error is null then c.key end)) as result
    from checked c
    left join queued q on q.task_id = c.task_id
  ), marks as (
    select q.lane, q.state, case when q.state = 'later' then min(q.run_at) end as due_at
    from queued q
    group by q.lane, q.state
  )
  select (select coalesce(jsonb_agg(t.result order by t.index), '[]') from told t),
    (select count(*) from told t where t.is_known)::integer,
    (select array_agg(m.lane order by m.lane, m.state) from marks m),
    (select array_agg(m.due_at order by m.lane, m.state) from marks m)
$$;
comment on function nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz) is
'Part of enqueue_jobs: stores those jobs of a call that are valid and new. Returns what became of each, '
'how many have a key that is taken, and which lanes have new jobs since when.';
revoke all on function nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.name_existing_jobs(p_schedule_id uuid, p_results jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_agg(
    case
      when r.result ->> 'outcome' <> 'exists' then r.result
      when j.task_id is null then jsonb_build_object('index', r.result -> 'index', 'outcome', 'rejected',
        'error', 'A job with this key has just ended. Enqueue it again.')
      else jsonb_build_object('index', r.result -> 'index', 'outcome', 'exists', 'task_id', j.task_id)
    end order by r.position)
  from jsonb_array_elements(p_results) with ordinality as r (result, position)
  left join nightshift.jobs j on j.schedule_id = p_schedule_id and j.lane = (r.result ->> 'lane')::uuid
    and j.key = r.result ->> 'key'
$$;
comment on function nightshift.name_existing_jobs(uuid, jsonb) is
'Part of enqueue_jobs: names the jobs that have the keys already.';
revoke all on function nightshift.name_existing_jobs(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.enqueue_jobs(
  p_agent text,
  p_jobs jsonb,
  p_workspace_id uuid default null,
  p_triggered_by text default 'api',
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most_jobs constant integer := 10000;
  v_agent public.task_schedules := nightshift.find_agent(p_agent);
  v_stored record;
begin
  if jsonb_typeof(p_jobs) is distinct from 'array' then
    raise exception 'jobs_invalid: the jobs are an array of objects.' using errcode = 'PT422';
  elsif jsonb_array_length(p_jobs) > c_most_jobs then
    raise exception 'batch_too_large: % jobs in one call, and % is the most.', jsonb_array_length(p_jobs), c_most_jobs
      using errcode = 'PT413';
  end if;
  -- The agent stays until these jobs are there for its deletion to see.
  perform from public.task_schedules s where s.id = v_agent.id for key share;
  if jsonb_path_exists(p_jobs, 'lax $[*].key') then
    perform nightshift.forget_old_keys(v_agent.id, p_jobs, p_workspace_id, p_now);
  end if;
  select s.* into v_stored
  from nightshift.store_jobs(v_agent, p_jobs, p_workspace_id, p_triggered_by, p_now) s;
  if v_stored.existing > 0 then
    -- A statement of its own sees jobs that others have enqueued meanwhile.
    v_stored.results := nightshift.name_existing_jobs(v_agent.id, v_stored.results);
  end if;
  if v_stored.lanes is not null then
    perform nightshift.mark_lanes(v_agent.id, v_stored.lanes, v_stored.due_at);
    if array_position(v_stored.due_at, null) is not null then
      perform nightshift.wake_agent(v_agent, p_now);
    end if;
  end if;
  return jsonb_build_object('jobs', v_stored.results);
end
$$;
comment on function nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz) is
'Enqueues up to 10,000 jobs [{payload, workspace_id, run_at, key, priority}] of an agent, each field optional, and '
'sends at most one wake-up while none is open. A key that a job of the same agent and workspace has, or had until 24 '
'hours ago, names that job. p_workspace_id: the only workspace that they may be for, and the one they are for; null: '
'any. Returns {jobs: [{index, outcome: created, exists or rejected, task_id, error}]}, index from 0. Errors: PT404 '
'agent_not_found, PT409 agent_takes_no_jobs, PT413 batch_too_large, PT422 jobs_invalid.';
revoke all on function nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.enqueue_jobs(p_agent text, p_jobs jsonb) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.enqueue_jobs(p_agent, p_jobs);
$$;
comment on function public.enqueue_jobs(text, jsonb) is 'See nightshift.enqueue_jobs.';
revoke all on function public.enqueue_jobs(text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.enqueue_jobs(text, jsonb) to service_role;
