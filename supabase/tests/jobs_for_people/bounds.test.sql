-- Test: jobs of users and external systems count against the quotas of the workspace and the rates of the caller.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/agents.psql
select plan(11);

create function pg_temp.request(p_caller text, p_count integer, p_payload jsonb default '{}') returns jsonb
language sql as $$
  select pg_temp.ask(p_caller, format('public.request_jobs(%L, %L, p_token_hash => $1)', 'importer', (
    select jsonb_agg(jsonb_build_object('workspace_id', 'a0000000-0000-4000-8000-000000000001', 'payload', p_payload)) from generate_series(1, p_count))))
$$;

insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'tasks_per_day', 5);
select is(pg_temp.request('member', 3) #>> '{results,2,outcome}', 'created', 'within the quota of the day');
select is(
  pg_temp.request('ours', 3),
  '{"outcome": "daily_quota_exceeded", "detail": "a workspace may create 5 tasks in a day (UTC), and this would make 6."}'::jsonb, 'one more than it');
select is((select count(*) from nightshift.jobs), 3::bigint, 'enqueues nothing');
select is(pg_temp.request('service_role', 10) #>> '{results,9,outcome}', 'created', 'the project is not counted');
select nightshift.cancel_job(j.task_id) from nightshift.jobs j \g /dev/null
create temp table retried as select pg_temp.ask('member', format('public.retry_job(%L)', j.task_id)) ->> 'outcome' as outcome from nightshift.jobs j limit 3;
select is((select array_agg(outcome) from retried), array['ok', 'ok', 'daily_quota_exceeded'], 'what is done again counts, too');
update nightshift.jobs j set outcome = 'failed' where j.state = 'ended' and j.retried_as is null;
select is(
  pg_temp.ask('member', format('public.requeue_jobs(%L, %L)', 'importer', :'ours')) ->> 'outcome', 'daily_quota_exceeded', 'one by one or all at once');
delete from nightshift.quotas q where q.workspace_id is not null;
insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'task_bytes_per_day', 100000);
select is(
  pg_temp.request('member', 10, (select jsonb_object_agg(n, md5(n::text)) from generate_series(1, 500) n)) ->> 'outcome', 'daily_quota_exceeded', 'payloads count by their bytes');

update nightshift.ingest_tokens t set requests_per_minute = 2 where t.name = 'ours';
delete from nightshift.rate_counters where true;
delete from nightshift.quotas q where q.workspace_id is not null;
select is(pg_temp.request('ours', 1) #>> '{results,0,outcome}', 'created', 'within the rate of a token') from generate_series(1, 2);
select is(pg_temp.request('ours', 1) - 'retry_after_seconds', '{"outcome": "rate_limited"}'::jsonb, 'beyond it');
select is(
  pg_temp.ask('ours', format('public.cancel_job(%L, $1)', gen_random_uuid())) ->> 'outcome', 'rate_limited', 'which is one for all calls');
select * from finish();
rollback;
