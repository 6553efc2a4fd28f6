-- Test: table and column privileges are those written down, row level security and comments are everywhere.
--
-- Policies say which rows; privileges say which verbs and columns, and are the second wall.
begin;
select plan(10);

create temp table expectations (relation text, role_name text, privileges text);
insert into expectations values
  ('public.workspaces', 'authenticated', 'delete, select, update(name)'),
  ('public.workspaces', 'service_role', 'delete, insert, select, update'),
  ('public.workspace_members', 'authenticated',
    'delete, select, update(role)'),
  ('public.workspace_members', 'service_role', 'delete, insert, select, update'),
  ('public.autonomous_tasks', 'authenticated', 'insert, select, update'),
  ('public.autonomous_tasks', 'service_role', 'delete, insert, select, update'),
  ('public.client_emails', 'authenticated', 'select'),
  ('public.client_emails', 'service_role', 'delete, insert, select, update'),
  ('public.email_intelligence', 'authenticated', 'select'),
  ('public.email_intelligence', 'service_role', 'delete, insert, select, update'),
  ('public.analyzer_choices', 'authenticated', 'select'),
  ('public.analyzer_choices', 'service_role', 'delete, insert, select, update'),
  ('public.analyzer_admissions', 'service_role', 'delete, insert, select, update'),
  ('public.model_prices', 'service_role', 'delete, insert, select, update'),
  ('public.ai_usage', 'authenticated', 'select'),
  ('public.ai_usage', 'service_role', 'select'),
  ('public.workspace_budgets', 'authenticated', 'select'),
  ('public.workspace_budgets', 'service_role', 'delete, insert, select, update'),
  ('public.contacts', 'authenticated', 'select, update(status), update(tags)'),
  ('public.contacts', 'service_role', 'delete, insert, select, update'),
  ('public.contact_facts', 'authenticated', 'select'),
  ('public.contact_facts', 'service_role', 'delete, insert, select, update'),
  ('public.contact_emails', 'authenticated', 'select'),
  ('public.contact_emails', 'service_role', 'delete, insert, select, update'),
  ('public.contact_days', 'authenticated', 'select'),
  ('public.contact_days', 'service_role', 'delete, insert, select, update'),
  ('public.contact_conflicts', 'authenticated', 'select'),
  ('public.contact_conflicts', 'service_role', 'select'),
  ('public.lead_scores', 'authenticated', 'select'),
  ('public.lead_scores', 'service_role', 'delete, insert, select, update'),
  ('public.lead_score_history', 'authenticated', 'select'),
  ('public.lead_score_history', 'service_role', 'delete, insert, select, update'),
  ('public.scoring_models', 'authenticated',
    'delete, insert(behavior), insert(demographic), insert(engagement), insert(intelligence), insert(recency), '
    'insert(title_words), insert(wanted_domains), insert(workspace_id), select, update(behavior), update(demographic), '
    'update(engagement), update(intelligence), update(recency), update(title_words), update(wanted_domains)'),
  ('public.scoring_models', 'service_role', 'delete, insert, select, update'),
  ('public.contact_outcomes', 'authenticated',
    'delete, insert(contact_id), insert(day), insert(outcome), select, update(day), update(outcome)'),
  ('public.contact_outcomes', 'service_role', 'delete, insert, select, update'),
  ('public.workspace_settings', 'authenticated', 'select'),
  ('public.daily_metrics', 'authenticated', 'select'),
  ('public.workspace_reports', 'authenticated', 'select'),
  ('public.workspace_reports', 'service_role', 'select'),
  ('public.daily_metrics', 'service_role', 'select'),
  ('public.workspace_settings', 'service_role', 'delete, insert, select, update'),
  ('public.task_schedules', 'authenticated', 'select(cron_expression), select(id), select(name), select(task_type), select(time_zone)'),
  ('public.task_schedules', 'service_role', 'delete, insert, select, update'),
  ('public.task_dispatches', 'authenticated',
    'select(dispatched_at), select(http_status), select(id), select(kind), select(responded_at), select(schedule_id), '
    'select(seq), select(slot), select(task_id), select(verdict)'),
  ('public.task_dispatches', 'service_role', 'select'),
  -- For the policies and views of public: nobody has any right on the schema nightshift itself.
  ('nightshift.run_workspaces', 'authenticated', 'select(ended_at), select(failed), select(processed), select(run_id), '
    'select(started_at), select(status), select(task_id), select(workspace_id)'),
  ('nightshift.run_workspaces', 'service_role', 'select(ended_at), select(failed), select(processed), select(run_id), '
    'select(started_at), select(status), select(task_id), select(workspace_id)'),
  ('public.job_watches', 'authenticated',
    'delete, insert(after_in_a_row), insert(agent_name), insert(cool_down), insert(cron_expression), insert(enabled), '
    'insert(expected_every), insert(grace), insert(max_runtime), insert(task_type), insert(time_zone), insert(token_id), '
    'insert(workspace_id), select, update(after_in_a_row), update(agent_name), update(cool_down), update(cron_expression), '
    'update(enabled), update(expected_every), update(grace), update(max_runtime), update(task_type), update(time_zone), '
    'update(token_id)'),
  ('public.job_watches', 'service_role', 'delete, insert, select, update'),
  ('public.retention_rules', 'authenticated', 'delete, insert, select, update'),
  ('public.retention_rules', 'service_role', 'delete, insert, select, update'),
  ('public.legal_holds', 'authenticated', 'select'),
  ('public.legal_holds', 'service_role', 'delete, insert, select, update'),
  ('nightshift.watch_states', 'authenticated', 'select'),
  ('nightshift.watch_states', 'service_role', 'select'),
  ('public.job_watch_states', 'authenticated', 'select'),
  ('public.job_watch_states', 'service_role', 'select'),
  ('public.mailboxes', 'authenticated', 'select'),
  ('public.mailboxes', 'service_role', 'select'),
  ('public.email_answers', 'authenticated', 'select'),
  ('public.email_answers', 'service_role', 'select'),
  ('public.task_timeline', 'authenticated', 'select'),
  ('public.task_timeline', 'service_role', 'select');

create temp view relations as
select c.oid, format('%I.%I', n.nspname, c.relname) as relation, c.relkind, c.relacl, c.relrowsecurity, c.relowner
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'nightshift') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  and not exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
  );

create temp view granted as
select g.relation, coalesce(r.rolname, 'public') as role_name,
  string_agg(lower(g.privilege), ', ' order by lower(g.privilege)) as privileges
from (
  select t.relation, t.relowner, a.grantee, a.privilege_type
  from relations t
  cross join lateral aclexplode(t.relacl) a
  union all
  select t.relation, t.relowner, a.grantee, format('%s(%s)', a.privilege_type, c.attname)
  from relations t
  join pg_catalog.pg_attribute c on c.attrelid = t.oid and not c.attisdropped
  cross join lateral aclexplode(c.attacl) a
) as g (relation, owner, grantee, privilege)
left join pg_catalog.pg_roles r on r.oid = g.grantee
where g.grantee <> g.owner
group by 1, 2;

select set_eq(
  'select relation, role_name::text, privileges from granted',
  'select relation, role_name, privileges from expectations',
  'every privilege on a table, view, sequence or column is written down, and no other exists');
select is_empty(
  $$ select relation from granted where role_name in ('anon', 'public') $$,
  'anon and the public have no privilege on anything');
select is_empty(
  $$ select relation, privileges from granted where privileges ~ 'truncate|trigger|references' $$,
  'no role of the API may truncate, add triggers or refer');
select is_empty(
  $$ select relation from relations where relkind in ('r', 'p') and not relrowsecurity $$,
  'every table has row level security');
select is_empty(
  $$
  select r.relation
  from relations r
  join pg_catalog.pg_class c on c.oid = r.oid
  where r.relkind = 'v' and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
  $$,
  'every view runs with the rights of whoever looks');
select is_empty($$
  select p.polrelid::regclass, p.polname
  from pg_catalog.pg_policy p
  join relations r on r.oid = p.polrelid
  where p.polroles = '{0}'
  $$, 'every policy names the roles it is for');

-- Comments

select is_empty(
  $$ select relation from relations where obj_description(oid, 'pg_class') is null and relkind <> 'S' $$,
  'every table and view has a comment');
select is_empty($$
  select r.relation, a.attname
  from relations r
  join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  where r.relkind <> 'S' and col_description(r.oid, a.attnum) is null
  $$, 'every column has a comment');
select is_empty($$
  select p.oid::regprocedure
  from pg_catalog.pg_proc p
  where p.pronamespace in ('public'::regnamespace, 'nightshift'::regnamespace)
    and obj_description(p.oid, 'pg_proc') is null
  $$, 'every function has a comment');
select isnt(obj_description('nightshift'::regnamespace, 'pg_namespace'), null, 'the schema nightshift has a comment');

select * from finish();
rollback;
