-- Test: what members may log, and with which trigger.
begin;
\ir ../_helpers/acting.psql
select plan(8);

select is(
  pg_temp.attempt('member', format(
    'insert into public.autonomous_tasks (workspace_id, task_type, status, triggered_by, agent_name) values ($1, ''email_sync'', ''completed'', %L, ''continuous-intelligence'')', t.name)),
  t.outcome, format('a member who logs a task triggered by %s: %s', t.name, t.outcome))
from (values ('user', '1'), ('api', '1'), ('cron', '1'), ('system', '42501')) as t (name, outcome);
insert into public.autonomous_tasks (workspace_id, task_type, status) values (:'ours', 'data_cleanup', 'running');
select is(
  pg_temp.attempt('member', 'update public.autonomous_tasks set triggered_by = ''system'' where workspace_id = $1'), '42501',
  'a member cannot turn a row into one of the system');
select is(
  pg_temp.attempt('viewer', 'insert into public.autonomous_tasks (workspace_id, task_type) values ($1, ''email_sync'')'), '42501',
  'a viewer logs nothing');
select is(
  pg_temp.attempt('service_role', 'insert into public.autonomous_tasks (workspace_id, task_type, triggered_by) values ($1, ''email_sync'', ''system'')'), '1',
  'the service logs what the system triggers');
select is(
  pg_temp.attempt('member', 'insert into public.autonomous_tasks (workspace_id, task_type) values ($2, ''email_sync'')'), '42501',
  'a member logs nothing for others');

select * from finish();
rollback;
