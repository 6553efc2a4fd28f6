-- Test: the kill switch pauses every schedule and nothing else.
begin;
\ir ../_helpers/schedules.psql
select plan(6);

insert into public.task_schedules (name, task_type, cron_expression, target, enabled)
values ('asleep', 'email_sync', '0 3 * * *', 'sync', false);
select count(*)::integer as awake from public.task_schedules s where s.enabled \gset
select is(nightshift.pause_all(), :awake, 'it pauses all that were not paused and counts them');
select is_empty('select from public.task_schedules where enabled', 'no schedule is enabled');
select is_empty(
  $$ select from cron.job where command like 'select nightshift.dispatch(%' $$, 'no pg_cron job dispatches any more');
select isnt_empty(
  $$ select from cron.job where jobname = 'nightshift-reconcile' and active $$, 'what is under way is still reconciled');
select is(pg_temp.dispatch('2026-03-01 12:00Z'), 'disabled', 'a tick that comes all the same does nothing');
select is(nightshift.pause_all(), 0, 'pausing again finds nothing to pause');

select * from finish();
rollback;
