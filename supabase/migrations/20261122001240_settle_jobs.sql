-- Settle: saves what became of jobs that a run holds, in one transaction.
--
-- It works on sets. Where a row refuses a result or somebody holds it, the results are saved one by one: a result
-- that the log refuses fails its own job, with the reason, and no other.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.explain_attempt(p_attempt integer, p_max_attempts integer, p_error text,
  p_next_at timestamptz) returns text
language sql stable set search_path = ''
as $$
  select left(format('Attempt %s of %s failed, and the next one comes at %s UTC: %s', p_attempt, p_max_attempts,
    to_char(p_next_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS'), p_error), 10000)
$$;
comment on function nightshift.explain_attempt(integer, integer, text, timestamptz) is
'What the row of a job says between two attempts.';
revoke all on function nightshift.explain_attempt(integer, integer, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_job_results(
  p_run_id uuid, p_results jsonb, p_now timestamptz,
  out saved uuid[], out lanes uuid[], out due_at timestamptz[], out completed integer, out failed integer,
  out put_back integer
)
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
as $$
declare
  v_task_ids constant uuid[] := array(
    select (r.value ->> 'task_id')::uuid from jsonb_array_elements(p_results) as r (value));
begin
  with told as (
    select distinct on (r.task_id) r.*
    from jsonb_to_recordset(p_results)
      as r (task_id uuid, outcome text, output jsonb, cost_usd numeric, error text, after_seconds numeric)
    order by r.task_id
  ), running as materialized ( -- nobody else settles them, as the run's lease is held until commit
    select j.*
    from nightshift.jobs j
    where j.task_id = any (v_task_ids) and j.state = 'running' and j.run_id = p_run_id
  ), held as materialized ( -- jobs that this run still holds, with what became of them
    select j.task_id, j.workspace_id, j.lane, j.key, j.attempt, j.max_attempts, r.outcome as told, r.output, r.cost_usd,
      case
        when r.outcome in ('completed', 'cancelled') then r.outcome
        when r.outcome in ('continue', 'died', 'retry') and j.cancel_requested_at is not null then 'cancelled'
        -- A job that never ends would go on for ever.
        when r.outcome = 'continue' and j.claims - j.attempt < 1000 then 'ready'
        when r.outcome in ('died', 'retry') and j.attempt < j.max_attempts then 'later'
        else 'failed'
      end as fate,
      case when r.outcome not in ('completed', 'cancelled', 'continue') then
        coalesce(nullif(r.error, ''), 'The agent gave no reason.')
      when r.outcome = 'cancelled' then nullif(r.error, '')
      when r.outcome = 'continue' and j.claims - j.attempt >= 1000 then
        'The job was continued 1000 times without an end.'
      end as error,
      p_now + case
        when r.outcome not in ('died', 'retry') then interval '0'
        when r.after_seconds is null then nightshift.backoff(j.attempt, 15, 3600)
        else make_interval(secs => least(greatest(r.after_seconds, 0), 31536000))
      end as run_at
    from running j
    join told r on r.task_id = j.task_id
  ), logged as (
    update public.autonomous_tasks t
    set status = case when h.fate in ('later', 'ready') then t.status else h.fate end,
      output_data = case when h.fate = 'completed' then h.output else t.output_data end,
      error_message = case h.fate
        when 'completed' then null
        when 'later' then nightshift.explain_attempt(h.attempt, h.max_attempts, h.error, h.run_at)
        when 'cancelled' then coalesce(left(h.error, 10000), 'Cancelled on request.')
        else left(h.error, 10000)
      end,
      cost_estimate_usd = case when h.cost_usd is null then t.cost_estimate_usd
        else coalesce(t.cost_estimate_usd, 0) + h.cost_usd end,
      completed_at = case when h.fate not in ('later', 'ready') then greatest(p_now, t.executed_at) end
    from held h
    -- Not by status: its partial indexes would tempt the planner to look at everything that waits.
    where t.id = h.task_id and t.workspace_id is not distinct from h.workspace_id and t.completed_at is null
      and (h.fate <> 'ready' or h.cost_usd is not null)
  ), gone as (
    delete from nightshift.jobs j
    using held h
    where j.task_id = h.task_id and h.fate = 'completed' and h.key is null
  ), changed as (
    update nightshift.jobs j
    set state = case when h.fate in ('later', 'ready') then h.fate else 'ended' end,
      run_id = null,
      -- A continuation is no attempt.
      attempt = j.attempt - (h.fate = 'ready')::integer,
      deaths = case when h.told = 'died' then j.deaths + 1 else 0 end,
      run_at = case when h.fate in ('later', 'ready') then h.run_at else j.run_at end,
      last_error = coalesce(left(h.error, 2000), j.last_error),
      outcome = case when h.fate not in ('later', 'ready') then h.fate end,
      ended_at = case when h.fate not in ('later', 'ready') then p_now end
    from held h
    where j.task_id = h.task_id and not (h.fate = 'completed' and h.key is null)
  )
  select array_agg(h.task_id), array_agg(h.lane) filter (where h.fate in ('later', 'ready')),
    array_agg(case when h.fate = 'later' then h.run_at end) filter (where h.fate in ('later', 'ready')),
    (count(*) filter (where h.fate = 'completed'))::integer,
    (count(*) filter (where h.fate in ('failed', 'cancelled')))::integer,
    (count(*) filter (where h.fate in ('later', 'ready')))::integer
  into saved, lanes, due_at, completed, failed, put_back
  from held h;
end
$$;
comment on function nightshift.store_job_results(uuid, jsonb, timestamptz) is
'Part of settle_jobs: saves what became of jobs that a run holds, all or nothing. Beside the outcomes of settle_jobs '
'it knows died: the run ended without a result. Returns which were saved, which lanes have jobs again since when, and '
'counts.';
revoke all on function nightshift.store_job_results(uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_job_results_singly(p_run_id uuid, p_results jsonb, p_now timestamptz,
  out saved uuid[], out lanes uuid[], out due_at timestamptz[], out completed integer, out failed integer,
  out put_back integer
)
language plpgsql set search_path = ''
as $$
declare
  v_result jsonb;
  v_one record;
  v_constraint text;
begin
  completed := 0;
  failed := 0;
  put_back := 0;
  for v_result in select r.value from jsonb_array_elements(p_results) as r (value) loop
    begin
      select o.* into v_one from nightshift.store_job_results(p_run_id, jsonb_build_array(v_result), p_now) o;
    exception
      when lock_not_available then
        -- The job stays with its run, and goes on as one of a run that died.
        continue;
      when integrity_constraint_violation or data_exception or sqlstate 'PT409' then
        -- Another attempt would return the same, so it is not made. No words of the result are kept.
        get stacked diagnostics v_constraint = constraint_name;
        select o.* into v_one
        from nightshift.store_job_results(p_run_id, jsonb_build_array(jsonb_build_object(
          'task_id', v_result -> 'task_id',
          'outcome', 'failed',
          'error', 'The result was rejected: ' || coalesce('it breaks ' || nullif(v_constraint, '') || '.',
            'a value is missing or of another type.'))), p_now) o;
    end;
    saved := saved || v_one.saved;
    lanes := lanes || v_one.lanes;
    due_at := due_at || v_one.due_at;
    completed := completed + v_one.completed;
    failed := failed + v_one.failed;
    put_back := put_back + v_one.put_back;
  end loop;
end
$$;
comment on function nightshift.store_job_results_singly(uuid, jsonb, timestamptz) is
'Part of settle_jobs: saves results one by one. One that the log refuses fails its own job alone, for good. Returns as '
'store_job_results does.';
revoke all on function nightshift.store_job_results_singly(uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.hold_workspaces_of_jobs(p_run_id uuid, p_results jsonb) returns jsonb
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
as $$
declare
  c_uuid constant text := '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';
  v_task_ids uuid[];
  v_workspace_ids uuid[];
  v_held uuid[];
  v_left uuid[];
begin
  begin
    v_task_ids := array(select (r.value ->> 'task_id')::uuid from jsonb_array_elements(p_results) as r (value));
  exception when invalid_text_representation then
    v_task_ids := array(
      select (r.value ->> 'task_id')::uuid from jsonb_array_elements(p_results) as r (value)
      where r.value ->> 'task_id' ~ c_uuid);
  end;
  v_workspace_ids := array(
    select distinct j.workspace_id from nightshift.jobs j
    where j.task_id = any (v_task_ids) and j.run_id = p_run_id and j.workspace_id is not null);
  if cardinality(v_workspace_ids) > 0 then
    -- The key share lock keeps a workspace from being deleted until we are done.
    v_held := array(
      select w.id from public.workspaces w where w.id = any (v_workspace_ids) order by w.id for key share skip locked);
    if cardinality(v_held) < cardinality(v_workspace_ids) then
      -- One that is being deleted is left out, and its jobs go with it.
      v_left := array(
        select j.task_id from nightshift.jobs j
        where j.task_id = any (v_task_ids) and j.workspace_id is not null and j.workspace_id <> all (v_held));
    end if;
  end if;
  if v_left is null and cardinality(v_task_ids) = jsonb_array_length(p_results) then
    return p_results;
  end if;
  return (
    select coalesce(jsonb_agg(r.value), '[]')
    from jsonb_array_elements(p_results) as r (value)
    where case when r.value ->> 'task_id' ~ c_uuid
      then coalesce((r.value ->> 'task_id')::uuid <> all (v_left), true) else false end);
end
$$;
comment on function nightshift.hold_workspaces_of_jobs(uuid, jsonb) is
'Part of settle_jobs: those results that name a job whose workspace nobody is deleting.';
revoke all on function nightshift.hold_workspaces_of_jobs(uuid, jsonb)
  from public, anon, authenticated, service_role;

create or replace function nightshift.save_job_results(p_run_id uuid, p_schedule_id uuid, p_results jsonb,
  p_now timestamptz) returns uuid[]
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_results constant jsonb := nightshift.hold_workspaces_of_jobs(p_run_id, p_results);
  v_stored record;
begin
  if v_results = '[]' then
    return array[]::uuid[];
  end if;
  begin
    select s.* into v_stored from nightshift.store_job_results(p_run_id, v_results, p_now) s;
  exception when integrity_constraint_violation or data_exception or lock_not_available or sqlstate 'PT409' then
    select s.* into v_stored from nightshift.store_job_results_singly(p_run_id, v_results, p_now) s;
  end;
  if v_stored.lanes is not null then
    perform nightshift.mark_lanes(p_schedule_id, v_stored.lanes, v_stored.due_at);
  end if;
  update nightshift.run_leases l
  set jobs_completed = l.jobs_completed + v_stored.completed, jobs_failed = l.jobs_failed + v_stored.failed,
    jobs_put_back = l.jobs_put_back + v_stored.put_back
  where l.run_id = p_run_id;
  return coalesce(v_stored.saved, array[]::uuid[]);
end
$$;
comment on function nightshift.save_job_results(uuid, uuid, jsonb, timestamptz) is
'Part of settle_jobs: saves results all at once, or one by one when one is rejected or somebody holds a row, and '
'counts them. Returns which were saved.';
revoke all on function nightshift.save_job_results(uuid, uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;
