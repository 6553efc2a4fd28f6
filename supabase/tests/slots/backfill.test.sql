-- Test: backfilled slots that may not overlap run one after the other, oldest first.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(14);

select pg_temp.add_schedule('fills', 'backfill', 'skip') \g /dev/null
update public.task_schedules s set active_since = '2026-03-01 11:30Z' where s.name = 'fills';
select pg_temp.tick('fills', '2026-03-01 12:00Z') \g /dev/null

select is(nightshift.judge_slots('2026-03-01 13:31Z'), 1, 'of three missed slots one is run');
select is((select max(slot) from slots), '2026-03-01 12:30Z'::timestamptz, 'the oldest');
select is(nightshift.judge_slots('2026-03-01 13:32Z'), 0, 'while it is unfinished the others wait');
select pg_temp.complete_tasks('fills') \g /dev/null
select is(nightshift.judge_slots('2026-03-01 13:33Z'), 1, 'once it has ended the next is run');
select is((select max(slot) from slots), '2026-03-01 13:00Z'::timestamptz, 'the next oldest');

-- A tick comes in between

select is(nightshift.dispatch('fills', '2026-03-01 14:00:01Z') ->> 'outcome', 'skipped', 'a tick meanwhile is skipped as over any unfinished task');
select pg_temp.complete_tasks('fills') \g /dev/null
select is(nightshift.judge_slots('2026-03-01 14:02Z'), 1, 'the last one');
select is(pg_temp.story('fills'), 'tick, 3 × run, tick', 'all are run, in order');
select results_eq(
  $$ select slot from slots s where outcome = 'run' order by (
       select d.dispatched_at from public.task_dispatches d where d.slot = s.slot and d.kind = 'missed') $$,
  $$ values ('2026-03-01 12:30Z'::timestamptz), ('2026-03-01 13:00Z'), ('2026-03-01 13:30Z') $$, 'oldest first');

-- run_once waits too, and gives way to a tick

update public.task_schedules s set enabled = false where s.name = 'fills';
select pg_temp.add_schedule('once', 'run_once', 'skip') \g /dev/null
update public.task_schedules s set active_since = '2026-03-02 11:30Z' where s.name = 'once';
select nightshift.start_run((nightshift.dispatch('once', '2026-03-02 12:00Z') ->> 'task_id')::uuid, p_lease_seconds => 3600, p_now => '2026-03-02 12:30Z') \g /dev/null
select is(nightshift.judge_slots('2026-03-02 13:01Z'), 1, 'run_once: what is not run is recorded at once');
select is(pg_temp.story('once'), 'tick, policy "run_once" runs the latest missed slot', 'the latest waits for the unfinished task');
select pg_temp.complete_tasks('once') \g /dev/null
select pg_temp.tick('once', '2026-03-02 13:30Z') \g /dev/null
select is(nightshift.judge_slots('2026-03-02 13:31Z'), 1, 'if a tick comes first');
select is(
  pg_temp.story('once'), 'tick, policy "run_once" runs the latest missed slot, a later slot has run, tick', 'it is only recorded');
select is(nightshift.judge_slots('2026-03-02 13:32Z'), 0, 'and that is all');

select * from finish();
rollback;
