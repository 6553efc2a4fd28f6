-- Test: jobs are stored in one call with their task rows, and what is wrong with one concerns that one only.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(24);

create temp table answers as
select a.result, (a.result -> 'index')::integer as index
from jsonb_array_elements(nightshift.enqueue_jobs('importer', jsonb_build_array(
  jsonb_build_object('payload', '{"file": 1}'::jsonb, 'workspace_id', :'ours', 'key', 'first', 'priority', 3),
  '{}'::jsonb,
  '{"run_at": "2026-03-02T08:00:00+02:00", "key": "later"}'::jsonb,
  jsonb_build_object('workspace_id', 'f0000000-0000-4000-8000-00000000000f'),
  '{"workspace_id": "ours"}'::jsonb, '{"key": ""}'::jsonb, '{"priority": 1.5}'::jsonb, '{"priority": 40000}'::jsonb,
  '{"run_at": "tomorrow, perhaps"}'::jsonb, '{"run_at": "2026-02-30T00:00:00Z"}'::jsonb, '{"name": "x"}'::jsonb, '7'::jsonb,
  jsonb_build_object('payload', repeat('x', 70000)),
  (repeat('{"payload":', 1) || repeat('[', 40) || repeat(']', 40) || '}')::jsonb,
  '{"payload": null, "key": null, "run_at": null, "priority": null, "workspace_id": null}'::jsonb
), p_now => '2026-03-01 12:00Z') -> 'jobs') as a (result);

select is((select string_agg(a.result ->> 'outcome', ' ' order by a.index) from answers a),
  'created created created rejected rejected rejected rejected rejected rejected rejected rejected rejected rejected rejected created',
  'each job has an outcome, in the order of the call');
select is((select a.result ->> 'error' from answers a where a.index = i.index), i.sentence, i.sentence)
from (values
  (3, 'There is no workspace f0000000-0000-4000-8000-00000000000f, or it is being deleted.'),
  (4, 'workspace_id is a UUID.'), (5, 'key is a text of 1 to 200 characters.'),
  (6, 'priority is a whole number from -32768 to 32767.'), (8, 'run_at is a time in the years 2000 to 2099, such as 2026-03-01T12:00:00Z.'),
  (10, 'A job has no field "name".'),
  (11, 'A job is an object of payload, workspace_id, run_at, key and priority. Each may be left out.'),
  (13, 'payload is at most 32 levels deep, has at most 1 MB as text, and no number beyond 1e308.')
) as i (index, sentence);
select matches((select a.result ->> 'error' from answers a where a.index = 12), '^payload has at most 64 kB', 'a large payload is rejected');

select results_eq(
  $$ select j.workspace_id, j.payload, j.priority::integer, j.run_at, j.state, j.attempt, j.max_attempts from nightshift.jobs j order by j.seq $$,
  format($$ values
    (%L::uuid, '{"file": 1}'::jsonb, 3, '2026-03-01 12:00Z'::timestamptz, 'ready'::text, 0, 5),
    (null, '{"from": "the agent"}', 0, '2026-03-01 12:00Z', 'ready', 0, 5),
    (null, '{"from": "the agent"}', 0, '2026-03-02 06:00Z', 'later', 0, 5),
    (null, '{"from": "the agent"}', 0, '2026-03-01 12:00Z', 'ready', 0, 5) $$, :'ours'),
  'a job has what was said, and otherwise the payload of its agent');
select results_eq(
  $$ select t.workspace_id, t.task_type, t.status, t.input_data, t.triggered_by, t.agent_name
     from nightshift.jobs j join public.autonomous_tasks t on t.id = j.task_id where j.key = 'first' $$,
  format($$ values (%L::uuid, 'email_sync'::text, 'pending'::text, '{"file": 1}'::jsonb, 'api'::text, 'importer'::text) $$, :'ours'),
  'and a pending task row of its workspace, by the name of the agent');
select is((select a.result ->> 'task_id' from answers a where a.index = 0), (pg_temp.job('first')).task_id::text, 'the answer names it');

-- The wake-up

select is(pg_temp.count_wakes(), 1::bigint, 'one wake-up is sent for all of them');
select results_eq(
  $$ select q.url, convert_from(q.body, 'UTF8')::jsonb ->> 'task_id' from net.http_request_queue q $$,
  $$ select 'https://project.example.com/functions/v1/importer', (pg_temp.wake()).task_id::text $$,
  'to the function of the agent, in the same transaction');
select is((select t.triggered_by from public.autonomous_tasks t where t.id = (pg_temp.wake()).task_id), 'system', 'by the system');
select pg_temp.enqueue('more', '2026-03-01 12:00:01Z') \g /dev/null
select is(pg_temp.count_wakes(), 1::bigint, 'while it is open no other is sent');

-- Whole calls

select throws_ok($$ select nightshift.enqueue_jobs('nobody', '[]') $$, 'PT404', null, 'an unknown agent is an error');
select throws_ok($$ select nightshift.enqueue_jobs('importer', '{}') $$, 'PT422', null, 'one job without an array as well');
select throws_ok(
  $$ select nightshift.enqueue_jobs('importer', (select jsonb_agg('{}'::jsonb) from generate_series(1, 10001))) $$,
  'PT413', null, 'and more than 10,000');
insert into public.task_schedules (name, task_type, cron_expression, target) values ('elsewhere', 'email_sync', '0 3 * * *', 'https://example.com/x');
select throws_ok($$ select nightshift.enqueue_jobs('elsewhere', '[]') $$, 'PT409', null, 'a URL takes no jobs');
select is(nightshift.enqueue_jobs('importer', '[]'), '{"jobs": []}', 'none at all is fine');
select is(
  (select string_agg(r ->> 'outcome', ' ') from jsonb_array_elements(nightshift.enqueue_jobs('importer',
    format('[{}, {"workspace_id": "%s"}]', :'theirs')::jsonb, :'ours') -> 'jobs') r),
  'created rejected', 'a call for one workspace enqueues for no other');
select is((select j.workspace_id from nightshift.jobs j order by j.seq desc limit 1), :'ours'::uuid, 'and all its jobs are for that one');
select * from finish();
rollback;
