-- Task log: what writes to it over HTTP. One call for each request, whoever asks.
--
-- The functions run with the rights of the caller: for a user row level security decides; for the
-- service role with an ingest token they reach the token's workspace and task types only. They
-- return {outcome, …} instead of raising, so that the API names every failure.
-- Locks: none. Time: milliseconds.

create or replace function public.log_tasks(
  p_tasks jsonb,
  p_idempotency_key text default null,
  p_token_hash text default null,
  p_request_hash text default null,
  p_request_id text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_max_tasks constant integer := 500;
  v_workspace_ids uuid[];
  v_caller jsonb;
  v_own uuid;
  v_types jsonb;
  v_request_hash text;
  v_ids uuid[];
  v_item jsonb;
  v_index bigint;
  v_row public.autonomous_tasks;
  v_stored public.autonomous_tasks;
  v_outcome text;
  v_constraint text;
  v_has_logged boolean := false;
  v_results jsonb[] := array[]::jsonb[];
begin
  if jsonb_array_length(p_tasks) > c_max_tasks then
    return jsonb_build_object('outcome', 'batch_too_large');
  end if;
  v_workspace_ids := array(
    select distinct (i ->> 'workspace_id')::uuid from jsonb_array_elements(p_tasks) i where i ->> 'workspace_id' is not null);
  if p_idempotency_key is null then
    v_caller := public.admit_caller('tasks', p_token_hash, v_workspace_ids);
  else
    v_request_hash := coalesce(p_request_hash, encode(sha256(convert_to(p_tasks::text, 'UTF8')), 'hex'));
    v_caller := public.admit_request(p_tasks, v_workspace_ids, p_idempotency_key, p_token_hash, v_request_hash);
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  v_own := (v_caller ->> 'workspace_id')::uuid;
  v_types := nullif(v_caller -> 'task_types', 'null');

  if p_idempotency_key is not null then
    -- Ids that follow from caller, key and position: also when its answer has expired, a request creates once.
    select array_agg((substr(h.hash, 1, 12) || '8' || substr(h.hash, 13, 3) || '8' || substr(h.hash, 16, 15))::uuid order by p.position)
    into v_ids
    from generate_series(1, jsonb_array_length(p_tasks)) as p (position)
    cross join lateral (select encode(sha256(convert_to(p.position || ' ' || (v_caller ->> 'key_hash'), 'UTF8')), 'hex')) as h (hash);
  end if;

  for v_item, v_index in select i.item, i.position from jsonb_array_elements(p_tasks) with ordinality as i (item, position) loop
    v_row := jsonb_populate_record(null::public.autonomous_tasks, v_item);
    v_row.workspace_id := coalesce(v_row.workspace_id, v_own);
    v_row.id := coalesce(v_row.id, v_ids[v_index]);
    v_constraint := null;
    v_outcome := case
      when v_row.workspace_id is null then 'workspace_missing'
      when v_row.workspace_id <> v_own then 'workspace_not_found'
      when not v_types ? v_row.task_type then 'task_type_forbidden'
      else 'created'
    end;
    if v_outcome = 'created' then
      begin
        v_row.status := coalesce(v_row.status, 'pending');
        v_row.triggered_by := coalesce(v_row.triggered_by, 'api');
        v_row.executed_at := coalesce(v_row.executed_at, v_row.completed_at, clock_timestamp());
        if v_row.id is null then
          insert into public.autonomous_tasks as t (
            workspace_id, task_type, status, input_data, output_data, error_message, executed_at, completed_at,
            triggered_by, agent_name, cost_estimate_usd
          ) values (
            v_row.workspace_id, v_row.task_type, v_row.status, v_row.input_data, v_row.output_data, v_row.error_message,
            v_row.executed_at, v_row.completed_at, v_row.triggered_by, v_row.agent_name, v_row.cost_estimate_usd
          ) returning t.* into v_stored;
        else
          insert into public.autonomous_tasks as t (
            id, workspace_id, task_type, status, input_data, output_data, error_message, executed_at, completed_at,
            triggered_by, agent_name, cost_estimate_usd
          ) values (
            v_row.id, v_row.workspace_id, v_row.task_type, v_row.status, v_row.input_data, v_row.output_data, v_row.error_message,
            v_row.executed_at, v_row.completed_at, v_row.triggered_by, v_row.agent_name, v_row.cost_estimate_usd
          ) on conflict (id) do nothing
          returning t.* into v_stored;
          if not found then
            select t.* into v_stored from public.autonomous_tasks t where t.id = v_row.id and t.workspace_id = v_row.workspace_id;
            v_outcome := case when found and (v_stored.task_type, v_stored.triggered_by) = (v_row.task_type, v_row.triggered_by)
              and (v_stored.agent_name, v_stored.input_data) is not distinct from (v_row.agent_name, v_row.input_data)
              then 'existing'
              when v_item ->> 'id' is null then 'idempotency_key_reused'
              else 'task_id_taken' end;
          end if;
        end if;
      exception
        when foreign_key_violation then
          v_outcome := 'workspace_not_found';
        when insufficient_privilege then
          v_outcome := case when exists (select from public.workspace_members m where m.workspace_id = v_row.workspace_id)
            then 'forbidden' else 'workspace_not_found' end;
        when sqlstate 'PT422' then
          v_outcome := 'task_time_invalid';
        when check_violation then
          v_outcome := 'task_invalid';
          get stacked diagnostics v_constraint = constraint_name;
      end;
    end if;
    v_has_logged := v_has_logged or v_outcome in ('created', 'existing');
    v_results := array_append(v_results, jsonb_strip_nulls(jsonb_build_object('outcome', v_outcome, 'constraint', v_constraint))
      || case when v_outcome in ('created', 'existing') then jsonb_build_object('task', to_jsonb(v_stored)) else '{}'::jsonb end);
  end loop;
  -- A request that did nothing is judged anew when it comes again.
  if p_idempotency_key is not null and v_has_logged then
    perform public.remember_answer(p_tasks, to_jsonb(v_results), v_request_hash, p_request_id);
  end if;
  return jsonb_build_object('outcome', 'ok', 'results', to_jsonb(v_results));
end
$$;
comment on function public.log_tasks(jsonb, text, text, text, text) is
'Logs up to 500 tasks (keys: columns of autonomous_tasks), each for itself: results of {outcome, task, constraint}. Outcomes: created, existing (same id or key, same content), workspace_missing, workspace_not_found, forbidden, task_type_forbidden, task_id_taken, idempotency_key_reused, task_time_invalid, task_invalid. Of the whole: ok, batch_too_large, and those of admit_request. A request that created something is answered alike when it comes again within 24 hours with its p_idempotency_key (then replayed, with the p_request_id of the first); p_request_hash stands for the whole of it where p_tasks are not.';
revoke all on function public.log_tasks(jsonb, text, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.log_tasks(jsonb, text, text, text, text) to authenticated, service_role;

create or replace function public.change_task(
  p_task_id uuid,
  p_action text,
  p_change jsonb default '{}',
  p_token_hash text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
  v_types jsonb := nullif(v_caller -> 'task_types', 'null');
  v_change public.autonomous_tasks := jsonb_populate_record(null::public.autonomous_tasks, p_change);
  v_task public.autonomous_tasks;
  v_constraint text;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null or v_types ? t.task_type)
  for update;
  if not found then
    -- A viewer, and a member before a row of the runner, may read the row but not lock it.
    return jsonb_build_object('outcome', case when exists (
      select from public.autonomous_tasks t
      where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null or v_types ? t.task_type)
    ) then 'forbidden' else 'task_not_found' end);
  elsif p_action = 'start' and v_task.status = 'running' then
    return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
  elsif p_action in ('start', 'progress') and v_task.status not in ('pending', 'running') then
    return jsonb_build_object('outcome', 'task_already_finished', 'status', v_task.status);
  elsif p_action = 'progress' and v_task.status = 'pending' then
    return jsonb_build_object('outcome', 'task_transition_invalid', 'status', v_task.status);
  end if;
  begin
    update public.autonomous_tasks t
    set status = case p_action
          when 'start' then 'running' when 'complete' then coalesce(v_change.status, 'completed')
          when 'fail' then 'failed' when 'cancel' then 'cancelled' else t.status end,
      output_data = case
        when p_action = 'progress' and jsonb_typeof(t.output_data) = 'object' and jsonb_typeof(v_change.output_data) = 'object'
          then t.output_data || v_change.output_data
        else coalesce(v_change.output_data, t.output_data) end,
      error_message = coalesce(v_change.error_message, t.error_message),
      cost_estimate_usd = coalesce(v_change.cost_estimate_usd, t.cost_estimate_usd),
      executed_at = coalesce(v_change.executed_at, t.executed_at),
      completed_at = coalesce(v_change.completed_at, t.completed_at)
    where t.id = v_task.id
    returning t.* into v_task;
  exception
    when insufficient_privilege then
      return jsonb_build_object('outcome', 'forbidden');
    when sqlstate 'PT409' then
      return jsonb_build_object('outcome', split_part(sqlerrm, ':', 1), 'status', v_task.status);
    when sqlstate 'PT422' then
      return jsonb_build_object('outcome', 'task_time_invalid');
    when check_violation then
      get stacked diagnostics v_constraint = constraint_name;
      return jsonb_build_object('outcome', 'task_invalid', 'constraint', v_constraint);
  end;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
end
$$;
comment on function public.change_task(uuid, text, jsonb, text) is
'One step of a task: start, progress (adds to an object output_data), complete (or partial_failure), fail, cancel, with columns of autonomous_tasks in p_change. The same step again answers the stored row. Outcomes: ok with task; task_not_found, forbidden, task_already_finished, task_transition_invalid (both with status), task_time_invalid, task_invalid, and those of admit_caller.';
revoke all on function public.change_task(uuid, text, jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.change_task(uuid, text, jsonb, text) to authenticated, service_role;

create or replace function public.retry_task(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
  v_types jsonb := nullif(v_caller -> 'task_types', 'null');
  v_hash text := encode(sha256(convert_to('retry ' || p_task_id, 'UTF8')), 'hex');
  v_id uuid := (substr(v_hash, 1, 12) || '8' || substr(v_hash, 13, 3) || '8' || substr(v_hash, 16, 15))::uuid;
  v_old public.autonomous_tasks;
  v_task public.autonomous_tasks;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select t.* into v_old
  from public.autonomous_tasks t
  where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null or v_types ? t.task_type);
  if not found then
    return jsonb_build_object('outcome', 'task_not_found');
  elsif v_old.status not in ('failed', 'partial_failure', 'cancelled') or v_old.workspace_id is null then
    return jsonb_build_object('outcome', 'task_not_retryable', 'status', v_old.status);
  end if;
  begin
    insert into public.autonomous_tasks as t (id, workspace_id, task_type, input_data, triggered_by, agent_name)
    values (v_id, v_old.workspace_id, v_old.task_type,
      -- The new task is no part of the run that the old one belonged to.
      case when jsonb_typeof(v_old.input_data) = 'object' then v_old.input_data - 'run_id'
        when v_old.input_data is null then '{}' else jsonb_build_object('input', v_old.input_data) end
      || jsonb_build_object('retry_of', v_old.id),
      v_old.triggered_by, v_old.agent_name)
    on conflict (id) do nothing
    returning t.* into v_task;
  exception
    when insufficient_privilege then
      return jsonb_build_object('outcome', 'forbidden');
    when check_violation then
      return jsonb_build_object('outcome', 'task_invalid', 'constraint', 'input_data_has_at_most_256_kb');
  end;
  if v_task.id is null then
    select t.* into v_task from public.autonomous_tasks t where t.id = v_id;
  end if;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
end
$$;
comment on function public.retry_task(uuid, text) is
'A pending task like one that failed, failed in part or was cancelled, linked by input_data.retry_of; asked again, the same one. Outcomes: ok with task; task_not_found, task_not_retryable, forbidden, task_invalid, and those of admit_caller.';
revoke all on function public.retry_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.retry_task(uuid, text) to authenticated, service_role;

create or replace function public.ping_task(p_event text, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('ping', p_token_hash);
  v_status text := case p_event when 'start' then 'running' when 'success' then 'completed' when 'fail' then 'failed' end;
  v_error text := case p_event when 'fail' then 'The job reported that it failed.' end;
  v_task public.autonomous_tasks;
begin
  perform nightshift.require_service();
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
    update public.autonomous_tasks t set status = v_status, error_message = v_error where t.id = v_task.id returning t.* into v_task;
  else
    insert into public.autonomous_tasks as t (workspace_id, task_type, status, error_message, triggered_by, agent_name)
    values ((v_caller ->> 'workspace_id')::uuid, v_caller #>> '{task_types,0}', v_status, v_error, 'cron', v_caller ->> 'name')
    returning t.* into v_task;
  end if;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
end
$$;
comment on function public.ping_task(text, text) is
'A sign of life (start, success, fail) of a job that holds a ping token: start logs a running task, success and fail end the latest running one of that token, or log a finished one. Outcomes: ok with task, and those of admit_caller.';
revoke all on function public.ping_task(text, text) from public, anon, authenticated, service_role;
grant execute on function public.ping_task(text, text) to service_role;
