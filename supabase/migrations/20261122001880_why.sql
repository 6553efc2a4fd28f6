-- Why: one sentence from our own rows on why something did or did not happen.
--
-- Each question has a function. All take the workspaces that the caller may see, null for the operator, and answer
-- about what is elsewhere as if it were not there.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.tell_time(p_at timestamptz) returns text
language sql stable set search_path = ''
as $$ select to_char(p_at at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"') $$;
comment on function nightshift.tell_time(timestamptz) is 'A time for a sentence, in UTC to the minute.';
revoke all on function nightshift.tell_time(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.why_slot(
  p_schedule public.task_schedules, p_at timestamptz, p_for_operator boolean
) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_slot timestamptz;
  v_dispatch public.task_dispatches;
  v_task public.autonomous_tasks;
begin
  if p_schedule.cron_expression is null then
    return format('"%s" runs on demand and has no scheduled times.', p_schedule.name);
  end if;
  v_slot := nightshift.latest_slot(p_schedule.cron_expression, p_at, p_schedule.time_zone);
  if v_slot is null or v_slot < date_trunc('minute', p_at) then
    return format('"%s" had no scheduled time at %s: the one before was %s, the next is %s.', p_schedule.name,
      nightshift.tell_time(p_at), coalesce(nightshift.tell_time(v_slot), 'more than 31 days ago'),
      nightshift.tell_time(nightshift.next_slot(p_schedule.cron_expression, p_at, p_schedule.time_zone)));
  end if;
  select d.* into v_dispatch from public.task_dispatches d
  where d.schedule_id = p_schedule.id and d.slot = v_slot and d.kind in ('tick', 'missed')
  order by d.dispatched_at limit 1;
  if v_dispatch.id is null then
    return format('"%s" did not run at %s: %s', p_schedule.name, nightshift.tell_time(v_slot), case
      when p_schedule.active_since > v_slot then format('nothing was expected before %s, when it was made, resumed or '
        'changed.', nightshift.tell_time(p_schedule.active_since))
      when not p_schedule.enabled then 'it is paused.'
      when nightshift.job_state(p_schedule) = 'switched_off' then 'its pg_cron job is switched off.'
      when v_slot > clock_timestamp() then 'that time has not come.'
      when v_slot < clock_timestamp() - interval '90 days' then 'it is too long ago to be known.'
      else 'no tick of pg_cron has come for it, and reconcile has not made up for it.' end);
  end if;
  select t.* into v_task from public.autonomous_tasks t where t.id = v_dispatch.task_id;
  return format('"%s" at %s: %s', p_schedule.name, nightshift.tell_time(v_slot), case
    when v_task.status = 'completed' then format('it ran, and completed at %s.',
      nightshift.tell_time(v_task.completed_at))
    when v_task.status = 'running' then format('it is running since %s.', nightshift.tell_time(v_task.executed_at))
    when v_task.status = 'pending' and v_dispatch.verdict in ('sent', 'accepted')
      then 'it was sent and has not started.'
    when v_dispatch.verdict = 'skipped' then coalesce(case when p_for_operator then v_dispatch.detail end,
      'it was skipped, because the task of another scheduled time was unfinished.')
    when v_dispatch.verdict = 'missed' then coalesce(case when p_for_operator then v_dispatch.detail end,
      'it was missed, because no tick came, and was not made up for.')
    else coalesce(case when p_for_operator then coalesce(v_task.error_message, v_dispatch.detail) end,
      format('it ended as %s.', replace(coalesce(v_task.status, v_dispatch.verdict), '_', ' '))) end);
end
$$;
comment on function nightshift.why_slot(public.task_schedules, timestamptz, boolean) is
'Part of why: what became of a scheduled time, or why there was none.';
revoke all on function nightshift.why_slot(public.task_schedules, timestamptz, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.why_time(p_ref text, p_for_operator boolean) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_at constant timestamptz := nightshift.read_time(btrim(substring(p_ref from '\d{4}-\d{2}-\d{2}.*$')));
  v_name constant text := nullif(btrim(regexp_replace(p_ref, '\d{4}-\d{2}-\d{2}.*$', '')), '');
  v_answer text;
begin
  if v_at is null then
    raise exception 'question_invalid: a time is such as 2026-03-01T03:00:00Z, with the name of a schedule before it '
      'or without.' using errcode = 'PT400';
  end if;
  if v_name is not null then
    select nightshift.why_slot(s, v_at, p_for_operator) into v_answer
    from public.task_schedules s where s.name = v_name;
    return coalesce(v_answer, format('There is no schedule "%s".', v_name));
  end if;
  -- Those with a scheduled time in that minute, the ones that did not go well first.
  select string_agg(w.answer, ' ' order by w.went_well, w.name) into v_answer
  from (
    select s.name, a.answer, a.answer like '%completed at%' as went_well
    from public.task_schedules s
    cross join lateral (select nightshift.why_slot(s, v_at, p_for_operator)) as a (answer)
    where s.enabled and s.cron_expression is not null
      and nightshift.latest_slot(s.cron_expression, v_at, s.time_zone) >= date_trunc('minute', v_at)
    order by 3, 1
    limit 3
  ) w;
  return coalesce(v_answer, format('No schedule that is switched on has a scheduled time at %s.',
    nightshift.tell_time(v_at)));
end
$$;
comment on function nightshift.why_time(text, boolean) is
'Part of why: a time, or the name of a schedule and a time. Error: PT400 question_invalid.';
revoke all on function nightshift.why_time(text, boolean) from public, anon, authenticated, service_role;

create or replace function nightshift.why_email(p_email_id uuid, p_workspace_ids uuid[]) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_email public.client_emails;
  v_queued nightshift.email_queue;
  v_notice text;
  v_before bigint;
begin
  select e.* into v_email from public.client_emails e
  where e.id = p_email_id and (p_workspace_ids is null or e.workspace_id = any (p_workspace_ids));
  if v_email.id is null then
    return 'There is no such email.';
  elsif v_email.intelligence_analyzed then
    return format('It was read at %s.', nightshift.tell_time(v_email.analyzed_at));
  elsif v_email.direction = 'outbound' then
    return 'It was sent by you, and only emails that come in are read.';
  end if;
  select q.* into v_queued from nightshift.email_queue q where q.email_id = p_email_id;
  select n.message into v_notice
  from nightshift.spending_notices n
  where n.workspace_id = v_email.workspace_id and n.reason not like 'near%'
    and n.period_start in ((clock_timestamp() at time zone 'utc')::date,
      date_trunc('month', clock_timestamp() at time zone 'utc')::date)
  order by n.noted_at desc limit 1;
  select count(*) into v_before
  from (select from nightshift.email_queue q where q.workspace_id = v_email.workspace_id and (q.failed_at is null)
    and q.received_at < v_queued.received_at limit 10000) b;
  return case
    when v_queued.email_id is null then 'It is not in the queue yet: reconcile puts earlier emails into it bit by bit.'
    when v_queued.failed_at is not null then format('It was given up at %s after %s attempts%s.',
      nightshift.tell_time(v_queued.failed_at), v_queued.attempts,
      case when p_workspace_ids is null then ': ' || coalesce(v_queued.last_error, 'no reason is known') else '' end)
    when v_queued.lease_expires_at > clock_timestamp() then format('It is being read now, until %s at the latest.',
      nightshift.tell_time(v_queued.lease_expires_at))
    when v_queued.next_attempt_at > clock_timestamp() then format('Attempt %s failed%s, and the next is not before %s.',
      v_queued.attempts, case when p_workspace_ids is null then ': ' || coalesce(v_queued.last_error, '') else '' end,
      nightshift.tell_time(v_queued.next_attempt_at))
    when v_notice is not null then format('It waits, as do all emails of its workspace: %s', v_notice)
    when not exists (select from public.task_schedules s where s.name = 'continuous-intelligence' and s.enabled)
      then 'It waits, because the schedule continuous-intelligence is paused.'
    else format('It waits for its turn: %s emails of its workspace are before it, and the next run is at %s.', v_before,
      (select nightshift.tell_time(nightshift.next_slot(s.cron_expression, clock_timestamp(), s.time_zone))
       from public.task_schedules s where s.name = 'continuous-intelligence')) end;
end
$$;
comment on function nightshift.why_email(uuid, uuid[]) is 'Part of why: why an email is unread, or when it was read.';
revoke all on function nightshift.why_email(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.why_job(p_job nightshift.jobs, p_for_operator boolean) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_job.state = 'ended' then format('It ended as %s at %s%s.', p_job.outcome,
      nightshift.tell_time(p_job.ended_at), coalesce(' with: ' || p_job.last_error, ''))
    when p_job.state = 'running' then format('It is running in attempt %s of %s.', p_job.attempt, p_job.max_attempts)
    when a.enabled is not true then format('It waits, because its agent "%s" is paused.', a.name)
    when p_job.run_at > clock_timestamp() then format('It waits until %s%s.', nightshift.tell_time(p_job.run_at),
      case when p_job.attempt > 0 then format(', because attempt %s failed%s', p_job.attempt,
        coalesce(': ' || p_job.last_error, '')) else ', as was asked' end)
    when a.max_concurrency <= r.in_all then format('It waits, because %s jobs of "%s" run, which is the most.',
      r.in_all, a.name)
    when a.max_concurrency_per_workspace <= r.in_lane then format(
      'It waits, because %s jobs of its workspace run at "%s", which is the most.', r.in_lane, a.name)
    else format('It waits for its turn: %s jobs of its workspace are before it at "%s".', b.before, a.name)
  end || case when p_for_operator and p_job.deaths > 0
    then format(' %s runs in a row died with it.', p_job.deaths) else '' end
  from (values (1)) as one (row)
  left join public.task_schedules a on a.id = p_job.schedule_id
  cross join lateral (
    select count(*) as in_all, count(*) filter (where j.lane = p_job.lane) as in_lane
    from nightshift.jobs j where j.schedule_id = p_job.schedule_id and j.state = 'running'
  ) r
  cross join lateral (
    select count(*) as before from (
      select from nightshift.jobs j
      where j.schedule_id = p_job.schedule_id and j.lane = p_job.lane and j.state = 'ready'
        and (-j.priority, j.run_at, j.seq) < (-p_job.priority, p_job.run_at, p_job.seq)
      limit 10000) k
  ) b
$$;
comment on function nightshift.why_job(nightshift.jobs, boolean) is 'Part of why: why a job waits, or how it ended.';
revoke all on function nightshift.why_job(nightshift.jobs, boolean) from public, anon, authenticated, service_role;

create or replace function nightshift.why_task(p_task_id uuid, p_workspace_ids uuid[],
  p_task_types jsonb default null)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_task public.autonomous_tasks;
  v_job nightshift.jobs;
  v_dispatch public.task_dispatches;
begin
  select t.* into v_task from public.autonomous_tasks t
  where t.id = p_task_id and (p_workspace_ids is null or t.workspace_id = any (p_workspace_ids))
    and (p_task_types is null or p_task_types ? t.task_type);
  if v_task.id is null then
    return 'There is no such task.';
  end if;
  select j.* into v_job from nightshift.jobs j where j.task_id = p_task_id;
  if v_job.task_id is not null then
    return nightshift.why_job(v_job, p_workspace_ids is null);
  end if;
  select d.* into v_dispatch from public.task_dispatches d
  where d.task_id = p_task_id and p_workspace_ids is null
  order by d.dispatched_at desc, d.id desc limit 1;
  return case
    when v_task.status = 'completed' then format('It completed at %s.', nightshift.tell_time(v_task.completed_at))
    when v_task.status in ('failed', 'partial_failure', 'cancelled') then format('It %s at %s: %s',
      case v_task.status when 'failed' then 'failed' when 'cancelled' then 'was cancelled' else 'failed in part' end,
      nightshift.tell_time(v_task.completed_at),
      coalesce(v_task.error_message, v_dispatch.detail, 'whoever ended it gave no reason.'))
    when v_task.status = 'running' then format('It is running since %s.', nightshift.tell_time(v_task.executed_at))
    when v_dispatch.retry_at is not null then format('It waits for another attempt at %s: %s',
      nightshift.tell_time(v_dispatch.retry_at), v_dispatch.detail)
    when v_dispatch.id is not null and v_dispatch.detail is not null then format('It has not started: %s',
      v_dispatch.detail)
    else format('It has not started since %s.', nightshift.tell_time(v_task.executed_at)) end;
end
$$;
comment on function nightshift.why_task(uuid, uuid[], jsonb) is
'Part of why: why a task failed, was cancelled or rejected, or has not started.';
revoke all on function nightshift.why_task(uuid, uuid[], jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.why(p_what text, p_ref text, p_workspace_ids uuid[] default null,
  p_task_types jsonb default null)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_is_id constant boolean := p_ref ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';
begin
  if p_what is null or p_what not in ('time', 'email', 'task', 'job') then
    raise exception 'question_invalid: ask about a time, an email, a task or a job.' using errcode = 'PT400';
  elsif p_what <> 'time' and v_is_id is not true then
    raise exception 'question_invalid: the id of the % is a UUID.', p_what using errcode = 'PT400';
  end if;
  return case p_what
    -- Schedules are the project's. Members see their times as in the timeline, strangers nothing.
    when 'time' then case when p_workspace_ids = '{}' then 'There is no such schedule.'
      else nightshift.why_time(p_ref, p_workspace_ids is null) end
    -- Reading emails is one of the task types.
    when 'email' then nightshift.why_email(p_ref::uuid, case
      when p_task_types is null or p_task_types ? 'continuous_intelligence_update' then p_workspace_ids else '{}' end)
    else nightshift.why_task(p_ref::uuid, p_workspace_ids, p_task_types)
  end;
end
$$;
comment on function nightshift.why(text, text, uuid[], jsonb) is
'One sentence from our own rows: why did nothing run at a time (time, with "name time" or a time alone), why is an '
'email unread (email, id), why did a task fail or was it rejected (task, id), why does a job wait (job, id). '
'p_workspace_ids and p_task_types (a list): what the caller may see; null: everything. Example: select '
'nightshift.why(''time'', ''2026-03-01T03:00Z''); Error: PT400 question_invalid.';
revoke all on function nightshift.why(text, text, uuid[], jsonb) from public, anon, authenticated, service_role;

create or replace function public.why(p_what text, p_ref text, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller constant jsonb := public.admit_caller('tasks', p_token_hash);
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return jsonb_build_object('outcome', 'ok', 'why', nightshift.why(p_what, p_ref, case
    when v_caller ->> 'kind' = 'token' then array[(v_caller ->> 'workspace_id')::uuid]
    when nightshift.is_service() then null
    else array(select nightshift.my_workspaces()) end, nullif(v_caller -> 'task_types', 'null')));
exception
  when sqlstate 'PT400' then
    return jsonb_build_object('outcome', 'question_invalid', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.why(text, text, text) is
'Why something did or did not happen, in one sentence. p_what: time, email, task or job; p_ref: its id, or a time with '
'or without the name of a schedule before it. Members learn about their own workspaces, tokens about their task types. '
'Outcomes: ok with why; question_invalid with detail; those of admit_caller. Example: select why(''email'', ''…'').';
revoke all on function public.why(text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.why(text, text, text) to authenticated, service_role;
