-- Dispatch: from a tick to one signed request, with its task row first.
--
-- pg_cron only says that the row was written and pg_net may lose a request, so the row comes first and
-- tells what happened. No secret travels: the request is signed (Standard Webhooks, HMAC-SHA256).
-- Locks: none. Time: milliseconds.

do $$
declare
  v_home text := (
    select n.nspname
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'hmac' and pg_catalog.pg_get_function_identity_arguments(p.oid) = 'bytea, bytea, text'
    order by (n.nspname = 'extensions') desc
    limit 1
  );
begin
  -- pgcrypto may live in another schema of an existing project.
  execute format($body$
    create or replace function nightshift.hmac_sha256(p_message text, p_secret text) returns bytea
    language sql immutable strict parallel safe set search_path = ''
    as 'select %I.hmac(convert_to(p_message, ''UTF8''), convert_to(p_secret, ''UTF8''), ''sha256'')'
  $body$, v_home);
end
$$;
comment on function nightshift.hmac_sha256(text, text) is 'HMAC-SHA256 (RFC 2104) of UTF-8 texts.';
revoke all on function nightshift.hmac_sha256(text, text) from public;

create or replace function nightshift.signed_headers(p_id text, p_body text, p_secret text, p_now timestamptz) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'Content-Type', 'application/json',
    'webhook-id', p_id,
    'webhook-timestamp', s.seconds,
    'webhook-signature', 'v1,' || encode(
      nightshift.hmac_sha256(p_id || '.' || s.seconds || '.' || p_body, p_secret), 'base64')
  )
  from (select floor(extract(epoch from p_now))::bigint::text) as s (seconds)
$$;
comment on function nightshift.signed_headers(text, text, text, timestamptz) is
'Request headers with a signature as standardwebhooks.com specifies it: over id, seconds since 1970 and body.';
revoke all on function nightshift.signed_headers(text, text, text, timestamptz) from public;

create or replace function nightshift.read_secret(p_name text) returns text
language sql stable set search_path = ''
as $$ select s.decrypted_secret from vault.decrypted_secrets s where s.name = p_name $$;
comment on function nightshift.read_secret(text) is 'A secret from Vault by name; null when it is not set.';
revoke all on function nightshift.read_secret(text) from public;

create or replace function nightshift.send_dispatch(p_dispatch_id uuid, p_now timestamptz default clock_timestamp()) returns text
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
  v_secret text := nightshift.read_secret('cron_secret');
  v_project_url text := nightshift.read_secret('project_url');
  v_url text;
  v_body jsonb;
  v_message text;
begin
  select d.task_id, s.target, s.payload, s.timeout_ms into strict v_dispatch
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id
  where d.id = p_dispatch_id;

  v_url := case when v_dispatch.target ~ '^https?://' then v_dispatch.target
    else rtrim(v_project_url, '/') || '/functions/v1/' || v_dispatch.target end;
  if v_secret is null or v_url is null then
    v_message := 'not configured: Vault lacks ' || concat_ws(' and ',
        case when v_url is null then 'project_url' end, case when v_secret is null then 'cron_secret' end)
      || '. Set it with: select vault.create_secret(''<value>'', ''<name>''); '
      || 'project_url is https://<project-ref>.supabase.co, cron_secret is the CRON_SECRET of the functions.';
    update public.task_dispatches d set verdict = 'not_configured', detail = v_message where d.id = p_dispatch_id;
    perform nightshift.fail_task(v_dispatch.task_id, v_message, p_now);
    return 'not_configured';
  end if;

  v_body := v_dispatch.payload || jsonb_build_object('task_id', v_dispatch.task_id);
  update public.task_dispatches d
  set timeout_ms = v_dispatch.timeout_ms,
    request_id = net.http_post(
      url => v_url,
      body => v_body,
      headers => nightshift.signed_headers(v_dispatch.task_id::text, v_body::text, v_secret, p_now)
        || '{"Prefer": "respond-async"}',
      timeout_milliseconds => v_dispatch.timeout_ms
    )
  where d.id = p_dispatch_id;
  return 'dispatched';
end
$$;
comment on function nightshift.send_dispatch(uuid, timestamptz) is
'Posts the request of a dispatch over pg_net, which sends it after commit. Returns dispatched, or not_configured when Vault lacks project_url or cron_secret: then the task says what to set.';
revoke all on function nightshift.send_dispatch(uuid, timestamptz) from public;

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

  -- A slot ticks once, whether pg_cron came or its absence was found; further runs count up.
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
    p_cancel_reason, p_now, case when p_kind = 'manual' then 'user' else 'cron' end, v_schedule.target
  )
  returning id into v_task_id;
  update public.task_dispatches d set task_id = v_task_id where d.id = v_dispatch_id;

  return jsonb_build_object(
    'outcome', case when p_cancel_reason is null then nightshift.send_dispatch(v_dispatch_id, p_now) else 'skipped' end,
    'slot', p_slot,
    'task_id', v_task_id
  );
end
$$;
comment on function nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz) is
'Makes a dispatch with its root task and sends it, or records why it is not sent. Outcome: dispatched, already_dispatched, skipped or not_configured.';
revoke all on function nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz) from public;

create or replace function nightshift.unfinished_task(p_schedule_id uuid, p_slot timestamptz) returns uuid
language sql stable set search_path = ''
as $$
  select t.id
  from public.autonomous_tasks t
  join public.task_dispatches d on d.task_id = t.id
  where t.status in ('pending', 'running') and d.schedule_id = p_schedule_id and d.slot <> p_slot
  limit 1
$$;
comment on function nightshift.unfinished_task(uuid, timestamptz) is
'An unfinished task that another slot of the schedule dispatched; null when there is none.';
revoke all on function nightshift.unfinished_task(uuid, timestamptz) from public;

create or replace function nightshift.dispatch(p_schedule text, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_slot timestamptz;
  v_blocking_id uuid;
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
  end if;

  v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now);
  if v_slot is null then
    return jsonb_build_object('outcome', 'no_slot');
  end if;
  if v_schedule.overlap_policy = 'skip' then
    v_blocking_id := nightshift.unfinished_task(v_schedule.id, v_slot);
  end if;
  v_result := nightshift.open_dispatch(
    v_schedule.id, v_slot, 'tick',
    p_cancel_reason => 'skipped: task ' || v_blocking_id || ' of another slot is still unfinished (overlap policy "skip").',
    p_now => p_now
  );
  if v_result ->> 'outcome' = 'dispatched' then
    perform nightshift.open_parallel_dispatches(v_schedule, v_slot, (v_result ->> 'task_id')::uuid, p_now);
  end if;
  return v_result;
end
$$;
comment on function nightshift.dispatch(text, timestamptz) is
'Starts the current slot of a schedule, once: dispatch row, pending task row, one signed request. Outcome: dispatched, already_dispatched, skipped, disabled, not_configured, no_slot (none in the last 31 days) or not_installed. Error: PT404 schedule_not_found. Called by pg_cron.';
revoke all on function nightshift.dispatch(text, timestamptz) from public;

create or replace function nightshift.open_parallel_dispatches(
  p_schedule public.task_schedules, p_slot timestamptz, p_parent_task_id uuid, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  c_mails_for_each_run constant integer := 200;
  v_runs integer := 1;
begin
  if p_schedule.task_type <> 'continuous_intelligence_update' or p_schedule.max_parallel_runs = 1 then
    return;
  end if;
  select least(p_schedule.max_parallel_runs, ceil(count(*) / c_mails_for_each_run::numeric)) into v_runs
  from (
    select from nightshift.email_queue q where q.failed_at is null limit p_schedule.max_parallel_runs * c_mails_for_each_run
  ) waiting;
  for v_run in 2 .. v_runs loop
    perform nightshift.open_dispatch(
      p_schedule.id, p_slot, 'parallel', jsonb_build_object('parent_task_id', p_parent_task_id), p_now => p_now);
  end loop;
end
$$;
comment on function nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz) is
'Adds a run for every further 200 waiting mails, up to max_parallel_runs of the schedule in all.';
revoke all on function nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz) from public;

create or replace function nightshift.run_now(p_schedule text, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule_id uuid := (select s.id from public.task_schedules s where s.name = p_schedule);
begin
  if v_schedule_id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', p_schedule using errcode = 'PT404';
  end if;
  return nightshift.open_dispatch(v_schedule_id, date_trunc('minute', p_now), 'manual', p_now => p_now);
end
$$;
comment on function nightshift.run_now(text, timestamptz) is
'Starts a schedule by hand, beside its slots and whatever its policies say. Error: PT404 schedule_not_found.';
revoke all on function nightshift.run_now(text, timestamptz) from public;

create or replace function nightshift.continue_run(p_run_id uuid, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_longest_chain constant integer := 500;
  v_number integer := 1 + coalesce((
    select (t.input_data ->> 'continuation')::integer from public.autonomous_tasks t where t.id = p_run_id), 0);
  v_schedule public.task_schedules;
begin
  select s.* into v_schedule
  from public.task_schedules s
  where s.id = coalesce(
    (select d.schedule_id from public.task_dispatches d where d.task_id = p_run_id limit 1),
    (select c.id from public.task_schedules c where c.name = 'continuous-intelligence'));
  if v_schedule.id is null or not v_schedule.enabled or v_number > c_longest_chain
    or not exists (
      select
      from nightshift.workspace_turns w
      join nightshift.email_queue q on q.workspace_id = w.workspace_id and q.failed_at is null
      where w.due_at <= p_now and q.next_attempt_at <= p_now
        and (q.lease_expires_at is null or q.lease_expires_at <= p_now))
  then
    return null;
  end if;
  return nightshift.open_dispatch(
    v_schedule.id,
    coalesce((select min(d.slot) from public.task_dispatches d where d.task_id = p_run_id),
      nightshift.latest_slot(v_schedule.cron_expression, p_now)),
    'continuation',
    jsonb_build_object('parent_task_id', p_run_id, 'continuation', v_number),
    p_now => p_now
  );
end
$$;
comment on function nightshift.continue_run(uuid, timestamptz) is
'Dispatches one further run when mail can still be claimed after this one, up to 500 in a row. Returns null when none is needed or allowed.';
revoke all on function nightshift.continue_run(uuid, timestamptz) from public;
