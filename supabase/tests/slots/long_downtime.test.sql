-- Test: after 40 days of downtime the last 31 are looked at, 500 slots of a schedule at once.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(14);

select pg_temp.add_schedule('daily', 'run_once', p_expression => '0 6 * * *'),
  pg_temp.add_schedule('daily-fills', 'backfill', p_expression => '0 6 * * *', p_missed_window => '7 days'),
  pg_temp.add_schedule('hourly', 'skip', p_expression => '0 * * * *') \g /dev/null
do $$ begin perform pg_temp.tick(s.name, '2026-03-01 06:00Z') from public.task_schedules s where s.name in ('daily', 'daily-fills', 'hourly'); end $$;

-- Back on 10 April at 12:00:30. 31 days earlier it was 10 March, 12:00:30.

select is(nightshift.judge_slots('2026-04-10 12:00:30Z'), 31 + 31 + 500, 'the first pass');
select is(
  pg_temp.story('daily'), 'tick, 30 × it is older than the window of the schedule, run', 'a daily schedule runs the latest of 31 slots');
select is(
  (select min(slot) from slots where schedule = 'daily' and outcome <> 'tick'), '2026-03-11 06:00Z'::timestamptz,
  'the earliest that is looked at is 31 days old');
select is(
  pg_temp.story('daily-fills'), 'tick, 24 × it is older than the window of the schedule, 7 × run', 'a window of 7 days fills 7');
select is((select count(*) from slots where schedule = 'hourly' and outcome <> 'tick'), 500::bigint, 'an hourly schedule gets 500');
select is(
  (select max(slot) from slots where schedule = 'hourly'), '2026-03-10 13:00Z'::timestamptz + interval '499 hours', 'the earliest first');
select is(nightshift.judge_slots('2026-04-10 12:01Z'), 244, 'the next pass does the rest of 744');
select is(nightshift.judge_slots('2026-04-10 12:02Z'), 0, 'then all is told');
select is(
  (select count(*) from slots where schedule = 'hourly' and slot between '2026-03-10 13:00Z' and '2026-04-10 12:00Z'), 744::bigint,
  'every hour of 31 days has its row');
select is((select max(slot) from slots where schedule = 'hourly'), '2026-04-10 12:00Z'::timestamptz, 'up to the last');

-- What the watermark says

select is(
  judged_until, '2026-04-10 12:01:10Z'::timestamptz, 'all schedules are judged up to 50 s ago')
from nightshift.schedule_watermarks w
join public.task_schedules s on s.id = w.schedule_id
where s.name = 'hourly';
delete from public.task_dispatches d
using public.task_schedules s
where s.id = d.schedule_id and s.name = 'hourly' and d.slot = '2026-04-01 00:00Z';
select is(nightshift.judge_slots('2026-04-10 12:03Z'), 0, 'what was judged is not looked at again, even if its row is gone');
select is(nightshift.judge_slots('2026-04-10 11:00Z'), 0, 'a clock that goes back finds nothing');
select is(
  judged_until, '2026-04-10 12:02:10Z'::timestamptz, 'and does not move the watermark back')
from nightshift.schedule_watermarks w
join public.task_schedules s on s.id = w.schedule_id
where s.name = 'hourly';

select * from finish();
rollback;
