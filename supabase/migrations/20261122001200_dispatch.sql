-- Dispatch: from a tick to one signed request, with its task row first.
--
-- pg_cron only says that the row was written, and pg_net may lose a request. So the row comes first and
-- says what happened, also when nothing can be signed or handed to pg_net.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.post_dispatch(p_dispatch_id uuid, p_task_id uuid,
  p_schedule public.task_schedules, p_now timestamptz)
returns text
language plpgsql set search_path = ''
as $$
declare
  v_secret text := nightshift.read_secret('cron_secret');
  v_project_url text := nightshift.read_secret('project_url');
  v_is_url boolean := p_schedule.target ~ '^https?://';
  v_body jsonb := p_schedule.payload || jsonb_build_object('task_id', p_task_id);
  v_request_id bigint;
begin
  if v_secret is null or (v_project_url is null and not v_is_url) then
    return 'not configured: Vault lacks ' || concat_ws(' and ',
        case when v_project_url is null and not v_is_url then 'project_url' end, case when v_secret is null
          then 'cron_secret' end)
      || '. Set it with: select vault.create_secret(''<value>'', ''<name>''); '
      || 'project_url is https://<project-ref>.supabase.co, cron_secret is the CRON_SECRET of the functions.';
  end if;
  if v_is_url then
    -- A receiver elsewhere reports on this task with this token, and on no other.
    v_body := v_body || jsonb_build_object('task_token', nightshift.task_token(p_task_id, v_secret));
  end if;
  v_request_id := net.http_post(
    url => case when v_is_url then p_schedule.target
      else rtrim(v_project_url, '/') || '/functions/v1/' || p_schedule.target end,
    body => v_body,
    headers => nightshift.signed_headers(
      p_task_id::text, v_body::text, nightshift.target_key(p_schedule.target, v_secret), p_now) ||
        '{"Prefer": "respond-async"}',
    timeout_milliseconds => p_schedule.timeout_ms
  );
  update public.task_dispatches d
  set timeout_ms = p_schedule.timeout_ms, request_id = v_request_id
  where d.id = p_dispatch_id;
  return null;
end
$$;
comment on function nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz) is
'Part of send_dispatch: hands the signed request to pg_net. Returns what Vault lacks, null when nothing. Raises '
'whatever Vault or pg_net raise.';
revoke all on function nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz) from public;

create or replace function nightshift.send_dispatch(p_dispatch_id uuid, p_now timestamptz default clock_timestamp())
  returns text
language plpgsql set search_path = ''
as $$
declare
  v_task_id uuid;
  v_schedule public.task_schedules;
  v_message text;
begin
  select d.task_id into strict v_task_id from public.task_dispatches d where d.id = p_dispatch_id;
  select s.* into strict v_schedule
  from public.task_schedules s
  join public.task_dispatches d on d.schedule_id = s.id
  where d.id = p_dispatch_id;
  if v_schedule.target = 'database' then
    perform nightshift.queue_database_run(p_dispatch_id, v_task_id, p_now);
    return 'dispatched';
  end if;
  begin
    v_message := nightshift.post_dispatch(p_dispatch_id, v_task_id, v_schedule, p_now);
  exception when others then
    update public.task_dispatches d
    set verdict = 'not_sent',
      detail = format('The request could not be signed or handed to pg_net: %s (%s).', left(sqlerrm, 1000), sqlstate)
    where d.id = p_dispatch_id;
    return 'not_sent';
  end;
  if v_message is not null then
    update public.task_dispatches d set verdict = 'not_configured', detail = v_message where d.id = p_dispatch_id;
    perform nightshift.fail_task(v_task_id, v_message, p_now);
    return 'not_configured';
  end if;
  return 'dispatched';
end
$$;
comment on function nightshift.send_dispatch(uuid, timestamptz) is
'Posts the request of a dispatch over pg_net, which sends it after commit, or leaves it to the database worker. '
'Returns dispatched; not_configured when '
'Vault lacks project_url or cron_secret (its task says what to set); or not_sent when Vault or pg_net raised an error '
'(reconcile tries again).';
revoke all on function nightshift.send_dispatch(uuid, timestamptz) from public;

create or replace function nightshift.set_aside_early(p_schedule_id uuid, p_slot timestamptz, p_now timestamptz)
  returns void
language sql set search_path = ''
as $$
  -- Only a clock that was ahead can have written a time that is still to come.
  update public.task_dispatches d
  set kind = 'early', retry_at = null,
    seq = (select coalesce(max(e.seq) + 1, 0) from public.task_dispatches e
      where e.schedule_id = p_schedule_id and e.slot = p_slot and e.kind = 'early'),
    detail = concat_ws(' ', d.detail, 'It was made while the clock of the database was ahead.')
  where d.schedule_id = p_schedule_id and d.slot = p_slot and d.kind in ('tick', 'missed')
    and d.dispatched_at > p_now + interval '1 minute'
$$;
comment on function nightshift.set_aside_early(uuid, timestamptz, timestamptz) is
'Lets a slot be dispatched that a clock ahead of time has dispatched before: that dispatch becomes early.';
revoke all on function nightshift.set_aside_early(uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.open_dispatch(
  p_schedule_id uuid,
  p_slot timestamptz,
  p_kind text,
  p_input jsonb default '{}',
  p_cancel_reason text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_dispatch_id uuid;
  v_task_id uuid;
begin
  select * into strict v_schedule from public.task_schedules s where s.id = p_schedule_id;
  if p_kind in ('tick', 'missed') then
    perform nightshift.set_aside_early(p_schedule_id, p_slot, p_now);
  end if;

  -- A slot ticks once, whether pg_cron came or its absence was found. Further runs count up.
  insert into public.task_dispatches (schedule_id, slot, kind, seq, dispatched_at, verdict, detail)
  select p_schedule_id, p_slot, p_kind,
    case when p_kind in ('tick', 'missed') then 0 else coalesce(max(d.seq) + 1, 0) end,
    p_now,
    case when p_cancel_reason is null then 'sent' when p_kind = 'missed' then 'missed' else 'skipped' end,
    p_cancel_reason
  from public.task_dispatches d
  where d.schedule_id = p_schedule_id and d.slot = p_slot and d.kind = p_kind
  having p_kind not in ('tick', 'missed') or not exists (
    select from public.task_dispatches t
    where t.schedule_id = p_schedule_id and t.slot = p_slot and t.kind in ('tick', 'missed'))
  on conflict do nothing
  returning id into v_dispatch_id;
  if v_dispatch_id is null then
    return jsonb_build_object('outcome', 'already_dispatched', 'slot', p_slot);
  end if;

  insert into public.autonomous_tasks
    (task_type, status, input_data, error_message, executed_at, triggered_by, agent_name)
  values (
    v_schedule.task_type,
    case when p_cancel_reason is null then 'pending' else 'cancelled' end,
    v_schedule.payload || p_input || jsonb_build_object('schedule', v_schedule.name, 'slot', p_slot),
    p_cancel_reason, p_now, case p_kind when 'manual' then 'user' when 'wake' then 'system' else 'cron' end,
    left(v_schedule.target, 200)
  )
  returning id into v_task_id;
  update public.task_dispatches d set task_id = v_task_id where d.id = v_dispatch_id;
  if v_schedule.for_each = 'workspace' and p_kind in ('tick', 'missed', 'manual') and p_cancel_reason is null then
    perform nightshift.enqueue_for_workspaces(v_schedule, p_slot, p_now);
  end if;

  return jsonb_build_object(
    'outcome', case when p_cancel_reason is null then nightshift.send_dispatch(v_dispatch_id, p_now) else 'skipped' end,
    'slot', p_slot,
    'task_id', v_task_id
  );
end
$$;
comment on function nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz) is
'Makes a dispatch with its system row and sends it, or records why it is not sent. A scheduled time of an agent with '
'for_each makes its jobs as well. Outcome: dispatched, already_dispatched, skipped, not_configured or not_sent.';
revoke all on function nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz) from public;

create or replace function nightshift.unfinished_task(
  p_schedule public.task_schedules,
  p_slot timestamptz,
  p_now timestamptz,
  out task_id uuid,
  out slot timestamptz,
  out status text,
  out since timestamptz
)
language sql stable set search_path = ''
as $$
  with candidates as (
    select l.run_id as id, l.expires_at from nightshift.run_leases l
    union all
    -- By the index of system rows, as tenants may have any number of unfinished tasks.
    select t.id, null
    from public.autonomous_tasks t
    where t.workspace_id is null and t.task_type = p_schedule.task_type and t.status in ('pending', 'running')
      and t.executed_at > p_now - interval '7 days'
  ), latest as ( -- the latest attempt of each
    select distinct on (c.id) c.id, d.slot, t.status, t.executed_at, d.dispatched_at, d.retry_at,
      max(c.expires_at) over (partition by c.id) as expires_at
    from candidates c
    join public.task_dispatches d on d.task_id = c.id
    join public.autonomous_tasks t on t.id = c.id and t.status in ('pending', 'running')
    -- A run that was sent for does jobs of any time.
    where d.schedule_id = p_schedule.id and d.slot <> p_slot and d.kind <> 'wake'
    order by c.id, d.dispatched_at desc, d.seq desc
  )
  select l.id, l.slot, l.status, l.executed_at
  from latest l
  where case
    -- Under a lease it works. Without one it lives until the clock of judge_runs ends it.
    when l.expires_at > p_now then true
    -- Between two attempts of a job nobody holds it.
    when exists (select from nightshift.jobs j where j.task_id = l.id and j.state <> 'ended') then true
    when l.status = 'running' and l.expires_at is null then l.executed_at > p_now - interval '6 hours'
    -- Otherwise it can only come to life by this attempt or by the next.
    else greatest(l.dispatched_at, l.retry_at, l.expires_at) + make_interval(secs => p_schedule.timeout_ms / 1000.0)
      + interval '30 minutes' > p_now
  end
  order by l.executed_at
  limit 1
$$;
comment on function nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz) is
'The oldest unfinished task that another slot of the schedule dispatched and that can still come to life. Null when '
'there is none.';
revoke all on function nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.describe_overlap(p_schedule public.task_schedules, p_slot timestamptz,
  p_now timestamptz) returns text
language sql stable set search_path = ''
as $$
  select format('skipped: task %s of %s is still %s since %s (overlap policy "skip").', u.task_id,
    to_char(u.slot at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"'), u.status,
    to_char(u.since at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS "UTC"'))
  from nightshift.unfinished_task(p_schedule, p_slot, p_now) u
  where p_schedule.overlap_policy = 'skip' and u.task_id is not null
$$;
comment on function nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz) is
'Why a slot has to be skipped: which task blocks it, and since when. Null when nothing does.';
revoke all on function nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.dispatch(p_schedule text, p_now timestamptz default clock_timestamp())
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_latest_tick constant interval := interval '5 minutes';
  v_schedule public.task_schedules;
  v_slot timestamptz;
  v_result jsonb;
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('outcome', 'not_installed');
  end if;
  select * into v_schedule from public.task_schedules s where s.name = p_schedule;
  if v_schedule.id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', p_schedule using errcode = 'PT404';
  elsif not v_schedule.enabled then
    return jsonb_build_object('outcome', 'disabled');
  elsif v_schedule.cron_expression is null then
    return jsonb_build_object('outcome', 'on_demand');
  end if;

  v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now, v_schedule.time_zone);
  if v_slot is null then
    return jsonb_build_object('outcome', 'no_slot');
  elsif v_schedule.time_zone <> 'UTC' and v_slot < p_now - c_latest_tick then
    -- pg_cron came for a time that is a slot in summer only, or in winter only.
    return jsonb_build_object('outcome', 'not_due');
  end if;
  v_result := nightshift.open_dispatch(v_schedule.id, v_slot, 'tick',
    p_cancel_reason => nightshift.describe_overlap(v_schedule, v_slot, p_now), p_now => p_now);
  if v_result ->> 'outcome' = 'dispatched' then
    perform nightshift.open_parallel_dispatches(v_schedule, v_slot, (v_result ->> 'task_id')::uuid, p_now);
  end if;
  return v_result;
end
$$;
comment on function nightshift.dispatch(text, timestamptz) is
'Dispatches the latest slot of a schedule once: a system row and a signed request. Outcome: dispatched, '
'already_dispatched, skipped, disabled, on_demand (it has no scheduled times), not_configured, not_sent, no_slot (none '
'in the last 31 days), not_due (in a time zone other than UTC: none in the last 5 minutes) or not_installed. Error: '
'PT404 schedule_not_found. Called by pg_cron.';
revoke all on function nightshift.dispatch(text, timestamptz) from public;
