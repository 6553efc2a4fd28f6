-- Test: a task sets money aside before it spends, within the budgets of its workspace and of the project.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/agents.psql
select plan(40);

create temp table job as select pg_temp.enqueue(:'ours', '2026-03-01 12:00Z') as id;
create temp table run as select pg_temp.start_agent('2026-03-01 12:00Z') as answer;
create function pg_temp.reserve(p_usd numeric, p_now text default '2026-03-01 12:00:10Z', p_task_id uuid default null,
  p_analyzer text default 'anthropic', p_model text default 'model-1') returns jsonb
language sql as $$
  select nightshift.reserve_task_spending((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid,
    coalesce(p_task_id, (select id from job)), p_analyzer, p_model, p_usd, p_now::timestamptz)
  from run
$$;
create function pg_temp.settle(p_reservation jsonb, p_usd numeric, p_now text default '2026-03-01 12:00:20Z') returns jsonb
language sql as $$
  select nightshift.settle_task_spending((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid,
    (p_reservation ->> 'reservation_id')::uuid, p_usd, p_now::timestamptz)
  from run
$$;
create function pg_temp.set_budget(p_workspace_id uuid, p_daily_usd numeric) returns void
language sql as $$
  insert into public.workspace_budgets (workspace_id, daily_usd) values (p_workspace_id, p_daily_usd)
  on conflict on constraint one_budget_for_each_workspace do update set daily_usd = excluded.daily_usd
$$;
create function pg_temp.set_aside() returns numeric
language sql as $$ select trim_scale(coalesce(sum(r.usd), 0)) from nightshift.budget_reservations r where r.booked_at is null $$;

-- Without a budget

select is(pg_temp.reserve(0.05) ->> 'outcome', 'refused', 'without any budget nothing is set aside');
select is(
  pg_temp.reserve(0.05) ->> 'message',
  'Nothing is spent: neither this workspace nor the project has a budget. Set one in workspace_budgets. Without a limit nothing is spent.',
  'and the sentence says what to do');
select is((select count(*) from nightshift.spending_notices), 1::bigint, 'it is noted once');
select is(
  (select array[n.reason, n.event] from nightshift.spending_notices n), array['no_budget_for_tasks', 'failed'], 'as a failed setup');

-- Within the budget of the workspace

select pg_temp.set_budget(:'ours', 0.10) \g /dev/null
create temp table first as select pg_temp.reserve(0.06) as answer;
select is((select answer - 'reservation_id' from first), '{"outcome": "reserved", "message": null}'::jsonb, 'with a budget it is set aside');
select is(pg_temp.set_aside(), 0.06, 'and counts');
select is(
  pg_temp.reserve(0.05) ->> 'message',
  'Nothing is spent: of the daily budget of the workspace (0.10 USD) 0 USD are spent and 0.06 USD set aside, which leaves less than the '
  '0.05 USD that the task asked for. It has to wait until 2026-03-02 00:00 UTC, or until the limit in workspace_budgets is raised.',
  'what is set aside is not given twice');
select is(
  (select n.event from nightshift.spending_notices n where n.reason = 'workspace_budget_of_day_for_tasks'), 'over_budget',
  'which raises the alert of emails that wait for a budget');
select is(pg_temp.reserve(0.04) ->> 'outcome', 'reserved', 'the rest is');
select is(pg_temp.reserve(0) ->> 'outcome', 'reserved', 'and what costs nothing always');

select is(
  (select pg_temp.settle(answer, 0.031) from first), '{"outcome": "settled"}'::jsonb, 'what was spent replaces what was set aside');
select is(pg_temp.set_aside(), 0.04, 'of which nothing is left');
select results_eq(
  $$ select u.id, u.workspace_id, u.run_id, u.task_id, u.analyzer, u.model, u.cost_usd, u.price_id, u.outcome, u.duration_ms, u.emails, u.created_at
    from public.ai_usage u $$,
  $$ select (f.answer ->> 'reservation_id')::uuid, 'a0000000-0000-4000-8000-000000000001'::uuid, (r.answer ->> 'run_id')::uuid, j.id, 'anthropic'::text,
      'model-1'::text, 0.031::numeric(12, 8), 'reported'::text, 'ok'::text, 10000, 0, '2026-03-01 12:00:20Z'::timestamptz
    from first f, run r, job j $$,
  'it is in the ledger, with the task');
select is(
  (select array_agg(trim_scale(d.usd)) from nightshift.spend_days d), array[0.031, 0.031], 'and in the days of workspace and project');
select is((select t.cost_estimate_usd from public.autonomous_tasks t, job where t.id = job.id), 0.031, 'and is the cost of the task');
select is(
  (select pg_temp.settle(answer, 0.031) from first), '{"outcome": "settled"}'::jsonb, 'reported again');
select is((select sum(u.cost_usd) from public.ai_usage u), 0.031, 'it counts once');
select is(
  pg_temp.settle(jsonb_build_object('reservation_id', gen_random_uuid()), 0.01) ->> 'outcome', 'unknown', 'what was never set aside is unknown');
select is(
  (select nightshift.settle_task_spending((r.answer ->> 'run_id')::uuid, gen_random_uuid(), b.id, 0)
    from run r, nightshift.budget_reservations b where b.usd = 0.04) ->> 'outcome',
  'unknown', 'and nobody else reports for a run');

-- Amounts and names

select throws_ok(format($$ select pg_temp.reserve(%s) $$, a.usd), 'PT400',
  format('spending_invalid: usd must be an amount from 0 to 1000 US dollars, and it is %s.', a.told), format('%s USD cannot be', a.told))
from (values ('-0.01', '-0.01'), ('1000.01', '1000.01'), ('null', 'missing'), ($$'NaN'$$, 'NaN'), ($$'Infinity'$$, 'Infinity')) as a (usd, told);
select throws_ok(
  $$ select pg_temp.reserve(0.01, p_analyzer => 'a friend') $$, 'PT400',
  'spending_invalid: analyzer must be one of rules, anthropic, openai-compatible, and it is ''a friend''.', 'an unknown analyzer is told');
select throws_ok(
  $$ select pg_temp.reserve(0.01, p_model => '') $$, 'PT400', 'spending_invalid: model must have 1 to 200 characters.', 'a model has a name');
select pg_temp.set_budget(:'ours', 1000) \g /dev/null
create temp table wrong as select pg_temp.reserve(0.5) as answer, a.usd, a.counts, null::text as message
from (values (-1::numeric, 0.5), (null, 0.5), ('NaN', 0.5), (5000, 5000), (1e9, 9999)) as a (usd, counts);
update wrong w set message = pg_temp.settle(w.answer, w.usd) ->> 'message' where true;
select is(
  w.message || (select trim_scale(u.cost_usd) from public.ai_usage u where u.id = (w.answer ->> 'reservation_id')::uuid),
  format('usd must be an amount from 0 to 1000 US dollars, and it is %s. At least what was set aside counts as spent.%s',
    coalesce(w.usd::text, 'missing'), w.counts),
  format('spent %s USD: %s USD count', coalesce(w.usd::text, 'null'), w.counts))
from wrong w;

-- The project's budget

delete from public.ai_usage where true;
delete from nightshift.spend_days where true;
delete from nightshift.budget_reservations where true;
delete from public.workspace_budgets where true;
select pg_temp.set_budget(null, 1) \g /dev/null
select is(pg_temp.reserve(0.11) ->> 'outcome', 'refused', 'a workspace without a budget of its own may spend a tenth of the project''s');
select is(pg_temp.reserve(0.10) ->> 'outcome', 'reserved', 'and no more');
create temp table own as select pg_temp.enqueue(null, '2026-03-01 12:01Z') as id;
update run set answer = pg_temp.start_agent('2026-03-01 12:01Z') where true;
select is(
  (select pg_temp.reserve(0.91, '2026-03-01 12:01:10Z', id) ->> 'message' from own),
  'Nothing is spent: of the daily budget of the project too much is spent or set aside, which leaves less than the 0.91 USD that the task '
  'asked for. It has to wait until 2026-03-02 00:00 UTC, or until the limit in workspace_budgets is raised.',
  'a task without a workspace spends what the project has left');
select is(
  (select pg_temp.settle(pg_temp.reserve(0.90, '2026-03-01 12:01:10Z', id), 0.7) ->> 'outcome' from own), 'settled', 'up to its limit');
select is(
  (select array_agg(u.workspace_id) from public.ai_usage u), array[null::uuid], 'and no workspace pays for it');
update public.workspace_budgets b set paused = true where true;
select is(
  (select pg_temp.reserve(0, '2026-03-01 12:01:10Z', id) ->> 'message' from own),
  'Nothing is spent: the budget of the project is paused. It has to wait until paused is false in workspace_budgets.',
  'while the budget is paused nothing is spent');

-- Who does not hold the task

update public.workspace_budgets b set paused = false where true;
select is(
  pg_temp.reserve(0.01) ->> 'message', 'Nothing is spent: this run does not hold the task any more. Stop the work.',
  'another run does not spend for a task');
select is(
  (select pg_temp.reserve(0.01, '2026-03-01 12:02Z', id) ->> 'outcome' from own), 'refused', 'nor one whose lease has ended');
update nightshift.jobs j set cancel_requested_at = now() from own where j.task_id = own.id;
select is(
  (select pg_temp.reserve(0.01, '2026-03-01 12:01:10Z', id) ->> 'message' from own),
  'Nothing is spent: the task is being cancelled. Stop the work.', 'nor a task that is being cancelled');
select * from finish();
rollback;
