-- Test: where an alert goes, with which key, and what keeps it back, without a word of a secret.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(22);

create function pg_temp.add(p_columns text) returns text
language plpgsql as $$
declare
  v_constraint text;
begin
  insert into nightshift.alert_rules (name, webhook_url, format, secret_name, email_from, email_to, cool_down)
  select r.name, r.webhook_url, r.format, r.secret_name, r.email_from, r.email_to, '0'
  from jsonb_populate_record(null::nightshift.alert_rules, p_columns::jsonb) r;
  return 'stored';
exception when check_violation then
  get stacked diagnostics v_constraint = constraint_name;
  return v_constraint;
end
$$;
select is(pg_temp.add(a.columns), a.outcome, a.columns || ' is ' || a.outcome)
from (values
  ('{"name": "slack", "format": "slack", "secret_name": "alert_slack"}', 'stored'),
  ('{"name": "discord", "format": "discord", "secret_name": "alert_discord"}', 'stored'),
  ('{"name": "signed", "format": "json", "webhook_url": "https://hooks.example.com/x", "secret_name": "alert_key"}', 'stored'),
  ('{"name": "email", "format": "email", "secret_name": "alert_resend", "email_from": "Night <a@example.com>", "email_to": ["b@example.com"]}', 'stored'),
  ('{"name": "x", "format": "slack", "secret_name": "alert_slack", "webhook_url": "https://hooks.example.com/x"}', 'channel_has_its_address'),
  ('{"name": "x", "format": "json", "secret_name": "alert_key"}', 'channel_has_its_address'),
  ('{"name": "x", "format": "email", "secret_name": "alert_resend", "email_from": "a@example.com"}', 'channel_has_its_address'),
  ('{"name": "x", "format": "slack", "secret_name": "cron_secret"}', 'secret_name_begins_with_alert'),
  ('{"name": "x", "format": "email", "secret_name": "alert_resend", "email_from": "a@example.com", "email_to": []}', 'email_addresses_are_addresses'),
  ('{"name": "x", "format": "email", "secret_name": "alert_resend", "email_from": "a@example.com", "email_to": ["b@example.com c@example.com\nBcc: d@example.com"]}',
    'email_addresses_are_addresses'),
  ('{"name": "x", "format": "email", "secret_name": "alert_resend", "email_from": "a@example.com\nBcc: b@example.com", "email_to": ["b@example.com"]}',
    'email_addresses_are_addresses')
) as a (columns, outcome);

-- Without secrets

create function pg_temp.send(p_at text) returns jsonb
language plpgsql as $$
begin
  delete from net.http_request_queue where true;
  delete from nightshift.alerts where true;
  perform nightshift.raise_alert('failed', 'example', p_at, 'It failed.', '{}', p_at::timestamptz, p_at::timestamptz),
    nightshift.send_alerts(p_at::timestamptz);
  return (select jsonb_object_agg(r.name, coalesce(a.last_error, q.url)) from nightshift.alerts a
    join nightshift.alert_rules r on r.id = a.rule_id left join net.http_request_queue q on q.id = a.request_id);
end
$$;
select is(
  pg_temp.send('2026-03-01 12:00Z'), jsonb_object_agg(r.name, format('Vault has no %s. Set it: select vault.create_secret(''…'', ''%s'');', r.secret_name, r.secret_name)),
  'a secret that is missing keeps its rules back, and says what to do')
from nightshift.alert_rules r;
select is((select count(*) from nightshift.alerts a where a.next_attempt_at > '2026-03-01 12:00Z'), 4::bigint, 'they are tried again');
select is((select count(*) from nightshift.reconcile_steps s where s.step = 'send_alerts' and s.failing_since is not null), 0::bigint,
  'which is no problem of the machinery');

-- With secrets

select vault.create_secret('https://hooks.slack.com/services/T0/B0/secret', 'alert_slack'), vault.create_secret('http://169.254.169.254/', 'alert_discord'),
  vault.create_secret('whsec_' || encode('a signing key of twenty-four', 'base64'), 'alert_key'), vault.create_secret('re_key', 'alert_resend') \g /dev/null
select is(
  pg_temp.send('2026-03-01 13:00Z'),
  '{"slack": "https://hooks.slack.com/services/T0/B0/secret", "discord": "the address is private, so it was not posted",
    "signed": "https://hooks.example.com/x", "email": "https://project.example.com/functions/v1/send-alert"}'::jsonb,
  'each goes where it belongs, and none to a private address');
select is(
  (select q.headers ->> 'webhook-signature' from net.http_request_queue q where q.url = 'https://hooks.example.com/x'),
  (select 'v1,' || encode(nightshift.hmac_with_key(
     concat_ws('.', q.headers ->> 'webhook-id', q.headers ->> 'webhook-timestamp', convert_from(q.body, 'UTF8')), 'a signing key of twenty-four'), 'base64')
   from net.http_request_queue q where q.url = 'https://hooks.example.com/x'), 'a webhook is signed with its own key');
select is(
  (select convert_from(q.body, 'UTF8')::jsonb from net.http_request_queue q where q.url like '%send-alert'),
  (select jsonb_build_object('alert_id', a.id) from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id where r.name = 'email'),
  'of an email the queue has the id of the alert');
select is((select count(*) from net.http_request_queue q where q.headers::text || convert_from(q.body, 'UTF8') like '%re_key%'), 0::bigint, 'and no key');

-- The email itself

select is(
  public.open_alert_email(a.id) - 'email', '{"outcome": "due", "api_key": "re_key"}', 'while its request is under way the function gets it')
from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id cross join set_config('request.jwt.claims', '{"role": "service_role"}', true)
where r.name = 'email';
select is(public.open_alert_email(a.id), '{"outcome": "not_due"}', 'an alert of another channel is not due')
from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id where r.name = 'slack';
select pg_temp.answer(a.request_id, '2026-03-01 13:00:01Z', 502, '{"Nightshift-Error": "Resend answered 422 (validation_error)"}')
from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id where r.name = 'email' \g /dev/null
select nightshift.read_alert_answers('2026-03-01 13:00:02Z') \g /dev/null
select is(
  (select a.last_error from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id where r.name = 'email'),
  'HTTP 502: Resend answered 422 (validation_error)', 'what the function reports is kept');
select is((select count(*) from nightshift.alerts a where public.open_alert_email(a.id) ->> 'outcome' = 'due'), 0::bigint, 'and then it is not given out');

select * from finish();
rollback;
