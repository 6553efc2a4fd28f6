-- Test: deleting a workspace deletes all it owns, in every table, and nothing else.
begin;
\ir ../_helpers/acting.psql

insert into public.autonomous_tasks (workspace_id, task_type, status)
select w.id, 'email_sync', s.status
from public.workspaces w
cross join unnest(array['pending', 'completed']) as s (status);
insert into public.client_emails (workspace_id, provider_message_id)
select w.id, n || '@example.com' from public.workspaces w cross join generate_series(1, 3) as n;
insert into public.email_intelligence (
  email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
  decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model
)
select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, false, false, false, 'rules', 1, 'test'
from public.client_emails e
where e.provider_message_id = '1@example.com';
insert into nightshift.ingest_tokens (workspace_id, name, token_hash, scopes, requests_per_minute)
select w.id, 'CI', encode(sha256(uuid_send(w.id)), 'hex'), '{tasks}', 1 from public.workspaces w;

insert into nightshift.quotas (workspace_id, name, most) select w.id, 'members', 7 from public.workspaces w;
insert into nightshift.intake_days (workspace_id, kind, day, items, bytes) select w.id, 'task', '2026-01-01', 1, 1 from public.workspaces w;
insert into nightshift.invitations (workspace_id, email, role) select w.id, 'x@example.com', 'member' from public.workspaces w;
insert into nightshift.task_retries (workspace_id, retry_of, task_id) select w.id, w.id, w.id from public.workspaces w;

insert into public.workspace_settings (workspace_id) select w.id from public.workspaces w;
insert into public.contacts (workspace_id, email) select w.id, 'x@example.com' from public.workspaces w;
insert into public.contact_days select c.id, '2026-01-01', c.workspace_id, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from public.contacts c;
insert into public.lead_scores (contact_id, workspace_id, score, engagement, behavior, demographic, recency, intelligence, reasons, coverage, model_version, scored_at)
select c.id, c.workspace_id, 1, 1, 1, 1, 1, 1, '[]', 1, 1, now() from public.contacts c;
insert into public.lead_score_history (contact_id, day, workspace_id, score) select c.id, '2026-01-01', c.workspace_id, 1 from public.contacts c;
insert into public.scoring_models (workspace_id) select w.id from public.workspaces w;
insert into public.contact_outcomes (contact_id, outcome, day) select c.id, 'won', '2026-01-01' from public.contacts c;
insert into nightshift.due_emails (workspace_id, email_id) select w.id, w.id from public.workspaces w;
insert into nightshift.due_days (workspace_id, contact_id, day) select w.id, w.id, '2026-01-01' from public.workspaces w;
insert into nightshift.due_scores (workspace_id, contact_id) select w.id, w.id from public.workspaces w;
insert into nightshift.contact_turns (workspace_id) select w.id from public.workspaces w;
insert into public.workspace_reports (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
select w.id, 'weekly', '2026-01-01', '2026-01-08', 'UTC', '{}', false, now(), now() from public.workspaces w;
insert into nightshift.report_turns select w.id, 'weekly', now() from public.workspaces w;
insert into nightshift.report_subscriptions (workspace_id, kind, channel, secret_id) select w.id, 'weekly', 'slack', w.id from public.workspaces w;
insert into public.daily_metrics select w.id, '2026-01-01', 'UTC', '2026-01-01', '2026-01-02', 1, 0, 0, 0, '{}', '{}', '{}', 0, null, null, null, null, '{}', 0, 0, false, now()
from public.workspaces w;
insert into nightshift.day_marks (workspace_id, day) select w.id, '2026-01-01' from public.workspaces w;
insert into nightshift.due_metric_days select w.id, '2026-01-01', now() from public.workspaces w;
insert into nightshift.day_turns (workspace_id) select w.id from public.workspaces w;
insert into nightshift.workspace_zones select w.id, '-infinity', 'UTC' from public.workspaces w;
insert into public.analyzer_choices (workspace_id, analyzer) select w.id, 'rules' from public.workspaces w;
insert into public.analyzer_admissions (workspace_id) select w.id from public.workspaces w;
insert into public.workspace_budgets (workspace_id, daily_usd) select w.id, 1 from public.workspaces w;
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails)
select gen_random_uuid(), w.id, 'anthropic', 'example', 1, 'example', 'ok', 1 from public.workspaces w;
insert into nightshift.spend_days (workspace_id, day, usd) select w.id, '2026-01-01', 1 from public.workspaces w;
insert into nightshift.budget_reservations (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
select gen_random_uuid(), w.id, gen_random_uuid(), 'anthropic', 'example', 1, '{}', now() from public.workspaces w;
insert into nightshift.spending_notices (workspace_id, reason, period_start, subject, message, noted_at)
select w.id, 'no_budget', '2026-01-01', 'example', 'example', now() from public.workspaces w;

insert into nightshift.jobs (task_id, schedule_id, workspace_id, run_at, state, max_attempts)
select gen_random_uuid(), s.id, w.id, now(), 'ready', 1 from public.task_schedules s, public.workspaces w;
insert into nightshift.task_lines (task_id, workspace_id, at, message, bytes)
select gen_random_uuid(), w.id, now(), 'x', 1 from public.workspaces w;
insert into nightshift.job_turns (schedule_id, lane, workspace_id)
select s.id, w.id, w.id from public.task_schedules s, public.workspaces w;
insert into nightshift.agent_workspaces (schedule_id, workspace_id)
select s.id, w.id from public.task_schedules s, public.workspaces w;

insert into nightshift.run_workspaces (run_id, workspace_id, started_at) select gen_random_uuid(), w.id, now() from public.workspaces w;
insert into nightshift.answer_queue (email_id, workspace_id, urgency, received_at)
select e.id, e.workspace_id, 1, e.received_at from public.client_emails e on conflict do nothing;
insert into public.retention_rules (workspace_id, what, keep_days) select w.id, 'mail', 365 from public.workspaces w;
insert into public.legal_holds (workspace_id, reason, released_at) select w.id, 'x', now() from public.workspaces w;
select vault.create_secret('a key', 'nightshift_erasure_key') \g /dev/null
insert into nightshift.erased_addresses (workspace_id, address_hash) select w.id, repeat('a', 64) from public.workspaces w;
insert into nightshift.cleanup_work (run_id, workspace_id, what, keep_days, cutoff)
select gen_random_uuid(), w.id, 'mail', 1, now() from public.workspaces w;
insert into nightshift.run_failures (run_id, workspace_id, error, failed_at)
select gen_random_uuid(), w.id, 'x', now() from public.workspaces w;
insert into nightshift.alert_rules (name, webhook_url, workspace_id) select w.id::text, 'https://alerts.example.com', w.id from public.workspaces w;
insert into nightshift.alert_events (event, subject, source, occurrence, workspace_id, message, happened_at)
select 'failed', 'x', 'x', w.id::text, w.id, 'x', now() from public.workspaces w;
insert into nightshift.alerts (rule_id, event, subject, occurrence, message, workspace_id)
select r.id, 'failed', 'x', 'x', 'x', r.workspace_id from nightshift.alert_rules r where r.workspace_id is not null;
insert into public.job_watches (workspace_id, agent_name, max_runtime) select w.id, 'x', '1 hour' from public.workspaces w;
insert into nightshift.closed_runs (task_id, workspace_id, closed_at) select w.id, w.id, now() from public.workspaces w;

insert into public.mailboxes (workspace_id, provider, address) select w.id, 'imap', 'box@example.com' from public.workspaces w;
insert into nightshift.mailbox_sync (mailbox_id, workspace_id, secret_id)
select m.id, m.workspace_id, vault.create_secret('{}', m.id::text) from public.mailboxes m;
insert into nightshift.mailbox_turns (workspace_id) select w.id from public.workspaces w;
insert into nightshift.mailbox_messages (mailbox_id, ref_hash) select m.id, 'x' from public.mailboxes m;
insert into nightshift.oauth_states (state_hash, mailbox_id, workspace_id, user_id, pkce_verifier, expires_at)
select sha256(uuid_send(m.id)), m.id, m.workspace_id, pg_temp.user_of('admin'), repeat('v', 43), now() from public.mailboxes m;
insert into public.client_emails (workspace_id, provider_message_id, direction, headers)
select w.id, 'answer@example.com', 'outbound', '{"in-reply-to": "<1@example.com>"}' from public.workspaces w;

insert into nightshift.spending_brakes (workspace_id) select w.id from public.workspaces w;
-- One folded in, and one not yet.
select nightshift.fold_task_hours() \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type) select w.id, 'email_sync' from public.workspaces w;
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails)
select gen_random_uuid(), w.id, 'anthropic', 'x', 1, 'x', 'ok', 1 from public.workspaces w;

create temp view owned as
select c.oid, format('%I.%I', n.nspname, c.relname) as relation
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'nightshift') and a.attname = 'workspace_id' and not a.attisdropped;

create function pg_temp.count_rows(p_relation text, p_workspace_id uuid) returns bigint
language plpgsql as $$
declare
  v_count bigint;
begin
  execute format('select count(*) from %s where workspace_id = $1', p_relation) into v_count using p_workspace_id;
  return v_count;
end
$$;

create temp table before as
select relation, pg_temp.count_rows(relation, :'theirs') as theirs from owned;

select plan((select 3 * count(*) + 5 from owned)::integer);

select cmp_ok((select count(*) from owned), '>=', 6::bigint, 'at least six tables hold rows of a workspace');
select cmp_ok(
  pg_temp.count_rows(o.relation, :'ours'), '>', 0::bigint, o.relation || ' has rows of the workspace before')
from owned o;

select is(pg_temp.attempt('owner', 'delete from public.workspaces where id = $1', true), '1', 'the owner deletes the workspace');

select is(pg_temp.count_rows(o.relation, :'ours'), 0::bigint, o.relation || ' has none after') from owned o;
select is(
  pg_temp.count_rows(b.relation, :'theirs'), b.theirs, b.relation || ' has all rows of the other workspace')
from before b;

select is(
  (select count(*) from auth.users u where u.id = pg_temp.user_of('owner')), 1::bigint, 'the account of the owner stays');
select is_empty($$
  select o.relation
  from owned o
  -- Changes of sums have no foreign key, as nobody who changes a task waits for a deletion; a trigger deletes them.
  -- Another one deletes the history of scores, for which a foreign key would cost time for each score.
  where o.relation not in ('nightshift.task_hour_changes', 'nightshift.model_day_changes', 'public.lead_score_history')
    and not exists (
    select
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'workspace_id'
    where k.conrelid = o.oid and k.contype = 'f' and k.confrelid = 'public.workspaces'::regclass
      and k.confdeltype = case when o.relation in ('public.ai_usage', 'nightshift.budget_reservations') then 'n' else 'c' end
  -- Scores go with their contact, which goes with the workspace: two foreign keys would cost time for each score.
  ) and not (o.relation = 'public.lead_scores' and exists (
    select
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'contact_id'
    where k.conrelid = o.oid and k.contype = 'f' and k.confrelid = 'public.contacts'::regclass and k.confdeltype = 'c'
  ))
  $$, 'every table with a workspace_id refers to the workspace and goes with it, or forgets it where money was spent');
select is((select count(*) from public.ai_usage), 4::bigint, 'what was spent for it stays in the ledger');

select * from finish();
rollback;
