-- Test: who watches over the money is told once in a period that a budget nears its end, and that it is spent.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(20);

insert into nightshift.alert_rules (name, webhook_url) values ('ops', 'https://alerts.example.com');
create temp view told as select a.event, a.subject, a.occurrence, a.message, a.data from nightshift.alerts a order by a.created_at, a.id;
select pg_temp.set_budget(:'ours', 1), pg_temp.set_budget(null, null, 10) \g /dev/null
select pg_temp.receive(:'ours', 'our', 30, '2026-03-01 08:00Z') \g /dev/null
create function pg_temp.spend(p_id integer, p_mails integer, p_now text) returns void
language sql as $$
  select pg_temp.settle_calls(pg_temp.claim(p_now, p_mails), p_now, jsonb_build_array(pg_temp.call(p_id, p_mails * 0.1, p_mails)))
$$;

select pg_temp.spend(1, 7, '2026-03-01 12:00Z') \g /dev/null
select is(nightshift.judge_budgets('2026-03-01 12:01Z'), 0, 'at 70 % nothing is said');
select pg_temp.spend(2, 1, '2026-03-01 12:02Z') \g /dev/null
select is(nightshift.judge_budgets('2026-03-01 12:03Z'), 1, 'at 80 % it is noted');
select is(nightshift.raise_alerts('2026-03-01 12:03Z'), 1, 'and alerted');
select results_eq(
  'select event, subject, message from told',
  format($$ values ('near_budget'::text, 'workspace %s: near_budget_of_day'::text,
    'Of the budget of the day 0.8 of 1 USD are spent (80 %%). At 100 %% emails wait.'::text) $$, :'ours'), 'with the figures');
select is((select data -> 'workspace_id' from told), to_jsonb(:'ours'::text), 'and for programs the workspace');
select pg_temp.spend(3, 1, '2026-03-01 12:04Z') \g /dev/null
select is(nightshift.judge_budgets('2026-03-01 12:05Z'), 0, 'once a day');
select is_empty($$ select from stops $$, 'no email is held up yet');
select pg_temp.spend(4, 10, '2026-03-01 12:06Z') \g /dev/null
select is(pg_temp.spent(), array[1.9, 1.9], 'a call may cost more than was set aside for the one email that was left');
select is(pg_temp.count_claimed('2026-03-01 12:07Z'), 0, 'then email waits');
select is(nightshift.raise_alerts('2026-03-01 12:08Z'), 1, 'which is alerted');
select is((select event || ' ' || subject from told offset 1), format('over_budget workspace %s: workspace_budget_of_day', :'ours'), 'as over_budget');
select pg_temp.count_claimed('2026-03-01 18:00Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 18:01Z'), 0, 'once a day');

-- The project's limit stops many workspaces and is told once

insert into public.analyzer_choices (analyzer, model) values ('anthropic', 'model-1');
insert into public.analyzer_admissions (workspace_id) values (:'ours'), (:'theirs');
select pg_temp.receive(:'theirs', 'their', 5, '2026-03-01 08:00Z'), pg_temp.set_budget(null, null, 1.9), pg_temp.set_budget(:'ours', 100) \g /dev/null
select is(pg_temp.count_claimed('2026-03-02 12:00Z'), 0, 'the project''s month is spent');
select is((select count(*) from stops where reason = 'project_budget_of_month'), 2::bigint, 'which both workspaces'' rows say');
select is(nightshift.raise_alerts('2026-03-02 12:01Z'), 1, 'and one alert');
select is((select subject from told offset 2), 'the project: project_budget_of_month', 'about the project');
select is(nightshift.judge_budgets('2026-03-02 12:02Z'), 1, 'its 80 % are noted as well');

-- The end of a run that could do nothing

select nightshift.finish_run((select id from run), null, '2026-03-02 12:03Z') \g /dev/null
select is((select status from public.autonomous_tasks where id = (select id from run)), 'completed', 'a run that read something is completed');
update run set id = pg_temp.start_run('2026-03-02 13:00Z') where true;
select pg_temp.count_claimed('2026-03-02 13:00Z') \g /dev/null
select nightshift.finish_run((select id from run), null, '2026-03-02 13:01Z') \g /dev/null
select results_eq(
  'select t.status, t.error_message from public.autonomous_tasks t where t.id = (select id from run)',
  $$ values ('cancelled'::text, 'Emails wait for a budget, a price or a key in 2 of the workspaces that were due. Their task rows say what to do.'::text) $$,
  'one that could read nothing is cancelled, and says why');
select is(
  (select due_at from nightshift.workspace_turns where workspace_id = :'ours'), '2026-03-02 13:05Z',
  'and no continuation is due, as its email is not');

select * from finish();
rollback;
