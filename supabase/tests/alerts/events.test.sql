-- Test: what raises an alert, once for each occurrence, and what does not.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
select plan(28);

update nightshift.alert_rules r set cool_down = '0';
update public.task_schedules s set active_since = '2026-03-01 11:45Z', missed_policy = 'skip' where s.name = 'half-hourly';
select is(nightshift.raise_alerts('2026-03-01 12:00Z'), 0, 'where nothing went wrong nothing is raised');

-- Failed

select pg_temp.end_slot('2026-03-01 12:00Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 12:01Z'), 1, 'a failed task raises an alert');
select results_eq(
  'select event, subject, message, data, created_at, attempts from raised',
  $$ select 'failed'::text, 'half-hourly'::text, 'failed: It broke.'::text,
       jsonb_build_object('task_id', t.id, 'task_type', 'email_sync', 'status', 'failed', 'slot', '2026-03-01 12:00Z'::timestamptz),
       '2026-03-01 12:01Z'::timestamptz, 0
     from pg_temp.task_of('2026-03-01 12:00Z') t $$, 'that says what, and for programs which');
select is(nightshift.raise_alerts('2026-03-01 12:02Z'), 0, 'once');
select pg_temp.end_slot('2026-03-01 12:30Z', 'partial_failure', null) \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 12:31Z'), 1, 'so does one that failed in part');
select pg_temp.end_slot('2026-03-01 13:00Z', 'completed', null) \g /dev/null
select pg_temp.end_slot('2026-03-01 13:30Z', 'cancelled', 'Not today.') \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at) values (:'ours', 'email_sync', 'failed', '2026-03-01 13:30Z');
select is(nightshift.raise_alerts('2026-03-01 13:31Z'), 0, 'one that is completed or cancelled, or a row of a workspace, does not');
insert into public.autonomous_tasks (task_type, status, executed_at, agent_name) values
  ('email_sync', 'failed', '2026-03-01 13:30Z', 'by-hand');
select is(nightshift.raise_alerts('2026-03-01 13:32Z'), 1, 'a system task without a schedule does');
select results_eq(
  $$ select subject, message from raised where subject = 'by-hand' $$, $$ values ('by-hand'::text, 'failed: no message'::text) $$,
  'under the name of its agent');

-- After the last attempt only

select pg_temp.dispatch_and_answer('2026-03-01 14:00Z', 500) \g /dev/null
select nightshift.judge_dispatches('2026-03-01 14:00:05Z'), nightshift.retry_dispatches('2026-03-01 14:00:05Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 14:00:06Z'), 0, 'while another attempt is planned nothing is raised');
update public.task_schedules s set max_attempts = 2 where s.name = 'half-hourly';
select nightshift.retry_dispatches('2026-03-01 14:01Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 14:01Z'), 0, 'nor while it is under way');
select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 14:00Z')).request_id, '2026-03-01 14:01:01Z', 500) \g /dev/null
select nightshift.judge_dispatches('2026-03-01 14:01:05Z'), nightshift.retry_dispatches('2026-03-01 14:01:05Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 14:01:06Z'), 1, 'after the last attempt it is');
select is(
  (select message from raised where created_at = '2026-03-01 14:01:06Z'),
  'failed: The function answered 500. Its log says why. Given up after 2 attempts.', 'with the sentence of the task');

-- Late and missed

select is(nightshift.raise_alerts('2026-03-01 14:31:59Z'), 0, 'a slot is not late before two minutes');
select is(nightshift.raise_alerts('2026-03-01 14:32Z'), 1, 'then it is');
select results_eq(
  $$ select subject, message from raised where event = 'late' $$,
  $$ values ('half-hourly'::text, 'The tick of 2026-03-01 14:30 UTC has not come yet.'::text) $$, 'in words');
select is(nightshift.raise_alerts('2026-03-01 14:40Z'), 0, 'once');
select nightshift.judge_slots('2026-03-01 14:41Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 14:41Z'), 1, 'a missed slot raises an alert when it is found');
select results_eq(
  $$ select subject, message, data -> 'verdict' from raised where event = 'missed' $$,
  $$ values ('half-hourly'::text, 'missed: no tick came for this slot, pg_cron or the database was down; not made up for: policy "skip".'::text,
    '"missed"'::jsonb) $$, 'with what was done about it');
update public.task_schedules s set missed_policy = 'run_once', max_attempts = 3 where s.name = 'half-hourly';
select nightshift.judge_slots('2026-03-01 15:01Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 15:01Z'), 1, 'so does one that is made up for');
select is(
  (select message from raised where event = 'missed' and created_at = '2026-03-01 15:01Z'),
  'A tick was missed and is made up for.', 'and says so');

-- Stalled

select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 15:00Z')).request_id, '2026-03-01 15:01:01Z', 202) \g /dev/null
select nightshift.start_run((pg_temp.task_of('2026-03-01 15:00Z')).id, p_now => '2026-03-01 15:01:02Z') \g /dev/null
select nightshift.judge_dispatches('2026-03-01 15:02Z'), nightshift.judge_runs('2026-03-01 15:02Z') \g /dev/null
select is(nightshift.raise_alerts('2026-03-01 15:02Z'), 1, 'a stalled run raises an alert');
select alike(
  (select message from raised where event = 'stalled'), 'The run started but stopped without reporting its end:%', 'that says since when');

-- Paused, unknown, old

update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(nightshift.raise_alerts('2026-03-01 15:45Z'), 0, 'a paused schedule is never late');
delete from nightshift.alerts where attempts = 0;
select cmp_ok(nightshift.raise_alerts('2026-03-01 15:46Z'), '>', 0, 'what went wrong in the last day is raised');
delete from nightshift.alerts where attempts = 0;
select is(nightshift.raise_alerts('2026-03-02 15:46Z'), 0, 'what is older is not');

-- Rules

delete from nightshift.alert_rules where name = 'everybody';
select is(nightshift.raise_alerts('2026-03-01 15:46Z'), 0, 'without a rule nothing is raised');
insert into nightshift.alert_rules (name, webhook_url, enabled) values ('off', 'https://alerts.example.com', false);
select is(nightshift.raise_alerts('2026-03-01 15:46Z'), 0, 'nor for a rule that is disabled');
insert into nightshift.alert_rules (name, webhook_url, events, cool_down) values
  ('stalled only', 'https://alerts.example.com', '{stalled}', '0'), ('nothing of this', 'https://alerts.example.com', '{over_budget}', '0');
select nightshift.raise_alerts('2026-03-01 15:46Z') \g /dev/null
select results_eq('select distinct rule, event from raised', $$ values ('stalled only'::text, 'stalled'::text) $$, 'a rule gets the events that it wants');

select * from finish();
rollback;
