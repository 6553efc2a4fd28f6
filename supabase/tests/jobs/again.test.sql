-- Test: a failed job is done again as a new task with new attempts, and an agent that is deleted ends its jobs.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(18);

select pg_temp.enqueue('a b c@ours d', '2026-03-01 12:00Z', '{"payload": {"n": 1}, "priority": 2}') \g /dev/null
create temp table ids as select j.key, j.task_id from nightshift.jobs j;
select pg_temp.start('run', 20, '2026-03-01 12:00:01Z') \g /dev/null
select pg_temp.settle('run', '{"a": {"outcome": "failed", "error": "No."}, "b": {"outcome": "failed", "error": "No."}, "c": {"outcome": "failed", "error": "No."},
  "d": {"outcome": "completed"}}', 0, '2026-03-01 12:01Z') \g /dev/null
create function pg_temp.again(p_key text, p_workspace_id uuid default null) returns jsonb
language sql as $$ select nightshift.retry_job(i.task_id, p_workspace_id, 'user', '2026-03-01 12:02Z') from pg_temp.ids i where i.key = p_key $$;
create temp table answer as select pg_temp.again('a') as answer;
select is((select answer ->> 'outcome' from answer), 'created', 'a failed job is done again');
select isnt((select answer ->> 'task_id' from answer), (select task_id::text from ids where key = 'a'), 'as a new task');
select is(((pg_temp.job('a')).task_id::text, (pg_temp.job('a')).state, (pg_temp.job('a')).attempt, (pg_temp.job('a')).payload, (pg_temp.job('a')).priority)::text,
  (select (answer ->> 'task_id', 'ready', 0, '{"n": 1}'::jsonb, 2::smallint)::text from answer), 'with its key, payload and priority, and new attempts');
select is((pg_temp.task('a')).triggered_by, 'user', 'by whoever asked');
select is((select t.status from public.autonomous_tasks t join ids i on i.task_id = t.id where i.key = 'a'), 'failed', 'the old one stays as it was recorded');
select is(pg_temp.again('a'), (select answer || '{"outcome": "exists"}' from answer), 'it is done again once');
select is(pg_temp.again('d') ->> 'outcome', 'not_failed', 'a completed one is not');
select is(pg_temp.again('c', :'theirs') ->> 'outcome', 'not_found', 'nor one of another workspace');
select is(nightshift.requeue_jobs('importer', :'ours', p_now => '2026-03-01 12:03Z'), '{"outcome": "requeued", "requeued": 1}', 'all failed ones of a workspace are');
select is(nightshift.requeue_jobs('importer', p_now => '2026-03-01 12:03Z'), '{"outcome": "requeued", "requeued": 1}', 'or of all');
select is(nightshift.requeue_jobs('importer', p_now => '2026-03-01 12:03Z'), '{"outcome": "requeued", "requeued": 0}', 'once');
select is(pg_temp.keys(pg_temp.settle('run', '{}', 20, '2026-03-01 12:04Z')), 'a b c', 'all of them can be claimed');
select is(pg_temp.count_wakes(), 1::bigint, 'for one wake-up');

-- The agent goes

create temp table open_ids as select j.task_id from nightshift.jobs j where j.state <> 'ended';
delete from public.task_schedules s where s.name = 'importer';
select is((select count(*) from nightshift.jobs), 0::bigint, 'a deleted agent has no jobs');
select is((select string_agg(distinct t.status || ': ' || t.error_message, ' ') from public.autonomous_tasks t join open_ids i on i.task_id = t.id),
  'cancelled: The agent "importer" was deleted before this job had ended.', 'and their rows say why they ended');
select is(pg_temp.settle('run', '{}', 10, '2026-03-01 12:05Z') - 'lost', '{"held": true, "jobs": [], "more": false, "cancelled": []}', 'a run that is left gets nothing');
select lives_ok($$ select pg_temp.finish('run', '2026-03-01 12:06Z') $$, 'and can end');
select lives_ok($$ select nightshift.wake_agents('2026-03-01 12:07Z') $$, 'reconcile goes on');
select * from finish();
rollback;
