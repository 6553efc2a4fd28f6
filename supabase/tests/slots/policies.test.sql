-- Test: slots that no tick came for are found and handled as the policy of their schedule says.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(16);

-- pg_cron stops after the tick of 12:00 and is back at 15:01: six slots are missed.

select pg_temp.add_schedule('skips', 'skip'), pg_temp.add_schedule('runs-once', 'run_once'), pg_temp.add_schedule('fills', 'backfill'),
  pg_temp.add_schedule('fills-90-minutes', 'backfill', p_missed_window => '90 minutes'),
  pg_temp.add_schedule('runs-once-59-seconds', 'run_once', p_missed_window => '1 minute') \g /dev/null
create temp table three_hours as
select s.name from public.task_schedules s where s.active_since = '2026-03-01 00:00Z';
update public.task_schedules s set active_since = '2026-03-01 11:30Z' where s.name in (select name from three_hours);
do $$ begin perform pg_temp.tick(t.name, '2026-03-01 12:00:00.5Z') from three_hours t; end $$;
delete from net.http_request_queue where true;

select is(nightshift.judge_slots('2026-03-01 12:01Z'), 0, 'while every slot has its tick there is nothing to do');
select is(nightshift.judge_slots('2026-03-01 15:01Z'), 30, 'after three hours six slots of each schedule are found');
select is(nightshift.judge_slots('2026-03-01 15:02Z'), 0, 'once');
select is(
  pg_temp.story('skips'), 'tick, 6 × policy "skip"', 'skip: all are recorded');
select is(
  pg_temp.story('runs-once'), 'tick, 5 × policy "run_once" runs the latest missed slot, run', 'run_once: the latest is run, the others are recorded');
select is(pg_temp.story('fills'), 'tick, 6 × run', 'backfill: each is run');
select is(
  pg_temp.story('fills-90-minutes'), 'tick, 3 × it is older than the window of the schedule, 3 × run',
  'backfill: those within the window are run, older ones recorded');
select is(
  pg_temp.story('runs-once-59-seconds'),
  'tick, 5 × it is older than the window of the schedule, run', 'run_once: the latest only where it is within the window');
select is((select count(*) from net.http_request_queue), 11::bigint, 'one request is sent for each that is run, and no other');
select results_eq(
  $$ select t.status, t.triggered_by, t.error_message, d.verdict, d.kind, d.request_id
     from public.task_dispatches d
     join public.task_schedules s on s.id = d.schedule_id and s.name = 'skips'
     join public.autonomous_tasks t on t.id = d.task_id
     where d.slot = '2026-03-01 13:30Z' $$,
  $$ values ('cancelled'::text, 'cron'::text, 'missed: no tick came for this slot, pg_cron or the database was down; '
    'not made up for: policy "skip".'::text, 'missed'::text, 'missed'::text, null::bigint) $$,
  'a recorded slot has a cancelled task that says so');
select results_eq(
  $$ select t.status, t.triggered_by, t.input_data ->> 'slot', d.verdict, d.dispatched_at
     from public.task_dispatches d
     join public.task_schedules s on s.id = d.schedule_id and s.name = 'runs-once'
     join public.autonomous_tasks t on t.id = d.task_id
     where d.slot = '2026-03-01 15:00Z' $$,
  $$ values ('pending'::text, 'cron'::text, to_jsonb('2026-03-01 15:00Z'::timestamptz) #>> '{}', 'sent'::text, '2026-03-01 15:01Z'::timestamptz) $$,
  'one that is run has a pending task of its slot');
select is(
  nightshift.dispatch('runs-once', '2026-03-01 15:01:30Z') ->> 'outcome', 'already_dispatched',
  'a tick that comes after all does nothing');

-- A tick is back before the missed slots are looked at

select pg_temp.add_schedule('overtaken', 'run_once'), pg_temp.add_schedule('overtaken-fills', 'backfill') \g /dev/null
update public.task_schedules s set active_since = '2026-03-01 11:30Z' where s.name like 'overtaken%';
do $$
begin
  perform pg_temp.tick(s.name, '2026-03-01 12:00Z'), pg_temp.tick(s.name, '2026-03-01 14:00Z')
  from public.task_schedules s
  where s.name like 'overtaken%';
end
$$;
select is(nightshift.judge_slots('2026-03-01 14:00:10Z'), 6, 'three slots of two more schedules are found');
select is(
  pg_temp.story('overtaken'), 'tick, 3 × a later slot has run, tick', 'run_once: none is run where a later slot has run');
select is(pg_temp.story('overtaken-fills'), 'tick, 3 × run, tick', 'backfill: each is run all the same');
select is_empty(
  $$ select from slots where outcome is null $$, 'every slot has a reason');

select * from finish();
rollback;
