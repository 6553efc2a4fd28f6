-- Test: the timeline says where a budget stopped a run, and the workspace's own row what to do.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/spending.psql
select plan(4);

select pg_temp.receive(:'ours', 'our', 2, '2026-03-01 08:00Z') \g /dev/null
select pg_temp.set_budget(:'ours', 0.05) \g /dev/null
update public.task_schedules s set task_type = 'continuous_intelligence_update' where s.name = 'half-hourly';
select pg_temp.dispatch_and_answer('2026-03-01 12:00Z', 202), nightshift.judge_dispatches('2026-03-01 12:00:02Z') \g /dev/null
update run set id = (nightshift.start_run((pg_temp.task_of('2026-03-01 12:00Z')).id, p_now => '2026-03-01 12:00:03Z') ->> 'run_id')::uuid where true;
select is(pg_temp.count_claimed('2026-03-01 12:00:04Z'), 0, 'a run may not spend what is asked for');
select nightshift.finish_run((select id from run), null, '2026-03-01 12:00:05Z') \g /dev/null

select results_eq(
  $$ select l.request_verdict, l.task_status, l.verdict, l.explanation from public.task_timeline l where l.schedule = 'half-hourly' $$,
  $$ values ('accepted'::text, 'cancelled'::text, 'cancelled'::text,
    'Emails wait for a budget, a price or a key in 1 of the workspaces that were due. Their task rows say what to do.'::text) $$,
  'its slot was reached, and cancelled for want of money');
select is(
  nightshift.health('half-hourly', '2026-03-01 12:04Z') ->> 'status', 'unknown', 'a monitor is not alarmed by a budget that does its work');
select is(
  pg_temp.attempt('member', $$ select from public.autonomous_tasks t where t.error_message like 'Emails are not read: of the daily budget%' $$),
  '1', 'a member reads why in a row of the workspace');

select * from finish();
rollback;
