-- Test: who may enqueue, see, cancel and repeat jobs, for each policy of an agent and each kind of caller.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/agents.psql

insert into public.task_schedules (name, task_type, target, enqueue_policy) values
  ('for-members', 'email_sync', 'importer', 'members'), ('for-owners', 'email_sync', 'importer', 'owners'),
  ('for-service', 'email_sync', 'importer', 'service');
insert into public.task_schedules (name, task_type, cron_expression, target)
values ('at-a-url', 'email_sync', '0 * * * *', 'https://example.com');
create temp table callers (caller text, members text, owners text, service text);
insert into callers values
  ('stranger', 'agent_not_found', 'agent_not_found', 'agent_not_found'),
  ('viewer', 'forbidden', 'forbidden', 'forbidden'),
  ('member', 'created', 'forbidden', 'agent_not_open'),
  ('admin', 'created', 'created', 'agent_not_open'),
  ('owner', 'created', 'created', 'agent_not_open'),
  ('other_owner', 'workspace_not_found', 'workspace_not_found', 'workspace_not_found'),
  ('service_role', 'created', 'created', 'created'),
  ('ours', 'created', 'created', 'agent_not_open'),
  ('ours, email_sync only', 'created', 'created', 'agent_not_open'),
  ('ours, ping', 'forbidden', 'forbidden', 'forbidden'),
  ('theirs', 'workspace_not_found', 'workspace_not_found', 'workspace_not_found'),
  ('revoked', 'unauthorized', 'unauthorized', 'unauthorized');
create function pg_temp.outcome(p_answer jsonb) returns text
language sql as $$ select coalesce(p_answer #>> '{results,0,outcome}', p_answer ->> 'outcome') $$;
create function pg_temp.request(p_caller text, p_agent text, p_jobs jsonb, p_more text default '') returns jsonb
language sql as $$
  select pg_temp.ask(p_caller, format('public.request_jobs(%L, %L, p_token_hash => $1%s)', p_agent, p_jobs, p_more))
$$;
create temp table ours as select jsonb_build_array(jsonb_build_object('workspace_id', :'ours')) as jobs;
select plan((select 3 * count(*) + 4 * count(*) + 33 from callers)::integer);

-- Enqueueing

select is(pg_temp.outcome(pg_temp.request(c.caller, 'for-' || p.policy, ours.jobs)), p.outcome, format('%s asks the agent for %s: %s', c.caller, p.policy, p.outcome))
from callers c
cross join ours
cross join lateral (values ('members', c.members), ('owners', c.owners), ('service', c.service)) as p (policy, outcome);
select is(pg_temp.outcome(pg_temp.request(a.caller, a.agent, ours.jobs)), a.outcome, format('%s asks %s: %s', a.caller, a.agent, a.outcome))
from ours, (values ('owner', 'no-such-agent', 'agent_not_found'), ('owner', 'at-a-url', 'agent_not_found'), ('service_role', 'at-a-url', 'agent_not_found'),
  ('anon', 'for-members', '42501')) as a (caller, agent, outcome)
where a.caller <> 'anon';
select is(
  pg_temp.attempt('anon', $$ select public.request_jobs('for-members', '[]') $$), '42501', 'anon asks nobody');
select is(
  (select array_agg(distinct t.triggered_by order by t.triggered_by) from public.autonomous_tasks t where t.agent_name like 'for-%' and t.workspace_id = :'ours'),
  array['api', 'user'], 'the log says who asked');
select is(
  (select array_agg(distinct t.workspace_id) from public.autonomous_tasks t where t.agent_name like 'for-%'), array[:'ours'::uuid],
  'and every job is in the workspace that was named');

-- What is wrong with one job spoils no other

select is(
  (select array_agg(r.value ->> 'outcome' order by r.position) from jsonb_array_elements(pg_temp.request('member', 'for-members', jsonb_build_array(
    '{}'::jsonb, jsonb_build_object('workspace_id', :'theirs'), jsonb_build_object('workspace_id', 'me'), 7, null, jsonb_build_object('workspace_id', :'ours', 'priority', 'high'),
    jsonb_build_object('workspace_id', :'ours', 'payload', '{"ok": true}'::jsonb), jsonb_build_object('workspace_id', null),
    jsonb_build_object('workspace_id', :'ours', 'status', 'completed'))) -> 'results') with ordinality as r (value, position)),
  array['workspace_missing', 'workspace_not_found', 'rejected', 'rejected', 'rejected', 'rejected', 'created', 'workspace_missing', 'rejected'],
  'each job of a request has a result of its own');
select is(
  pg_temp.request('member', 'for-members', jsonb_build_array(jsonb_build_object('workspace_id', 'me'))) #>> '{results,0,error}', 'workspace_id is a UUID.',
  'which says what is wrong');
select is(pg_temp.request('ours', 'for-members', '[{}]') #>> '{results,0,outcome}', 'created', 'a token need not name its workspace');
select is(
  (select t.workspace_id from public.autonomous_tasks t order by t.id desc limit 1), :'ours'::uuid, 'and means it');
select is(pg_temp.request('service_role', 'for-service', '[{}]') #>> '{results,0,outcome}', 'created', 'the service role asks for the project');
select is(pg_temp.outcome(pg_temp.request('member', 'for-members', '{}')), 'batch_too_large', 'no list');
select is(
  pg_temp.outcome(pg_temp.request('member', 'for-members', (select jsonb_agg(jsonb_build_object('workspace_id', :'ours')) from generate_series(1, 501)))),
  'batch_too_large', 'and 501 jobs are too many');

-- Seeing, cancelling, repeating

delete from public.autonomous_tasks where agent_name like 'for-%';
delete from nightshift.jobs where true;
create temp table seen as
select c.*, nightshift.enqueue_jobs('for-owners', ours.jobs) #>> '{jobs,0,task_id}' as task_id from callers c, ours;
select is(
  pg_temp.ask(s.caller, format('public.get_job(%L, $1)', s.task_id)) ->> 'outcome',
  case s.caller when 'ours, ping' then 'forbidden' when 'revoked' then 'unauthorized' when 'stranger' then 'task_not_found' when 'other_owner' then 'task_not_found'
    when 'theirs' then 'task_not_found' else 'ok' end, format('%s sees a job: as the table says', s.caller))
from seen s;
select is(
  jsonb_array_length(coalesce(pg_temp.ask(s.caller, 'public.list_jobs(''{"limit": 200}'', $1)') -> 'jobs', '[]')),
  case when s.caller in ('ours, ping', 'revoked', 'stranger', 'other_owner', 'theirs') then 0 else 12 end, format('%s lists jobs', s.caller))
from seen s;
create temp table judged as
select s.caller, s.task_id, case s.owners when 'created' then 'ok' when 'workspace_not_found' then 'task_not_found' when 'agent_not_found' then 'task_not_found'
  else s.owners end as outcome
from seen s;
select is(
  pg_temp.ask(j.caller, format('public.cancel_job(%L, $1)', j.task_id)) ->> 'outcome', j.outcome, format('%s cancels a job: %s', j.caller, j.outcome))
from judged j;
select is(
  (select array_agg(distinct t.status) from public.autonomous_tasks t join judged j on j.task_id::uuid = t.id where (j.outcome = 'ok') <> (t.status = 'cancelled')), null,
  'exactly those are cancelled');
select nightshift.cancel_job(j.task_id::uuid) from judged j \g /dev/null
select is(
  pg_temp.ask(j.caller, format('public.retry_job(%L, $1)', j.task_id)) ->> 'outcome', j.outcome, format('%s repeats a job: %s', j.caller, j.outcome))
from judged j;

-- The same again, and what has no answer

create temp table mine as select j.task_id from judged j where j.caller = 'owner';
select is(pg_temp.ask('owner', format('public.cancel_job(%L)', task_id)) #>> '{job,status}', 'cancelled', 'a cancelled job may be cancelled again') from mine;
select is(
  pg_temp.ask('owner', format('public.retry_job(%L)', task_id)) #> '{job,id}', pg_temp.ask('owner', format('public.get_job(%L)', task_id)) #> '{job,retried_as}',
  'and repeated again it is the same new job') from mine;
select is(pg_temp.ask('owner', format('public.get_job(%L)', gen_random_uuid())) ->> 'outcome', 'task_not_found', 'a job that is not there');
insert into public.autonomous_tasks (id, workspace_id, task_type, agent_name) values ('d0000000-0000-4000-8000-00000000000d', :'ours', 'email_sync', 'n8n');
select is(pg_temp.ask('owner', $$ public.cancel_job('d0000000-0000-4000-8000-00000000000d') $$) ->> 'outcome', 'task_not_found', 'a task that is not a job is not found');
select is(
  pg_temp.ask('owner', format('public.retry_job(%L)', pg_temp.ask('owner', format('public.get_job(%L)', task_id)) #>> '{job,retried_as}')),
  '{"outcome": "task_not_retryable", "status": "pending"}'::jsonb, 'a job that waits is not repeated') from mine;
select is(
  pg_temp.ask(a.caller, format('public.requeue_jobs(%L, %L, $1)', a.agent, a.workspace_id)) ->> 'outcome', a.outcome, format('%s requeues %s: %s', a.caller, a.agent, a.outcome))
from (values ('owner', 'for-owners', :'ours'::uuid, 'ok'), ('member', 'for-owners', :'ours', 'forbidden'), ('owner', 'for-owners', null, 'workspace_missing'),
  ('owner', 'for-owners', :'theirs', 'workspace_not_found'), ('ours', 'for-owners', null, 'ok'), ('theirs', 'for-owners', :'ours', 'workspace_not_found'),
  ('service_role', 'for-service', null, 'ok')) as a (caller, agent, workspace_id, outcome);

-- Tasks of the runner over the task API

create temp table runner as
select nightshift.enqueue_jobs('for-owners', ours.jobs) #>> '{jobs,0,task_id}' as task_id from ours;
select is(
  pg_temp.ask(c.caller, format('public.change_task(%L, %L, %L, $1)', r.task_id, a.action, '{}')) ->> 'outcome', 'forbidden',
  format('%s cannot %s a job as if it were a task of its own', c.caller, a.action))
from runner r, (values ('owner'), ('ours')) as c (caller), (values ('start'), ('cancel')) as a (action);
select is(
  pg_temp.ask('ours', format('public.log_tasks(%L, null, $1)', jsonb_build_array(jsonb_build_object('id', r.task_id, 'task_type', 'email_sync', 'status', 'completed'))))
    #>> '{results,0,outcome}', 'forbidden', 'nor end it by logging it again')
from runner r;
select is((select t.status from public.autonomous_tasks t where t.id = r.task_id::uuid), 'pending', 'it waits for its agent') from runner r;
select nightshift.cancel_job(r.task_id::uuid) from runner r \g /dev/null
create temp table retried as select pg_temp.ask('ours', format('public.retry_task(%L, $1)', r.task_id)) as answer from runner r;
select is(
  (select j.state from nightshift.jobs j where j.task_id = (answer #>> '{task,id}')::uuid), 'ready', 'repeated as a task it becomes a job again, which its agent does')
from retried;
select * from finish();
rollback;
