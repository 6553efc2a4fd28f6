-- Test: a clock that was three hours ahead and is right again stops no tick and no email.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/mail.psql
select plan(12);
update public.task_schedules s set overlap_policy = 'allow', active_since = '2026-03-01 11:45Z' where s.name = 'half-hourly';
delete from public.task_schedules s where s.name <> 'half-hourly';

-- At 12:05 the clock says 15:05 for a minute, and everything is done by it

select pg_temp.receive(:'ours', 'mail', 2, '2026-03-01 08:00Z') \g /dev/null
select pg_temp.dispatch('2026-03-01 12:00Z') \g /dev/null
select pg_temp.dispatch('2026-03-01 15:00Z'), nightshift.reconcile('2026-03-01 15:05Z') \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 15:05Z') as id;
select nightshift.claim_emails(id, p_now => '2026-03-01 15:05:01Z') from run \g /dev/null
select is((select count(*) from public.task_dispatches where dispatched_at > '2026-03-01 14:00Z'), 6::bigint, 'slots up to 15:00 have their rows');

-- It is 12:06 again

select is(nightshift.health('half-hourly', '2026-03-01 12:06Z') ->> 'status', 'stuck', 'health says that the clock was ahead');
select is(
  (select count(*) from nightshift.list_problems('2026-03-01 12:06Z') where problem = 'clock'), 1::bigint, 'it is listed as a problem');
select cmp_ok((nightshift.reconcile('2026-03-01 12:06Z') ->> 'mend_clock')::integer, '>=', 3, 'what was put off by it is brought back');
select cmp_ok(
  (select max(lease_expires_at) from nightshift.email_queue), '<=', '2026-03-01 12:08Z'::timestamptz, 'no email is held for three hours');
select cmp_ok((select max(expires_at) from nightshift.run_leases), '<=', '2026-03-01 12:08Z'::timestamptz, 'nor is a run');
select is(nightshift.reconcile('2026-03-01 12:07Z') -> 'mend_clock', '0'::jsonb, 'once');
select is(pg_temp.dispatch('2026-03-01 12:30Z'), 'dispatched', 'the next slot is dispatched although it has a row from the future');
select results_eq(
  $$ select d.kind, d.dispatched_at > '2026-03-01 14:00Z' from public.task_dispatches d where d.slot = '2026-03-01 12:30Z' order by 2 $$,
  $$ values ('tick'::text, false), ('early', true) $$, 'which stays as early');
select is(pg_temp.dispatch('2026-03-01 12:30:10Z'), 'already_dispatched', 'a second tick of it does nothing');
select nightshift.reconcile('2026-03-01 13:01:30Z') \g /dev/null
select is(
  (select count(*) from public.task_dispatches d where d.slot = '2026-03-01 13:00Z' and d.kind = 'missed' and d.dispatched_at < '2026-03-01 14:00Z'),
  1::bigint, 'a tick that does not come is missed as on any day');
select is(
  pg_temp.names(nightshift.claim_emails(pg_temp.start_run('2026-03-01 12:10Z'), p_now => '2026-03-01 12:10Z')), 'mail-1 mail-2',
  'the emails are claimed again');

select * from finish();
rollback;
