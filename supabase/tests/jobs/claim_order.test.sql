-- Test: workspaces take turns; within one, priority comes first, then time.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(14);

select pg_temp.enqueue('a b c', '2026-03-01 12:00Z') \g /dev/null
select pg_temp.enqueue('urgent', '2026-03-01 12:00:01Z', '{"priority": 5}') \g /dev/null
select pg_temp.enqueue('idle', '2026-03-01 11:00Z', '{"priority": -1}') \g /dev/null
select is(pg_temp.start('run', 10, '2026-03-01 12:01Z'), 'urgent a b c idle', 'by priority, then by time, then as they were enqueued');
select is((select count(*) from public.autonomous_tasks t where t.agent_name = 'importer' and t.status = 'running' and t.triggered_by = 'api' and t.input_data is not null),
  5::bigint, 'their task rows run');
select is((pg_temp.task('a')).executed_at, '2026-03-01 12:01Z'::timestamptz, 'from the claim on');
select pg_temp.finish('run', '2026-03-01 12:01:01Z') \g /dev/null
delete from nightshift.jobs where true;

-- For later

select pg_temp.enqueue('soon', '2026-03-01 12:02Z', '{"run_at": "2026-03-01T12:10:00Z"}') \g /dev/null
select is(pg_temp.start('early', 10, '2026-03-01 12:09:59Z'), '', 'a job for later is not handed out before');
select is(pg_temp.keys(pg_temp.settle('early', '{}', 10, '2026-03-01 12:10Z')), 'soon', 'and is when it is due');
delete from nightshift.jobs where true;

-- Turns

select nightshift.enqueue_jobs('importer', (select jsonb_agg(jsonb_build_object('workspace_id', :'ours', 'key', 'o' || n)) from generate_series(1, 1000) n),
  p_now => '2026-03-01 12:20Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('early', '{}', 3, '2026-03-01 12:21Z')), 'o1 o2 o3', 'one workspace alone gets whole chunks');
select pg_temp.enqueue('t1@theirs', '2026-03-01 12:22Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('early', '{}', 4, '2026-03-01 12:22Z')), 't1 o4 o5',
  'the single job of another comes with the very next chunk, whatever waits before it');
select pg_temp.enqueue('t2@theirs t3@theirs t4@theirs', '2026-03-01 12:23Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('early', '{}', 1, '2026-03-01 12:23Z')), 'o6', 'who was served longest ago is next');
select is(pg_temp.keys(pg_temp.settle('early', '{}', 1, '2026-03-01 12:23:01Z')), 't2', 'and then the other');
select is(pg_temp.keys(pg_temp.settle('early', '{}', 4, '2026-03-01 12:23:02Z')), 'o7 o8 t3 t4', 'a chunk is shared');
select is((select t.is_waiting from nightshift.job_turns t where t.lane = :'theirs'), true, 'a lane that gave all it was asked for is asked again');
select is(pg_temp.keys(pg_temp.settle('early', '{}', 4, '2026-03-01 12:23:03Z')), 'o9 o10', 'finds nothing');
select is((select t.is_waiting from nightshift.job_turns t where t.lane = :'theirs'), false, 'and rests');
select pg_temp.enqueue('t5@theirs', '2026-03-01 12:24Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('early', '{}', 1, '2026-03-01 12:24Z')), 't5', 'until it has jobs again');
select * from finish();
rollback;
