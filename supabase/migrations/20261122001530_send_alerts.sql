-- Sending alerts: signed, in the format of their rule, and again while nobody takes them.
--
-- What an error message contains was written by strangers, so it is escaped for the format it goes to.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.escape_for_slack(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  -- Without these three there is no link with another text, no mention and no channel.
  select replace(replace(replace(p_text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
$$;
comment on function nightshift.escape_for_slack(text) is
'A text that Slack shows as it is, without links and mentions.';
revoke all on function nightshift.escape_for_slack(text) from public;

create or replace function nightshift.alert_body(p_alert nightshift.alerts, p_format text) returns jsonb
language sql stable set search_path = ''
as $$
  select case p_format
    when 'slack' then jsonb_build_object('text', nightshift.escape_for_slack(format('Nightshift: %s %s. %s',
      nightshift.plain_line(p_alert.subject, 200), p_alert.event, nightshift.plain_line(p_alert.message, 2000))))
    else jsonb_build_object(
      'type', 'task.' || p_alert.event,
      'timestamp', p_alert.created_at,
      'data', p_alert.data || jsonb_build_object('subject', p_alert.subject, 'message', p_alert.message))
  end
$$;
comment on function nightshift.alert_body(nightshift.alerts, text) is
  'What is posted for an alert, in the format json or slack.';
revoke all on function nightshift.alert_body(nightshift.alerts, text) from public;

create or replace function nightshift.was_redirected(p_status_code integer, p_headers jsonb) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  -- pg_net follows redirects. It records the status of the last answer, but the headers of the first. An answer of
  -- 201 or 202 has a Location of its own.
  select coalesce(p_status_code between 300 and 399
    or (p_status_code not in (201, 202) and jsonb_typeof(p_headers) = 'object' and exists (
      select from jsonb_object_keys(p_headers) as h (name) where lower(h.name) = 'location')), false)
$$;
comment on function nightshift.was_redirected(integer, jsonb) is
'Whether a request was redirected, by what pg_net recorded of its answer.';
revoke all on function nightshift.was_redirected(integer, jsonb) from public;

create or replace function nightshift.read_alert_answers(p_now timestamptz) returns void
language sql set search_path = ''
as $$
  -- pg_net follows a redirect with a GET without a body, so only 2xx of the URL itself is a delivery. No answer
  -- after a minute counts as a failed attempt.
  with awaited as (
    select a.id, r.status_code, r.created, r.error_msg, r.id is not null as is_answered,
      nightshift.was_redirected(r.status_code, r.headers) as is_redirected,
      r.status_code between 200 and 299 and not nightshift.was_redirected(r.status_code, r.headers) as is_delivered
    from nightshift.alerts a
    left join nightshift.list_answers((select min(o.sent_at) from nightshift.alerts o where o.request_id is not null)) r
      on r.id = a.request_id and r.created >= a.sent_at
    where a.request_id is not null and (r.id is not null or a.sent_at <= p_now - interval '1 minute')
  )
  update nightshift.alerts a
  set delivered_at = case when w.is_delivered then w.created end,
    last_error = case
      when w.is_delivered then null
      when not w.is_answered then 'no answer was recorded'
      when w.is_redirected then format('HTTP %s: it was redirected, which loses the alert. Use the '
        'final URL.', w.status_code)
      else coalesce(nightshift.plain_line(w.error_msg, 500), 'HTTP ' || w.status_code, 'no reason was recorded')
    end,
    next_attempt_at = case when w.is_delivered or a.attempts >= 5 then null
      else p_now + nightshift.backoff(a.attempts, 60, 3600) end,
    request_id = null
  from awaited w
  where a.id = w.id
$$;
comment on function nightshift.read_alert_answers(timestamptz) is
'Part of send_alerts: notes which alerts were delivered, and when the others are posted again: 5 attempts, 1 to 60 '
'minutes apart.';
revoke all on function nightshift.read_alert_answers(timestamptz) from public;

create or replace function nightshift.send_alert(p_alert nightshift.alerts, p_secret text, p_now timestamptz)
  returns void
language plpgsql set search_path = ''
as $$
declare
  c_timeout_ms constant integer := 5000;
  v_rule nightshift.alert_rules;
  v_body jsonb;
begin
  select r.* into strict v_rule from nightshift.alert_rules r where r.id = p_alert.rule_id;
  -- The rule may be older than the project's move to a public address.
  if not nightshift.is_alert_address(v_rule.webhook_url) then
    update nightshift.alerts a
    set attempts = a.attempts + 1, next_attempt_at = null, last_error = 'the address is private, so it was not posted'
    where a.id = p_alert.id;
    return;
  end if;
  v_body := nightshift.alert_body(p_alert, v_rule.format);
  update nightshift.alerts a
  set attempts = a.attempts + 1, next_attempt_at = null, sent_at = p_now,
    request_id = net.http_post(
      url => v_rule.webhook_url,
      body => v_body,
      headers => nightshift.signed_headers(
        p_alert.id::text, v_body::text, nightshift.target_key(v_rule.webhook_url, p_secret), p_now),
      timeout_milliseconds => c_timeout_ms)
  where a.id = p_alert.id;
end
$$;
comment on function nightshift.send_alert(nightshift.alerts, text, timestamptz) is
  'Part of send_alerts: posts one alert.';
revoke all on function nightshift.send_alert(nightshift.alerts, text, timestamptz) from public;

create or replace function nightshift.send_alerts(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_secret text;
  v_alert nightshift.alerts;
  v_sent integer := 0;
begin
  perform nightshift.read_alert_answers(p_now);
  v_secret := nightshift.read_secret('cron_secret');
  if v_secret is null then
    return 0;
  end if;
  for v_alert in
    select a.*
    from nightshift.alerts a
    join nightshift.alert_rules r on r.id = a.rule_id
    where a.next_attempt_at <= p_now and r.enabled
    order by a.next_attempt_at
    limit 20
    for update of a skip locked
  loop
    begin
      perform nightshift.send_alert(v_alert, v_secret, p_now);
      v_sent := v_sent + 1;
    exception when others then
      update nightshift.alerts a
      set attempts = a.attempts + 1, last_error = nightshift.plain_line(sqlerrm, 500),
        next_attempt_at = case when a.attempts < 4 then p_now + nightshift.backoff(a.attempts + 1, 60, 3600) end
      where a.id = v_alert.id;
      perform nightshift.note_problem('send_alerts', v_alert.id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_sent;
end
$$;
comment on function nightshift.send_alerts(timestamptz) is
'Posts due alerts, signed, up to 20 at once, and reads the answers to earlier ones. Returns how many were posted.';
revoke all on function nightshift.send_alerts(timestamptz) from public;
