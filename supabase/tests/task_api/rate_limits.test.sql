-- Test: requests beyond the limit of a minute wait, and only of the one who made them.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(9);

-- The counter, at fixed times

select is(
  (select array_agg(nightshift.take_request('a', 3, '2026-01-01 00:00:00Z')) from generate_series(1, 4)),
  array[0, 0, 0, 20], 'three a minute: the fourth at once waits a third of a minute');
select is(nightshift.take_request('a', 3, '2026-01-01 00:00:19Z'), 1, 'a refused request costs nothing, and the wait gets shorter');
select is(nightshift.take_request('a', 3, '2026-01-01 00:00:20Z'), 0, 'after the wait it goes on');
select is(nightshift.take_request('b', 3, '2026-01-01 00:00:00Z'), 0, 'another subject does not wait');

-- A token and its workspace

update nightshift.ingest_tokens set requests_per_minute = 1 where name = 'ours';
select is(
  pg_temp.ask('ours', 'public.find_tasks(''{}'', $1)') ->> 'outcome', 'ok', 'a token of one request a minute asks once');
select matches(
  pg_temp.ask('ours', 'public.find_tasks(''{}'', $1)')::text, '"outcome": "rate_limited", "retry_after_seconds": (60|5\d)\y',
  'and then waits');
-- More than its minute, as the clock goes on while the test runs.
insert into nightshift.rate_counters (subject, paid_until)
values ('workspace a0000000-0000-4000-8000-000000000001', clock_timestamp() + interval '10 minutes')
on conflict (subject) do update set paid_until = excluded.paid_until;
select is(
  pg_temp.ask('ours, email_sync only', 'public.find_tasks(''{}'', $1)') ->> 'outcome', 'rate_limited',
  'a workspace that has used up its minute waits with every token');
select is(
  pg_temp.ask('member', format('public.log_tasks(''[{"task_type": "email_sync", "workspace_id": "%s"}]'', null, ''any'')', :'ours')) ->> 'outcome',
  'rate_limited', 'and with every user, whatever token he claims to have');
select is(
  pg_temp.ask('theirs', 'public.find_tasks(''{}'', $1)') ->> 'outcome', 'ok', 'another workspace does not wait');

select * from finish();
rollback;
