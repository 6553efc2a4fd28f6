-- Test: which slots are expected at all: not before the schedule was active, not while it was paused, not within 50 s.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(13);

-- Grace

select pg_temp.add_schedule('fills', 'backfill', p_active_since => '2026-03-01 11:45Z') \g /dev/null
select is(nightshift.judge_slots('2026-03-01 12:00:49.999Z'), 0, 'for 50 s a tick may come');
select is(nightshift.judge_slots('2026-03-01 12:00:50Z'), 1, 'then it is missed');
select is(pg_temp.story('fills'), 'run', 'the slots before the schedule was active were not expected');
select pg_temp.tick('fills', '2026-03-01 12:30:49Z') \g /dev/null
select is(nightshift.judge_slots('2026-03-01 12:31Z'), 0, 'a tick that came late is a tick');

-- Active at the very minute

select pg_temp.add_schedule('sharp', 'backfill', p_active_since => '2026-03-01 12:00Z') \g /dev/null
select is(nightshift.judge_slots('2026-03-01 12:10Z'), 0, 'the slot of the minute in which it was made is not expected');
select is(nightshift.judge_slots('2026-03-01 12:31Z'), 1, 'the next one is');

-- Paused and resumed

select pg_temp.add_schedule('rests', 'backfill', p_active_since => '2026-03-01 11:45Z') \g /dev/null
select nightshift.judge_slots('2026-03-01 12:01Z') \g /dev/null
update public.task_schedules s set enabled = false where s.name = 'rests';
select nightshift.judge_slots('2026-03-01 18:00Z') \g /dev/null
select is(pg_temp.story('rests'), 'run', 'a paused schedule misses nothing');
update public.task_schedules s set enabled = true, active_since = '2026-03-01 18:01Z' where s.name = 'rests';
select nightshift.judge_slots('2026-03-01 18:20Z') \g /dev/null
select is(pg_temp.story('rests'), 'run', 'resumed it does not make up for the pause');
select nightshift.judge_slots('2026-03-01 18:31Z') \g /dev/null
select is((select max(slot) from slots where schedule = 'rests'), '2026-03-01 18:30Z'::timestamptz, 'from the next slot on it is expected again');

-- The same by its own clock

select pg_temp.add_schedule('by-the-clock', 'backfill', p_expression => '* * * * *', p_active_since => '2026-03-01 11:45Z') \g /dev/null
update public.task_schedules s set enabled = false where s.name = 'by-the-clock';
update public.task_schedules s set enabled = true where s.name = 'by-the-clock';
select nightshift.judge_slots(clock_timestamp() + interval '40 seconds') \g /dev/null
select is(pg_temp.story('by-the-clock'), null, 'whoever is resumed now is expected from now on');

-- Another expression, another kind of dispatch

select pg_temp.add_schedule('changes', 'skip', p_active_since => '2026-03-01 11:45Z') \g /dev/null
update public.task_schedules s set cron_expression = '15 * * * *', active_since = '2026-03-01 13:20Z' where s.name = 'changes';
select nightshift.judge_slots('2026-03-01 14:16Z') \g /dev/null
select results_eq(
  $$ select slot from slots where schedule = 'changes' $$, $$ values ('2026-03-01 14:15Z'::timestamptz) $$,
  'with another expression only its own slots are expected, from then on');
select pg_temp.add_schedule('by-hand', 'skip', p_active_since => '2026-03-01 11:45Z') \g /dev/null
select nightshift.run_now('by-hand', '2026-03-01 12:00Z') \g /dev/null
select nightshift.judge_slots('2026-03-01 12:01Z') \g /dev/null
select is(pg_temp.story('by-hand'), 'policy "skip"', 'a run by hand is no tick');

-- The table itself

select throws_ok(
  $$ insert into public.task_dispatches (schedule_id, slot, kind)
     select d.schedule_id, d.slot, 'tick' from public.task_dispatches d where d.kind = 'missed' limit 1 $$,
  '23505', null, 'the table itself refuses a tick for a slot that was found missed');

select * from finish();
rollback;
