-- Test: every table, every verb, every kind of caller: who moves a row and who does not.
--
-- A cell holds what one statement against a real row of our workspace comes to: the number of rows it
-- moves, or its SQLSTATE. A table, view or verb of the catalog that is not written down here fails.
begin;
\ir ../_helpers/acting.psql

-- One run, which touched our workspace only.
\set run_id d0000000-0000-4000-8000-000000000001
insert into public.autonomous_tasks (id, workspace_id, task_type, status, input_data, executed_at) values
  (:'run_id', null, 'email_sync', 'running', '{}', now()),
  (gen_random_uuid(), :'ours', 'email_sync', 'running', jsonb_build_object('run_id', :'run_id'), now()),
  (gen_random_uuid(), :'theirs', 'email_sync', 'running', '{}', now());
insert into nightshift.run_leases (run_id, token, expires_at) values (:'run_id', gen_random_uuid(), now());
insert into nightshift.run_workspaces (run_id, workspace_id, started_at) values (:'run_id', :'ours', now());
insert into public.client_emails (workspace_id, provider_message_id) values
  (:'ours', 'read@example.com'), (:'ours', 'waiting@example.com'), (:'theirs', 'read@example.com');
insert into public.email_intelligence (
  email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
  decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model
)
select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, false, false, false, 'rules', 1, 'test'
from public.client_emails e
where e.provider_message_id = 'read@example.com';
insert into public.workspace_settings (workspace_id) values (:'ours');
insert into public.contacts (id, workspace_id, email) values
  ('e0000000-0000-4000-8000-000000000001', :'ours', 'ada@example.com'), ('e0000000-0000-4000-8000-000000000002', :'ours', 'bob@example.com');
insert into public.contact_facts (contact_id, field, value, value_key, source, first_seen_at, last_seen_at, times_seen, place)
select c.id, 'name', v.value, lower(v.value), 'header', now(), now(), 1, v.place
from public.contacts c, (values ('Ada', 1), ('Augusta', 2)) as v (value, place) where c.email = 'ada@example.com';
insert into public.contact_emails (email_id, contact_id, at, day, direction)
select e.id, c.id, now(), current_date, 'inbound' from public.client_emails e, public.contacts c
where e.workspace_id = :'ours' and e.provider_message_id = 'read@example.com' and c.email = 'ada@example.com';
insert into public.contact_days select c.id, '2026-01-01', c.workspace_id, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from public.contacts c where c.email = 'ada@example.com';
insert into public.lead_scores (contact_id, workspace_id, score, engagement, behavior, demographic, recency, intelligence, reasons, coverage, model_version, scored_at)
select c.id, c.workspace_id, 1, 1, 1, 1, 1, 1, '[]', 1, 1, now() from public.contacts c where c.email = 'ada@example.com';
insert into public.lead_score_history (contact_id, day, workspace_id, score) select c.id, '2026-01-01', c.workspace_id, 1 from public.contacts c where c.email = 'ada@example.com';
insert into public.scoring_models (workspace_id) values (:'ours');
insert into public.contact_outcomes (contact_id, outcome, day)
select c.id, 'won', '2026-01-01' from public.contacts c where c.email = 'ada@example.com';
insert into public.workspace_reports (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
values (:'ours', 'weekly', '2026-01-01', '2026-01-08', 'UTC', '{}', false, now(), now()),
  (null, 'night', '2026-01-01', '2026-01-02', 'UTC', '{}', false, now(), now());
insert into public.daily_metrics values
  (:'ours', '2026-01-01', 'UTC', '2026-01-01', '2026-01-02', 1, 0, 0, 0, '{}', '{}', '{}', 0, null, null, null, null, '{}', 0, 0, false, now());
insert into public.analyzer_choices (workspace_id, analyzer) values (:'ours', 'rules'), (null, 'rules');
insert into public.analyzer_admissions (workspace_id) values (:'ours');
insert into public.model_prices values ('example', 1, 1, 1);
insert into public.workspace_budgets (workspace_id, daily_usd) values (:'ours', 1), (null, 1);
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails)
values (gen_random_uuid(), :'ours', 'anthropic', 'example', 1, 'example', 'ok', 1);
insert into nightshift.spend_days (workspace_id, day, usd) values (:'ours', '2026-01-01', 1);
insert into nightshift.budget_reservations (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
values (gen_random_uuid(), :'ours', :'run_id', 'anthropic', 'example', 1, '{}', now());
insert into nightshift.spending_notices (workspace_id, reason, period_start, subject, message, noted_at)
values (:'ours', 'no_budget', '2026-01-01', 'example', 'example', now());
insert into nightshift.installed_objects (kind, name) values ('table', 'public.example');
insert into nightshift.deployed_functions (name) values ('example');
update public.task_schedules s set name = 'example' where s.name = 'continuous-intelligence';
insert into public.task_schedules (name, task_type, cron_expression, target)
values ('without-tasks', 'email_sync', '0 * * * *', 'example');
insert into public.task_dispatches (schedule_id, slot, kind, task_id)
select s.id, '2026-01-01'::timestamptz, 'manual', :'run_id'::uuid from public.task_schedules s where s.name = 'example'
union all
select s.id, '2026-01-03', 'manual', null from public.task_schedules s where s.name = 'example';
insert into nightshift.jobs (task_id, schedule_id, workspace_id, run_at, state, max_attempts)
select gen_random_uuid(), s.id, :'ours', now(), 'ready', 1 from public.task_schedules s where s.name = 'example';
insert into nightshift.task_steps (task_id, name, position, result, bytes)
select j.task_id, 'read', 1, '1', 1 from nightshift.jobs j;
insert into nightshift.task_lines (task_id, workspace_id, at, message, bytes)
select j.task_id, :'ours', now(), 'example', 7 from nightshift.jobs j;
insert into nightshift.job_turns (schedule_id, lane, workspace_id)
select s.id, :'ours', :'ours' from public.task_schedules s where s.name = 'example';
insert into nightshift.agent_wakes (schedule_id, sent_at)
select s.id, now() from public.task_schedules s where s.name = 'example';
insert into nightshift.agent_workspaces (schedule_id, workspace_id)
select s.id, :'ours' from public.task_schedules s where s.name = 'example';
insert into nightshift.schedule_watermarks (schedule_id, judged_until)
select s.id, '2026-01-01' from public.task_schedules s where s.name = 'example';
insert into nightshift.alert_rules (name, webhook_url) values ('example', 'https://alerts.example.com');
insert into nightshift.alerts (rule_id, event, subject, occurrence, message)
select r.id, 'failed', 'example', '1', 'It failed.' from nightshift.alert_rules r;
insert into public.job_watches (workspace_id, agent_name, expected_every) values (:'ours', 'example', '1 hour');
insert into public.retention_rules (workspace_id, what, keep_days) values (:'ours', 'mail', 365);
insert into public.legal_holds (workspace_id, reason, released_at) values (:'ours', 'example', now());
insert into public.mailboxes (workspace_id, provider, address) values (:'ours', 'imap', 'box@example.com');
insert into public.email_answers (email_id, workspace_id, answered_by, answered_at)
select q.id, q.workspace_id, a.id, now()
from public.client_emails q
join public.client_emails a on a.workspace_id = q.workspace_id and a.provider_message_id = 'waiting@example.com'
where q.workspace_id = :'ours' and q.provider_message_id = 'read@example.com';

create temp table expectations (
  relation text not null,
  verb text not null,
  what text not null,
  statement text not null,
  anon text not null,
  stranger text not null,
  viewer text not null,
  member text not null,
  admin text not null,
  owner text not null,
  other_owner text not null,
  service_role text not null
);

insert into expectations values
  ('public.workspaces', 'select', 'ours', 'select from public.workspaces where id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.workspaces', 'insert', 'one more', 'insert into public.workspaces (name) values (''More'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.workspaces', 'update', 'the name of ours', 'update public.workspaces set name = ''New'' where id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.workspaces', 'update', 'the id of ours', 'update public.workspaces set id = gen_random_uuid() where id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '23503'),
  ('public.workspaces', 'delete', 'ours', 'delete from public.workspaces where id = $1',
    '42501', '0', '0', '0', '0', '1', '0', '1'),

  ('public.workspace_members', 'select', 'our viewer',
    'select from public.workspace_members where workspace_id = $1 and role = ''viewer''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.workspace_members', 'insert', 'the stranger into ours',
    'insert into public.workspace_members (workspace_id, user_id, role) values ($1, $3, ''member'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.workspace_members', 'update', 'the role of our viewer',
    'update public.workspace_members set role = ''member'' where workspace_id = $1 and role = ''viewer''',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.workspace_members', 'update', 'the workspace of our viewer',
    'update public.workspace_members set workspace_id = $2 where workspace_id = $1 and role = ''viewer''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  -- The viewer leaves.
  ('public.workspace_members', 'delete', 'our viewer',
    'delete from public.workspace_members where workspace_id = $1 and role = ''viewer''',
    '42501', '0', '1', '0', '1', '1', '0', '1'),

  ('public.autonomous_tasks', 'select', 'a task of ours', 'select from public.autonomous_tasks where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.autonomous_tasks', 'select', 'a system row', 'select from public.autonomous_tasks where workspace_id is null',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.autonomous_tasks', 'insert', 'a task of ours',
    'insert into public.autonomous_tasks (workspace_id, task_type, status) values ($1, ''email_sync'', ''completed'')',
    '42501', '42501', '42501', '1', '1', '1', '42501', '1'),
  ('public.autonomous_tasks', 'insert', 'a system row',
    'insert into public.autonomous_tasks (task_type, status) values (''email_sync'', ''completed'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  -- A viewer sees the row, but can neither change nor lock it.
  ('public.autonomous_tasks', 'update', 'a task of ours',
    'update public.autonomous_tasks set status = ''completed'' where workspace_id = $1 and agent_name is null',
    '42501', '0', '0', '1', '1', '1', '0', '1'),
  ('public.autonomous_tasks', 'update', 'a lock on a task of ours',
    'select from public.autonomous_tasks where workspace_id = $1 and agent_name is null for update',
    '42501', '0', '0', '1', '1', '1', '0', '1'),
  ('public.autonomous_tasks', 'update', 'a task of ours into theirs',
    'update public.autonomous_tasks set workspace_id = $2 where workspace_id = $1',
    '42501', '0', '0', '42501', '42501', '42501', '0', '42501'),
  ('public.autonomous_tasks', 'update', 'a task of ours into a system row',
    'update public.autonomous_tasks set workspace_id = null where workspace_id = $1',
    '42501', '0', '0', '42501', '42501', '42501', '0', '42501'),
  ('public.autonomous_tasks', 'update', 'a system row',
    'update public.autonomous_tasks set status = ''completed'' where workspace_id is null',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.autonomous_tasks', 'delete', 'a task of ours', 'delete from public.autonomous_tasks where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.client_emails', 'select', 'a mail of ours',
    'select from public.client_emails where workspace_id = $1 and provider_message_id = ''read@example.com''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.client_emails', 'insert', 'a mail of ours',
    'insert into public.client_emails (workspace_id, provider_message_id) values ($1, ''new@example.com'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.client_emails', 'update', 'a mail of ours',
    'update public.client_emails set subject = ''New'' where workspace_id = $1 and provider_message_id = ''read@example.com''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.client_emails', 'delete', 'a mail of ours',
    'delete from public.client_emails where workspace_id = $1 and provider_message_id = ''read@example.com''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.email_intelligence', 'select', 'a record of ours',
    'select from public.email_intelligence where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.email_intelligence', 'insert', 'a record of ours', $$
    insert into public.email_intelligence (
      email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
      decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model
    )
    select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, false, false, false, 'rules', 1, 'test'
    from public.client_emails e
    where e.workspace_id = $1 and e.provider_message_id = 'waiting@example.com'
    $$, '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.email_intelligence', 'update', 'a record of ours',
    'update public.email_intelligence set sentiment = ''positive'' where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.email_intelligence', 'delete', 'a record of ours',
    'delete from public.email_intelligence where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.analyzer_choices', 'select', 'the choice of ours', 'select from public.analyzer_choices where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.analyzer_choices', 'select', 'the default', 'select from public.analyzer_choices where workspace_id is null',
    '42501', '1', '1', '1', '1', '1', '1', '1'),
  ('public.analyzer_choices', 'insert', 'a choice',
    'insert into public.analyzer_choices (workspace_id, analyzer) values ($2, ''rules'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.analyzer_choices', 'update', 'the choice of ours',
    'update public.analyzer_choices set analyzer = ''anthropic'', model = ''dear'' where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.analyzer_choices', 'delete', 'the choice of ours', 'delete from public.analyzer_choices where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.analyzer_admissions', 'select', 'the admission of ours', 'select from public.analyzer_admissions where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.analyzer_admissions', 'insert', 'an admission', 'insert into public.analyzer_admissions (workspace_id) values ($2)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.analyzer_admissions', 'update', 'the admission of ours',
    'update public.analyzer_admissions set workspace_id = $2 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.analyzer_admissions', 'delete', 'the admission of ours', 'delete from public.analyzer_admissions where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.model_prices', 'select', 'a price', 'select from public.model_prices where model = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.model_prices', 'insert', 'a price', 'insert into public.model_prices values (''more'', 1, 1, 1)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.model_prices', 'update', 'a price', 'update public.model_prices set note = ''x'' where model = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.model_prices', 'delete', 'a price', 'delete from public.model_prices where model = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  -- Nobody writes the ledger but settle, not even the service role.
  ('public.ai_usage', 'select', 'a call of ours', 'select from public.ai_usage where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.ai_usage', 'insert', 'a call', $$
    insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails)
    values (gen_random_uuid(), $1, 'anthropic', 'example', 1, 'example', 'ok', 1)
    $$, '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.ai_usage', 'update', 'a call of ours', 'update public.ai_usage set cost_usd = 0 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.ai_usage', 'delete', 'a call of ours', 'delete from public.ai_usage where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),

  ('public.workspace_budgets', 'select', 'the budget of ours', 'select from public.workspace_budgets where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.workspace_budgets', 'select', 'the project''s budget', 'select from public.workspace_budgets where workspace_id is null',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.workspace_budgets', 'insert', 'a budget', 'insert into public.workspace_budgets (workspace_id, daily_usd) values ($2, 1)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.workspace_budgets', 'update', 'the budget of ours',
    'update public.workspace_budgets set daily_usd = 1000 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.workspace_budgets', 'delete', 'the budget of ours', 'delete from public.workspace_budgets where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.contacts', 'select', 'a contact of ours', 'select from public.contacts where workspace_id = $1 and email = ''ada@example.com''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.contacts', 'insert', 'a contact of ours',
    'insert into public.contacts (workspace_id, email) values ($1, ''more@example.com'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contacts', 'update', 'the status of a contact of ours',
    'update public.contacts set status = ''lead'' where workspace_id = $1 and email = ''ada@example.com''',
    '42501', '0', '0', '1', '1', '1', '0', '1'),
  ('public.contacts', 'update', 'the name of a contact of ours',
    'update public.contacts set name = ''x'' where workspace_id = $1 and email = ''ada@example.com''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contacts', 'delete', 'a contact of ours',
    'delete from public.contacts where workspace_id = $1 and email = ''ada@example.com''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_facts', 'select', 'a fact of ours', 'select from public.contact_facts where contact_id = ''e0000000-0000-4000-8000-000000000001'' and value = ''Ada''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.contact_facts', 'insert', 'a fact of ours',
    'insert into public.contact_facts (contact_id, field, value, value_key, source, first_seen_at, last_seen_at, times_seen, place) values (''e0000000-0000-4000-8000-000000000001'', ''phone'', ''1'', ''1'', ''signature'', now(), now(), 1, 1)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_facts', 'update', 'a fact of ours',
    'update public.contact_facts set source = ''signature'' where contact_id = ''e0000000-0000-4000-8000-000000000001'' and value = ''Ada''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_facts', 'delete', 'a fact of ours',
    'delete from public.contact_facts where contact_id = ''e0000000-0000-4000-8000-000000000001'' and value = ''Ada''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_conflicts', 'select', 'a conflict of ours', 'select from public.contact_conflicts where workspace_id = $1 and value = ''Ada''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.contact_conflicts', 'insert', 'a conflict', 'insert into public.contact_conflicts (field) values (''name'')',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.contact_conflicts', 'update', 'a conflict', 'update public.contact_conflicts set field = ''name'' where field = ''name''',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.contact_conflicts', 'delete', 'a conflict', 'delete from public.contact_conflicts where field = ''name''',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.contact_emails', 'select', 'an email of a contact of ours', 'select from public.contact_emails where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.contact_emails', 'insert', 'an email of a contact of ours',
    'insert into public.contact_emails (email_id, contact_id, at, day, direction) select e.id, ''e0000000-0000-4000-8000-000000000001'', now(), current_date, ''inbound'' from public.client_emails e where e.workspace_id = $1 and e.provider_message_id = ''waiting@example.com''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_emails', 'update', 'an email of a contact of ours',
    'update public.contact_emails set direction = ''outbound'' where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_emails', 'delete', 'an email of a contact of ours',
    'delete from public.contact_emails where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_days', 'select', 'a day of a contact of ours', 'select from public.contact_days where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.contact_days', 'insert', 'a day of a contact of ours',
    'insert into public.contact_days select ''e0000000-0000-4000-8000-000000000001'', ''2026-01-02'', $1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_days', 'update', 'a day of a contact of ours',
    'update public.contact_days set emails_in = 9 where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.contact_days', 'delete', 'a day of a contact of ours',
    'delete from public.contact_days where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.lead_scores', 'select', 'a score of ours', 'select from public.lead_scores where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.lead_scores', 'insert', 'a score of ours',
    'insert into public.lead_scores (contact_id, workspace_id, score, engagement, behavior, demographic, recency, intelligence, reasons, coverage, model_version, scored_at) values (''e0000000-0000-4000-8000-000000000002'', $1, 99, 1, 1, 1, 1, 1, ''[]'', 1, 1, now())',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.lead_scores', 'update', 'a score of ours',
    'update public.lead_scores set score = 99 where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.lead_scores', 'delete', 'a score of ours',
    'delete from public.lead_scores where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.lead_score_history', 'select', 'an earlier score of ours', 'select from public.lead_score_history where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.lead_score_history', 'insert', 'an earlier score of ours',
    'insert into public.lead_score_history (contact_id, day, workspace_id, score) values (''e0000000-0000-4000-8000-000000000001'', ''2026-01-02'', $1, 9)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.lead_score_history', 'update', 'an earlier score of ours',
    'update public.lead_score_history set score = 99 where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.lead_score_history', 'delete', 'an earlier score of ours',
    'delete from public.lead_score_history where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.scoring_models', 'select', 'our model', 'select from public.scoring_models where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.scoring_models', 'select', 'the default model', 'select from public.scoring_models where workspace_id is null',
    '42501', '1', '1', '1', '1', '1', '1', '1'),
  ('public.scoring_models', 'insert', 'a model of theirs', 'insert into public.scoring_models (workspace_id) values ($2)',
    '42501', '42501', '42501', '42501', '42501', '42501', '1', '1'),
  ('public.scoring_models', 'insert', 'a default model', 'insert into public.scoring_models (workspace_id) values (null)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '23505'),
  ('public.scoring_models', 'update', 'our model', 'update public.scoring_models set title_words = ''{cook}'' where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.scoring_models', 'update', 'the default model',
    'update public.scoring_models set title_words = ''{cook}'' where workspace_id is null',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.scoring_models', 'delete', 'our model', 'delete from public.scoring_models where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.contact_outcomes', 'select', 'an outcome of ours', 'select from public.contact_outcomes where contact_id = ''e0000000-0000-4000-8000-000000000001''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.contact_outcomes', 'insert', 'an outcome of ours',
    'insert into public.contact_outcomes (contact_id, outcome, day) values (''e0000000-0000-4000-8000-000000000002'', ''won'', ''2026-01-01'')',
    '42501', '42501', '42501', '42501', '1', '1', '42501', '1'),
  ('public.contact_outcomes', 'update', 'an outcome of ours',
    'update public.contact_outcomes set outcome = ''lost'' where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.contact_outcomes', 'delete', 'an outcome of ours', 'delete from public.contact_outcomes where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),

  ('public.workspace_settings', 'select', 'the settings of ours', 'select from public.workspace_settings where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.daily_metrics', 'select', 'a day of ours', 'select from public.daily_metrics where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.daily_metrics', 'insert', 'a day',
    'insert into public.daily_metrics select * from public.daily_metrics',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.daily_metrics', 'update', 'a day of ours', 'update public.daily_metrics set emails_in = 0 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.daily_metrics', 'delete', 'a day of ours', 'delete from public.daily_metrics where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.workspace_reports', 'select', 'a report of ours', 'select from public.workspace_reports where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.workspace_reports', 'select', 'a night of the project', 'select from public.workspace_reports where workspace_id is null',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.workspace_reports', 'insert', 'a report', 'insert into public.workspace_reports select * from public.workspace_reports',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.workspace_reports', 'update', 'a report of ours', 'update public.workspace_reports set version = 2 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.workspace_reports', 'delete', 'a report of ours', 'delete from public.workspace_reports where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.workspace_settings', 'insert', 'settings', 'insert into public.workspace_settings (workspace_id) values ($2)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.workspace_settings', 'update', 'the settings of ours',
    'update public.workspace_settings set report_hour = 8 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.workspace_settings', 'delete', 'the settings of ours', 'delete from public.workspace_settings where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.task_schedules', 'select', 'a schedule behind a task of ours',
    'select from public.task_schedules where name = ''example''',
    '42501', '0', '1', '1', '1', '1', '1', '1'),
  ('public.task_schedules', 'select', 'a schedule without tasks',
    'select from public.task_schedules where name = ''without-tasks''',
    '42501', '0', '1', '1', '1', '1', '1', '1'),
  ('public.task_schedules', 'select', 'a target', 'select target from public.task_schedules where name = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.task_schedules', 'select', 'a payload', 'select payload from public.task_schedules where name = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.task_schedules', 'insert', 'a schedule', $$
    insert into public.task_schedules (name, task_type, cron_expression, target)
    values ('more', 'email_sync', '0 * * * *', 'example')
    $$, '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.task_schedules', 'update', 'a schedule',
    'update public.task_schedules set enabled = false where name = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.task_schedules', 'delete', 'a schedule', 'delete from public.task_schedules where name = ''example''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),

  ('public.task_dispatches', 'select', 'a dispatch behind a task of ours',
    'select from public.task_dispatches where slot = ''2026-01-01''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.task_dispatches', 'select', 'a dispatch that touched no workspace',
    'select from public.task_dispatches where slot = ''2026-01-03''',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.task_dispatches', 'select', 'a detail', 'select detail from public.task_dispatches where slot = ''2026-01-01''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.task_dispatches', 'insert', 'a dispatch', $$
    insert into public.task_dispatches (schedule_id, slot, kind)
    select s.id, '2026-01-02', 'manual' from public.task_schedules s
    $$, '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.task_dispatches', 'update', 'a dispatch',
    'update public.task_dispatches set request_id = 1 where slot = ''2026-01-01''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.task_dispatches', 'delete', 'a dispatch', 'delete from public.task_dispatches where slot = ''2026-01-01''',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),

  ('public.task_timeline', 'select', 'a dispatch behind a task of ours',
    'select * from public.task_timeline where expected_at = ''2026-01-01''',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.task_timeline', 'select', 'a dispatch that touched no workspace',
    'select * from public.task_timeline where expected_at = ''2026-01-03''',
    '42501', '0', '0', '0', '0', '0', '0', '1'),
  ('public.task_timeline', 'insert', 'a row', 'insert into public.task_timeline (kind) values (''manual'')',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.task_timeline', 'update', 'a row', 'update public.task_timeline set kind = ''retry'' where kind = ''manual''',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.task_timeline', 'delete', 'a row', 'delete from public.task_timeline where kind = ''manual''',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000');

insert into expectations values
  ('public.job_watches', 'select', 'a watch of ours', 'select from public.job_watches where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.job_watches', 'insert', 'a watch of ours',
    'insert into public.job_watches (workspace_id, agent_name, expected_every) values ($1, ''more'', ''1 hour'')',
    '42501', '42501', '42501', '42501', '1', '1', '42501', '1'),
  ('public.job_watches', 'insert', 'a watch under an id of one''s own',
    'insert into public.job_watches (id, workspace_id, agent_name, max_runtime) values (gen_random_uuid(), $1, ''more'', ''1 hour'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.job_watches', 'update', 'a watch of ours', 'update public.job_watches set grace = ''1 hour'' where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.job_watches', 'update', 'a watch of ours into theirs', 'update public.job_watches set workspace_id = $2 where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.job_watches', 'update', 'a lock on a watch of ours', 'select from public.job_watches where workspace_id = $1 for update',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.job_watches', 'delete', 'a watch of ours', 'delete from public.job_watches where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.retention_rules', 'select', 'a rule of ours', 'select from public.retention_rules where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.retention_rules', 'insert', 'a rule of ours',
    'insert into public.retention_rules (workspace_id, what, keep_days) values ($1, ''tasks'', 30)',
    '42501', '42501', '42501', '42501', '1', '1', '42501', '1'),
  ('public.retention_rules', 'insert', 'a rule of the project',
    'insert into public.retention_rules (what, keep_days) values (''tasks'', 30)',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.retention_rules', 'update', 'a rule of ours', 'update public.retention_rules set keep_days = 40 where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.retention_rules', 'update', 'a rule of ours into theirs', 'update public.retention_rules set workspace_id = $2 where workspace_id = $1',
    '42501', '0', '0', '0', '42501', '42501', '0', '1'),
  ('public.retention_rules', 'delete', 'a rule of ours', 'delete from public.retention_rules where workspace_id = $1',
    '42501', '0', '0', '0', '1', '1', '0', '1'),
  ('public.legal_holds', 'select', 'a hold of ours', 'select from public.legal_holds where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.legal_holds', 'insert', 'a hold of ours', 'insert into public.legal_holds (workspace_id, reason) values ($1, ''x'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.legal_holds', 'update', 'a hold of ours', 'update public.legal_holds set released_at = now() where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.legal_holds', 'delete', 'a hold of ours', 'delete from public.legal_holds where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '1'),
  ('public.job_watch_states', 'select', 'the state of ours', 'select from public.job_watch_states where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.job_watch_states', 'insert', 'a row', 'insert into public.job_watch_states (status) values (''ok'')',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.job_watch_states', 'update', 'a row', 'update public.job_watch_states set status = ''ok'' where status = ''new''',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000'),
  ('public.job_watch_states', 'delete', 'a row', 'delete from public.job_watch_states where status = ''new''',
    '55000', '55000', '55000', '55000', '55000', '55000', '55000', '55000');

insert into expectations values
  ('public.mailboxes', 'select', 'a mailbox of ours', 'select from public.mailboxes where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.mailboxes', 'insert', 'a mailbox', 'insert into public.mailboxes (workspace_id, provider) values ($1, ''gmail'')',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.mailboxes', 'update', 'a mailbox of ours', 'update public.mailboxes set state = ''paused'' where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.mailboxes', 'delete', 'a mailbox of ours', 'delete from public.mailboxes where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.email_answers', 'select', 'an answer of ours', 'select from public.email_answers where workspace_id = $1',
    '42501', '0', '1', '1', '1', '1', '0', '1'),
  ('public.email_answers', 'insert', 'an answer',
    'insert into public.email_answers select gen_random_uuid(), $1, gen_random_uuid(), now()',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.email_answers', 'update', 'an answer of ours', 'update public.email_answers set answered_at = now() where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
  ('public.email_answers', 'delete', 'an answer of ours', 'delete from public.email_answers where workspace_id = $1',
    '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501');

-- The machinery answers to nobody directly: it is reached through functions in public.
insert into expectations
select machinery.relation, verbs.verb, 'any row', verbs.statement,
  '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'
from (values
  ('nightshift.email_queue', 'attempts = 0', 'email_id', 'e.id, e.workspace_id, now() from public.client_emails e',
    'email_id, workspace_id, received_at'),
  ('nightshift.answer_queue', 'urgency = 0', 'email_id', 'e.id, e.workspace_id, 0, now() from public.client_emails e',
    'email_id, workspace_id, urgency, received_at'),
  ('nightshift.workspace_turns', 'due_at = null', 'workspace_id', '$1', 'workspace_id'),
  ('nightshift.run_leases', 'attempt = 1', 'run_id', '$1, gen_random_uuid(), now()', 'run_id, token, expires_at'),
  ('nightshift.database_types', 'payload = ''{}''', 'task_type', '''email_sync''', 'task_type'),
  ('nightshift.email_claims', 'value = ''x''', 'email_id', 'gen_random_uuid(), $1, ''name'', ''header'', ''x'', ''x'', now()',
    'email_id, contact_id, field, source, value_key, value, at'),
  ('nightshift.given_facts', 'value = ''x''', 'contact_id', '$1, ''name'', ''user'', ''x'', ''x'', now()',
    'contact_id, field, source, value_key, value, at'),
  ('nightshift.due_emails', 'email_id = $1', 'email_id', '$1, $1', 'workspace_id, email_id'),
  ('nightshift.due_days', 'day = current_date', 'day', '$1, $1, current_date', 'workspace_id, contact_id, day'),
  ('nightshift.due_scores', 'contact_id = $1', 'contact_id', '$1, $1', 'workspace_id, contact_id'),
  ('nightshift.contact_turns', 'scored_at = null', 'workspace_id', '$1', 'workspace_id'),
  ('nightshift.database_runs', 'raised = 0', 'run_id', '$1, ''email_sync''', 'run_id, task_type'),
  ('nightshift.cleanup_work', 'batch = 10', 'run_id', 'gen_random_uuid(), ''mail'', 1, now()', 'run_id, what, keep_days, cutoff'),
  ('nightshift.erased_addresses', 'erased_at = now()', 'workspace_id', '$1, repeat(''a'', 64)', 'workspace_id, address_hash'),
  ('nightshift.health_sources', 'name = ''more''', 'name', '''more''', 'name'),
  ('nightshift.health_checks', 'value = 1', 'check_name', '''more'', ''x'', ''ok'', ''x'', now(), now()',
    'check_name, subject, status, explanation, since, seen_at'),
  ('nightshift.run_failures', 'error = ''x''', 'run_id', 'gen_random_uuid(), $1, ''x'', now()',
    'run_id, workspace_id, error, failed_at'),
  ('nightshift.run_workspaces', 'processed = 1', 'run_id', 'gen_random_uuid(), $1, now()', 'run_id, workspace_id, started_at'),
  ('nightshift.jobs', 'priority = 9', 'task_id', 'gen_random_uuid(), gen_random_uuid(), $1, now(), ''ready'', 1',
    'task_id, schedule_id, workspace_id, run_at, state, max_attempts'),
  ('nightshift.job_turns', 'is_waiting = true', 'lane', 'gen_random_uuid(), $1', 'schedule_id, lane'),
  ('nightshift.agent_wakes', 'unanswered = 0', 'schedule_id', '$1, now()', 'schedule_id, sent_at'),
  ('nightshift.task_steps', 'position = 2', 'name', 'gen_random_uuid(), ''more'', 9, ''1'', 1',
    'task_id, name, position, result, bytes'),
  ('nightshift.task_lines', 'message = ''x''', 'seq', 'gen_random_uuid(), $1, now(), ''x'', 1',
    'task_id, workspace_id, at, message, bytes'),
  ('nightshift.agent_workspaces', 'workspace_id = $2', 'schedule_id', '$1, $1', 'schedule_id, workspace_id'),
  ('nightshift.agent_choices', 'schedule_id = $2', 'schedule_id', '$1', 'schedule_id'),
  ('nightshift.reconcile_steps', 'error = null', 'step', '''more'', now()', 'step, ran_at'),
  ('nightshift.cron_jobs', 'expression = ''0 0 * * *''', 'schedule_id', '$1, ''0 0 * * *'', now()', 'schedule_id, expression, written_at'),
  ('nightshift.schedule_watermarks', 'judged_until = now()', 'schedule_id', '$1, now()', 'schedule_id, judged_until'),
  ('nightshift.alert_rules', 'enabled = false', 'id', '''more'', ''https://alerts.example.com''', 'name, webhook_url'),
  ('nightshift.alerts', 'attempts = 0', 'id', '$1, ''failed'', ''x'', ''x'', ''x''', 'rule_id, event, subject, occurrence, message'),
  ('nightshift.alert_events', 'in_a_row = 1', 'id', '''failed'', ''x'', ''x'', ''x'', ''x'', now()',
    'event, subject, source, occurrence, message, happened_at'),
  ('nightshift.watch_states', 'incident = 0', 'watch_id', '$1, $1', 'watch_id, workspace_id'),
  ('nightshift.watch_reports', 'status = ''completed''', 'id', '$1, $1, ''completed''', 'watch_id, task_id, status'),
  ('nightshift.closed_runs', 'end_status = null', 'task_id', '$1, $1, now()', 'task_id, workspace_id, closed_at'),
  ('nightshift.ping_runs', 'task_id = $1', 'task_id', '$1, ''x'', $1', 'token_id, agent_name, task_id'),
  ('nightshift.ingest_tokens', 'revoked_at = null', 'id', '$1, ''More'', repeat(''0'', 64), ''{tasks}'', 1',
    'workspace_id, name, token_hash, scopes, requests_per_minute'),
  ('nightshift.invitations', 'role = ''owner''', 'id', '$1, ''x@example.com'', ''owner''', 'workspace_id, email, role'),
  ('nightshift.quotas', 'most = 1000000', 'name', '$1, ''members'', 1', 'workspace_id, name, most'),
  ('nightshift.intake_days', 'items = 0', 'kind', '$1, ''task'', current_date, 1, 1', 'workspace_id, kind, day, items, bytes'),
  ('nightshift.database_secrets', 'secret = ''''', 'name', '''x'', ''x''', 'name, secret'),
  ('nightshift.task_retries', 'task_id = $2', 'retry_of', '$1, $2, $2', 'workspace_id, retry_of, task_id'),
  ('nightshift.rate_counters', 'paid_until = now()', 'subject', '''user'', now()', 'subject, paid_until'),
  ('nightshift.idempotent_answers', 'expires_at = now()', 'key_hash', '''k'', ''r'', ''[]'', now()',
    'key_hash, request_hash, results, expires_at'),
  ('nightshift.spend_days', 'usd = 0', 'day', '$1, current_date, 1', 'workspace_id, day, usd'),
  ('nightshift.budget_reservations', 'usd_per_mail = 0', 'id', 'gen_random_uuid(), $1, ''x'', ''x'', 1, ''{}'', now()',
    'lease_token, run_id, analyzer, model, usd_per_mail, email_ids, created_at'),
  ('nightshift.spending_notices', 'reason = ''x''', 'reason', '''x'', current_date, ''x'', ''x'', now()',
    'reason, period_start, subject, message, noted_at'),
  ('nightshift.report_turns', 'next_at = now()', 'kind', '$1, ''weekly'', now()', 'workspace_id, kind, next_at'),
  ('nightshift.stale_reports', 'noted_at = now()', 'report_id', '$1', 'report_id'),
  ('nightshift.report_subscriptions', 'enabled = false', 'id', '$1, ''weekly'', ''slack'', $1', 'workspace_id, kind, channel, secret_id'),
  ('nightshift.report_deliveries', 'attempts = 0', 'id', '$1, $1', 'report_id, subscription_id'),
  ('nightshift.task_hours', 'tasks = 0', 'hour', '$1, now(), ''x'', ''x'', 0, 1, 1, 1',
    'workspace_id, hour, task_type, status, duration_class, tasks, duration_ms, cost_usd'),
  ('nightshift.task_hour_changes', 'tasks = 0', 'at', '$1, now(), ''x'', ''x'', 0, true, 1, 1, 1',
    'workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd'),
  ('nightshift.task_hours_now', 'tasks = 0', 'hour', '$1, now(), ''x'', ''x'', 0, 1, 1, 1',
    'workspace_id, hour, task_type, status, duration_class, tasks, duration_ms, cost_usd'),
  ('nightshift.task_days', 'tasks = 0', 'day', '$1, now(), ''x'', ''x'', 0, 1, 1, 1',
    'workspace_id, day, task_type, status, duration_class, tasks, duration_ms, cost_usd'),
  ('nightshift.task_days_now', 'tasks = 0', 'day', '$1, now(), ''x'', ''x'', 0, 1, 1, 1',
    'workspace_id, day, task_type, status, duration_class, tasks, duration_ms, cost_usd'),
  ('nightshift.task_hour_adoption', 'finished_at = now()', 'counted_from', 'now()', 'counted_from'),
  ('nightshift.model_days', 'calls = 0', 'day', '$1, current_date, ''x'', 1, 0, 1, 1, 1',
    'workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd'),
  ('nightshift.model_day_changes', 'calls = 0', 'day', '$1, current_date, ''x'', 1, 0, 1, 1, 1',
    'workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd'),
  ('nightshift.model_days_now', 'calls = 0', 'day', '$1, current_date, ''x'', 1, 0, 1, 1, 1',
    'workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd'),
  ('nightshift.spending_brakes', 'braked_at = now()', 'workspace_id', '$1', 'workspace_id'),
  ('nightshift.day_marks', 'day = null', 'id', '$1, current_date', 'workspace_id, day'),
  ('nightshift.due_metric_days', 'due_at = now()', 'day', '$1, current_date, now()', 'workspace_id, day, due_at'),
  ('nightshift.day_turns', 'knows_sent = true', 'workspace_id', '$1', 'workspace_id'),
  ('nightshift.workspace_zones', 'time_zone = ''UTC''', 'workspace_id', '$1, current_date, ''UTC''', 'workspace_id, from_day, time_zone'),
  ('nightshift.mailbox_sync', 'failures = 0', 'mailbox_id', '$1, $1', 'mailbox_id, workspace_id'),
  ('nightshift.mailbox_turns', 'last_served_at = null', 'workspace_id', '$1', 'workspace_id'),
  ('nightshift.mailbox_messages', 'email_id = null', 'mailbox_id', '$1, ''x''', 'mailbox_id, ref_hash'),
  ('nightshift.oauth_states', 'address = null', 'mailbox_id', 'sha256(''x''), $1, $1, $3, repeat(''v'', 43), now()',
    'state_hash, mailbox_id, workspace_id, user_id, pkce_verifier, expires_at'),
  ('nightshift.email_references', 'message_id = ''x''', 'email_id', '$1, ''x'', $1', 'workspace_id, message_id, email_id'),
  ('nightshift.email_adoption', 'finished_at = now()', 'queued_until', 'gen_random_uuid()', 'queued_until'),
  ('nightshift.operators', 'created_at = now()', 'user_id', '$3', 'user_id'),
  ('nightshift.operator_actions', 'act = ''all_paused''', 'id', '''all_paused''', 'act'),
  ('nightshift.installed_objects', 'name = ''other''', 'name', '''table'', ''public.other''', 'kind, name'),
  ('nightshift.deployed_functions', 'version = 2', 'name', '''other''', 'name'),
  ('nightshift.installed', 'way = ''pasted file''', 'way', '''9.9.9'', ''migrations''', 'version, way')
) as machinery (relation, change, key, source, columns)
cross join lateral (values
  ('select', format('select %s from %s', machinery.key, machinery.relation)),
  ('insert', format('insert into %s (%s) select %s', machinery.relation, machinery.columns, machinery.source)),
  ('update', format('update %s set %s where %s is not null', machinery.relation, machinery.change, machinery.key)),
  ('delete', format('delete from %s where %s is not null', machinery.relation, machinery.key))
) as verbs (verb, statement);

-- The role service_role ignores row level security, so its policies only show under a role that does not.
create role nightshift_policy_probe nologin nobypassrls in role service_role;
grant nightshift_policy_probe to postgres;
insert into personas (persona, role_name) values ('service_role by its policies', 'nightshift_policy_probe');

create temp view cells as
select e.relation, e.verb, e.what, e.statement, c.persona, c.expected
from expectations e
cross join lateral (values
  ('anon', e.anon), ('stranger', e.stranger), ('viewer', e.viewer), ('member', e.member), ('admin', e.admin),
  ('owner', e.owner), ('other_owner', e.other_owner), ('service_role', e.service_role),
  ('service_role by its policies', e.service_role)
) as c (persona, expected);

select plan((select count(*) + 2 from cells)::integer);

-- Every table and view times every verb

select is_empty($$
  select relation, verb
  from (
    select c.oid::regclass, format('%I.%I', n.nspname, c.relname)
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'nightshift') and c.relkind in ('r', 'p', 'v', 'm', 'f')
  ) as existing (id, relation)
  cross join unnest(array['select', 'insert', 'update', 'delete']) as verbs (verb)
  where not exists (
      select from expectations e where e.relation = existing.relation and e.verb = verbs.verb
    )
    and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = existing.id and d.deptype = 'e'
    )
  $$, 'every table and view of public and nightshift has an expectation for every verb');
select is_empty(
  'select e.relation from expectations e where to_regclass(e.relation) is null',
  'every expectation speaks of a table or view that exists');

-- Every persona

select is(
  pg_temp.attempt(c.persona, c.statement), c.expected,
  format('%s, %s %s: %s %s', c.relation, c.verb, c.what, c.persona, case
    when c.expected = '42501' then 'is refused'
    when c.expected = '0' then 'reaches nothing'
    when c.expected ~ '^[0-9]$' then 'may'
    else 'gets the error ' || c.expected
  end))
from cells c
order by c.relation, c.verb, c.what, c.persona;

select * from finish();
rollback;
