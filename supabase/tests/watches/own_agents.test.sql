-- Test: a watch on an agent of the project hears how its jobs end, and never fails one that runs or waits for its next
-- attempt.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(5);

insert into public.job_watches (workspace_id, agent_name, expected_every, max_runtime) values (:'ours', 'importer', '1 day', '1 minute');
select pg_temp.enqueue('a@ours b@ours c@ours', clock_timestamp()) \g /dev/null
select is(pg_temp.start('run', 10, clock_timestamp()), 'a b c', 'three jobs run beside each other');
select pg_temp.settle('run', '{"c": {"outcome": "retry", "error": "Not yet.", "after_seconds": 3600}}', 0, clock_timestamp()) \g /dev/null
select nightshift.judge_watches(clock_timestamp() + interval '30 minutes') \g /dev/null
select nightshift.judge_watches(clock_timestamp() + interval '31 minutes') \g /dev/null
select is((select string_agg(distinct t.status, ' ') from public.autonomous_tasks t where t.workspace_id = :'ours'), 'running', 'their rows stay running, longer than max_runtime');
select is((select count(*) from nightshift.alert_events e where e.source like 'watch %'), 0::bigint, 'and nobody is alerted');
select pg_temp.settle('run', '{"a": {"outcome": "completed"}}', 0, clock_timestamp()) \g /dev/null
select pg_temp.settle('run', '{"b": {"outcome": "failed", "error": "Broken."}}', 0, clock_timestamp()) \g /dev/null
select nightshift.judge_watches(clock_timestamp() + interval '32 minutes') \g /dev/null
select is((select array_agg(e.event || ' ' || e.message) from nightshift.alert_events e where e.source like 'watch %'), array['failed failed: Broken.'], 'how they end is heard');
select is((select t.status from public.autonomous_tasks t where t.id = (pg_temp.job('c')).task_id), 'running', 'and the third waits for its next attempt');
select * from finish();
rollback;
