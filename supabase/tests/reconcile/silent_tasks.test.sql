-- Test: a dispatched task that somebody marked as running without a lease does not block its schedule for ever.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(4);

select pg_temp.dispatch_and_answer('2026-03-01 12:00Z', 200) \g /dev/null
alter table public.autonomous_tasks disable trigger trigger_autonomous_tasks_updated_at;
update public.autonomous_tasks t
set status = 'running', updated_at = '2026-03-01 12:00:02Z'
where t.id = (pg_temp.latest_dispatch('2026-03-01 12:00Z')).task_id;
alter table public.autonomous_tasks enable trigger trigger_autonomous_tasks_updated_at;

select is(nightshift.judge_runs('2026-03-01 18:00Z'), 0, 'for six hours it may be at work');
select is(nightshift.judge_runs('2026-03-01 18:00:03Z'), 1, 'then it is ended');
select results_eq(
  $$ select t.status, t.error_message from public.autonomous_tasks t
     where t.id = (pg_temp.latest_dispatch('2026-03-01 12:00Z')).task_id $$,
  $$ values ('failed'::text,
    'No sign of life for 6 hours, and no lease: an agent that marks its task by itself must also end it.'::text) $$,
  'with a sentence that says what is asked of an agent');
select is(nightshift.judge_runs('2026-03-01 18:00:04Z'), 0, 'once');

select * from finish();
rollback;
