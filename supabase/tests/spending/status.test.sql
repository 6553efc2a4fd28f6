-- Test: members see what their workspace may spend and has spent, and nobody else's.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(11);

select pg_temp.receive(:'ours', 'our', 5, now() - interval '1 hour') \g /dev/null
select pg_temp.set_budget(:'ours', 1, 8), pg_temp.set_budget(null, 20) \g /dev/null
create temp table claim as select pg_temp.claim(now()::text, 3) as answer;
select pg_temp.settle_calls(answer, now()::text, jsonb_build_array(pg_temp.call(1, 0.2, 2)), 2) from claim \g /dev/null

create function pg_temp.status_for(p_persona text, p_workspace_id uuid) returns jsonb
language plpgsql as $$
begin
  perform set_config('request.jwt.claims', (
    select jsonb_build_object('role', p.role_name, 'sub', p.user_id)::text from pg_temp.personas p where p.persona = p_persona), true);
  return public.get_budget_status(p_workspace_id);
end
$$;
select is(
  pg_temp.status_for('viewer', :'ours'),
  jsonb_build_array(
    jsonb_build_object('period', 'day', 'period_start', (now() at time zone 'utc')::date, 'limit_usd', 1, 'spent_usd', 0.2,
      'reserved_usd', 0.1, 'percent', 20.0, 'paused', false),
    jsonb_build_object('period', 'month', 'period_start', date_trunc('month', now() at time zone 'utc')::date, 'limit_usd', 8,
      'spent_usd', 0.2, 'reserved_usd', 0.1, 'percent', 2.5, 'paused', false)),
  'a viewer sees limits, what is spent and what is set aside');
select throws_ok(
  format($$ select pg_temp.status_for('other_owner', %L) $$, :'ours'), 'PT403', null, 'another workspace''s owner does not');
select throws_ok(format($$ select pg_temp.status_for('stranger', %L) $$, :'ours'), 'PT403', null, 'nor a stranger');
select throws_ok($$ select pg_temp.status_for('owner', null) $$, 'PT403', null, 'an owner does not see the project''s');
select is(
  pg_temp.status_for('service_role', null) #>> '{0,limit_usd}', '20', 'the service role does');
select is(
  jsonb_path_query_array(pg_temp.status_for('other_owner', :'theirs'), '$[*].limit_usd'), '[2]',
  'a workspace without a budget of its own may spend a tenth of the project''s');
update public.workspace_budgets b set share_percent = 50 where b.workspace_id is null;
select is(
  jsonb_path_query_array(pg_temp.status_for('other_owner', :'theirs'), '$[*].limit_usd'), '[10]', 'or the share that the project gives');
delete from public.workspace_budgets b where b.workspace_id is null;
select is(pg_temp.status_for('service_role', :'theirs'), '[]'::jsonb, 'without any budget there is nothing to see');
insert into public.workspace_budgets (daily_usd) values (20);

-- What cannot be

select throws_ok($$ insert into public.workspace_budgets (workspace_id) values (gen_random_uuid()) $$, '23514', null, 'a budget has a limit');
select throws_ok($$ insert into public.workspace_budgets (daily_usd) values ('NaN') $$, '23514', null, 'which is a number');
select throws_ok($$ insert into public.workspace_budgets (daily_usd) values (5) $$, '23505', null, 'and the project has one budget');

select * from finish();
rollback;
