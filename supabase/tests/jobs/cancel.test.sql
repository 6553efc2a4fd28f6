-- Test: a waiting job is cancelled at once, a running one when its work stops or its lease ends.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(27);

select pg_temp.enqueue('a b c d e f g@ours', '2026-03-01 12:00Z') \g /dev/null
create temp table ids as select j.key, j.task_id from nightshift.jobs j;
create function pg_temp.cancel(p_key text, p_now timestamptz, p_workspace_id uuid default null) returns text
language sql as $$ select nightshift.cancel_job(i.task_id, p_workspace_id, p_now) ->> 'outcome' from pg_temp.ids i where i.key = p_key $$;
create function pg_temp.row_of(p_key text) returns public.autonomous_tasks
language sql as $$ select t.* from public.autonomous_tasks t join pg_temp.ids i on i.task_id = t.id where i.key = p_key $$;

select is(pg_temp.cancel('a', '2026-03-01 12:01Z'), 'cancelled', 'a waiting job is cancelled');
select is(((pg_temp.row_of('a')).status, (pg_temp.row_of('a')).completed_at)::text, ('cancelled', '2026-03-01 12:01Z'::timestamptz)::text, 'at once');
select is(pg_temp.cancel('a', '2026-03-01 12:01Z'), 'already_ended', 'and only once');
select is(pg_temp.cancel('g', '2026-03-01 12:01Z', :'theirs'), 'not_found', 'nobody finds it in another workspace');
select is(nightshift.cancel_job(gen_random_uuid()) ->> 'outcome', 'not_found', 'nor what is no job');
select is(pg_temp.start('run', 20, '2026-03-01 12:02Z'), 'b c d e f g', 'it is not handed out');

select is(pg_temp.cancel(k.key, '2026-03-01 12:03Z'), 'requested', 'a running job is asked to stop') from unnest(array['b', 'c', 'd', 'e']) as k (key);
select is((pg_temp.row_of('b')).status, 'running', 'its row runs on until it has stopped');
select is((select jsonb_array_length(nightshift.beat_agent_run(r.id, r.token, 30, '2026-03-01 12:03:10Z') -> 'cancelled') from runs r), 4, 'the next heartbeat tells');
select is(pg_temp.settle('run', '{"b": {"outcome": "cancelled"}, "c": {"outcome": "retry", "error": "aborted"}, "d": {"outcome": "completed", "output": 1}}', 0,
  '2026-03-01 12:03:11Z') -> 'cancelled', jsonb_build_array((select task_id from ids where key = 'e')), 'and so does every answer to results');
select is((pg_temp.row_of('b')).status, 'cancelled', 'work that stopped is cancelled');
select is((pg_temp.row_of('b')).error_message, 'Cancelled on request.', 'its row says why');
select is((pg_temp.job('b')).last_error, null, 'and blames no attempt');
select is((pg_temp.row_of('c')).status, 'cancelled', 'so is an attempt that failed meanwhile');
select is((pg_temp.row_of('d')).status, 'completed', 'work that was done all the same is done');
select is(nightshift.judge_runs('2026-03-01 12:04Z'), 1, 'a run that dies');
select is((pg_temp.row_of('e')).status, 'cancelled', 'takes what was to be cancelled along');
select is((pg_temp.job('f')).state, 'later', 'and nothing else');
select pg_temp.cancel('f', '2026-03-01 12:05Z') \g /dev/null
select is((pg_temp.row_of('f')).status, 'cancelled', 'between two attempts a job is cancelled at once');
select is((select t.status from public.autonomous_tasks t join runs r on r.id = t.id), 'partial_failure', 'the run says that it died');
select is((pg_temp.job('b')).outcome, 'cancelled', 'a cancelled job is remembered');
-- Rows that somebody ends or deletes by hand

delete from nightshift.jobs where true;
select pg_temp.enqueue('x y z', '2026-03-01 13:00Z') \g /dev/null
update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.job('x')).task_id;
delete from public.autonomous_tasks t using nightshift.jobs j where j.key = 'y' and t.id = j.task_id;
select is(pg_temp.start('last', 20, '2026-03-01 13:00:01Z'), 'z', 'a job whose row was ended or deleted by hand is not handed out');
select is((pg_temp.job('x')).state, null, 'and is forgotten');
update public.task_schedules s set enabled = false where s.name = 'importer';
select pg_temp.enqueue('paused', '2026-03-01 13:01Z') \g /dev/null
select is(pg_temp.start('paused', 20, '2026-03-01 13:01:01Z'), '', 'a paused agent is given nothing');
select * from finish();
rollback;
