-- Test: a request with an Idempotency-Key does its work once and is answered alike for 24 hours.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(24);

create function pg_temp.log(p_tasks text, p_key text, p_as text default 'ours', p_hash text default null, p_request text default null)
returns jsonb language sql as $$
  select pg_temp.ask(p_as, format('public.log_tasks(%L, %L, $1, %L, %L)', p_tasks, p_key, p_hash, p_request))
$$;
create function pg_temp.let_answers_expire() returns void
language sql as $$ update nightshift.idempotent_answers a set expires_at = clock_timestamp() where a.expires_at > clock_timestamp() $$;

-- By itself

select is(
  pg_temp.attempt('member', 'select public.remember_answer(''[]'', ''[{"outcome": "created"}]'', ''r'', null)', p_keep => true), '1',
  'whoever calls remember_answer by itself');
select is((select count(*) from nightshift.idempotent_answers), 0::bigint, 'puts nothing into any answer');

-- The same request

\set task '[{"task_type": "email_sync", "status": "running", "input_data": {"mail": "words"}, "cost_estimate_usd": 0.10, "executed_at": "2026-01-01T08:00:00.000Z"}]'
create temp table first as select pg_temp.log(:'task', 'k', p_request => 'one') as answer;
select is((select answer #>> '{results,0,outcome}' from first), 'created', 'the first request with a key creates');
select is((select answer -> 'replayed' from first), null, 'and is no replay');
update public.autonomous_tasks t set status = 'failed', error_message = 'no' where t.id = (select (answer #>> '{results,0,task,id}')::uuid from first);
create temp table again as select pg_temp.log(:'task', 'k', p_request => 'two') as answer;
select is(
  (select answer -> 'results' from again), (select answer -> 'results' from first),
  'the same again is answered as the first, though the row has changed since');
select is((select (answer -> 'replayed')::text || (answer ->> 'request_id') from again), 'trueone', 'and says which request was the first');
select is((select count(*) from public.autonomous_tasks), 1::bigint, 'it creates nothing');
select unalike(
  (select a::text from nightshift.idempotent_answers a), '%words%', 'what the request holds is not kept a second time');

-- Another request

select is(
  pg_temp.log('[{"task_type": "data_cleanup"}]', 'k') ->> 'outcome', 'idempotency_key_reused', 'the key with another body is refused');
select is(
  pg_temp.log('[{"task_type": "email_sync"}, {"task_type": "email_sync"}]', 'k') ->> 'outcome', 'idempotency_key_reused',
  'also with a longer one');
select is(
  pg_temp.log(:'task', 'k', p_hash => 'of another whole') ->> 'outcome', 'idempotency_key_reused',
  'and when the whole of it differs in what was not handed on');
select is(
  pg_temp.log(:'task', 'k', 'theirs') #>> '{results,0,outcome}', 'created', 'another caller has keys of its own');
select isnt(
  pg_temp.log(format('[{"task_type": "email_sync", "workspace_id": "%s"}]', :'ours'), 'k', 'member') -> 'replayed', 'true',
  'also a user of the same workspace');

-- Batches

\set batch '[{"task_type": "email_sync"}, {"task_type": "unknown"}, {"task_type": "email_sync"}]'
create temp table batch as select pg_temp.log(:'batch', 'batch') as answer;
select is(
  (select array_agg(r ->> 'outcome') from batch, jsonb_array_elements(answer -> 'results') r),
  '{created,task_invalid,created}', 'tasks of one batch are different tasks, even when they look the same');
select is(
  pg_temp.log(:'batch', 'batch') -> 'results', (select answer -> 'results' from batch), 'again it has the same results, the bad one too');

-- Nothing done

select is(
  pg_temp.log(format('[{"task_type": "email_sync", "workspace_id": "%s"}]', :'ours'), 'v', 'viewer') #>> '{results,0,outcome}', 'forbidden',
  'a request that did nothing');
update public.workspace_members m set role = 'member' where m.user_id = pg_temp.user_of('viewer');
select is(
  pg_temp.log(format('[{"task_type": "email_sync", "workspace_id": "%s"}]', :'ours'), 'v', 'viewer') #>> '{results,0,outcome}', 'created',
  'is judged anew when it comes again');

-- After 24 hours

select ok(
  (select bool_and(a.expires_at between now() + interval '24 hours' and clock_timestamp() + interval '24 hours') from nightshift.idempotent_answers a),
  'answers are kept for 24 hours');
select pg_temp.let_answers_expire() \g /dev/null
create temp table late as select pg_temp.log(:'task', 'k') as answer;
select is((select answer #>> '{results,0,outcome}' from late), 'existing', 'the same request still creates nothing then');
select is((select answer #>> '{results,0,task,status}' from late), 'failed', 'and answers the row as it is now');
select is((select answer -> 'results' from late), pg_temp.log(:'task', 'k') -> 'results', 'which is the answer from here on');
select pg_temp.let_answers_expire() \g /dev/null
select is(
  pg_temp.log('[{"task_type": "data_cleanup"}]', 'k') #>> '{results,0,outcome}', 'idempotency_key_reused',
  'another request does not get in between');

-- An id of the client's beside the key

create temp table named as
select pg_temp.log('[{"id": "00000000-0000-4000-8000-0000000000c2", "task_type": "email_sync"}]', 'named') as answer;
select is((select answer #>> '{results,0,task,id}' from named), '00000000-0000-4000-8000-0000000000c2', 'the client''s id is the task''s');
select is(
  pg_temp.log('[{"id": "00000000-0000-4000-8000-0000000000c2", "task_type": "email_sync"}]', 'named') -> 'results',
  (select answer -> 'results' from named), 'and the key makes the answers equal');

select * from finish();
rollback;
