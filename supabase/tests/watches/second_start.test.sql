-- Test: a second start ends the first with a sentence, and one job does not end the run of another.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/watches.psql
select plan(21);

create temp view runs as
select t.agent_name, t.status, t.error_message from public.autonomous_tasks t order by t.id;

-- Pings

select pg_temp.watch('{"agent_name": "nas", "max_runtime": "1 day"}', '2026-03-01 12:00Z') \g /dev/null
select pg_temp.ping_at('2026-03-01 12:00Z', 'start', '{"agent_name": "nas"}') \g /dev/null
select pg_temp.ping_at('2026-03-01 13:00Z', 'start', '{"agent_name": "nas"}') \g /dev/null
select results_eq(
  'select status, error_message is null from runs', $$ values ('failed'::text, false), ('running', true) $$, 'the first is failed at once');
select alike(
  (select error_message from runs where status = 'failed'), 'The job started again at % UTC, and the end of this run was never reported.',
  'and says why');
select is(pg_temp.tick('2026-03-01 13:01Z'), 'failed', 'that is one failure');
select is((select failed_in_a_row from public.job_watch_states), 1, 'counted once');
select pg_temp.ping_at('2026-03-01 13:10Z', 'success', '{"agent_name": "nas"}') \g /dev/null
select is(pg_temp.tick('2026-03-01 13:11Z'), 'recovered', 'the end is that of the second');
select results_eq('select status from runs', $$ values ('failed'::text), ('completed') $$, 'and each run has one end');

-- Without a watch

select pg_temp.ping_at('2026-03-01 12:00Z', 'start', '{"agent_name": "unwatched"}') \g /dev/null
select pg_temp.ping_at('2026-03-01 13:00Z', 'start', '{"agent_name": "unwatched"}') \g /dev/null
select results_eq(
  $$ select status from runs where agent_name = 'unwatched' $$, $$ values ('failed'::text), ('running') $$, 'pings leave no run behind without a watch');

-- Through the task API, a minute later

select pg_temp.watch('{"agent_name": "ci", "max_runtime": "1 day"}', '2026-03-02 12:00Z') \g /dev/null
create function pg_temp.log(p_status text, p_at text, p_name text default 'ci') returns uuid
language plpgsql as $$
declare
  v_answer jsonb := pg_temp.ask('ours', format('public.log_tasks(%L, null, $1)', jsonb_build_array(jsonb_build_object(
    'task_type', 'email_sync', 'agent_name', p_name, 'status', p_status))));
begin
  perform pg_temp.date_back(p_at);
  return v_answer #>> '{results,0,task,id}';
end
$$;
select pg_temp.log('running', '2026-03-02 12:00Z'), pg_temp.log('running', '2026-03-02 13:00Z'), pg_temp.log('running', '2026-03-02 14:00Z') \g /dev/null
select is(pg_temp.tick('2026-03-02 14:01Z'), 'failed', 'three starts');
select results_eq(
  $$ select status, error_message from runs where agent_name = 'ci' $$,
  $$ values ('failed'::text, 'The job started again at 2026-03-02 13:00 UTC, and the end of this run was never reported.'::text),
       ('failed', 'The job started again at 2026-03-02 14:00 UTC, and the end of this run was never reported.'), ('running', null) $$,
  'leave the latest one running');
select is((select count(*) from nightshift.watch_reports), 0::bigint, 'what reconcile fails is no report');
select is(pg_temp.tick('2026-03-02 14:02Z'), null, 'and nothing more is told');

-- A run that was logged in one go is no end of the one that goes on

select pg_temp.log('completed', '2026-03-02 14:10Z') \g /dev/null
select is(pg_temp.tick('2026-03-02 14:11Z'), 'recovered', 'a run in one go is a success');
select is((select status from public.job_watch_states where agent_name = 'ci'), 'running', 'the other still goes on');

-- Several jobs of one token and type

select pg_temp.watch('{"agent_name": "alpha", "max_runtime": "1 hour"}', '2026-03-03 12:00Z'),
  pg_temp.watch('{"agent_name": "beta", "max_runtime": "1 hour"}', '2026-03-03 12:00Z') \g /dev/null
select pg_temp.ping_at('2026-03-03 12:00Z', 'start', '{"agent_name": "alpha"}') \g /dev/null
select pg_temp.ping_at('2026-03-03 12:01Z', 'start', '{"agent_name": "beta"}') \g /dev/null
select results_eq(
  $$ select agent_name, status from runs where agent_name in ('alpha', 'beta') $$,
  $$ values ('alpha'::text, 'running'::text), ('beta', 'running') $$, 'jobs with names of their own run beside each other');
select pg_temp.ping_at('2026-03-03 12:02Z', 'success', '{"agent_name": "alpha"}') \g /dev/null
select is(pg_temp.tick('2026-03-03 12:03Z'), null, 'alpha ends');
select is(pg_temp.tick('2026-03-03 13:01Z'), 'failed', 'beta does not');
select is((select subject from told order by created_at desc limit 1), 'beta', 'and only beta is told');
select is(
  pg_temp.ping_at('2026-03-03 13:02Z', 'fail', '{}') #>> '{task,agent_name}', 'ours, ping', 'without a name it is the name of the token');
select is(
  length(pg_temp.ping_at('2026-03-03 13:02Z', 'success', jsonb_build_object('agent_name', repeat('n', 300))::text) #>> '{task,agent_name}'), 200,
  'a long name is cut');
select is(
  pg_temp.ping_at('2026-03-03 13:02Z', 'success', '{"agent_name": "  "}') #>> '{task,agent_name}', 'ours, ping', 'an empty name counts as no name');
select results_eq(
  'select r.agent_name from nightshift.ping_runs r order by 1', $$ values ('beta'::text), ('unwatched') $$,
  'the ends of two runs may still come');

select * from finish();
rollback;
