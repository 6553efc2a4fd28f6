-- Functions API: what the Edge Functions may ask of the database. Service role only.
--
-- Thin functions in public, because PostgREST does not expose the schema behind them. Each returns one
-- jsonb document, never a set, because PostgREST silently cuts sets at 1,000 rows. Each checks its caller.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.content_hash(p_email public.client_emails, p_has_texts boolean default true)
returns text
language sql immutable set search_path = ''
as $$
  select encode(sha256(convert_to(jsonb_build_array(lower(p_email.from_email), p_email.subject, p_email.direction,
    case when p_has_texts then p_email.body_text end, case when p_has_texts then p_email.body_html end)::text, 'UTF8')),
      'hex')
$$;
comment on function nightshift.content_hash(public.client_emails, boolean) is
'SHA-256 of what an email says: sender, subject, direction and texts. A message that is delivered twice has the '
'same, whatever its way.';
revoke all on function nightshift.content_hash(public.client_emails, boolean) from public;

create or replace function nightshift.is_same_email(p_stored public.client_emails, p_email public.client_emails)
returns boolean
language sql immutable set search_path = ''
as $$
  -- A table that was adopted has emails without texts and headers. Of these only the rest can be compared.
  select nightshift.content_hash(p_stored, known.has_texts) = nightshift.content_hash(p_email, known.has_texts)
  from (select num_nonnulls(p_stored.body_text, p_stored.body_html, p_stored.headers) > 0) as known (has_texts)
$$;
comment on function nightshift.is_same_email(public.client_emails, public.client_emails) is
'Whether two emails with the same message id say the same.';
revoke all on function nightshift.is_same_email(public.client_emails, public.client_emails) from public;

create or replace function nightshift.read_email(p_workspace_id uuid, p_email jsonb) returns public.client_emails
language plpgsql stable set search_path = ''
as $$
declare
  -- The unique index cannot hold longer ids.
  c_most_id_bytes constant integer := 998;
  v_email public.client_emails := jsonb_populate_record(null::public.client_emails, p_email);
begin
  v_email.workspace_id := p_workspace_id;
  v_email.to_emails := coalesce(v_email.to_emails, '{}');
  v_email.direction := coalesce(v_email.direction, 'inbound');
  -- A Date header can say anything. A time that nobody can have sent an email at is replaced by now.
  if (v_email.received_at >= '1970-01-01Z' and v_email.received_at < '2100-01-01Z') is not true then
    v_email.received_at := clock_timestamp();
  end if;
  if octet_length(v_email.provider_message_id) > c_most_id_bytes then
    v_email.provider_message_id := 'sha256:' || encode(sha256(convert_to(v_email.provider_message_id, 'UTF8')), 'hex');
  end if;
  return v_email;
end
$$;
comment on function nightshift.read_email(uuid, jsonb) is
'A row of client_emails from a document, with its workspace and with defaults; not stored.';
revoke all on function nightshift.read_email(uuid, jsonb) from public;

create or replace function nightshift.store_email(p_email public.client_emails) returns uuid
language sql set search_path = ''
as $$
  insert into public.client_emails (
    workspace_id, provider_message_id, provider_thread_id, from_email, from_name, to_emails, cc_emails,
    subject, snippet, body_text, body_html, direction, received_at, headers,
    attachments
  )
  select
    p_email.workspace_id, p_email.provider_message_id, p_email.provider_thread_id, p_email.from_email,
      p_email.from_name,
    p_email.to_emails, p_email.cc_emails, p_email.subject, p_email.snippet, p_email.body_text, p_email.body_html,
    p_email.direction, p_email.received_at, p_email.headers, p_email.attachments
  on conflict (workspace_id, provider_message_id) do nothing
  returning id
$$;
comment on function nightshift.store_email(public.client_emails) is
'Stores an email and returns its id; null when its workspace has an email with this message id already.';
revoke all on function nightshift.store_email(public.client_emails) from public;

create or replace function public.ingest_email(p_workspace_id uuid, p_email jsonb, p_is_counted boolean default false)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_email public.client_emails;
  v_id uuid;
begin
  perform nightshift.require_service();
  perform from public.workspaces w where w.id = p_workspace_id;
  if not found then
    return jsonb_build_object('outcome', 'unknown_workspace', 'email_id', null);
  end if;
  v_email := nightshift.read_email(p_workspace_id, p_email);
  if nightshift.is_erased(p_workspace_id, v_email.from_email) then
    return jsonb_build_object('outcome', 'erased', 'email_id', null);
  end if;
  v_id := nightshift.store_email(v_email);
  if v_id is null then
    select e.id into v_id
    from public.client_emails e
    where e.workspace_id = p_workspace_id and e.provider_message_id = v_email.provider_message_id
      and nightshift.is_same_email(e, v_email);
    if found then
      return jsonb_build_object('outcome', 'duplicate', 'email_id', v_id);
    end if;
    -- Another email with the same message id is kept too, under an id that follows from its content.
    v_email.provider_message_id := v_email.provider_message_id || '#' || left(nightshift.content_hash(v_email), 16);
    v_id := nightshift.store_email(v_email);
    if v_id is null then
      select e.id into v_id
      from public.client_emails e
      where e.workspace_id = p_workspace_id and e.provider_message_id = v_email.provider_message_id;
      return jsonb_build_object('outcome', 'duplicate', 'email_id', v_id);
    end if;
  end if;
  if p_is_counted then
    perform nightshift.count_intake(p_workspace_id, 'email', 1, pg_column_size(v_email));
  end if;
  return jsonb_build_object('outcome', 'created', 'email_id', v_id);
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'email_id', null, 'detail', regexp_replace(sqlerrm,
      '^\w+: ', ''));
end
$$;
comment on function public.ingest_email(uuid, jsonb, boolean) is
'Stores one email (keys: columns of client_emails), unless the workspace has one with the same message id and the '
'same content. An email with a message id that is taken by other content is stored under that id with a suffix. '
'p_is_counted: it counts against the quotas of the workspace, as emails of ingest tokens do. Outcome: created, '
'duplicate, erased (the sender was erased), unknown_workspace or daily_quota_exceeded.';
revoke all on function public.ingest_email(uuid, jsonb, boolean) from public, anon, authenticated, service_role;
grant execute on function public.ingest_email(uuid, jsonb, boolean) to service_role;

create or replace function public.start_run(p_task_id uuid default null, p_input jsonb default '{}',
p_lease_seconds integer default 30)
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.start_run(p_task_id => p_task_id, p_input => p_input, p_lease_seconds => p_lease_seconds);
$$;
comment on function public.start_run(uuid, jsonb, integer) is 'See nightshift.start_run.';
revoke all on function public.start_run(uuid, jsonb, integer) from public, anon, authenticated, service_role;
grant execute on function public.start_run(uuid, jsonb, integer) to service_role;

create or replace function public.beat_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer) returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.beat_run(p_run_id, p_run_token, p_lease_seconds);
$$;
comment on function public.beat_run(uuid, uuid, integer) is 'See nightshift.beat_run.';
revoke all on function public.beat_run(uuid, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.beat_run(uuid, uuid, integer) to service_role;

create or replace function public.claim_emails(
  p_run_id uuid,
  p_run_token uuid,
  p_batch_size_per_workspace integer,
  p_max_workspaces integer,
  p_limit integer,
  p_lease_seconds integer,
  p_prices jsonb default '[]'
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  if not nightshift.beat_run(p_run_id, p_run_token, p_lease_seconds) then
    return jsonb_build_object('outcome', 'superseded', 'lease_token', null, 'emails', '[]'::jsonb);
  end if;
  return jsonb_build_object('outcome', 'claimed')
    || nightshift.claim_emails(
      p_run_id, p_batch_size_per_workspace, p_max_workspaces, p_limit, p_lease_seconds, p_prices => p_prices);
end
$$;
comment on function public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb) is
'See nightshift.claim_emails; only for the holder of the run: anyone else gets outcome "superseded" and no email.';
revoke all on function public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb) to service_role;

create or replace function public.settle_emails(p_lease_token uuid, p_results jsonb, p_calls jsonb default '[]')
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.settle_emails(p_lease_token, p_results, p_calls => p_calls);
$$;
comment on function public.settle_emails(uuid, jsonb, jsonb) is 'See nightshift.settle_emails.';
revoke all on function public.settle_emails(uuid, jsonb, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.settle_emails(uuid, jsonb, jsonb) to service_role;

create or replace function public.finish_run(p_run_id uuid, p_run_token uuid, p_error text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_report jsonb;
begin
  perform nightshift.require_service();
  if not nightshift.beat_run(p_run_id, p_run_token) then
    return jsonb_build_object('outcome', 'superseded', 'report', nightshift.report_run(p_run_id));
  end if;
  v_report := nightshift.finish_run(p_run_id, p_error);
  -- A run that broke off with nothing done would do so again at once; the next tick tries.
  if p_error is null or (v_report ->> 'total_emails_processed')::bigint > 0 then
    perform nightshift.continue_run(p_run_id);
  end if;
  return jsonb_build_object('outcome', 'finished', 'report', v_report);
end
$$;
comment on function public.finish_run(uuid, uuid, text) is
'See nightshift.finish_run; only for the holder of the run. Where email is left, a further run is dispatched at once, '
'unless this one broke off with nothing done.';
revoke all on function public.finish_run(uuid, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.finish_run(uuid, uuid, text) to service_role;

create or replace function nightshift.runner_status(p_schedule text, p_now timestamptz default clock_timestamp())
returns jsonb
language sql stable set search_path = ''
as $$
  with schedule as (
    select s.*,
      case when s.cron_expression is not null then nightshift.latest_slot(s.cron_expression, p_now, s.time_zone) end
        as latest_slot,
      case when s.cron_expression is not null then nightshift.next_slot(s.cron_expression, p_now, s.time_zone) end
        as next_slot
    from public.task_schedules s
    where s.name = p_schedule
  ), latest_tick as (
    select d.slot, t.status
    from schedule s
    join public.task_dispatches d on d.schedule_id = s.id and d.kind = 'tick'
    left join public.autonomous_tasks t on t.id = d.task_id
    order by d.slot desc
    limit 1
  ), latest_runs as (
    select t.id, t.status, t.triggered_by, t.executed_at, t.duration_ms, t.error_message,
      (t.output_data ->> 'total_emails_processed')::bigint as emails_processed
    from public.autonomous_tasks t
    join schedule s on s.task_type = t.task_type
    where t.workspace_id is null
    order by t.executed_at desc
    limit 5
  )
  select jsonb_build_object(
    'backlog', (
      select jsonb_build_object(
        'waiting', count(*) filter (where q.failed_at is null),
        'failed', count(*) filter (where q.failed_at is not null),
        'oldest_received_at', min(q.received_at) filter (where q.failed_at is null))
      from nightshift.email_queue q),
    'enabled', (select s.enabled from schedule s),
    'latest_slot', (select s.latest_slot from schedule s),
    'latest_tick', (select to_jsonb(l) from latest_tick l),
    'next_slot', (select s.next_slot from schedule s),
    'seconds_late', (
      select case when l.slot is null or l.slot >= s.latest_slot then 0
        else round(extract(epoch from p_now - s.latest_slot)) end
      from schedule s left join latest_tick l on true),
    'latest_runs', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from latest_runs r)
  )
$$;
comment on function nightshift.runner_status(text, timestamptz) is
'How a scheduled runner is doing: backlog, latest and next slot, seconds since a slot that no tick came for (0: on '
'time, or never ticked yet), the latest 5 runs.';
revoke all on function nightshift.runner_status(text, timestamptz) from public;

create or replace function public.runner_status(p_schedule text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.runner_status(p_schedule);
$$;
comment on function public.runner_status(text) is 'See nightshift.runner_status.';
revoke all on function public.runner_status(text) from public, anon, authenticated, service_role;
grant execute on function public.runner_status(text) to service_role;

create or replace function public.health(p_schedule text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.health(p_schedule) || jsonb_build_object('version', nightshift.version());
$$;
comment on function public.health(text) is 'See nightshift.health; with the release that is installed as version.';
revoke all on function public.health(text) from public, anon, authenticated, service_role;
grant execute on function public.health(text) to service_role;
