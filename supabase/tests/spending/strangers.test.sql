-- Test: a stranger who creates a workspace spends nothing of the project's money, and a workspace never all of it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(14);

delete from public.analyzer_choices c where c.workspace_id = :'ours';
insert into public.analyzer_choices (analyzer, model) values ('anthropic', 'model-1');
select pg_temp.set_budget(null, 10) \g /dev/null
select pg_temp.attempt('stranger', 'select public.create_workspace(''New'')', true) \g /dev/null
create temp table strange as select w.id from public.workspaces w where w.name = 'New';
select pg_temp.receive(id, 'strange', 100, '2026-03-01 08:00Z') from strange \g /dev/null

-- Not admitted

create temp table claim as select pg_temp.claim('2026-03-01 12:00Z', 100) as answer;
select is((select jsonb_array_length(answer -> 'emails') from claim), 100, 'the emails of a new workspace are claimed');
select is((select answer -> 'choices' from claim), '{}', 'and the rules read them, although the default costs money');
select is(pg_temp.set_aside(), 0::numeric, 'nothing is set aside for them');
select is_empty('select from stops', 'and nobody is told that something is missing');
select is(
  pg_temp.attempt(p.persona, format('insert into public.analyzer_admissions (workspace_id) values (%L)', (select id from strange))), '42501',
  p.persona || ' cannot admit a workspace')
from unnest(array['stranger', 'owner']) as p (persona);

-- Admitted, without a budget of its own

select pg_temp.receive(:'ours', 'our', 100, '2026-03-01 09:00Z') \g /dev/null
insert into public.analyzer_admissions (workspace_id) values (:'ours');
create temp table admitted as select pg_temp.claim('2026-03-01 12:00:05Z', 100) as answer;
select is(
  (select answer #>> array['choices', :'ours', 'model'] from admitted), 'model-1', 'an admitted workspace follows the default');
select is(
  (select jsonb_array_length(answer -> 'emails') from admitted), 10, 'but without a budget of its own only for a tenth of the project''s');
select is(pg_temp.set_aside(), 1.0, 'which is set aside');
select is(pg_temp.count_claimed('2026-03-01 12:00:10Z'), 0, 'more is not handed out');
select is((select reason from stops where workspace_id = :'ours'), 'workspace_budget_of_day', 'as its row says');
update public.workspace_budgets b set share_percent = 30 where b.workspace_id is null;
select is(pg_temp.count_claimed('2026-03-01 12:00:15Z'), 20, 'a larger share wakes it');
select pg_temp.set_budget(:'ours', 4) \g /dev/null
select is(pg_temp.count_claimed('2026-03-01 12:00:20Z'), 10, 'a budget of its own replaces the share');
delete from public.analyzer_admissions a where a.workspace_id = :'ours';
select is(
  jsonb_array_length(pg_temp.claim('2026-03-01 12:00:25Z') -> 'emails'), 50, 'no longer admitted, its other emails are read by the rules');

select * from finish();
rollback;
