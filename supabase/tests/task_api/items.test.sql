-- Test: what is wrong with one task of a request concerns this task alone, and an id that is logged again moves on.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql

create function pg_temp.log(p_tasks jsonb, p_as text default 'ours', p_key text default null) returns jsonb
language sql as $$ select pg_temp.ask(p_as, format('public.log_tasks(%L, %L, $1)', p_tasks, p_key)) $$;

-- Each between two good ones. Text is a task that its sender could not put into a document.
create temp table items (what text, item jsonb, outcome text);
insert into items values
  ('a NUL', to_jsonb('{"task_type": "email_sync", "error_message": "a\u0000b"}'::text), 'task_unreadable'),
  ('half a surrogate pair', to_jsonb('{"task_type": "email_sync", "error_message": "\ud83d"}'::text), 'task_unreadable'),
  ('text that is no JSON', to_jsonb('{"task_type": '::text), 'task_unreadable'),
  ('a list', '[]', 'task_unreadable'),
  ('a number', '7', 'task_unreadable'),
  ('nothing', 'null', 'task_unreadable'),
  ('a hundred thousand levels', to_jsonb(repeat('[', 100000)), 'task_unreadable'),
  ('33 levels', jsonb_build_object('task_type', 'email_sync', 'input_data', (repeat('[', 33) || repeat(']', 33))::jsonb), 'task_invalid'),
  ('a number of 1,000 digits', to_jsonb('{"task_type": "email_sync", "input_data": {"n": 1e999}}'::text), 'task_invalid'),
  ('a number of 131,072 digits', to_jsonb('{"task_type": "email_sync", "output_data": 1e131071}'::text), 'task_invalid'),
  ('a start that is no time', '{"task_type": "email_sync", "executed_at": "soon"}', 'task_unreadable'),
  ('a start in the year 294276', '{"task_type": "email_sync", "executed_at": "294276-12-31T00:00:00Z"}', 'task_time_invalid'),
  ('a start in the year 300000', '{"task_type": "email_sync", "executed_at": "300000-01-01T00:00:00Z"}', 'task_unreadable'),
  ('an id that is none', '{"task_type": "email_sync", "id": "x"}', 'task_unreadable'),
  ('a workspace that is none', '{"task_type": "email_sync", "workspace_id": "x"}', 'task_unreadable'),
  ('a cost that is none', '{"task_type": "email_sync", "cost_estimate_usd": "much"}', 'task_unreadable'),
  ('a negative cost', '{"task_type": "email_sync", "cost_estimate_usd": -1}', 'task_invalid'),
  ('no task type', '{}', 'task_invalid'),
  ('an unknown task type', '{"task_type": "x"}', 'task_invalid'),
  ('a run id of 3,000 letters', jsonb_build_object('task_type', 'email_sync', 'input_data', jsonb_build_object('run_id', (select string_agg(md5(n::text), '') from generate_series(1, 100) as n))), 'created'),
  ('a run id that is an object', '{"task_type": "email_sync", "input_data": {"run_id": {"a": []}}}', 'created'),
  ('columns that the database sets', '{"task_type": "email_sync", "created_at": "1999-01-01", "duration_ms": 5, "updated_at": "1999-01-01"}', 'created');
select plan((select 2 * count(*) + 22 from items)::integer);

select is(
  (select array_agg(r ->> 'outcome') from jsonb_array_elements(
    pg_temp.log(jsonb_build_array('{"task_type": "email_sync"}'::jsonb, i.item, '{"task_type": "email_sync"}'::jsonb)) -> 'results') r),
  array['created', i.outcome, 'created'], i.what || ' in a batch: ' || i.outcome)
from items i;
select is(
  (select r #>> '{results,0,outcome}' from pg_temp.log(jsonb_build_array(i.item), 'ours', 'key of ' || i.what) r),
  i.outcome, i.what || ' with a key: ' || i.outcome)
from items i;

select is(
  pg_temp.log(jsonb_build_array(to_jsonb('{"task_type": "email_sync", "input_data": {"id": 9007199254740993, "n": 0.10}}'::text)))
    #>> '{results,0,task,input_data}',
  '{"n": 0.10, "id": 9007199254740993}', 'numbers are stored as they were written');
create temp table texts as
select jsonb_build_array(to_jsonb('{"task_type": "email_sync", "agent_name": "a"}'::text)) as tasks;
create temp table first as select pg_temp.log(tasks, 'ours', 'text') as answer from texts;
select is(
  (select pg_temp.log(tasks, 'ours', 'text') -> 'results' from texts), (select answer -> 'results' from first),
  'a task sent as text has the same answer when it is sent again with its key');

select is(pg_temp.log('[]', 'ours', k.key), '{"outcome": "ok", "results": []}', 'a request without tasks has no results, with key ' || coalesce(k.key, 'none'))
from unnest(array[null, 'empty']) as k (key);

-- The same id again

create function pg_temp.again(p_changes text, p_as text default 'ours') returns jsonb
language sql as $$
  select pg_temp.log(jsonb_build_array('{"id": "00000000-0000-4000-8000-0000000000c3", "task_type": "email_sync",
    "workspace_id": "a0000000-0000-4000-8000-000000000001"}'::jsonb || p_changes::jsonb), p_as) #> '{results,0}'
$$;
select is(pg_temp.again('{"agent_name": "x", "input_data": {"a": 1}}') ->> 'outcome', 'created', 'a pending task with an id');
select is(pg_temp.again('{"status": "completed"}') - 'task', '{"outcome": "task_transition_invalid", "status": "pending"}',
  'cannot be completed before it runs');
select is(pg_temp.again('{"status": "running"}') #>> '{task,status}', 'running', 'it moves on when it is logged as running');
select is(pg_temp.again('{"status": "pending"}') #>> '{task,status}', 'running', 'a late repeat of the first request changes nothing');
select is(pg_temp.again('{"status": "running", "output_data": {"b": 1}}') #> '{task,output_data}', '{"b": 1}', 'an output is kept');
select is(pg_temp.again('{"status": "running", "output_data": null}') #> '{task,output_data}', '{"b": 1}', 'a null does not take it away');
select is(pg_temp.again('{"status": "failed", "error_message": "it broke"}', 'viewer') ->> 'outcome', 'forbidden', 'a viewer does not end it');
create temp table ended as select pg_temp.again('{"status": "failed", "error_message": "it broke", "cost_estimate_usd": 0.5}') as answer;
select is((select answer ->> 'outcome' from ended), 'existing', 'it moves on when it is logged as failed');
select is(
  (select array[t.status, t.error_message, t.cost_estimate_usd::text, t.agent_name] from public.autonomous_tasks t where t.id = '00000000-0000-4000-8000-0000000000c3'),
  '{failed,"it broke",0.5,x}', 'and its end is not lost');
select is(pg_temp.again('{"status": "failed", "error_message": "it broke"}'), (select answer from ended), 'the same end again returns the row');
select is(pg_temp.again('{"status": "running"}'), (select answer from ended), 'and so does a late start');
select is(pg_temp.again('{"status": "failed", "error_message": "no, this"}') - 'task',
  '{"outcome": "task_already_finished", "status": "failed"}', 'another message is refused');
select is(pg_temp.again('{"status": "completed"}') - 'task', '{"outcome": "task_already_finished", "status": "failed"}', 'and another end');
select is(pg_temp.again(c.changes) ->> 'outcome', 'task_id_taken', 'the id with another ' || c.what)
from (values ('task type', '{"task_type": "data_cleanup"}'), ('agent', '{"agent_name": "y"}'), ('input', '{"input_data": {"a": 2}}')) as c (what, changes);

-- Lists

select is(
  pg_temp.ask(p.persona, format('public.find_tasks(%L, $1)', '{"status": []}'::text)) -> 'tasks', '[]',
  p.persona || ' asks for tasks of no status and gets none')
from unnest(array['ours', 'member']) as p (persona);

select * from finish();
rollback;
