-- Test: alerts are posted signed, in the format of their rule, up to five times until somebody answers.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
select plan(35);

create temp view sent as
select q.id, q.method::text, q.url, q.headers, convert_from(q.body, 'UTF8') as body, q.timeout_milliseconds
from net.http_request_queue q
where q.url like 'https://alerts.example.com/%'
order by q.id desc
limit 1;
create temp view alert as select * from raised order by id limit 1;

-- JSON

select pg_temp.end_slot('2026-03-01 12:00Z') \g /dev/null
delete from net.http_request_queue where true;
select nightshift.raise_alerts('2026-03-01 12:01Z') \g /dev/null
select is(nightshift.send_alerts('2026-03-01 12:00:59Z'), 0, 'nothing is posted before it is due');
select is(nightshift.send_alerts('2026-03-01 12:01:07.9Z'), 1, 'then it is');
select results_eq(
  'select method, url, timeout_milliseconds from sent', $$ values ('POST'::text, 'https://alerts.example.com/hook'::text, 5000) $$,
  'to the URL of the rule, with a timeout');
select results_eq(
  $$ select body::jsonb - 'timestamp' - 'data', body::jsonb -> 'data', (body::jsonb ->> 'timestamp')::timestamptz from sent $$,
  $$ select '{"type": "task.failed"}'::jsonb,
       jsonb_build_object('subject', 'half-hourly', 'message', 'failed: It broke.', 'task_id', t.id, 'task_type', 'email_sync',
         'status', 'failed', 'slot', '2026-03-01 12:00Z'::timestamptz), '2026-03-01 12:01Z'::timestamptz
     from pg_temp.task_of('2026-03-01 12:00Z') t $$, 'it says type, timestamp and data, nothing else');
select is(
  (select headers - 'webhook-signature' from sent),
  jsonb_build_object('Content-Type', 'application/json', 'webhook-id', (select id from alert),
    'webhook-timestamp', extract(epoch from timestamptz '2026-03-01 12:01:07Z')::bigint::text), 'its id is that of the alert');
select is(
  (select headers ->> 'webhook-signature' from sent),
  (select 'v1,' || encode(extensions.hmac(
    convert_to((headers ->> 'webhook-id') || '.' || (headers ->> 'webhook-timestamp') || '.' || body, 'UTF8'),
    decode(substr(nightshift.signing_secret('https://alerts.example.com/hook'), length('whsec_') + 1), 'base64'), 'sha256'), 'base64')
   from sent),
  'its signature is the HMAC of id, second and body, with the key of its URL');
select ok((select position('the cron secret' in headers::text || body || url) = 0 from sent), 'the secret itself does not travel');
select is((select sent_at from alert), '2026-03-01 12:01:07.9Z'::timestamptz, 'the alert knows when it was sent');
select is(nightshift.send_alerts('2026-03-01 12:01:30Z'), 0, 'while an answer is awaited it is not sent again');

-- After a crash request ids start again: an answer from before is somebody else's

select pg_temp.answer((select request_id from alert), '2026-03-01 12:01:07Z', 200) \g /dev/null
select nightshift.send_alerts('2026-03-01 12:01:31Z') \g /dev/null
select is((select delivered_at from alert), null, 'an answer that is older than the request does not deliver it');
delete from net._http_response where true;

-- Nobody listens

create temp table rounds (attempt integer, answered_at timestamptz, answer text, last_error text, wait numeric, sent_again integer);
do $$
declare
  v_at timestamptz := '2026-03-01 12:01:07.9Z';
  v_answer text;
begin
  for v_attempt in 1..5 loop
    v_answer := (array['500', 'Couldn''t connect to server', 'nothing', '404', '503'])[v_attempt];
    if v_answer <> 'nothing' then
      perform pg_temp.answer((select a.request_id from pg_temp.alert a), (v_at + interval '1 second')::text,
        case when v_answer ~ '^\d+$' then v_answer::integer end, '{}', case when v_answer !~ '^\d+$' then v_answer end);
    end if;
    v_at := v_at + interval '1 minute';
    perform nightshift.send_alerts(v_at);
    insert into rounds
    select v_attempt, v_at, v_answer, a.last_error, extract(epoch from a.next_attempt_at - v_at) from pg_temp.alert a;
    v_at := coalesce((select a.next_attempt_at from pg_temp.alert a), v_at + interval '1 day');
    update rounds r set sent_again = nightshift.send_alerts(v_at) where r.attempt = v_attempt;
  end loop;
end
$$;
select is(r.last_error, e.words, format('attempt %s: %s', r.attempt, e.words))
from rounds r
join (values (1, 'HTTP 500'), (2, 'Couldn''t connect to server'), (3, 'no answer was recorded'), (4, 'HTTP 404'), (5, 'HTTP 503'))
  as e (attempt, words) using (attempt);
select ok(
  r.wait between 0.75 * e.seconds and 1.25 * e.seconds, format('after attempt %s the wait is %s s, a quarter more or less', r.attempt, e.seconds))
from rounds r
join (values (1, 60), (2, 120), (3, 240), (4, 480)) as e (attempt, seconds) using (attempt);
select is(r.sent_again, case when r.attempt < 5 then 1 else 0 end, format('after attempt %s it is %s', r.attempt,
  case when r.attempt < 5 then 'sent again' else 'given up' end))
from rounds r;
select is((select attempts from alert), 5, 'it was posted five times');
select is((select delivered_at from alert), null, 'it does not count as delivered');
select is(
  (select count(distinct headers ->> 'webhook-id') from net.http_request_queue), 1::bigint, 'always under the same webhook-id');
select is(nightshift.raise_alerts('2026-03-01 13:30Z'), 0, 'an alert that nobody took raises no alert');

-- Somebody listens, by Slack

update nightshift.alert_rules r set format = 'slack', webhook_url = 'https://alerts.example.com/slack', cool_down = '0';
delete from nightshift.alerts where attempts = 5;
select pg_temp.end_slot('2026-03-01 14:00Z', 'failed', 'It "broke" at <3.') \g /dev/null
select nightshift.raise_alerts('2026-03-01 14:01Z') \g /dev/null
delete from nightshift.alerts a where a.created_at = '2026-03-01 14:01Z' and a.message not like '%<3.';
select is(nightshift.send_alerts('2026-03-01 14:01Z'), 1, 'another alert is posted');
select is(
  (select body::jsonb from sent), '{"text": "Nightshift: half-hourly failed. failed: It \"broke\" at &lt;3."}'::jsonb,
  'for Slack it is one text');
select pg_temp.answer((select request_id from alert), '2026-03-01 14:01:02Z', 204) \g /dev/null
select is(nightshift.send_alerts('2026-03-01 14:02Z'), 0, 'an answer of 2xx');
select results_eq(
  'select delivered_at, next_attempt_at, last_error from alert',
  $$ values ('2026-03-01 14:01:02Z'::timestamptz, null::timestamptz, null::text) $$, 'delivers it');
select is(nightshift.send_alerts('2026-03-02 14:02Z'), 0, 'and that is the end of it');

-- Not sent

select pg_temp.end_slot('2026-03-02 15:00Z') \g /dev/null
select nightshift.raise_alerts('2026-03-02 15:01Z') \g /dev/null
update nightshift.alert_rules r set enabled = false;
select is(nightshift.send_alerts('2026-03-02 15:01Z'), 0, 'a rule that was disabled meanwhile is silent');
update nightshift.alert_rules r set enabled = true;
delete from vault.secrets s where s.name = 'cron_secret';
select is(nightshift.send_alerts('2026-03-02 15:01Z'), 0, 'without the secret nothing is posted unsigned');

select * from finish();
rollback;
