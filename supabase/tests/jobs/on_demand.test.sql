-- Test: an agent without a cron expression runs on demand only, and no clock judges it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(15);

select is_empty($$ select from cron.job j where j.jobname = 'importer' $$, 'it has no pg_cron job');
select is_empty($$ select from nightshift.list_missing_jobs() m where m.name = 'importer' $$, 'and none is missing');
select is_empty($$ select from nightshift.list_problems() p where p.problem = 'job importer' $$, 'nor a problem');
select is(nightshift.dispatch('importer', '2026-03-01 12:00Z'), '{"outcome": "on_demand"}', 'a tick for it does nothing');
update public.task_schedules s set active_since = '2026-01-01Z' where s.name = 'importer';
select lives_ok($$ select nightshift.judge_slots('2026-03-01 12:00Z'), nightshift.judge_jobs('2026-03-01 12:00Z'), nightshift.raise_alerts('2026-03-01 12:00Z') $$,
  'slots, jobs of pg_cron and alerts are judged without it');
select is_empty($$ select from public.task_dispatches d join public.task_schedules s on s.id = d.schedule_id where s.name = 'importer' $$,
  'it has missed nothing');
select is_empty($$ select from nightshift.alerts a where a.subject = 'importer' $$, 'and it is not late');
insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', '2026-03-01 12:00Z');
select results_eq($$ select h ->> 'status', h ->> 'reason', h ->> 'next_slot' from nightshift.health('importer', '2026-03-01 12:00Z') h $$,
  $$ values ('unknown', 'It runs on demand and has no scheduled times.', null) $$, 'its health says that it runs on demand');
select is(nightshift.runner_status('importer', '2026-03-01 12:00Z') ->> 'next_slot', null, 'it has no next scheduled time');
select isnt_empty($$ select from public.task_timeline $$, 'the timeline shows its wake-ups only') from (
  select pg_temp.enqueue('a', '2026-03-01 12:00:10Z')) e;
select is((select l.seconds_late from public.task_timeline l where l.kind = 'wake'), 0::numeric, 'which are never late');

-- What it may be

select throws_ok($$ insert into public.task_schedules (name, task_type, target) values ('url', 'email_sync', 'https://example.com/x') $$,
  '23514', null, 'a URL cannot run on demand');
select throws_ok(
  $$ insert into public.task_schedules (name, task_type, cron_expression, target, for_each) values ('url', 'email_sync', '0 3 * * *', 'https://example.com/x', 'workspace') $$,
  '23514', null, 'nor for each workspace');
update public.task_schedules s set cron_expression = '0 3 * * *' where s.name = 'importer';
select isnt_empty($$ select from cron.job j where j.jobname = 'importer' $$, 'with an expression it gets its job');
update public.task_schedules s set cron_expression = null where s.name = 'importer';
select is_empty($$ select from cron.job j where j.jobname = 'importer' $$, 'without one it loses it again');
select * from finish();
rollback;
