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
  c_query constant text := $query$
    select array_agg(to_jsonb(p) order by p.executed_at desc, p.id desc)
    from (
      select t.id, t.workspace_id, t.task_type, t.status, t.error_message, t.executed_at, t.completed_at, t.duration_ms,
        t.triggered_by, t.agent_name, t.cost_estimate_usd, t.created_at, t.updated_at
      from public.autonomous_tasks t
      where ($1 is distinct from 'token' or t.workspace_id = $2)
        -- Row level security says the same, but only this lets the index of a workspace serve every filter.
        and ($1 is distinct from 'user' or t.workspace_id = any ($15))
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
      order by t.executed_at desc, t.id desc
      limit $14
    ) p
  $query$;
  v_caller jsonb;
  v_limit integer := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
  v_tasks jsonb[];
begin
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[(p_filter ->> 'workspace_id')::uuid],
    null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  execute c_query
  into v_tasks
  using v_caller ->> 'kind', (v_caller ->> 'workspace_id')::uuid,
    case when jsonb_typeof(v_caller -> 'task_types') = 'array'
      then array(select jsonb_array_elements_text(v_caller -> 'task_types')) end,
    coalesce((p_filter ->> 'workspace_id')::uuid,
      -- With one workspace its index also gives the order.
      case when jsonb_array_length(v_caller -> 'workspace_ids') = 1 then (v_caller -> 'workspace_ids' ->> 0)::uuid end),
    p_filter ->> 'task_type',
    case when jsonb_typeof(p_filter -> 'status') = 'array'
      then array(select jsonb_array_elements_text(p_filter -> 'status')) end,
    p_filter ->> 'agent_name', p_filter ->> 'triggered_by',
    (p_filter ->> 'executed_from')::timestamptz, (p_filter ->> 'executed_before')::timestamptz,
      p_filter ->> 'error_text',
    (p_filter #>> '{after,executed_at}')::timestamptz, (p_filter #>> '{after,id}')::uuid, v_limit + 1,
    case when v_caller ->> 'kind' = 'user'
      then array(select jsonb_array_elements_text(v_caller -> 'workspace_ids')::uuid) end;
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
'admit_caller.';
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
  p_token_hash text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  elsif coalesce(p_workspace_id, v_own) is null then
    return jsonb_build_object('outcome', 'workspace_missing');
  end if;
  return jsonb_build_object('outcome', 'ok', 'summary', (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.task_type), '[]')
    from public.get_autonomous_task_summary(coalesce(p_workspace_id, v_own), p_task_type, p_hours_back) s
    where (v_own is null or p_workspace_id is null or p_workspace_id = v_own)
      and (v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? s.task_type)));
end
$$;
comment on function public.summarize_tasks(uuid, text, integer, text) is
'The rows of get_autonomous_task_summary for a workspace, by default the token''s. Outcomes: ok with summary, '
'workspace_missing, and those of admit_caller.';
revoke all on function public.summarize_tasks(uuid, text, integer, text) from public, anon, authenticated, service_role;
grant execute on function public.summarize_tasks(uuid, text, integer, text) to authenticated, service_role;

create or replace function public.report_costs(
  p_workspace_id uuid default null,
  p_days_back integer default 30,
  p_token_hash text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return (
    with priced as (
      select t.task_type, coalesce(t.agent_name, 'unknown') as agent_name,
        coalesce(used.model, t.output_data ->> 'model', 'unknown') as model,
        to_char(t.executed_at at time zone 'UTC', 'YYYY-MM-DD') as day, coalesce(used.cost_usd,
          t.cost_estimate_usd) as cost_usd,
        coalesce(used.is_first, true) as is_first
      from public.autonomous_tasks t
      left join lateral ( -- the ledger knows which models our own runs called
        select u.model, sum(u.cost_usd) as cost_usd, row_number() over (order by u.model) = 1 as is_first
        from public.ai_usage u
        where t.input_data ? 'run_id' and u.task_id = t.id
        group by u.model
      ) used on true
      where t.cost_estimate_usd is not null
        and t.executed_at > now() - make_interval(days => p_days_back)
        and (p_workspace_id is null or t.workspace_id = p_workspace_id)
        and (v_own is null or t.workspace_id = v_own)
        and (v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? t.task_type)
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
comment on function public.report_costs(uuid, integer, text) is
'Cost in USD of the tasks that started in the last p_days_back days and have a cost: total, by_type, by_agent, '
'by_model (from ai_usage, else output_data.model) and by_day (UTC), most expensive first. Outcomes: ok with costs, '
'and those of admit_caller.';
revoke all on function public.report_costs(uuid, integer, text) from public, anon, authenticated, service_role;
grant execute on function public.report_costs(uuid, integer, text) to authenticated, service_role;

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
  v_runs uuid[];
begin
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
        and (p_filter ->> 'expected_before' is null or l.expected_at < (p_filter ->> 'expected_before')::timestamptz)
        and (v_runs is null or l.task_id = any (v_runs))
        and (jsonb_typeof(v_caller -> 'task_types') is distinct from 'array' or v_caller -> 'task_types' ? l.task_type)
      order by l.expected_at desc, l.dispatched_at desc, l.kind, l.seq
      limit least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200)
    ) p));
end
$$;
comment on function public.list_timeline(jsonb, text) is
'Rows of task_timeline, latest first. Filters: schedule, expected_before, limit (1 to 200, default 50). An ingest '
'token sees the dispatches that touched its workspace, without what the system row tells about others. Outcomes: ok '
'with '
'timeline, and those of admit_caller.';
revoke all on function public.list_timeline(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_timeline(jsonb, text) to authenticated, service_role;
