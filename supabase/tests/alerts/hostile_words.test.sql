-- Test: words of strangers in errors, headers and answers reach no channel as anything but words.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
select plan(15);

-- Slack

update nightshift.alert_rules r set format = 'slack', cool_down = '0';
select pg_temp.end_slot('2026-03-01 12:00Z', 'failed', E'<!channel> see <https://evil.example|the dashboard> & more\r\n\u0007*now*') \g /dev/null
select nightshift.raise_alerts('2026-03-01 12:01Z'), nightshift.send_alerts('2026-03-01 12:01Z') \g /dev/null
create temp view sent as
select q.id, convert_from(q.body, 'UTF8')::jsonb as body from net.http_request_queue q where q.url like 'https://alerts.%' order by q.id desc limit 1;
select is(
  (select body ->> 'text' from sent),
  'Nightshift: half-hourly failed. failed: &lt;!channel&gt; see &lt;https://evil.example|the dashboard&gt; &amp; more *now*',
  'nobody is called, no link has another text, and it is one line');

-- A redirect is no delivery: pg_net follows it with a GET without a body

select pg_temp.answer((select request_id from raised), '2026-03-01 12:01:01Z', 302) \g /dev/null
select nightshift.send_alerts('2026-03-01 12:02Z') \g /dev/null
select results_eq(
  'select delivered_at, last_error, next_attempt_at is not null from raised',
  $$ values (null::timestamptz, 'HTTP 302: it was redirected, which loses the alert. Use the final URL.'::text, true) $$,
  'a redirect is not delivered, says what to do, and is tried again');

select nightshift.send_alerts('2026-03-01 12:10Z') \g /dev/null
select pg_temp.answer((select request_id from raised), '2026-03-01 12:10:01Z', 200, '{"Location": "https://elsewhere.example/"}') \g /dev/null
select nightshift.send_alerts('2026-03-01 12:11Z') \g /dev/null
select results_eq(
  'select delivered_at, last_error from raised',
  $$ values (null::timestamptz, 'HTTP 200: it was redirected, which loses the alert. Use the final URL.'::text) $$,
  'a redirect that pg_net followed to a page is not delivered either');
select is(nightshift.was_redirected(a.status, a.headers), a.is_redirected, format('%s %s', a.status, a.headers))
from (values
  (204, '{"location": "/x"}'::jsonb, true), (202, '{"Location": "https://status.example/1"}', false),
  (201, '{"Location": "/messages/1"}', false), (200, '{"content-location": "/x"}', false), (200, null, false)
) as a (status, headers, is_redirected);

-- A header and an error of whoever answers

create temp table words (status integer, headers jsonb, error text, detail text);
insert into words values
  (503, jsonb_build_object('sb-error-code', E'BOOT\r\n<script>' || repeat('x', 9000)), null,
    'The function answered 503 (BOOT <script>' || repeat('x', 37) || '). Its log says why.'),
  (500, '["no object"]', null, 'The function answered 500. Its log says why.'),
  (null, null, E'line one\n\nline two ' || repeat('y', 9000),
    'The function could not be reached: line one line two ' || repeat('y', 482)
    || '. Check project_url in Vault and that the function is deployed.');
select is((nightshift.judge_response(w.status, w.headers, false, w.error)).detail, w.detail, format('%s: cut and on one line', left(w.detail, 40)))
from words w;

-- Every target has a key of its own, and an alert is a target

select is(
  count(distinct nightshift.target_key(t.target, 'the cron secret')), 4::bigint, 'every function and every URL has its own key')
from (values ('continuous-intelligence'), ('hello'), ('https://a.example/hook'), ('https://b.example/hook')) as t (target);
select is(
  nightshift.target_key('hello/world', 'the cron secret'), nightshift.target_key('hello', 'the cron secret'), 'the paths of a function share its key');
select isnt(
  nightshift.target_key('hello', 'the cron secret'), nightshift.target_key('hello', 'another secret'), 'with the secret every key changes');
update public.task_schedules s set target = 'https://agent.example.com/hook' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 13:00Z') \g /dev/null
select is(
  (select convert_from(q.body, 'UTF8')::jsonb ->> 'task_token' from net.http_request_queue q where q.url = 'https://agent.example.com/hook'),
  nightshift.task_token((pg_temp.task_of('2026-03-01 13:00Z')).id, 'the cron secret'), 'a URL gets a token for this one task');

select * from finish();
rollback;
