-- Test: a request without an answer is lost after its timeout and 30 s, and an answer that comes later changes nothing.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(11);

select pg_temp.dispatch('2026-03-01 12:00:00Z') \g /dev/null
create temp view tick as select d.* from pg_temp.latest_dispatch('2026-03-01 12:00Z') d;

-- The timeout of the schedule is 7 s

select is(nightshift.judge_dispatches('2026-03-01 12:00:36.999Z'), 0, 'until timeout and grace are over nothing is said');
select is((select verdict from tick), 'sent', 'it still counts as sent');
select is(nightshift.judge_dispatches('2026-03-01 12:00:37Z'), 1, 'then it is judged');
select results_eq(
  'select verdict, http_status, responded_at, detail from tick',
  $$ values ('lost'::text, null::integer, null::timestamptz,
    'No answer was recorded: the request or its answer was lost, because the database or pg_net was restarted, or pg_net does not work.'::text) $$,
  'as lost, in words');

-- The answer comes after all

select pg_temp.answer((select request_id from tick), '2026-03-01 12:00:38Z', 200) \g /dev/null
create temp table before as table tick;
select is(nightshift.judge_dispatches('2026-03-01 12:00:39Z'), 0, 'a late answer is not looked at');
select results_eq('table tick', 'table before', 'and changes nothing');

-- The function comes late as well, after the task was given up

update public.task_schedules s set max_attempts = 1 where s.name = 'half-hourly';
select nightshift.retry_dispatches('2026-03-01 12:00:40Z') \g /dev/null
select is((pg_temp.task_of('2026-03-01 12:00Z')).status, 'failed', 'after the last attempt the task has failed');
select is(
  nightshift.start_run((pg_temp.task_of('2026-03-01 12:00Z')).id, p_now => '2026-03-01 12:00:41Z') ->> 'outcome', 'not_pending',
  'a function that comes late does not start it');
select is((pg_temp.task_of('2026-03-01 12:00Z')).status, 'failed', 'and it stays failed');

-- An answer from before the request

select pg_temp.dispatch('2026-03-01 12:30:00Z') \g /dev/null
select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:30Z')).request_id, '2026-03-01 12:29:59Z', 200) \g /dev/null
select is(nightshift.judge_dispatches('2026-03-01 12:30:10Z'), 0, 'an answer that is older than the request belongs to another');
select nightshift.judge_dispatches('2026-03-01 12:31:00Z') \g /dev/null
select is((pg_temp.latest_dispatch('2026-03-01 12:30Z')).verdict, 'lost', 'so this one is lost in its time');

select * from finish();
rollback;
