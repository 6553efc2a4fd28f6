-- Test: a schedule is run by hand beside its slots, whatever its policies say.
begin;
\ir ../_helpers/schedules.psql
select plan(13);

create temp table answers (n serial, answer jsonb);
create temp view dispatches as
select d.slot, d.kind, d.seq, d.dispatched_at, d.request_id, d.task_id, t.status, t.triggered_by, t.input_data
from public.task_dispatches d
join public.task_schedules s on s.id = d.schedule_id and s.name = 'half-hourly'
join public.autonomous_tasks t on t.id = d.task_id;

insert into answers (answer) select nightshift.run_now('half-hourly', '2026-03-01 12:00:40Z');
select is(
  (select answer from answers where n = 1),
  jsonb_build_object('outcome', 'dispatched', 'slot', '2026-03-01 12:00Z'::timestamptz, 'task_id', (select task_id from dispatches)),
  'it is dispatched at once');
select results_eq(
  'select slot, kind, seq, dispatched_at, status, triggered_by from dispatches',
  $$ values ('2026-03-01 12:00Z'::timestamptz, 'manual'::text, 0, '2026-03-01 12:00:40Z'::timestamptz, 'pending'::text, 'user'::text) $$,
  'as a dispatch of its own kind in the minute, by a user');
select is(
  (select input_data ->> 'batchSizePerWorkspace' from dispatches), '3', 'with the payload of the schedule');
select is((select count(*) from net.http_request_queue), 1::bigint, 'and one request');

-- Again, in the same minute

insert into answers (answer) select nightshift.run_now('half-hourly', '2026-03-01 12:00:50Z');
select is((select answer ->> 'outcome' from answers where n = 2), 'dispatched', 'again in the same minute it is dispatched again');
select results_eq(
  'select seq from dispatches order by seq', $$ values (0), (1) $$, 'and counted');
select is((select count(distinct task_id) from dispatches), 2::bigint, 'as a task of its own');

-- Beside the slot of that minute

select is(pg_temp.dispatch('2026-03-01 12:00:59Z'), 'dispatched', 'the tick of that minute is not used up by it');
select is(pg_temp.dispatch('2026-03-01 12:30Z'), 'skipped', 'the next slot waits for it as for any other task');

-- While another task is unfinished, while paused

select is(
  nightshift.run_now('half-hourly', '2026-03-01 12:31Z') ->> 'outcome', 'dispatched', 'it does not wait for unfinished tasks');
update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(
  nightshift.run_now('half-hourly', '2026-03-01 12:32Z') ->> 'outcome', 'dispatched', 'a paused schedule runs by hand too');
delete from vault.secrets s where s.name = 'cron_secret';
select is(
  nightshift.run_now('half-hourly', '2026-03-01 12:33Z') ->> 'outcome', 'not_configured', 'without a secret it says so');
select throws_ok(
  $$ select nightshift.run_now('no-such') $$, 'PT404', 'schedule_not_found: there is no schedule "no-such".',
  'a schedule that does not exist is an error in words');

select * from finish();
rollback;
