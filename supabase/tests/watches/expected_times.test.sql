-- Test: when a job is expected: by cron on the clocks of a zone, at least every so often, with grace and tolerance.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/watches.psql
select plan(31);

create function pg_temp.report(p_name text, p_at text, p_status text default 'completed') returns void
language plpgsql as $$
begin
  perform pg_temp.ask('ours', format('public.log_tasks(%L, null, $1)', jsonb_build_array(jsonb_build_object(
    'task_type', 'email_sync', 'agent_name', p_name, 'status', p_status))));
  perform pg_temp.date_back(p_at);
end
$$;
create function pg_temp.expected(p_name text) returns timestamptz
language sql as $$ select s.expected_at from public.job_watch_states s where s.agent_name = p_name $$;

-- Half past two in Berlin, over the night when the clocks go forward

select is(
  pg_temp.watch('{"agent_name": "night", "cron_expression": "30  2 * * *", "time_zone": "europe/berlin", "grace": "20 minutes"}',
    '2026-03-27 12:00Z'), '1', 'a cron expression with a time zone');
select results_eq(
  'select cron_expression, time_zone from public.job_watches', $$ values ('30 2 * * *'::text, 'Europe/Berlin'::text) $$, 'is kept as it is meant');
select is(pg_temp.expected('night'), '2026-03-28 01:30Z', 'half past two is half past one in UTC');
select pg_temp.report('night', '2026-03-28 01:28Z') \g /dev/null
select is(pg_temp.tick('2026-03-28 01:51Z'), null, 'a clock that is two minutes ahead is in time');
select is(pg_temp.expected('night'), '2026-03-29 01:00Z', 'the next night has no half past two: it is expected at three');
select pg_temp.report('night', '2026-03-28 15:00Z') \g /dev/null
select is(pg_temp.tick('2026-03-28 15:01Z'), null, 'a run by hand in the afternoon');
select is(pg_temp.expected('night'), '2026-03-29 01:00Z', 'does not stand for that of the night');
select is(pg_temp.tick('2026-03-29 01:19Z'), null, 'within its grace it is not missed');
select is(pg_temp.tick('2026-03-29 01:20Z'), 'missed', 'then it is');
select is(pg_temp.expected('night'), '2026-03-30 00:30Z', 'and the next is expected, in summer time');
select pg_temp.report('night', '2026-03-29 02:00Z') \g /dev/null
select is(pg_temp.tick('2026-03-29 02:01Z'), 'recovered', 'late is better than never');
select is(pg_temp.tick('2026-04-02 12:00Z'), 'missed', 'after days without a look it is missed');
select is(pg_temp.expected('night'), '2026-04-03 00:30Z', 'and one look makes up for all of them');

-- Once a month, and never

select pg_temp.watch('{"agent_name": "new year", "cron_expression": "0 0 1 1 *"}', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.expected('new year'), null, 'what is further than 31 days away is not known yet');
select isnt(
  (select s.look_at from nightshift.watch_states s join public.job_watches w on w.id = s.watch_id where w.agent_name = 'new year'), null,
  'but will be looked at');
select pg_temp.tick('2026-12-20 12:00Z') \g /dev/null
select is(pg_temp.expected('new year'), '2027-01-01 00:00Z', 'when it comes near it is expected');
select is(
  pg_temp.watch('{"agent_name": "never", "cron_expression": "0 0 30 2 *"}', '2026-03-01 12:00Z'), '1', 'a day that never comes costs nothing');

-- Every so often, with tolerance

delete from public.job_watches where true;
select pg_temp.watch('{"agent_name": "probe", "expected_every": "1 hour", "grace": "0", "after_in_a_row": 3}', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.tick('2026-03-01 13:00Z'), null, 'one miss of three is tolerated');
select is(pg_temp.tick('2026-03-01 14:00Z'), null, 'two as well');
select is(pg_temp.tick('2026-03-01 15:00Z'), 'missed', 'three are not');
select pg_temp.report('probe', '2026-03-01 15:10Z', 'failed') \g /dev/null
select is(pg_temp.tick('2026-03-01 15:11Z'), null, 'it comes and fails, once of three');
select pg_temp.report('probe', '2026-03-01 15:20Z') \g /dev/null
select is(pg_temp.tick('2026-03-01 15:21Z'), 'recovered', 'and works again');
select is(pg_temp.expected('probe'), '2026-03-01 16:20Z', 'the hour begins with the latest report');
select pg_temp.report('probe', '2026-03-01 15:30Z', 'failed'), pg_temp.report('probe', '2026-03-01 15:40Z', 'failed') \g /dev/null
select pg_temp.report('probe', '2026-03-01 15:50Z') \g /dev/null
select is(pg_temp.tick('2026-03-01 15:51Z'), null, 'two failures between successes are nothing to tell');

-- Cool-down, and a pause

update public.job_watches set after_in_a_row = 1, cool_down = '2 hours' where agent_name = 'probe';
select pg_temp.report('probe', '2026-03-01 16:45Z', 'failed') \g /dev/null
select is(pg_temp.tick('2026-03-01 16:46Z'), null, 'a failure within two hours of the latest alert is silent');
select pg_temp.report('probe', '2026-03-01 16:47Z'), pg_temp.report('probe', '2026-03-01 17:30Z', 'failed') \g /dev/null
select is(pg_temp.tick('2026-03-01 17:31Z'), 'failed', 'later it is not, and what was silent does not recover either');
select pg_temp.report('probe', '2026-03-01 17:40Z'), pg_temp.report('probe', '2026-03-01 17:50Z', 'failed') \g /dev/null
select is(pg_temp.tick('2026-03-01 17:51Z'), 'recovered', 'the next one is silent again');
select is(pg_temp.tick('2026-03-01 18:50Z'), null, 'so is that it does not come');
select is(pg_temp.tick('2026-03-01 19:50Z'), 'missed', 'what still is wrong after the cool-down is told');
update public.job_watches set enabled = false where agent_name = 'probe';
select is(pg_temp.tick('2026-03-02 18:30Z'), null, 'a watch that is paused expects nothing');
select is((select status from public.job_watch_states where agent_name = 'probe'), 'paused', 'and says so');

select * from finish();
rollback;
