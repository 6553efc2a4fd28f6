-- Test: old facts go, up to 1000 of a kind in one pass, and the log stays.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/alerts.psql
select plan(11);

delete from cron.job_run_details where true;
insert into cron.job_run_details (jobid, runid, database, username, command, status, start_time, end_time)
select 1, 900000 + n, current_database(), 'postgres', 'select 1', 'succeeded', t.at, t.at
from (values (1, '2026-03-24 11:59Z'::timestamptz), (2, '2026-03-24 12:01Z'), (3, null)) as t (n, at);
-- Broken off, and never begun, both long ago.
insert into cron.job_run_details (jobid, runid, database, username, command, status, start_time, end_time) values
  (1, 899998, current_database(), 'postgres', 'select 1', 'running', '2026-03-20 12:00Z', null),
  (1, 899999, current_database(), 'postgres', 'select 1', 'starting', null, null);
select pg_temp.end_slot(t.at) from unnest(array['2025-12-31 11:30Z', '2025-12-31 12:30Z']) as t (at) \g /dev/null
insert into nightshift.alerts (rule_id, event, subject, occurrence, message, created_at)
select r.id, 'failed', 'x', t.at, 'x', t.at::timestamptz
from nightshift.alert_rules r
cross join unnest(array['2026-03-01 11:59Z', '2026-03-01 12:01Z']) as t (at);
insert into nightshift.rate_counters (subject, paid_until) values ('idle', '2026-03-31 10:59Z'), ('busy', '2026-03-31 11:01Z');
insert into nightshift.idempotent_answers (key_hash, request_hash, results, expires_at) values
  ('expired', 'r', '[]', '2026-03-31 12:00Z'), ('valid', 'r', '[]', '2026-03-31 12:01Z');

-- 31 March at 12:00

select is(nightshift.prune('2026-03-31 12:00Z'), 7, 'one of each kind is old enough, and three runs of pg_cron');
select results_eq(
  'select runid from cron.job_run_details order by runid', $$ values (900002::bigint), (900003) $$,
  'run details of pg_cron go after 7 days, also those that never had an end; one that is about to begin stays');
select results_eq('select occurrence from nightshift.alerts', $$ values ('2026-03-01 12:01Z'::text) $$, 'alerts go after 30 days');
select results_eq('select slot from public.task_dispatches', $$ values ('2025-12-31 12:30Z'::timestamptz) $$, 'dispatches go after 90 days');
select results_eq('select subject from nightshift.rate_counters', $$ values ('busy') $$, 'counters of rate limits go after an idle hour');
select results_eq(
  'select key_hash from nightshift.idempotent_answers', $$ values ('valid') $$, 'answers to repeated requests go when they have expired');
select is((select count(*) from public.autonomous_tasks), 2::bigint, 'the tasks of the log stay');
select is(nightshift.prune('2026-03-31 12:00Z'), 0, 'once');

-- Many

insert into nightshift.alerts (rule_id, event, subject, occurrence, message, created_at)
select r.id, 'failed', 'x', n::text, 'x', '2026-01-01 12:00Z' from nightshift.alert_rules r cross join generate_series(1, 1500) as n;
-- As it is younger its id is greater; those of the oldest come first.
update nightshift.alerts a set id = nightshift.time_ordered_uuid() where a.created_at > '2026-03-01';
select is(nightshift.prune('2026-03-31 12:00Z'), 1000, 'a pass takes at most 1000');
select is(nightshift.prune('2026-03-31 12:00Z'), 500, 'the next the rest');
select is((select count(*) from nightshift.alerts), 1::bigint, 'and no more');

select * from finish();
rollback;
