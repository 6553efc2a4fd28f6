-- Test: no id and no key that one tenant uses can reach or block another tenant.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(23);

create function pg_temp.log(p_as text, p_tasks text, p_key text default null) returns jsonb
language sql as $$ select pg_temp.ask(p_as, format('public.log_tasks(%L, %L, $1)', p_tasks, p_key)) $$;
create function pg_temp.retry(p_as text, p_id text) returns jsonb
language sql as $$ select pg_temp.ask(p_as, format('public.retry_task(%L, $1)', p_id)) $$;

-- Retries

create temp table failed as
select pg_temp.log('ours', '[{"task_type": "email_sync", "status": "failed", "input_data": {"ours": 1}}]') #>> '{results,0,task,id}' as id;
-- How ids of retries were made before: everybody could compute them.
create temp table guess as
select (substr(h, 1, 12) || '8' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid as id
from failed, encode(sha256(convert_to('retry ' || id, 'UTF8')), 'hex') as h;
select is(
  pg_temp.log('theirs', format('[{"id": "%s", "task_type": "email_sync", "input_data": {"theirs": 1}}]', guess.id)) #>> '{results,0,outcome}',
  'created', 'they take an id that they computed') from guess;
create temp table retried as select pg_temp.retry('ours', id) as answer from failed;
select is((select answer #>> '{task,workspace_id}' from retried), :'ours', 'our retry is ours');
select isnt((select answer #>> '{task,id}' from retried), (select id::text from guess), 'under another id');
select is((select pg_temp.retry('ours', id) from failed), (select answer from retried), 'asked again it is the same one');
select is((select pg_temp.retry('theirs', id) ->> 'outcome' from failed), 'task_not_found', 'they find none to retry');

delete from public.autonomous_tasks t where t.id = (select id::uuid from failed);
select is(
  pg_temp.log('theirs', format('[{"id": "%s", "task_type": "email_sync", "status": "failed"}]', id)) #>> '{results,0,outcome}', 'created',
  'they take the id of a task of ours that was deleted') from failed;
select is(
  (select array[a #>> '{task,workspace_id}', a #> '{task,input_data}' ->> 'ours'] from failed, pg_temp.retry('theirs', id) a),
  array[:'theirs', null], 'and retry their own task, with nothing of ours');

create temp table again as
select pg_temp.log('ours', '[{"task_type": "email_sync", "status": "failed"}]') #>> '{results,0,task,id}' as id;
create temp table lost as select pg_temp.retry('ours', id) #>> '{task,id}' as id from again;
delete from public.autonomous_tasks t where t.id = (select id::uuid from lost);
select is(
  pg_temp.log('theirs', format('[{"id": "%s", "task_type": "email_sync"}]', id)) #>> '{results,0,outcome}', 'created',
  'they take the id of a deleted retry of ours') from lost;
select is((select pg_temp.retry('ours', id) #>> '{task,workspace_id}' from again), :'ours', 'and our next retry is ours all the same');
select is(
  (select count(distinct pg_temp.retry('ours', id) #>> '{task,id}') from again, generate_series(1, 3)), 1::bigint, 'and stays one task');

-- Idempotency keys

create temp table key_guess as
select (substr(h, 1, 12) || '8' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid as id
from encode(sha256(convert_to('1 ' || encode(sha256(convert_to('service service nightly', 'UTF8')), 'hex'), 'UTF8')), 'hex') as h;
select is(
  pg_temp.log('member', format('[{"id": "%s", "task_type": "email_sync", "workspace_id": "%s"}]', id, :'ours')) #>> '{results,0,outcome}',
  'created', 'a member takes the id that a key of the service would have led to') from key_guess;
create temp table nightly as
select pg_temp.log('service_role', format('[{"task_type": "data_cleanup", "workspace_id": "%s"}]', :'theirs'), 'nightly') as answer;
select is((select answer #>> '{results,0,outcome}' from nightly), 'created', 'the service logs under its key');
select isnt((select answer #>> '{results,0,task,id}' from nightly), (select id::text from key_guess), 'with another id');

create temp table keyed as select pg_temp.log('theirs', '[{"task_type": "email_sync"}]', 'k') #>> '{results,0,task,id}' as id;
delete from public.autonomous_tasks t where t.id = (select id::uuid from keyed);
update nightshift.idempotent_answers a set expires_at = clock_timestamp() where a.expires_at > clock_timestamp();
select is(
  pg_temp.log('ours', format('[{"id": "%s", "task_type": "email_sync"}]', id)) #>> '{results,0,outcome}', 'created',
  'somebody takes the id that a key of others led to, once that row is deleted') from keyed;
select is(
  (select array[a #>> '{results,0,outcome}', a #>> '{results,0,task,workspace_id}'] from pg_temp.log('theirs', '[{"task_type": "email_sync"}]', 'k') a),
  array['created', :'theirs'], 'the key still works for those whose it is');

-- Ids of others

create temp table foreign_task as
select pg_temp.log('theirs', '[{"task_type": "email_sync", "status": "running", "output_data": {"secret": 1}}]') #>> '{results,0,task,id}' as id;
select is(
  pg_temp.log(p.persona, format('[{"id": "%s", "task_type": "email_sync", "status": "failed", "workspace_id": "%s"}]', id, :'ours')) #>> '{results,0}',
  '{"outcome": "task_id_taken"}', p.persona || ' logs a foreign id: taken, and nothing of the foreign row is told')
from foreign_task, unnest(array['ours', 'member', 'service_role']) as p (persona);
select is(
  (select t.status from public.autonomous_tasks t join foreign_task f on f.id::uuid = t.id), 'running', 'the foreign row stays');
select is(
  pg_temp.log('ours', format('[{"task_type": "email_sync", "workspace_id": "%s"}]', :'theirs')) #>> '{results,0,outcome}',
  'workspace_not_found', 'a token names a foreign workspace');
select is(
  (select count(*) from public.autonomous_tasks t where t.workspace_id = :'ours' and t.input_data ? 'theirs'), 0::bigint,
  'nothing of theirs is in ours');
select is(
  (select count(*) from nightshift.task_retries r
   join public.autonomous_tasks t on t.id = r.task_id where t.workspace_id <> r.workspace_id), 0::bigint,
  'no retry leads into another workspace');

update nightshift.task_retries r set retried_at = now() - interval '91 days' where r.workspace_id = :'ours';
select nightshift.prune() \g /dev/null
select is_empty(format('select from nightshift.task_retries where workspace_id = %L', :'ours'), 'what was retried 90 days ago is forgotten');

select * from finish();
rollback;
