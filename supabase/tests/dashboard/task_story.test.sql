-- Test: the story of a task has what is known of it, and says what its reader can do.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/schedules.psql
select plan(25);

create function pg_temp.story(p_persona text, p_task_id uuid) returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.get_task_story(%L)', p_task_id))
$$;

-- A task of an agent elsewhere, one of the email runner, and one of the other workspace.
\set external 00000000-0000-7000-8000-000000000001
\set runner 00000000-0000-7000-8000-000000000002
\set foreign 00000000-0000-7000-8000-000000000003
\set run 00000000-0000-7000-8000-000000000004
insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at, agent_name, error_message, input_data) values
  (:'external', :'ours', 'campaign_optimization', 'failed', '2026-03-01 12:00Z', 'n8n', 'The host has no answer.', '{"campaign": 12345678901234567890.123456789}'),
  (:'foreign', :'theirs', 'campaign_optimization', 'failed', '2026-03-01 12:00Z', 'n8n', 'Words of theirs.', '{}'),
  (:'run', null, 'continuous_intelligence_update', 'completed', '2026-03-01 12:00Z', 'continuous-intelligence', null, '{}'),
  (:'runner', :'ours', 'continuous_intelligence_update', 'partial_failure', '2026-03-01 12:00Z', 'continuous-intelligence', '1 email failed.', '{}');
insert into nightshift.run_workspaces (run_id, workspace_id, task_id, status, started_at, ended_at)
values (:'run', :'ours', :'runner', 'partial_failure', '2026-03-01 12:00Z', '2026-03-01 12:00Z');
insert into public.task_dispatches (schedule_id, slot, kind, task_id, dispatched_at, verdict)
select s.id, '2026-03-01 12:00Z', 'tick', :'run', '2026-03-01 12:00Z', 'accepted' from public.task_schedules s where s.name = 'half-hourly';
select pg_temp.receive(:'ours', 'our', 2, '2026-03-01 11:00Z') \g /dev/null
select pg_temp.receive(:'theirs', 'their', 1, '2026-03-01 11:00Z') \g /dev/null
insert into public.email_intelligence (email_id, workspace_id, run_id, primary_intent, sentiment, urgency_level, budget_mentioned,
  timeline_mentioned, decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
select e.id, e.workspace_id, :'run', 'question', 'neutral', 'low', false, false, false, 50, false, false, false, 'rules', 1, 'test'
from public.client_emails e where e.provider_message_id in ('our-1', 'their-1');
update nightshift.email_queue q set failed_at = now() from public.client_emails e where e.id = q.email_id and e.provider_message_id in ('our-2', 'their-1');
insert into nightshift.task_lines (task_id, workspace_id, at, message, bytes) values
  (:'external', :'ours', '2026-03-01 12:00:01Z', 'began', 5), (:'external', :'theirs', '2026-03-01 12:00:01Z', 'of theirs', 9);
insert into public.ai_usage (id, workspace_id, task_id, analyzer, model, tokens_in, tokens_out, cost_usd, price_id, outcome, emails)
values (gen_random_uuid(), :'ours', :'runner', 'anthropic', 'a-model', 10, 5, 0.5, 'x', 'ok', 2);

select is(array[pg_temp.story('viewer', :'external') ->> 'kind', pg_temp.story('viewer', :'runner') ->> 'kind'],
  array['external', 'runner'], 'it says who did it');
select matches(pg_temp.story('viewer', :'external') ->> 'why', '^It failed at .*: The host has no answer\.$', 'and why it failed');
select is(pg_temp.story('viewer', :'external') -> 'input', jsonb_build_object('bytes', 44, 'text', E'{\n    "campaign": 12345678901234567890.123456789\n}'),
  'with what it was given, to the last digit');
select is(array[pg_temp.ask('viewer', format('public.get_task_document(%L, ''input'')', :'external')), pg_temp.ask('owner', format('public.get_task_document(%L, ''input'')', :'foreign'))],
  array[to_jsonb(E'{\n    "campaign": 12345678901234567890.123456789\n}'::text), null], 'which those who see the task can also ask for alone');
select is(pg_temp.story('viewer', :'external') -> 'lines', '[{"at": "2026-03-01T12:00:01+00:00", "message": "began"}]',
  'and its lines, without those of another workspace');
select is(pg_temp.story('viewer', :'runner') -> 'slot', '{"schedule": "half-hourly", "slot": "2026-03-01T12:00:00+00:00"}',
  'a task of the runner leads to its slot');
select is(jsonb_array_length(pg_temp.story('viewer', :'runner') -> 'emails'), 1, 'and to the emails of the own workspace');
select is(pg_temp.story('viewer', :'runner') #>> '{calls,0,usd}', '0.50000000', 'and to its calls of models');
select is(pg_temp.story('viewer', :'runner') -> 'failed_emails', '1', 'and says how many emails were given up');
select is(array[pg_temp.story('stranger', :'external'), pg_temp.story('owner', :'foreign'), pg_temp.story('owner', :'run')],
  array[null, null, null]::jsonb[], 'strangers get nothing, and nobody gets a system row');
select is(pg_temp.attempt('anon', 'select public.get_task_story($1)'), '42501', 'nobody asks without signing in');

-- What is offered is what succeeds

create temp table offers as
select p.persona, t.id, pg_temp.story(p.persona, t.id) -> 'acts' as acts
from personas p cross join (values (:'external'::uuid), (:'runner'::uuid)) as t (id)
where p.persona in ('viewer', 'member', 'admin', 'owner');
select results_eq('select persona, (acts ->> ''retry'')::boolean, (acts ->> ''cancel'')::boolean from offers where id = ''00000000-0000-7000-8000-000000000001'' order by persona',
  $$values ('admin', true, false), ('member', true, false), ('owner', true, false), ('viewer', false, false)$$,
  'who writes is offered to retry a task of an agent elsewhere');
select results_eq('select persona, (acts ->> ''retry'')::boolean, (acts ->> ''requeue'')::boolean from offers where id = ''00000000-0000-7000-8000-000000000002'' order by persona',
  $$values ('admin', false, true), ('member', false, false), ('owner', false, true), ('viewer', false, false)$$,
  'managers are offered to read failed emails again, and nobody to retry a task of the runner');
select is(array[
  pg_temp.ask('viewer', format('public.retry_tasks(array[%L]::uuid[])', :'external')) #>> '{results,0,outcome}',
  pg_temp.ask('owner', format('public.retry_tasks(array[%L]::uuid[])', :'runner')) #>> '{results,0,outcome}',
  pg_temp.ask('owner', format('public.retry_tasks(array[%L]::uuid[])', :'foreign')) #>> '{results,0,outcome}',
  pg_temp.ask('stranger', format('public.retry_tasks(array[%L]::uuid[])', :'runner')) #>> '{results,0,outcome}'],
  array['forbidden', 'runner_task', 'task_not_found', 'task_not_found'], 'what is not offered is refused');
select is(pg_temp.ask('member', format('public.retry_tasks(array[%L, %L]::uuid[])', :'external', :'external')) #>> '{results,0,outcome}',
  'ok', 'what is offered succeeds');
select is(pg_temp.ask('member', format('public.retry_tasks(array[%L]::uuid[])', :'external')) #>> '{results,0,retry_id}',
  (select r.task_id::text from nightshift.task_retries r), 'asked again, it is the same retry');
select is((select array_agg(c.link ->> 'status' order by c.nth)
  from jsonb_array_elements(pg_temp.story('member', (select r.task_id from nightshift.task_retries r)) -> 'chain') with ordinality as c (link, nth)),
  array['failed', 'pending'], 'the retry leads back to what it retries');
select is((select array_agg(c.link ->> 'status' order by c.nth)
  from jsonb_array_elements(pg_temp.story('member', :'external') -> 'chain') with ordinality as c (link, nth)),
  array['failed', 'pending'], 'and the other way');
select is(pg_temp.attempt('member', 'select public.retry_tasks(array_fill(gen_random_uuid(), array[101]))'), 'PT400 ids_invalid',
  'a hundred ids at once are the most');

select is(array[pg_temp.attempt('member', 'select public.requeue_failed_emails($1)'), pg_temp.attempt('stranger', 'select public.requeue_failed_emails($1)'),
    pg_temp.attempt('other_owner', 'select public.requeue_failed_emails($1)')],
  array['PT403 forbidden', 'PT404 workspace_not_found', 'PT404 workspace_not_found'], 'only managers have emails read again');
select is(pg_temp.ask('admin', format('public.requeue_failed_emails(%L)', :'ours')), '{"requeued": 1}', 'an admin does');
select is((select count(*) from nightshift.email_queue q where q.failed_at is not null), 1::bigint, 'those of the other workspace stay');

-- Jobs

insert into public.task_schedules (name, task_type, target) values ('our-agent', 'campaign_optimization', 'our-agent');
insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at, agent_name)
values ('00000000-0000-7000-8000-000000000009', :'ours', 'campaign_optimization', 'pending', now(), 'our-agent');
insert into nightshift.jobs (task_id, schedule_id, workspace_id, run_at, state, max_attempts)
select t.id, s.id, :'ours', now(), 'ready', 3
from public.task_schedules s
cross join (values ('00000000-0000-7000-8000-000000000008'::uuid), ('00000000-0000-7000-8000-000000000009')) as t (id)
where s.name = 'our-agent';
select is((pg_temp.story('member', '00000000-0000-7000-8000-000000000009') -> 'job') - 'run_at' - 'created_at', '{"agent": "our-agent", "state": "ready",
  "attempt": 0, "max_attempts": 3, "last_error": null, "cancel_requested_at": null, "before": 1}', 'a job says what is before it');
select is((pg_temp.story('member', '00000000-0000-7000-8000-000000000009') #>> '{acts,cancel}')::boolean,
  pg_temp.ask('member', 'public.cancel_job(''00000000-0000-7000-8000-000000000009'')') ->> 'outcome' = 'ok',
  'what is offered of a job is what succeeds');

-- Size

insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at, agent_name, error_message, input_data)
values ('00000000-0000-7000-8000-000000000010', :'ours', 'campaign_optimization', 'failed', now(), repeat(chr(1), 200), repeat(chr(1), 10000),
  jsonb_build_object('x', repeat('y', 100000)));
insert into nightshift.task_lines (task_id, workspace_id, at, message, bytes)
select '00000000-0000-7000-8000-000000000010', :'ours', now(), repeat(chr(1), 2000), 2000 from generate_series(1, 100);
insert into nightshift.task_steps (task_id, name, position, result, bytes)
select '00000000-0000-7000-8000-000000000010', n || repeat(chr(1), 190), n, '1', 1 from generate_series(1, 100) as n;
select cmp_ok(octet_length(pg_temp.story('viewer', '00000000-0000-7000-8000-000000000010')::text), '<=', 65536,
  'no story is longer than 64 kB');

select * from finish();
rollback;
