-- Job changes: how people cancel jobs and do them again.
--
-- Who may is as in jobs_for_people.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.admit_to_job(p_task_id uuid, p_caller jsonb, out workspace_id uuid,
  out agent_name text, out outcome text)
language plpgsql stable set search_path = ''
as $$
declare
  v_found record;
begin
  if p_caller ->> 'outcome' <> 'admitted' then
    outcome := p_caller ->> 'outcome';
    return;
  end if;
  select f.* into v_found from nightshift.find_job(p_task_id, p_caller) f;
  workspace_id := v_found.workspace_id;
  agent_name := v_found.agent_name;
  outcome := case when v_found.outcome <> 'ok' then v_found.outcome
    else (select nightshift.may_enqueue(s, p_caller, v_found.workspace_id)
      from public.task_schedules s where s.id = v_found.schedule_id) end;
end
$$;
comment on function nightshift.admit_to_job(uuid, jsonb) is
'Whether a caller may cancel and repeat a job: ok, or an outcome of admit_caller, find_job or may_enqueue.';
revoke all on function nightshift.admit_to_job(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function public.cancel_job(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_admitted record;
  v_outcome text;
  v_job jsonb;
begin
  select a.* into v_admitted from nightshift.admit_to_job(p_task_id, v_caller) a;
  if v_admitted.outcome <> 'ok' then
    return v_caller || jsonb_build_object('outcome', v_admitted.outcome);
  end if;
  v_outcome := nightshift.cancel_job(p_task_id, v_admitted.workspace_id) ->> 'outcome';
  v_job := nightshift.describe_job_with_task(p_task_id, v_admitted.workspace_id, v_admitted.agent_name);
  return case
    when v_outcome = 'not_found' then jsonb_build_object('outcome', 'task_not_found')
    when v_outcome = 'already_ended' and v_job ->> 'status' <> 'cancelled'
      then jsonb_build_object('outcome', 'task_already_finished', 'status', v_job -> 'status')
    else jsonb_build_object('outcome', 'ok', 'job', v_job) end;
end
$$;
comment on function public.cancel_job(uuid, text) is
'Cancels a job: one that waits at once, one that runs as soon as its work has stopped (then cancel_requested_at is '
'set). Asked again, it returns the same job. Outcomes: ok with job; task_not_found, task_already_finished (with '
'status), forbidden, agent_not_open, and those of admit_caller.';
revoke all on function public.cancel_job(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.cancel_job(uuid, text) to authenticated, service_role;

create or replace function nightshift.repeat_job(p_task_id uuid, p_caller jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_admitted record;
  v_repeated jsonb;
begin
  select a.* into v_admitted from nightshift.admit_to_job(p_task_id, p_caller) a;
  if v_admitted.outcome <> 'ok' then
    return p_caller || jsonb_build_object('outcome', v_admitted.outcome);
  end if;
  v_repeated := nightshift.retry_job(p_task_id, v_admitted.workspace_id,
    case p_caller ->> 'kind' when 'user' then 'user' else 'api' end);
  if v_repeated ->> 'task_id' is null then
    return jsonb_build_object('outcome', 'task_not_retryable', 'status',
      nightshift.describe_job_with_task(p_task_id, v_admitted.workspace_id, v_admitted.agent_name) -> 'status');
  end if;
  return jsonb_build_object('outcome', 'ok',
    'job', nightshift.describe_job_with_task((v_repeated ->> 'task_id')::uuid, v_admitted.workspace_id,
      v_admitted.agent_name),
    'task', (select to_jsonb(t) from public.autonomous_tasks t where t.id = (v_repeated ->> 'task_id')::uuid));
end
$$;
comment on function nightshift.repeat_job(uuid, jsonb) is
'Does a job again for a caller: ok with the new job and its task, or why not.';
revoke all on function nightshift.repeat_job(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function public.retry_job(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  return nightshift.repeat_job(p_task_id, public.admit_caller('tasks', p_token_hash)) - 'task';
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.retry_job(uuid, text) is
'Does a job again that failed or was cancelled in the last 30 days, as a new job with new attempts. Asked again, it '
'returns the same new job. Outcomes: ok with job; task_not_found, task_not_retryable (with status), forbidden, '
'agent_not_open, daily_quota_exceeded, and those of admit_caller.';
revoke all on function public.retry_job(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.retry_job(uuid, text) to authenticated, service_role;

create or replace function public.requeue_jobs(p_agent text, p_workspace_id uuid default null,
  p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_workspace_id constant uuid := coalesce(p_workspace_id, (v_caller ->> 'workspace_id')::uuid);
  v_agent record;
  v_outcome text;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select a.* into v_agent from nightshift.admit_to_agent(p_agent, v_caller) a;
  v_outcome := case when v_agent.outcome <> 'ok' then v_agent.outcome
    else (select nightshift.may_enqueue(s, v_caller, v_workspace_id)
      from public.task_schedules s where s.id = v_agent.schedule_id) end;
  if v_outcome <> 'ok' then
    return jsonb_build_object('outcome', v_outcome);
  end if;
  return nightshift.requeue_jobs(p_agent, v_workspace_id, case v_caller ->> 'kind' when 'user' then 'user'
    else 'api' end) || '{"outcome": "ok"}';
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.requeue_jobs(text, uuid, text) is
'Does all failed jobs of an agent in a workspace again, up to 10,000, each as a new job; the service role may leave '
'the workspace out and means all. Outcomes: ok with requeued; agent_not_found, task_type_forbidden, '
'workspace_missing, workspace_not_found, forbidden, agent_not_open, daily_quota_exceeded, and those of admit_caller.';
revoke all on function public.requeue_jobs(text, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.requeue_jobs(text, uuid, text) to authenticated, service_role;
