-- Test: no more jobs run at the same time than the agent allows, in all and of one workspace.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(12);

update public.task_schedules s set max_concurrency = 3 where s.name = 'importer';
select pg_temp.enqueue('a b c d e', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.start('one', 2, '2026-03-01 12:01Z'), 'a b', 'a run gets what it asks for');
select is(pg_temp.start('two', 10, '2026-03-01 12:01Z'), 'c', 'a second one what is left of the limit');
select is(pg_temp.start('three', 10, '2026-03-01 12:01Z'), '', 'a third one nothing');
select is(pg_temp.settle('three', '{}', 10, '2026-03-01 12:01Z') -> 'more', 'false', 'and is told not to ask again');
select is(pg_temp.keys(pg_temp.settle('one', '{"a": {"outcome": "completed"}}', 10, '2026-03-01 12:02Z')), 'd', 'what has ended makes room in the same call');
select is(pg_temp.settle('two', '{"c": {"outcome": "retry", "error": "x", "after_seconds": 60}}', 0, '2026-03-01 12:02Z') -> 'more', 'true', 'so does what is put back');

update public.task_schedules s set max_concurrency = null, max_concurrency_per_workspace = 2 where s.name = 'importer';
delete from nightshift.jobs where true;
select pg_temp.enqueue('o1@ours o2@ours o3@ours t1@theirs', '2026-03-01 12:10Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('one', '{}', 10, '2026-03-01 12:11Z')), 'o1 o2 t1', 'a workspace with a limit leaves the rest to others');
select is(pg_temp.keys(pg_temp.settle('two', '{}', 10, '2026-03-01 12:11Z')), '', 'in every run');
select is(pg_temp.settle('two', '{}', 10, '2026-03-01 12:11Z') -> 'more', 'false', 'which is told not to ask again');
select pg_temp.enqueue('t2@theirs t3@theirs', '2026-03-01 12:12Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('two', '{}', 10, '2026-03-01 12:12Z')), 't2', 'another gets up to its own limit');
select is(pg_temp.keys(pg_temp.settle('one', '{"o1": {"outcome": "completed"}}', 10, '2026-03-01 12:13Z')), 'o3', 'and an end makes room');
select is((select max(k.jobs) from (select count(*) as jobs from nightshift.jobs j where j.state = 'running' group by j.lane) k), 2::bigint, 'never more');
select * from finish();
rollback;
