-- Test: jobs that kill their runs cost other workspaces neither attempts nor their turn.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(10);

select pg_temp.enqueue('bad1@ours bad2@ours', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.start('first', 10, '2026-03-01 12:00:05Z'), 'bad1 bad2', 'two jobs that kill');
select is(nightshift.judge_runs('2026-03-01 12:01:05Z'), 1, 'their run');

-- Beside a suspect

select matches(pg_temp.start('second', 10, '2026-03-01 12:03Z'), '^bad[12]$', 'one of them is handed out alone');
select pg_temp.enqueue('good1@theirs good2@theirs', '2026-03-01 12:03:01Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('second', '{}', 10, '2026-03-01 12:03:02Z')), '', 'and no job of another workspace dies with it');
select is(nightshift.judge_runs('2026-03-01 12:04:05Z'), 1, 'it kills again');
select is((pg_temp.job('good1')).attempt, 0, 'which cost nobody else an attempt');

-- In turn with suspects

select is(pg_temp.start('third', 1, '2026-03-01 12:10Z'), 'good1', 'the other workspace is next, though suspects wait');
select is(pg_temp.keys(pg_temp.settle('third', '{"good1": {"outcome": "completed"}}', 10, '2026-03-01 12:10:01Z')) ~ '^bad[12]$', true,
  'then a suspect, alone');
select is(pg_temp.keys(pg_temp.settle('third', (select jsonb_object_agg(j.key, '{"outcome": "completed"}'::jsonb) from nightshift.jobs j where j.state = 'running'), 10,
  '2026-03-01 12:10:02Z')), 'good2', 'and so on');
select is(pg_temp.keys(pg_temp.settle('third', '{"good2": {"outcome": "completed"}}', 10, '2026-03-01 12:10:03Z')) ~ '^bad[12]$', true, 'until all have been done');
select * from finish();
rollback;
