-- Test: what a run set aside and never reports counts as spent, and what it reports late corrects that.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/agents.psql
select plan(17);

insert into public.workspace_budgets (workspace_id, daily_usd) values (:'ours', 5);
create temp table job as select pg_temp.enqueue(:'ours', '2026-03-01 12:00Z') as id;
create temp table run as select pg_temp.start_agent('2026-03-01 12:00Z') as answer;
create function pg_temp.reserve(p_usd numeric, p_now text) returns uuid
language sql as $$
  select (nightshift.reserve_task_spending((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid,
    (select id from job), 'anthropic', 'model-1', p_usd, p_now::timestamptz) ->> 'reservation_id')::uuid
  from run
$$;
create function pg_temp.settle(p_id uuid, p_usd numeric, p_now text) returns text
language sql as $$
  select nightshift.settle_task_spending((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, p_id, p_usd,
    p_now::timestamptz) ->> 'outcome'
  from run
$$;
create function pg_temp.spent() returns numeric[]
language sql as $$
  select array[(select trim_scale(sum(u.cost_usd)) from public.ai_usage u),
    (select trim_scale(sum(d.usd)) from nightshift.spend_days d where d.workspace_id is null),
    (select t.cost_estimate_usd from public.autonomous_tasks t, job where t.id = job.id)]
$$;

create temp table lost as select pg_temp.reserve(0.25, '2026-03-01 12:00:10Z') as id union all select pg_temp.reserve(0.5, '2026-03-01 12:00:10Z');
select is(nightshift.judge_budgets('2026-03-01 12:00:29Z'), 0, 'while the lease of the run holds nothing is booked');
select is(nightshift.judge_budgets('2026-03-01 12:00:31Z'), 2, 'when it has ended both are booked');
select is(nightshift.judge_budgets('2026-03-01 12:00:32Z'), 0, 'once');
select is(pg_temp.spent(), array[0.75, 0.75, 0.75], 'in full, and the task costs it');
select results_eq(
  $$ select u.outcome, u.price_id, u.emails, u.created_at, u.task_id from public.ai_usage u, lost where u.id = lost.id and u.cost_usd = 0.25 $$,
  $$ select 'unknown'::text, 'reserved'::text, 0, '2026-03-01 12:00:31Z'::timestamptz, job.id from job $$, 'as what nobody reported');
select is(
  (select pg_temp.settle(b.id, 0.125, '2026-03-02 09:00Z') from nightshift.budget_reservations b where b.usd = 0.25), 'settled',
  'the run reports it the next day all the same');
select is(pg_temp.spent(), array[0.625, 0.625, 0.625], 'then it counts as reported');
select is(
  (select array_agg(d.day) from nightshift.spend_days d where d.workspace_id is null), array['2026-03-01'::date], 'on the day for which it was booked');
select is((select count(*) from nightshift.budget_reservations), 1::bigint, 'only what was never reported is left');

-- A run that ends in an orderly way

select nightshift.finish_agent_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid) from run \g /dev/null
update run set answer = pg_temp.start_agent('2026-03-01 13:00Z') where true;
create temp table unsettled as select pg_temp.reserve(1, '2026-03-01 13:00:10Z') as id;
select nightshift.settle_jobs((r.answer ->> 'run_id')::uuid, (r.answer ->> 'run_token')::uuid,
  jsonb_build_array(jsonb_build_object('task_id', job.id, 'outcome', 'completed', 'cost_usd', 0.5)), 0, 30, '2026-03-01 13:00:20Z')
from run r, job \g /dev/null
select is(pg_temp.spent(), array[0.625, 0.625, 1.125], 'what the work returns is added to what it has spent');
select nightshift.finish_agent_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid) from run \g /dev/null
select is(nightshift.judge_budgets('2026-03-01 13:00:21Z'), 1, 'a run that ends without reporting has spent it');
select is(pg_temp.spent(), array[1.625, 1.625, 2.125], 'also in the task, which has ended');
select is((select pg_temp.settle(id, 0.25, '2026-03-01 13:01Z') from unsettled), 'settled', 'reported afterwards');
select is(pg_temp.spent(), array[0.875, 0.875, 1.375], 'it is corrected there');

-- A workspace that is deleted

update job set id = pg_temp.enqueue(:'ours', '2026-03-01 14:00Z') where true;
update run set answer = pg_temp.start_agent('2026-03-01 14:00Z') where true;
update unsettled set id = pg_temp.reserve(2, '2026-03-01 14:00:10Z') where true;
delete from public.workspaces w where w.id = :'ours';
select is((select pg_temp.settle(id, 0.125, '2026-03-01 14:00:20Z') from unsettled), 'settled', 'what is reported after its deletion');
select is((pg_temp.spent())[1:2], array[1, 1]::numeric[], 'the project pays');
select is((select count(*) from public.ai_usage u where u.workspace_id is not null), 0::bigint, 'and the ledger keeps it without a name');
select * from finish();
rollback;
