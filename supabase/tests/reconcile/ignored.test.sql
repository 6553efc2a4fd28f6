-- Test: a function that answers well but never starts its task is found out.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(10);

select pg_temp.dispatch_and_answer('2026-03-01 12:00Z', 200) \g /dev/null
create temp view tick as select d.* from pg_temp.latest_dispatch('2026-03-01 12:00Z') d;

select nightshift.judge_dispatches('2026-03-01 12:00:02Z') \g /dev/null
select is((select verdict from tick), 'accepted', 'an answer of 200 is accepted');
select nightshift.judge_dispatches('2026-03-01 12:01:00.999Z') \g /dev/null
select is((select verdict from tick), 'accepted', 'for 60 s the task may start');
select nightshift.judge_dispatches('2026-03-01 12:01:01Z') \g /dev/null
select is((select verdict from tick), 'ignored', 'then it was ignored');
select is(
  (select detail from tick),
  'The function answered 200 but did not start its task. An agent must mark its task, for example with withTask.', 'in words');
select is(nightshift.retry_dispatches('2026-03-01 12:01:02Z'), 0, 'it is not tried again');
select is((select retry_at from tick), null, 'nor planned');
select results_eq(
  $$ select t.status, t.error_message = tick.detail from pg_temp.task_of('2026-03-01 12:00Z') t, tick $$,
  $$ values ('failed'::text, true) $$, 'its task fails with these words');

-- One that starts in time

select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 202) \g /dev/null
select nightshift.judge_dispatches('2026-03-01 12:30:02Z') \g /dev/null
select is(
  nightshift.start_run((pg_temp.task_of('2026-03-01 12:30Z')).id, p_now => '2026-03-01 12:31:00Z') ->> 'outcome', 'started',
  'one that starts within 60 s');
select nightshift.judge_dispatches('2026-03-01 12:45Z') \g /dev/null
select is((pg_temp.latest_dispatch('2026-03-01 12:30Z')).verdict, 'accepted', 'stays accepted');
select is((pg_temp.task_of('2026-03-01 12:30Z')).status, 'running', 'and runs');

select * from finish();
rollback;
