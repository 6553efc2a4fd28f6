-- Test: what may be tried again is tried again later, for the same task, and given up with a sentence.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(33);

create temp view attempts as
select d.*
from public.task_dispatches d
join public.task_schedules s on s.id = d.schedule_id and s.name = 'half-hourly'
where d.slot = '2026-03-01 12:00Z';
create function pg_temp.latest_attempt() returns public.task_dispatches
language sql as $$ select * from pg_temp.latest_dispatch('2026-03-01 12:00Z') $$;
-- One pass: how many were sent again.
create function pg_temp.pass(p_now timestamptz) returns integer
language plpgsql as $$
begin
  perform nightshift.judge_dispatches(p_now);
  perform nightshift.judge_runs(p_now);
  return nightshift.retry_dispatches(p_now);
end
$$;

-- The first attempt fails

select pg_temp.dispatch_and_answer('2026-03-01 12:00Z', 503) \g /dev/null
select is(pg_temp.pass('2026-03-01 12:00:05Z'), 0, 'a failed attempt is not repeated at once');
select ok(
  (pg_temp.latest_attempt()).retry_at between '2026-03-01 12:00:27.5Z' and '2026-03-01 12:00:42.5Z', 'but 30 s later, a quarter more or less');
create temp table planned as select (pg_temp.latest_attempt()).retry_at as at;
select is(pg_temp.pass((select at - interval '1 ms' from planned)), 0, 'not a moment before');
select is((pg_temp.latest_attempt()).retry_at, (select at from planned), 'nor is the time moved');
update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(pg_temp.pass((select at from planned)), 0, 'nor at all while the schedule is paused');
select isnt((pg_temp.latest_attempt()).retry_at, null, 'but it stays planned');
update public.task_schedules s set enabled = true where s.name = 'half-hourly';
select is(pg_temp.pass((select at from planned)), 1, 'then it is sent again');
select is(pg_temp.pass((select at from planned)), 0, 'once');
select results_eq(
  'select kind, seq, verdict, retry_at is null, task_id = (select id from pg_temp.task_of(''2026-03-01 12:00Z'') limit 1) from attempts order by dispatched_at',
  $$ values ('tick'::text, 0, 'server_error'::text, true, true), ('retry', 0, 'sent', true, true) $$,
  'as a dispatch of its own for the same task; the first keeps its verdict');
select is(
  (select count(distinct convert_from(q.body, 'UTF8')) from net.http_request_queue q), 1::bigint, 'the request says the same');
select is(
  (select count(distinct q.headers ->> 'webhook-id') from net.http_request_queue q), 1::bigint, 'with the same webhook-id');
select is(
  (select count(distinct q.headers ->> 'webhook-timestamp') from net.http_request_queue q), 2::bigint, 'signed anew');
select is((pg_temp.latest_attempt()).timeout_ms, 7000, 'with the timeout of the schedule');

-- The second fails

select pg_temp.answer((pg_temp.latest_attempt()).request_id, '2026-03-01 12:00:59Z', null, null, 'Timeout of 7000 ms reached') \g /dev/null
select is(pg_temp.pass('2026-03-01 12:01:00Z'), 0, 'the second failure is not repeated at once either');
select ok(
  (pg_temp.latest_attempt()).retry_at between '2026-03-01 12:01:45Z' and '2026-03-01 12:02:15Z', 'but 60 s later, a quarter more or less');
select is(pg_temp.pass('2026-03-01 12:02:15Z'), 1, 'then it is sent for the third time');
select results_eq('select seq from attempts where kind = ''retry'' order by seq', $$ values (0), (1) $$, 'retries are counted');

-- The third is lost

select is(pg_temp.pass('2026-03-01 12:02:52Z'), 0, 'after three attempts there is no fourth');
select is_empty('select from attempts where retry_at is not null', 'nor is one planned');
select results_eq(
  $$ select status, error_message from pg_temp.task_of('2026-03-01 12:00Z') limit 1 $$,
  $$ values ('failed'::text, 'No answer was recorded: the request or its answer was lost, because the database or pg_net was restarted, or pg_net does not work. '
    'Given up after 3 attempts.'::text) $$, 'the task says why and how often');
select is(pg_temp.pass('2026-03-02 12:00Z'), 0, 'and that is the end of it');

-- It works the second time

select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 500) \g /dev/null
select pg_temp.pass('2026-03-01 12:30:05Z') \g /dev/null
select is(pg_temp.pass('2026-03-01 12:30:43Z'), 1, 'another slot is sent again');
select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:30Z')).request_id, '2026-03-01 12:30:44Z', 202) \g /dev/null
select nightshift.start_run((select id from pg_temp.task_of('2026-03-01 12:30Z') limit 1), p_now => '2026-03-01 12:30:44Z') \g /dev/null
select nightshift.finish_task((select id from pg_temp.task_of('2026-03-01 12:30Z') limit 1), p_now => '2026-03-01 12:30:50Z') \g /dev/null
select is(pg_temp.pass('2026-03-01 12:31:30Z'), 0, 'it works, so nothing is sent any more');
select is((select status from pg_temp.task_of('2026-03-01 12:30Z') limit 1), 'completed', 'and the task is completed');

-- It was cancelled before its next attempt

select pg_temp.dispatch_and_answer('2026-03-01 13:00Z', 500) \g /dev/null
select pg_temp.pass('2026-03-01 13:00:05Z') \g /dev/null
update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.task_of('2026-03-01 13:00Z')).id;
select is(pg_temp.pass('2026-03-01 13:01:00Z'), 0, 'a task that was cancelled is not sent again');
select is((pg_temp.latest_dispatch('2026-03-01 13:00Z')).retry_at, null, 'its plan is dropped');

-- The secret goes before its next attempt

select pg_temp.dispatch_and_answer('2026-03-01 13:30Z', 500) \g /dev/null
select pg_temp.pass('2026-03-01 13:30:05Z') \g /dev/null
delete from vault.secrets s where s.name = 'cron_secret';
select pg_temp.pass('2026-03-01 13:31:00Z') \g /dev/null
select is((pg_temp.latest_dispatch('2026-03-01 13:30Z')).verdict, 'not_configured', 'without a secret the next attempt is not sent');
select alike((select error_message from pg_temp.task_of('2026-03-01 13:30Z') limit 1), 'not configured: Vault lacks cron_secret.%', 'and the task says so');

-- How long the waits are

select ok(
  (select min(b.seconds) >= 0.75 * w.expected and max(b.seconds) <= 1.25 * w.expected and count(distinct b.seconds) > 1
   from (select extract(epoch from nightshift.backoff(w.attempt, 30, 900)) as seconds from generate_series(1, 200)) b),
  format('after attempt %s the wait is %s s, a quarter more or less, not always the same', w.attempt, w.expected))
from (values (1, 30), (2, 60), (5, 480), (6, 900), (1000, 900)) as w (attempt, expected);

select * from finish();
rollback;
