-- Task reports: what reads the task log over HTTP, with the rights described in the migration before.
--
-- Each returns one jsonb document, never a set, because PostgREST cuts sets at 1,000 rows.
-- Locks: none. Time: milliseconds.

create or replace function public.find_tasks(p_filter jsonb default '{}', p_token_hash text default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- Executed with the values at hand, so that each condition which is null falls away before the query is
  -- planned, and the index that serves the others is used.
  c_rows constant text := $query$
    select t.id, t.workspace_id, t.task_type, t.status, t.error_message, t.executed_at, t.completed_at, t.duration_ms,
      t.triggered_by, t.agent_name, t.cost_estimate_usd, t.created_at, t.updated_at
    from public.autonomous_tasks t
    where ($1 is distinct from 'token' or t.workspace_id = $2)
      and ($3 is null or t.task_type = any ($3))
      and ($4 is null or t.workspace_id = $4)
      and ($5 is null or t.task_type = $5)
      and ($6 is null or t.status = any ($6))
      and ($7 is null or t.agent_name = $7)
      and ($8 is null or t.triggered_by = $8)
      and ($9 is null or t.executed_at >= $9)
      and ($10 is null or t.executed_at < $10)
      and ($11 is null or (t.error_message is not null and strpos(lower(t.error_message), lower($11)) > 0))
      and ($12 is null or (t.executed_at <= $12 and (t.executed_at, t.id) < ($12, $13)))
  $query$;
  -- Row level security says the same, but only this lets the index of a workspace serve every filter. A page of each
  -- workspace comes from its index, and these are put together.
  c_rows_of_user constant text := 'select o.* from unnest($15) as w (id) cross join lateral (' || c_rows
    || ' and t.workspace_id = w.id order by t.executed_at desc, t.id desc limit $14) o';
  c_page constant text := $query$
    select array_agg(to_jsonb(p) order by p.executed_at desc, p.id desc)
    from (select f.* from (%s) f order by f.executed_at desc, f.id desc limit $14) p
  $query$;
  v_caller jsonb;
  v_workspace_id uuid;
  v_limit integer;
  v_from timestamptz;
  v_before timestamptz;
  v_after_at timestamptz;
  v_after_id uuid;
  v_tasks jsonb[];
begin
  begin
    v_workspace_id := (p_filter ->> 'workspace_id')::uuid;
    v_limit := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
    v_from := (p_filter ->> 'executed_from')::timestamptz;
    v_before := (p_filter ->> 'executed_before')::timestamptz;
    v_after_at := (p_filter #>> '{after,executed_at}')::timestamptz;
    v_after_id := (p_filter #>> '{after,id}')::uuid;
  exception when data_exception then
    raise exception 'filter_invalid: workspace_id is a UUID, limit a number, executed_from and executed_before are '
      'times, after is the next of the page before.' using errcode = 'PT400';
  end;
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[v_workspace_id], null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  execute format(c_page, case v_caller ->> 'kind' when 'user' then c_rows_of_user else c_rows end)
  into v_tasks
  using v_caller ->> 'kind', (v_caller ->> 'workspace_id')::uuid,
    case when jsonb_typeof(v_caller -> 'task_types') = 'array'
      then array(select jsonb_array_elements_text(v_caller -> 'task_types')) end,
    case when v_caller ->> 'kind' <> 'user' then v_workspace_id end, p_filter ->> 'task_type',
    case when jsonb_typeof(p_filter -> 'status') = 'array'
      then array(select jsonb_array_elements_text(p_filter -> 'status')) end,
    p_filter ->> 'agent_name', p_filter ->> 'triggered_by',
    v_from, v_before, p_filter ->> 'error_text', v_after_at, v_after_id, v_limit + 1,
    array(
      select m.id::uuid from jsonb_array_elements_text(v_caller -> 'workspace_ids') as m (id)
      where v_workspace_id is null or m.id::uuid = v_workspace_id);
  return jsonb_build_object(
    'outcome', 'ok',
    'tasks', to_jsonb(coalesce(v_tasks[1:v_limit], '{}')),
    'next', case when cardinality(v_tasks) > v_limit then
      jsonb_build_object('executed_at', v_tasks[v_limit] -> 'executed_at', 'id', v_tasks[v_limit] -> 'id') end);
end
$$;
comment on function public.find_tasks(jsonb, text) is
'A page of tasks, latest start first, without input and output. Filters: workspace_id, task_type, status (list; an '
'empty one matches nothing), agent_name, triggered_by, executed_from, executed_before, error_text, limit (1 to 200, '
'default 50), after (the next of the page before: {executed_at, id}). Outcomes: ok with tasks and next, and those of '
'admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.find_tasks(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.find_tasks(jsonb, text) to authenticated, service_role;

create or replace function public.get_task(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_task jsonb;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select to_jsonb(t) into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id
    and (v_caller ->> 'workspace_id' is null or t.workspace_id = (v_caller ->> 'workspace_id')::uuid)
    and (v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? t.task_type);
  return case when v_task is null then jsonb_build_object('outcome', 'task_not_found')
    else jsonb_build_object('outcome', 'ok', 'task', v_task) end;
end
$$;
comment on function public.get_task(uuid, text) is
'One task with its input and output. Outcomes: ok with task, task_not_found, and those of admit_caller.';
revoke all on function public.get_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_task(uuid, text) to authenticated, service_role;

create or replace function public.summarize_tasks(
  p_workspace_id uuid default null,
  p_task_type text default null,
  p_hours_back integer default 24,
  p_token_hash text default null,
  p_agent_name text default null
) returns jsonb
-- Planned for the workspace and the agent at hand.
language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
  v_workspace_id uuid := coalesce(p_workspace_id, v_own);
begin
  if p_hours_back is null or p_hours_back not between 1 and 87600 then
    raise exception 'hours_back_out_of_range: p_hours_back must be from 1 to 87600 hours (10 years).'
      using errcode = 'PT400';
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  elsif v_workspace_id is null then
    return jsonb_build_object('outcome', 'workspace_missing');
  elsif v_own is not null and v_workspace_id <> v_own then
    return jsonb_build_object('outcome', 'ok', 'summary', '[]'::jsonb);
  end if;
  return jsonb_build_object('outcome', 'ok', 'summary', (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.task_type), '[]')
    from (
      select f.*
      from public.get_autonomous_task_summary(v_workspace_id, p_task_type, p_hours_back) f
      where p_agent_name is null
      union all
      -- The same for one agent: the function of the contract keeps its three arguments.
      select t.task_type, count(*), count(*) filter (where t.status = 'completed'),
        count(*) filter (where t.status in ('failed', 'partial_failure')), round(avg(t.duration_ms), 2),
        coalesce(sum(t.cost_estimate_usd), 0), max(t.executed_at)
      from public.autonomous_tasks t
      where t.workspace_id = v_workspace_id and t.agent_name = p_agent_name
        and t.executed_at > now() - make_interval(hours => p_hours_back)
        and (p_task_type is null or t.task_type = p_task_type)
      group by t.task_type
    ) s
    where v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? s.task_type));
end
$$;
comment on function public.summarize_tasks(uuid, text, integer, text, text) is
'The rows of get_autonomous_task_summary for a workspace, by default the token''s; of one agent with p_agent_name. '
'Outcomes: ok with summary, workspace_missing, and those of admit_caller. Error: PT400 hours_back_out_of_range.';
revoke all on function public.summarize_tasks(uuid, text, integer, text, text)
from public, anon, authenticated, service_role;
grant execute on function public.summarize_tasks(uuid, text, integer, text, text) to authenticated, service_role;

create or replace function public.report_costs(
  p_workspace_id uuid default null,
  p_days_back integer default 30,
  p_token_hash text default null,
  p_agent_name text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
begin
  if p_days_back is null or p_days_back not between 1 and 3660 then
    raise exception 'range_invalid: p_days_back must be from 1 to 3660 days.' using errcode = 'PT400';
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return (
    with chosen as (
      select t.id, t.task_type, coalesce(t.agent_name, 'unknown') as agent_name,
        coalesce(t.output_data ->> 'model', 'unknown') as told_model,
        to_char(t.executed_at at time zone 'UTC', 'YYYY-MM-DD') as day, t.cost_estimate_usd
      from public.autonomous_tasks t
      where t.cost_estimate_usd is not null
        and t.executed_at > now() - make_interval(days => p_days_back)
        and (p_workspace_id is null or t.workspace_id = p_workspace_id)
        and (v_own is null or t.workspace_id = v_own)
        and (p_agent_name is null or t.agent_name = p_agent_name)
        and (v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? t.task_type)
    ), used as ( -- the ledger knows which models our own runs called, and what tasks have spent
      select u.task_id, u.model, sum(u.cost_usd) as cost_usd, row_number() over task = 1 as is_first
      from public.ai_usage u
      where u.task_id is not null and u.created_at > now() - make_interval(days => p_days_back)
      group by u.task_id, u.model
      window task as (partition by u.task_id order by u.model)
    ), priced as (
      select c.task_type, c.agent_name, u.model, c.day, u.cost_usd, u.is_first
      from chosen c
      join used u on u.task_id = c.id
      union all
      -- What the work returned besides, and all of a task that is not in the ledger.
      select c.task_type, c.agent_name, c.told_model, c.day, c.cost_estimate_usd - coalesce(l.cost_usd, 0),
        l.cost_usd is null
      from chosen c
      left join (select u.task_id, sum(u.cost_usd) as cost_usd from used u group by u.task_id) l on l.task_id = c.id
      where l.cost_usd is null or c.cost_estimate_usd > l.cost_usd
    ), grouped as (
      select
        case when grouping(p.task_type) = 0 then 'by_type' when grouping(p.agent_name) = 0 then 'by_agent'
          when grouping(p.model) = 0 then 'by_model' when grouping(p.day) = 0 then 'by_day' else 'total' end as part,
        coalesce(p.task_type, p.agent_name, p.model, p.day) as key,
        case grouping(p.model) when 0 then count(*) else count(*) filter (where p.is_first) end as tasks,
          coalesce(sum(p.cost_usd), 0) as cost_usd
      from priced p
      group by grouping sets ((), (p.task_type), (p.agent_name), (p.model), (p.day))
    )
    select jsonb_build_object('outcome', 'ok', 'costs',
      jsonb_build_object('by_type', '[]'::jsonb, 'by_agent', '[]'::jsonb, 'by_model', '[]'::jsonb, 'by_day',
        '[]'::jsonb)
      || jsonb_object_agg(p.part, p.rows))
    from (
      select g.part, case g.part when 'total' then to_jsonb(max(g.cost_usd)) else
        jsonb_agg(jsonb_build_object('key', g.key, 'tasks', g.tasks, 'cost_usd', g.cost_usd) order by g.cost_usd desc,
          g.key) end as rows
      from grouped g
      group by g.part
    ) p
  );
end
$$;
comment on function public.report_costs(uuid, integer, text, text) is
'Cost in USD of the tasks that started in the last p_days_back days and have a cost: total, by_type, by_agent, '
'by_model (from ai_usage, else output_data.model) and by_day (UTC), most expensive first; of one agent with '
'p_agent_name. Outcomes: ok with costs, and those of admit_caller. Error: PT400 range_invalid.';
revoke all on function public.report_costs(uuid, integer, text, text) from public, anon, authenticated, service_role;
grant execute on function public.report_costs(uuid, integer, text, text) to authenticated, service_role;

create or replace function public.find_runs(p_workspace_id uuid) returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  return query select w.run_id from nightshift.run_workspaces w where w.workspace_id = p_workspace_id;
end
$$;
comment on function public.find_runs(uuid) is
'The runs that touched a workspace, as the machinery knows them. Error: 42501 service_only.';
revoke all on function public.find_runs(uuid) from public, anon, authenticated, service_role;
grant execute on function public.find_runs(uuid) to service_role;

create or replace function public.list_timeline(p_filter jsonb default '{}', p_token_hash text default null)
returns jsonb
-- Planned for the filter at hand: a plan for any limit would sort every dispatch.
language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  c_of_others constant jsonb := jsonb '{"task_status": null, "started_at": null, "completed_at": null,
    "explanation": null, "workspace_tasks": null, "unfinished_workspace_tasks": null}';
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_is_token constant boolean := v_caller ->> 'kind' = 'token';
  v_before timestamptz;
  v_limit integer;
  v_runs uuid[];
begin
  begin
    v_before := (p_filter ->> 'expected_before')::timestamptz;
    v_limit := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
  exception when data_exception then
    raise exception 'filter_invalid: expected_before is a time, limit a number.' using errcode = 'PT400';
  end;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  -- A schedule that does not exist has no rows, and no dispatch needs to be looked at to know it.
  if p_filter ->> 'schedule' is not null and not exists (
    select from public.task_schedules s where s.name = p_filter ->> 'schedule')
  then
    return jsonb_build_object('outcome', 'ok', 'timeline', '[]'::jsonb);
  end if;
  if v_is_token then
    v_runs := array(select public.find_runs((v_caller ->> 'workspace_id')::uuid));
  end if;
  return jsonb_build_object('outcome', 'ok', 'timeline', (
    -- The system row tells about every workspace. A token learns about its own only.
    select coalesce(jsonb_agg(case when not v_is_token then to_jsonb(p)
      else to_jsonb(p) || c_of_others || jsonb_build_object('verdict', p.request_verdict) end), '[]')
    from (
      select l.*
      from public.task_timeline l
      where (p_filter ->> 'schedule' is null or l.schedule = p_filter ->> 'schedule')
        and (v_before is null or l.expected_at < v_before)
        and (v_runs is null or l.task_id = any (v_runs))
        and (jsonb_typeof(v_caller -> 'task_types') is distinct from 'array' or v_caller -> 'task_types' ? l.task_type)
      order by l.expected_at desc, l.dispatched_at desc, l.kind, l.seq
      limit v_limit
    ) p));
end
$$;
comment on function public.list_timeline(jsonb, text) is
'Rows of task_timeline, latest first. Filters: schedule, expected_before, limit (1 to 200, default 50). An ingest '
'token sees the dispatches that touched its workspace, without what the system row tells about others. Outcomes: ok '
'with '
'timeline, and those of admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.list_timeline(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_timeline(jsonb, text) to authenticated, service_role;
