-- Sending alerts: signed, to the channel of their rule, and again while nobody takes them.
--
-- Slack, Discord and webhooks are posted by the database itself, so that they also tell that no function works.
-- The key of Resend would be readable in the queue of pg_net, so emails are sent by the function send-alert.
-- Locks: rows only. Time: milliseconds.

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
  with awaited as ( -- alerts of a workspace that is being deleted go with it
    select a.id, r.status_code, r.created, r.error_msg, r.id is not null as is_answered,
      (select nightshift.plain_line(h.value, 300)
       from jsonb_each_text(case when jsonb_typeof(r.headers) = 'object' then r.headers else '{}' end) h
       where lower(h.key) = 'nightshift-error'
       limit 1) as reason,
      nightshift.was_redirected(r.status_code, r.headers) as is_redirected,
      r.status_code between 200 and 299 and not nightshift.was_redirected(r.status_code, r.headers) as is_delivered
    from nightshift.alerts a
    left join nightshift.list_answers((select min(o.sent_at) from nightshift.alerts o where o.request_id is not null)) r
      on r.id = a.request_id and r.created >= a.sent_at
    where a.request_id is not null and (r.id is not null or a.sent_at <= p_now - interval '1 minute')
    for no key update of a skip locked
  )
  update nightshift.alerts a
  set delivered_at = case when w.is_delivered then w.created end,
    last_error = case
      when w.is_delivered then null
      when not w.is_answered then 'no answer was recorded'
      when w.is_redirected then format('HTTP %s: it was redirected, which loses the alert. Use the '
        'final URL.', w.status_code)
      else coalesce(nightshift.plain_line(w.error_msg, 500),
        'HTTP ' || w.status_code || coalesce(': ' || w.reason, ''), 'no reason was recorded')
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

create or replace function nightshift.find_channel(p_rule nightshift.alert_rules, p_secret text,
  out url text, out key bytea, out problem text)
language plpgsql stable set search_path = ''
as $$
declare
  v_own_secret constant text := case when p_rule.secret_name is not null
    then nightshift.read_secret(p_rule.secret_name) end;
  v_function constant text := 'send-alert';
begin
  if p_rule.secret_name is not null and coalesce(v_own_secret, '') = '' then
    problem := format('Vault has no %s. Set it: select vault.create_secret(''…'', ''%s'');', p_rule.secret_name,
      p_rule.secret_name);
  elsif p_rule.format = 'email' then
    url := rtrim(nightshift.read_secret('project_url'), '/') || '/functions/v1/' || v_function;
    key := nightshift.target_key(v_function, p_secret);
    problem := case when url is null
      then 'Vault has no project_url, so the function send-alert cannot be called.' end;
  else
    url := btrim(coalesce(p_rule.webhook_url, v_own_secret));
    key := nightshift.target_key(url, p_secret);
    if p_rule.format = 'json' and p_rule.secret_name is not null then
      if v_own_secret !~ '^whsec_([A-Za-z0-9+/]{4}){6,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' then
        problem := format('%s in Vault is not whsec_ and at least 24 bytes in base64.', p_rule.secret_name);
      else
        key := decode(substr(v_own_secret, length('whsec_') + 1), 'base64');
      end if;
    elsif url !~ '^https?://\S+$' then
      problem := format('%s in Vault is not a URL.', p_rule.secret_name);
    end if;
    if problem is null and not nightshift.is_alert_address(url) then
      problem := 'the address is private, so it was not posted';
    end if;
  end if;
end
$$;
comment on function nightshift.find_channel(nightshift.alert_rules, text) is
'Part of send_alert: where alerts of a rule are posted and the key that signs them, or the problem that keeps them '
'back, without words of a secret.';
revoke all on function nightshift.find_channel(nightshift.alert_rules, text) from public;

create or replace function nightshift.send_alert(p_alert nightshift.alerts, p_secret text, p_now timestamptz)
  returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_timeout_ms constant integer := 5000;
  -- The function waits for Resend meanwhile.
  c_email_timeout_ms constant integer := 9000;
  v_rule nightshift.alert_rules;
  v_channel record;
  v_body jsonb;
begin
  select r.* into strict v_rule from nightshift.alert_rules r where r.id = p_alert.rule_id;
  select c.* into strict v_channel from nightshift.find_channel(v_rule, p_secret) c;
  if v_channel.problem is not null then
    update nightshift.alerts a
    set attempts = a.attempts + 1, last_error = v_channel.problem,
      -- A secret may be set meanwhile. A private address stays one.
      next_attempt_at = case when a.attempts < 4 and v_channel.problem like '%Vault%'
        then p_now + nightshift.backoff(a.attempts + 1, 60, 3600) end
    where a.id = p_alert.id;
    return false;
  end if;
  v_body := nightshift.alert_body(p_alert, v_rule.format);
  update nightshift.alerts a
  set attempts = a.attempts + 1, next_attempt_at = null, sent_at = p_now,
    request_id = net.http_post(
      url => v_channel.url,
      body => v_body,
      headers => nightshift.signed_headers(p_alert.id::text, v_body::text, v_channel.key, p_now),
      timeout_milliseconds => case v_rule.format when 'email' then c_email_timeout_ms else c_timeout_ms end)
  where a.id = p_alert.id;
  return true;
end
$$;
comment on function nightshift.send_alert(nightshift.alerts, text, timestamptz) is
'Part of send_alerts: posts one alert, or notes why it cannot be posted. Returns whether it was posted.';
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
      v_sent := v_sent + nightshift.send_alert(v_alert, v_secret, p_now)::integer;
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

create or replace function public.open_alert_email(p_alert_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_alert nightshift.alerts;
  v_rule nightshift.alert_rules;
  v_key text;
begin
  perform nightshift.require_service();
  -- Only while its request is under way: whoever holds an old one gets nothing.
  select a.* into v_alert from nightshift.alerts a where a.id = p_alert_id and a.request_id is not null;
  select r.* into v_rule
  from nightshift.alert_rules r
  where r.id = v_alert.rule_id and r.enabled and r.format = 'email';
  v_key := nightshift.read_secret(v_rule.secret_name);
  if v_alert.id is null or v_rule.id is null or coalesce(v_key, '') = '' then
    return jsonb_build_object('outcome', 'not_due');
  end if;
  return jsonb_build_object('outcome', 'due', 'api_key', btrim(v_key),
    'email', nightshift.alert_email(v_alert, v_rule));
end
$$;
comment on function public.open_alert_email(uuid) is
'For the function send-alert: {outcome: due, api_key, email} of an alert whose request is under way, otherwise '
'{outcome: not_due}.';
revoke all on function public.open_alert_email(uuid) from public, anon, authenticated, service_role;
grant execute on function public.open_alert_email(uuid) to service_role;
