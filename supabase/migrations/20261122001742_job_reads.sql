-- Job reads: what people see of jobs, one by one and in pages, and of the log lines of a task.
--
-- Who sees what is as in jobs_for_people.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.find_job(p_task_id uuid, p_caller jsonb, out workspace_id uuid,
  out schedule_id uuid, out agent_name text, out outcome text)
language plpgsql stable set search_path = ''
as $$
declare
  v_task_type text;
begin
  select j.workspace_id, j.schedule_id into workspace_id, schedule_id
  from nightshift.jobs j
  where j.task_id = p_task_id;
  if not found then
    -- A completed job leaves its row in the log only.
    select t.workspace_id, s.id into workspace_id, schedule_id
    from public.autonomous_tasks t
    join public.task_schedules s on s.name = t.agent_name and s.task_type = t.task_type and s.target !~ '^https?://'
    where t.id = p_task_id;
  end if;
  select s.name, s.task_type into agent_name, v_task_type
  from public.task_schedules s
  where s.id = find_job.schedule_id;
  outcome := case
    when agent_name is null then 'task_not_found'
    when jsonb_typeof(p_caller -> 'task_types') = 'array' and not p_caller -> 'task_types' ? v_task_type
      then 'task_not_found'
    when p_caller ->> 'kind' = 'service' then 'ok'
    when p_caller ->> 'kind' = 'token' and workspace_id = (p_caller ->> 'workspace_id')::uuid then 'ok'
    when p_caller ->> 'kind' = 'user' and workspace_id in (
      select m.workspace_id from public.workspace_members m where m.user_id = (p_caller ->> 'id')::uuid) then 'ok'
    else 'task_not_found' end;
end
$$;
comment on function nightshift.find_job(uuid, jsonb) is
'The workspace and the agent of a job, and whether a caller sees it: ok or task_not_found.';
revoke all on function nightshift.find_job(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_lines(p_task_id uuid, p_workspace_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'message', l.message, 'fields', l.fields) order by l.seq),
    '[]')
  from nightshift.task_lines l
  -- Whoever logs a task under the id of one that is gone does not get its lines.
  where l.task_id = p_task_id and l.workspace_id is not distinct from p_workspace_id
$$;
comment on function nightshift.describe_lines(uuid, uuid) is 'The log lines of a task of a workspace, oldest first.';
revoke all on function nightshift.describe_lines(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.job_status(p_job nightshift.jobs) returns text
language sql immutable set search_path = ''
as $$
  select case when p_job.state = 'ended' then p_job.outcome when p_job.claims > 0 then 'running' else 'pending' end
$$;
comment on function nightshift.job_status(nightshift.jobs) is
'Status of the task of a job. Between two attempts it is running.';
revoke all on function nightshift.job_status(nightshift.jobs) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_job(p_job nightshift.jobs, p_agent text) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_job.task_id, 'workspace_id', p_job.workspace_id, 'agent', p_agent,
    'status', nightshift.job_status(p_job), 'key', p_job.key, 'priority', p_job.priority, 'run_at', p_job.run_at,
    'attempt', p_job.attempt, 'max_attempts', p_job.max_attempts, 'last_error', p_job.last_error,
    'next_try_at', case when p_job.claims > 0 and p_job.state in ('later', 'ready') then p_job.run_at end,
    'cancel_requested_at', p_job.cancel_requested_at, 'retried_as', p_job.retried_as, 'created_at', p_job.created_at,
    'ended_at', p_job.ended_at)
$$;
comment on function nightshift.describe_job(nightshift.jobs, text) is 'A job as people see it in a list.';
revoke all on function nightshift.describe_job(nightshift.jobs, text) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_job_with_task(p_task_id uuid, p_workspace_id uuid, p_agent text)
returns jsonb
language sql stable set search_path = ''
as $$
  select case when j.task_id is not null then nightshift.describe_job(j, p_agent) else jsonb_build_object(
      'id', t.id, 'workspace_id', t.workspace_id, 'agent', p_agent, 'status', t.status, 'key', null, 'priority', null,
      'run_at', null, 'attempt', null, 'max_attempts', null, 'last_error', null, 'next_try_at', null,
      'cancel_requested_at', null, 'retried_as', null, 'created_at', t.created_at, 'ended_at', t.completed_at) end
    || jsonb_build_object(
      'payload', coalesce(j.payload, t.input_data), 'output_data', t.output_data, 'error_message', t.error_message,
      'executed_at', case when t.status <> 'pending' then t.executed_at end,
      'cost_estimate_usd', t.cost_estimate_usd,
      'steps', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'name', s.name, 'position', s.position, 'finished_at', s.finished_at) order by s.position), '[]')
        from nightshift.task_steps s
        where s.task_id = p_task_id),
      'lines', nightshift.describe_lines(p_task_id, p_workspace_id))
  from (select p_task_id as id) asked
  left join nightshift.jobs j on j.task_id = asked.id and j.workspace_id is not distinct from p_workspace_id
  left join public.autonomous_tasks t on t.id = asked.id and t.workspace_id is not distinct from p_workspace_id
$$;
comment on function nightshift.describe_job_with_task(uuid, uuid, text) is
'A job with its payload, its result, its finished steps and its lines. What machinery no longer keeps of a completed '
'one is null.';
revoke all on function nightshift.describe_job_with_task(uuid, uuid, text)
  from public, anon, authenticated, service_role;

create or replace function public.get_job(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_found record;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select f.* into v_found from nightshift.find_job(p_task_id, v_caller) f;
  if v_found.outcome <> 'ok' then
    return jsonb_build_object('outcome', v_found.outcome);
  end if;
  return jsonb_build_object('outcome', 'ok', 'job',
    nightshift.describe_job_with_task(p_task_id, v_found.workspace_id, v_found.agent_name));
end
$$;
comment on function public.get_job(uuid, text) is
'One job with attempt, last error, next try, payload, result, finished steps and lines. Outcomes: ok with job, '
'task_not_found, and those of admit_caller.';
revoke all on function public.get_job(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_job(uuid, text) to authenticated, service_role;

create or replace function nightshift.list_job_page(p_filter jsonb, p_workspace_ids uuid[], p_task_types text[],
  p_limit integer) returns setof nightshift.jobs
-- Without bitmaps a page comes straight from the index, however many jobs wait.
language plpgsql stable set search_path = '' set enable_bitmapscan = off
as $$
declare
  -- Executed with the values at hand, so that what is null falls away before the query is planned.
  c_rows constant text := $query$
    select j.*
    from nightshift.jobs j
    where ($1 is null or j.schedule_id = (select s.id from public.task_schedules s where s.name = $1))
      and ($2 is null or nightshift.job_status(j) = $2)
      and ($3 is null or j.schedule_id in (select s.id from public.task_schedules s where s.task_type = any ($3)))
      and ($4 is null or j.task_id < $4)
  $query$;
  c_order constant text := ' order by j.task_id desc limit $6';
begin
  return query execute 'select f.* from ('
    || case when p_workspace_ids is null then c_rows || c_order
      -- A page of each workspace comes from its index, and these are put together.
      else 'select o.* from unnest($5) as w (id) cross join lateral (' || c_rows || ' and j.workspace_id = w.id'
        || c_order || ') o' end
    || ') f order by f.task_id desc limit $6'
  using p_filter ->> 'agent', p_filter ->> 'status', p_task_types, (p_filter ->> 'after')::uuid, p_workspace_ids,
    p_limit;
end
$$;
comment on function nightshift.list_job_page(jsonb, uuid[], text[], integer) is
'Part of list_jobs: jobs of these workspaces (null: all), latest first.';
revoke all on function nightshift.list_job_page(jsonb, uuid[], text[], integer)
  from public, anon, authenticated, service_role;

create or replace function public.list_jobs(p_filter jsonb default '{}', p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_id uuid;
  v_limit integer;
  v_caller jsonb;
  v_reached uuid[];
  v_types text[];
begin
  begin
    v_workspace_id := (p_filter ->> 'workspace_id')::uuid;
    v_limit := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
    perform (p_filter ->> 'after')::uuid;
  exception when data_exception then
    raise exception 'filter_invalid: workspace_id is a UUID, limit a number, after is the next of the page before.'
      using errcode = 'PT400';
  end;
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[v_workspace_id], null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  -- Null is every workspace, and only the service role reaches them all.
  v_reached := case v_caller ->> 'kind'
    when 'service' then case when v_workspace_id is not null then array[v_workspace_id] end
    when 'token' then array[(v_caller ->> 'workspace_id')::uuid]
    else array(select w.value::uuid from jsonb_array_elements_text(v_caller -> 'workspace_ids') as w (value)) end;
  if v_workspace_id is not null then
    v_reached := array(select w.id from unnest(v_reached) as w (id) where w.id = v_workspace_id);
  end if;
  if jsonb_typeof(v_caller -> 'task_types') = 'array' then
    v_types := array(select jsonb_array_elements_text(v_caller -> 'task_types'));
  end if;
  return (
    with page as materialized (
      select row_number() over (order by p.task_id desc) as place, p as job
      from nightshift.list_job_page(p_filter, v_reached, v_types, v_limit + 1) p
    )
    select jsonb_build_object('outcome', 'ok',
      'jobs', coalesce(jsonb_agg(nightshift.describe_job(p.job, s.name) order by p.place)
        filter (where p.place <= v_limit), '[]'),
      'next', case when count(*) > v_limit then min((p.job).task_id::text) filter (where p.place = v_limit) end)
    from page p
    join public.task_schedules s on s.id = (p.job).schedule_id);
end
$$;
comment on function public.list_jobs(jsonb, text) is
'A page of jobs, latest first: those that wait or run, failed and cancelled ones for 30 days, completed ones with a '
'key for a day. Filters: agent, status, workspace_id, limit (1 to 200, default 50), after (the next of the page '
'before). Outcomes: ok with jobs and next, and those of admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.list_jobs(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_jobs(jsonb, text) to authenticated, service_role;

create or replace function public.list_lines(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_workspace_id uuid;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select t.workspace_id into v_workspace_id
  from public.autonomous_tasks t
  where t.id = p_task_id
    and (jsonb_typeof(v_caller -> 'task_types') is distinct from 'array' or v_caller -> 'task_types' ? t.task_type)
    and case v_caller ->> 'kind'
      when 'service' then true
      when 'token' then t.workspace_id = (v_caller ->> 'workspace_id')::uuid
      when 'user' then t.workspace_id in (select nightshift.my_workspaces())
      else false end;
  if not found then
    return jsonb_build_object('outcome', 'task_not_found');
  end if;
  return jsonb_build_object('outcome', 'ok', 'lines', nightshift.describe_lines(p_task_id, v_workspace_id));
end
$$;
comment on function public.list_lines(uuid, text) is
'The log lines of a task, oldest first, for whoever sees the task: [{at, message, fields}]. Outcomes: ok with lines, '
'task_not_found, and those of admit_caller.';
revoke all on function public.list_lines(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.list_lines(uuid, text) to authenticated, service_role;
