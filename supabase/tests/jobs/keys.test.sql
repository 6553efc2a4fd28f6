-- Test: a key names one job of an agent and a workspace, until 24 hours after its end.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(11);

create function pg_temp.outcomes(p_answer jsonb) returns text
language sql as $$
  select string_agg(r ->> 'outcome', ' ') from jsonb_array_elements(p_answer -> 'jobs') r
$$;
create temp table first_answer as select pg_temp.enqueue('a', '2026-03-01 12:00Z') as answer;
select is(pg_temp.enqueue('a', '2026-03-01 12:01Z') #>> '{jobs,0,task_id}', (select answer #>> '{jobs,0,task_id}' from first_answer),
  'a repeated key returns the same job');
select is(pg_temp.outcomes(pg_temp.enqueue('b b a', '2026-03-01 12:01Z')), 'created exists exists', 'also within one call');
select is(pg_temp.outcomes(pg_temp.enqueue('a@ours a@theirs', '2026-03-01 12:01Z')), 'created created', 'each workspace has keys of its own');
select is((select count(*) from public.autonomous_tasks t where t.agent_name = 'importer' and t.status = 'pending' and t.triggered_by = 'api'),
  4::bigint, 'and no task row is written twice');

delete from nightshift.jobs j where j.workspace_id is not null;
select is(pg_temp.start('run', 10, '2026-03-01 12:02Z'), 'a b', 'they are claimed');
select pg_temp.settle('run', '{"a": {"outcome": "completed"}, "b": {"outcome": "failed", "error": "No."}}', 0, '2026-03-01 12:03Z') \g /dev/null
select is(pg_temp.outcomes(pg_temp.enqueue('a b', '2026-03-02 12:02:59Z')), 'exists exists', 'for 24 hours after the end the key is remembered');
select is(pg_temp.outcomes(pg_temp.enqueue('a b', '2026-03-02 12:03Z')), 'created created', 'then it is free');
select is((pg_temp.job('a')).state, 'ready', 'and names the new job');
select is((select count(*) from nightshift.jobs j where j.key is null and j.outcome = 'failed'), 1::bigint, 'the failed one stays without its key');
select is(nightshift.prune_jobs('2026-03-02 12:04Z'), 1, 'the completed one is pruned after 24 hours');
select is(nightshift.prune_jobs('2026-04-01 12:04Z'), 1, 'the failed one after 30 days');
select * from finish();
rollback;
