-- Test: a run that dies gives its jobs back, which was an attempt, and what it died with is handed out alone.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(22);

select pg_temp.enqueue('a b c', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.start('run', 10, '2026-03-01 12:00:05Z', (pg_temp.wake()).task_id), 'a b c', 'a woken run gets the jobs');
update public.task_dispatches d set verdict = 'accepted' where d.kind = 'wake';
select is(pg_temp.start('again', 10, '2026-03-01 12:00:06Z', (pg_temp.wake()).task_id), 'not_pending', 'a second delivery gets nothing');
select is(nightshift.judge_runs('2026-03-01 12:00:34Z'), 0, 'while its lease lasts it is alone with them');
select is((select nightshift.beat_agent_run(r.id, r.token, 30, '2026-03-01 12:00:34Z') -> 'held' from runs r where r.name = 'run'), 'true', 'a heartbeat');
select is(nightshift.judge_runs('2026-03-01 12:01:03Z'), 0, 'makes it last longer, for all jobs at once');
select is(nightshift.judge_runs('2026-03-01 12:01:05Z'), 1, 'then the run is dead');
select results_eq($$ select t.status, t.error_message from public.autonomous_tasks t join runs r on r.id = t.id $$,
  $$ values ('failed', 'The run stopped without reporting its end. The log of the function may say why.') $$, 'its row says so');
select is((select d.verdict from public.task_dispatches d where d.kind = 'wake'), 'stalled', 'and its dispatch');
select is(nightshift.retry_dispatches('2026-03-01 12:02Z'), 0, 'the request is not sent again');
select is((select string_agg(j.state || ' ' || j.attempt || ' ' || j.deaths, ', ' order by j.key) from nightshift.jobs j), 'later 1 1, later 1 1, later 1 1',
  'its jobs have had an attempt each');
select is((select count(*) from public.autonomous_tasks t join nightshift.jobs j on j.task_id = t.id where t.status = 'running'), 3::bigint, 'their rows stay running');
select is(pg_temp.settle('run', '{"a": {"outcome": "completed"}}', 10, '2026-03-01 12:02Z') -> 'held', 'false', 'whoever comes back late changes nothing');

-- The next run

select is(nightshift.wake_agents('2026-03-01 12:03Z'), 1, 'reconcile sends for another run');
select matches(pg_temp.start('next', 10, '2026-03-01 12:03:01Z', (pg_temp.wake()).task_id), '^[abc]$', 'which gets one of them, alone');
select is(pg_temp.settle('next', '{}', 10, '2026-03-01 12:03:02Z') - 'cancelled', '{"held": true, "lost": [], "jobs": [], "more": true}', 'and no other beside it');
select pg_temp.enqueue('fresh', '2026-03-01 12:03:03Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('next', (select jsonb_object_agg(j.key, '{"outcome": "completed"}'::jsonb) from nightshift.jobs j where j.state = 'running'), 10,
  '2026-03-01 12:03:04Z')) ~ '^[abc]$', true, 'then the next one');
select is((select count(*) from nightshift.jobs j where j.deaths > 0 and j.state <> 'ended'), 2::bigint, 'until all have been looked at');

-- Runs that break off by themselves

update nightshift.jobs j set attempt = 5 where j.state = 'running';
select pg_temp.finish('next', '2026-03-01 12:04Z', 'Out of memory.') \g /dev/null
select is((select j.outcome || ': ' || j.last_error from nightshift.jobs j where j.attempt = 5), 'failed: Out of memory.', 'without attempts left it has failed, with the reason');
select is((select t.error_message from public.autonomous_tasks t join nightshift.jobs j on j.task_id = t.id where j.attempt = 5), 'Out of memory.', 'its row says so');

-- A job whose run is gone without a trace

update nightshift.jobs j set state = 'running', run_id = gen_random_uuid() where j.key = 'fresh';
select nightshift.give_back_orphans('2026-03-01 12:06Z') \g /dev/null
select is((pg_temp.job('fresh')).state, 'later', 'a job that a forgotten run holds goes on as well');
delete from public.autonomous_tasks t using runs r where r.name = 'next' and t.id = r.id;
select is((select count(*) from nightshift.run_leases), 0::bigint, 'a deleted run leaves no lease');
select is((select string_agg(distinct j.state, ' ') from nightshift.jobs j where j.state = 'running'), null, 'and no job that runs');
select * from finish();
rollback;
