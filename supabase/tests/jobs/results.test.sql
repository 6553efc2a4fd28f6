-- Test: a result that the log refuses fails its own job, once and with the reason, and loses no other.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(17);

select pg_temp.enqueue('a b c d e f g h@ours', '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.start('run', 20, '2026-03-01 12:00:01Z'), 'a b c d e f g h', 'eight jobs are claimed');
create temp table ids as select j.key, j.task_id from nightshift.jobs j;
create temp table answer as
select pg_temp.settle('run', jsonb_build_object(
  'a', '{"outcome": "completed", "output": {"rows": 3}, "cost_usd": 0.25}'::jsonb,
  'b', jsonb_build_object('outcome', 'completed', 'output', (select string_agg(md5(n::text), '') from generate_series(1, 12800) n)),
  'c', '{"outcome": "completed", "cost_usd": -0.01}'::jsonb,
  'd', '{"outcome": "completed", "cost_usd": 1e12}'::jsonb,
  'e', '{"outcome": "completed", "cost_usd": "much"}'::jsonb,
  'f', (repeat('{"output":', 1) || repeat('[', 40) || repeat(']', 40) || ',"outcome":"completed"}')::jsonb,
  'g', '{"outcome": "vanished"}'::jsonb,
  'h', '{"outcome": "completed"}'::jsonb), 0, '2026-03-01 12:01Z') as answer;
select is((select answer - 'more' from answer), '{"held": true, "lost": [], "jobs": [], "cancelled": []}', 'all results are taken');
create function pg_temp.row_of(p_key text) returns public.autonomous_tasks
language sql as $$ select t.* from public.autonomous_tasks t join pg_temp.ids i on i.task_id = t.id where i.key = p_key $$;
select is(((pg_temp.row_of('a')).status, (pg_temp.row_of('a')).output_data, (pg_temp.row_of('a')).cost_estimate_usd)::text,
  '(completed,"{""rows"": 3}",0.25)', 'a good one is stored');
select is((pg_temp.row_of('h')).status, 'completed', 'also that of a workspace');
select is(((pg_temp.row_of(w.key)).status, (pg_temp.row_of(w.key)).error_message, (pg_temp.job(w.key)).attempt)::text,
  format('(failed,"The result was rejected: %s",1)', w.reason), w.what)
from (values
  ('b', 'it breaks output_data_has_at_most_256_kb.', 'an output of 400 kB fails its job, with the reason'),
  ('c', 'it breaks cost_is_from_zero_to_a_billion.', 'a negative cost does'), ('d', 'it breaks cost_is_from_zero_to_a_billion.', 'a cost of a trillion does'),
  ('e', 'a value is missing or of another type.', 'a cost in words does'), ('f', 'it breaks output_data_unfolds_to_at_most_1_mb.', 'a bottomless output does')
) as w (key, reason, what);
select is((pg_temp.row_of('g')).status, 'failed', 'an outcome that nobody knows is a failure');
select is((select count(*) from nightshift.jobs j where j.state <> 'ended'), 0::bigint, 'none of them is tried again');
select is((select (l.jobs_completed, l.jobs_failed, l.jobs_put_back)::text from nightshift.run_leases l join runs r on r.id = l.run_id), '(2,6,0)', 'the run has counted');

-- Results of nobody

select is(nightshift.settle_jobs(r.id, r.token, '[{"task_id": "x", "outcome": "completed"}, {"outcome": "completed"},
  {"task_id": "a0000000-0000-4000-8000-000000000001", "outcome": "completed"}]', 0) -> 'lost', '["x", null, "a0000000-0000-4000-8000-000000000001"]',
  'results of jobs that the run does not hold are lost, and named') from runs r;
select is(pg_temp.finish('run', '2026-03-01 12:02Z'), '{"held": true, "more": false}', 'the run ends');
select results_eq($$ select t.status, t.output_data from public.autonomous_tasks t join runs r on r.id = t.id $$,
  $$ values ('completed', '{"jobs_completed": 2, "jobs_failed": 6, "jobs_put_back": 0}'::jsonb) $$, 'its row says what it did');
select is(pg_temp.finish('run', '2026-03-01 12:02:01Z') -> 'held', 'false', 'it ends once');
select is(nightshift.beat_agent_run(r.id, r.token), '{"held": false, "cancelled": [], "more": false}', 'and beats no more') from runs r;
select * from finish();
rollback;
