-- Pings: signs of life of jobs that hold a ping token, with what they tell.
--
-- Locks: rows only. Time: milliseconds.

create or replace function public.ping_task(p_event text, p_token_hash text, p_report jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb;
  v_status text := case p_event when 'start' then 'running' when 'success' then 'completed' when 'fail'
    then 'failed' end;
  v_error text := coalesce(p_report ->> 'error_message', case p_event when 'fail' then
    'The job reported that it failed.' end);
  v_output jsonb := p_report -> 'output_data';
  v_cost numeric := (p_report ->> 'cost_estimate_usd')::numeric;
  v_constraint text;
  v_task public.autonomous_tasks;
begin
  perform nightshift.require_service();
  v_caller := public.admit_caller('ping', p_token_hash);
  if v_caller ->> 'outcome' <> 'admitted' or v_caller ->> 'kind' <> 'token' then
    return jsonb_build_object('outcome', 'unauthorized') || (v_caller - array['kind', 'id']);
  end if;
  if p_event <> 'start' then
    select t.* into v_task
    from public.autonomous_tasks t
    where t.workspace_id = (v_caller ->> 'workspace_id')::uuid and t.task_type = v_caller #>> '{task_types,0}'
      and t.agent_name = v_caller ->> 'name' and t.status = 'running'
    order by t.executed_at desc
    limit 1
    for update;
  end if;
  if v_task.id is not null then
    update public.autonomous_tasks t
    set status = v_status, error_message = v_error, cost_estimate_usd = coalesce(v_cost, t.cost_estimate_usd),
      -- What the start told is kept beside what the end tells, as long as a row holds both.
      output_data = case when jsonb_typeof(t.output_data) = 'object' and jsonb_typeof(v_output) = 'object'
          and pg_column_size(t.output_data || v_output) <= 262144
          and nightshift.is_bounded_document(t.output_data || v_output)
        then t.output_data || v_output else coalesce(v_output, t.output_data) end
    where t.id = v_task.id
    returning t.* into v_task;
  else
    insert into public.autonomous_tasks as t
      (workspace_id, task_type, status, error_message, triggered_by, agent_name, output_data, cost_estimate_usd)
    values ((v_caller ->> 'workspace_id')::uuid, v_caller #>> '{task_types,0}', v_status, v_error, 'cron',
      v_caller ->> 'name',
      v_output, v_cost)
    returning t.* into v_task;
  end if;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
  when check_violation then
    get stacked diagnostics v_constraint = constraint_name;
    return jsonb_build_object('outcome', 'task_invalid', 'constraint', v_constraint);
end
$$;
comment on function public.ping_task(text, text, jsonb) is
'A sign of life (start, success, fail) of a job that holds a ping token, with output_data, error_message and '
'cost_estimate_usd in p_report. start logs a running task. success and fail end the latest running one of that token, '
'or log a finished one. Outcomes: ok with task, daily_quota_exceeded, task_invalid, and those of admit_caller.';
revoke all on function public.ping_task(text, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.ping_task(text, text, jsonb) to service_role;
