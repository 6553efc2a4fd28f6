-- Test: what somebody was told about and works again is told once, to the same rules.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
select plan(17);

update nightshift.alert_rules r set events = events || '{recovered}', cool_down = '0';
insert into nightshift.alert_rules (name, webhook_url, events, cool_down) values
  ('late only', 'https://alerts.example.com', '{late,recovered}', '0'), ('not this', 'https://alerts.example.com', '{failed}', '0');
create function pg_temp.told_at(p_at text) returns text
language plpgsql as $$
begin
  perform nightshift.raise_alerts(p_at::timestamptz);
  return (select string_agg(format('%s: %s', r.rule, r.event), ', ' order by r.rule, r.event) from pg_temp.raised r
    where r.created_at = p_at::timestamptz);
end
$$;

-- A schedule

select pg_temp.end_slot('2026-03-01 12:00Z', 'completed', null) \g /dev/null
select is(pg_temp.told_at('2026-03-01 12:01Z'), null, 'a run that completes tells nothing where nothing was wrong');
select pg_temp.end_slot('2026-03-01 12:30Z'), pg_temp.end_slot('2026-03-01 13:00Z') \g /dev/null
select is(
  pg_temp.told_at('2026-03-01 13:01Z'), 'everybody: failed, everybody: failed, not this: failed, not this: failed', 'two runs fail');
select pg_temp.end_slot('2026-03-01 13:30Z', 'partial_failure', 'Half.') \g /dev/null
select is(pg_temp.told_at('2026-03-01 13:31Z'), 'everybody: failed, not this: failed', 'one that fails in part has not recovered');
select pg_temp.end_slot('2026-03-01 14:00Z', 'completed', null) \g /dev/null
select is(pg_temp.told_at('2026-03-01 14:01Z'), 'everybody: recovered', 'those who were told, and want to know, are told once');
select results_eq(
  $$ select r.subject, r.message, r.data ->> 'event' from raised r where r.event = 'recovered' $$,
  $$ values ('half-hourly'::text, 'half-hourly works again: a run completed at 2026-03-01 14:00 UTC.'::text, 'failed'::text) $$, 'in a sentence');
select pg_temp.end_slot('2026-03-01 14:30Z', 'completed', null) \g /dev/null
select is(pg_temp.told_at('2026-03-01 14:31Z'), null, 'the next run tells nothing');
select pg_temp.end_slot('2026-03-01 15:00Z') \g /dev/null
select is(pg_temp.told_at('2026-03-01 15:01Z'), 'everybody: failed, not this: failed', 'what fails again is told again');
select is(pg_temp.told_at('2026-03-01 15:02Z'), null, 'an earlier success is no recovery of it');
select pg_temp.end_slot('2026-03-01 15:30Z', 'completed', null) \g /dev/null
select is(pg_temp.told_at('2026-03-01 15:31Z'), 'everybody: recovered', 'nor is it the last');

-- Late

update public.task_schedules s set active_since = '2026-03-01 15:45Z' where s.name = 'half-hourly';
select is(pg_temp.told_at('2026-03-01 16:03Z'), 'everybody: late, late only: late', 'a late slot');
select pg_temp.end_slot('2026-03-01 16:00Z', 'completed', null) \g /dev/null
select is(pg_temp.told_at('2026-03-01 16:06Z'), 'everybody: recovered, late only: recovered', 'its run ends that');

-- An agent without a schedule

update public.task_schedules s set enabled = false where s.name = 'half-hourly';
insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, agent_name)
values ('email_sync', 'failed', '2026-03-01 17:00Z', '2026-03-01 17:00:05Z', 'by hand');
select is(pg_temp.told_at('2026-03-01 17:01Z'), 'everybody: failed, not this: failed', 'an agent fails');
insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, agent_name) values
  ('email_sync', 'completed', '2026-03-01 17:10Z', '2026-03-01 17:10:05Z', 'another'),
  ('email_sync', 'completed', '2026-03-01 16:59Z', '2026-03-01 17:20:05Z', 'by hand');
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at, agent_name)
values (:'ours', 'email_sync', 'completed', '2026-03-01 17:10Z', '2026-03-01 17:10:05Z', 'by hand');
select is(pg_temp.told_at('2026-03-01 17:11Z'), null, 'another one, a run that began before, and a row of a tenant are no recovery');
insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, agent_name)
values ('email_sync', 'completed', '2026-03-01 17:30Z', '2026-03-01 17:30:05Z', 'by hand');
select is(pg_temp.told_at('2026-03-01 17:31Z'), 'everybody: recovered', 'its own next run is');

-- The machinery

update nightshift.reconcile_steps s set failing_since = null;
select nightshift.note_problem('judge_runs', 'x', 'Not this one.', '2026-03-01 18:00Z') \g /dev/null
select alike(pg_temp.told_at('2026-03-01 18:01Z'), '%everybody: broken%', 'a step of reconcile fails');
select is(pg_temp.told_at('2026-03-01 18:02Z'), null, 'and goes on failing');
update nightshift.reconcile_steps s set failing_since = null where s.step = 'judge_runs';
select is(pg_temp.told_at('2026-03-01 18:03Z'), 'everybody: recovered', 'until it does not');

select * from finish();
rollback;
