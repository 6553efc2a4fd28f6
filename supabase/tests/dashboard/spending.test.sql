-- Test: members see what was spent on what and when a budget ends, and managers stop spending.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/mail.psql
select plan(15);

create function pg_temp.spending(p_persona text) returns jsonb
language sql as $$ select pg_temp.ask(p_persona, 'public.get_spending(''a0000000-0000-4000-8000-000000000001'')') $$;
create function pg_temp.call(p_workspace_id uuid, p_model text, p_usd numeric, p_outcome text default 'ok',
  p_at timestamptz default now()) returns uuid
language sql as $$
  insert into public.ai_usage (id, workspace_id, analyzer, model, tokens_in, tokens_out, cost_usd, price_id, outcome, emails, created_at)
  values (gen_random_uuid(), p_workspace_id, 'anthropic', p_model, 100, 10, p_usd, 'x', p_outcome, 1, p_at) returning id
$$;

select pg_temp.call(:'ours', 'small', 0.25) from generate_series(1, 4) \g /dev/null
select pg_temp.call(:'ours', 'large', 3, 'invalid') as wrong_call \gset
select pg_temp.call(:'ours', 'small', 9, 'ok', now() - interval '40 days') \g /dev/null
select pg_temp.call(:'theirs', 'secret-model', 70) \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, cost_estimate_usd) values
  (:'ours', 'campaign_optimization', 'completed', now(), 2), (:'ours', 'email_sync', 'completed', now() - interval '2 days', 1),
  (:'theirs', 'monthly_summary', 'completed', now(), 500);

select is(pg_temp.spending('viewer') #> '{calls,models}', '[
  {"model": "large", "usd": 3.00000000, "calls": 1, "failed": 1, "tokens_in": 100, "tokens_out": 10},
  {"model": "small", "usd": 1.00000000, "calls": 4, "failed": 0, "tokens_in": 400, "tokens_out": 40}]', 'a viewer sees what each model cost');
select is(pg_temp.spending('viewer') #> '{tasks,types}', '[{"task_type": "campaign_optimization", "usd": 2, "tasks": 1},
  {"task_type": "email_sync", "usd": 1, "tasks": 1}]', 'and each type of task');
select is(jsonb_array_length(pg_temp.spending('viewer') #> '{tasks,days}'), 2, 'and each day');
select unalike(pg_temp.spending('owner')::text, '%secret-model%', 'nothing of another workspace');
select is(array[pg_temp.spending('stranger'), pg_temp.spending('other_owner')], array[null, null]::jsonb[], 'a stranger gets nothing');
select is(pg_temp.attempt('member', 'select public.get_spending($1, 181)'), 'PT400 range_invalid', 'a range is bounded');

-- The ledger is corrected
update public.ai_usage u set cost_usd = 1 where u.id = :'wrong_call';
select nightshift.fold_task_hours() \g /dev/null
delete from public.ai_usage u where u.model = 'small' and u.workspace_id = :'ours' and u.created_at > now() - interval '1 day';
select is(pg_temp.spending('viewer') #> '{calls,models}', '[{"model": "large", "usd": 1.00000000, "calls": 1, "failed": 1, "tokens_in": 100,
  "tokens_out": 10}]', 'changes of the ledger are in the sums at once');

-- Budgets

create function pg_temp.foresee(p_now timestamptz) returns jsonb
language sql as $$
  select jsonb_agg(b.one -> 'ends_at') from jsonb_array_elements(nightshift.foresee_budgets('a0000000-0000-4000-8000-000000000001', p_now)) as b (one)
$$;
insert into public.workspace_budgets (workspace_id, daily_usd, monthly_usd) values (:'ours', 12, 30);
delete from nightshift.spend_days where usd > 0;
insert into nightshift.spend_days (workspace_id, day, usd) values (:'ours', '2026-03-10', 6), (:'ours', '2026-03-01', 12);
select is(pg_temp.foresee('2026-03-10 06:00Z'), '["2026-03-10T12:00:00+00:00", "2026-03-16T10:00:00+00:00"]',
  'at this pace the budget of the day ends at noon, and that of the month in six days');
select is(pg_temp.foresee('2026-03-10 18:00Z'), '[null, "2026-03-17T06:00:00+00:00"]', 'a budget that outlives its period does not end');
insert into nightshift.budget_reservations (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
values (gen_random_uuid(), :'ours', gen_random_uuid(), 'anthropic', 'x', 6, array[gen_random_uuid()], now());
select is(pg_temp.foresee('2026-03-10 06:00Z') -> 0, '"2026-03-10T06:00:00+00:00"', 'what is set aside counts');

-- The brake

select is(array[pg_temp.attempt('member', 'select public.brake_spending($1)'), pg_temp.attempt('stranger', 'select public.brake_spending($1)')],
  array['PT403 forbidden', 'PT404 workspace_not_found'], 'only managers brake');
select is(pg_temp.ask('admin', format('public.brake_spending(%L)', :'ours')) #>> '{0,paused}', 'true', 'an admin stops the spending');
select is((select r.reason from nightshift.find_room(:'ours', 1, array['Nothing is read', 'it may cost', 'They wait'], now()) r), 'workspace_paused',
  'and then there is no room for any');
select is(pg_temp.ask('owner', format('public.brake_spending(%L, false)', :'ours')) #>> '{0,paused}', 'false', 'the owner releases the brake');

-- Waiting

insert into nightshift.spending_notices (workspace_id, reason, period_start, event, subject, message, noted_at)
values (:'ours', 'workspace_budget_of_day', (now() at time zone 'utc')::date, 'over_budget', 'x', 'Too little is left.', clock_timestamp());
select pg_temp.receive(:'ours', 'our', 3, now()) \g /dev/null
select is((pg_temp.spending('viewer') -> 'waiting') - 'since', '{"message": "Too little is left.", "emails": 3}', 'emails that wait for money are counted');

select * from finish();
rollback;
