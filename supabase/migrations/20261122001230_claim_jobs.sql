-- Claim: how jobs get from the queue of an agent to a run, fairly and within the limits of the agent.
--
-- A claim is a constant number of statements. It reads as many jobs as it hands out, however many wait, and never
-- waits for a row that somebody else holds: a workspace that is being deleted is passed over. Claims of an agent
-- with a limit take turns by one advisory lock, so each sees what the others hold.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.ready_due_jobs(p_schedule_id uuid, p_now timestamptz) returns void
-- Without bitmaps the first due job comes straight from the index, however many wait for later.
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  c_most_lanes constant integer := 100;
  c_most_jobs_of_a_lane constant integer := 100;
  v_lanes uuid[];
begin
  if not exists (select from nightshift.job_turns t where t.schedule_id = p_schedule_id and t.due_at <= p_now) then
    return;
  end if;
  -- Whoever holds one of these rows is about to add jobs. Then it stays as it is.
  v_lanes := array(
    select t.lane
    from nightshift.job_turns t
    where t.schedule_id = p_schedule_id and t.due_at <= p_now
    -- Whoever has jobs to be claimed already can wait for more of them.
    order by t.is_waiting, t.due_at
    limit c_most_lanes
    for update skip locked);
  with due as (
    select d.task_id
    from unnest(v_lanes) as l (lane)
    cross join lateral (
      select j.task_id
      from nightshift.jobs j
      where j.schedule_id = p_schedule_id and j.lane = l.lane and j.state = 'later' and j.run_at <= p_now
      order by j.run_at
      limit c_most_jobs_of_a_lane
      for update skip locked
    ) d
  )
  update nightshift.jobs j set state = 'ready' from due where j.task_id = due.task_id;
  update nightshift.job_turns t
  set is_waiting = true, due_at = (
    select j.run_at
    from nightshift.jobs j
    where j.schedule_id = p_schedule_id and j.lane = t.lane and j.state = 'later'
    order by j.run_at
    limit 1)
  where t.schedule_id = p_schedule_id and t.lane = any (v_lanes);
end
$$;
comment on function nightshift.ready_due_jobs(uuid, timestamptz) is
'Part of claim_jobs: lets jobs for later be claimed when their time has come, up to 100 of each of 100 workspaces.';
revoke all on function nightshift.ready_due_jobs(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.next_lanes(p_agent public.task_schedules, p_limit integer)
returns table (lane uuid, place bigint, room integer)
language plpgsql set search_path = '' set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_most constant integer := p_agent.max_concurrency_per_workspace;
  v_full uuid[] := array[]::uuid[];
begin
  if v_most is not null then
    v_full := array(
      select j.lane from nightshift.jobs j where j.schedule_id = p_agent.id and j.state = 'running'
      group by j.lane having count(*) >= v_most);
  end if;
  return query
  with of_workspaces as ( -- whoever deletes a workspace makes nobody wait
    select t.lane, t.last_served_at
    from nightshift.job_turns t
    join public.workspaces w on w.id = t.workspace_id
    where t.schedule_id = p_agent.id and t.is_waiting and t.lane <> all (v_full)
    order by t.last_served_at nulls first, t.lane
    limit p_limit
    for key share of w skip locked
  ), of_all as (
    select o.lane, o.last_served_at from of_workspaces o
    union all
    select t.lane, t.last_served_at
    from nightshift.job_turns t
    where t.schedule_id = p_agent.id and t.lane = '00000000-0000-0000-0000-000000000000' and t.is_waiting
      and t.lane <> all (v_full)
  ), running as (
    select j.lane, count(*)::integer as jobs
    from nightshift.jobs j
    where v_most is not null and j.schedule_id = p_agent.id and j.state = 'running'
    group by j.lane
  ), next as (
    select a.lane, row_number() over (order by a.last_served_at nulls first, a.lane) as place from of_all a
  )
  select n.lane, n.place, v_most - coalesce(r.jobs, 0)
  from next n
  left join running r on r.lane = n.lane
  where n.place <= p_limit;
end
$$;
comment on function nightshift.next_lanes(public.task_schedules, integer) is
'Part of claim_jobs: whose turn is next, up to p_limit, and how many jobs each may still have running (null: any '
'number).';
revoke all on function nightshift.next_lanes(public.task_schedules, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.pick_jobs(
  p_run_id uuid, p_schedule_id uuid, p_lanes uuid[], p_rooms integer[], p_limit integer,
  out task_ids uuid[], out served uuid[], out exhausted uuid[]
)
language plpgsql set search_path = '' set enable_bitmapscan = off set enable_seqscan = off
as $$
declare
  v_quota constant integer := ceil(p_limit / cardinality(p_lanes)::numeric);
  v_holds_any boolean;
  v_holds_suspect boolean;
begin
  select count(*) > 0, coalesce(bool_or(j.deaths > 0), false) into v_holds_any, v_holds_suspect
  from nightshift.jobs j
  where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running';
  -- Whatever is worked on beside a suspect may die with it.
  if v_holds_suspect then
    exhausted := array[]::uuid[];
    return;
  end if;
  with lanes as (
    select l.lane, l.place, least(v_quota, l.room) as quota
    from unnest(p_lanes, p_rooms) with ordinality as l (lane, room, place)
  ), next as materialized (
    select n.*, l.place, row_number() over (partition by l.place order by n.priority desc, n.run_at, n.seq) as row
    from lanes l
    cross join lateral (
      select j.task_id, j.lane, j.priority, j.run_at, j.seq, j.deaths > 0 as is_suspect
      from nightshift.jobs j
      where j.schedule_id = p_schedule_id and j.lane = l.lane and j.state = 'ready'
      order by j.priority desc, j.run_at, j.seq
      limit l.quota
      for update skip locked
    ) n
  ), alone as ( -- a run has died with a suspect, so it is handed out alone, when its lane is first
    select n.task_id
    from next n
    where not v_holds_any and n.is_suspect and n.place = (select min(f.place) from next f)
    order by n.row
    limit 1
  ), chosen as ( -- what comes before a suspect in another lane
    select n.task_id, n.lane, n.place, n.row
    from next n
    left join (select s.place, min(s.row) as row from next s where s.is_suspect group by s.place) s on s.place = n.place
    where case when exists (select from alone) then n.task_id = (select a.task_id from alone a)
      else s.row is null or n.row < s.row end
    order by n.place, n.row
    limit p_limit
  )
  select array_agg(c.task_id order by c.place, c.row), array_agg(distinct c.lane),
    array(
      select l.lane
      from lanes l
      left join (select n.place, count(*) as jobs from next n group by n.place) k on k.place = l.place
      where coalesce(k.jobs, 0) < l.quota)
  into task_ids, served, exhausted
  from chosen c;
end
$$;
comment on function nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer) is
'Part of claim_jobs: locks the next jobs of lanes, by priority and time within each. exhausted: lanes that had fewer '
'than their share.';
revoke all on function nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.rest_lanes(p_schedule_id uuid, p_lanes uuid[]) returns void
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  -- Whoever holds one of these rows is about to add jobs. Then it stays as it is.
  v_free constant uuid[] := array(
    select t.lane from nightshift.job_turns t
    where t.schedule_id = p_schedule_id and t.lane = any (p_lanes) and t.is_waiting
    order by t.lane
    for update skip locked);
begin
  update nightshift.job_turns t
  set is_waiting = false
  where t.schedule_id = p_schedule_id and t.lane = any (v_free) and not exists (
    select from nightshift.jobs j where j.schedule_id = p_schedule_id and j.lane = t.lane and j.state = 'ready');
end
$$;
comment on function nightshift.rest_lanes(uuid, uuid[]) is
'Takes lanes out of the turn that have nothing to claim any more.';
revoke all on function nightshift.rest_lanes(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.find_steps(p_task_ids uuid[]) returns jsonb
-- In plpgsql, because the table comes with a later migration.
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.task_id, s.steps), '{}')
    from (
      select k.task_id, jsonb_agg(jsonb_build_object('name', k.name, 'position', k.position, 'result', k.result)
        order by k.position) as steps
      from nightshift.task_steps k
      where k.task_id = any (p_task_ids)
      group by k.task_id
    ) s);
end
$$;
comment on function nightshift.find_steps(uuid[]) is
'The kept steps of jobs: {task_id: [{name, position, result}]}, in the order of their positions.';
revoke all on function nightshift.find_steps(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.take_jobs(p_run_id uuid, p_agent public.task_schedules, p_task_ids uuid[],
  p_now timestamptz) returns jsonb
language plpgsql set search_path = '' set enable_bitmapscan = off set enable_seqscan = off
as $$
declare
  v_jobs jsonb;
  v_new_ids uuid[];
  v_steps jsonb;
  v_started integer;
begin
  with taken as (
    update nightshift.jobs j
    set state = 'running', run_id = p_run_id, attempt = j.attempt + 1, claims = j.claims + 1
    where j.task_id = any (p_task_ids)
    returning j.task_id, j.workspace_id, j.payload, j.key, j.attempt, j.max_attempts, j.claims
  )
  select jsonb_agg(jsonb_build_object(
      'task_id', t.task_id,
      'workspace_id', t.workspace_id,
      'agent', p_agent.name,
      'payload', t.payload,
      'key', t.key,
      'attempt', t.attempt,
      'max_attempts', t.max_attempts,
      'steps', jsonb '[]') order by p.position),
    array_agg(t.task_id) filter (where t.claims = 1)
  into v_jobs, v_new_ids
  from unnest(p_task_ids) with ordinality as p (id, position)
  join taken t on t.task_id = p.id;
  -- Only what was handed out before can have finished steps.
  if cardinality(v_new_ids) = cardinality(p_task_ids) is not true then
    v_steps := nightshift.find_steps(p_task_ids);
    select jsonb_agg(j.job || jsonb_build_object('steps', coalesce(v_steps -> (j.job ->> 'task_id'), '[]'))
      order by j.position) into v_jobs
    from jsonb_array_elements(v_jobs) with ordinality as j (job, position);
  end if;
  update public.autonomous_tasks t
  set status = 'running', executed_at = greatest(p_now, t.executed_at)
  from nightshift.jobs j
  -- Not by status: its partial indexes would tempt the planner to look at everything that waits.
  where j.task_id = any (v_new_ids) and t.id = j.task_id and t.workspace_id is not distinct from j.workspace_id
    and t.completed_at is null;
  get diagnostics v_started = row_count;
  if v_started < cardinality(p_task_ids) then
    -- Somebody has ended or deleted the row of a job by hand, so there is nothing left to do.
    with gone as (
      delete from nightshift.jobs j
      where j.task_id = any (p_task_ids)
        and not exists (
          select from public.autonomous_tasks t
          -- Whoever logs a task under the id of one that is gone does not get its job.
          where t.id = j.task_id and t.workspace_id is not distinct from j.workspace_id and t.completed_at is null)
      returning j.task_id
    )
    select coalesce(jsonb_agg(j.job order by j.position), '[]') into v_jobs
    from jsonb_array_elements(v_jobs) with ordinality as j (job, position)
    where (j.job ->> 'task_id')::uuid not in (select g.task_id from gone g);
  end if;
  return v_jobs;
end
$$;
comment on function nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz) is
'Part of claim_jobs: gives jobs to a run, and returns what the agent is given of each, in this order.';
revoke all on function nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.count_room(p_agent public.task_schedules, p_limit integer) returns integer
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  if p_agent.max_concurrency is null then
    return p_limit;
  end if;
  return least(p_limit, p_agent.max_concurrency - (
    select count(*) from nightshift.jobs j where j.schedule_id = p_agent.id and j.state = 'running'));
end
$$;
comment on function nightshift.count_room(public.task_schedules, integer) is
'How many further jobs of an agent may run now, at most p_limit.';
revoke all on function nightshift.count_room(public.task_schedules, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.has_claimable_jobs(p_agent public.task_schedules, p_now timestamptz)
returns boolean
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  if nightshift.count_room(p_agent, 1) <= 0 then
    return false;
  elsif exists (select from nightshift.job_turns t where t.schedule_id = p_agent.id and t.due_at <= p_now) then
    return true;
  elsif p_agent.max_concurrency_per_workspace is null then
    return exists (select from nightshift.job_turns t where t.schedule_id = p_agent.id and t.is_waiting);
  end if;
  return exists (
    select from nightshift.job_turns t
    where t.schedule_id = p_agent.id and t.is_waiting and t.lane not in (
      select j.lane from nightshift.jobs j where j.schedule_id = p_agent.id and j.state = 'running'
      group by j.lane having count(*) >= p_agent.max_concurrency_per_workspace));
end
$$;
comment on function nightshift.has_claimable_jobs(public.task_schedules, timestamptz) is
'Whether a claim may find jobs of an agent now. True may be too much, false never is.';
revoke all on function nightshift.has_claimable_jobs(public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.claim_jobs(
  p_run_id uuid, p_agent public.task_schedules, p_limit integer, p_now timestamptz, out jobs jsonb, out more boolean
)
-- No tenant can hold a row that is written here; whoever else does may not stop the agent.
language plpgsql set search_path = '' set lock_timeout = '1s' set enable_seqscan = off
as $$
declare
  v_limit integer := p_limit;
  v_lanes record;
  v_picked record;
begin
  jobs := jsonb '[]';
  more := false;
  perform nightshift.ready_due_jobs(p_agent.id, p_now);
  if p_agent.max_concurrency is not null or p_agent.max_concurrency_per_workspace is not null then
    perform pg_advisory_xact_lock(hashtextextended('nightshift.claim ' || p_agent.id, 0));
    v_limit := nightshift.count_room(p_agent, p_limit);
  end if;
  -- Without room no lane is looked at.
  select array_agg(n.lane order by n.place) as ids, array_agg(n.room order by n.place) as rooms into v_lanes
  from nightshift.next_lanes(p_agent, v_limit) n
  where v_limit > 0;
  if v_lanes.ids is null then
    return;
  end if;
  select p.* into v_picked
  from nightshift.pick_jobs(p_run_id, p_agent.id, v_lanes.ids, v_lanes.rooms, v_limit) p;
  if v_picked.task_ids is not null then
    jobs := nightshift.take_jobs(p_run_id, p_agent, v_picked.task_ids, p_now);
    update nightshift.job_turns t
    set last_served_at = p_now
    from (
      select k.lane from nightshift.job_turns k
      where k.schedule_id = p_agent.id and k.lane = any (v_picked.served)
      order by k.lane
      for no key update skip locked
    ) free
    where t.schedule_id = p_agent.id and t.lane = free.lane;
  end if;
  if cardinality(v_picked.exhausted) > 0 then
    perform nightshift.rest_lanes(p_agent.id, v_picked.exhausted);
  end if;
  more := nightshift.has_claimable_jobs(p_agent, p_now);
end
$$;
comment on function nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz) is
'Gives a run up to p_limit waiting jobs of an agent: workspaces take turns, and within one the highest priority comes '
'first, then the oldest. Returns {jobs, more}: more is whether another claim may find some.';
revoke all on function nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz)
  from public, anon, authenticated, service_role;
