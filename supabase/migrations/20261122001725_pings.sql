-- Pings: signs of life of jobs that hold a ping token, with what they tell.
--
-- Which task a ping ends is written down when it starts, so no row that a member logs under the same name is taken
-- for it. One token serves several jobs that tell their names.
-- Locks: rows only. Time: milliseconds.

create table if not exists nightshift.ping_runs (
  token_id uuid not null references nightshift.ingest_tokens (id) on delete cascade,
  agent_name text not null,
  task_id uuid not null,
  started_at timestamptz not null default now(),
  primary key (token_id, agent_name)
);
create index if not exists ping_runs_age_idx on nightshift.ping_runs (started_at);
alter table nightshift.ping_runs enable row level security;
revoke all on nightshift.ping_runs from public;
comment on table nightshift.ping_runs is
'Runs whose start was pinged and whose end was not: one for each token and job. Pruned after 90 days.';
comment on column nightshift.ping_runs.token_id is 'the token';
comment on column nightshift.ping_runs.agent_name is 'the job';
comment on column nightshift.ping_runs.task_id is 'the task that the start has logged';
comment on column nightshift.ping_runs.started_at is 'when';

create or replace function nightshift.take_ping_run(p_token_id uuid, p_agent_name text, p_workspace_id uuid)
returns public.autonomous_tasks
language plpgsql set search_path = ''
as $$
declare
  v_task_id uuid;
  v_task public.autonomous_tasks;
begin
  delete from nightshift.ping_runs r where r.token_id = p_token_id and r.agent_name = p_agent_name
  returning r.task_id into v_task_id;
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = v_task_id and t.workspace_id = p_workspace_id
  for update;
  return v_task;
end
$$;
comment on function nightshift.take_ping_run(uuid, text, uuid) is
'Part of ping_task: the task that the latest start of a job has logged and no ping has ended, locked. It is given '
'once.';
revoke all on function nightshift.take_ping_run(uuid, text, uuid) from public;

create or replace function nightshift.start_ping_run(p_token nightshift.ping_runs, p_workspace_id uuid)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_before public.autonomous_tasks :=
    nightshift.take_ping_run(p_token.token_id, p_token.agent_name, p_workspace_id);
begin
  if v_before.status = 'running' then
    perform nightshift.close_silent_task(v_before.id, p_workspace_id, format(
      'The job started again at %s, and the end of this run was never reported.',
      nightshift.utc_minute(p_token.started_at)), p_token.started_at);
  end if;
  insert into nightshift.ping_runs select p_token.*;
end
$$;
comment on function nightshift.start_ping_run(nightshift.ping_runs, uuid) is
'Part of ping_task: remembers a start. An earlier run of the job whose end was never reported is failed.';
revoke all on function nightshift.start_ping_run(nightshift.ping_runs, uuid) from public;

create or replace function nightshift.keep_ping_lines(p_task public.autonomous_tasks, p_lines jsonb) returns void
language plpgsql set search_path = ''
as $$
begin
  if jsonb_typeof(p_lines) is distinct from 'array' then
    return;
  end if;
  perform nightshift.count_intake(p_task.workspace_id, 'task', 0, octet_length(p_lines::text));
  perform nightshift.store_lines((
    select jsonb_agg(jsonb_build_object('task_id', p_task.id, 'workspace_id', p_task.workspace_id, 'message', l.value)
      order by l.position)
    from jsonb_array_elements_text(p_lines) with ordinality as l (value, position)));
end
$$;
comment on function nightshift.keep_ping_lines(public.autonomous_tasks, jsonb) is
'Part of ping_task: keeps the text of a ping as the log lines of its task. They count against the bytes that the '
'workspace may store in a day. Error: PT429 daily_quota_exceeded.';
revoke all on function nightshift.keep_ping_lines(public.autonomous_tasks, jsonb) from public;

create or replace function public.ping_task(p_event text, p_token_hash text, p_report jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb;
  v_workspace_id uuid;
  v_agent text;
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
  v_workspace_id := (v_caller ->> 'workspace_id')::uuid;
  v_agent := coalesce(nullif(btrim(left(p_report ->> 'agent_name', 200)), ''), v_caller ->> 'name');
  if p_event <> 'start' then
    v_task := nightshift.take_ping_run((v_caller ->> 'id')::uuid, v_agent, v_workspace_id);
  end if;
  if v_task.status = 'running' then
    update public.autonomous_tasks t
    set status = v_status, error_message = v_error, cost_estimate_usd = coalesce(v_cost, t.cost_estimate_usd),
      -- What the start told is kept beside what the end tells, as long as a row holds both.
      output_data = case when jsonb_typeof(t.output_data) = 'object' and jsonb_typeof(v_output) = 'object'
          and pg_column_size(t.output_data || v_output) <= 262144
          and nightshift.is_bounded_document(t.output_data || v_output)
        then t.output_data || v_output else coalesce(v_output, t.output_data) end
    where t.id = v_task.id
    returning t.* into v_task;
  elsif v_task.id is null or not public.note_late_end(v_task.id, v_status, v_error) then
    insert into public.autonomous_tasks as t
      (workspace_id, task_type, status, error_message, triggered_by, agent_name, output_data, cost_estimate_usd)
    values (v_workspace_id, v_caller #>> '{task_types,0}', v_status, v_error, 'cron', v_agent, v_output, v_cost)
    returning t.* into v_task;
    if p_event = 'start' then
      perform nightshift.start_ping_run(
        row((v_caller ->> 'id')::uuid, v_agent, v_task.id, clock_timestamp())::nightshift.ping_runs, v_workspace_id);
    end if;
  end if;
  perform nightshift.keep_ping_lines(v_task, p_report -> 'lines');
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
'A sign of life (start, success, fail) of a job that holds a ping token, with agent_name, output_data, error_message '
'and cost_estimate_usd in p_report. agent_name says which job, without one it is the name of the token. start logs a '
'running task, and fails an earlier one of that job that never ended. success and fail end the running one, or log a '
'finished one. An end that comes after the watch of the job has failed the task is kept beside the watch. Outcomes: ok '
'with task, daily_quota_exceeded, task_invalid, and those of admit_caller. Texts in lines become log lines.';
revoke all on function public.ping_task(text, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.ping_task(text, text, jsonb) to service_role;
