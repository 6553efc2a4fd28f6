-- Test: a schedule in a time zone: its pg_cron job in UTC, its ticks, its missed slots and what is said of them.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(58);
set local client_min_messages = error;
create temp view jobs as select j.jobname as name, j.schedule from cron.job j where j.jobname not like 'nightshift-%';
create function pg_temp.add_zoned(p_name text, p_expression text, p_zone text, p_policy text default 'backfill') returns void
language sql as $$
  insert into public.task_schedules (name, task_type, cron_expression, time_zone, target, missed_policy, overlap_policy, active_since)
  values (p_name, 'email_sync', p_expression, p_zone, 'sync', p_policy, 'allow', '2026-03-01 00:00Z')
$$;
create function pg_temp.job_of(p_name text) returns text language sql as $$ select schedule from pg_temp.jobs where name = p_name $$;

-- The row

select is((select time_zone from public.task_schedules where name = 'half-hourly'), 'UTC', 'schedules are in UTC unless they say otherwise');
select pg_temp.add_zoned('nightly', '30 2 * * *', 'europe/BERLIN') \g /dev/null
select is((select time_zone from public.task_schedules where name = 'nightly'), 'Europe/Berlin', 'a zone is spelled as PostgreSQL does');
select throws_like(
  format('update public.task_schedules set time_zone = %L where name = ''nightly''', z.name), 'time_zone_unknown: PostgreSQL knows no time zone %',
  format('%s is refused', coalesce(z.name, 'no zone')))
from (values (null), (''), ('Mars/Olympus'), ('CEST'), ('UTC+3'), ('Europe/Berlin''; drop table x; --'), (repeat('x', 5000))) as z (name);
select throws_ok(
  $$ select pg_temp.add_zoned('bad', '60 * * * *', 'Europe/Berlin') $$, 'PT422', null, 'a wrong expression is refused in a zone as well');
create temp table before as select active_since from public.task_schedules where name = 'nightly';
update public.task_schedules s set time_zone = 'Europe/Paris' where s.name = 'nightly';
select ok(
  (select s.active_since > b.active_since from public.task_schedules s, before b where s.name = 'nightly'),
  'in another zone nothing was expected before');

-- The job

select pg_temp.add_zoned('daily', '0 9 * * *', 'Europe/Berlin') \g /dev/null
select is(pg_temp.job_of('daily'), '0 7,8 * * *', 'pg_cron comes at the time of summer and at that of winter');
update public.task_schedules s set time_zone = 'Asia/Kathmandu' where s.name = 'daily';
select is(pg_temp.job_of('daily'), '15 3 * * *', 'another zone moves the job, minutes as well');
update public.task_schedules s set time_zone = 'UTC' where s.name = 'daily';
select is(pg_temp.job_of('daily'), '0 9 * * *', 'in UTC it is as written');
delete from public.task_schedules s where s.name = 'daily';
select is(pg_temp.job_of('daily'), null, 'and it goes with its schedule');
select is(
  nightshift.pg_cron_expression(j.expression, j.zone, '2026-11-26Z'), j.expected, format('"%s" in %s is "%s" in UTC', j.expression, j.zone, j.expected))
from (values
  ('30 2 * * *', 'Europe/Berlin', '0,30 0,1 * * *'), -- 01:00 is when it runs in the night that has no 02:30
  ('0 9 * * 1-5', 'Europe/Berlin', '0 7,8 * * 1-5'),
  ('0 * * * *', 'Europe/Berlin', '0 * * * *'),
  ('0 0 1 * *', 'Europe/Berlin', '0 22,23 28,29,30,31 * *'),
  ('0 8 1 1 *', 'Pacific/Auckland', '0 19,20 28,29,30,31 1,12 *'),
  ('0 8 * * 1,2', 'Pacific/Auckland', '0 19,20 * * 0,1'),
  ('0 20 31 12 *', 'America/New_York', '0 0,1 1 1,12 *'),
  ('0 8 13 * 5', 'Pacific/Auckland', '0 19,20 12 * 4'),
  ('0 8 */2 * 0', 'Pacific/Auckland', '0 19,20 * * 6'),
  ('45 23 * * *', 'Asia/Kathmandu', '0 18 * * *'),
  (null, 'Europe/Berlin', null), ('*/7 */5 * * *', 'UTC', '*/7 */5 * * *')
) as j (expression, zone, expected);
create temp table wakes as
select e.expression, z.zone, array(select nightshift.cron_slots(e.expression, '2026-11-26Z', '2027-11-26Z', z.zone)) as slots,
  array(select nightshift.cron_slots(nightshift.pg_cron_expression(e.expression, z.zone, '2026-11-26Z'), '2026-11-26Z', '2027-11-26Z')) as ticks
from unnest(array['30 2 * * *', '0 9 * * mon-fri', '15 0 1,31 * *', '0 8 */2 * 0', '0 23 13 * 5', '40 1 29 2,3 *', '0 */8 * * *']) as e (expression)
cross join unnest('{Europe/Berlin,Asia/Kathmandu,Pacific/Auckland,Australia/Lord_Howe,America/St_Johns,Africa/Casablanca}'::text[]) as z (zone);
select is_empty('select expression, zone from wakes where not ticks @> slots', 'pg_cron comes for every slot of a year');
select cmp_ok((select sum(cardinality(slots)) from wakes), '>', 10000::bigint, 'which are more than 10,000');
select is_empty(
  'select expression, zone from wakes where cardinality(ticks) > 4 * 366 and expression not like ''%*/8%''', 'and for nothing more than 4 times a day');

-- Ticks: the whole of two weeks in which clocks change

select pg_temp.add_zoned('ticks', '30 2 * * *', 'Europe/Berlin') \g /dev/null
create temp table outcomes as
select t.at, nightshift.dispatch('ticks', t.at + interval '0.2 seconds') ->> 'outcome' as outcome
from (values ('2026-03-25Z'::timestamptz, '2026-04-01Z'::timestamptz), ('2026-10-21Z', '2026-10-28Z')) as w (from_at, to_at)
cross join lateral nightshift.cron_slots('0,30 0,1 * * *', w.from_at, w.to_at) as t (at);
select set_eq('select distinct outcome from outcomes', '{dispatched,not_due}'::text[], 'a tick is due or not');
select results_eq(
  'select at from outcomes where outcome = ''dispatched'' order by at',
  $$ select s from nightshift.cron_slots('30 2 * * *', '2026-03-25Z', '2026-04-01Z', 'Europe/Berlin') as s
     union all select s from nightshift.cron_slots('30 2 * * *', '2026-10-21Z', '2026-10-28Z', 'Europe/Berlin') as s $$,
  'each slot is dispatched at its minute');
select results_eq(
  'select slot from slots where schedule = ''ticks'' order by slot', 'select at from outcomes where outcome = ''dispatched'' order by at',
  'and nothing else');
select is(
  (select count(*) from slots where schedule = 'ticks'), 14::bigint, '14 nights have 14 runs');
select is(nightshift.dispatch('ticks', '2026-10-28 01:34:59Z') ->> 'outcome', 'dispatched', 'a tick that is 5 minutes late is still due');
select is(nightshift.dispatch('ticks', '2026-10-28 01:34:59Z') ->> 'outcome', 'already_dispatched', 'once');
select is(nightshift.dispatch('ticks', '2026-10-29 01:36:00Z') ->> 'outcome', 'not_due', 'one that is later is left to reconcile');

-- Missed

select pg_temp.add_zoned('misses', '30 2 * * *', 'Europe/Berlin', 'skip') \g /dev/null
update public.task_schedules s set active_since = '2026-10-23 12:00Z' where s.name = 'misses';
select nightshift.judge_slots('2026-10-26 01:30:49Z') \g /dev/null
select results_eq(
  $$ select slot from slots where schedule = 'misses' order by slot $$,
  $$ values ('2026-10-24 00:30Z'::timestamptz), ('2026-10-25 00:30Z') $$,
  'missed are the slots of the zone, the repeated hour once');
select nightshift.judge_slots('2026-10-26 01:30:50Z') \g /dev/null
select is((select max(slot) from slots where schedule = 'misses'), '2026-10-26 01:30Z'::timestamptz, 'each 50 s after its time');

-- What is said

select is(
  (select j - 'status' - 'reason' - 'checked_at' - 'latest_slot' from nightshift.health('ticks', '2026-03-28 12:00Z') as j),
  jsonb_build_object('expected_slot', '2026-03-28 01:30Z'::timestamptz, 'next_slot', '2026-03-29 01:00Z'::timestamptz), 'health names the slots of the zone');
select isnt(nightshift.health('misses', '2026-10-27 01:32:59Z') ->> 'status', 'late', 'for 3 minutes nothing is late');
select is(nightshift.health('misses', '2026-10-27 01:33:00Z') ->> 'status', 'late', 'then it is');
select isnt(nightshift.health('misses', '2026-10-27 00:33:00Z') ->> 'status', 'late', 'but not by the clocks of summer');
select is(
  nightshift.runner_status('ticks', '2026-03-28 12:00Z') -> 'next_slot', to_jsonb('2026-03-29 01:00Z'::timestamptz), 'the runner status agrees');
select results_eq(
  $$ select e.message from nightshift.list_alert_events('2026-10-27 01:33Z') e where e.event = 'late' and e.subject = 'misses' $$,
  $$ values ('The tick of 2026-10-27 01:30 UTC has not come yet.') $$, 'and so does the alert');
select is_empty(
  $$ select from nightshift.list_alert_events('2026-10-27 00:45Z') e where e.event = 'late' and e.subject = 'misses' $$,
  'that does not come by the clocks of summer');
select results_eq(
  $$ select expected_at, seconds_late from public.task_timeline where schedule = 'ticks' and expected_at < '2026-03-30Z' order by 1 desc limit 1 $$,
  $$ values ('2026-03-29 01:00Z'::timestamptz, 0.2) $$, 'the timeline says when it was expected');

-- Somebody edits the job in pg_cron, which is in UTC

select pg_temp.add_zoned('edited', '0 9 * * *', 'Europe/Berlin') \g /dev/null
select is(nightshift.judge_jobs(now()), 0, 'a job as it was written is not taken for an edited one');
select cron.alter_job(j.jobid, schedule := '5 6 * * *') from cron.job j where j.jobname = 'edited' \g /dev/null
select is(nightshift.judge_jobs(now()), 1, 'an edited one is adopted');
select results_eq(
  $$ select cron_expression, time_zone from public.task_schedules where name = 'edited' $$, $$ values ('5 6 * * *'::text, 'UTC'::text) $$,
  'as what it is, UTC');
select is(pg_temp.job_of('edited'), '5 6 * * *', 'and stays in pg_cron');

-- A zone gets other rules

update nightshift.cron_jobs set expression = '0 6 * * *', written_at = now() - interval '23 hours'
where schedule_id = (select id from public.task_schedules where name = 'ticks');
select cron.schedule('ticks', '0 6 * * *', 'select nightshift.dispatch(''ticks'')') \g /dev/null
select is(nightshift.judge_jobs(now()), 0, 'what was written under other rules is not taken for an edited job');
select is(pg_temp.job_of('ticks'), '0 6 * * *', 'for a day it stays');
select nightshift.judge_jobs(now() + interval '2 hours') \g /dev/null
select is(pg_temp.job_of('ticks'), '0,30 0,1 * * *', 'then it is written anew');

-- A restored backup has no jobs

select cron.unschedule(j.jobid) from cron.job j \g /dev/null
select is(
  (select m.cron_expression from nightshift.list_missing_jobs() m where m.name = 'ticks'), '0,30 0,1 * * *', 'a missing job is told in UTC');
select nightshift.restore_jobs() \g /dev/null
select is(pg_temp.job_of('ticks'), '0,30 0,1 * * *', 'and made again so');
select is_empty('select * from nightshift.list_missing_jobs()', 'then none is missing');
select is(nightshift.judge_jobs(now()), 0, 'or edited');

select * from finish();
rollback;
