-- Test: what a tick does while the task of another slot is unfinished.
begin;
\ir ../_helpers/schedules.psql
select plan(13);

select is(pg_temp.dispatch('2026-03-01 12:00Z'), 'dispatched', 'the first slot is dispatched');

-- Policy skip, while the first is pending

select is(pg_temp.dispatch('2026-03-01 12:30Z'), 'skipped', 'while it is pending, the next slot is skipped');
select results_eq(
  $$ select status, error_message from pg_temp.task_of('2026-03-01 12:30Z') $$,
  format($$ values ('cancelled'::text, 'skipped: task %s of 2026-03-01 12:00 UTC is still pending since 2026-03-01 12:00:00 UTC '
    '(overlap policy "skip").'::text) $$,
    (pg_temp.task_of('2026-03-01 12:00Z')).id),
  'its row is cancelled and names the task that is in the way');
select is((select count(*) from net.http_request_queue), 1::bigint, 'no request is sent for it');
select is(pg_temp.dispatch('2026-03-01 12:30Z'), 'already_dispatched', 'a skipped slot is not taken up again');

-- While it is running

update public.autonomous_tasks t set status = 'running' where t.id = (pg_temp.task_of('2026-03-01 12:00Z')).id;
select is(pg_temp.dispatch('2026-03-01 13:00Z'), 'skipped', 'while it is running, the next slot is skipped');

-- Policy allow

update public.task_schedules s set overlap_policy = 'allow' where s.name = 'half-hourly';
select is(pg_temp.dispatch('2026-03-01 13:30Z'), 'dispatched', 'with the policy allow the next slot runs beside it');
select is((pg_temp.task_of('2026-03-01 13:30Z')).status, 'pending', 'as a task of its own');
update public.task_schedules s set overlap_policy = 'skip' where s.name = 'half-hourly';
select is(pg_temp.dispatch('2026-03-01 14:00Z'), 'skipped', 'back with skip, either of the two is in the way');

-- When they have ended, however they ended

update public.autonomous_tasks t set status = 'failed' where t.id = (pg_temp.task_of('2026-03-01 12:00Z')).id;
update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.task_of('2026-03-01 13:30Z')).id;
select is(pg_temp.dispatch('2026-03-01 14:30Z'), 'dispatched', 'once both have ended, the next slot is dispatched');

-- Other schedules and other rows are not in the way

insert into public.task_schedules (name, task_type, cron_expression, target)
values ('another', 'email_sync', '*/30 * * * *', 'another');
select is(pg_temp.dispatch('2026-03-01 14:30Z', 'another'), 'dispatched', 'another schedule is not held up');
insert into public.autonomous_tasks (task_type, status) values ('email_sync', 'running');
update public.autonomous_tasks t set status = 'failed' where t.id = (pg_temp.task_of('2026-03-01 14:30Z')).id;
select is(pg_temp.dispatch('2026-03-01 15:00Z'), 'dispatched', 'a run that no tick started is not in the way');
select is((select count(*) from net.http_request_queue), 5::bigint, 'five requests were sent in all');

select * from finish();
rollback;
