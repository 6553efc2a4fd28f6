-- Test: rows of a member that claim to be part of a run change nothing about what is spent, by nobody.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(8);

select pg_temp.set_budget(null, 100), pg_temp.receive(:'ours', 'our', 4, '2026-03-01 08:00Z') \g /dev/null
create temp table claim as select pg_temp.claim('2026-03-01 12:00Z', 4) as answer;

-- Our member has read the id of the run in the row of our workspace.

select is(
  pg_temp.attempt('member', format($$
    insert into public.autonomous_tasks (workspace_id, task_type, status, input_data)
    select $1, 'email_sync', 'running', '{"run_id": "%s"}' from generate_series(1, 60)
  $$, (select id from run)), true), '60', 'a member writes 60 rows that claim to be part of the run');

select pg_temp.receive(:'theirs', 'their', 1, '2026-03-01 08:00Z') \g /dev/null
select is(pg_temp.names(pg_temp.claim('2026-03-01 12:00:01Z')), 'their-1', 'the run serves other workspaces all the same');
select is(
  (select pg_temp.settle_calls(answer, '2026-03-01 12:00:02Z', jsonb_build_array(pg_temp.call(1, 0.1)), 1) from claim) -> 'processed', '1'::jsonb,
  'one email is settled');
select is(pg_temp.spent(), array[0.1, 0.1], 'its call counts once');
select is(nightshift.judge_budgets('2026-03-01 12:01Z'), 1, 'when the runner has died what it held is booked');
select is((select count(*) from public.ai_usage where outcome = 'unknown'), 1::bigint, 'once');
select is(pg_temp.spent(), array[0.4, 0.4], 'as spent');
select is((select sum(t.cost_estimate_usd) from public.autonomous_tasks t), 0.4, 'and as the cost of one row');

select * from finish();
rollback;
