-- Test: an end that comes after max_runtime is accepted, kept beside the watch, and the job has recovered.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/watches.psql
select plan(22);

select pg_temp.watch('{"agent_name": "import", "max_runtime": "1 hour"}', '2026-03-01 12:00Z') \g /dev/null

-- By a ping

select pg_temp.ping_at('2026-03-01 12:00Z', 'start', '{"agent_name": "import"}') \g /dev/null
select pg_temp.tick('2026-03-01 12:01Z') \g /dev/null
select is(pg_temp.tick('2026-03-01 13:00Z'), 'failed', 'it has not ended after an hour');
create temp table late as
select pg_temp.ping_at('2026-03-01 14:00Z', 'success', '{"agent_name": "import", "output_data": {"rows": 7}}') as answer;
select is((select answer ->> 'outcome' from late), 'ok', 'the end is accepted');
select results_eq(
  'select answer #>> ''{task,status}'', answer #>> ''{task,id}'' from late',
  'select ''failed''::text, t.id::text from public.autonomous_tasks t', 'the task stays as it is');
select is(pg_temp.tick('2026-03-01 14:01Z'), 'recovered', 'the job has recovered');
select results_eq(
  'select s.late_task_id, s.late_status, s.late_ended_at, s.status from public.job_watch_states s',
  $$ select t.id, 'completed'::text, '2026-03-01 14:00Z'::timestamptz, 'ok'::text from public.autonomous_tasks t $$,
  'the end is kept beside the watch');
select is((select count(*) from public.autonomous_tasks), 1::bigint, 'and no second task is logged');
select is(
  pg_temp.ping_at('2026-03-01 15:00Z', 'success', '{"agent_name": "import"}') #>> '{task,status}', 'completed',
  'the next end is a run of its own');

-- Through the task API: one step, then the same id again

create function pg_temp.started(p_id text, p_at text) returns text
language plpgsql as $$
declare
  v_answer jsonb := pg_temp.ask('ours', format('public.log_tasks(%L, null, $1)', jsonb_build_array(jsonb_build_object(
    'id', p_id, 'task_type', 'email_sync', 'agent_name', 'import', 'status', 'running'))));
begin
  perform pg_temp.date_back(p_at);
  return v_answer #>> '{results,0,outcome}';
end
$$;
\set first e0000000-0000-4000-8000-000000000001
\set second e0000000-0000-4000-8000-000000000002
\set third e0000000-0000-4000-8000-000000000003
select is(pg_temp.started(:'first', '2026-03-02 12:00Z'), 'created', 'a start through the API');
select pg_temp.tick('2026-03-02 12:01Z') \g /dev/null
select is(pg_temp.tick('2026-03-02 13:00Z'), 'failed', 'fails as well');
select is(
  pg_temp.ask('ours', format('public.change_task(%L, ''progress'', ''{"output_data": {"rows": 1}}'', $1)', :'first')) ->> 'outcome',
  'task_already_finished', 'it cannot go on');
create temp table completed as
select pg_temp.ask('ours', format('public.change_task(%L, ''complete'', ''{}'', $1)', :'first')) as answer;
select is((select (answer ->> 'outcome') || ' ' || (answer #>> '{task,status}') from completed), 'ok failed', 'it may complete late');
select is(
  pg_temp.ask('ours', format('public.change_task(%L, ''complete'', ''{}'', $1)', :'first')) ->> 'outcome', 'ok', 'also when it says so twice');
select pg_temp.date_back('2026-03-02 14:00Z') \g /dev/null
select is((select count(*) from nightshift.watch_reports), 1::bigint, 'which counts once');
select is(pg_temp.tick('2026-03-02 14:01Z'), 'recovered', 'and it has recovered');

select pg_temp.started(:'second', '2026-03-03 12:00Z') \g /dev/null
select pg_temp.tick('2026-03-03 12:01Z'), pg_temp.tick('2026-03-03 13:00Z') \g /dev/null
select is(
  pg_temp.ask('member', format('public.log_tasks(%L)', jsonb_build_array(jsonb_build_object('id', :'second', 'workspace_id', :'ours',
    'task_type', 'email_sync', 'agent_name', 'import', 'status', 'failed', 'error_message', 'disk full')))) #>> '{results,0,outcome}',
  'existing', 'a member logs the same id again with its end');
select pg_temp.date_back('2026-03-03 14:00Z') \g /dev/null
select is(pg_temp.tick('2026-03-03 14:01Z'), null, 'a failure is no recovery, and was told');
select is((select late_status || ': ' || late_message from public.job_watch_states), 'failed: disk full', 'it is kept with its error');

-- Whose end it is

select pg_temp.started(:'third', '2026-03-04 12:00Z') \g /dev/null
select pg_temp.tick('2026-03-04 12:01Z'), pg_temp.tick('2026-03-04 13:00Z') \g /dev/null
select is(
  pg_temp.ask(p.persona, format('to_jsonb(public.note_late_end(%L, %L))', :'third', p.status)), to_jsonb(p.outcome),
  format('%s says %s: %s', p.persona, p.status, p.outcome))
from (values ('viewer', 'completed', false), ('other_owner', 'completed', false), ('theirs', 'completed', true), ('member', 'pending', false))
  as p (persona, status, outcome)
where p.persona <> 'theirs';
select is(
  pg_temp.ask('theirs', format('public.change_task(%L, ''complete'', ''{}'', $1)', :'third')) ->> 'outcome', 'task_not_found',
  'a token of another workspace ends nothing of ours');
select is((select count(*) from nightshift.watch_reports), 0::bigint, 'none of that reached the watch');

select * from finish();
rollback;
