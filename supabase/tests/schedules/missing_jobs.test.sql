-- Test: pg_cron jobs that a restored backup lacks are found and made again; paused ones are not missing.
begin;
select plan(8);

select is_empty('select * from nightshift.list_missing_jobs()', 'after the migrations no job is missing');
select is(nightshift.restore_jobs(), 0, 'and none is made');

-- A backup brings the schedules, but not the jobs

insert into public.task_schedules (name, task_type, cron_expression, target, enabled) values
  ('hourly', 'email_sync', '0 * * * *', 'hourly', true), ('paused', 'email_sync', '0 * * * *', 'paused', false);
select cron.unschedule(j.jobid) from cron.job j \g /dev/null
select results_eq(
  'select m.name, m.cron_expression, m.command from nightshift.list_missing_jobs() m order by m.name',
  $$ values
    ('continuous-intelligence', '*/30 * * * *', 'select nightshift.dispatch(''continuous-intelligence'')'),
    ('hourly', '0 * * * *', 'select nightshift.dispatch(''hourly'')'),
    ('nightshift-reconcile', '* * * * *', 'select nightshift.reconcile()'),
    ('nightshift-work', '* * * * *', 'call nightshift.work()'),
    ('system-health-check', '*/5 * * * *', 'select nightshift.dispatch(''system-health-check'')') $$,
  'every enabled schedule, reconciliation and the database worker are missing');
select is(nightshift.restore_jobs(), 5, 'they are made again');
select is_empty('select * from nightshift.list_missing_jobs()', 'then none is missing');
select is((select count(*) from cron.job), 5::bigint, 'and there is no other job');

-- Switched off by hand

select cron.alter_job(j.jobid, active => false) from cron.job j where j.jobname = 'hourly' \g /dev/null
select is(nightshift.restore_jobs(), 0, 'a job that is switched off stays so');

-- A foreign job of the same name

select cron.unschedule('hourly') \g /dev/null
select cron.schedule('hourly', '0 * * * *', 'select 1') \g /dev/null
select throws_like('select nightshift.restore_jobs()', 'cron_job_exists: %"hourly"%', 'a job that is not ours is left alone');

select * from finish();
rollback;
