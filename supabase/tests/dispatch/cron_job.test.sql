-- Test: pg_cron holds one job for continuous intelligence and one for reconciliation, and their commands work.
begin;
\ir ../_helpers/schedules.psql
select plan(10);

create temp view job as
select jobid, jobname, schedule, command, active, username from cron.job where jobname = 'continuous-intelligence';

select set_eq(
  'select jobname::text, schedule, command, active, username::text from job',
  $$ values ('continuous-intelligence'::text, '*/30 * * * *'::text,
    'select nightshift.dispatch(''continuous-intelligence'')'::text, true, 'postgres'::text) $$,
  'one active job of that name calls dispatch every 30 minutes as postgres');
select results_eq(
  $$ select name, task_type, cron_expression, target, payload, enabled, overlap_policy from public.task_schedules
     where name = 'continuous-intelligence' $$,
  $$ values ('continuous-intelligence'::text, 'continuous_intelligence_update'::text, '*/30 * * * *'::text,
    'continuous-intelligence'::text, '{"batchSizePerWorkspace": 10, "maxWorkspaces": 50}'::jsonb, true, 'skip'::text) $$,
  'the schedule of that name says what it does');
select is((select schedule from job), (select cron_expression from public.task_schedules where name = 'continuous-intelligence'),
  'job and schedule agree on when');
select results_eq(
  $$ select schedule, command, active, username::text from cron.job where jobname = 'nightshift-reconcile' $$,
  $$ values ('* * * * *'::text, 'select nightshift.reconcile()'::text, true, 'postgres'::text) $$,
  'one active job calls reconcile every minute as postgres');

-- The migration runs again, over settings that somebody changed

update public.task_schedules s
set cron_expression = '0 * * * *', payload = '{"maxWorkspaces": 5}'
where s.name = 'continuous-intelligence';
create temp table before as select jobid from job;
\o /dev/null
\ir ../../migrations/20261122001900_built_in_schedules.sql
\o
select results_eq(
  'select jobid, schedule from job', $$ select jobid, '0 * * * *'::text from before $$,
  'the same job, once, now follows the changed schedule');
select is(
  (select payload from public.task_schedules where name = 'continuous-intelligence'), '{"maxWorkspaces": 5}'::jsonb,
  'the changed schedule keeps its settings');
select is((select count(*) from public.task_schedules where name = 'continuous-intelligence'), 1::bigint, 'there is still one');

-- The command, as cron runs it

do $$
begin
  execute (select command from job);
end
$$;
select is((select count(*) from net.http_request_queue), 1::bigint, 'the command of the job sends one request');
select results_eq(
  $$ select t.task_type, t.status, t.triggered_by, t.agent_name
     from public.autonomous_tasks t join public.task_dispatches d on d.task_id = t.id $$,
  $$ values ('continuous_intelligence_update'::text, 'pending'::text, 'cron'::text, 'continuous-intelligence'::text) $$,
  'and leaves its pending task');

-- The other command

do $$
begin
  execute (select command from cron.job where jobname = 'nightshift-reconcile');
end
$$;
select is((select count(*) from net.http_request_queue), 1::bigint, 'the command of reconciliation sends nothing twice');

select * from finish();
rollback;
