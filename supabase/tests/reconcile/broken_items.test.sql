-- Test: an item that cannot be handled stops no other, leaves its error, and is alerted once.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
select plan(9);

set local client_min_messages = error;
insert into public.task_schedules (name, task_type, cron_expression, target) values ('another', 'email_sync', '*/30 * * * *', 'sync');
select pg_temp.dispatch('2026-03-01 12:00Z'), pg_temp.dispatch('2026-03-01 12:00Z', 'another') \g /dev/null
select pg_temp.answer(d.request_id, '2026-03-01 12:00:01Z', 401) from public.task_dispatches d \g /dev/null

-- One dispatch cannot be judged

create function pg_temp.refuse() returns trigger language plpgsql as $$ begin raise exception 'Not this one.'; end $$;
create trigger refuse before update on public.task_dispatches for each row
when (old.detail is null and new.verdict = 'refused') execute function pg_temp.refuse();
update public.task_dispatches d set detail = '' where d.id = (pg_temp.latest_dispatch('2026-03-01 12:00Z', 'another')).id;
select is(nightshift.reconcile('2026-03-01 12:00:30Z') -> 'judge_dispatches', '1'::jsonb, 'the other is judged');
select is((pg_temp.latest_dispatch('2026-03-01 12:00Z', 'another')).verdict, 'refused', 'and has its verdict');
select results_eq(
  $$ select s.error, s.error_item, s.failing_since from nightshift.reconcile_steps s where s.step = 'judge_dispatches' $$,
  $$ select 'Not this one.'::text, d.id::text, '2026-03-01 12:00:30Z'::timestamptz from pg_temp.latest_dispatch('2026-03-01 12:00Z') d $$,
  'the step keeps the error, and what it was about');
select is(
  nightshift.health('another', '2026-03-01 12:00:40Z') ->> 'reason',
  'The step judge_dispatches of reconcile has failed since 2026-03-01 12:00 UTC. Its error is in nightshift.reconcile_steps.',
  'health says so, without words of the error');
select nightshift.reconcile('2026-03-01 12:01Z'), nightshift.reconcile('2026-03-01 12:02Z') \g /dev/null
select is((select count(*) from raised where event = 'broken'), 1::bigint, 'it is alerted once, however often it fails');
select is(
  (select failing_since from nightshift.reconcile_steps where step = 'judge_dispatches'), '2026-03-01 12:00:30Z'::timestamptz,
  'and it is known since when');

-- It recovers

drop trigger refuse on public.task_dispatches;
select is(nightshift.reconcile('2026-03-01 12:03Z') -> 'judge_dispatches', '1'::jsonb, 'when it can be judged it is');
select results_eq(
  $$ select s.error, s.failing_since from nightshift.reconcile_steps s where s.step = 'judge_dispatches' $$,
  $$ values ('Not this one.'::text, null::timestamptz) $$, 'the latest error stays readable, and the step does not fail any more');
select is((select status from pg_temp.task_of('2026-03-01 12:00Z')), 'failed', 'the task has its end');

select * from finish();
rollback;
