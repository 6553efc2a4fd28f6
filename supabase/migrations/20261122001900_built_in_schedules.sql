-- Built-in schedules: continuous intelligence every 30 minutes, and reconciliation every minute.
--
-- A named cron.schedule replaces the job of the same name, so running this again changes nothing.
-- An existing schedule keeps its settings.
-- Locks: none. Time: milliseconds.

insert into public.task_schedules (name, task_type, cron_expression, target, payload, max_parallel_runs)
values (
  'continuous-intelligence', 'continuous_intelligence_update', '*/30 * * * *', 'continuous-intelligence',
  '{"batchSizePerWorkspace": 10, "maxWorkspaces": 50}', 4
)
on conflict (name) do nothing;

select cron.schedule(s.name, s.cron_expression, format('select nightshift.dispatch(%L)', s.name))
from public.task_schedules s
where s.name = 'continuous-intelligence' and s.enabled;

select cron.schedule('nightshift-reconcile', '* * * * *', 'select nightshift.reconcile()');
