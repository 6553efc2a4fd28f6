-- Test: a watched job that is late, dies and returns raises exactly three alerts.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/watches.psql
select plan(21);

select is(
  pg_temp.watch('{"agent_name": "backup", "expected_every": "1 hour", "grace": "10 minutes", "max_runtime": "30 minutes"}',
    '2026-03-01 12:00Z'), '1', 'an owner expects a job every hour');
select is(pg_temp.tick('2026-03-01 13:09Z'), null, 'nothing is told while it is in time');

-- Late

select is(pg_temp.tick('2026-03-01 13:10Z'), 'missed', 'a job that does not come is missed');
select results_eq(
  $$ select subject, message, workspace_id from told $$,
  $$ values ('backup'::text, 'backup was expected at 2026-03-01 13:00 UTC and has not reported within 10 minutes of grace.'::text,
       'a0000000-0000-4000-8000-000000000001'::uuid) $$, 'in one sentence, about its workspace');
select is(pg_temp.tick('2026-03-01 14:11Z'), null, 'while that lasts nothing more is told');
select is(
  (select status || ' ' || missed_in_a_row from public.job_watch_states), 'missed 2', 'it is counted beside the watch');

-- It comes, and dies

select is(pg_temp.ping_at('2026-03-01 14:30Z', 'start', '{"agent_name": "backup"}') ->> 'outcome', 'ok', 'then it starts');
select is(pg_temp.tick('2026-03-01 14:31Z'), null, 'a start alone is no recovery');
select is(pg_temp.tick('2026-03-01 14:59Z'), null, 'within max_runtime nobody is told');
select is(pg_temp.tick('2026-03-01 15:00Z'), 'failed', 'then it has failed');
select results_eq(
  $$ select t.status, t.error_message from public.autonomous_tasks t $$,
  $$ values ('failed'::text, 'The job started at 2026-03-01 14:30 UTC and reported no end within 30 minutes, its max_runtime.'::text) $$,
  'its task is failed, with the reason');
select is(pg_temp.tick('2026-03-01 15:01Z'), null, 'which is no report of the job, and is told once');
select is(pg_temp.tick('2026-03-01 15:41Z'), null, 'missing again while it is dead is not told again');
select is(pg_temp.tick('2026-03-01 20:00Z'), null, 'however long it lasts');

-- It returns

select pg_temp.ping_at('2026-03-01 20:10Z', 'start', '{"agent_name": "backup"}') \g /dev/null
select is(pg_temp.tick('2026-03-01 20:11Z'), null, 'it starts');
select pg_temp.ping_at('2026-03-01 20:20Z', 'success', '{"agent_name": "backup"}') \g /dev/null
select is(pg_temp.tick('2026-03-01 20:21Z'), 'recovered', 'and completes: it has recovered');
select is(
  (select message from told where event = 'recovered'),
  'backup works again: it completed at 2026-03-01 20:20 UTC. It had been missed since 2026-03-01 13:10 UTC.', 'in one sentence');
select is(pg_temp.tick('2026-03-01 20:22Z'), null, 'once');
select is((select count(*) from told), 3::bigint, 'three alerts in all');
select is((select status from public.job_watch_states), 'ok', 'and all is well');
select is((select count(*) from nightshift.watch_reports), 0::bigint, 'no report is left');

select * from finish();
rollback;
