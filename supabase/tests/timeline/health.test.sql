-- Test: the health is computed from the clock and from our own rows.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/alerts.psql
select plan(19);

update public.task_schedules s set active_since = '2026-03-01 11:45Z' where s.name = 'half-hourly';
create function pg_temp.health(p_now text) returns text
language plpgsql as $$
begin
  -- Reconcile, which runs every minute, has just run.
  insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', p_now::timestamptz)
  on conflict (step) do update set ran_at = excluded.ran_at;
  return nightshift.health('half-hourly', p_now::timestamptz) ->> 'status';
end
$$;

select is(pg_temp.health('2026-03-01 11:50Z'), 'unknown', 'before it ever ran it is unknown');
select is(pg_temp.health('2026-03-01 12:02:59Z'), 'unknown', 'for three minutes a tick may come');
select is(pg_temp.health('2026-03-01 12:03Z'), 'late', 'then it is late');
select pg_temp.end_slot('2026-03-01 12:04Z', 'completed', null) \g /dev/null
select is(pg_temp.health('2026-03-01 12:05Z'), 'ok', 'when it came and went well it is ok');
select is(
  nightshift.health('half-hourly', '2026-03-01 12:05Z') - 'status',
  jsonb_build_object('expected_slot', '2026-03-01 12:00Z'::timestamptz, 'latest_slot', '2026-03-01 12:00Z'::timestamptz,
    'next_slot', '2026-03-01 12:30Z'::timestamptz, 'checked_at', '2026-03-01 12:05Z'::timestamptz), 'it says by what, and nothing else');
select is(pg_temp.health('2026-03-01 12:32:59Z'), 'ok', 'it stays ok until the next is late');
select is(pg_temp.health('2026-03-01 12:33Z'), 'late', 'then it is late again');
select is(pg_temp.health('2026-03-05 12:33Z'), 'late', 'even if nothing in the database moves any more');

-- Failures in a row

select pg_temp.end_slot('2026-03-01 12:30Z') \g /dev/null
select pg_temp.end_slot('2026-03-01 13:00Z') \g /dev/null
select is(pg_temp.health('2026-03-01 13:05Z'), 'ok', 'two failures are no pattern');
select pg_temp.end_slot('2026-03-01 13:30Z') \g /dev/null
select is(pg_temp.health('2026-03-01 13:35Z'), 'failing', 'three in a row are');
select is(pg_temp.health('2026-03-01 14:03Z'), 'late', 'late comes first');
select nightshift.judge_slots('2026-03-01 14:01Z') \g /dev/null
select is(pg_temp.health('2026-03-01 14:05Z'), 'failing', 'a missed slot that is made up for is not late');
update public.autonomous_tasks t set status = 'cancelled' where t.status = 'pending';
select pg_temp.end_slot('2026-03-01 15:00Z', 'partial_failure', null) \g /dev/null
select is(pg_temp.health('2026-03-01 15:05Z'), 'ok', 'one that did some of its work breaks the row');

-- Paused, unknown, not installed

update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(
  nightshift.health('half-hourly', '2026-03-01 15:05Z'),
  jsonb_build_object('status', 'unknown', 'reason', 'paused or not scheduled', 'checked_at', '2026-03-01 15:05Z'::timestamptz),
  'a paused schedule is unknown, with the reason');
select is(nightshift.health('no-such', '2026-03-01 15:05Z') ->> 'status', 'unknown', 'and so is one that does not exist');
update public.task_schedules s set enabled = true, active_since = '2026-03-01 15:06Z' where s.name = 'half-hourly';
select is(pg_temp.health('2026-03-01 15:20Z'), 'ok', 'resumed it is not late for the pause');
set local role service_role;
select is(public.health('half-hourly') ->> 'status', 'late', 'the service role asks by the clock of the database');
reset role;
set local client_min_messages = warning;
drop table public.autonomous_tasks cascade;
select is(pg_temp.health('2026-03-01 15:20Z'), 'unknown', 'without the log it is unknown');
select is(nightshift.health('half-hourly', '2026-03-01 15:20Z') ->> 'reason', 'not installed', 'because it is not installed');

select * from finish();
rollback;
