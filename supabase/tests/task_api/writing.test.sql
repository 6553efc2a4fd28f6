-- Test: what a repeated, a contradicting and a faulty request come to.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(22);

create function pg_temp.log(p_tasks text, p_key text default null, p_as text default 'ours') returns jsonb
language sql as $$ select pg_temp.ask(p_as, format('public.log_tasks(%L, %L, $1)', p_tasks, p_key)) $$;
create function pg_temp.change(p_id text, p_action text, p_change text default '{}') returns jsonb
language sql as $$ select pg_temp.ask('ours', format('public.change_task(%L, %L, %L, $1)', p_id, p_action, p_change)) $$;

-- Ids of the client's

select is(
  (select array_agg(pg_temp.log('[{"id": "00000000-0000-4000-8000-0000000000c1", "task_type": "email_sync"}]') #>> '{results,0,outcome}')
    from generate_series(1, 2)), '{created,existing}', 'the same id with the same content creates once');
select is(
  pg_temp.log('[{"id": "00000000-0000-4000-8000-0000000000c1", "task_type": "data_cleanup"}]') #>> '{results,0,outcome}',
  'task_id_taken', 'with another content it is taken');

-- One bad apple

select is(
  (select array_agg(r ->> 'outcome') from jsonb_array_elements(pg_temp.log(format(
    '[{"task_type": "email_sync"}, {"task_type": "unknown"}, {"task_type": "email_sync", "workspace_id": "%s"},
      {"task_type": "email_sync", "executed_at": "2026-01-02", "completed_at": "2026-01-01", "status": "completed"},
      {"task_type": "email_sync"}]', :'theirs')) -> 'results') r),
  '{created,task_invalid,workspace_not_found,task_time_invalid,created}', 'a bad task in a batch spoils no other');
select is(
  pg_temp.log((select jsonb_agg('{"task_type": "email_sync"}'::jsonb) from generate_series(1, 501))::text) ->> 'outcome',
  'batch_too_large', '501 tasks are too many');

-- The life of a task

create temp table task as select pg_temp.log('[{"task_type": "email_sync", "input_data": {"a": 1}}]') #>> '{results,0,task,id}' as id;
select is(pg_temp.change(id, 'progress') ->> 'outcome', 'task_transition_invalid', 'a pending task makes no progress') from task;
select is(pg_temp.change(id, 'complete') ->> 'outcome', 'task_transition_invalid', 'nor does it complete') from task;
create temp table started as select pg_temp.change(id, 'start') as answer from task;
select is((select answer #>> '{task,status}' from started), 'running', 'it starts');
select is(pg_temp.change(id, 'start'), (select answer from started), 'starting again answers the stored row') from task;
select is(
  pg_temp.change(id, 'progress', '{"output_data": {"done": 1}, "cost_estimate_usd": 0.5}') #> '{task,output_data}', '{"done": 1}',
  'progress is kept') from task;
select is(
  pg_temp.change(id, 'progress', '{"output_data": {"left": 2}}') #> '{task,output_data}', '{"done": 1, "left": 2}',
  'and adds up') from task;
create temp table completed as select pg_temp.change(id, 'complete', '{"output_data": {"done": 3}}') as answer from task;
select is(
  (select array[answer #>> '{task,status}', answer #>> '{task,output_data}', answer #>> '{task,cost_estimate_usd}'] from completed),
  '{completed,"{\"done\": 3}",0.5}', 'it completes with the last output, at the cost told before');
select is(
  pg_temp.change(id, 'complete', '{"output_data": {"done": 3}}'), (select answer from completed),
  'completing again answers the stored row') from task;
select is(pg_temp.change(id, a.action, a.change) ->> 'outcome', 'task_already_finished', a.action || ' contradicts it')
from task
cross join (values ('complete', '{"output_data": {"done": 4}}'), ('fail', '{"error_message": "no"}'), ('start', '{}')) as a (action, change);

-- Once more

select is(
  pg_temp.ask('ours', format('public.retry_task(%L, $1)', id)) ->> 'outcome', 'task_not_retryable', 'what completed needs no retry')
from task;
create temp table failed as
select pg_temp.log('[{"task_type": "email_sync", "status": "failed", "input_data": {"a": 1, "run_id": "x"}}]') #>> '{results,0,task,id}' as id;
create temp table retried as select pg_temp.ask('ours', format('public.retry_task(%L, $1)', id)) as answer from failed;
select is(
  (select answer #> '{task,input_data}' from retried), jsonb_build_object('a', 1, 'retry_of', (select id from failed)),
  'a retry carries the input and the link, and belongs to no run');
select is(
  (select pg_temp.ask('ours', format('public.retry_task(%L, $1)', id)) from failed), (select answer from retried),
  'asked again it is the same task');

-- Not as the system

select is(
  pg_temp.log('[{"task_type": "email_sync", "triggered_by": "system"}]') #>> '{results,0,outcome}', 'forbidden',
  'no token says that the system triggered a task');
insert into public.autonomous_tasks (id, workspace_id, task_type, status, triggered_by) values
  ('00000000-0000-4000-8000-0000000000c2', :'ours', 'email_sync', 'failed', 'system');
select is(
  pg_temp.ask('ours', 'public.retry_task(''00000000-0000-4000-8000-0000000000c2'', $1)') #>> '{task,triggered_by}', 'api',
  'and its retry of one that did is its own');
insert into public.autonomous_tasks (id, workspace_id, task_type, status) values
  ('00000000-0000-4000-8000-0000000000c3', :'ours', 'continuous_intelligence_update', 'failed');
insert into nightshift.run_workspaces (run_id, workspace_id, task_id, started_at)
values (gen_random_uuid(), :'ours', '00000000-0000-4000-8000-0000000000c3', now());
select is(
  pg_temp.ask('ours', 'public.retry_task(''00000000-0000-4000-8000-0000000000c3'', $1)') ->> 'outcome', 'runner_task',
  'a task of the runner gets no retry that nobody would do');

-- Pings

select is(
  (select array_agg(pg_temp.ask('ours, ping', format('public.ping_task(%L, $1)', e)) #>> '{task,status}') from unnest(
    array['start', 'success', 'fail']) e), '{running,completed,failed}', 'pings start, end, and log a failure of their own');

select * from finish();
rollback;
