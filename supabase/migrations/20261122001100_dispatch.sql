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
    'Prefer', 'respond-async',
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

create or replace function nightshift.send_dispatch(p_dispatch_id uuid, p_now timestamptz default clock_timestamp()) returns text
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
  v_url text;
  v_secret text := (select s.decrypted_secret from vault.decrypted_secrets s where s.name = 'cron_secret');
  v_project_url text := (select s.decrypted_secret from vault.decrypted_secrets s where s.name = 'project_url');
  v_body jsonb;
  v_request_id bigint;
begin
  select d.task_id, s.target, s.payload, s.timeout_ms into strict v_dispatch
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id
  where d.id = p_dispatch_id;

  v_url := case when v_dispatch.target ~ '^https?://' then v_dispatch.target
    else rtrim(v_project_url, '/') || '/functions/v1/' || v_dispatch.target end;
  if v_secret is null or v_url is null then
    update public.autonomous_tasks t
    set status = 'failed', error_message =
      'not configured: Vault lacks ' || concat_ws(' and ',
        case when v_project_url is null then 'project_url' end, case when v_secret is null then 'cron_secret' end)
      || '. Set it with: select vault.create_secret(''<value>'', ''<name>''); '
      || 'project_url is https://<project-ref>.supabase.co, cron_secret is the CRON_SECRET of the functions.'
    where t.id = v_dispatch.task_id;
    return 'not_configured';
  end if;

  v_body := v_dispatch.payload || jsonb_build_object('task_id', v_dispatch.task_id);
  v_request_id := net.http_post(
    url => v_url,
    body => v_body,
    headers => nightshift.signed_headers(v_dispatch.task_id::text, v_body::text, v_secret, p_now),
    timeout_milliseconds => v_dispatch.timeout_ms
  );
  update public.task_dispatches d set request_id = v_request_id where d.id = p_dispatch_id;
  return 'dispatched';
end
$$;
comment on function nightshift.send_dispatch(uuid, timestamptz) is
'Posts the request of a dispatch over pg_net, which sends it after commit. Returns dispatched, or not_configured when Vault lacks project_url or cron_secret: then the task says what to set.';
revoke all on function nightshift.send_dispatch(uuid, timestamptz) from public;

create or replace function nightshift.dispatch(p_schedule text, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule record;
  v_slot timestamptz;
  v_dispatch_id uuid;
  v_task_id uuid;
  v_blocking_id uuid;
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('outcome', 'not_installed');
  end if;
  select * into v_schedule from public.task_schedules s where s.name = p_schedule;
  if not found then
    raise exception 'schedule_not_found: there is no schedule "%".', p_schedule using errcode = 'PT404';
  elsif not v_schedule.enabled then
    return jsonb_build_object('outcome', 'disabled');
  end if;

  v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now);
  insert into public.task_dispatches (schedule_id, slot, kind, dispatched_at)
  values (v_schedule.id, v_slot, 'tick', p_now)
  on conflict do nothing
  returning id into v_dispatch_id;
  if v_dispatch_id is null then
    return jsonb_build_object('outcome', 'already_dispatched', 'slot', v_slot);
  end if;

  if v_schedule.overlap_policy = 'skip' then
    select t.id into v_blocking_id
    from public.task_dispatches d
    join public.autonomous_tasks t on t.id = d.task_id
    where d.schedule_id = v_schedule.id and d.slot <> v_slot and t.status in ('pending', 'running')
    limit 1;
  end if;
  insert into public.autonomous_tasks
    (task_type, status, input_data, error_message, executed_at, triggered_by, agent_name)
  values (
    v_schedule.task_type,
    case when v_blocking_id is null then 'pending' else 'cancelled' end,
    v_schedule.payload || jsonb_build_object('schedule', v_schedule.name, 'slot', v_slot),
    'skipped: task ' || v_blocking_id || ' of an earlier tick is still unfinished (overlap policy "skip").',
    p_now, 'cron', v_schedule.target
  )
  returning id into v_task_id;
  update public.task_dispatches d set task_id = v_task_id where d.id = v_dispatch_id;

  return jsonb_build_object(
    'outcome', case when v_blocking_id is null then nightshift.send_dispatch(v_dispatch_id, p_now) else 'skipped' end,
    'slot', v_slot,
    'task_id', v_task_id
  );
end
$$;
comment on function nightshift.dispatch(text, timestamptz) is
'Starts the current slot of a schedule, once: dispatch row, pending task row, one signed request. Outcome: dispatched, already_dispatched, skipped, disabled, not_configured or not_installed. Errors: PT404 schedule_not_found, PT422 cron_expression_invalid. Called by pg_cron.';
revoke all on function nightshift.dispatch(text, timestamptz) from public;
