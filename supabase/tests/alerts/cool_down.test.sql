-- Test: after an alert the same event of the same schedule is silent for a while, and stays silent afterwards.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/alerts.psql
select plan(9);

insert into public.task_schedules (name, task_type, cron_expression, target) values ('another', 'email_sync', '*/30 * * * *', 'sync');

-- One hour

select pg_temp.end_slot('2026-03-01 12:00Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 12:01Z'), 1, 'the first failure is told');
select pg_temp.end_slot('2026-03-01 12:30Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 12:31Z'), 0, 'one half an hour later is not');
select is(nightshift.raise_alerts('2026-03-01 13:02Z'), 0, 'not even when the hour is over: it is stale by then');
select pg_temp.end_slot('2026-03-01 12:30Z', p_schedule => 'another') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 12:31Z'), 1, 'another schedule is not silenced by it');
select pg_temp.end_slot('2026-03-01 13:00Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 13:00:30Z'), 0, 'a failure in the last minute of the hour is silent');
select pg_temp.end_slot('2026-03-01 13:30Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 13:31Z'), 1, 'one after the hour is told');
select is(nightshift.raise_alerts('2026-03-02 11:00Z'), 0, 'of the silent ones none is told the next day');

-- Two at once

insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, agent_name)
select 'email_sync', 'failed', '2026-03-01 14:00Z', '2026-03-01 14:00:05Z', 'twins' from generate_series(1, 2);
select is(nightshift.raise_alerts('2026-03-01 14:01Z'), 1, 'of two at once one is told');

-- Each rule cools down by itself

insert into nightshift.alert_rules (name, webhook_url, cool_down) values ('eager', 'https://alerts.example.com/eager', '0');
select nightshift.raise_alerts('2026-03-01 14:02Z') \g /dev/null
select results_eq(
  $$ select rule, count(*) from raised where subject = 'twins' group by rule order by rule $$,
  $$ values ('eager'::text, 2::bigint), ('everybody', 1) $$, 'a rule without a cool-down is told of all');

select * from finish();
rollback;
