-- Task log: what writes to it over HTTP. One call for each request, whoever asks.
--
-- log_tasks, store_task, advance_task and change_task run with the rights of the caller: row level security
-- decides for a user; for the service role with an ingest token they reach only the workspace and the task
-- types of the token. The functions return {outcome, …} instead of raising, so that the API names every failure.
-- Locks: none. Time: milliseconds.

create or replace function public.is_kept_from_token(p_task_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce(current_setting('nightshift.caller_kind', true), '') = 'token'
    and nightshift.is_runner_row(p_task_id)
$$;
comment on function public.is_kept_from_token(uuid) is
'Whether the caller is an ingest token, as admit_caller has found within this transaction, and the task belongs to the '
'runner. Row level security keeps such tasks from users, and this keeps them from tokens.';
revoke all on function public.is_kept_from_token(uuid) from public, anon, authenticated, service_role;
grant execute on function public.is_kept_from_token(uuid) to authenticated, service_role;

create or replace function public.advance_task(p_stored public.autonomous_tasks, p_given jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_steps constant text[] := array['pending', 'running'];
  -- A null leaves the stored value.
  v_given public.autonomous_tasks := jsonb_populate_record(p_stored, (
    select jsonb_object_agg(g.key, g.value) from jsonb_each(p_given) g where g.value <> 'null'));
  v_task public.autonomous_tasks;
begin
  if coalesce(array_position(c_steps, v_given.status), 3) < coalesce(array_position(c_steps, p_stored.status), 3)
    or (v_given.status, v_given.output_data, v_given.error_message, v_given.cost_estimate_usd)
    is not distinct from (p_stored.status, p_stored.output_data, p_stored.error_message, p_stored.cost_estimate_usd)
  then
    -- It repeats this step, or an earlier one.
    return jsonb_build_object('outcome', 'existing', 'task', to_jsonb(p_stored));
  end if;
  update public.autonomous_tasks t
  set status = v_given.status, output_data = v_given.output_data, error_message = v_given.error_message,
    cost_estimate_usd = v_given.cost_estimate_usd, completed_at = v_given.completed_at
  where t.id = p_stored.id and t.workspace_id = p_stored.workspace_id
    and not public.is_kept_from_token(t.id)
  returning t.* into v_task;
  return case when found then jsonb_build_object('outcome', 'existing', 'task', to_jsonb(v_task))
    else jsonb_build_object('outcome', 'forbidden') end;
exception
  when sqlstate 'PT409' then
    -- Its watch had given it up: the end is kept there.
    if public.note_late_end(p_stored.id, v_given.status, v_given.error_message) then
      return jsonb_build_object('outcome', 'existing', 'task', to_jsonb(p_stored));
    end if;
    return jsonb_build_object('outcome', split_part(sqlerrm, ':', 1), 'status', p_stored.status);
end
$$;
comment on function public.advance_task(public.autonomous_tasks, jsonb) is
'Part of log_tasks: a task that was logged before is logged again under the same id. It moves on to the later step, '
'or stays when the request repeats an earlier one: {outcome: existing, task}. Other outcomes: forbidden; '
'task_already_finished and task_transition_invalid, both with status.';
revoke all on function public.advance_task(public.autonomous_tasks, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.advance_task(public.autonomous_tasks, jsonb) to authenticated, service_role;

create or replace function public.store_task(p_task jsonb, p_given jsonb, p_is_keyed boolean) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_task public.autonomous_tasks := jsonb_populate_record(null::public.autonomous_tasks, p_task);
  v_stored public.autonomous_tasks;
  v_constraint text;
begin
  insert into public.autonomous_tasks as t select v_task.* on conflict (id) do nothing returning t.* into v_stored;
  if found then
    return jsonb_build_object('outcome', 'created', 'task', to_jsonb(v_stored));
  end if;
  select t.* into v_stored from public.autonomous_tasks t where t.id = v_task.id
    and t.workspace_id = v_task.workspace_id;
  if not found and p_is_keyed then
    -- The id belongs to somebody else by now. A key is never used up by others, so it gets another one.
    v_task.id := gen_random_uuid();
    insert into public.autonomous_tasks as t select v_task.* returning t.* into v_stored;
    return jsonb_build_object('outcome', 'created', 'task', to_jsonb(v_stored));
  elsif not found or v_stored.task_type <> v_task.task_type or v_stored.triggered_by <> v_task.triggered_by
    or (p_given ? 'agent_name' and v_stored.agent_name is distinct from v_task.agent_name)
    or (p_given ? 'input_data' and v_stored.input_data is distinct from v_task.input_data)
  then
    return jsonb_build_object('outcome', case when p_is_keyed then 'idempotency_key_reused' else 'task_id_taken' end);
  elsif p_is_keyed then
    return jsonb_build_object('outcome', 'existing', 'task', to_jsonb(v_stored));
  end if;
  return public.advance_task(v_stored, p_given);
exception
  when foreign_key_violation then
    return jsonb_build_object('outcome', 'workspace_not_found');
  when insufficient_privilege then
    return jsonb_build_object('outcome', case
      when exists (select from public.workspace_members m where m.workspace_id = v_task.workspace_id) then 'forbidden'
      else 'workspace_not_found' end);
  when sqlstate 'PT422' then
    return jsonb_build_object('outcome', 'task_time_invalid');
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name;
    return jsonb_strip_nulls(jsonb_build_object('outcome', 'task_invalid', 'constraint', nullif(v_constraint, '')));
end
$$;
comment on function public.store_task(jsonb, jsonb, boolean) is
'Part of log_tasks: stores one prepared task. {outcome, task, constraint}, outcomes as of log_tasks.';
revoke all on function public.store_task(jsonb, jsonb, boolean) from public, anon, authenticated, service_role;
grant execute on function public.store_task(jsonb, jsonb, boolean) to authenticated, service_role;

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
  v_request_hash text := coalesce(p_request_hash, encode(sha256(convert_to(p_tasks::text, 'UTF8')), 'hex'));
  v_admitted jsonb;
  v_item jsonb;
  v_result jsonb;
  v_has_logged boolean := false;
  v_results jsonb[] := array[]::jsonb[];
begin
  if jsonb_array_length(p_tasks) > c_max_tasks then
    return jsonb_build_object('outcome', 'batch_too_large');
  end if;
  v_admitted := public.admit_request(p_tasks, p_idempotency_key, p_token_hash, v_request_hash);
  if v_admitted ->> 'outcome' <> 'admitted' then
    return v_admitted;
  end if;
  for v_item in
    select i.item from jsonb_array_elements(v_admitted -> 'items') with ordinality as i (item, position)
      order by i.position
  loop
    v_result := case when v_item ->> 'outcome' = 'ready'
      then public.store_task(v_item -> 'task', v_item -> 'given', (v_item -> 'is_keyed')::boolean)
      else v_item end;
    v_has_logged := v_has_logged or v_result ? 'task';
    v_results := array_append(v_results, v_result);
  end loop;
  -- A request that logged nothing does not use up its key.
  if p_idempotency_key is not null and v_has_logged then
    perform public.remember_answer(p_tasks, to_jsonb(v_results), v_request_hash, p_request_id);
  end if;
  return jsonb_build_object('outcome', 'ok', 'results', to_jsonb(v_results));
end
$$;
comment on function public.log_tasks(jsonb, text, text, text, text) is
'Logs up to 500 tasks, each for itself. A task is an object with columns of autonomous_tasks, or the same as JSON '
'text, which keeps a task that cannot be read from spoiling the others. Results: {outcome, task, constraint, '
'status}. Outcomes: created; existing (same id or key; an id that is logged again with a later status moves on); '
'task_already_finished and task_transition_invalid (with status); workspace_missing, workspace_not_found, forbidden, '
'task_type_forbidden, task_id_taken, idempotency_key_reused, task_time_invalid, task_invalid, task_unreadable, '
'daily_quota_exceeded. Of the whole: ok, batch_too_large, and those of admit_request. A request that logged '
'something gets the same answer when it is sent again within 24 hours with its p_idempotency_key (then replayed, '
'with the p_request_id of the first). p_request_hash identifies the request when p_tasks are only a part of it.';
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
  if v_caller ->> 'outcome' = 'unauthorized' and p_token_hash is not null then
    v_caller := public.admit_task_token(p_task_id, p_token_hash);
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null or v_types ? t.task_type)
    and not public.is_kept_from_token(t.id)
  for update;
  if not found then
    -- A viewer, and a member or a token before a row of the runner, may read the row but not change it.
    return jsonb_build_object('outcome', case when exists (
      select from public.autonomous_tasks t
      where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null
        or v_types ? t.task_type)
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
        when p_action = 'progress' and jsonb_typeof(t.output_data) = 'object'
          and jsonb_typeof(v_change.output_data) = 'object'
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
      if p_action in ('complete', 'fail') and public.note_late_end(v_task.id,
        case p_action when 'fail' then 'failed' else coalesce(v_change.status, 'completed') end, v_change.error_message)
      then
        return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
      end if;
      return jsonb_build_object('outcome', split_part(sqlerrm, ':', 1), 'status', v_task.status);
    when sqlstate 'PT422' then
      return jsonb_build_object('outcome', 'task_time_invalid');
    when sqlstate 'PT429' then
      return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
    when check_violation then
      get stacked diagnostics v_constraint = constraint_name;
      return jsonb_build_object('outcome', 'task_invalid', 'constraint', v_constraint);
  end;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
end
$$;
comment on function public.change_task(uuid, text, jsonb, text) is
'One step of a task: start, progress (adds to an object output_data), complete (or partial_failure), fail, cancel, '
'with columns of autonomous_tasks in p_change. The same step again returns the stored row. So does an end that comes '
'after the watch of the job has failed the task. Outcomes: ok with task; '
'task_not_found, forbidden, task_already_finished, task_transition_invalid (both with status), task_time_invalid, '
'task_invalid, daily_quota_exceeded, and those of admit_caller.';
revoke all on function public.change_task(uuid, text, jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.change_task(uuid, text, jsonb, text) to authenticated, service_role;

create table if not exists nightshift.task_retries (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  retry_of uuid not null,
  task_id uuid not null,
  retried_at timestamptz not null default now(),
  primary key (workspace_id, retry_of)
);
create index if not exists task_retries_age_idx on nightshift.task_retries (retried_at);
alter table nightshift.task_retries enable row level security;
revoke all on nightshift.task_retries from public;
comment on table nightshift.task_retries is
'Which task retries which: one retry for each task, found only within its workspace.';
comment on column nightshift.task_retries.workspace_id is 'workspace of both tasks';
comment on column nightshift.task_retries.retry_of is 'the task that failed';
comment on column nightshift.task_retries.task_id is 'the task that retries it';
comment on column nightshift.task_retries.retried_at is 'when; rows are pruned after 90 days';

create or replace function nightshift.store_retry(p_old public.autonomous_tasks, p_kind text)
returns public.autonomous_tasks
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
  v_task public.autonomous_tasks;
begin
  -- Whoever asks at the same time waits here for the first.
  insert into nightshift.task_retries as r (workspace_id, retry_of, task_id)
  values (p_old.workspace_id, p_old.id, nightshift.time_ordered_uuid())
  on conflict (workspace_id, retry_of) do update set task_id = r.task_id
  returning r.task_id into v_id;
  select t.* into v_task from public.autonomous_tasks t where t.id = v_id and t.workspace_id = p_old.workspace_id;
  if found then
    return v_task;
  end if;
  insert into public.autonomous_tasks as t (workspace_id, task_type, input_data, triggered_by, agent_name)
  values (p_old.workspace_id, p_old.task_type,
    -- The new task is no part of the run that the old one belonged to.
    case when jsonb_typeof(p_old.input_data) = 'object' then p_old.input_data - 'run_id'
      when p_old.input_data is null then '{}' else jsonb_build_object('input', p_old.input_data) end
    || jsonb_build_object('retry_of', p_old.id),
    -- Only the service may log as the system.
    coalesce(nullif(p_old.triggered_by, 'system'),
      case p_kind when 'user' then 'user' when 'token' then 'api' else 'system' end),
    p_old.agent_name)
  returning t.* into v_task;
  update nightshift.task_retries r set task_id = v_task.id where r.workspace_id = p_old.workspace_id
    and r.retry_of = p_old.id;
  return v_task;
end
$$;
comment on function nightshift.store_retry(public.autonomous_tasks, text) is
'The pending task that retries p_old: the one that exists, else a new one under an id that nobody can know in advance. '
'p_kind: who asks, as in admit_caller.';
revoke all on function nightshift.store_retry(public.autonomous_tasks, text) from public;

create or replace function nightshift.retry_task(p_task_id uuid, p_caller jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_kind text := p_caller ->> 'kind';
  v_types jsonb := nullif(p_caller -> 'task_types', 'null');
  v_old public.autonomous_tasks;
begin
  select t.* into v_old
  from public.autonomous_tasks t
  where t.id = p_task_id and (v_types is null or v_types ? t.task_type) and case v_kind
    when 'service' then true
    when 'token' then t.workspace_id = (p_caller ->> 'workspace_id')::uuid
    when 'user' then t.workspace_id in (select nightshift.my_workspaces())
    else false end;
  if not found then
    return jsonb_build_object('outcome', 'task_not_found');
  elsif v_kind = 'user' and v_old.workspace_id not in (select nightshift.my_writable_workspaces()) then
    return jsonb_build_object('outcome', 'forbidden');
  elsif v_old.status not in ('failed', 'partial_failure', 'cancelled') or v_old.workspace_id is null then
    return jsonb_build_object('outcome', 'task_not_retryable', 'status', v_old.status);
  elsif exists (select from nightshift.run_workspaces w where w.task_id = v_old.id) then
    -- A retry would be a task that nobody does: its emails wait in the queue.
    return jsonb_build_object('outcome', 'runner_task');
  elsif exists (select from nightshift.jobs j where j.task_id = v_old.id) then
    -- A task that nobody does would be of no use.
    return nightshift.repeat_job(v_old.id, p_caller);
  end if;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(nightshift.store_retry(v_old, v_kind)));
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
  when check_violation then
    return jsonb_build_object('outcome', 'task_invalid', 'constraint', 'input_data_has_at_most_256_kb');
end
$$;
comment on function nightshift.retry_task(uuid, jsonb) is
'Part of retry_task and retry_tasks: retries one task for a caller that admit_caller has admitted.';
revoke all on function nightshift.retry_task(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function public.retry_task(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
begin
  return case when v_caller ->> 'outcome' = 'admitted' then nightshift.retry_task(p_task_id, v_caller)
    else v_caller end;
end
$$;
comment on function public.retry_task(uuid, text) is
'A pending task like one that failed, failed in part or was cancelled, linked by input_data.retry_of. Asked again, '
'it returns the same one. Outcomes: ok with task; task_not_found, task_not_retryable, runner_task (of the email '
'runner, whose emails requeue_failed_emails reads again), forbidden, task_invalid, daily_quota_exceeded, and those of '
'admit_caller.';
revoke all on function public.retry_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.retry_task(uuid, text) to authenticated, service_role;
