-- Test: every call is in the ledger once, adds up by day, and is the cost of its workspace's row.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(34);

select pg_temp.set_budget(:'ours', 5) \g /dev/null
select pg_temp.receive(:'ours', 'our', 10, '2026-03-01 08:00Z') \g /dev/null
create temp table claim as select pg_temp.claim('2026-03-01 12:00Z') as answer;
create temp view task as select t.* from public.autonomous_tasks t where t.input_data ->> 'run_id' = (select id::text from run);

-- Settled in two parts

select is(
  (select pg_temp.settle_calls(answer, '2026-03-01 12:00:10Z', jsonb_build_array(pg_temp.call(1, 0.25, 4),
    pg_temp.call(2, 0.000000015, 0) || '{"outcome": "invalid", "tokens_out": null}'), 4) from claim),
  '{"processed": 4, "failed": 0, "stale": 0}'::jsonb, 'four emails are settled with two calls');
select results_eq(
  $$ select workspace_id, run_id, task_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id, outcome, duration_ms,
      emails, created_at from public.ai_usage order by id $$,
  $$ select r.ours, r.run, t.id, 'anthropic'::text, 'model-1'::text, 1000, c.tokens_out, 0, c.usd, 'list:model-1'::text, c.outcome, 800, c.emails,
      '2026-03-01 12:00:10Z'::timestamptz
    from (select 'a0000000-0000-4000-8000-000000000001'::uuid, id from run) as r (ours, run)
    cross join task t
    cross join (values (100, 0.25::numeric(12, 8), 'ok'::text, 4), (null, 0.00000002, 'invalid', 0)) as c (tokens_out, usd, outcome, emails) $$,
  'both are in the ledger, to 8 decimals, with the workspace''s row of the run');
select is(pg_temp.spent(), array[0.25000002, 0.25000002], 'and in the sums of workspace and project');
select is(pg_temp.set_aside(), 0.6, 'what was set aside for the six that are left stays so');
select is((select cost_estimate_usd from task), 0.25000002, 'the row costs what its calls did');
select is((select cost_estimate_usd from public.autonomous_tasks where id = (select id from run)), null, 'the system row has no cost, so that none counts twice');
select is(
  (select pg_temp.settle_calls(answer, '2026-03-01 12:00:11Z', jsonb_build_array(pg_temp.call(1, 0.25, 4)), 4) from claim),
  '{"processed": 0, "failed": 0, "stale": 4}'::jsonb, 'the same once more');
select is(pg_temp.spent() || pg_temp.set_aside(), array[0.25000002, 0.25000002, 0.6], 'counts nothing twice and gives nothing back twice');
select pg_temp.settle_calls(answer, '2026-03-01 12:00:20Z', jsonb_build_array(pg_temp.call(3, 0.5, 6))) from claim \g /dev/null
select is(pg_temp.set_aside(), 0::numeric, 'with the rest nothing is set aside any more');
select is_empty('select from nightshift.budget_reservations', 'and no reservation is left');
select is((select cost_estimate_usd from task), 0.75000002, 'the row''s cost adds up');
select is(
  (select total_cost_usd from public.get_autonomous_task_summary(:'ours', null, 87600)), 0.75000002, 'which the summary shows, undiminished');

-- Calls of email that is somebody else's by now

select pg_temp.receive(:'ours', 'late', 2, '2026-03-01 08:00Z') \g /dev/null
update claim set answer = pg_temp.claim('2026-03-01 12:01Z') where true;
select nightshift.finish_run((select id from run), null, '2026-03-01 12:01:31Z') \g /dev/null
select is((select status from task), 'partial_failure', 'a run ends with email in hand');
select is(
  (select pg_temp.settle_calls(answer, '2026-03-01 12:02Z', jsonb_build_array(pg_temp.call(4, 0.125, 2))) from claim),
  '{"processed": 0, "failed": 0, "stale": 2}'::jsonb, 'its email settles nothing afterwards');
select is(pg_temp.spent() || pg_temp.set_aside(), array[0.87500002, 0.87500002, 0], 'but the money is spent all the same');
select is((select cost_estimate_usd from task), 0.87500002, 'also in the row that had ended');
set local role service_role;
select throws_ok(
  $$ update public.autonomous_tasks t set cost_estimate_usd = 0 where t.cost_estimate_usd > 0 $$, 'PT409', null,
  'which nobody else can put right');
reset role;

-- A run that dies

create temp table second as select pg_temp.start_run('2026-03-01 13:00Z') as id;
update run set id = second.id from second where true;
delete from public.client_emails e where e.workspace_id = :'ours';
select pg_temp.receive(:'ours', 'lost', 3, '2026-03-01 08:00Z') \g /dev/null
update claim set answer = pg_temp.claim('2026-03-01 23:59:40Z') where true;
select is(nightshift.judge_budgets('2026-03-01 23:59:50Z'), 0, 'while its lease holds nothing is booked');
select is(nightshift.judge_budgets('2026-03-02 00:00:20Z'), 1, 'when it has ended what was set aside is booked');
select results_eq(
  $$ select model, cost_usd, price_id, outcome, emails, tokens_in, created_at from public.ai_usage where outcome = 'unknown' $$,
  $$ values ('model-1'::text, 0.3::numeric(12, 8), 'reserved'::text, 'unknown'::text, 3, null::integer, '2026-03-02 00:00:20Z'::timestamptz) $$,
  'as spent in full, outcome unknown');
select is(nightshift.judge_budgets('2026-03-02 00:00:30Z'), 0, 'once');
select is(pg_temp.spent() || pg_temp.set_aside(), array[1.17500002, 1.17500002, 0], 'it counts as spent');
select is((select cost_estimate_usd from task), 0.3, 'and as cost');

select pg_temp.settle_calls(answer, '2026-03-03 09:00Z', jsonb_build_array(pg_temp.call(5, 0.05, 1)), 1) from claim \g /dev/null
select results_eq(
  $$ select cost_usd, emails from public.ai_usage where outcome = 'unknown' $$, $$ values (0.2::numeric(12, 8), 2) $$,
  'a late settle of one email takes its share of that back');
select is(pg_temp.spent(), array[1.12500002, 1.12500002], 'and puts in what it did cost');
select results_eq(
  $$ select day, usd from nightshift.spend_days where workspace_id is null order by day $$,
  $$ values ('2026-03-01'::date, 0.87500002::numeric(16, 8)), ('2026-03-02', 0.25) $$,
  'on the day for which the money was booked');
select pg_temp.settle_calls(answer, '2026-03-03 09:01Z', jsonb_build_array(pg_temp.call(6, 0.04, 2))) from claim \g /dev/null
select is_empty($$ select from public.ai_usage where outcome = 'unknown' $$, 'with the rest nothing unknown is left');
select is(pg_temp.spent(), array[0.96500002, 0.96500002], 'but what it did cost');
select is((select cost_estimate_usd from task), 0.09, 'also in its row');

-- A workspace that is deleted, and ends

delete from public.workspaces w where w.id = :'ours';
select is((select count(*) from public.ai_usage u where u.workspace_id is null), 6::bigint, 'of a deleted workspace the calls stay, without its name');
select is(pg_temp.spent(), array[0, 0.96500002], 'and the project''s sum');
select is(
  (select sum(d.usd) from nightshift.spend_days d where d.workspace_id is null), (select sum(u.cost_usd) from public.ai_usage u),
  'which is that of the ledger');
select nightshift.prune('2027-04-05 12:00Z') \g /dev/null
select is((select count(*) from public.ai_usage), 6::bigint, 'for 400 days the ledger is kept');
select nightshift.prune('2027-04-07 12:00Z') \g /dev/null
select is_empty(
  'select u.id::text from public.ai_usage u union all select d.day::text from nightshift.spend_days d',
  'then it goes, and its sums');

select * from finish();
rollback;
