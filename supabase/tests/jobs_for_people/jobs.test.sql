-- Test: what people read of jobs, and that a repeated request does nothing twice.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/agents.psql
select plan(45);

create function pg_temp.request(p_caller text, p_jobs jsonb, p_more text default '') returns jsonb
language sql as $$
  select pg_temp.ask(p_caller, format('public.request_jobs(%L, %L, p_token_hash => $1%s)', 'importer', p_jobs, p_more))
$$;
create function pg_temp.get(p_caller text, p_id uuid) returns jsonb
language sql as $$ select pg_temp.ask(p_caller, format('public.get_job(%L, $1)', p_id)) -> 'job' $$;

-- A repeated request

create temp table first as select pg_temp.request('ours', '[{"payload": {"n": 1}}, {"priority": 99999}]', $$, p_idempotency_key => 'key', p_request_id => 'first'$$) as answer;
select is(
  (select array_agg(r.value ->> 'outcome') from first, jsonb_array_elements(answer -> 'results') as r (value)), array['created', 'rejected'], 'one job of two is enqueued');
create temp table again as select pg_temp.request('ours', '[{"payload": {"n": 1}}, {"priority": 99999}]', $$, p_idempotency_key => 'key', p_request_id => 'second'$$) as answer;
select is(
  (select a.answer -> 'results' from again a), (select f.answer -> 'results' from first f), 'the same request gets the same answer');
select is((select a.answer - 'results' from again a), '{"outcome": "ok", "replayed": true, "request_id": "first"}'::jsonb, 'as that of the first request');
select is((select count(*) from nightshift.jobs), 1::bigint, 'and does nothing twice');
select is(
  pg_temp.request('ours', '[{}]', $$, p_idempotency_key => 'key'$$) ->> 'outcome', 'idempotency_key_reused', 'the key is for that request');
select is(
  pg_temp.request(c.caller, jsonb_build_array(jsonb_build_object('workspace_id', c.workspace_id)), $$, p_idempotency_key => 'key'$$) #>> '{results,0,outcome}',
  'created', format('and means nothing to %s', c.caller))
from (values ('theirs', null::uuid), ('owner', :'ours'), ('service_role', null)) as c (caller, workspace_id);
select is(
  pg_temp.ask('ours', $$ public.log_tasks('[{"task_type": "email_sync"}]', 'key', $1) $$) #>> '{results,0,outcome}', 'created', 'nor to the log of tasks');
select is(
  pg_temp.request('ours', '[{"priority": 99999}]', $$, p_idempotency_key => 'other'$$) #>> '{results,0,outcome}', 'rejected', 'a request that enqueued nothing');
select is(
  pg_temp.request('ours', '[{}]', $$, p_idempotency_key => 'other'$$) #>> '{results,0,outcome}', 'created', 'does not use up its key');

-- A key names one job of a workspace

create temp table keyed as select pg_temp.request('ours', '[{"key": "k"}]') #> '{results,0}' as result;
select is(pg_temp.request('ours', '[{"key": "k"}]') #> '{results,0}', result || '{"outcome": "exists"}', 'the same key is the same job') from keyed;
select is(
  pg_temp.request('theirs', '[{"key": "k"}]') #>> '{results,0,outcome}', 'created', 'of another workspace it is another job');
select isnt(
  pg_temp.request('service_role', '[{"key": "k"}]') #>> '{results,0,task_id}', result ->> 'task_id', 'as it is of the project') from keyed;

-- From waiting to its end

delete from public.autonomous_tasks where true;
delete from nightshift.jobs where true;
create temp table job as
select (pg_temp.request('member', jsonb_build_array(jsonb_build_object('workspace_id', :'ours', 'key', 'k', 'priority', 5, 'payload', '{"file": "a.csv"}'::jsonb)))
  #>> '{results,0,task_id}')::uuid as id;
select is(
  pg_temp.get('viewer', id) - array['run_at', 'created_at', 'cost_estimate_usd'],
  jsonb_build_object('id', id, 'workspace_id', :'ours', 'agent', 'importer', 'status', 'pending', 'key', 'k', 'priority', 5, 'attempt', 0, 'max_attempts', 3,
    'last_error', null, 'next_try_at', null, 'cancel_requested_at', null, 'retried_as', null, 'ended_at', null, 'payload', '{"file": "a.csv"}'::jsonb,
    'output_data', null, 'error_message', null, 'executed_at', null, 'steps', '[]'::jsonb, 'lines', '[]'::jsonb),
  'a job that waits') from job;
create temp table run as select pg_temp.start_agent(now()::text) as answer;
select is(pg_temp.get('viewer', id) ->> 'status', 'running', 'a job that runs') from job;
select public.save_step((r.answer ->> 'run_id')::uuid, (r.answer ->> 'run_token')::uuid, job.id,
    '{"name": "download", "position": 1, "result": {"secret": 1}}'),
  public.log_lines((r.answer ->> 'run_id')::uuid, (r.answer ->> 'run_token')::uuid, jsonb_build_array(
    jsonb_build_object('task_id', job.id, 'message', 'downloaded', 'fields', '{"rows": 10}'::jsonb), jsonb_build_object('task_id', job.id, 'message', 'next')))
from run r, job \g /dev/null
select is(
  jsonb_path_query_array(pg_temp.get('viewer', id), '$.steps[*].name'), '["download"]', 'its finished steps') from job;
select ok(pg_temp.get('viewer', id)::text !~ 'secret', 'without what they returned') from job;
select is(jsonb_path_query_array(pg_temp.get('viewer', id), '$.lines[*].message'), '["downloaded", "next"]', 'its lines in their order') from job;
select is(pg_temp.get('viewer', id) #> '{lines,0,fields}', '{"rows": 10}', 'with their fields') from job;
select is(
  pg_temp.ask(c.caller, format('public.list_lines(%L, $1)', id)) ->> 'outcome', c.outcome, format('%s asks for the lines: %s', c.caller, c.outcome))
from job, (values ('viewer', 'ok'), ('ours', 'ok'), ('service_role', 'ok'), ('other_owner', 'task_not_found'), ('stranger', 'task_not_found'),
  ('theirs', 'task_not_found'), ('ours, ping', 'forbidden')) as c (caller, outcome);

select nightshift.settle_jobs((r.answer ->> 'run_id')::uuid, (r.answer ->> 'run_token')::uuid,
  jsonb_build_array(jsonb_build_object('task_id', job.id, 'outcome', 'retry', 'error', 'The server answered 503.', 'after_seconds', 60)), 0, 30)
from run r, job \g /dev/null
create temp table between_attempts as select pg_temp.get('viewer', id) as job from job;
select is(
  array[job ->> 'status', job ->> 'attempt', job ->> 'last_error'], array['running', '1', 'The server answered 503.'], 'between two attempts it runs, and says why')
from between_attempts;
select ok((job ->> 'next_try_at')::timestamptz > now() + interval '30 seconds', 'and when the next one comes') from between_attempts;
select is(pg_temp.ask('owner', format('public.cancel_job(%L)', id)) #>> '{job,status}', 'cancelled', 'a job that waits for an attempt is cancelled at once') from job;

update job set id = (pg_temp.request('service_role', jsonb_build_array(jsonb_build_object('workspace_id', :'ours'))) #>> '{results,0,task_id}')::uuid where true;
select nightshift.settle_jobs((r.answer ->> 'run_id')::uuid, (r.answer ->> 'run_token')::uuid, '[]', 5, 30) from run r \g /dev/null
create temp table cancelling as select pg_temp.ask('owner', format('public.cancel_job(%L)', id)) -> 'job' as job from job;
select is(job ->> 'status', 'running', 'a job at work runs on') from cancelling;
select ok(job ->> 'cancel_requested_at' is not null, 'until its work has stopped') from cancelling;
select nightshift.settle_jobs((r.answer ->> 'run_id')::uuid, (r.answer ->> 'run_token')::uuid,
  jsonb_build_array(jsonb_build_object('task_id', job.id, 'outcome', 'completed', 'output', '{"rows": 10}'::jsonb)), 0, 30) from run r, job \g /dev/null
select is((select count(*) from nightshift.jobs j, job where j.task_id = job.id), 0::bigint, 'a completed job leaves the queue');
select is(
  array[job ->> 'status', job ->> 'output_data', job ->> 'attempt'], array['completed', '{"rows": 10}', null], 'and is found all the same')
from (select pg_temp.get('viewer', id) as job from job) j;
select is(
  pg_temp.ask('owner', format('public.cancel_job(%L)', id)), '{"outcome": "task_already_finished", "status": "completed"}'::jsonb, 'but not cancelled') from job;

-- Lists

select nightshift.enqueue_jobs('importer', (select jsonb_agg(jsonb_build_object('workspace_id', w)) from generate_series(1, 5), unnest(array[:'ours', :'theirs']::uuid[]) as w)) \g /dev/null
create function pg_temp.walk(p_caller text, p_filter jsonb) returns uuid[]
language plpgsql as $$
declare
  v_page jsonb;
  v_ids uuid[] := '{}';
  v_after text;
begin
  loop
    v_page := pg_temp.ask(p_caller, format('public.list_jobs(%L, $1)', p_filter || jsonb_strip_nulls(jsonb_build_object('limit', 2, 'after', v_after))));
    v_ids := v_ids || array(select (j.value ->> 'id')::uuid from jsonb_array_elements(v_page -> 'jobs') as j (value));
    v_after := v_page ->> 'next';
    exit when v_after is null;
  end loop;
  return v_ids;
end
$$;
select is(
  pg_temp.walk(c.caller, c.filter), array(
    select j.task_id from nightshift.jobs j
    where (c.workspace_id is null or j.workspace_id = c.workspace_id) and (c.filter ->> 'status' is null or nightshift.job_status(j) = c.filter ->> 'status')
    order by j.task_id desc),
  format('%s walks through %s', c.caller, c.filter))
from (values ('viewer', '{}'::jsonb, :'ours'::uuid), ('viewer', '{"status": "cancelled"}', :'ours'), ('ours', '{"agent": "importer", "status": "pending"}', :'ours'),
  ('service_role', '{}', null), ('service_role', jsonb_build_object('workspace_id', :'theirs'), :'theirs')) as c (caller, filter, workspace_id);
select is(
  pg_temp.walk(c.caller, c.filter), '{}', format('%s finds none with %s', c.caller, c.filter))
from (values ('viewer', jsonb_build_object('workspace_id', :'theirs')), ('ours', jsonb_build_object('workspace_id', :'theirs')), ('viewer', '{"agent": "none"}'::jsonb)) as c (caller, filter);

-- Under the id of a job that is gone

create temp table gone as select j.task_id as id from nightshift.jobs j where j.workspace_id = :'ours' and j.state = 'ready' limit 1;
select nightshift.store_lines(jsonb_build_array(jsonb_build_object('task_id', id, 'workspace_id', :'ours', 'message', 'of ours'))) from gone \g /dev/null
delete from public.autonomous_tasks t using gone where t.id = gone.id;
delete from nightshift.jobs j using gone where j.task_id = gone.id;
insert into public.autonomous_tasks (id, workspace_id, task_type, agent_name) select id, :'theirs', 'email_sync', 'importer' from gone;
select is(pg_temp.ask('other_owner', format('public.list_lines(%L)', id)), '{"outcome": "ok", "lines": []}'::jsonb, 'nobody gets the lines of another workspace') from gone;
select is(pg_temp.get('other_owner', id) -> 'lines', '[]', 'nor with the job') from gone;
select * from finish();
rollback;
