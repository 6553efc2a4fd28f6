-- Test: what pg_cron says of a tick is copied to its dispatch, and corrected while the job still runs.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(7);

create temp view tick as select d.cron_run_id, d.cron_status from pg_temp.latest_dispatch('2026-03-01 12:00Z') d;
create function pg_temp.cron_ran(p_run_id bigint, p_job text, p_status text, p_start text, p_end text) returns void
language sql as $$
  insert into cron.job_run_details (jobid, runid, database, username, command, status, start_time, end_time)
  select j.jobid, p_run_id, current_database(), 'postgres', j.command, p_status, p_start::timestamptz, p_end::timestamptz
  from cron.job j
  where j.jobname = p_job
$$;

select pg_temp.dispatch('2026-03-01 12:00:00.3Z') \g /dev/null
select is(nightshift.copy_cron_facts('2026-03-01 12:00:01Z'), 0, 'as long as pg_cron says nothing, nothing is copied');
select pg_temp.cron_ran(900001, 'half-hourly', 'succeeded', '2026-03-01 11:30:00.1Z', '2026-03-01 11:30:00.4Z') \g /dev/null
select pg_temp.cron_ran(900002, 'continuous-intelligence', 'failed', '2026-03-01 12:00:00.1Z', '2026-03-01 12:00:00.4Z') \g /dev/null
select is(nightshift.copy_cron_facts('2026-03-01 12:00:01Z'), 0, 'an earlier run and the run of another job are not about this tick');
select pg_temp.cron_ran(900003, 'half-hourly', 'running', '2026-03-01 12:00:00.1Z', null) \g /dev/null
select is(nightshift.copy_cron_facts('2026-03-01 12:00:01Z'), 1, 'the run in which it was dispatched is');
select results_eq('table tick', $$ values (900003::bigint, 'running'::text) $$, 'with its id and status');
update cron.job_run_details r set status = 'succeeded', end_time = '2026-03-01 12:00:00.5Z' where r.runid = 900003;
select is(nightshift.copy_cron_facts('2026-03-01 12:01Z'), 1, 'a status that was not final is looked at again');
select results_eq('table tick', $$ values (900003::bigint, 'succeeded'::text) $$, 'and corrected');
select is(nightshift.copy_cron_facts('2026-03-01 12:02Z'), 0, 'then it stays');

select * from finish();
rollback;
