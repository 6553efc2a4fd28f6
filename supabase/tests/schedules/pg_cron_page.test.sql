-- Test: what somebody changes about a job in pg_cron itself is respected, adopted or reported, never overruled.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(16);
set local client_min_messages = error;
delete from public.task_schedules s where s.name <> 'half-hourly';
update public.task_schedules s set active_since = '2026-03-01 11:45Z' where s.name = 'half-hourly';
create function pg_temp.alter_job(p_schedule text default null, p_active boolean default null) returns void
language sql as $$
  select cron.alter_job(j.jobid, schedule := p_schedule, active := p_active) from cron.job j where j.jobname = 'half-hourly'
$$;
create temp view dispatched as select count(*) from public.task_dispatches;

-- Switched off

select pg_temp.alter_job(p_active => false) \g /dev/null
select nightshift.reconcile('2026-03-01 12:10Z'), nightshift.reconcile('2026-03-01 13:10Z') \g /dev/null
select is((select count from dispatched), 0::bigint, 'a job that is switched off misses nothing');
select is(
  nightshift.health('half-hourly', '2026-03-01 13:10Z') - 'checked_at',
  '{"status": "unknown", "reason": "paused: its pg_cron job is switched off"}'::jsonb, 'its schedule is paused, and health says so');
select is(nightshift.raise_alerts('2026-03-01 13:10Z'), 0, 'nobody is told that a tick is late');
select pg_temp.alter_job(p_active => true) \g /dev/null
select nightshift.reconcile('2026-03-01 13:20Z') \g /dev/null
select is((select count from dispatched), 0::bigint, 'switched on again, the pause is not made up for');
select nightshift.reconcile('2026-03-01 13:31Z') \g /dev/null
select is((select count from dispatched), 1::bigint, 'but the next tick that does not come is');

-- Another expression

select pg_temp.alter_job(p_schedule => '15 * * * *') \g /dev/null
select is(nightshift.reconcile('2026-03-01 13:40Z') -> 'judge_jobs', '1'::jsonb, 'an expression that was edited there is adopted');
select is((select cron_expression from public.task_schedules where name = 'half-hourly'), '15 * * * *', 'by the schedule');
select is((select schedule from cron.job where jobname = 'half-hourly'), '15 * * * *', 'and stays in the job');
select is(nightshift.reconcile('2026-03-01 13:41Z') -> 'judge_jobs', '0'::jsonb, 'once');

-- One that pg_cron reads and we do not: reported, and left as it is

create or replace function nightshift.find_job(p_schedule public.task_schedules, out state text, out expression text)
language sql stable set search_path = '' as $$ select 'edited', '30 seconds' $$;
select nightshift.reconcile('2026-03-01 13:42Z') \g /dev/null
select alike(
  (select error from nightshift.reconcile_steps where step = 'judge_jobs'),
  'The pg_cron job "half-hourly" was given another expression, which Nightshift cannot read: cron_expression_invalid:%',
  'one that we cannot read is reported');
select is((select cron_expression from public.task_schedules where name = 'half-hourly'), '15 * * * *', 'and nothing is overruled');

-- Removed

create or replace function nightshift.find_job(p_schedule public.task_schedules, out state text, out expression text)
language sql stable set search_path = '' as $$ select 'missing', null $$;
select is(
  (select count(*) from nightshift.list_problems('2026-03-01 13:43Z') where problem = 'job half-hourly'), 1::bigint,
  'a schedule without a job is a problem');
select is(nightshift.health('half-hourly', '2026-03-01 13:43Z') ->> 'status', 'stuck', 'that health tells');

-- pg_cron in another time zone

create or replace function nightshift.cron_time_zone() returns text
language sql stable set search_path = '' as $$ select 'Europe/Berlin' $$;
select is(
  (select message from nightshift.list_problems('2026-03-01 13:43Z') where problem = 'time_zone'),
  'pg_cron works in the time zone Europe/Berlin, but its jobs are in UTC. Set cron.timezone to GMT.', 'another time zone is noticed');
update public.task_schedules s set missed_policy = 'skip', active_since = '2026-03-01 13:45Z' where s.name = 'half-hourly';
select nightshift.judge_slots('2026-03-01 14:16:30Z') \g /dev/null
select alike(
  (select detail from public.task_dispatches where slot = '2026-03-01 14:15Z'),
  'missed: pg_cron works in the time zone Europe/Berlin (cron.timezone), but its jobs are in UTC; not made up for: policy "skip".',
  'and said of a slot that it has missed');

-- pg_cron came, and the tick itself failed

insert into cron.job_run_details (jobid, runid, database, username, command, status, return_message, start_time, end_time)
values (1, 990001, current_database(), 'postgres', 'select nightshift.dispatch(''half-hourly'')', 'failed', 'ERROR: out of space',
  '2026-03-01 15:15:00.2Z', '2026-03-01 15:15:00.3Z');
select nightshift.judge_slots('2026-03-01 15:16:30Z') \g /dev/null
select is(
  (select detail from public.task_dispatches where slot = '2026-03-01 15:15Z'),
  'missed: pg_cron came (run 990001), but nothing was dispatched: failed: ERROR: out of space; not made up for: policy "skip".',
  'nobody says that pg_cron did not come when it came');

select * from finish();
rollback;
