-- Test: no more email is handed to a model than a budget covers; whatever cannot be told stops.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(45);

select pg_temp.receive(:'ours', 'our', 20, '2026-03-01 08:00Z'), pg_temp.receive(:'theirs', 'their', 3, '2026-03-01 09:00Z') \g /dev/null

-- Without a budget

select is(pg_temp.count_claimed('2026-03-01 12:00Z'), 3, 'without any budget only the rules'' email is handed out');
select results_eq('select workspace_id, status, reason from stops', format($$ values (%L::uuid, 'failed', 'no_budget') $$, :'ours'),
  'the workspace has a row that says so');
select matches(
  (select error_message from stops), '^Emails are not read: neither this workspace nor the project has a budget\. Set one in workspace_budgets',
  'and what to do');
select results_eq('select agent_name, triggered_by from stops', $$ values ('continuous-intelligence'::text, 'api'::text) $$, 'in the name of the run');
select is(pg_temp.count_claimed('2026-03-01 12:06Z'), 3, 'later it is looked at again; theirs, unsettled, comes back');
select is((select count(*) from stops), 1::bigint, 'but said once a day');
select pg_temp.count_claimed('2026-03-02 12:00Z') \g /dev/null
select is((select count(*) from stops), 2::bigint, 'and again the next day');
delete from public.client_emails e where e.workspace_id = :'theirs';

-- Setting one wakes the workspace at once

select is((select due_at from nightshift.workspace_turns where workspace_id = :'ours'), '2026-03-02 12:05Z', 'a stopped workspace is looked at after 5 minutes');
select pg_temp.set_budget(:'ours', 1) \g /dev/null
select is((select due_at from nightshift.workspace_turns where workspace_id = :'ours'), '-infinity', 'or when a budget was set');

-- As many emails as the money lasts for

select is(pg_temp.count_claimed('2026-03-02 12:01Z'), 10, 'of 20 emails at 0.10 USD a budget of 1 USD covers 10');
select is(pg_temp.set_aside(), 1.0, 'whose price is set aside');
select results_eq(
  'select workspace_id, run_id, analyzer, model, usd_per_mail, cardinality(email_ids) from nightshift.budget_reservations',
  format($$ values (%L::uuid, %L::uuid, 'anthropic'::text, 'model-1'::text, 0.10::numeric(12, 8), 10) $$, :'ours', (select id from run)), 'by claim and workspace');
select is(pg_temp.count_claimed('2026-03-02 12:02Z'), 0, 'the next claim gets none');
select results_eq('select status, reason from stops offset 2', $$ values ('cancelled', 'workspace_budget_of_day') $$, 'and the workspace a row');
select is(
  (select error_message from stops offset 2),
  'Emails are not read: of the daily budget of the workspace (1 USD) 0 USD are spent and 1 USD set aside, which leaves less than the 0.1 USD that an email may cost. They wait until 2026-03-03 00:00 UTC, or until the limit in workspace_budgets is raised.',
  'with the figures');

-- The tightest limit counts, of the project or the workspace, of the day or the month

select pg_temp.set_budget(:'ours', 5, 5) \g /dev/null
select is(pg_temp.count_claimed('2026-03-02 12:01:29Z'), 10, 'with 5 USD the other 10 emails are handed out');
delete from public.client_emails e where e.workspace_id = :'ours';
delete from nightshift.budget_reservations r where r.booked_at is null;
select pg_temp.receive(:'ours', 'more', 50, '2026-03-02 08:00Z') \g /dev/null
create function pg_temp.would_claim(p_daily numeric, p_monthly numeric, p_project_daily numeric, p_project_monthly numeric, p_price numeric)
returns integer
language plpgsql as $$
declare
  v_claimed integer;
begin
  perform pg_temp.set_budget('a0000000-0000-4000-8000-000000000001', p_daily, p_monthly);
  if num_nonnulls(p_project_daily, p_project_monthly) > 0 then
    perform pg_temp.set_budget(null, p_project_daily, p_project_monthly);
  end if;
  update price set usd = p_price where true;
  v_claimed := pg_temp.count_claimed('2026-03-02 13:00Z');
  raise exception using errcode = 'UNDO0', message = v_claimed;
exception when sqlstate 'UNDO0' then
  return sqlerrm::integer;
end
$$;
select is(pg_temp.would_claim(c.daily, c.monthly, c.project_daily, c.project_monthly, c.price), c.claimed, c.what)
from (values
  (1, null, null, null, 0.05, 20, 'the day of the workspace'),
  (1, 0.5, null, null, 0.05, 10, 'the month of the workspace, where it is tighter'),
  (1, null, 0.3, null, 0.05, 6, 'the day of the project, where it is tighter'),
  (1, null, null, 0.2, 0.05, 4, 'the month of the project, where it is tighter'),
  (1, 1, 1, 1, 0.3, 3, 'an email that does not fit whole does not fit'),
  (0, null, null, null, 0.05, 0, 'a limit of zero lets nothing through'),
  (0, null, null, null, 0, 50, 'except what costs nothing'),
  (1000, null, null, null, 0.05, 50, 'plenty of money lets everything through'),
  (1, null, null, null, 0.000000001, 50, 'a price below the ledger''s last digit is rounded up, not away')
) as c (daily, monthly, project_daily, project_monthly, price, claimed, what);

-- The rest of a budget that the ledger could not hold in one row

update price set usd = 500 where true;
select is(pg_temp.would_claim(1000000, null, null, null, 500), 19, 'no claim sets aside more than the ledger can book at once');
update price set usd = 0.05 where true;

-- What the project spends is not told to members

insert into public.workspace_budgets (daily_usd) values (0.04);
select pg_temp.count_claimed('2026-03-02 12:50Z') \g /dev/null
select is(
  (select error_message from stops where reason = 'project_budget_of_day'),
  'Emails are not read: of the daily budget of the project too much is spent or set aside, which leaves less than the 0.05 USD that an email may cost. They wait until 2026-03-03 00:00 UTC, or until the limit in workspace_budgets is raised.',
  'the row says that the project''s budget is spent, without its figures');
delete from public.workspace_budgets b where b.workspace_id is null;

-- A change wakes whom it concerns

create function pg_temp.woken() returns text
language sql as $$
  with woken as (
    select coalesce(string_agg(w.name, ' and ' order by w.name), 'nobody') as names
    from nightshift.workspace_turns t join public.workspaces w on w.id = t.workspace_id where t.due_at = '-infinity'
  ), again as (update nightshift.workspace_turns t set due_at = '2026-03-02 23:00Z' where true)
  select woken.names from woken
$$;
select pg_temp.receive(:'theirs', 'waiting', 1, '2026-03-02 08:00Z'), pg_temp.woken() \g /dev/null
select pg_temp.set_budget(:'ours', 2) \g /dev/null
select is(pg_temp.woken(), 'Ours', 'a budget of a workspace wakes that workspace alone');
insert into public.analyzer_choices (workspace_id, analyzer) values (:'theirs', 'rules');
select is(pg_temp.woken(), 'Theirs', 'and so does a choice');
delete from public.analyzer_choices c where c.workspace_id = :'theirs';
select is(pg_temp.woken(), 'Theirs', 'or that it is taken back');
insert into public.workspaces (name) values ('Gone');
delete from public.workspaces w where w.name = 'Gone';
select is(pg_temp.woken(), 'nobody', 'a workspace that is deleted wakes nobody');
insert into public.workspace_budgets (daily_usd) values (10);
select is(pg_temp.woken(), 'Ours and Theirs', 'a budget of the project wakes all');
delete from public.workspace_budgets b where b.workspace_id is null;
select pg_temp.woken() \g /dev/null
insert into public.model_prices values ('model-1', 1, 1, 1);
select is(pg_temp.woken(), 'Ours and Theirs', 'and so does a price');
delete from public.client_emails e where e.workspace_id = :'theirs';

-- Paused

update public.workspace_budgets b set paused = true where b.workspace_id = :'ours';
select is(pg_temp.count_claimed('2026-03-02 13:00Z'), 0, 'a paused budget lets nothing through');
select is((select reason from stops order by executed_at desc limit 1), 'workspace_paused', 'and says so');
update public.workspace_budgets b set paused = false where b.workspace_id = :'ours';
insert into public.workspace_budgets (daily_usd, paused) values (100, true);
select is(pg_temp.count_claimed('2026-03-02 13:00Z'), 0, 'neither does a paused project');
delete from public.workspace_budgets b where b.workspace_id is null;

-- Prices that are missing

update price set usd = null, problem = 'not_configured' where true;
select is(pg_temp.count_claimed('2026-03-02 13:10Z'), 0, 'without a key nothing is handed out');
select results_eq(
  $$ select status, reason from stops where reason = 'not_configured' $$, $$ values ('failed', 'not_configured') $$, 'and a failed row says so');
update price set problem = 'unknown_price' where true;
select is(pg_temp.count_claimed('2026-03-02 13:20Z'), 0, 'nor without a price');
update price set problem = null where true;
select is(pg_temp.count_claimed('2026-03-02 13:30Z'), 0, 'nor where the price is null without a reason');
update price set usd = -1 where true;
select is(pg_temp.count_claimed('2026-03-02 13:40Z'), 0, 'nor below zero');
select matches(
  (select error_message from stops where reason = 'unknown_price'), '^Emails are not read: nobody knows what model-1 costs\. Put its price into model_prices',
  'the row says where a price is put');
select is((select count(*) from stops where reason = 'unknown_price'), 1::bigint, 'once a day');
select is(
  jsonb_array_length(nightshift.claim_emails((select id from run), p_now => '2026-03-02 13:50Z') -> 'emails'), 0,
  'a caller that names no prices gets no such email either');

-- Without email nothing is stopped

delete from public.client_emails e where e.workspace_id = :'ours';
select pg_temp.set_budget(:'ours', 0), nightshift.mark_workspaces_due(array[:'ours'::uuid], '-infinity') \g /dev/null
update price set usd = 1 where true;
select pg_temp.count_claimed('2026-03-04 12:00Z') \g /dev/null
select is_empty($$ select from stops where executed_at >= '2026-03-04' $$, 'where no email waits nobody is told that it does');

select * from finish();
rollback;
