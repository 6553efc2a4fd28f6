-- Test: a slot is dispatched once: one dispatch, one task, one request, however often cron calls.
begin;
\ir ../_helpers/schedules.psql
select plan(15);

create temp table answers (n integer primary key, answer jsonb);
insert into answers select 1, nightshift.dispatch('half-hourly', '2026-03-01 12:00:00.2Z');

select is(
  (select answer from answers where n = 1),
  jsonb_build_object('outcome', 'dispatched', 'slot', '2026-03-01 12:00Z'::timestamptz,
    'task_id', (pg_temp.task_of('2026-03-01 12:00Z')).id), 'a tick dispatches its slot');
select results_eq(
  $$ select kind, seq, dispatched_at, request_id is not null
     from public.task_dispatches d join public.task_schedules s on s.id = d.schedule_id where s.name = 'half-hourly' $$,
  $$ values ('tick'::text, 0, '2026-03-01 12:00:00.2Z'::timestamptz, true) $$, 'it leaves one dispatch that knows its request');
select results_eq(
  $$ select workspace_id, task_type, status, input_data, triggered_by, agent_name, executed_at
     from pg_temp.task_of('2026-03-01 12:00Z') $$,
  $$ values (null::uuid, 'email_sync'::text, 'pending'::text,
    jsonb_build_object('batchSizePerWorkspace', 3, 'schedule', 'half-hourly', 'slot', '2026-03-01 12:00Z'::timestamptz),
    'cron'::text, 'email-sync'::text, '2026-03-01 12:00:00.2Z'::timestamptz) $$,
  'and one pending system row that says what, when and for whom');
select is((select count(*) from net.http_request_queue), 1::bigint, 'and one request');

-- Again in the same slot

select is(pg_temp.dispatch(t.at), 'already_dispatched', 'a second call at ' || t.at || ' does nothing')
from unnest(array['2026-03-01 12:00:00.2Z', '2026-03-01 12:00:59Z', '2026-03-01 12:29:59.9Z']) as t (at);
select is(
  (select count(*) from public.autonomous_tasks where task_type = 'email_sync'), 1::bigint, 'there is still one task');
select is((select count(*) from net.http_request_queue), 1::bigint, 'and one request');

-- The next slot, after the task has ended

update public.autonomous_tasks t set status = 'running' where t.id = (pg_temp.task_of('2026-03-01 12:00Z')).id;
update public.autonomous_tasks t set status = 'completed' where t.id = (pg_temp.task_of('2026-03-01 12:00Z')).id;
select is(pg_temp.dispatch('2026-03-01 12:30Z'), 'dispatched', 'the next slot is dispatched');
select is(pg_temp.dispatch('2026-03-01 12:17Z'), 'already_dispatched', 'a call that comes late for the earlier one does nothing');
select is((select count(*) from net.http_request_queue), 2::bigint, 'there are two requests in all');

-- Another schedule

insert into public.task_schedules (name, task_type, cron_expression, target)
values ('another', 'email_sync', '*/30 * * * *', 'another');
select is(pg_temp.dispatch('2026-03-01 12:30Z', 'another'), 'dispatched', 'another schedule has slots of its own');
select throws_ok(
  $$ select nightshift.dispatch('no-such') $$, 'PT404', 'schedule_not_found: there is no schedule "no-such".',
  'a schedule that does not exist is an error in words');
select throws_ok(
  $$ insert into public.task_dispatches (schedule_id, slot, kind)
     select d.schedule_id, d.slot, d.kind from public.task_dispatches d limit 1 $$,
  '23505', null, 'the table itself refuses a second dispatch of a slot');

select * from finish();
rollback;
