-- Sending reports: part of reconcile, which posts what is due and reads the answers to what was posted.
--
-- A delivery that is under way is never posted a second time, whoever asks. One without an answer is posted again under
-- the same id, 5 times at most.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.read_report_answers(p_now timestamptz) returns void
language sql set search_path = ''
as $$
  with awaited as (
    select d.id, r.status_code, r.created, r.error_msg, r.id is not null as is_answered,
      nightshift.was_redirected(r.status_code, r.headers) as is_redirected,
      r.status_code between 200 and 299 and not nightshift.was_redirected(r.status_code, r.headers) as is_delivered
    from nightshift.report_deliveries d
    left join nightshift.list_answers(
      (select min(o.sent_at) from nightshift.report_deliveries o where o.state = 'sent')) r
      on r.id = d.request_id and r.created >= d.sent_at
    where d.state = 'sent' and (r.id is not null or d.sent_at <= p_now - interval '1 minute')
    for no key update of d skip locked
  )
  update nightshift.report_deliveries d
  set state = case when w.is_delivered then 'delivered' when d.attempts >= 5 then 'failed' else 'waiting' end,
    delivered_at = case when w.is_delivered then w.created end,
    last_error = case
      when w.is_delivered then null
      when not w.is_answered then 'no answer was recorded'
      when w.is_redirected then format('HTTP %s: it was redirected, which loses the report. Use the final URL.',
        w.status_code)
      else coalesce(nightshift.plain_line(w.error_msg, 500), 'HTTP ' || w.status_code, 'no reason was recorded') end,
    next_attempt_at = case when w.is_delivered or d.attempts >= 5 then null
      else p_now + nightshift.backoff(d.attempts, 60, 3600) end,
    request_id = null
  from awaited w
  where d.id = w.id
$$;
comment on function nightshift.read_report_answers(timestamptz) is
'Part of send_reports: notes which reports were delivered, and when the others are posted again.';
revoke all on function nightshift.read_report_answers(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.report_body(
  p_delivery_id uuid, p_report public.workspace_reports, p_channel text
) returns jsonb
language sql immutable set search_path = ''
as $$
  select case p_channel
    when 'slack' then nightshift.report_slack(p_report.numbers)
    -- The email itself is written where it is sent.
    when 'email' then jsonb_build_object('delivery_id', p_delivery_id)
    else jsonb_build_object('type', 'report.' || p_report.kind, 'timestamp', p_report.created_at,
      'data', jsonb_strip_nulls(jsonb_build_object('report_id', p_report.id, 'workspace_id', p_report.workspace_id,
        'period_start', p_report.period_start, 'period_end', p_report.period_end, 'is_partial', p_report.is_partial,
        'numbers', p_report.numbers - 'lists', 'text', nightshift.report_text(p_report.numbers)))) end
$$;
comment on function nightshift.report_body(uuid, public.workspace_reports, text) is
'What is posted for a report: {type, timestamp, data} to a webhook, a message to Slack, an id to send-alert.';
revoke all on function nightshift.report_body(uuid, public.workspace_reports, text)
  from public, anon, authenticated, service_role;

create or replace function nightshift.send_report(p_delivery_id uuid, p_secret text, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_report public.workspace_reports;
  v_channel text;
  v_url text;
  v_is_stranger boolean;
  v_problem text;
  v_body jsonb;
begin
  -- Who has left the workspace gets no more of its reports.
  select s.channel, v.decrypted_secret, s.channel = 'email' and s.created_by is not null
    and not nightshift.is_members_address(s.workspace_id, v.decrypted_secret)
  into v_channel, v_url, v_is_stranger
  from nightshift.report_deliveries d
  join nightshift.report_subscriptions s on s.id = d.subscription_id
  left join vault.decrypted_secrets v on v.id = s.secret_id
  where d.id = p_delivery_id;
  select r.* into strict v_report
  from public.workspace_reports r join nightshift.report_deliveries d on d.report_id = r.id where d.id = p_delivery_id;
  if v_url is null then
    v_problem := 'Vault has no destination for this subscription any more.';
  elsif v_is_stranger then
    v_problem := 'the address is of no member of the workspace any more, so it was not sent';
  elsif v_channel = 'email' then
    v_url := rtrim(nightshift.read_secret('project_url'), '/') || '/functions/v1/send-alert/reports';
    v_problem := case when v_url is null then 'Vault has no project_url, so the function send-alert cannot be called.'
      when nightshift.read_secret('report_email_key') is null or nightshift.read_secret('report_email_from') is null
        then 'Vault has no report_email_key or report_email_from, so no email can be sent.' end;
  elsif not nightshift.is_alert_address(v_url) then
    v_problem := 'the address is private, so it was not posted';
  end if;
  if v_problem is not null then
    raise exception '%', v_problem;
  end if;
  v_body := nightshift.report_body(p_delivery_id, v_report, v_channel);
  update nightshift.report_deliveries d
  set state = 'sent', attempts = d.attempts + 1, next_attempt_at = null, sent_at = p_now,
    request_id = net.http_post(url => v_url, body => v_body,
      headers => nightshift.signed_headers(p_delivery_id::text, v_body::text,
        nightshift.target_key(case v_channel when 'email' then 'send-alert' else v_url end, p_secret), p_now),
      timeout_milliseconds => case v_channel when 'email' then 9000 else 5000 end)
  where d.id = p_delivery_id;
  return true;
end
$$;
comment on function nightshift.send_report(uuid, text, timestamptz) is
'Part of send_reports: posts one delivery. Errors say why it cannot be posted, without words of a secret.';
revoke all on function nightshift.send_report(uuid, text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.send_reports(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_most constant integer := 200;
  v_secret text;
  v_id uuid;
  v_sent integer := 0;
begin
  perform nightshift.read_report_answers(p_now);
  v_secret := nightshift.read_secret('cron_secret');
  if v_secret is null then
    return 0;
  end if;
  for v_id in
    select d.id
    from nightshift.report_deliveries d
    join nightshift.report_subscriptions s on s.id = d.subscription_id
    where d.state = 'waiting' and d.next_attempt_at <= p_now and s.enabled
    order by d.next_attempt_at
    limit c_most
    for update of d skip locked
  loop
    begin
      v_sent := v_sent + nightshift.send_report(v_id, v_secret, p_now)::integer;
    exception when others then
      update nightshift.report_deliveries d
      set attempts = d.attempts + 1, last_error = nightshift.plain_line(sqlerrm, 500),
        state = case when d.attempts >= 4 then 'failed' else 'waiting' end,
        next_attempt_at = case when d.attempts < 4 then p_now + nightshift.backoff(d.attempts + 1, 60, 3600) end
      where d.id = v_id;
    end;
  end loop;
  return v_sent;
end
$$;
comment on function nightshift.send_reports(timestamptz) is
'A step of reconcile: posts due reports, signed, up to 200 at once, and reads the answers to earlier ones. Returns how '
'many were posted.';
revoke all on function nightshift.send_reports(timestamptz) from public, anon, authenticated, service_role;

create or replace function public.open_report_email(p_delivery_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_numbers jsonb;
  v_to text;
  v_key constant text := nightshift.read_secret('report_email_key');
  v_from constant text := nightshift.read_secret('report_email_from');
  v_rendered jsonb;
begin
  perform nightshift.require_service();
  -- Only while its request is under way: whoever holds an old id gets nothing.
  select r.numbers, v.decrypted_secret into v_numbers, v_to
  from nightshift.report_deliveries d
  join public.workspace_reports r on r.id = d.report_id
  join nightshift.report_subscriptions s on s.id = d.subscription_id and s.enabled and s.channel = 'email'
  join vault.decrypted_secrets v on v.id = s.secret_id
  where d.id = p_delivery_id and d.state = 'sent'
    and (s.created_by is null or nightshift.is_members_address(s.workspace_id, v.decrypted_secret));
  if v_numbers is null or v_to is null or coalesce(btrim(v_key), '') = '' or coalesce(btrim(v_from), '') = '' then
    return jsonb_build_object('outcome', 'not_due');
  end if;
  v_rendered := nightshift.render_report(v_numbers);
  return jsonb_build_object('outcome', 'due', 'api_key', btrim(v_key), 'email', jsonb_build_object(
    'from', btrim(v_from), 'to', jsonb_build_array(v_to), 'subject', v_rendered -> 'subject',
    'text', v_rendered -> 'text', 'html', v_rendered -> 'html'));
end
$$;
comment on function public.open_report_email(uuid) is
'For the function send-alert: {outcome: due, api_key, email} of a delivery whose request is under way, otherwise '
'{outcome: not_due}.';
revoke all on function public.open_report_email(uuid) from public, anon, authenticated, service_role;
grant execute on function public.open_report_email(uuid) to service_role;
