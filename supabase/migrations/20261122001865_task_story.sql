-- Task story: what a task did, why it failed, and what a member can do about it.
--
-- Membership is checked first, then all is read by index. Parts are cut so that the document stays below 64 kB.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.describe_chain(p_task_id uuid, p_workspace_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  with recursive linked as (
    select r.retry_of, r.task_id from nightshift.task_retries r where r.workspace_id = p_workspace_id
      and r.retry_of = p_task_id
    union all
    select j.task_id, j.retried_as from nightshift.jobs j where j.workspace_id = p_workspace_id
      and j.task_id = p_task_id and j.retried_as is not null
  ), earlier as ( -- who retries whom is also in the input, which the retry copies
    select p_task_id as id, 0 as step
    union all
    select before.id, e.step - 1
    from earlier e
    join public.autonomous_tasks t on t.id = e.id and t.workspace_id = p_workspace_id
    cross join lateral (
      select o.id from public.autonomous_tasks o
      where t.input_data ->> 'retry_of' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
        and o.id = (t.input_data ->> 'retry_of')::uuid and o.workspace_id = p_workspace_id
    ) before
    where e.step > -10
  ), chain as (
    select e.id, e.step from earlier e
    union
    select l.task_id, 1 from linked l
  )
  select coalesce(jsonb_agg(jsonb_build_object('task_id', t.id, 'status', t.status, 'at', to_jsonb(t.executed_at),
    'is_this', c.step = 0) order by c.step), '[]')
  from chain c
  join public.autonomous_tasks t on t.id = c.id and t.workspace_id = p_workspace_id
$$;
comment on function nightshift.describe_chain(uuid, uuid) is
'A task with up to 10 tasks that it retries, and the one that retries it: [{task_id, status, at, is_this}].';
revoke all on function nightshift.describe_chain(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_task_slot(p_task public.autonomous_tasks, p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('schedule', s.name, 'slot', to_jsonb(f.slot))
  from (
    (select d.schedule_id, d.slot from public.task_dispatches d where d.task_id = p_run_id
    order by d.dispatched_at, d.id limit 1)
    union all
    select j.schedule_id, j.slot from nightshift.jobs j where j.task_id = p_task.id and j.slot is not null
    limit 1
  ) f
  join public.task_schedules s on s.id = f.schedule_id
  where f.slot is not null and s.cron_expression is not null
$$;
comment on function nightshift.describe_task_slot(public.autonomous_tasks, uuid) is
'The schedule and the scheduled time that a task came from; null without one.';
revoke all on function nightshift.describe_task_slot(public.autonomous_tasks, uuid)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_task_job(p_task_id uuid, p_workspace_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('agent', s.name, 'state', j.state, 'attempt', j.attempt, 'max_attempts', j.max_attempts,
    'last_error', left(j.last_error, 1000), 'run_at', to_jsonb(j.run_at), 'created_at', to_jsonb(j.created_at),
    'cancel_requested_at', to_jsonb(j.cancel_requested_at), 'before', case when j.state = 'ready' then (
      select count(*) from (
        select from nightshift.jobs o
        where o.schedule_id = j.schedule_id and o.lane = j.lane and o.state = 'ready'
          and (-o.priority, o.run_at, o.seq) < (-j.priority, j.run_at, j.seq)
        limit 1000) b) end)
  from nightshift.jobs j
  join public.task_schedules s on s.id = j.schedule_id
  where j.task_id = p_task_id and j.workspace_id = p_workspace_id
$$;
comment on function nightshift.describe_task_job(uuid, uuid) is
'The job of a task: its agent, attempts, and how many jobs of its workspace are before it (up to 1000); null without '
'one.';
revoke all on function nightshift.describe_task_job(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_task_work(p_task public.autonomous_tasks, p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'steps', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'position', s.position,
        'finished_at', to_jsonb(s.finished_at)) order by s.position), '[]')
      from (select t.* from nightshift.task_steps t where t.task_id = p_task.id order by t.position limit 100) s),
      8192),
    'lines', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(l.at), 'message', left(l.message, 400))
        order by l.seq), '[]')
      from nightshift.task_lines l
      where l.task_id = p_task.id and l.workspace_id = p_task.workspace_id), 14336),
    'calls', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(u.created_at), 'model', left(u.model, 100),
        'outcome', u.outcome, 'tokens_in', u.tokens_in, 'tokens_out', u.tokens_out, 'usd', u.cost_usd,
        'emails', u.emails) order by u.created_at, u.id), '[]')
      from (select u.* from public.ai_usage u where u.task_id = p_task.id and u.workspace_id = p_task.workspace_id
        order by u.created_at, u.id limit 40) u), 8192),
    'emails', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('email_id', e.email_id, 'subject', left(e.subject, 100),
        'from_email', left(e.from_email, 100), 'intent', e.primary_intent, 'urgency', e.urgency_level,
        'needs_reply', e.needs_reply) order by e.extracted_at, e.email_id), '[]')
      from (
        select i.email_id, i.extracted_at, i.primary_intent, i.urgency_level, i.needs_reply, c.subject, c.from_email
        from public.email_intelligence i
        join public.client_emails c on c.id = i.email_id
        where i.run_id = p_run_id and i.workspace_id = p_task.workspace_id
        order by i.extracted_at, i.email_id
        limit 40
      ) e), 10240))
$$;
comment on function nightshift.describe_task_work(public.autonomous_tasks, uuid) is
'What a task did: {steps, lines, calls, emails}, each with its first items.';
revoke all on function nightshift.describe_task_work(public.autonomous_tasks, uuid)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_acts(p_task public.autonomous_tasks, p_kind text, p_role text)
returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_writes constant boolean := p_role in ('owner', 'admin', 'member');
  v_has_failed constant boolean := p_task.status in ('failed', 'partial_failure', 'cancelled');
  v_is_open constant boolean := p_task.status in ('pending', 'running');
  v_admitted boolean := v_writes;
begin
  if p_kind = 'job' and v_writes then
    select a.outcome = 'ok' into v_admitted
    from nightshift.admit_to_job(p_task.id, jsonb_build_object('outcome', 'admitted', 'kind', 'user',
      'id', auth.uid(), 'workspace_ids', jsonb_build_array(p_task.workspace_id))) a;
  end if;
  return jsonb_build_object(
    'retry', p_kind <> 'runner' and v_has_failed and v_admitted,
    'cancel', p_kind <> 'runner' and v_is_open and v_admitted,
    'requeue', p_kind = 'runner' and p_role in ('owner', 'admin'));
end
$$;
comment on function nightshift.describe_acts(public.autonomous_tasks, text, text) is
'What a member with this role can do with a task: {retry, cancel, requeue}. Nobody retries or cancels a row of the '
'runner, as the emails wait in the queue.';
revoke all on function nightshift.describe_acts(public.autonomous_tasks, text, text)
  from public, anon, authenticated, service_role;

create or replace function nightshift.show_document(p_document jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  -- As text, because not every reader keeps large numbers exact.
  select jsonb_build_object('bytes', coalesce(octet_length(p_document::text), 0),
    'text', case when octet_length(p_document::text) <= 6144 then jsonb_pretty(p_document) end)
$$;
comment on function nightshift.show_document(jsonb) is
'A document of at most 6 kB as text, and its size in bytes. A larger one is left out, see get_task_document.';
revoke all on function nightshift.show_document(jsonb) from public, anon, authenticated, service_role;

create or replace function public.get_task_story(p_task_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most_failed constant integer := 1000;
  v_task public.autonomous_tasks;
  v_role text;
  v_run_id uuid;
  v_job jsonb;
  v_kind text;
begin
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id and t.workspace_id in (select nightshift.my_workspaces());
  if not found then
    return null;
  end if;
  select m.role into v_role
  from public.workspace_members m where m.workspace_id = v_task.workspace_id and m.user_id = auth.uid();
  select w.run_id into v_run_id from nightshift.run_workspaces w where w.task_id = p_task_id;
  v_job := nightshift.describe_task_job(p_task_id, v_task.workspace_id);
  v_kind := case when v_run_id is not null then 'runner' when v_job is not null then 'job' else 'external' end;
  return jsonb_build_object('as_of', to_jsonb(now()), 'workspace_id', v_task.workspace_id, 'kind', v_kind,
    'task', jsonb_build_object('id', v_task.id, 'task_type', v_task.task_type, 'status', v_task.status,
      'agent_name', v_task.agent_name, 'triggered_by', v_task.triggered_by,
      'created_at', to_jsonb(v_task.created_at), 'executed_at', to_jsonb(v_task.executed_at),
      'completed_at', to_jsonb(v_task.completed_at), 'updated_at', to_jsonb(v_task.updated_at),
      'duration_ms', v_task.duration_ms, 'cost_usd', v_task.cost_estimate_usd,
      'message', left(v_task.error_message, 1000), 'is_message_cut', length(v_task.error_message) > 1000),
    'why', left(nightshift.why_task(p_task_id, array[v_task.workspace_id]), 1200),
    'input', nightshift.show_document(v_task.input_data), 'output', nightshift.show_document(v_task.output_data),
    'job', v_job, 'slot', nightshift.describe_task_slot(v_task, v_run_id),
    'chain', nightshift.describe_chain(p_task_id, v_task.workspace_id),
    'acts', nightshift.describe_acts(v_task, v_kind, v_role),
    'failed_emails', case when v_kind = 'runner' then (
      select count(*) from (
        select from nightshift.email_queue q
        where q.workspace_id = v_task.workspace_id and (q.failed_at is null) = false limit c_most_failed) f) end)
    || nightshift.describe_task_work(v_task, v_run_id);
end
$$;
comment on function public.get_task_story(uuid) is
'A task with all that is known of it: {as_of, workspace_id, kind, task, why, input, output, job, slot, chain, acts, '
'failed_emails, steps, lines, calls, emails}. kind: runner (a run of ours wrote it), job (an agent of ours does it) or '
'external. why: one sentence. acts: what the caller can do. An input or output of more than 6 kB is left out, see '
'get_task_document. Null for a stranger.';
revoke all on function public.get_task_story(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_task_story(uuid) to authenticated;

create or replace function public.get_task_document(p_task_id uuid, p_part text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select to_jsonb(jsonb_pretty(case p_part when 'input' then t.input_data when 'output' then t.output_data end))
  from public.autonomous_tasks t
  where t.id = p_task_id and t.workspace_id in (select nightshift.my_workspaces())
$$;
comment on function public.get_task_document(uuid, text) is
'The input or output (p_part) of a task as one text, which keeps large numbers exact, however long it is. Null for a '
'stranger.';
revoke all on function public.get_task_document(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_task_document(uuid, text) to authenticated;
