-- Test: a task that can no longer come to life blocks no slot, and three skipped ticks in a row are told once.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/alerts.psql
select plan(14);

-- Reconcile is switched off, and the request of one slot is lost

select pg_temp.dispatch('2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.dispatch('2026-03-01 12:30Z'), 'skipped', 'while it may still start, the next slot is skipped');
select is(pg_temp.dispatch('2026-03-01 13:00Z'), 'dispatched', 'when no attempt can bring it to life any more, it blocks nothing');
select is(
  nightshift.health('half-hourly', '2026-03-01 13:01Z') ->> 'status', 'stuck', 'and health says that reconcile does not run');

-- A run that works holds the schedule for as long as it keeps its lease

create temp table run as
select nightshift.start_run((pg_temp.task_of('2026-03-01 13:00Z')).id, p_lease_seconds => 3600, p_now => '2026-03-01 13:00:01Z') as answer;
create function pg_temp.beat(p_now text) returns boolean
language sql as $$
  select nightshift.beat_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 3600, p_now::timestamptz) from run
$$;
select is(pg_temp.dispatch('2026-03-01 13:30Z'), 'skipped', 'a run under its lease is in the way');
select pg_temp.beat('2026-03-01 13:55Z') \g /dev/null
select is(pg_temp.dispatch('2026-03-01 14:00Z'), 'skipped', 'also an hour later');
select is(nightshift.raise_alerts('2026-03-01 14:00:30Z'), 0, 'two skipped ticks are no news');
select pg_temp.beat('2026-03-01 14:25Z') \g /dev/null
select is(pg_temp.dispatch('2026-03-01 14:30Z'), 'skipped', 'a third tick');
select is(nightshift.raise_alerts('2026-03-01 14:30:30Z'), 1, 'three in a row are an alert');
select is(
  (select message from raised where event = 'stuck'),
  format('3 ticks in a row were skipped. skipped: task %s of 2026-03-01 13:00 UTC is still running since 2026-03-01 13:00:01 UTC '
    '(overlap policy "skip").', (select answer ->> 'run_id' from run)),
  'that says which task blocks the schedule, and since when');
insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', '2026-03-01 14:33Z');
select is(nightshift.health('half-hourly', '2026-03-01 14:33Z') ->> 'status', 'stuck', 'health is stuck');
select pg_temp.beat('2026-03-01 14:55Z'), pg_temp.dispatch('2026-03-01 15:00Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 15:00:30Z'), 0, 'a fourth is the same trouble, and not told again');

-- It ends

select nightshift.finish_task((pg_temp.task_of('2026-03-01 13:00Z')).id, p_now => '2026-03-01 15:10Z') \g /dev/null
select is(pg_temp.dispatch('2026-03-01 15:30Z'), 'dispatched', 'when it has ended, the next slot is dispatched');
update nightshift.reconcile_steps s set ran_at = '2026-03-01 15:33Z' where s.step = 'reconcile';
select is(
  nightshift.health('half-hourly', '2026-03-01 15:33Z') ->> 'reason',
  format('Task %s has been pending since 2026-03-01 12:00 UTC and cannot come to life any more.', (pg_temp.task_of('2026-03-01 12:00Z')).id),
  'health still tells of the one that was lost');
select nightshift.fail_task((pg_temp.task_of('2026-03-01 12:00Z')).id, 'Nobody came.', '2026-03-01 15:33Z') \g /dev/null
select is(nightshift.health('half-hourly', '2026-03-01 15:33Z') ->> 'status', 'ok', 'when it is ended, health is well');

select * from finish();
rollback;
