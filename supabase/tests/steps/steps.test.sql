-- Test: a finished step of a job is kept for its next attempt, once, in its place, and by its holder only.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/jobs.psql
select plan(21);

select pg_temp.enqueue(:'ours') as task_id \gset
select run_id, token from pg_temp.start() \gset

create function pg_temp.save(p_name text, p_position integer, p_result jsonb, p_token uuid, p_task_id uuid, p_run_id uuid)
returns text language sql as $$
  select coalesce(s.answer ->> 'message', s.answer ->> 'outcome')
  from (select public.save_step(p_run_id, p_token, p_task_id,
    jsonb_build_object('name', p_name, 'position', p_position, 'result', p_result))) as s (answer)
$$;

select is(pg_temp.save('read', 1, '{"rows": 3}', :'token', :'task_id', :'run_id'), 'saved', 'a step is saved');
select is(pg_temp.save('read', 1, '{"rows": 3}', :'token', :'task_id', :'run_id'), 'saved',
  'the same request again, because its answer was lost, changes nothing');
select is(pg_temp.save('nothing', 2, null, :'token', :'task_id', :'run_id'), 'saved', 'a step that returned nothing is saved');
select is(pg_temp.save('read', 1, '{"rows": 4}', :'token', :'task_id', :'run_id'),
  'The job has a step "read" already, as step 1. Names of steps are unique.',
  'another result of a step is rejected');
select is(pg_temp.save('read', 3, '{"rows": 3}', :'token', :'task_id', :'run_id'),
  'The job has a step "read" already, as step 1. Names of steps are unique.', 'a name is used once');
select is(pg_temp.save('write', 1, '1', :'token', :'task_id', :'run_id'),
  'Step 1 of the job was "read" before and is "write" now. The order of steps cannot change.', 'a place is used once');
select is(pg_temp.save('', 3, '1', :'token', :'task_id', :'run_id'), 'The name of a step has 1 to 200 characters.',
  'a step has a name');
select is(pg_temp.save(repeat('x', 201), 3, '1', :'token', :'task_id', :'run_id'),
  'The name of a step has 1 to 200 characters.', 'of at most 200 characters');
select is(pg_temp.save('late', 1001, '1', :'token', :'task_id', :'run_id'),
  'Step "late" would be step 1001. A job has at most 1000 steps.', 'a job has at most 1,000 steps');
select matches(pg_temp.save('big', 3, to_jsonb(repeat('x', 262144)), :'token', :'task_id', :'run_id'),
  '^The result of step "big" takes \d+ bytes. A step keeps at most 262144 \(256 kB\)\.$', 'a result has at most 256 kB');
select matches(pg_temp.save('deep', 3, (repeat('[', 40) || repeat(']', 40))::jsonb, :'token', :'task_id', :'run_id'),
  '^The result of step "deep" is nested deeper than 32 levels', 'and at most 32 levels');

select is(pg_temp.save('other', 3, '1', gen_random_uuid(), :'task_id', :'run_id'), 'lost', 'a wrong token saves nothing');
select is(pg_temp.save('other', 3, '1', :'token', gen_random_uuid(), :'run_id'), 'lost', 'nor does it for another job');
select pg_temp.enqueue(:'theirs') as other_task_id \gset
select is(pg_temp.save('other', 3, '1', :'token', :'other_task_id', :'run_id'), 'lost',
  'nor for a job that the run does not hold');

insert into nightshift.task_steps (task_id, name, position, result, bytes)
select :'task_id', 'part ' || n, 10 + n, '1', 262144 from generate_series(1, 32) n;
select is(pg_temp.save('more', 3, '1', :'token', :'task_id', :'run_id'),
  'The steps of the job would keep more than 8 MB with step "more".', 'all steps of a job keep at most 8 MB');
delete from nightshift.task_steps s where s.name like 'part %';

select nightshift.settle_jobs(:'run_id', :'token', jsonb_build_array(jsonb_build_object(
  'task_id', :'task_id', 'outcome', 'continue'))) \g /dev/null
select is(pg_temp.save('other', 3, '1', :'token', :'task_id', :'run_id'), 'lost', 'after its end a run saves nothing');
select nightshift.finish_agent_run(:'run_id', :'token') \g /dev/null
select run_id as next_run_id, token as next_token,
  (select j.value -> 'steps' from jsonb_array_elements(jobs) j where j.value ->> 'task_id' = :'task_id') as steps
from pg_temp.start() \gset
select is(:'steps'::jsonb, '[{"name": "read", "position": 1, "result": {"rows": 3}},
  {"name": "nothing", "position": 2, "result": null}]', 'the next run gets the kept steps in their order');

select is(pg_temp.attempt('owner', format($q$select public.save_step(%L, %L, %L, '{"name": "x", "position": 9}')$q$,
  :'next_run_id', :'next_token', :'task_id')), '42501', 'no user saves a step');
select is(pg_temp.attempt('service_role', format($q$select public.save_step(%L, %L, %L, '{"name": "x", "position": 9}')$q$,
  :'next_run_id', :'next_token', :'task_id')), '1', 'the service role does');

select nightshift.settle_jobs(:'next_run_id', :'next_token', jsonb_build_array(jsonb_build_object(
  'task_id', :'task_id', 'outcome', 'completed'))) \g /dev/null
select is((select count(*) from nightshift.task_steps s where s.task_id = :'task_id'), 0::bigint,
  'the steps of a completed job go with it');
select pg_temp.enqueue(:'ours') as last_task_id \gset
insert into nightshift.task_steps (task_id, name, position, result, bytes) values (:'last_task_id', 'a', 1, '1', 1);
delete from public.workspaces w where w.id = :'ours';
select is((select count(*) from nightshift.task_steps), 0::bigint, 'steps go with their workspace');

select * from finish();
rollback;
