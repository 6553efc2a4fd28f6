-- Test: for every table of a tenant, every column and every verb: nobody moves, rewrites, locks, deletes or
-- collides with a row of another tenant, whatever roles they have elsewhere.
begin;
\ir ../_helpers/acting.psql

-- Every attacker owns a workspace of their own, and may have a role in ours that does not let them write.
\set theirs b0000000-0000-4000-8000-000000000002
insert into public.workspace_members (workspace_id, user_id, role)
select :'theirs', p.user_id, r.role
from (values ('stranger', 'owner'), ('viewer', 'owner'), ('member', 'viewer')) as r (persona, role)
join personas p using (persona);

insert into public.autonomous_tasks (workspace_id, task_type, status, input_data, output_data, error_message, agent_name, cost_estimate_usd)
select w.id, 'email_sync', s.status, '{"a": 1}', '{"b": 2}', 'x', 'x', 1
from public.workspaces w, unnest(array['pending', 'running', 'failed']) as s (status);
insert into public.client_emails (workspace_id, provider_message_id) select w.id, '1@example.com' from public.workspaces w;
insert into public.email_intelligence (
  email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
  decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, false, false, false, 'rules', 1, 'test'
from public.client_emails e;
insert into public.workspace_settings (workspace_id) select w.id from public.workspaces w;
insert into public.contacts (workspace_id, email) select w.id, 'x@example.com' from public.workspaces w;
insert into public.contact_days select c.id, '2026-01-01', c.workspace_id, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from public.contacts c;
insert into public.lead_scores (contact_id, workspace_id, score, engagement, behavior, demographic, recency, intelligence, reasons, coverage, model_version, scored_at)
select c.id, c.workspace_id, 1, 1, 1, 1, 1, 1, '[]', 1, 1, now() from public.contacts c;
insert into public.lead_score_history (contact_id, day, workspace_id, score) select c.id, '2026-01-01', c.workspace_id, 1 from public.contacts c;
insert into public.scoring_models (workspace_id) select w.id from public.workspaces w;
insert into public.contact_outcomes (contact_id, outcome, day) select c.id, 'won', '2026-01-01' from public.contacts c;
insert into public.workspace_reports (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
select w.id, 'weekly', '2026-01-01', '2026-01-08', 'UTC', '{}', false, now(), now() from public.workspaces w;
insert into public.daily_metrics select w.id, '2026-01-01', 'UTC', '2026-01-01', '2026-01-02', 1, 0, 0, 0, '{}', '{}', '{}', 0, null, null, null, null, '{}', 0, 0, false, now()
from public.workspaces w;
insert into public.analyzer_choices (workspace_id, analyzer) select w.id, 'rules' from public.workspaces w;
insert into public.analyzer_admissions (workspace_id) select w.id from public.workspaces w;
insert into public.retention_rules (workspace_id, what, keep_days) select w.id, 'mail', 365 from public.workspaces w;
insert into public.legal_holds (workspace_id, reason, released_at) select w.id, 'x', now() from public.workspaces w;
insert into public.job_watches (workspace_id, agent_name, expected_every, max_runtime) select w.id, 'x', '1 hour', '1 hour'
from public.workspaces w;
insert into public.workspace_budgets (workspace_id, daily_usd) select w.id, 1 from public.workspaces w;
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails)
select gen_random_uuid(), w.id, 'anthropic', 'example', 1, 'example', 'ok', 1 from public.workspaces w;
insert into public.mailboxes (workspace_id, provider, address) select w.id, 'imap', 'box@example.com' from public.workspaces w;
insert into public.client_emails (workspace_id, provider_message_id, direction) select w.id, '2@example.com', 'outbound' from public.workspaces w;
insert into public.email_answers (email_id, workspace_id, answered_by, answered_at)
select q.id, q.workspace_id, a.id, now()
from public.client_emails q
join public.client_emails a on a.workspace_id = q.workspace_id and a.direction = 'outbound' and q.direction = 'inbound';

-- The tables of tenants, with the column that names the tenant.
create temp view tables as
select c.oid, c.oid::regclass::text as name, a.attname as tenant
from pg_catalog.pg_class c
join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
  and a.attname = case when c.oid = 'public.workspaces'::regclass then 'id' else 'workspace_id' end
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace;
create temp view columns as
select t.name, t.tenant, a.attname as column_name, quote_ident(a.attname) as quoted
from tables t
join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';

-- What is true of one tenant: every row of every table.
create function pg_temp.fingerprint(p_workspace_id uuid) returns text
language plpgsql as $$
declare
  v_table record;
  v_part text;
  v_all text := '';
begin
  for v_table in select t.name, t.tenant from pg_temp.tables t order by t.name loop
    execute format('select coalesce(string_agg(md5(r::text), '','' order by md5(r::text)), '''') from %s r where r.%I = $1', v_table.name, v_table.tenant)
    into v_part using p_workspace_id;
    v_all := v_all || v_table.name || ':' || v_part || ';';
  end loop;
  return v_all;
end
$$;

create temp table ours_before as select pg_temp.fingerprint(:'ours') as fingerprint;

-- Does a statement and undoes it. Answers safe, or what the attack reached. A statement that fails changes nothing.
create function pg_temp.attack(p_persona text, p_statement text) returns text
language plpgsql as $$
declare
  v_outcome text;
begin
  begin
    v_outcome := pg_temp.attempt(p_persona, p_statement, p_keep => true);
    if v_outcome ~ '^[0-9A-Z]{5}( |$)' then
      v_outcome := 'safe';
    elsif pg_temp.fingerprint('a0000000-0000-4000-8000-000000000001') <> (select o.fingerprint from pg_temp.ours_before o) then
      v_outcome := 'changed our rows';
    elsif p_statement ~ '(for (no key )?(update|share)|^update .* where .*\$1)' and v_outcome ~ '^[1-9][0-9]{0,3}$' then
      v_outcome := 'reached and locked our rows';
    else
      v_outcome := 'safe';
    end if;
    raise exception using errcode = 'UNDO0', message = v_outcome;
  exception when sqlstate 'UNDO0' then
    v_outcome := sqlerrm;
  end;
  return v_outcome;
end
$$;

create temp table attacks (name text, statement text);
insert into attacks
-- Rewrite our rows with a value of theirs, or move them: the tenant and every other column.
select format('%s: rewrite %s', c.name, c.column_name),
  format('update %1$s set %2$s = (select m.%2$s from %1$s m where m.%3$I = $2 limit 1) where %3$I = $1', c.name, c.quoted, c.tenant)
from columns c
union all
select format('%s: write null or itself into %s', c.name, c.column_name),
  format('update %s set %s = %s where %I = $1', c.name, c.quoted, case when c.column_name = c.tenant then '$2' else c.quoted end, c.tenant)
from columns c
union all
select format('%s: lock by %s', t.name, l.lock), format('select from %s where %I = $1 %s', t.name, t.tenant, l.lock)
from tables t, unnest(array['for update', 'for no key update', 'for share', 'for key share']) as l (lock)
union all
select format('%s: delete', t.name), format('delete from %s where %I = $1', t.name, t.tenant) from tables t
union all
-- Insert a copy of our row under the same keys, into ours and into theirs, and take it over on conflict.
select format('%s: insert a copy into %s%s', t.name, w.who, case when o.clause <> '' then ' ' || o.clause else '' end),
  format('insert into %1$s (%2$s) select %3$s from %1$s m where m.%4$I = $1 %5$s', t.name,
    (select string_agg(c.quoted, ', ' order by c.column_name) from columns c where c.name = t.name),
    (select string_agg(case when c.column_name = t.tenant then w.id else 'm.' || c.quoted end, ', ' order by c.column_name) from columns c where c.name = t.name),
    t.tenant, replace(replace(o.clause, 'KEY', k.key), 'COLUMN', split_part(k.key, ',', 1)))
from tables t
cross join (values ('ours', '$1'), ('theirs', '$2')) as w (who, id)
cross join (values (''), ('on conflict do nothing'), ('on conflict (KEY) do update set COLUMN = excluded.COLUMN')) as o (clause)
join lateral (
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as key
  from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = t.oid and i.indisprimary
) k on true;

create temp view attackers as
select p.persona from personas p where p.persona in ('anon', 'stranger', 'viewer', 'other_owner');

select plan((select count(*) from attackers)::integer + (select count(*) from tables)::integer + 8);

select ok(
  pg_temp.fingerprint(:'ours') ~ (t.name || ':[0-9a-f]') or t.name in ('workspaces'), t.name || ' has rows of ours to attack')
from tables t;
select cmp_ok((select count(*) from attacks), '>=', 200::bigint, 'every table, column and verb is attacked');

select set_eq(
  format('select a.name, r.reached from attacks a cross join lateral (select pg_temp.attack(%L, a.statement) as reached offset 0) r
    where r.reached <> ''safe''', p.persona),
  -- Everybody may leave a workspace.
  format('select ''workspace_members: delete''::text as name, ''changed our rows''::text as reached where %L = ''viewer''', p.persona),
  format('%s reaches nothing of ours', p.persona))
from attackers p;

-- A member of ours may write, but takes nothing elsewhere and rewrites no row of the runner's kind.

select is(
  pg_temp.attempt('member', format('update public.autonomous_tasks set %s where workspace_id = $1', c.change)), '42501', 'a member cannot ' || c.what)
from (values ('workspace_id = $2', 'move tasks'), ('id = gen_random_uuid()', 'give tasks other ids'), ('task_type = ''data_cleanup''', 'turn tasks into others'),
  ('triggered_by = ''system''', 'turn tasks into the system''s')) as c (change, what);
-- Locks on what belongs to nobody

select is(
  pg_temp.attempt(p.persona, 'select from public.autonomous_tasks where workspace_id is null for update'), p.outcome,
  p.persona || ' locks no system row')
from (values ('member', '0'), ('owner', '0'), ('anon', '42501')) as p (persona, outcome);

select * from finish();
rollback;
