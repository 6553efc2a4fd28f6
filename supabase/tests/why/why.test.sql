-- Test: every question is answered in one sentence from our own rows, and a stranger's as if there were nothing.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
set local client_min_messages = error;
select plan(25);

update public.task_schedules s set active_since = '2026-03-01 11:45Z' where s.name = 'half-hourly';
update public.task_schedules s set enabled = false where s.name <> 'half-hourly';

-- Why did nothing run?

select matches(nightshift.why('time', 'half-hourly 2026-03-01T12:07Z'), '^"half-hourly" had no scheduled time at 2026-03-01 12:07 UTC: the one before was 2026-03-01 12:00 UTC, the next is 2026-03-01 12:30 UTC\.$', 'there was no scheduled time');
select matches(nightshift.why('time', '2026-03-01T12:07Z'), '^No schedule that is switched on has a scheduled time at', 'of no schedule');
select matches(nightshift.why('time', 'half-hourly 2026-03-01T03:00Z'), 'nothing was expected before 2026-03-01 11:45 UTC', 'it was not there yet');
select matches(nightshift.why('time', 'half-hourly 2026-03-01T12:00Z'), 'it is too long ago to be known', 'it is too long ago');
update public.task_schedules s set active_since = now() - interval '5 hours' where s.name = 'half-hourly';
select matches(nightshift.why('time', 'half-hourly ' || to_char(date_trunc('hour', now() at time zone 'utc') - interval '2 hours', 'YYYY-MM-DD HH24:MI"Z"')), 'no tick of pg_cron has come for it', 'no tick came');
update public.task_schedules s set active_since = '2026-03-01 11:45Z' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 12:30Z') \g /dev/null
select matches(nightshift.why('time', 'half-hourly 2026-03-01T12:30Z'), 'it was sent and has not started', 'it has not started');
select pg_temp.dispatch('2026-03-01 13:00Z') \g /dev/null
select matches(nightshift.why('time', '2026-03-01 13:00Z'), '"half-hourly" at 2026-03-01 13:00 UTC: skipped: task .* is still pending', 'another was unfinished');
select matches(nightshift.why('time', 'half-hourly 2026-03-01T13:00Z', array[:'ours'::uuid]), 'it was skipped, because the task of another scheduled time was unfinished', 'which members learn without ids');
select is(nightshift.why('time', 'nightly 2026-03-01T13:00Z'), 'There is no schedule "nightly".', 'there is no such schedule');

-- Why did it fail, why was it rejected?

update public.task_dispatches d set verdict = 'refused', detail = 'The function answered 401: the secrets differ.' where d.slot = '2026-03-01 12:30Z' and d.kind = 'tick';
select is(nightshift.why('task', (pg_temp.task_of('2026-03-01 12:30Z')).id::text), 'It has not started: The function answered 401: the secrets differ.', 'it was refused');
select nightshift.fail_task((pg_temp.task_of('2026-03-01 12:30Z')).id, 'Given up after 3 attempts.', '2026-03-01 12:40Z') \g /dev/null
select is(nightshift.why('task', (pg_temp.task_of('2026-03-01 12:30Z')).id::text), 'It failed at 2026-03-01 12:40 UTC: Given up after 3 attempts.', 'it failed');
select is(nightshift.why('task', (pg_temp.task_of('2026-03-01 12:30Z')).id::text, array[:'ours'::uuid]), 'There is no such task.', 'members do not learn of system rows');

-- Why is an email unread?

insert into public.client_emails (id, workspace_id, provider_message_id, received_at) values
  ('e0000000-0000-4000-8000-000000000001', :'ours', 'one', '2026-03-01Z'), ('e0000000-0000-4000-8000-000000000002', :'ours', 'two', '2026-03-02Z');
\set two '\'e0000000-0000-4000-8000-000000000002\''
select is(nightshift.why('email', :two), 'It waits, because the schedule continuous-intelligence is paused.', 'the schedule is paused');
update public.task_schedules s set enabled = true where s.name = 'continuous-intelligence';
select matches(nightshift.why('email', :two), '^It waits for its turn: 1 emails of its workspace are before it, and the next run is at', 'it waits for its turn');
update nightshift.email_queue q set next_attempt_at = now() + interval '1 hour', attempts = 2, last_error = 'The model is on holiday.' where q.email_id = :two;
select matches(nightshift.why('email', :two), '^Attempt 2 failed: The model is on holiday\., and the next is not before', 'it is tried again later');
update nightshift.email_queue q set failed_at = '2026-03-03 12:00Z', attempts = 5 where q.email_id = :two;
select matches(nightshift.why('email', :two, array[:'ours'::uuid]), '^It was given up at 2026-03-03 12:00 UTC after 5 attempts\.$', 'it was given up');
update public.client_emails e set intelligence_analyzed = true, analyzed_at = '2026-03-04 12:00Z' where e.id = :two;
select is(nightshift.why('email', :two), 'It was read at 2026-03-04 12:00 UTC.', 'it is read');

-- Why does a job wait?

insert into public.task_schedules (name, task_type, target, max_concurrency) values ('importer', 'email_sync', 'importer', 1);
create temp table enqueued as select nightshift.enqueue_jobs('importer', format('[{"workspace_id": "%s"}, {"workspace_id": "%s", "run_at": "2099-01-01T00:00Z"}]', :'ours', :'ours')::jsonb) -> 'jobs' as jobs;
select matches(nightshift.why('job', (select jobs -> 0 ->> 'task_id' from enqueued)), '^It waits for its turn: 0 jobs of its workspace are before it at "importer"\.$', 'a job waits for its turn');
select is(nightshift.why('job', (select jobs -> 1 ->> 'task_id' from enqueued)), 'It waits until 2099-01-01 00:00 UTC, as was asked.', 'or for its time');
update public.task_schedules s set enabled = false where s.name = 'importer';
select is(nightshift.why('job', (select jobs -> 0 ->> 'task_id' from enqueued)), 'It waits, because its agent "importer" is paused.', 'or for its agent');

-- Who may ask

create function pg_temp.asks(p_persona text, p_ref text) returns text
language plpgsql as $$
declare
  v_answer text;
begin
  perform set_config('request.jwt.claims', jsonb_strip_nulls(jsonb_build_object('role', p.role_name, 'sub', p.user_id))::text, true), set_config('role', p.role_name, true)
  from pg_temp.personas p where p.persona = p_persona;
  v_answer := public.why('email', p_ref) ->> 'why';
  perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
  return v_answer;
end
$$;
select is(pg_temp.asks('viewer', :two), 'It was read at 2026-03-04 12:00 UTC.', 'a viewer learns about the workspace');
select is(pg_temp.asks('other_owner', :two), pg_temp.asks('other_owner', 'e0000000-0000-4000-8000-00000000000f'), 'whoever belongs elsewhere learns as much as about what is not there');
select is(pg_temp.asks('stranger', :two), 'There is no such email.', 'and so does a stranger');
select is(pg_temp.asks('service_role', :two), 'It was read at 2026-03-04 12:00 UTC.', 'the service role may ask about everything');
select is(pg_temp.attempt('owner', $$ select 1 where public.why('weather', 'x') ->> 'outcome' = 'question_invalid' $$), '1', 'a question about something else is refused');

select * from finish();
rollback;
