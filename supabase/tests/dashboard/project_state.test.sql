-- Test: operators see how the project is, and nothing of anybody's emails and tasks; stopping everything never fails.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/schedules.psql
select plan(19);

insert into personas values ('operator', 'authenticated', 'c0000000-0000-4000-8000-000000000009');
insert into auth.users (id, email, email_confirmed_at) select p.user_id, 'operator@example.com', now()
from personas p where p.persona = 'operator';
select nightshift.add_operator('operator@example.com') \g /dev/null

-- A workspace full of marked words, a failed system row, and alerts of both.
insert into public.client_emails (workspace_id, provider_message_id, subject, body_text)
values (:'ours', 'CANARY-1', 'CANARY subject', 'CANARY text'), (:'theirs', 'CANARY-2', 'CANARY subject', 'CANARY text');
update nightshift.email_queue q set failed_at = now(), attempts = 5 where q.workspace_id = :'theirs';
insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name, input_data, error_message, executed_at)
values (:'ours', 'email_sync', 'failed', 'CANARY-agent', '{"CANARY": 1}', 'CANARY error', now()),
  (null, 'email_sync', 'failed', 'email-sync', '{"schedule": "half-hourly"}', 'The function was not there.', now());
insert into public.task_dispatches (schedule_id, slot, kind, task_id, verdict)
select s.id, now(), 'tick', t.id, 'refused' from public.task_schedules s, public.autonomous_tasks t
where s.name = 'half-hourly' and t.workspace_id is null;
insert into nightshift.alert_rules (name, webhook_url) values ('team', 'https://alerts.example.com');
insert into nightshift.alerts (rule_id, event, subject, occurrence, message, workspace_id, delivered_at, attempts, next_attempt_at, last_error)
select r.id, a.event, a.subject, a.occurrence, a.message, a.workspace_id, a.delivered_at, a.attempts, a.next_attempt_at, a.last_error
from nightshift.alert_rules r
cross join (values
  ('failed', 'half-hourly', '1', 'The slot of 12:00 failed.', null::uuid, now(), 1, null::timestamptz, null),
  ('late', 'half-hourly', '2', 'No tick came.', null, null, 2, now(), 'HTTP 500'),
  ('missed', 'CANARY-agent', '3', 'CANARY did not come.', :'ours', null, 5, null, 'CANARY of the error')
) as a (event, subject, occurrence, message, workspace_id, delivered_at, attempts, next_attempt_at, last_error);
insert into public.workspace_budgets (workspace_id, daily_usd, paused) values (null, 20, false), (:'ours', 2, true);

select is(pg_temp.ask(p.persona, 'public.get_project_state()'), null, p.persona || ' gets nothing')
from unnest(array['stranger', 'viewer', 'member', 'admin', 'owner', 'other_owner']) as p (persona);
create temp table states as select pg_temp.ask('operator', 'public.get_project_state()') as state;
select is((select array_agg(k.key order by k.key) from states s, jsonb_object_keys(s.state) as k (key)),
  array['alerts', 'as_of', 'backlog', 'budgets', 'health', 'journal', 'problems', 'project', 'schedules', 'system_rows'],
  'an operator gets the state of the project');
select is((select s.state ->> 'project' from states s), 'project.example.com', 'its name is that of its host');
select unalike((select s.state::text from states s), '%CANARY%', 'without a word of emails, tasks or alerts of workspaces');
select is((select s.state -> 'backlog' ->> 'emails' from states s) || (select s.state -> 'backlog' ->> 'failed_emails' from states s),
  '11', 'what waits and what was given up is counted');
select is((select s.state #>> '{system_rows,0,message}' from states s), 'The function was not there.',
  'a system row has its message');
select is((select array_agg(a.alert ->> 'delivery' order by a.alert ->> 'event') from states s,
    jsonb_array_elements(s.state -> 'alerts') as a (alert)), array['delivered', 'under_way', 'given_up'],
  'alerts have their delivery');
select is((select array_agg(coalesce(b.budget ->> 'workspace_name', 'project') || ' ' || (b.budget ->> 'daily_usd')) from states s,
    jsonb_array_elements(s.state -> 'budgets') as b (budget)), array['project 20', 'Ours 2'],
  'budgets are those of the project and of workspaces');
select is(pg_temp.ask('operator', 'to_jsonb((select count(*) from public.client_emails))'), '0', 'an operator reads no emails');
select is(pg_temp.ask('operator', 'to_jsonb((select count(*) from public.autonomous_tasks))'), '0', 'and no tasks');

-- As much of everything as there may be.
insert into public.task_schedules (name, task_type, cron_expression, target)
select rpad('a-' || n, 63, 'x'), 'email_sync', '0 3 29 2 *', 'sync' from generate_series(1, 250) as n;
update nightshift.alerts a set message = repeat('ü', 2000), subject = repeat('ü', 500), last_error = repeat('ü', 2000)
where a.workspace_id is null;
insert into public.autonomous_tasks (task_type, status, error_message, agent_name, executed_at)
select 'email_sync', 'failed', repeat('ü', 2000), repeat('ü', 200), now() from generate_series(1, 30);
insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, verdict)
select s.id, now(), 'manual', row_number() over (), t.id, 'refused' from public.task_schedules s, public.autonomous_tasks t
where s.name = 'half-hourly' and t.workspace_id is null;
select cmp_ok(octet_length(pg_temp.ask('operator', 'public.get_project_state()')::text), '<', 65536, 'the document has at most 64 kB');
select count(*)::text as awake from public.task_schedules s where s.enabled \gset
select is(pg_temp.ask('operator', 'public.pause_all()') ->> 'paused', :'awake',
  'hundreds of schedules are paused at once, and the journal does not stand in the way');
select is((select a.after ->> 'paused' from nightshift.operator_actions a where a.act = 'all_paused'), :'awake', 'it has how many');
select is(pg_temp.ask('operator', 'public.pause_all()'), '{"paused": 0}', 'again it finds nothing to pause');

select * from finish();
rollback;
