-- Test: a finished task stays as it was recorded: the same end told again is answered, another is rejected.
begin;
\ir ../_helpers/acting.psql
select plan(20);

insert into public.autonomous_tasks
  (id, workspace_id, task_type, status, input_data, output_data, error_message, executed_at, completed_at,
    triggered_by, agent_name, cost_estimate_usd)
values (
  'd0000000-0000-4000-8000-000000000001', :'ours', 'email_sync', 'partial_failure', '{"a": 1}', '{"b": 2}', 'One failed.',
  '2026-03-01 10:00:00Z', '2026-03-01 10:00:01Z', 'user', 'example', 0.15
);
create temp table recorded as table public.autonomous_tasks;

-- The member who finishes twice

select is(
  pg_temp.attempt('member', $$
    update public.autonomous_tasks
    set status = 'partial_failure', output_data = '{"b": 2}', error_message = 'One failed.', cost_estimate_usd = 0.150
    where workspace_id = $1
    $$, true),
  '1', 'the same end told again is no error');
select results_eq('table public.autonomous_tasks', 'table recorded', 'the stored row is what it was, to the last column');

select is(
  pg_temp.attempt('member', $$
    update public.autonomous_tasks set status = 'partial_failure', completed_at = '2026-03-01 11:00Z' where workspace_id = $1
    $$, true),
  '1', 'the same end told again later is no error');
select results_eq('table public.autonomous_tasks', 'table recorded', 'the end first recorded stays');

-- The member who contradicts

select is(
  pg_temp.attempt('member', format('update public.autonomous_tasks set %s where workspace_id = $1', c.change)),
  'PT409 task_already_finished', 'a finished task refuses ' || c.what)
from (values
  ('another status', 'status = ''completed'''),
  ('no end any more', 'status = ''running'', completed_at = null'),
  ('another output', 'output_data = ''{"b": 3}'''),
  ('no output', 'output_data = null'),
  ('another input', 'input_data = ''{"a": 2}'''),
  ('another message', 'error_message = ''Two failed.'''),
  ('no message', 'error_message = null'),
  ('another cost', 'cost_estimate_usd = 0.16'),
  ('no cost', 'cost_estimate_usd = null'),
  ('another task type', 'task_type = ''lead_scoring_batch'''),
  ('another agent', 'agent_name = ''other'''),
  ('another trigger', 'triggered_by = ''api''')
) as c (what, change);

-- The service role is held to it as well

select is(
  pg_temp.attempt('service_role', $$ update public.autonomous_tasks set output_data = '{"b": 3}' where workspace_id = $1 $$),
  'PT409 task_already_finished', 'the service role cannot contradict either');
select is(
  pg_temp.attempt('service_role', 'update public.autonomous_tasks set workspace_id = $2 where workspace_id = $1'),
  'PT409 task_already_finished', 'the service role cannot move a finished task into another workspace');
select is(
  pg_temp.attempt('service_role', $$
    update public.autonomous_tasks
    set executed_at = '2020-01-01Z', duration_ms = 1, created_at = '2020-01-01Z', updated_at = '2020-01-01Z'
    where workspace_id = $1
    $$, true),
  '1', 'other stamps for a finished task are no error');
select results_eq('table public.autonomous_tasks', 'table recorded', 'and none of them is taken over');

select * from finish();
rollback;
