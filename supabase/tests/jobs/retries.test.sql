-- Test: what throws is tried again with growing gaps up to max_attempts, and the row says so meanwhile.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(24);

select pg_temp.enqueue('a', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.start('run', 10, '2026-03-01 12:00:01Z'), 'a', 'the first attempt begins');
create temp table gaps (attempt integer, gap interval);
create function pg_temp.fail_at(p_now timestamptz) returns text
language plpgsql as $$
declare
  v_job nightshift.jobs;
begin
  perform pg_temp.settle('run', '{"a": {"outcome": "retry", "error": "The file is locked."}}', 0, p_now);
  v_job := pg_temp.job('a');
  insert into gaps values (v_job.attempt, v_job.run_at - p_now);
  return v_job.state;
end
$$;
select is(pg_temp.fail_at('2026-03-01 12:01Z'), 'later', 'after an error the job waits');
select is((pg_temp.task('a')).status, 'running', 'its row stays running');
select matches((pg_temp.task('a')).error_message, '^Attempt 1 of 5 failed, and the next one comes at 2026-03-01 12:01:[0-9]{2} UTC: The file is locked.$',
  'and says which attempt failed, why, and when the next one comes');
select is((pg_temp.job('a')).last_error, 'The file is locked.', 'the last error is kept');
select is(pg_temp.keys(pg_temp.settle('run', '{}', 10, '2026-03-01 12:01:01Z')), '', 'it is not handed out before');
select is(pg_temp.keys(pg_temp.settle('run', '{}', 10, '2026-03-01 13:00Z')), 'a', 'and is afterwards');
select is((pg_temp.task('a')).executed_at, '2026-03-01 12:00:01Z'::timestamptz, 'the start of the first attempt stays the start');
select pg_temp.fail_at('2026-03-01 14:00Z') \g /dev/null
select pg_temp.settle('run', '{}', 10, '2026-03-01 16:00Z') \g /dev/null
select pg_temp.fail_at('2026-03-01 17:00Z') \g /dev/null
select pg_temp.settle('run', '{}', 10, '2026-03-01 19:00Z') \g /dev/null
select pg_temp.fail_at('2026-03-01 20:00Z') \g /dev/null
select is(pg_temp.settle('run', '{}', 10, '2026-03-01 22:00Z') #> '{jobs,0,attempt}', '5', 'the fifth attempt is told to be the fifth');
select is(pg_temp.fail_at('2026-03-01 22:01Z'), 'ended', 'after five attempts the job has ended');
select is((pg_temp.task('a')).status, 'failed', 'its row failed');
select is((pg_temp.task('a')).error_message, 'The file is locked.', 'with the last error');
select is((select string_agg(case when g.gap between make_interval(secs => 15 * 2 ^ (g.attempt - 1) * 0.75)
  and make_interval(secs => 15 * 2 ^ (g.attempt - 1) * 1.25) then 'ok' else g.gap::text end, ' ' order by g.attempt) from gaps g where g.attempt < 5),
  'ok ok ok ok', 'the gaps double, give or take a quarter');

-- Outcomes that decide themselves

select pg_temp.enqueue('b c d e', '2026-03-02 12:00Z') \g /dev/null
select is(pg_temp.keys(pg_temp.settle('run', '{}', 10, '2026-03-02 12:00Z')), 'b c d e', 'four jobs are claimed');
select pg_temp.settle('run', '{"b": {"outcome": "failed", "error": "This file is no CSV."}, "c": {"outcome": "retry", "error": "Busy.", "after_seconds": 600},
  "d": {"outcome": "continue"}, "e": {"outcome": "retry"}}', 0, '2026-03-02 12:00Z') \g /dev/null
select is(((pg_temp.task('b')).status, (pg_temp.task('b')).error_message, (pg_temp.job('b')).attempt)::text, '(failed,"This file is no CSV.",1)',
  'one that is given up has one attempt');
select is((pg_temp.job('c')).run_at, '2026-03-02 12:10Z'::timestamptz, 'one that names its delay waits as long');
select is(((pg_temp.job('d')).state, (pg_temp.job('d')).attempt, (pg_temp.task('d')).status)::text, '(ready,0,running)', 'a continuation is no attempt, and its row goes on running');
select is((pg_temp.job('e')).last_error, 'The agent gave no reason.', 'an error without words says so');
select is(pg_temp.settle('run', '{}', 10, '2026-03-02 12:00:01Z') #> '{jobs,0,attempt}', '1', 'a continued job is in its first attempt still');
select pg_temp.settle('run', '{"d": {"outcome": "completed"}}', 0, '2026-03-02 12:01Z') \g /dev/null
select is(((pg_temp.task('d')).status, (pg_temp.task('d')).error_message is null)::text, '(completed,t)', 'and completes like any other');
update nightshift.jobs j set state = 'running', run_id = r.id, claims = 1001, attempt = 1, ended_at = null, outcome = null
from runs r where r.name = 'run' and j.key = 'c';
select pg_temp.settle('run', '{"c": {"outcome": "continue"}}', 0, '2026-03-02 12:02Z') \g /dev/null
select is((pg_temp.task('c')).error_message, 'The job was continued 1000 times without an end.', 'nothing is continued for ever');
select is(pg_temp.settle('run', '{"c": {"outcome": "completed"}}', 0, '2026-03-02 12:03Z') -> 'lost', jsonb_build_array((pg_temp.job('c')).task_id), 'a job that has ended takes no second result');
select is((pg_temp.task('c')).status, 'failed', 'and stays as it was recorded');
select is(nightshift.settle_jobs(r.id, gen_random_uuid(), '[]', 5) -> 'held', 'false', 'whoever does not hold the run gets nothing') from runs r where r.name = 'run';
select * from finish();
rollback;
