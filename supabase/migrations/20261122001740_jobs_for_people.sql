-- Jobs for people: what users, external systems and the HTTP API ask agents to do.
--
-- Each function says first who asks and what they reach: a user the workspaces that they belong to, an ingest token
-- its own, the service role all. Whoever may enqueue jobs of an agent for a workspace may also cancel and repeat them
-- (job_changes). They return {outcome, …} instead of raising, so that the API names every failure.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.may_enqueue(
  p_agent public.task_schedules, p_caller jsonb, p_workspace_id uuid
) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_caller ->> 'kind' = 'service' then 'ok'
    when p_workspace_id is null then 'workspace_missing'
    when p_caller ->> 'kind' = 'token' then case
      when p_workspace_id is distinct from (p_caller ->> 'workspace_id')::uuid then 'workspace_not_found'
      when p_agent.enqueue_policy in ('owners', 'members') then 'ok'
      else 'agent_not_open' end
    when p_caller ->> 'kind' = 'user' then coalesce((
      select case
        when p_agent.enqueue_policy = 'members' and m.role in ('owner', 'admin', 'member') then 'ok'
        when p_agent.enqueue_policy = 'owners' and m.role in ('owner', 'admin') then 'ok'
        when m.role = 'viewer' or p_agent.enqueue_policy = 'owners' then 'forbidden'
        else 'agent_not_open' end
      from public.workspace_members m
      where m.workspace_id = p_workspace_id and m.user_id = (p_caller ->> 'id')::uuid), 'workspace_not_found')
    else 'forbidden' end
$$;
comment on function nightshift.may_enqueue(public.task_schedules, jsonb, uuid) is
'Whether a caller (as admit_caller has found them) may enqueue jobs of an agent for a workspace: ok, or the outcome '
'that says why not: workspace_missing, workspace_not_found, forbidden (the role is too low), agent_not_open (only the '
'service role enqueues jobs of this agent).';
revoke all on function nightshift.may_enqueue(public.task_schedules, jsonb, uuid)
  from public, anon, authenticated, service_role;

create or replace function nightshift.admit_to_agent(p_agent text, p_caller jsonb, out schedule_id uuid,
  out outcome text)
language plpgsql stable set search_path = ''
as $$
declare
  v_task_type text;
begin
  select s.id, s.task_type into schedule_id, v_task_type
  from public.task_schedules s
  where s.name = p_agent and s.target !~ '^https?://'
    -- Who belongs to no workspace sees no agents.
    and (p_caller ->> 'kind' <> 'user' or jsonb_array_length(p_caller -> 'workspace_ids') > 0);
  outcome := case
    when schedule_id is null then 'agent_not_found'
    when jsonb_typeof(p_caller -> 'task_types') = 'array' and not p_caller -> 'task_types' ? v_task_type
      then 'task_type_forbidden'
    else 'ok' end;
end
$$;
comment on function nightshift.admit_to_agent(text, jsonb) is
'The agent of this name that takes jobs, and whether a caller reaches it: ok, agent_not_found, task_type_forbidden.';
revoke all on function nightshift.admit_to_agent(text, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.read_workspace_id(p_job jsonb) returns uuid
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_job) = 'object' and jsonb_typeof(p_job -> 'workspace_id') = 'string'
    and p_job ->> 'workspace_id' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
    then (p_job ->> 'workspace_id')::uuid end
$$;
comment on function nightshift.read_workspace_id(jsonb) is 'The workspace that a job names; null when it names none.';
revoke all on function nightshift.read_workspace_id(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.enqueue_allowed_jobs(
  p_agent public.task_schedules, p_jobs jsonb, p_caller jsonb
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_own constant uuid := (p_caller ->> 'workspace_id')::uuid;
  v_judged jsonb;
  v_enqueued jsonb;
begin
  select jsonb_agg(jsonb_build_object('job', j.job) || case
      when jsonb_typeof(j.job) <> 'object' then
        jsonb_build_object('outcome', 'rejected', 'error', 'A job is an object.')
      when named.id is null and coalesce(jsonb_typeof(j.job -> 'workspace_id'), 'null') <> 'null' then
        jsonb_build_object('outcome', 'rejected', 'error', 'workspace_id is a UUID.')
      else
        jsonb_build_object('outcome', nightshift.may_enqueue(p_agent, p_caller, coalesce(named.id, v_own))) end
    order by j.position)
  into v_judged
  from jsonb_array_elements(p_jobs) with ordinality as j (job, position)
  cross join lateral (select nightshift.read_workspace_id(j.job)) as named (id);
  v_enqueued := nightshift.enqueue_jobs(p_agent.name, (
      select coalesce(jsonb_agg(v.value -> 'job' order by v.position), '[]')
      from jsonb_array_elements(v_judged) with ordinality as v (value, position)
      where v.value ->> 'outcome' = 'ok'), v_own,
    case p_caller ->> 'kind' when 'user' then 'user' else 'api' end) -> 'jobs';
  return (
    select jsonb_agg(case v.value ->> 'outcome'
      when 'ok' then (v_enqueued -> (v.nth - 1)::integer) - 'index'
      else v.value - 'job' end order by v.position)
    from (
      select j.value, j.position, count(*) filter (where j.value ->> 'outcome' = 'ok') over (order by j.position) as nth
      from jsonb_array_elements(v_judged) with ordinality as j (value, position)
    ) v);
end
$$;
comment on function nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb) is
'Part of request_jobs: enqueues those jobs that the caller may enqueue. Returns a result for each: {outcome, task_id, '
'error}.';
revoke all on function nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb)
  from public, anon, authenticated, service_role;

create or replace function public.request_jobs(
  p_agent text,
  p_jobs jsonb,
  p_idempotency_key text default null,
  p_token_hash text default null,
  p_request_hash text default null,
  p_request_id text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_max_jobs constant integer := 500;
  v_request_hash text := coalesce(p_request_hash,
    encode(sha256(convert_to(jsonb_build_array(p_agent, p_jobs)::text, 'UTF8')), 'hex'));
  v_caller jsonb;
  v_agent record;
  v_key_hash text;
  v_results jsonb;
begin
  if jsonb_typeof(p_jobs) is distinct from 'array' or jsonb_array_length(p_jobs) > c_max_jobs then
    return jsonb_build_object('outcome', 'batch_too_large');
  end if;
  v_caller := public.admit_caller('tasks', p_token_hash, array(
    select distinct nightshift.read_workspace_id(j.job) from jsonb_array_elements(p_jobs) as j (job)
    where nightshift.read_workspace_id(j.job) is not null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select a.* into v_agent from nightshift.admit_to_agent(p_agent, v_caller) a;
  if v_agent.outcome <> 'ok' then
    return jsonb_build_object('outcome', v_agent.outcome);
  end if;
  if p_idempotency_key is not null then
    v_key_hash := encode(sha256(convert_to(
      format('jobs %s %s %s', v_caller ->> 'kind', v_caller ->> 'id', p_idempotency_key), 'UTF8')), 'hex');
    v_results := nightshift.find_answer(v_key_hash, v_request_hash, p_jobs);
    if v_results is not null then
      return v_results;
    end if;
  end if;
  select coalesce(nightshift.enqueue_allowed_jobs(s, p_jobs, v_caller), '[]') into v_results
  from public.task_schedules s
  where s.id = v_agent.schedule_id;
  -- A request that enqueued nothing does not use up its key.
  if p_idempotency_key is not null and jsonb_path_exists(v_results, '$[*].task_id') then
    perform set_config('nightshift.open_request', v_key_hash, true);
    perform public.remember_answer(p_jobs, v_results, v_request_hash, p_request_id);
  end if;
  return jsonb_build_object('outcome', 'ok', 'results', v_results);
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.request_jobs(text, jsonb, text, text, text, text) is
'Enqueues up to 500 jobs [{workspace_id, payload, run_at, key, priority}] of an agent, each field optional; a user '
'names the workspace of each. Results, one for each job: {outcome, task_id, error}: created, exists (the key names a '
'job already), rejected (with error), workspace_missing, workspace_not_found, forbidden, agent_not_open. Of the whole: '
'ok, agent_not_found, task_type_forbidden, batch_too_large, daily_quota_exceeded, and those of admit_caller. A request '
'that enqueued something gets the same answer when it is sent again within 24 hours with its p_idempotency_key.';
revoke all on function public.request_jobs(text, jsonb, text, text, text, text)
from public, anon, authenticated, service_role;
grant execute on function public.request_jobs(text, jsonb, text, text, text, text) to authenticated, service_role;
