-- Test: the pg_cron job of a schedule follows every change of its row.
begin;
\ir ../_helpers/acting.psql
select plan(26);

create temp view jobs as
select j.jobid, j.jobname::text collate "default" as name, j.schedule, j.command,
  j.username::text collate "default" as username
from cron.job j
where j.active and j.jobname not in ('continuous-intelligence', 'system-health-check', 'nightshift-reconcile', 'nightshift-work');
create temp table seen (jobid bigint);

-- A new row

insert into public.task_schedules (name, task_type, cron_expression, target) values ('nightly', 'email_sync', '0 3 * * *', 'sync');
select results_eq(
  'select name, schedule, command, username from jobs',
  $$ values ('nightly'::text, '0 3 * * *'::text, 'select nightshift.dispatch(''nightly'')'::text, 'postgres'::text) $$,
  'a new schedule has its job');
insert into seen select jobid from jobs;
insert into public.task_schedules (name, task_type, cron_expression, target, enabled)
values ('asleep', 'email_sync', '0 3 * * *', 'sync', false);
select is_empty($$ select from jobs where name = 'asleep' $$, 'one that is paused from the start has none');

-- Changes

update public.task_schedules s set cron_expression = '*/5 * * * *' where s.name = 'nightly';
select results_eq(
  'select jobid, name, schedule from jobs', $$ select jobid, 'nightly'::text, '*/5 * * * *'::text from seen $$,
  'with another expression it is the same job at other times');
update public.task_schedules s set payload = '{"n": 1}', timeout_ms = 9000 where s.name = 'nightly';
select results_eq(
  'select jobid, schedule from jobs', $$ select jobid, '*/5 * * * *'::text from seen $$, 'other changes leave the job alone');
update public.task_schedules s set name = 'nocturnal' where s.name = 'nightly';
select results_eq(
  'select name, schedule, command from jobs',
  $$ values ('nocturnal'::text, '*/5 * * * *'::text, 'select nightshift.dispatch(''nocturnal'')'::text) $$,
  'under another name there is one job of that name');

-- Pause and resume

update public.task_schedules s set enabled = false where s.name = 'nocturnal';
select is_empty('select from jobs', 'a paused schedule has no job');
update public.task_schedules s set cron_expression = '0 4 * * *' where s.name = 'nocturnal';
select is_empty('select from jobs', 'and gets none by a change');
update public.task_schedules s set enabled = true where s.name = 'nocturnal';
select results_eq(
  'select name, schedule from jobs', $$ values ('nocturnal'::text, '0 4 * * *'::text) $$,
  'resumed it has one again, at the times that it has now');
update public.task_schedules s set enabled = true where s.name = 'nocturnal';
select is((select count(*) from jobs), 1::bigint, 'resuming twice makes no second one');
delete from public.task_schedules s where s.name = 'nocturnal';
select is_empty('select from jobs', 'a deleted schedule takes its job along');

-- Rejected: nothing is stored, no job is made

create function pg_temp.write_both(p_expression text, p_task_type text) returns text
language plpgsql as $$
begin
  insert into public.task_schedules (name, task_type, cron_expression, target) values ('wrong', p_task_type, p_expression, 'sync');
  return 'stored';
exception
  when others then
    return sqlstate;
end
$$;
select is(pg_temp.write_both(w.expression, w.task_type), w.outcome, w.what || ' is refused')
from (values
  ('an expression that nobody reads', '60 * * * *', 'email_sync', 'PT422'),
  ('one that only some read', '0 0 L * *', 'email_sync', 'PT422'),
  ('an unknown task type', '0 * * * *', 'sleep', '23514')
) as w (what, expression, task_type, outcome);
select is_empty($$ select from public.task_schedules where name = 'wrong' $$, 'none of them is stored');
select is(pg_temp.write_both(null, 'email_sync'), 'stored', 'none at all is an agent that runs on demand');
select is_empty($$ select from cron.job j where j.jobname = 'wrong' $$, 'which has no job');
select is_empty('select from jobs', 'and none has a job');
update public.task_schedules s set enabled = true where s.name = 'asleep';
select throws_ok(
  $$ update public.task_schedules set cron_expression = '0 0 0 * * *' where name = 'asleep' $$, 'PT422', null,
  'a row is not given a wrong expression');
select results_eq(
  'select name, schedule from jobs', $$ values ('asleep'::text, '0 3 * * *'::text) $$, 'its job stays as it was');

-- The service role

select is(
  pg_temp.attempt('service_role', $$
    insert into public.task_schedules (name, task_type, cron_expression, target) values ('served', 'email_sync', '0 5 * * *', 'sync')
    $$, true), '1', 'the service role adds a schedule');
select results_eq(
  $$ select schedule, username from jobs where name = 'served' $$, $$ values ('0 5 * * *'::text, 'postgres'::text) $$,
  'whose job belongs to postgres');
select is(
  pg_temp.attempt('service_role', $$ update public.task_schedules set enabled = false where name = 'served' $$, true), '1',
  'it pauses it');
select is_empty($$ select from jobs where name = 'served' $$, 'and the job goes');

-- A job that somebody has made their own

select cron.schedule('asleep', '0 6 * * *', 'select 1') \g /dev/null
delete from public.task_schedules s where s.name = 'asleep';
select results_eq(
  'select name, command from jobs', $$ values ('asleep'::text, 'select 1'::text) $$,
  'a job that does something else now is not removed with the schedule');

-- A job of somebody else

select cron.schedule('theirs', '0 5 * * *', 'select 1') \g /dev/null
select throws_ok(
  $$ insert into public.task_schedules (name, task_type, cron_expression, target) values ('theirs', 'email_sync', '0 3 * * *', 'sync') $$,
  'PT409', 'cron_job_exists: there is a pg_cron job "theirs" that is not ours; name the schedule otherwise.',
  'a job that is not ours is not replaced');
select is((select command from cron.job where jobname = 'theirs'), 'select 1', 'it stays as it was');

select * from finish();
rollback;
