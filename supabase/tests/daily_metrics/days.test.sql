-- Test: a day is what happened on it by the clocks of the workspace, whenever we learned of it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(40);
update public.workspaces set created_at = '2026-01-01' where true;

-- Nobody asked

select pg_temp.receive_one(:'ours', 'early', '2026-03-28 22:30Z') \g /dev/null
select is((select count(*) from nightshift.day_marks), 0::bigint, 'a workspace that did not ask leaves no marks');
select is(pg_temp.roll_up('2026-03-29 12:00Z'), '{}', 'and has nothing counted');

-- It asks

select pg_temp.ask_for_days(:'ours', 'Europe/Berlin') \g /dev/null
select pg_temp.receive_one(:'ours', 'late', '2026-03-28 23:30Z', 'complaint', true) \g /dev/null
select pg_temp.receive_one(:'ours', 'bulk', '2026-03-29 10:00Z', 'other', false, true) \g /dev/null
select pg_temp.receive_one(:'ours', 'unread', '2026-03-29 10:30Z', null) \g /dev/null
insert into public.client_emails (workspace_id, provider_message_id, received_at, direction)
values (:'ours', 'sent', '2026-03-29 11:00Z', 'outbound');
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at, duration_ms) values
  (:'ours', 'email_sync', 'completed', '2026-03-29 09:00Z', '2026-03-29 09:01Z', 60000),
  (:'ours', 'email_sync', 'failed', '2026-03-29 10:00Z', '2026-03-29 10:00:30Z', 30000),
  (:'theirs', 'email_sync', 'failed', '2026-03-29 10:00Z', '2026-03-29 10:00:30Z', 30000);
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
select gen_random_uuid(), :'ours', 'anthropic', 'example', 0.00000003, 'example', 'ok', 1, '2026-03-29 10:00Z' from generate_series(1, 3);
select is(pg_temp.roll_up('2026-03-29 12:00Z') ->> :'ours', '2', 'two days are counted, of our workspace alone');
select results_eq(
  'select day, starts_at, ends_at, emails_in, emails_out, emails_bulk, emails_read, needing_reply, is_partial from public.daily_metrics order by day',
  $$ values
    ('2026-03-28'::date, '2026-03-27 23:00Z'::timestamptz, '2026-03-28 23:00Z'::timestamptz, 1::bigint, 0::bigint, 0::bigint, 1::bigint, 0::bigint, false),
    ('2026-03-29', '2026-03-28 23:00Z', '2026-03-29 22:00Z', 3, 1, 1, 2, 1, true) $$,
  'emails are on the day that the clock in Berlin showed, also on the one of 23 hours, which is not over');
select results_eq(
  $$ select by_intent, by_urgency, tasks, calls, cost_usd::text from public.daily_metrics where day = '2026-03-29' $$,
  $$ values ('{"other": 1, "complaint": 1}'::jsonb, '{"low": 2}'::jsonb,
    '{"email_sync": {"completed": 1, "failed": 1, "duration_ms": 90000, "timed": 2}}'::jsonb, 3::bigint, '0.00000009') $$,
  'with intents, urgencies, tasks by status and calls to the last decimal');

-- The same bytes

create temp table before as select * from public.daily_metrics;
select pg_temp.attempt('owner', $$ select public.rebuild_metrics($1, '2026-03-01', '2026-03-29') $$, true) \g /dev/null
select is(pg_temp.roll_up('2026-03-29 12:00Z'), '{}', 'counted again, nothing changes');
select results_eq('select m::text from public.daily_metrics m order by day', 'select b::text from before b order by day',
  'not a byte, not even computed_at');
select is((select count(*) from nightshift.due_metric_days), 1::bigint, 'the day that is not over is due at its end');
select is(pg_temp.roll_up('2026-03-29 23:05Z') ->> :'ours', '1', 'then it is counted once more');
select is((select is_partial from public.daily_metrics where day = '2026-03-29'), false, 'and is whole');

-- Late, moved, deleted

select pg_temp.receive_one(:'ours', 'ten days late', '2026-03-20 08:00Z') \g /dev/null
select is(pg_temp.roll_up('2026-03-30 08:05Z') ->> :'ours', '1', 'an email ten days late is counted by the next run');
select is((select emails_in from public.daily_metrics where day = '2026-03-20'), 1::bigint, 'on its day');
update public.client_emails set received_at = '2026-03-21 08:00Z' where provider_message_id = 'ten days late';
select is(pg_temp.roll_up('2026-03-30 09:05Z') ->> :'ours', '2', 'one that moves changes both days');
select results_eq(
  $$ select day from public.daily_metrics where day < '2026-03-22' $$, $$ values ('2026-03-21'::date) $$,
  'a day on which nothing is left has no row');
update public.client_emails set subject = 'x' where true;
select is((select count(*) from nightshift.day_marks), 0::bigint, 'what changes no number leaves no mark');
delete from public.email_intelligence where email_id = (select id from public.client_emails where provider_message_id = 'late');
select pg_temp.roll_up('2026-03-30 10:05Z') \g /dev/null
select results_eq(
  $$ select emails_in, emails_read, needing_reply from public.daily_metrics where day = '2026-03-29' $$,
  $$ values (3::bigint, 1::bigint, 0::bigint) $$, 'without its record an email is received, and not read');
delete from public.client_emails where provider_message_id = 'ten days late';
select pg_temp.roll_up('2026-03-30 11:05Z') \g /dev/null
select is((select count(*) from public.daily_metrics where day < '2026-03-22'), 0::bigint, 'a deleted email is not counted');
set local nightshift.keeps_days = 'on';
delete from public.client_emails where provider_message_id = 'early';
set local nightshift.keeps_days = 'off';
select pg_temp.receive_one(:'ours', 'after cleanup', '2026-03-28 12:00Z') \g /dev/null
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select is((select emails_in from public.daily_metrics where day = '2026-03-28'), 1::bigint,
  'a day keeps its numbers when its emails are cleaned up, also when something is late for it');

-- Tasks

select pg_temp.roll_up('2026-03-30 12:30Z') \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at) values (:'ours', 'data_cleanup', 'running', '2026-03-29 23:30+02');
select pg_temp.roll_up('2026-03-30 13:05Z') \g /dev/null
create temp view cleanups as select m.day, m.tasks -> 'data_cleanup' as tasks from public.daily_metrics m where m.tasks ? 'data_cleanup';
select results_eq('select * from cleanups', $$ values (date '2026-03-29', '{"running": 1, "duration_ms": 0, "timed": 0}'::jsonb) $$,
  'a task is counted by the next run');
update public.autonomous_tasks set status = 'completed', completed_at = executed_at + interval '2 s' where task_type = 'data_cleanup';
select pg_temp.roll_up('2026-03-30 13:05Z') \g /dev/null
select results_eq('select * from cleanups', $$ values (date '2026-03-29', '{"completed": 1, "duration_ms": 2000, "timed": 1}'::jsonb) $$,
  'and its end by the run after that');
update public.autonomous_tasks set cost_estimate_usd = 3 where task_type = 'data_cleanup';
select nightshift.fold_task_hours() \g /dev/null
select is((select count(*) from nightshift.day_marks), 0::bigint, 'what a task cost leaves no mark, as days have the cost of calls');
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at) values (:'ours', 'data_cleanup', 'pending', '2026-03-28 10:00Z');
update public.autonomous_tasks set executed_at = '2026-03-30 10:00Z' where status = 'pending';
select nightshift.fold_task_hours() \g /dev/null
select is((select count(*) from nightshift.day_marks), 2::bigint, 'a task that moves marks both days, also when reconcile folds it in');
delete from public.autonomous_tasks where task_type = 'data_cleanup' and status = 'completed';
select pg_temp.roll_up('2026-03-30 13:05Z') \g /dev/null
select results_eq('select day from cleanups', $$ values (date '2026-03-30') $$, 'a deleted task is not counted');
delete from public.autonomous_tasks where task_type = 'data_cleanup';
select nightshift.fold_task_hours() \g /dev/null
select pg_temp.roll_up('2026-03-30 13:05Z') \g /dev/null
select is((select count(*) from cleanups), 0::bigint, 'the last one neither');

-- A zone that changes

select pg_temp.attempt('owner', $$ select public.set_workspace_settings($1, '{"time_zone": "America/New_York"}') $$, true) \g /dev/null
select is(
  (select array_agg(distinct time_zone) from public.daily_metrics), array['Europe/Berlin'],
  'a changed zone leaves the days so far as they are');
select results_eq(
  format('select time_zone from nightshift.workspace_zones where workspace_id = %L order by from_day', :'ours'),
  $$ values ('Europe/Berlin'::text), ('America/New_York') $$, 'and counts from the next day on');

-- Answers

update public.client_emails set received_at = '2026-03-29 00:30Z' where provider_message_id = 'late';
insert into public.email_intelligence (email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned,
  timeline_mentioned, decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, true, false, false, 'rules', 1, 'test'
from public.client_emails e where e.provider_message_id = 'late';
insert into public.email_answers (email_id, workspace_id, answered_by, answered_at)
select q.id, q.workspace_id, a.id, '2026-03-29 01:10Z' from public.client_emails q, public.client_emails a
where q.provider_message_id = 'late' and a.provider_message_id = 'sent';
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select results_eq(
  $$ select needing_reply, answered, answer_minutes from public.daily_metrics where day = '2026-03-29' $$,
  $$ values (1::bigint, 1::bigint, '{0,0,0,1,0,0,0,0,0,0,0}'::bigint[]) $$, 'an answer after 40 minutes is in the step of up to 60');
delete from public.client_emails where provider_message_id = 'sent';
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select is((select answered from public.daily_metrics where day = '2026-03-29'), 0::bigint, 'and gone with the email that answered');
select is((select bool_and(answered is not null) from public.daily_metrics where emails_in > 0 and day >= '2026-03-29'), true,
  'where sent emails are known, it is known what has no answer');
select pg_temp.ask_for_days(:'theirs') \g /dev/null
select pg_temp.receive_one(:'theirs', 'theirs', '2026-03-29 10:00Z', 'question', true) \g /dev/null
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select results_eq(
  format('select needing_reply, answered, answer_minutes from public.daily_metrics where workspace_id = %L', :'theirs'),
  $$ values (1::bigint, null::bigint, null::bigint[]) $$,
  'where no sent email is known, answers are null and not 0');

-- Contacts

select pg_temp.attempt('owner',
  $$ select public.set_workspace_settings($1, '{"enabled_types": ["weekly_report_generation", "contact_enrichment"]}') $$, true) \g /dev/null
insert into public.contacts (workspace_id, email) values (:'ours', 'ada@example.com');
insert into public.contact_days select c.id, '2026-03-30', c.workspace_id, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from public.contacts c;
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select results_eq(
  format('select day, contacts_new, contacts_active from public.daily_metrics where workspace_id = %L order by day', :'ours'),
  $$ values ('2026-03-28'::date, null::bigint, null::bigint), ('2026-03-29', 0, 0), ('2026-03-30', 1, 1) $$,
  'a contact is new on its first day; the day that was cleaned up stays as it was');
insert into public.contact_days select c.id, '2026-03-29', c.workspace_id, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from public.contacts c;
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select results_eq(
  format('select day, contacts_new, contacts_active from public.daily_metrics where workspace_id = %L order by day', :'ours'),
  $$ values ('2026-03-28'::date, null::bigint, null::bigint), ('2026-03-29', 1, 1), ('2026-03-30', 0, 1) $$,
  'and not on a later one, when an earlier day is learned of');
delete from public.contacts where true;
select pg_temp.roll_up('2026-03-30 12:05Z') \g /dev/null
select is((select sum(contacts_active) from public.daily_metrics), 0::numeric, 'a deleted contact is active on no day');
select is((select count(*) from public.daily_metrics where day = '2026-03-30'), 0::bigint, 'and a day on which nothing else was has no row');

-- Who sees and asks

select is(pg_temp.attempt('member', 'select from public.daily_metrics where workspace_id = $1'), '2', 'a member reads the days of the workspace');
select is(pg_temp.attempt('other_owner', 'select from public.daily_metrics where workspace_id = $1'), '0', 'and nobody those of another');
select is(pg_temp.attempt('member', 'select public.rebuild_metrics($1, current_date, current_date)'), 'PT403 workspace_not_managed',
  'a member cannot have days counted again');
select is(pg_temp.attempt('admin', 'select public.rebuild_metrics($1, current_date, current_date)'), '1', 'an admin can');
select is(pg_temp.attempt('owner', 'select public.rebuild_metrics($1, ''2010-01-01'', ''2026-01-01'')'), 'PT400 days_invalid',
  'but not of 16 years at once');
select is(pg_temp.attempt('owner', 'select public.rebuild_metrics($1, null, current_date)'), 'PT400 days_invalid', 'and from somewhere on');

select * from finish();
rollback;
