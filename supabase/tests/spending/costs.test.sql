-- Test: the report of costs counts every dollar once, by the models that were called.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(9);

select pg_temp.set_budget(:'ours', 5), pg_temp.receive(:'ours', 'our', 3, now() - interval '1 hour') \g /dev/null
update run set id = pg_temp.start_run(now()) where true;
create temp table claim as select pg_temp.claim(now()::text) as answer;
select pg_temp.settle_calls(answer, now()::text, jsonb_build_array(
  pg_temp.call(1, 0.2), pg_temp.call(2, 0.1) || '{"model": "model-2"}', pg_temp.call(3, 0.05) || '{"model": "model-2", "outcome": "retryable"}'))
from claim \g /dev/null
select nightshift.finish_run((select id from run)) \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type, status, output_data, cost_estimate_usd, agent_name)
values (:'ours', 'email_sync', 'completed', '{"model": "model-2"}', 1, 'n8n');

select set_config('request.jwt.claims', '{"role": "service_role"}', true) \g /dev/null
create temp table report as select public.report_costs() -> 'costs' as costs;
select is(costs ->> 'total', '1.35000000', 'the total is every call and every logged cost, once') from report;
select is(
  costs -> 'by_model',
  '[{"key": "model-2", "tasks": 2, "cost_usd": 1.15}, {"key": "model-1", "tasks": 1, "cost_usd": 0.2}]'::jsonb,
  'by model our own runs count as the ledger says, others as they said') from report;
select is(
  costs -> 'by_type',
  '[{"key": "email_sync", "tasks": 1, "cost_usd": 1}, {"key": "continuous_intelligence_update", "tasks": 1, "cost_usd": 0.35}]'::jsonb,
  'by type a task with two models counts once') from report;
select is((costs #>> '{by_day,0,cost_usd}')::numeric, 1.35, 'the day has the total') from report;
select is(
  (select sum(s.total_cost_usd) from public.get_autonomous_task_summary(:'ours') s), 1.35, 'which is that of the summary');

-- An agent's task that has spent, and whose work returned a cost besides

insert into public.ai_usage (id, workspace_id, task_id, analyzer, model, cost_usd, price_id, outcome, emails)
select gen_random_uuid(), t.workspace_id, t.id, 'anthropic', m.model, m.usd, 'reported', 'ok', 0
from public.autonomous_tasks t, (values ('model-1', 0.25), ('model-3', 0.25)) as m (model, usd)
where t.agent_name = 'n8n';
select is(
  public.report_costs(p_agent_name => 'n8n') -> 'costs' -> 'by_model',
  '[{"key": "model-2", "tasks": 1, "cost_usd": 0.5}, {"key": "model-1", "tasks": 1, "cost_usd": 0.25}, {"key": "model-3", "tasks": 1, "cost_usd": 0.25}]'::jsonb,
  'by model such a task counts as the ledger says, and the rest as it said');
select is((public.report_costs(p_agent_name => 'n8n') #>> '{costs,total}')::numeric, 1::numeric, 'in all as its row says');
select is(public.report_costs(p_agent_name => 'n8n') #> '{costs,by_type,0,tasks}', '1', 'as one task');
select is(
  (select array_agg(s.value ->> 'task_type') from jsonb_array_elements(
    public.summarize_tasks(:'ours', p_agent_name => 'n8n') -> 'summary') as s (value)),
  array['email_sync'], 'and the summary of an agent has its tasks alone');

select * from finish();
rollback;
