-- Test: costs by task type add up to the cent and beyond, as a member sees them.
begin;
\ir ../_helpers/acting.psql
select plan(3);

-- A thousand emails at $0.0045 once added up to $0.00.
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, cost_estimate_usd)
select :'ours', 'continuous_intelligence_update', 'completed', now() - interval '1 day', 0.0045
from generate_series(1, 1000);
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, cost_estimate_usd) values
  (:'ours', 'email_sync', 'completed', now(), 0.15),
  (:'ours', 'email_sync', 'completed', now(), null),
  (:'ours', 'email_sync', 'completed', now() - interval '31 days', 100),
  (:'theirs', 'email_sync', 'completed', now(), 1000);

create function pg_temp.costs() returns table (task_type text, executions bigint, total_cost numeric, avg_cost numeric)
language sql as $$
  select t.task_type, count(*), round(sum(t.cost_estimate_usd), 2), round(avg(t.cost_estimate_usd), 4)
  from public.autonomous_tasks t
  where t.workspace_id = 'a0000000-0000-4000-8000-000000000001'
    and t.executed_at > now() - interval '30 days' and t.cost_estimate_usd is not null
  group by t.task_type
  order by 3 desc
$$;

select results_eq(
  'select * from pg_temp.costs()',
  $$ values
    ('continuous_intelligence_update'::text, 1000::bigint, 4.50::numeric, 0.0045::numeric),
    ('email_sync', 1, 0.15, 0.1500) $$,
  'totals and averages of 30 days by type, rows without a cost left out');
select is(pg_temp.attempt('viewer', 'select * from pg_temp.costs()'), '2', 'a viewer sees the costs of the workspace');
select is(pg_temp.attempt('other_owner', 'select * from pg_temp.costs()'), '0', 'the owner of another workspace sees none');

select * from finish();
rollback;
