-- The database worker: does the runs that no function is needed for, one chunk after the other.
--
-- pg_cron runs `call nightshift.work()` every minute. A procedure that commits may have neither `set search_path` nor
-- security definer, and no commit may be inside a block with an exception handler. So work() is a bare loop that calls
-- nothing but functions by their full names, and everything else is in these functions.
-- Locks: rows only. Time: up to 1 s a chunk, each with its own commit; 50 s a call.

create or replace function nightshift.work_until() returns timestamptz
language sql volatile set search_path = ''
as $$
  -- statement_timeout counts for the whole call, so a call ends well before it.
  select clock_timestamp() + make_interval(secs => least(
    coalesce(nullif(current_setting('nightshift.work_seconds', true), '')::double precision, 50),
    (select 0.7 * s.setting::double precision / 1000
     from pg_catalog.pg_settings s
     where s.name = 'statement_timeout' and s.setting <> '0')))
$$;
comment on function nightshift.work_until() is
'When a call of work() that begins now has to end: after 50 s, the setting nightshift.work_seconds, or most of '
'statement_timeout, whichever is least.';
revoke all on function nightshift.work_until() from public, anon, authenticated, service_role;

create or replace function nightshift.begin_work() returns boolean
language sql volatile set search_path = ''
as $$
  select to_regclass('public.autonomous_tasks') is not null and exists (select from nightshift.database_runs)
    and pg_catalog.pg_try_advisory_lock(hashtext('nightshift.work'))
$$;
comment on function nightshift.begin_work() is
'Whether there is work and no other worker: takes the lock of the session that one worker at a time holds.';
revoke all on function nightshift.begin_work() from public, anon, authenticated, service_role;

create or replace function nightshift.end_work(p_worker uuid, p_now timestamptz default clock_timestamp()) returns void
language plpgsql set search_path = ''
as $$
declare
  c_lease constant interval := interval '90 seconds';
begin
  -- Let go in order: the next call goes on at once, and that is no further attempt.
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + c_lease)
  from nightshift.database_runs r
  where r.held_by = p_worker and l.run_id = r.run_id and l.token = r.token;
  update nightshift.database_runs r set held_by = null where r.held_by = p_worker;
  perform pg_catalog.pg_advisory_unlock(hashtext('nightshift.work'));
end
$$;
comment on function nightshift.end_work(uuid, timestamptz) is
'Ends a call of work(): lets its runs go, and gives the lock back.';
revoke all on function nightshift.end_work(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_database_run(
  p_run nightshift.database_runs, p_worker uuid, p_now timestamptz
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_lease_seconds constant integer := 90;
  v_started jsonb;
  v_token uuid := (select l.token from nightshift.run_leases l where l.run_id = p_run.run_id
    and l.token = p_run.token and l.expires_at > p_now);
begin
  if v_token is null then
    v_started := nightshift.start_run(p_run.run_id, p_lease_seconds => c_lease_seconds, p_now => p_now);
    v_token := (v_started ->> 'run_token')::uuid;
    if v_token is null then
      -- It has ended, or is gone.
      delete from nightshift.database_runs r where r.run_id = p_run.run_id;
      return false;
    end if;
  end if;
  update nightshift.database_runs r set held_by = p_worker, token = v_token where r.run_id = p_run.run_id;
  update public.task_dispatches d
  set verdict = 'accepted', responded_at = p_now
  where d.task_id = p_run.run_id and d.verdict = 'sent';
  return true;
end
$$;
comment on function nightshift.take_database_run(nightshift.database_runs, uuid, timestamptz) is
'Part of work_on: starts a run, takes one over whose lease has ended, or goes on with one that the previous call let '
'go. False when there is nothing to do.';
revoke all on function nightshift.take_database_run(nightshift.database_runs, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_touched(p_run_id uuid, p_touched jsonb, p_now timestamptz) returns void
language sql set search_path = ''
as $$
  with told as (
    select c.workspace_id, jsonb_object_agg(c.key, c.value) filter (where c.key is not null) as counts
    from (
      select (e.item ->> 'workspace_id')::uuid as workspace_id, n.key, sum(n.value::bigint) as value
      from jsonb_array_elements(coalesce(p_touched, '[]')) as e (item)
      left join lateral jsonb_each_text(coalesce(e.item -> 'counts', '{}')) n on true
      group by 1, 2
    ) c
    group by c.workspace_id
  ), held as ( -- a workspace that somebody is deleting has no row any more
    select w.id from public.workspaces w where w.id in (select t.workspace_id from told t)
    order by w.id for key share skip locked
  )
  insert into nightshift.run_workspaces as r (run_id, workspace_id, counts, cost_usd, started_at)
  select p_run_id, t.workspace_id, coalesce(t.counts, '{}'), 0, p_now
  from told t
  join held h on h.id = t.workspace_id
  order by t.workspace_id
  on conflict (run_id, workspace_id) do update
  set needs_copy = true, counts = (
    select coalesce(jsonb_object_agg(s.key, s.value), '{}')
    from (
      select c.key, sum(c.value::bigint) as value
      from (
        select * from jsonb_each_text(coalesce(r.counts, '{}'))
        union all
        select * from jsonb_each_text(excluded.counts)
      ) c
      group by c.key
    ) s)
$$;
comment on function nightshift.note_touched(uuid, jsonb, timestamptz) is
'Part of work_on: adds what a chunk did, [{workspace_id, counts: {name: whole number}}], to the rows of the '
'workspaces.';
revoke all on function nightshift.note_touched(uuid, jsonb, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_error(p_error text, p_sqlstate text) returns text
language sql immutable set search_path = ''
as $$ select case when p_sqlstate like 'PT4%' then p_error else format('%s (%s)', p_error, p_sqlstate) end $$;
comment on function nightshift.describe_error(text, text) is
'An error for the operator: what it says, with its SQLSTATE unless it is from our catalogue.';
revoke all on function nightshift.describe_error(text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.note_failure(
  p_run_id uuid, p_workspace_id uuid, p_error text, p_sqlstate text, p_now timestamptz
) returns void
language sql set search_path = ''
as $$
  insert into nightshift.run_failures (run_id, workspace_id, error, failed_at)
  select p_run_id, w.id, left(p_error, 2000), p_now
  from public.workspaces w
  where w.id = p_workspace_id
  for key share skip locked
  on conflict (run_id, workspace_id) do nothing;
  -- What the database said may name what members must not read. Errors of our catalogue are written for them.
  insert into nightshift.run_workspaces as r
    (run_id, workspace_id, status, counts, cost_usd, message, started_at, ended_at)
  select f.run_id, f.workspace_id, 'failed', '{}', 0, case when p_sqlstate like 'PT4%' then left(p_error, 2000)
    else format('This could not be done for your workspace (database error %s). The system row of the run says more. '
      'It is tried again by the next run.', p_sqlstate) end, p_now, p_now
  from nightshift.run_failures f
  where f.run_id = p_run_id and f.workspace_id = p_workspace_id
  on conflict (run_id, workspace_id) do update
  set status = 'partial_failure', message = excluded.message, needs_copy = true,
    ended_at = greatest(excluded.ended_at, r.started_at);
$$;
comment on function nightshift.note_failure(uuid, uuid, text, text, timestamptz) is
'Part of work_on: notes that a chunk of a single workspace raised an error, for the operator and for its members.';
revoke all on function nightshift.note_failure(uuid, uuid, text, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.part_workspaces(p_run nightshift.database_runs, p_now timestamptz)
  returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_most_at_once constant integer := 1000;
  c_most_times constant integer := 100;
  v_due uuid[];
begin
  execute format('select array(select nightshift.%I($1, $2, $3))', p_run.task_type || '_due') into v_due
  using p_run.run_id, c_most_at_once, p_now;
  if cardinality(v_due) = 0 or p_run.raised >= c_most_times then
    return false;
  end if;
  update nightshift.database_runs r set apart = v_due, raised = r.raised + 1 where r.run_id = p_run.run_id;
  return true;
end
$$;
comment on function nightshift.part_workspaces(nightshift.database_runs, timestamptz) is
'Part of work_on: after a chunk of all workspaces raised an error, lists those that are done one at a time. False when '
'none is due, so that the error is that of the run.';
revoke all on function nightshift.part_workspaces(nightshift.database_runs, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.do_chunk(p_run nightshift.database_runs, p_now timestamptz) returns void
-- Whoever holds rows of one workspace keeps us for so long, and then the others are done without it.
-- Large tables without statistics look costly, so that each piece would be compiled first, for a quarter of its time.
language plpgsql set search_path = '' set lock_timeout = '500ms' set jit = off
as $$
declare
  v_workspace_id constant uuid := p_run.apart[1];
  v_answer jsonb;
begin
  -- Undone as a whole when it raises: the work, and what was noted about it.
  begin
    execute format('select nightshift.%I($1, $2, $3)', p_run.task_type || '_chunk') into strict v_answer
    using p_run.run_id, v_workspace_id, p_now;
    perform nightshift.note_touched(p_run.run_id, v_answer -> 'touched', p_now);
    update nightshift.database_runs r
    set output = r.output || coalesce(v_answer -> 'output', '{}'),
      is_done = v_workspace_id is null and v_answer -> 'done' is not distinct from 'true',
      apart = case
        when v_workspace_id is null then r.apart
        when v_answer -> 'done' is not distinct from 'true' then r.apart[2:]
        else r.apart[2:] || v_workspace_id
      end
    where r.run_id = p_run.run_id;
  exception when others then
    raise warning 'nightshift.work: run % (%), workspace %: % (%)', p_run.run_id, p_run.task_type, v_workspace_id,
      sqlerrm, sqlstate;
    if v_workspace_id is not null then
      perform nightshift.note_failure(p_run.run_id, v_workspace_id, sqlerrm, sqlstate, p_now);
      update nightshift.database_runs r set apart = r.apart[2:] where r.run_id = p_run.run_id;
    elsif not nightshift.part_workspaces(p_run, p_now) then
      perform nightshift.finish_database_run(p_run.run_id, nightshift.describe_error(sqlerrm, sqlstate), p_now);
    end if;
  end;
end
$$;
comment on function nightshift.do_chunk(nightshift.database_runs, timestamptz) is
'Part of work_on: one chunk of a run. One that raises an error, or waits half a second for a row, is done again one '
'workspace at a time; the workspace in which it does so again is noted and left out, and the others go on.';
revoke all on function nightshift.do_chunk(nightshift.database_runs, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.serve_database_run(
  p_run nightshift.database_runs, p_worker uuid, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  c_lease constant interval := interval '90 seconds';
  c_rows_at_once constant integer := 500;
begin
  if p_run.held_by is distinct from p_worker then
    if nightshift.take_database_run(p_run, p_worker, p_now) then
      perform nightshift.check_payload(p_run.task_type, nightshift.run_payload(p_run.run_id));
    end if;
  elsif not exists (
    select from public.autonomous_tasks t where t.id = p_run.run_id and t.workspace_id is null and t.status = 'running'
  ) then
    -- Somebody has cancelled it.
    perform nightshift.finish_database_run(p_run.run_id, null, p_now);
  elsif not exists (select from nightshift.database_types d where d.task_type = p_run.task_type) then
    perform nightshift.finish_database_run(p_run.run_id,
      format('The database has no work for the task type %s.', p_run.task_type), p_now);
  elsif not p_run.is_done then
    perform nightshift.do_chunk(p_run, p_now);
  elsif nightshift.end_database_workspaces(p_run.run_id, c_rows_at_once, p_now) = 0 then
    perform nightshift.finish_database_run(p_run.run_id, null, p_now);
  end if;
  update nightshift.database_runs r
  set served_at = p_now, held_by = p_worker
  where r.run_id = p_run.run_id;
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + c_lease)
  from nightshift.database_runs r
  where r.run_id = p_run.run_id and l.run_id = r.run_id and l.token = r.token;
end
$$;
comment on function nightshift.serve_database_run(nightshift.database_runs, uuid, timestamptz) is
'Part of work_on: the next step of a run, and its heartbeat.';
revoke all on function nightshift.serve_database_run(nightshift.database_runs, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.work_on(
  p_worker uuid, p_until timestamptz, p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_run nightshift.database_runs;
begin
  -- The run that was served longest ago. One that another call held when it died waits for its lease to end.
  select r.* into v_run
  from nightshift.database_runs r
  where r.held_by is null or r.held_by = p_worker
  order by r.served_at nulls first, r.run_id
  limit 1;
  if v_run.run_id is null or clock_timestamp() >= p_until then
    return false;
  end if;
  begin
    perform nightshift.serve_database_run(v_run, p_worker, p_now);
  exception when others then
    -- Whatever it is, it must not keep the other runs from their turns.
    raise warning 'nightshift.work: run % (%): % (%)', v_run.run_id, v_run.task_type, sqlerrm, sqlstate;
    perform nightshift.fail_task(v_run.run_id, nightshift.describe_error(sqlerrm, sqlstate), p_now);
    delete from nightshift.database_runs r where r.run_id = v_run.run_id;
  end;
  return true;
end
$$;
comment on function nightshift.work_on(uuid, timestamptz, timestamptz) is
'One step of work(): a chunk of the run whose turn it is. False when nothing is left, or when p_until has passed.';
revoke all on function nightshift.work_on(uuid, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace procedure nightshift.work()
language plpgsql
as $$
declare
  v_worker uuid := pg_catalog.gen_random_uuid();
  v_until timestamptz := nightshift.work_until();
begin
  if not nightshift.begin_work() then
    return;
  end if;
  while nightshift.work_on(v_worker, v_until) loop
    commit;
  end loop;
  perform nightshift.end_work(v_worker);
end
$$;
comment on procedure nightshift.work() is
'Does the waiting runs of schedules with the target database, for up to 50 s, and commits after each chunk. Called '
'every minute by pg_cron. One worker at a time: a second call returns at once.';
revoke all on procedure nightshift.work() from public, anon, authenticated, service_role;
