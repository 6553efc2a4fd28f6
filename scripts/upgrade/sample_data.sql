-- What a project in use has: a workspace with its owner, emails that were read and that wait, tasks in
-- each state, an agent of its own with a job, contacts, budgets and costs.

insert into auth.users (id, email) values ('a0000000-0000-4000-8000-000000000001', 'ada@example.com');
insert into public.workspaces (id, name) values ('b0000000-0000-4000-8000-000000000001', 'Harbour Bakery');
insert into public.workspace_members (workspace_id, user_id, role)
values ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'owner');
insert into public.workspace_settings (workspace_id) values ('b0000000-0000-4000-8000-000000000001');

insert into public.client_emails (workspace_id, provider_message_id, from_email, subject, body_text)
values
  ('b0000000-0000-4000-8000-000000000001', 'read@example.com', 'ada@example.com', 'Offer', 'Could you call me?'),
  ('b0000000-0000-4000-8000-000000000001', 'waiting@example.com', 'bob@example.com', 'Invoice', 'Attached.');
insert into public.email_intelligence (
  email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
  decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model
)
select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, true, false, false, 'rules', 1,
  'rules'
from public.client_emails e
where e.provider_message_id = 'read@example.com';

insert into public.autonomous_tasks (
  workspace_id, task_type, status, triggered_by, output_data, executed_at, completed_at
)
values
  ('b0000000-0000-4000-8000-000000000001', 'email_sync', 'completed', 'api', '{"emails": 2}',
    now() - interval '2 min', now()),
  ('b0000000-0000-4000-8000-000000000001', 'data_cleanup', 'failed', 'api', null, now() - interval '1 min', now());
insert into public.autonomous_tasks (workspace_id, task_type, status)
values ('b0000000-0000-4000-8000-000000000001', 'contact_enrichment', 'pending');

insert into public.task_schedules (name, task_type, target, max_attempts)
values ('importer', 'email_sync', 'importer', 3);
select nightshift.enqueue_jobs('importer',
  '[{"workspace_id": "b0000000-0000-4000-8000-000000000001", "key": "first"}]');

insert into public.contacts (workspace_id, email) values ('b0000000-0000-4000-8000-000000000001', 'cy@example.com');
insert into public.analyzer_choices (workspace_id, analyzer) values ('b0000000-0000-4000-8000-000000000001', 'rules');
insert into public.workspace_budgets (workspace_id, daily_usd) values ('b0000000-0000-4000-8000-000000000001', 5);
insert into public.model_prices values ('example', 1, 1, 1);
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails)
values (gen_random_uuid(), 'b0000000-0000-4000-8000-000000000001', 'anthropic', 'example', 1, 'example', 'ok', 1);
