-- Test: the planner's estimates, which PostgREST tells (Prefer: count=planned), say nothing about foreign rows.
begin;
\ir ../_helpers/acting.psql

insert into public.client_emails (workspace_id, provider_message_id, from_email, from_name, subject, body_text, snippet, provider_thread_id, headers)
select case when n % 100 = 0 then :'ours'::uuid else :'theirs' end, n::text, case when n % 2 = 0 then 'frequent@example.com' else n || '@example.com' end,
  case when n % 2 = 0 then 'Frequent' else n::text end, case when n % 2 = 0 then 'Frequent' else n::text end,
  case when n % 2 = 0 then 'Frequent' else n::text end, case when n % 2 = 0 then 'Frequent' else n::text end,
  case when n % 2 = 0 then 'Frequent' else n::text end, case when n % 2 = 0 then '{"frequent": 1}'::jsonb end
from generate_series(1, 4000) as n;
insert into public.email_intelligence (
  email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
  decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model, summary)
select e.id, e.workspace_id, case when e.subject = 'Frequent' then 'complaint' else 'other' end, 'neutral', 'low', false, false, false,
  50, false, false, false, 'rules', 1, 'test', e.subject
from public.client_emails e;
insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name, triggered_by)
select case when n % 100 = 0 then :'ours'::uuid else :'theirs' end, 'email_sync', 'running', case when n % 2 = 0 then 'frequent' else n::text end,
  case when n % 2 = 0 then 'cron' else 'api' end
from generate_series(1, 4000) as n;
insert into public.contacts (workspace_id, email, company)
select case when n % 100 = 0 then :'ours'::uuid else :'theirs' end, n || '@example.com', case when n % 2 = 0 then 'Frequent' else n::text end
from generate_series(1, 2000) as n;
insert into public.contact_facts (contact_id, field, value, value_key, source, first_seen_at, last_seen_at, times_seen, place)
select c.id, 'company', c.company, c.company, 'header', now(), now(), 1, 1 from public.contacts c;
analyze public.client_emails, public.email_intelligence, public.autonomous_tasks, public.contacts, public.contact_facts;

create function pg_temp.estimate(p_relation text, p_condition text) returns numeric
language plpgsql as $$
declare
  v_plan json;
begin
  perform set_config('request.jwt.claims', json_build_object('role', 'authenticated', 'sub', pg_temp.user_of('stranger'))::text, true);
  perform set_config('role', 'authenticated', true);
  execute format('explain (format json) select * from %s where %s', p_relation, p_condition) into v_plan;
  perform set_config('role', 'none', true);
  return (v_plan #>> '{0,Plan,Plan Rows}')::numeric;
end
$$;

create temp table pairs (relation text, frequent text, rare text);
insert into pairs values
  ('public.client_emails', 'from_email = ''frequent@example.com''', 'from_email = ''nobody@example.com'''),
  ('public.client_emails', 'from_name = ''Frequent''', 'from_name = ''Nobody'''),
  ('public.client_emails', 'subject = ''Frequent''', 'subject = ''Nobody'''),
  ('public.client_emails', 'snippet = ''Frequent''', 'snippet = ''Nobody'''),
  ('public.client_emails', 'body_text = ''Frequent''', 'body_text = ''Nobody'''),
  ('public.client_emails', 'provider_thread_id = ''Frequent''', 'provider_thread_id = ''Nobody'''),
  ('public.client_emails', 'from_email like ''frequent%''', 'from_email like ''nobody%'''),
  ('public.client_emails', 'from_email in (''frequent@example.com'', ''a'')', 'from_email in (''b'', ''a'')'),
  ('public.client_emails', 'from_email > ''frequent''', 'from_email > ''zz'''),
  ('public.client_emails', 'direction = ''inbound''', 'direction = ''outbound'''),
  ('public.client_emails', 'workspace_id = ''b0000000-0000-4000-8000-000000000002''', 'workspace_id = ''d0000000-0000-4000-8000-000000000009'''),
  ('public.client_emails', 'headers @> ''{"frequent": 1}''', 'headers @> ''{"nobody": 1}'''),
  ('public.email_intelligence', 'primary_intent = ''complaint''', 'primary_intent = ''proposal'''),
  ('public.email_intelligence', 'summary = ''Frequent''', 'summary = ''Nobody'''),
  ('public.email_intelligence', 'sentiment = ''neutral''', 'sentiment = ''negative'''),
  ('public.email_intelligence', 'workspace_id = ''b0000000-0000-4000-8000-000000000002''', 'workspace_id = ''d0000000-0000-4000-8000-000000000009'''),
  ('public.contacts', 'company = ''Frequent''', 'company = ''Nobody'''),
  ('public.contacts', 'email like ''1%''', 'email like ''x%'''),
  ('public.contact_facts', 'value = ''Frequent''', 'value = ''Nobody'''),
  ('public.autonomous_tasks', 'agent_name = ''frequent''', 'agent_name = ''nobody'''),
  ('public.autonomous_tasks', 'triggered_by = ''cron''', 'triggered_by = ''user''');
select plan((select count(*) from pairs)::integer);
select is(
  pg_temp.estimate(p.relation, p.frequent), pg_temp.estimate(p.relation, p.rare),
  format('%s: a stranger learns as little from %s as from %s', p.relation, p.frequent, p.rare))
from pairs p;

select * from finish();
rollback;
