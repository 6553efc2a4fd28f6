-- Nightshift: part 1 of 2 of nightshift.sql. Each part is small enough
-- for the SQL editor of the Supabase dashboard.
-- Generated from supabase/migrations by `deno task ok --write`. Do not edit.
-- Run nightshift_part_2.sql next. Until then nothing runs on a schedule.

do $$
declare
  v_candidate text;
begin
  if to_regclass('nightshift.installed') is not null then
    select i.version into v_candidate
    from nightshift.installed i where i.version like '%-rc.%' and i.version <> '0.1.0-rc.1' limit 1;
    if v_candidate is not null then
      raise exception 'Nightshift % is here, a candidate that has no upgrade. Nothing was changed.',
        v_candidate
        using hint = 'Remove it first, with its nightshift_rollback.sql. Its rows are lost.';
    end if;
  end if;
end
$$;

-- 20261122000100_extensions.sql

-- Extensions: the schema of the machinery, and what it needs from the platform.
--
-- An extension that is there is used, one that is available is created, and where only functions of
-- the right signature exist (a local stack's stand-ins) those are used. What is created is written
-- down, so that the rollback removes nothing that was there before. Where a name that later migrations
-- need is used in public, nothing is installed.
-- Locks: none on user tables. Time: milliseconds.

-- In dist/nightshift_log.sql too, from here
create schema if not exists nightshift;
comment on schema nightshift is
'Machinery of Nightshift: queue, leases, dispatch. Not exposed through the API; roles reach it through functions in '
'public.';
-- to here.

-- In dist/nightshift_log.sql too, from here
create or replace function nightshift.list_log_names() returns text[]
language sql immutable set search_path = ''
as $$
  select array[
    'autonomous_tasks_age_idx', 'autonomous_tasks_failures_idx', 'autonomous_tasks_recent_idx',
    'autonomous_tasks_system_idx', 'autonomous_tasks_type_idx', 'autonomous_tasks_unfinished_idx',
    'autonomous_tasks_workspace_unfinished_idx', 'create_workspace', 'workspace_members_user_idx'
  ]
$$;
comment on function nightshift.list_log_names() is
'Names in the schema public that the log and workspaces need: indexes and functions, without tables that may be '
'adopted and functions of the contract.';
revoke all on function nightshift.list_log_names() from public, anon, authenticated, service_role;

create or replace function nightshift.find_taken_names(p_names text[]) returns text[]
language sql stable set search_path = ''
as $$
  with adopted as (
    select unnest(array['autonomous_tasks', 'client_emails', 'contacts', 'workspace_members', 'workspaces']) as name
  ), replaced (name, arguments, result) as (
    values
      ('get_autonomous_task_summary',
        'p_workspace_id uuid, p_task_type text DEFAULT NULL::text, p_hours_back integer DEFAULT 24',
        'TABLE(task_type text, total_executions bigint, successful_executions bigint, failed_executions bigint, '
        'avg_duration_ms numeric, total_cost_usd numeric, last_execution timestamp with time zone)'),
      ('update_autonomous_tasks_updated_at', '', 'trigger')
  ), taken as (
    -- A table that is adopted brings its indexes.
    select c.relname::text as name
    from pg_catalog.pg_class c
    left join pg_catalog.pg_index i on i.indexrelid = c.oid
    left join pg_catalog.pg_class t on t.oid = i.indrelid and t.relnamespace = c.relnamespace
    where c.relnamespace = 'public'::regnamespace and (
      c.relname = any (p_names) and (t.relname in (select a.name from adopted a)) is not true
      or c.relname in (select a.name from adopted a) and c.relkind not in ('r', 'p'))
    union
    -- Each table makes a type of its name.
    select y.typname::text
    from pg_catalog.pg_type y
    where y.typnamespace = 'public'::regnamespace and y.typrelid = 0
      and (y.typname = any (p_names) or y.typname in (select a.name from adopted a))
    union
    select p.proname::text
    from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace and (
      p.proname = any (p_names)
      or p.proname in (select r.name from replaced r) and (p.prokind, p.proname::text,
        pg_catalog.pg_get_function_arguments(p.oid), pg_catalog.pg_get_function_result(p.oid)) not in (
        select 'f'::"char", r.name, r.arguments, r.result from replaced r))
  )
  select coalesce(array_agg(k.name order by k.name), '{}') from taken k
$$;
comment on function nightshift.find_taken_names(text[]) is
'Those of some names that the schema public has for anything, and names of ours that it has for something that we '
'cannot adopt or replace: no table, or a function of the contract with other arguments.';
revoke all on function nightshift.find_taken_names(text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.refuse_taken_names(p_names text[]) returns void
language plpgsql set search_path = ''
as $$
declare
  v_taken constant text[] := nightshift.find_taken_names(p_names);
begin
  if v_taken <> '{}' then
    raise exception 'The schema public has % already, and not from Nightshift; nothing was changed.',
      (select string_agg(format('"%s"', t.name), ', ' order by t.name) from unnest(v_taken) as t (name))
      using hint = 'Rename or move them, then run this again.';
  end if;
end
$$;
comment on function nightshift.refuse_taken_names(text[]) is
'Stops a first migration where find_taken_names() finds anything. Error: a sentence with all the names.';
revoke all on function nightshift.refuse_taken_names(text[]) from public, anon, authenticated, service_role;
-- to here.

create or replace function nightshift.list_public_names() returns text[]
language sql immutable set search_path = ''
as $$
  select nightshift.list_log_names() || array[
    'accept_invitation', 'add_contact_facts', 'add_member', 'admit_caller', 'admit_request',
    'admit_task_token', 'advance_task', 'ai_usage', 'ai_usage_age_idx', 'ai_usage_task_idx',
    'ai_usage_workspace_idx', 'alert_from_task', 'an_address_is_connected_once_in_its_workspace',
    'analyzer_admissions', 'analyzer_choices', 'beat_agent_run', 'beat_mailbox_run', 'beat_run',
    'begin_authorization', 'brake_spending', 'cancel_job', 'change_answer', 'change_mailbox',
    'change_member', 'change_schedule', 'change_task', 'claim_emails', 'claim_mailboxes',
    'client_emails_html_idx', 'client_emails_message_is_unique_in_workspace', 'client_emails_received_idx',
    'confirm_mailbox', 'connect_with_password', 'contact_conflicts', 'contact_days',
    'contact_days_workspace_idx', 'contact_emails', 'contact_emails_contact_idx', 'contact_facts',
    'contact_facts_email_idx', 'contact_outcomes', 'contact_outcomes_workspace_idx', 'contacts_age_idx',
    'contacts_email_is_unique_in_workspace', 'create_ingest_token', 'create_mailbox', 'daily_metrics',
    'email_answers', 'email_answers_answer_idx', 'email_answers_workspace_idx', 'email_intelligence',
    'email_intelligence_run_idx', 'email_intelligence_workspace_idx', 'end_invitation', 'enqueue_jobs',
    'erase_person', 'find_runs', 'find_tasks', 'finish_agent_run', 'finish_mailbox_run', 'finish_run',
    'get_budget_status', 'get_email', 'get_job', 'get_mailbox', 'get_project_state', 'get_pulse',
    'get_report', 'get_score_calibration', 'get_slot_story', 'get_slots', 'get_spending',
    'get_system_health', 'get_task', 'get_task_document', 'get_task_story', 'get_task_sums', 'health',
    'ingest_email', 'invite_member', 'is_kept_from_token', 'is_project_operator', 'job_watch_states',
    'job_watches', 'job_watches_token_idx', 'keep_authorization', 'lead_score_history',
    'lead_score_history_workspace_idx', 'lead_scores', 'lead_scores_best_idx', 'lead_scores_due_idx',
    'legal_holds', 'legal_holds_workspace_idx', 'list_answers', 'list_ingest_tokens', 'list_invitations',
    'list_jobs', 'list_lines', 'list_mailboxes', 'list_members', 'list_new_messages',
    'list_report_subscriptions', 'list_schedules', 'list_tasks', 'list_timeline', 'list_watches',
    'log_lines', 'log_tasks', 'mailboxes', 'model_prices', 'note_late_end', 'one_budget_for_each_workspace',
    'one_choice_for_each_workspace', 'one_model_for_each_workspace', 'one_report_for_each_period',
    'one_row_for_each_day', 'one_rule_for_each_thing', 'one_watch_for_each_job', 'open_alert_email',
    'open_report_email', 'pause_all', 'ping_task', 'preview_cleanup', 'preview_schedule',
    'read_analyzer_setup', 'read_mailbox_secret', 'rebuild_metrics', 'remember_answer', 'remove_mailbox',
    'report_costs', 'report_night', 'request_jobs', 'requeue_failed_emails', 'requeue_jobs',
    'reserve_task_spending', 'retention_rules', 'retry_job', 'retry_task', 'retry_tasks',
    'revoke_ingest_token', 'run_schedule', 'runner_status', 'save_mailbox_secret', 'save_step',
    'scoring_models', 'set_budget', 'set_workspace_settings', 'settle_emails', 'settle_jobs',
    'settle_mailbox', 'settle_task_spending', 'start_agent_run', 'start_run', 'store_mailbox_emails',
    'store_task', 'subscribe_to_reports', 'summarize_tasks', 'take_oauth_state', 'task_dispatches',
    'task_dispatches_happen_once', 'task_dispatches_latest_idx', 'task_dispatches_open_idx',
    'task_dispatches_request_idx', 'task_dispatches_retry_idx', 'task_dispatches_slot_idx',
    'task_dispatches_task_idx', 'task_schedules', 'task_timeline', 'unsubscribe_from_reports', 'why',
    'workspace_budgets', 'workspace_reports', 'workspace_reports_latest_idx', 'workspace_settings',
    'workspace_settings_types_idx'
  ]
$$;
comment on function nightshift.list_public_names() is
'Names of our tables, views, indexes and functions in the schema public, without those that may be adopted and those '
'of the contract.';
revoke all on function nightshift.list_public_names() from public, anon, authenticated, service_role;

do $$
begin
  if to_regclass('nightshift.deployed_functions') is null then
    perform nightshift.refuse_taken_names(array(
      select n.name from unnest(nightshift.list_public_names()) as n (name)
      -- The log alone (dist/nightshift_log.sql) may be installed, and has checked its names.
      where n.name <> all (nightshift.list_log_names()) or to_regclass('nightshift.installed_objects') is null));
  end if;
end
$$;

-- In dist/nightshift_log.sql too, from here
create table if not exists nightshift.installed_objects (
  kind text not null,
  name text not null,
  installed_at timestamptz not null default now(),
  primary key (kind, name),
  constraint kind_is_known check (kind in ('extension', 'table', 'column'))
);
alter table nightshift.installed_objects enable row level security;

comment on table nightshift.installed_objects is
'What our migrations created and a full undo may therefore drop; anything else was there before.';
comment on column nightshift.installed_objects.kind is 'extension, table, or column added to a table that was there';
comment on column nightshift.installed_objects.name is 'name, with schema and table where it has them';
comment on column nightshift.installed_objects.installed_at is 'when the migration created it';
-- to here.

create table if not exists nightshift.deployed_functions (
  name text primary key,
  files_sha256 text,
  version integer,
  deployed_at timestamptz not null default now(),
  constraint files_sha256_is_a_digest check (files_sha256 ~ '^[0-9a-f]{64}$')
);
alter table nightshift.deployed_functions enable row level security;

comment on table nightshift.deployed_functions is
'Edge Functions that `deno task deploy` brought here: what a second deploy need not bring again, and what an undo '
'deletes.';
comment on column nightshift.deployed_functions.name is 'name of the function';
comment on column nightshift.deployed_functions.files_sha256 is
'digest of its files; null from before the upload until after it';
comment on column nightshift.deployed_functions.version is
'its version on the platform, so that a deploy by other means is noticed';
comment on column nightshift.deployed_functions.deployed_at is 'when the upload ended';

create or replace function nightshift.list_missing_extensions() returns table (extension text, home text)
language sql stable set search_path = ''
as $$
  select needed.extension, needed.home
  from (values
    ('pg_cron', 'pg_catalog', 'cron.schedule(text, text, text)'),
    ('pg_net', 'extensions', 'net.http_post(text, jsonb, jsonb, jsonb, integer)'),
    ('pgcrypto', 'extensions', 'extensions.hmac(bytea, bytea, text)'),
    ('supabase_vault', 'vault', 'vault.create_secret(text, text, text, uuid)')
  ) as needed (extension, home, signature)
  where not exists (select from pg_catalog.pg_extension e where e.extname = needed.extension)
    and to_regprocedure(needed.signature) is null
$$;
comment on function nightshift.list_missing_extensions() is
'Extensions that Nightshift needs and this database has not created, each with the schema that it goes to.';
revoke all on function nightshift.list_missing_extensions() from public, anon, authenticated, service_role;

create or replace function nightshift.create_extensions() returns integer
language plpgsql set search_path = ''
as $$
declare
  v_absent constant text := (
    select string_agg(m.extension, ', ' order by m.extension)
    from nightshift.list_missing_extensions() m
    where not exists (select from pg_catalog.pg_available_extensions a where a.name = m.extension)
  );
  v_missing record;
  v_count integer := 0;
begin
  if v_absent is not null then
    raise exception 'Nightshift needs these extensions, which this database does not offer: %. Nothing was changed.',
      v_absent
      using hint =
        'On Supabase: Database > Extensions. On your own PostgreSQL: install their packages. Then run this again.';
  end if;
  for v_missing in select m.* from nightshift.list_missing_extensions() m loop
    -- Even "create schema if not exists pg_catalog" fails for everybody, so look first.
    if to_regnamespace(v_missing.home) is null then
      execute format('create schema %I', v_missing.home);
    end if;
    begin
      execute format('create extension %I with schema %I', v_missing.extension, v_missing.home);
    exception when insufficient_privilege then
      raise exception 'Nightshift needs these extensions, which % may not create: %. Nothing was changed.',
        current_user,
        (select string_agg(m.extension, ', ' order by m.extension) from nightshift.list_missing_extensions() m)
        using hint = 'Create them under Database > Extensions, or as a superuser. Then run this again.';
    end;
    insert into nightshift.installed_objects (kind, name) values ('extension', v_missing.extension)
      on conflict do nothing;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.create_extensions() is
'Creates the extensions that list_missing_extensions() finds; a restored backup may lack them. Returns how many.';
revoke all on function nightshift.create_extensions() from public, anon, authenticated, service_role;

select nightshift.create_extensions();

-- A statement that waits for a lock makes everybody behind it wait too. So the migrations that change a
-- table in use wait for half a second, let the others pass, and try again.

create or replace function nightshift.lock_briefly(p_table text, p_mode text, p_patience interval default '10 seconds')
returns void
language plpgsql set search_path = ''
as $$
declare
  v_started_at constant timestamptz := clock_timestamp();
  v_setting constant text := current_setting('lock_timeout');
begin
  if to_regclass(p_table) is null then
    return;
  end if;
  perform set_config('lock_timeout', '500ms', true);
  loop
    begin
      execute format('lock table %s in %s mode', to_regclass(p_table), p_mode);
      perform set_config('lock_timeout', v_setting, true);
      return;
    exception when lock_not_available then
      if clock_timestamp() > v_started_at + p_patience then
        raise exception 'table_busy: % has been in use by another transaction for %; nothing was changed.',
          p_table, p_patience
          using errcode = 'lock_not_available',
            hint = 'Run this again when it has ended. See who holds it: select pid, query, xact_start '
              'from pg_stat_activity order by xact_start.';
      end if;
      perform pg_catalog.pg_sleep(0.25);
    end;
  end loop;
end
$$;
comment on function nightshift.lock_briefly(text, text, interval) is
'Locks a table, if it exists, until the end of the transaction. Nobody waits behind this for more than half a '
'second; after p_patience it gives up. Error: 55P03 table_busy.';
revoke all on function nightshift.lock_briefly(text, text, interval) from public, anon, authenticated, service_role;

-- The second wall around functions that only the service may call. Grants are the first, and a restored
-- backup can lose them: pg_dump writes no revoke from anon and authenticated.

create or replace function nightshift.require_service() returns void
language plpgsql stable set search_path = ''
as $$
declare
  -- Security definer functions change current_user, but not the role that the caller has set.
  v_caller constant text := coalesce(nullif(current_setting('role', true), 'none'), session_user);
begin
  if v_caller = 'service_role' or v_caller = 'postgres' then
    return;
  end if;
  -- Whoever owns the machinery (a pg_cron job runs as its owner) or is a superuser may call it too.
  if pg_catalog.pg_has_role(v_caller, (
    select n.nspowner from pg_catalog.pg_namespace n where n.nspname = 'nightshift'
  ), 'member') then
    return;
  end if;
  raise exception 'service_only: only the service role and the owner of the database may call this function.'
    using errcode = 'insufficient_privilege';
end
$$;
comment on function nightshift.require_service() is
'Refuses every caller but service_role, the owner of the schema nightshift (also in a pg_cron job) and superusers. '
'Service-only functions call it first, so that a wrong grant opens nothing. Error: 42501 service_only.';
revoke all on function nightshift.require_service() from public, anon, authenticated, service_role;

-- 20261122000200_workspaces.sql

-- Workspaces: the tenants, who belongs to them, and the three questions that every policy asks.
--
-- An existing public.workspaces with a uuid primary key "id" is adopted as it is, and so is an existing
-- public.workspace_members that has the role as text. Their rights and policies stay as they are.
-- Locks: none on existing tables. Time: milliseconds.

do $$
begin
  -- Also pasted with the log alone, where no other check of names has run.
  if to_regprocedure('nightshift.my_workspaces()') is null then
    perform nightshift.refuse_taken_names(nightshift.list_log_names());
  end if;
end
$$;

do $$
begin
  if to_regclass('public.workspaces') is null then
    create table public.workspaces (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      created_at timestamptz not null default now(),
      constraint name_has_1_to_200_characters check (length(btrim(name)) between 1 and 200)
    );
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.workspaces');
  elsif not exists (
    select
    from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = 'public.workspaces'::regclass and i.indisprimary and i.indnkeyatts = 1
      and a.attname = 'id' and a.atttypid = 'uuid'::regtype
  ) then
    raise exception 'public.workspaces exists, but its primary key is not a uuid column "id".'
      using hint =
        'Nightshift adopts a table of workspaces only by such a key. Rename the table or add the key, then run this '
        'migration again.';
  end if;

  if to_regclass('public.workspace_members') is null then
    create table public.workspace_members (
      workspace_id uuid not null references public.workspaces (id) on delete cascade,
      user_id uuid not null references auth.users (id) on delete cascade,
      role text not null default 'member',
      created_at timestamptz not null default now(),
      primary key (workspace_id, user_id),
      constraint role_is_known check (role in ('owner', 'admin', 'member', 'viewer'))
    );
    create index workspace_members_user_idx on public.workspace_members (user_id, workspace_id, role);
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.workspace_members');

    comment on table public.workspace_members is 'Who belongs to which workspace, and with which role.';
    comment on column public.workspace_members.workspace_id is 'the workspace';
    comment on column public.workspace_members.user_id is 'the user';
    comment on column public.workspace_members.role is
    'owner and admin manage members, member reads and writes, viewer reads';
    comment on column public.workspace_members.created_at is 'since when';
  elsif (
    select count(*)
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.workspace_members'::regclass and not a.attisdropped
      and (a.attname, a.atttypid) in (
        ('workspace_id', 'uuid'::regtype), ('user_id', 'uuid'::regtype), ('role', 'text'::regtype))
  ) < 3 then
    raise exception
      'public.workspace_members exists, but without "workspace_id" (uuid), "user_id" (uuid) and "role" (text).'
      using hint =
        'Nightshift reads from it who is owner, admin, member or viewer. Rename the table or add the columns, then '
        'run this migration again.';
  end if;
end
$$;

-- The three questions. Security definer, so that a policy on workspace_members may ask them too.

create or replace function nightshift.my_workspaces() returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select m.workspace_id from public.workspace_members m where m.user_id = (select auth.uid())
$$;
comment on function nightshift.my_workspaces() is 'Workspaces that the signed-in user belongs to, in any role.';
revoke all on function nightshift.my_workspaces() from public;
grant execute on function nightshift.my_workspaces() to authenticated;

create or replace function nightshift.my_writable_workspaces() returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select m.workspace_id
  from public.workspace_members m
  where m.user_id = (select auth.uid()) and m.role in ('owner', 'admin', 'member')
$$;
comment on function nightshift.my_writable_workspaces() is 'Workspaces that the signed-in user may write to.';
revoke all on function nightshift.my_writable_workspaces() from public;
grant execute on function nightshift.my_writable_workspaces() to authenticated;

create or replace function nightshift.my_managed_workspaces(p_as_owner boolean default false) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select m.workspace_id
  from public.workspace_members m
  where m.user_id = (select auth.uid()) and (m.role = 'owner' or (m.role = 'admin' and not p_as_owner))
$$;
comment on function nightshift.my_managed_workspaces(boolean) is
'Workspaces whose members the signed-in user may manage: as owner or admin, or with p_as_owner as owner only.';
revoke all on function nightshift.my_managed_workspaces(boolean) from public;
grant execute on function nightshift.my_managed_workspaces(boolean) to authenticated;

-- 20261122000300_workspace_access.sql

-- Workspace access: who may see and change workspaces and their members.
--
-- Adopted tables keep their own rights and policies. Only tables of ours get these.
-- Locks: brief exclusive locks on our own tables. Time: milliseconds.

do $$
begin
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces') then
    alter table public.workspaces enable row level security;
    revoke all on public.workspaces from anon, authenticated, service_role;
    grant select, update (name), delete on public.workspaces to authenticated;
    grant select, insert, update, delete on public.workspaces to service_role;

    drop policy if exists "members see their workspaces" on public.workspaces;
    create policy "members see their workspaces" on public.workspaces
      for select to authenticated using (id in (select nightshift.my_workspaces()));
    drop policy if exists "managers rename their workspaces" on public.workspaces;
    create policy "managers rename their workspaces" on public.workspaces
      for update to authenticated using (id in (select nightshift.my_managed_workspaces()));
    drop policy if exists "owners delete their workspaces" on public.workspaces;
    create policy "owners delete their workspaces" on public.workspaces
      for delete to authenticated using (id in (select nightshift.my_managed_workspaces(p_as_owner => true)));
    drop policy if exists "service role manages workspaces" on public.workspaces;
    create policy "service role manages workspaces" on public.workspaces
      to service_role using (true) with check (true);

    comment on table public.workspaces is 'Tenants. Deleting one deletes everything it owns.';
    comment on column public.workspaces.id is 'primary key';
    comment on column public.workspaces.name is 'what people call it, 1 to 200 characters';
    comment on column public.workspaces.created_at is 'since when';
  end if;
end
$$;

create or replace function nightshift.keep_an_owner() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Everybody can delete their account. The service role can name a new owner afterwards.
  if tg_op = 'DELETE' and not exists (select from auth.users u where u.id = old.user_id) then
    return null;
  end if;
  -- Makes two owners who leave at once wait for each other. There is no row when the workspace is being deleted.
  perform from public.workspaces w where w.id = old.workspace_id for no key update;
  if found and not exists (
    select from public.workspace_members m where m.workspace_id = old.workspace_id and m.role = 'owner'
  ) then
    raise exception 'workspace_needs_owner: a workspace keeps at least one owner; make somebody else an owner first.'
      using errcode = 'PT409';
  end if;
  return null;
end
$$;
comment on function nightshift.keep_an_owner() is
'Refuses to remove or demote the last owner of a workspace (PT409 workspace_needs_owner).';
revoke all on function nightshift.keep_an_owner() from public;

do $$
begin
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspace_members') then
    alter table public.workspace_members enable row level security;
    revoke all on public.workspace_members from anon, authenticated, service_role;
    -- No insert: members come by invitation only.
    grant select, update (role), delete on public.workspace_members to authenticated;
    grant select, insert, update, delete on public.workspace_members to service_role;

    drop policy if exists "members see who belongs to their workspaces" on public.workspace_members;
    create policy "members see who belongs to their workspaces" on public.workspace_members
      for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
    -- The policy of an earlier version, which let managers add users who had not agreed.
    drop policy if exists "managers add members, only owners add owners" on public.workspace_members;
    drop policy if exists "managers change roles, only owners those of owners" on public.workspace_members;
    create policy "managers change roles, only owners those of owners" on public.workspace_members
      for update to authenticated
      using (workspace_id in (select nightshift.my_managed_workspaces(p_as_owner => workspace_members.role = 'owner')))
      with check (workspace_id in (select nightshift.my_managed_workspaces(p_as_owner => workspace_members.role =
        'owner')));
    drop policy if exists "managers remove members, only owners owners, anyone leaves" on public.workspace_members;
    create policy "managers remove members, only owners owners, anyone leaves" on public.workspace_members
      for delete to authenticated
      using (
        user_id = (select auth.uid())
        or workspace_id in (select nightshift.my_managed_workspaces(p_as_owner => workspace_members.role = 'owner'))
      );
    drop policy if exists "service role manages members" on public.workspace_members;
    create policy "service role manages members" on public.workspace_members
      to service_role using (true) with check (true);

    create or replace trigger keep_an_owner
    after delete or update of role, workspace_id on public.workspace_members
    for each row when (old.role = 'owner')
    execute function nightshift.keep_an_owner();
  end if;
end
$$;

create or replace function public.create_workspace(p_name text) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_workspace_id uuid;
begin
  if v_user_id is null then
    raise exception 'sign_in_required: only a signed-in user can create a workspace.' using errcode = 'PT401';
  end if;
  if length(btrim(coalesce(p_name, ''))) not between 1 and 200 then
    raise exception 'workspace_name_invalid: the name must have 1 to 200 characters.' using errcode = 'PT400';
  end if;
  -- Two requests of one user at the same time are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended('nightshift.workspaces_of ' || v_user_id, 0));
  perform nightshift.require_room('workspaces_per_user', null, count(*), 'workspaces that you own')
  from public.workspace_members m
  where m.user_id = v_user_id and m.role = 'owner';
  insert into public.workspaces (name) values (btrim(p_name)) returning id into v_workspace_id;
  insert into public.workspace_members (workspace_id, user_id, role) values (v_workspace_id, v_user_id, 'owner');
  return v_workspace_id;
end
$$;
comment on function public.create_workspace(text) is
'Creates a workspace owned by the signed-in user and returns its id. Errors: PT401 sign_in_required, PT400 '
'workspace_name_invalid, PT403 quota_exceeded.';
revoke all on function public.create_workspace(text) from public, anon, authenticated, service_role;
grant execute on function public.create_workspace(text) to authenticated;

-- 20261122000305_workspace_settings.sql

-- Workspace settings: whose day it is, when reports come, and which database types a workspace asks for.
--
-- A workspace without a row has the defaults. Nothing runs for a workspace that did not ask.
-- Locks: none on existing tables. Time: milliseconds.

create or replace function nightshift.workspace_types() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['system_health_check', 'data_cleanup', 'contact_enrichment', 'lead_scoring_batch',
    'daily_analytics_rollup', 'weekly_report_generation', 'monthly_summary']
$$;
comment on function nightshift.workspace_types() is
'The task types that run in the database. A workspace asks for one by adding it to enabled_types.';
revoke all on function nightshift.workspace_types() from public, anon, authenticated, service_role;
-- The constraint of the table calls it, also for the service role.
grant execute on function nightshift.workspace_types() to service_role;

create or replace function nightshift.are_domains(p_names text[]) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(bool_and(n.name is not null and length(n.name) <= 253
    and n.name ~ '^[^\s@.,;/\\A-Z]{1,63}(\.[^\s@.,;/\\A-Z]{1,63})+$'), true)
  from unnest(p_names) as n (name)
$$;
comment on function nightshift.are_domains(text[]) is
'Whether each name looks like a domain in lower case, such as example.com.';
revoke all on function nightshift.are_domains(text[]) from public, anon, authenticated, service_role;
grant execute on function nightshift.are_domains(text[]) to service_role;

create table if not exists public.workspace_settings (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  time_zone text not null default 'UTC',
  week_starts_on smallint not null default 1,
  report_hour smallint not null default 7,
  own_domains text[] not null default '{}',
  enabled_types text[] not null default '{}',
  updated_at timestamptz not null default now(),
  constraint time_zone_has_1_to_100_characters check (length(time_zone) between 1 and 100),
  constraint week_starts_on_a_day_from_1_to_7 check (week_starts_on between 1 and 7),
  constraint report_hour_is_from_0_to_23 check (report_hour between 0 and 23),
  constraint own_domains_are_up_to_100_domains check (
    cardinality(own_domains) <= 100 and nightshift.are_domains(own_domains)),
  constraint enabled_types_run_in_the_database check (
    enabled_types <@ nightshift.workspace_types() and array_position(enabled_types, null) is null
    and cardinality(enabled_types) <= 20)
);
create index if not exists workspace_settings_types_idx on public.workspace_settings using gin (enabled_types);
comment on table public.workspace_settings is
'What a workspace wants: whose day it is, when reports come, and which database types run. Without a row, the '
'defaults hold and no type runs. Owners and admins change it with set_workspace_settings.';
comment on column public.workspace_settings.workspace_id is 'the workspace';
comment on column public.workspace_settings.time_zone is
'whose clocks decide which day it is, such as Europe/Berlin; a change counts from the next day on';
comment on column public.workspace_settings.week_starts_on is 'first day of the week, 1 (Monday) to 7 (Sunday)';
comment on column public.workspace_settings.report_hour is 'hour from which reports are written, 0 to 23, local time';
comment on column public.workspace_settings.own_domains is
'domains of the workspace itself, in lower case; whoever writes from them becomes no contact';
comment on column public.workspace_settings.enabled_types is 'task types that the workspace asks for; empty: none';
comment on column public.workspace_settings.updated_at is 'when it last changed';

alter table public.workspace_settings enable row level security;
revoke all on public.workspace_settings from anon, authenticated, service_role;
grant select on public.workspace_settings to authenticated;
grant select, insert, update, delete on public.workspace_settings to service_role;
drop policy if exists "members read the settings of their workspaces" on public.workspace_settings;
create policy "members read the settings of their workspaces" on public.workspace_settings
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages settings" on public.workspace_settings;
create policy "service role manages settings" on public.workspace_settings
  to service_role using (true) with check (true);

create or replace function nightshift.check_settings() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if length(new.time_zone) <= 100 then -- The constraint rejects a longer one.
    new.time_zone := nightshift.check_time_zone(new.time_zone);
  end if;
  new.updated_at := now();
  return new;
end
$$;
comment on function nightshift.check_settings() is
'Spells the time zone as PostgreSQL does, and keeps updated_at. Error: PT422 time_zone_unknown.';
revoke all on function nightshift.check_settings() from public;
create or replace trigger check_settings
before insert or update on public.workspace_settings
for each row execute function nightshift.check_settings();

create or replace function nightshift.read_settings(p_workspace_id uuid) returns public.workspace_settings
language sql stable set search_path = ''
as $$
  select s.* from public.workspace_settings s where s.workspace_id = p_workspace_id
  union all
  select p_workspace_id, 'UTC', 1::smallint, 7::smallint, '{}'::text[], '{}'::text[], '-infinity'::timestamptz
  where not exists (select from public.workspace_settings s where s.workspace_id = p_workspace_id)
$$;
comment on function nightshift.read_settings(uuid) is 'The settings of a workspace, or the defaults.';
revoke all on function nightshift.read_settings(uuid) from public;

create or replace function nightshift.list_workspaces_with(p_task_type text) returns setof uuid
language sql stable set search_path = ''
as $$
  select s.workspace_id from public.workspace_settings s where s.enabled_types @> array[p_task_type]
$$;
comment on function nightshift.list_workspaces_with(text) is 'The workspaces that ask for a task type.';
revoke all on function nightshift.list_workspaces_with(text) from public;

create or replace function nightshift.has_type(p_workspace_id uuid, p_task_type text) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select from public.workspace_settings s
    where s.workspace_id = p_workspace_id and s.enabled_types @> array[p_task_type])
$$;
comment on function nightshift.has_type(uuid, text) is 'Whether a workspace asks for a task type.';
revoke all on function nightshift.has_type(uuid, text) from public;

create or replace function public.set_workspace_settings(p_workspace_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_names constant text[] := array['time_zone', 'week_starts_on', 'report_hour', 'own_domains', 'enabled_types'];
  v_unknown text;
  v_settings public.workspace_settings;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins change the settings of a workspace.'
      using errcode = 'PT403';
  end if;
  if jsonb_typeof(p_changes) is distinct from 'object' then
    raise exception 'settings_invalid: pass an object of settings, such as {"time_zone": "Europe/Berlin"}.'
      using errcode = 'PT400';
  end if;
  select string_agg(k.name, ', ' order by k.name) into v_unknown
  from jsonb_object_keys(p_changes) as k (name) where k.name <> all (c_names);
  if v_unknown is not null then
    raise exception 'settings_invalid: there is no setting %; the settings are %.', left(v_unknown, 200),
      array_to_string(c_names, ', ')
      using errcode = 'PT400';
  end if;
  insert into public.workspace_settings (workspace_id) values (p_workspace_id) on conflict do nothing;
  select s.* into strict v_settings
  from public.workspace_settings s where s.workspace_id = p_workspace_id for no key update;
  v_settings := jsonb_populate_record(v_settings, p_changes);
  update public.workspace_settings s
  set time_zone = v_settings.time_zone, week_starts_on = v_settings.week_starts_on,
    report_hour = v_settings.report_hour, own_domains = v_settings.own_domains,
    enabled_types = v_settings.enabled_types
  where s.workspace_id = p_workspace_id
  returning s.* into v_settings;
  return to_jsonb(v_settings);
exception
  when check_violation or not_null_violation or foreign_key_violation or data_exception then
    raise exception 'settings_invalid: %', sqlerrm using errcode = 'PT400';
end
$$;
comment on function public.set_workspace_settings(uuid, jsonb) is
'Changes the settings that p_changes names and returns all of them. For owners, admins and the service role. '
'Example: select set_workspace_settings(''…'', ''{"time_zone": "Europe/Berlin", "enabled_types": '
'["daily_analytics_rollup", "weekly_report_generation"]}''). Errors: PT403 workspace_not_managed, PT400 '
'settings_invalid, PT422 time_zone_unknown.';
revoke all on function public.set_workspace_settings(uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.set_workspace_settings(uuid, jsonb) to authenticated, service_role;

-- 20261122000306_workspace_days.sql

-- Workspace days: which instants belong to which day of a workspace, by its own clocks.
--
-- Days follow each other without a gap and without an overlap, also when clocks change and when the workspace
-- changes its zone, so that everything falls into exactly one day. A changed zone counts from the next day on.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.workspace_zones (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  from_day date not null,
  time_zone text not null,
  constraint one_zone_for_each_first_day primary key (workspace_id, from_day)
);
alter table nightshift.workspace_zones enable row level security;
revoke all on nightshift.workspace_zones from public;
comment on table nightshift.workspace_zones is
'Whose clocks counted from which day on. A workspace whose days nobody has counted yet has no row, and then the zone '
'of its settings holds for all days.';
comment on column nightshift.workspace_zones.workspace_id is 'the workspace';
comment on column nightshift.workspace_zones.from_day is 'first day of the zone; -infinity: since ever';
comment on column nightshift.workspace_zones.time_zone is 'the time zone';

create or replace function nightshift.is_range(p_from timestamptz, p_to timestamptz, p_longest interval)
returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  -- Case decides in order: with a time that is not finite, the difference would raise.
  select case when p_from between '2000-01-01Z' and '2100-01-01Z' and p_to between p_from and '2100-01-01Z'
    then p_to > p_from and p_to - p_from <= p_longest else false end
$$;
comment on function nightshift.is_range(timestamptz, timestamptz, interval) is
'Whether both times are from 2000 to 2099, the second is later, and both are at most p_longest apart. Never null.';
revoke all on function nightshift.is_range(timestamptz, timestamptz, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.midnight(p_day date, p_time_zone text) returns timestamptz
language plpgsql stable parallel safe set search_path = ''
as $$
declare
  v_latest constant timestamptz := p_day::timestamp at time zone p_time_zone;
begin
  -- Where clocks are set back to midnight there are two of them, and the first begins the day. Where they are set
  -- forward at midnight, the day begins at the first minute that exists.
  return case when ((v_latest - interval '1 hour') at time zone p_time_zone)::date >= p_day
    then v_latest - interval '1 hour' else v_latest end;
end
$$;
comment on function nightshift.midnight(date, text) is 'When a day begins in a time zone.';
revoke all on function nightshift.midnight(date, text) from public;

create or replace function nightshift.zone_of_day(p_workspace_id uuid, p_day date) returns text
language sql stable set search_path = ''
as $$
  select coalesce(
    (select z.time_zone from nightshift.workspace_zones z
     where z.workspace_id = p_workspace_id and z.from_day <= p_day
     order by z.from_day desc limit 1),
    (select s.time_zone from public.workspace_settings s where s.workspace_id = p_workspace_id), 'UTC')
$$;
comment on function nightshift.zone_of_day(uuid, date) is 'The time zone that counts on a day of a workspace.';
revoke all on function nightshift.zone_of_day(uuid, date) from public;

create or replace function nightshift.only_zone(p_workspace_id uuid) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_zones bigint;
  v_is_constant boolean;
  v_zone text;
begin
  select count(*), coalesce(bool_and(not isfinite(z.from_day)), true), min(z.time_zone)
  into v_zones, v_is_constant, v_zone
  from nightshift.workspace_zones z where z.workspace_id = p_workspace_id;
  if v_zones = 0 then
    select s.time_zone into v_zone from public.workspace_settings s where s.workspace_id = p_workspace_id;
    v_zone := coalesce(v_zone, 'UTC');
  end if;
  return case when v_is_constant then v_zone end;
end
$$;
comment on function nightshift.only_zone(uuid) is
'The time zone of all days of a workspace that never changed it, as nearly all. Null if it did.';
revoke all on function nightshift.only_zone(uuid) from public;

create or replace function nightshift.local_day(p_at timestamptz, p_time_zone text) returns date
language plpgsql stable parallel safe set search_path = ''
as $$
declare
  v_day constant date := (p_at at time zone p_time_zone)::date;
begin
  return case when p_at < nightshift.midnight(v_day, p_time_zone) then v_day - 1
    when p_at >= nightshift.midnight(v_day + 1, p_time_zone) then v_day + 1 else v_day end;
end
$$;
comment on function nightshift.local_day(timestamptz, text) is
'The day that an instant belongs to in a time zone: day_of for a workspace that never changed its zone.';
revoke all on function nightshift.local_day(timestamptz, text) from public, anon, authenticated, service_role;

create or replace function nightshift.day_start(p_workspace_id uuid, p_day date) returns timestamptz
language plpgsql stable set search_path = ''
as $$
declare
  v_zone constant text := nightshift.only_zone(p_workspace_id);
begin
  if v_zone is not null then
    return nightshift.midnight(p_day, v_zone);
  end if;
  -- A day ends by the clocks that it began by. From the far west to the far east, the day of the change can be over
  -- before it began: then it is empty, which the second argument sees to.
  return greatest(
    nightshift.midnight(p_day, nightshift.zone_of_day(p_workspace_id, p_day - 1)),
    nightshift.midnight(p_day - 1, nightshift.zone_of_day(p_workspace_id, p_day - 2)));
end
$$;
comment on function nightshift.day_start(uuid, date) is
'When a day of a workspace begins. It ends when the next one begins.';
revoke all on function nightshift.day_start(uuid, date) from public;

create or replace function nightshift.day_of(p_workspace_id uuid, p_at timestamptz) returns date
language plpgsql stable set search_path = ''
as $$
declare
  v_zone constant text := nightshift.only_zone(p_workspace_id);
begin
  if v_zone is not null then
    return nightshift.local_day(p_at, v_zone);
  end if;
  return (
    select d.day
    from (
      select (p_at at time zone 'UTC')::date + g.n as day from generate_series(2, -2, -1) as g (n)
    ) d
    where nightshift.day_start(p_workspace_id, d.day) <= p_at
    order by d.day desc
    limit 1);
end
$$;
comment on function nightshift.day_of(uuid, timestamptz) is 'The day of a workspace that an instant belongs to.';
revoke all on function nightshift.day_of(uuid, timestamptz) from public;

create or replace function nightshift.count_by_zone(p_workspace_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with settings as materialized ( -- held, or who changes the zone meanwhile finds no zone that has to end
    select s.workspace_id, s.time_zone
    from public.workspace_settings s
    where s.workspace_id = any (p_workspace_ids)
      and not exists (select from nightshift.workspace_zones z where z.workspace_id = s.workspace_id)
    order by s.workspace_id
    for share
  )
  insert into nightshift.workspace_zones (workspace_id, from_day, time_zone)
  select w.id, '-infinity', coalesce(s.time_zone, 'UTC')
  from public.workspaces w
  left join settings s on s.workspace_id = w.id
  where w.id = any (p_workspace_ids)
    and not exists (select from nightshift.workspace_zones z where z.workspace_id = w.id)
  order by w.id
  on conflict do nothing
$$;
comment on function nightshift.count_by_zone(uuid[]) is
'Call it before days of these workspaces are counted for the first time: it keeps the present zone for the days so '
'far, so that a later change counts from the day after it.';
revoke all on function nightshift.count_by_zone(uuid[]) from public;

create or replace function nightshift.change_zone(p_workspace_id uuid, p_time_zone text, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_today constant date := nightshift.day_of(p_workspace_id, p_now);
begin
  delete from nightshift.workspace_zones z where z.workspace_id = p_workspace_id and z.from_day > v_today;
  insert into nightshift.workspace_zones (workspace_id, from_day, time_zone)
  select p_workspace_id, v_today + 1, p_time_zone
  where nightshift.zone_of_day(p_workspace_id, v_today) <> p_time_zone;
end
$$;
comment on function nightshift.change_zone(uuid, text, timestamptz) is
'Lets another zone count from the next day of the workspace on.';
revoke all on function nightshift.change_zone(uuid, text, timestamptz) from public;

create or replace function nightshift.keep_zone() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_id constant uuid := case tg_op when 'DELETE' then old.workspace_id else new.workspace_id end;
begin
  if exists (select from nightshift.workspace_zones z where z.workspace_id = v_workspace_id)
    and exists (select from public.workspaces w where w.id = v_workspace_id)
  then
    perform nightshift.change_zone(v_workspace_id,
      case tg_op when 'DELETE' then 'UTC' else new.time_zone end, clock_timestamp());
  end if;
  return null;
end
$$;
comment on function nightshift.keep_zone() is
'Lets a changed zone count from the next day on, where days have been counted before.';
revoke all on function nightshift.keep_zone() from public;
create or replace trigger keep_zone
after insert or update of time_zone or delete on public.workspace_settings
for each row execute function nightshift.keep_zone();

-- 20261122000310_quotas.sql

-- Quotas: how much a user or an external system can create, so that no stranger can fill the database.
--
-- The runner and the service role are the project itself and are not counted.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.quotas (
  workspace_id uuid references public.workspaces (id) on delete cascade,
  name text not null,
  most bigint not null,
  constraint one_quota_for_each_name unique nulls not distinct (workspace_id, name),
  constraint quota_name_is_known check (name in (
    'workspaces_per_user', 'members', 'open_invitations', 'ingest_tokens',
    'tasks_per_day', 'task_bytes_per_day', 'emails_per_day', 'email_bytes_per_day', 'job_watches', 'alerts_per_day',
    'mailboxes', 'synced_emails_per_day', 'synced_email_bytes_per_day',
    'facts_per_day', 'fact_bytes_per_day')),
  constraint most_is_not_negative check (most >= 0)
);
alter table nightshift.quotas replica identity full;
alter table nightshift.quotas enable row level security;
revoke all on nightshift.quotas from public;
comment on table nightshift.quotas is
'How much may be created. Change a row to change the default; add a row with a workspace to give it another quota. '
'Days are UTC.';
comment on column nightshift.quotas.workspace_id is 'the workspace; null: the default';
comment on column nightshift.quotas.name is 'what is limited; bytes as the database stores them, compressed';
comment on column nightshift.quotas.most is 'the most there may be';

insert into nightshift.quotas (workspace_id, name, most)
values
  (null, 'workspaces_per_user', 10), (null, 'members', 1000), (null, 'open_invitations', 100), (null, 'ingest_tokens',
    100),
  (null, 'tasks_per_day', 20000), (null, 'task_bytes_per_day', 20971520),
  (null, 'emails_per_day', 5000), (null, 'email_bytes_per_day', 52428800),
  (null, 'job_watches', 50), (null, 'alerts_per_day', 100),
  (null, 'mailboxes', 20), (null, 'synced_emails_per_day', 100000), (null, 'synced_email_bytes_per_day', 1073741824),
  (null, 'facts_per_day', 5000), (null, 'fact_bytes_per_day', 5242880)
on conflict do nothing;

create table if not exists nightshift.intake_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null,
  day date not null,
  items bigint not null,
  bytes bigint not null,
  primary key (workspace_id, kind, day),
  constraint kind_is_known check (kind in ('task', 'email', 'synced_email', 'fact'))
);
alter table nightshift.intake_days enable row level security;
revoke all on nightshift.intake_days from public;
comment on table nightshift.intake_days is
'What users and external systems have created in a workspace on one day (UTC).';
comment on column nightshift.intake_days.workspace_id is 'the workspace';
comment on column nightshift.intake_days.kind is
'task, email, synced_email for what mailboxes bring in, or fact for what members say about contacts';
comment on column nightshift.intake_days.day is 'day, UTC';
comment on column nightshift.intake_days.items is 'rows created';
comment on column nightshift.intake_days.bytes is 'bytes written, as the database stores them';

create or replace function nightshift.find_quota(p_name text, p_workspace_id uuid default null) returns bigint
language sql stable set search_path = ''
as $$
  select q.most
  from nightshift.quotas q
  where q.name = p_name and (q.workspace_id = p_workspace_id or q.workspace_id is null)
  order by q.workspace_id nulls last
  limit 1
$$;
comment on function nightshift.find_quota(text, uuid) is
'The quota of a workspace, or the default. Null, when an operator has removed it, means that nothing is limited.';
revoke all on function nightshift.find_quota(text, uuid) from public;

create or replace function nightshift.require_room(p_name text, p_workspace_id uuid, p_count bigint, p_what text)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_most bigint := nightshift.find_quota(p_name, p_workspace_id);
begin
  if p_count >= v_most then
    raise exception 'quota_exceeded: there are % %, and % is the most (quota %).', p_count, p_what, v_most, p_name
      using errcode = 'PT403';
  end if;
end
$$;
comment on function nightshift.require_room(text, uuid, bigint, text) is
'Refuses one more of something of which p_count exist already. Error: PT403 quota_exceeded.';
revoke all on function nightshift.require_room(text, uuid, bigint, text) from public;

create or replace function nightshift.count_intake(p_workspace_id uuid, p_kind text, p_items bigint, p_bytes bigint)
returns void
language plpgsql set search_path = ''
as $$
declare
  c_kept_days constant integer := 7;
  v_today constant date := (now() at time zone 'utc')::date;
  v_most_items bigint := nightshift.find_quota(p_kind || 's_per_day', p_workspace_id);
  v_most_bytes bigint := nightshift.find_quota(p_kind || '_bytes_per_day', p_workspace_id);
  v_day nightshift.intake_days;
begin
  insert into nightshift.intake_days as d (workspace_id, kind, day, items, bytes)
  values (p_workspace_id, p_kind, v_today, p_items, p_bytes)
  on conflict (workspace_id, kind, day) do update set items = d.items + excluded.items, bytes = d.bytes + excluded.bytes
  returning d.* into v_day;
  if v_day.items > v_most_items then
    raise exception 'daily_quota_exceeded: a workspace may create % %s in a day (UTC), and this would make %.',
      v_most_items, p_kind, v_day.items using errcode = 'PT429';
  elsif v_day.bytes > v_most_bytes then
    raise exception
      'daily_quota_exceeded: a workspace may store % bytes of %s data in a day (UTC), and this would make %.',
      v_most_bytes, p_kind, v_day.bytes using errcode = 'PT429';
  end if;
  if v_day.items = p_items then
    delete from nightshift.intake_days d
    where d.workspace_id = p_workspace_id and d.kind = p_kind and d.day < v_today - c_kept_days;
  end if;
end
$$;
comment on function nightshift.count_intake(uuid, text, bigint, bigint) is
'Counts what a user or an external system creates in a workspace (p_kind task, email, synced_email or fact) '
'and refuses what is beyond '
'the quota of the day. Error: PT429 daily_quota_exceeded.';
revoke all on function nightshift.count_intake(uuid, text, bigint, bigint) from public;

-- 20261122000320_invitations.sql

-- Invitations: nobody becomes a member of a workspace without agreeing to it.
--
-- An owner or admin invites an email address. The user who has confirmed that address accepts or declines.
-- Nothing tells the inviter whether the address belongs to a user.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email text not null,
  role text not null,
  invited_by uuid references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  constraint one_open_invitation_for_each_address unique (workspace_id, email),
  constraint email_is_an_address check (email ~ '^[^@\s]{1,64}@[^@\s]{1,255}$' and email = lower(email)),
  constraint role_is_known check (role in ('owner', 'admin', 'member', 'viewer'))
);
create index if not exists invitations_email_idx on nightshift.invitations (email);
create index if not exists invitations_inviter_idx on nightshift.invitations (invited_by);
alter table nightshift.invitations enable row level security;
revoke all on nightshift.invitations from public;
comment on table nightshift.invitations is
'Open invitations. The row is deleted when the invitation is accepted, declined or withdrawn.';
comment on column nightshift.invitations.id is 'primary key';
comment on column nightshift.invitations.workspace_id is 'the workspace to belong to';
comment on column nightshift.invitations.email is 'address of the invited person, in lower case';
comment on column nightshift.invitations.role is 'role that the person will have';
comment on column nightshift.invitations.invited_by is 'the user who invites; null: the service role';
comment on column nightshift.invitations.created_at is 'since when';
comment on column nightshift.invitations.expires_at is 'until when it can be accepted';

create or replace function nightshift.my_confirmed_email() returns text
language sql stable security definer set search_path = ''
as $$
  -- Read from the document, because not every auth schema has the column.
  select lower(u.email)
  from auth.users u
  where u.id = (select auth.uid()) and to_jsonb(u) ->> 'email_confirmed_at' is not null
$$;
comment on function nightshift.my_confirmed_email() is
'The confirmed email address of the signed-in user, in lower case; null without one.';
revoke all on function nightshift.my_confirmed_email() from public;

create or replace function nightshift.can_manage(p_workspace_id uuid, p_role text default 'member') returns boolean
language sql stable set search_path = ''
as $$
  select coalesce((select auth.role()) = 'service_role'
    or p_workspace_id in (select nightshift.my_managed_workspaces(p_as_owner => p_role = 'owner')), false)
$$;
comment on function nightshift.can_manage(uuid, text) is
'Whether the caller of the API may manage a workspace, and the members of a role in it: its owners all, its admins '
'all but owners, the service role all.';
revoke all on function nightshift.can_manage(uuid, text) from public;

create or replace function public.invite_member(p_workspace_id uuid, p_email text, p_role text default 'member')
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_invitation nightshift.invitations;
begin
  if not nightshift.can_manage(p_workspace_id, p_role) then
    raise exception 'workspace_not_managed: only owners and admins invite members, and only owners invite owners.'
      using errcode = 'PT403';
  end if;
  -- Two invitations at the same time are counted one after the other.
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  delete from nightshift.invitations i where i.workspace_id = p_workspace_id and i.expires_at <= now();
  perform nightshift.require_room('open_invitations', p_workspace_id, count(*), 'open invitations')
  from nightshift.invitations i
  where i.workspace_id = p_workspace_id and i.email <> lower(btrim(p_email));
  insert into nightshift.invitations as i (workspace_id, email, role, invited_by)
  values (p_workspace_id, lower(btrim(p_email)), p_role, (select auth.uid()))
  on conflict (workspace_id, email) do update
  set role = excluded.role, invited_by = excluded.invited_by, created_at = excluded.created_at,
    expires_at = excluded.expires_at
  returning i.* into v_invitation;
  return jsonb_build_object('id', v_invitation.id, 'expires_at', v_invitation.expires_at);
exception
  when check_violation or not_null_violation or foreign_key_violation then
    raise exception
      'invitation_invalid: an invitation needs a workspace, an email address and a role: owner, admin, member or '
      'viewer.'
      using errcode = 'PT400';
end
$$;
comment on function public.invite_member(uuid, text, text) is
'Invites an email address to a workspace and returns {id, expires_at}; the invitation can be accepted for 7 days. '
'Inviting the same address again replaces the invitation. For owners, admins (not as owner) and the service role. '
'Errors: PT403 workspace_not_managed, PT403 quota_exceeded, PT400 invitation_invalid.';
revoke all on function public.invite_member(uuid, text, text) from public, anon, authenticated, service_role;
grant execute on function public.invite_member(uuid, text, text) to authenticated, service_role;

create or replace function public.list_invitations(p_workspace_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  if p_workspace_id is not null and not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins see the invitations of a workspace.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', i.id, 'workspace_id', i.workspace_id, 'workspace_name', w.name, 'email', i.email, 'role', i.role,
      'created_at', i.created_at, 'expires_at', i.expires_at) order by i.created_at, i.id), '[]')
    from nightshift.invitations i
    join lateral (select to_jsonb(named) ->> 'name' as name from public.workspaces named
      where named.id = i.workspace_id) w on true
    where i.expires_at > now() and case when p_workspace_id is null
      then i.email = (select nightshift.my_confirmed_email()) else i.workspace_id = p_workspace_id end);
end
$$;
comment on function public.list_invitations(uuid) is
'Without an argument: the open invitations to the confirmed email address of the signed-in user. With a workspace: '
'its open invitations, for its owners, its admins and the service role. Error: PT403 workspace_not_managed.';
revoke all on function public.list_invitations(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_invitations(uuid) to authenticated, service_role;

create or replace function public.accept_invitation(p_invitation_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_invitation nightshift.invitations;
begin
  delete from nightshift.invitations i
  where i.id = p_invitation_id and i.expires_at > now() and i.email = nightshift.my_confirmed_email()
  returning i.* into v_invitation;
  -- Whoever invited may have lost the right to since.
  if v_invitation.id is null or (v_invitation.invited_by is not null and not exists (
    select from public.workspace_members m
    where m.workspace_id = v_invitation.workspace_id and m.user_id = v_invitation.invited_by
      and (m.role = 'owner' or (m.role = 'admin' and v_invitation.role <> 'owner'))))
  then
    raise exception 'invitation_not_found: there is no such open invitation to your confirmed email address.'
      using errcode = 'PT404';
  end if;
  perform from public.workspaces w where w.id = v_invitation.workspace_id for no key update;
  perform nightshift.require_room('members', v_invitation.workspace_id, count(*), 'members')
  from public.workspace_members m where m.workspace_id = v_invitation.workspace_id;
  insert into public.workspace_members (workspace_id, user_id, role)
  values (v_invitation.workspace_id, v_user_id, v_invitation.role)
  on conflict (workspace_id, user_id) do nothing;
  return v_invitation.workspace_id;
end
$$;
comment on function public.accept_invitation(uuid) is
'Makes the signed-in user a member as invited, and returns the workspace. The confirmed email address of the user '
'must be the invited one, and whoever invited must still be allowed to. A member keeps the role that they have. '
'Errors: PT404 invitation_not_found, PT403 quota_exceeded.';
revoke all on function public.accept_invitation(uuid) from public, anon, authenticated, service_role;
grant execute on function public.accept_invitation(uuid) to authenticated;

create or replace function public.end_invitation(p_invitation_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  delete from nightshift.invitations i
  where i.id = p_invitation_id
    and (i.email = nightshift.my_confirmed_email() or nightshift.can_manage(i.workspace_id, i.role));
  return found;
end
$$;
comment on function public.end_invitation(uuid) is
'Declines an invitation to your address, or withdraws one of a workspace that you manage. False when there is none.';
revoke all on function public.end_invitation(uuid) from public, anon, authenticated, service_role;
grant execute on function public.end_invitation(uuid) to authenticated, service_role;

-- 20261122000330_public_urls.sql

-- Public URLs: tells addresses on the internet from those of a private network.
--
-- A request that a database makes comes from inside the network of its host. On a hosted project it must
-- reach nothing there but what is public.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.is_private_ip(p_address inet) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select exists (
    select
    from unnest(array[
      '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
      '192.168.0.0/16', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
      '224.0.0.0/3', '::/96', '::ffff:0:0/96', '64:ff9b::/32', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16',
      '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'
    ]::inet[]) as reserved (network)
    where family(reserved.network) = family(p_address) and p_address <<= reserved.network)
$$;
comment on function nightshift.is_private_ip(inet) is
'Whether an IP address belongs to a private, local or otherwise reserved network, also when an IPv6 address contains '
'it.';
revoke all on function nightshift.is_private_ip(inet) from public;

create or replace function nightshift.is_public_url(p_url text) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  -- Everything up to the first slash, question mark or hash; a backslash counts as a slash in some programs.
  v_authority text := substring(lower(p_url) from '^https?://([^/?#\\\s]+)([/?#]|$)');
  v_host text;
begin
  if v_authority is null or v_authority ~ '@' or p_url ~ '[[:cntrl:]\s\\]' then
    return false;
  end if;
  if v_authority ~ '^\[' then
    v_host := substring(v_authority from '^\[([0-9a-f:.]+)\](:[0-9]{1,5})?$');
    return v_host is not null and not nightshift.is_private_ip(v_host::inet);
  end if;
  v_host := rtrim(substring(v_authority from '^([a-z0-9._-]+)(:[0-9]{1,5})?$'), '.');
  if v_host ~ '^[0-9]{1,3}(\.[0-9]{1,3}){3}$' then
    -- A leading zero means octal to some programs and decimal to others.
    return v_host !~ '(^|\.)0[0-9]' and not nightshift.is_private_ip(v_host::inet);
  end if;
  -- A name without a dot is local, and one whose last part is a number is an IP address in another spelling.
  return coalesce(v_host ~ '\.' and v_host !~ '(^|\.)(0x[0-9a-f]*|[0-9]+)$' and v_host !~ '\.\.'
    and v_host !~ '(^|\.)(localhost|localdomain6?|local|internal|intranet|lan|home|corp|private|svc)$'
    and v_host !~ '(^|\.)(test|invalid|onion|arpa)$'
    -- Services whose names lead to the address that is written in them, or to this machine.
    and v_host !~ '(^|\.)(nip\.io|sslip\.io|xip\.io|xip\.name|1u\.ms|rbndr\.us)$'
    and v_host !~ '(^|\.)(localtest|lvh|traefik|vcap|fuf)\.me$|(^|\.)lacolhost\.com$', false);
exception
  when invalid_text_representation then
    return false;
end
$$;
comment on function nightshift.is_public_url(text) is
'Whether a URL names a host on the internet: no private or local address in any spelling, no local name, no user '
'name. A public name can still lead to a private address; that is for the network of the host to refuse.';
revoke all on function nightshift.is_public_url(text) from public;

create or replace function nightshift.is_alert_address(p_url text) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  -- Only a project that runs in a private network itself, such as a local stack, may post into one.
  return nightshift.is_public_url(p_url)
    or coalesce(nightshift.read_secret('project_url') <> ''
      and not nightshift.is_public_url(nightshift.read_secret('project_url')), false);
end
$$;
comment on function nightshift.is_alert_address(text) is
'Whether alerts may be posted to a URL: a public one, or any when the project_url in Vault is not public itself.';
revoke all on function nightshift.is_alert_address(text) from public;

create or replace function nightshift.check_alert_address() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if not nightshift.is_alert_address(new.webhook_url) then
    raise exception
      'alert_address_private: alerts of a hosted project go to public addresses only, and % is not public.',
      left(new.webhook_url, 200)
      using errcode = 'PT400';
  end if;
  return new;
end
$$;
comment on function nightshift.check_alert_address() is
'Refuses a rule for alerts to a private address. Error: PT400 alert_address_private.';
revoke all on function nightshift.check_alert_address() from public;

-- 20261122000400_autonomous_tasks.sql

-- Autonomous tasks: the log of every execution, with its constraints, eight indexes, three policies
-- and its summary function.
--
-- You can paste this file alone into the SQL editor of a project that has public.workspaces(id uuid).
-- Without the migrations before it, no signed-in user sees any task until you run them.
-- Locks: brief exclusive lock on public.autonomous_tasks. Time: below a second on an existing log of
-- our own shape, which keeps its rows. Any other shape is rejected.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null and (
    select array_agg(a.attname::text order by a.attname)
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.autonomous_tasks') and a.attnum > 0 and not a.attisdropped
  ) <> array[
    'agent_name', 'completed_at', 'cost_estimate_usd', 'created_at', 'duration_ms', 'error_message', 'executed_at',
      'id',
    'input_data', 'output_data', 'status', 'task_type', 'triggered_by', 'updated_at', 'workspace_id'
  ] then
    raise exception
      'public.autonomous_tasks exists, but not with the 15 columns of this migration; nothing was changed.'
      using hint = 'Rename that table, run this migration again, and copy over the rows that you want to keep.';
  end if;
end
$$;

create schema if not exists nightshift;

create or replace function nightshift.time_ordered_uuid() returns uuid
language sql volatile parallel safe set search_path = ''
as $$
  -- RFC 9562 version 7: the first 48 bits are milliseconds since 1970, bits 52 and 53 turn version 4 into 7.
  select encode(
    set_bit(set_bit(
      overlay(
        uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6
      ), 52, 1), 53, 1),
    'hex')::uuid
$$;
comment on function nightshift.time_ordered_uuid() is
'A UUID version 7 (RFC 9562): new rows sit side by side in the primary key, on every supported PostgreSQL.';
revoke all on function nightshift.time_ordered_uuid() from public;
grant execute on function nightshift.time_ordered_uuid() to authenticated, service_role;

do $$
begin
  if to_regprocedure('nightshift.my_workspaces()') is null then
    create function nightshift.my_workspaces() returns setof uuid
    language sql stable set search_path = '' as 'select null::uuid where false';
    create function nightshift.my_writable_workspaces() returns setof uuid
    language sql stable set search_path = '' as 'select null::uuid where false';
    grant execute on function nightshift.my_workspaces(), nightshift.my_writable_workspaces() to authenticated;
  end if;
  -- The migration runner_rows replaces this: until then no row belongs to the runner.
  if to_regprocedure('nightshift.is_runner_row(uuid)') is null then
    create function nightshift.is_runner_row(p_task_id uuid) returns boolean
    language sql stable security definer cost 1 set search_path = '' as 'select false';
    comment on function nightshift.is_runner_row(uuid) is 'Whether a task row was written by the runner.';
    revoke all on function nightshift.is_runner_row(uuid) from public;
    grant execute on function nightshift.is_runner_row(uuid) to authenticated;
  end if;
end
$$;

create or replace function nightshift.is_bounded_document(p_document jsonb) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  c_most_characters constant integer := 1048576;
begin
  if jsonb_path_exists(p_document, 'strict $.**{32}') then
    return false;
  end if;
  -- Eight bytes can hold a number that is written with 131,072 digits, so numbers are checked before the text.
  if exists (
    select
    from jsonb_array_elements(jsonb_path_query_array(p_document, 'strict $.** ? (@.type() == "number")')) as n (value)
    where scale(n.value::numeric) > 400 or abs(n.value::numeric) >= 1e309
  ) then
    return false;
  end if;
  return pg_column_size(p_document) < 2048 or length(p_document::text) <= c_most_characters;
end
$$;
comment on function nightshift.is_bounded_document(jsonb) is
'Whether a document is safe to read everywhere: at most 32 levels deep, numbers below 1e309 with at most 400 '
'decimals, at most 1 MB when it is written as text.';
revoke all on function nightshift.is_bounded_document(jsonb) from public;
grant execute on function nightshift.is_bounded_document(jsonb) to authenticated, service_role;

create table if not exists public.autonomous_tasks (
  -- nightshift.time_ordered_uuid(), spelled out: the call would cost a single insert 40 microseconds.
  id uuid primary key default encode(
    set_bit(set_bit(
      overlay(
        uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6
      ), 52, 1), 53, 1),
    'hex')::uuid,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  task_type text not null,
  status text not null default 'pending',
  input_data jsonb,
  output_data jsonb,
  error_message text,
  executed_at timestamptz not null default now(),
  completed_at timestamptz,
  duration_ms integer,
  triggered_by text not null default 'api',
  agent_name text,
  cost_estimate_usd numeric,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint task_type_is_known check (task_type in (
    'continuous_intelligence_update', 'daily_analytics_rollup', 'weekly_report_generation',
    'monthly_summary', 'email_sync', 'contact_enrichment', 'lead_scoring_batch',
    'campaign_optimization', 'content_calendar_sync', 'social_media_posting',
    'data_cleanup', 'system_health_check'
  )),
  constraint status_is_known check (status in (
    'pending', 'running', 'completed', 'failed', 'partial_failure', 'cancelled'
  )),
  constraint triggered_by_is_known check (triggered_by in ('cron', 'user', 'api', 'system')),
  constraint completed_at_is_set_when_finished check (
    (completed_at is not null) = (status in ('completed', 'failed', 'partial_failure', 'cancelled'))
  ),
  constraint completed_at_is_not_before_executed_at check (completed_at >= executed_at),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint cost_is_from_zero_to_a_billion check (cost_estimate_usd >= 0 and cost_estimate_usd < 1e9),
  constraint cost_has_at_most_40_decimals check (scale(cost_estimate_usd) <= 40),
  constraint executed_at_is_in_this_century check (executed_at >= '2000-01-01Z' and executed_at < '2100-01-01Z'),
  constraint completed_at_is_in_this_century check (completed_at >= '2000-01-01Z' and completed_at < '2100-01-01Z'),
  constraint created_at_is_in_this_century check (created_at >= '2000-01-01Z' and created_at < '2100-01-01Z'),
  constraint agent_name_has_1_to_200_characters check (length(agent_name) between 1 and 200),
  constraint error_message_has_at_most_10000_characters check (length(error_message) <= 10000),
  constraint input_data_has_at_most_256_kb check (pg_column_size(input_data) <= 262144),
  constraint output_data_has_at_most_256_kb check (pg_column_size(output_data) <= 262144),
  -- A document of fewer than 309 characters holds no number of 309 digits, and checking that takes a microsecond.
  constraint input_data_unfolds_to_at_most_1_mb check (
    input_data is null or (pg_column_size(input_data) < 512 and length(input_data::text) < 309
      and not jsonb_path_exists(input_data, 'strict $.**{32}'))
    or nightshift.is_bounded_document(input_data)),
  constraint output_data_unfolds_to_at_most_1_mb check (
    output_data is null or (pg_column_size(output_data) < 512 and length(output_data::text) < 309
      and not jsonb_path_exists(output_data, 'strict $.**{32}'))
    or nightshift.is_bounded_document(output_data))
);

-- The lists of the contract are written once, in the constraints above. Everything else asks these functions.

create or replace function nightshift.words_of(p_constraint text) returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array_agg(word.value[1] order by word.position)
  from pg_catalog.pg_constraint c
  cross join lateral regexp_matches(pg_catalog.pg_get_constraintdef(c.oid), '''([a-z_]+)''::text', 'g')
    with ordinality as word (value, position)
  where c.conrelid = to_regclass('public.autonomous_tasks') and c.conname = p_constraint
$$;
comment on function nightshift.words_of(text) is
'The words that a constraint of autonomous_tasks allows, in the order of the contract; null without that table.';
revoke all on function nightshift.words_of(text) from public;

create or replace function nightshift.task_types() returns text[]
language sql immutable parallel safe security definer set search_path = ''
as $$ select nightshift.words_of('task_type_is_known') $$;
comment on function nightshift.task_types() is 'The 12 task types.';
revoke all on function nightshift.task_types() from public;
grant execute on function nightshift.task_types() to authenticated, service_role;

create or replace function nightshift.task_statuses() returns text[]
language sql immutable parallel safe set search_path = '' as $$ select nightshift.words_of('status_is_known') $$;
comment on function nightshift.task_statuses() is 'The 6 statuses of a task.';
revoke all on function nightshift.task_statuses() from public;

create or replace function nightshift.task_triggers() returns text[]
language sql immutable parallel safe set search_path = '' as $$ select nightshift.words_of('triggered_by_is_known') $$;
comment on function nightshift.task_triggers() is 'What can trigger a task: cron, user, api or system.';
revoke all on function nightshift.task_triggers() from public;

comment on table public.autonomous_tasks is
'Log of every execution of an autonomous task. Rows without a workspace are system rows: one for each run, invisible '
'to members. Rows that the runner wrote can be changed by nobody else.';
comment on column public.autonomous_tasks.id is 'time-ordered UUID';
comment on column public.autonomous_tasks.workspace_id is 'the workspace it worked for; null for system rows';
comment on column public.autonomous_tasks.task_type is 'one of 12 task types';
comment on column public.autonomous_tasks.status is
'pending → running | failed | cancelled; running → completed | failed | partial_failure | cancelled; the last four '
'are final';
comment on column public.autonomous_tasks.input_data is
'parameters; for people: nothing of Nightshift reads them to decide anything';
comment on column public.autonomous_tasks.output_data is 'results';
comment on column public.autonomous_tasks.error_message is 'what went wrong and what to do about it';
comment on column public.autonomous_tasks.executed_at is
'when it started, in the years 2000 to 2099; set again when a pending task starts running';
comment on column public.autonomous_tasks.completed_at is 'when it ended; set by the database where the writer did not';
comment on column public.autonomous_tasks.duration_ms is
'milliseconds from executed_at to completed_at, computed; at most 2147483647, which means that long or longer';
comment on column public.autonomous_tasks.triggered_by is 'cron, user, api or system';
comment on column public.autonomous_tasks.agent_name is 'who did it';
comment on column public.autonomous_tasks.cost_estimate_usd is 'cost of models and services, in US dollars';
comment on column public.autonomous_tasks.created_at is 'when the row was written';
comment on column public.autonomous_tasks.updated_at is 'when the row last changed, computed';

-- The rollback block of the Migration 043 contract drops this trigger and this function by name.

create or replace function public.update_autonomous_tasks_updated_at() returns trigger
language plpgsql set search_path = ''
as $$
declare
  c_final constant text[] := array['completed', 'failed', 'partial_failure', 'cancelled'];
  c_clock_skew constant interval := interval '5 seconds';
  c_first_time constant timestamptz := timestamptz '2000-01-01 00:00:00Z';
  c_end_of_time constant timestamptz := timestamptz '2100-01-01 00:00:00Z';
begin
  if tg_op = 'UPDATE' then
    if old.status = any (c_final) then
      -- Reporting the same end twice is allowed, reporting another one is not. What it cost may be known
      -- later, so the owner of the log, and with it our own ledger, may correct the cost.
      if (new.workspace_id, new.task_type, new.status, new.input_data, new.output_data, new.error_message,
          new.triggered_by, new.agent_name)
        is distinct from
        (old.workspace_id, old.task_type, old.status, old.input_data, old.output_data, old.error_message,
          old.triggered_by, old.agent_name)
        or (new.cost_estimate_usd is distinct from old.cost_estimate_usd and not pg_has_role(
          current_user, (select c.relowner from pg_catalog.pg_class c where c.oid = tg_relid), 'member'))
      then
        raise exception 'task_already_finished: task % is % and stays as it was recorded.', old.id, old.status
          using errcode = 'PT409';
      end if;
      if new.cost_estimate_usd is distinct from old.cost_estimate_usd then
        old.cost_estimate_usd := new.cost_estimate_usd;
        old.updated_at := clock_timestamp();
      end if;
      return old;
    end if;
    if new.status <> old.status and not (
      (old.status = 'pending' and new.status in ('running', 'failed', 'cancelled'))
      or (old.status = 'running' and new.status = any (c_final))
    ) then
      raise exception 'task_transition_invalid: a task that is % cannot become %.', old.status, new.status
        using errcode = 'PT409';
    end if;
    if old.status = 'pending' and new.status = 'running' and new.executed_at = old.executed_at then
      new.executed_at := clock_timestamp();
    end if;
  end if;

  if not (new.executed_at >= c_first_time and new.executed_at < c_end_of_time
    and coalesce(new.completed_at, new.executed_at) >= c_first_time
    and coalesce(new.completed_at, new.executed_at) < c_end_of_time)
  then
    raise exception 'task_time_invalid: executed_at and completed_at must be in the years 2000 to 2099.'
      using errcode = 'PT422';
  end if;

  if new.status = any (c_final) then
    new.completed_at := coalesce(new.completed_at, greatest(clock_timestamp(), new.executed_at));
    if new.completed_at < new.executed_at - c_clock_skew then
      raise exception 'task_time_invalid: completed_at (%) is before executed_at (%).', new.completed_at,
        new.executed_at
        using errcode = 'PT422';
    end if;
    new.completed_at := greatest(new.completed_at, new.executed_at);
    new.duration_ms := least(
      round((extract(epoch from new.completed_at) - extract(epoch from new.executed_at)) * 1000), 2147483647
    )::integer;
  else
    new.duration_ms := null;
  end if;
  new.updated_at := clock_timestamp();
  return new;
end
$$;
comment on function public.update_autonomous_tasks_updated_at() is
'Keeps the life of a task: transitions, start and end, duration_ms, updated_at. Errors: PT409 '
'task_transition_invalid, task_already_finished; PT422 task_time_invalid. A completed_at up to 5 s before '
'executed_at is clock skew and is set to it.';
revoke all on function public.update_autonomous_tasks_updated_at() from public, anon, authenticated, service_role;

create or replace trigger trigger_autonomous_tasks_updated_at
before insert or update on public.autonomous_tasks
for each row execute function public.update_autonomous_tasks_updated_at();

-- Column grants cannot do this: PostgREST's upsert sends every column, changed or not, and would be rejected.

create or replace function nightshift.keep_task_identity() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    -- The owner may import a log with its history. For everybody else the clock of the database counts.
    if not pg_catalog.pg_has_role(
      coalesce(nullif(current_setting('role', true), 'none'), session_user), current_user, 'member')
    then
      new.created_at := now();
    end if;
    return new;
  end if;
  if (old.id, old.workspace_id, old.task_type) is distinct from (new.id, new.workspace_id, new.task_type) then
    raise exception 'task_identity_fixed: id, workspace_id and task_type of a task cannot change; log another task.'
      using errcode = 'insufficient_privilege';
  end if;
  new.created_at := old.created_at;
  return new;
end
$$;
comment on function nightshift.keep_task_identity() is
'Keeps id, workspace_id, task_type and created_at of a task as they were written, whoever updates the row. A new row '
'gets the time of the database as created_at, unless the owner of the table writes it. Error: 42501 '
'task_identity_fixed.';
revoke all on function nightshift.keep_task_identity() from public;

-- Triggers run in the order of their names: the step is judged first, as it was sent.
create or replace trigger zz_keep_creation_time
before insert on public.autonomous_tasks
for each row when (new.created_at is distinct from now())
execute function nightshift.keep_task_identity();
create or replace trigger zz_keep_identity
before update on public.autonomous_tasks
for each row when (
  old.id is distinct from new.id or old.workspace_id is distinct from new.workspace_id
  or old.task_type is distinct from new.task_type or old.created_at is distinct from new.created_at)
execute function nightshift.keep_task_identity();

-- Eight with the primary key; each serves a query that the tests name.

create index if not exists autonomous_tasks_recent_idx
on public.autonomous_tasks (workspace_id, executed_at);
create index if not exists autonomous_tasks_failures_idx
on public.autonomous_tasks (workspace_id, executed_at) where status in ('failed', 'partial_failure');
create index if not exists autonomous_tasks_workspace_unfinished_idx
on public.autonomous_tasks (workspace_id, executed_at) where status in ('pending', 'running');
create index if not exists autonomous_tasks_unfinished_idx
on public.autonomous_tasks (executed_at) where status in ('pending', 'running');
create index if not exists autonomous_tasks_system_idx
on public.autonomous_tasks (task_type, executed_at) where workspace_id is null;
create index if not exists autonomous_tasks_age_idx
on public.autonomous_tasks (executed_at);
-- Equal keys share one entry, so it stays small. It answers at once that there is nothing to find.
create index if not exists autonomous_tasks_type_idx
on public.autonomous_tasks (workspace_id, task_type, agent_name);

-- PostgREST tells a caller the planner's estimate (Prefer: count=planned), and estimates are made from the rows
-- of all tenants. Without statistics an estimate is the same for every value.
do $$
declare
  v_column text;
begin
  for v_column in
    select a.attname
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.autonomous_tasks'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attstattarget is distinct from 0
      and a.attname in ('agent_name', 'error_message', 'input_data', 'output_data', 'triggered_by', 'cost_estimate_usd',
        'duration_ms')
  loop
    execute format('alter table public.autonomous_tasks alter column %I set statistics 0', v_column);
  end loop;
end
$$;

alter table public.autonomous_tasks enable row level security;
revoke all on public.autonomous_tasks from anon, authenticated, service_role;
grant select, insert, update on public.autonomous_tasks to authenticated;
grant select, insert, update, delete on public.autonomous_tasks to service_role;

-- PostgreSQL checks policies in the order of their names, and stops at the first that allows a row: a
-- read never asks the second. A row of the runner is out of reach for FOR UPDATE too, so that no member
-- can hold a lock that a run would wait for.
drop policy if exists "Workspace isolation: members read" on public.autonomous_tasks;
create policy "Workspace isolation: members read" on public.autonomous_tasks
  for select to authenticated
  using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "Workspace isolation: writers log" on public.autonomous_tasks;
create policy "Workspace isolation: writers log" on public.autonomous_tasks
  for all to authenticated
  using (workspace_id in (select nightshift.my_writable_workspaces()) and not nightshift.is_runner_row(id))
  with check (workspace_id in (select nightshift.my_writable_workspaces()) and triggered_by <> 'system');
drop policy if exists "Service role access and system insert" on public.autonomous_tasks;
create policy "Service role access and system insert" on public.autonomous_tasks
  for all to service_role, postgres using (true) with check (true);
-- The policies of earlier versions.
drop policy if exists "Workspace isolation: members read, writers log" on public.autonomous_tasks;
drop policy if exists "Service role access" on public.autonomous_tasks;
drop policy if exists "System insert capability" on public.autonomous_tasks;

create or replace function public.get_autonomous_task_summary(
  p_workspace_id uuid,
  p_task_type text default null,
  p_hours_back integer default 24
)
returns table (
  task_type text,
  total_executions bigint,
  successful_executions bigint,
  failed_executions bigint,
  avg_duration_ms numeric,
  total_cost_usd numeric,
  last_execution timestamptz
)
-- Planned for the workspace at hand: a plan for the average one sorts a busy one's rows on disk.
language plpgsql stable security invoker set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  if p_hours_back is null or p_hours_back not between 1 and 87600 then
    raise exception 'hours_back_out_of_range: p_hours_back must be from 1 to 87600 hours (10 years).'
      using errcode = 'PT400';
  end if;
  return query
  select
    t.task_type,
    count(*),
    count(*) filter (where t.status = 'completed'),
    count(*) filter (where t.status in ('failed', 'partial_failure')),
    round(avg(t.duration_ms), 2),
    coalesce(sum(t.cost_estimate_usd), 0),
    max(t.executed_at)
  from public.autonomous_tasks t
  where t.workspace_id = p_workspace_id
    and t.executed_at > now() - make_interval(hours => p_hours_back)
    and (p_task_type is null or t.task_type = p_task_type)
  group by t.task_type
  order by t.task_type;
end
$$;
comment on function public.get_autonomous_task_summary(uuid, text, integer) is
'Executions of one workspace by task type over the last p_hours_back hours (1 to 87600): total, completed, failed or '
'partially failed, average duration in ms, cost in USD, latest start. Runs with the caller''s rights. Error: PT400 '
'hours_back_out_of_range.';
revoke all on function public.get_autonomous_task_summary(uuid, text, integer) from public, anon;
grant execute on function public.get_autonomous_task_summary(uuid, text, integer) to authenticated, service_role;

-- The Migration 043 contract (docs/reference/verification.md) prints these six lines, character by character, when the
-- migration has worked. It counts what it made first: with a wrong count it fails instead.

do $$
declare
  v_line text;
begin
  if (select count(*) from pg_catalog.pg_indexes where schemaname = 'public' and tablename = 'autonomous_tasks') <> 8
    or (select count(*) from pg_catalog.pg_policies where schemaname = 'public' and tablename = 'autonomous_tasks') <> 3
  then
    raise exception 'public.autonomous_tasks has other indexes or policies than the 8 and 3 of this migration.'
      using hint =
        'A table of that name existed before. Drop what is not listed in this file, or rename the table, and run it '
        'again.';
  end if;
  foreach v_line in array array[
    '✅ Migration 043 Complete!',
    '📊 autonomous_tasks table: CREATED',
    '📊 Indexes created: 8',
    '📊 RLS policies created: 3',
    '📊 Helper function: CREATED',
    '✨ SUCCESS: Autonomous tasks infrastructure ready!'
  ] loop
    raise notice '%', v_line;
  end loop;
end
$$;

select line as "Expected Output"
from (values
  (1, '✅ Migration 043 Complete!'),
  (2, '📊 autonomous_tasks table: CREATED'),
  (3, '📊 Indexes created: ' || (
    select count(*) from pg_catalog.pg_indexes where schemaname = 'public' and tablename = 'autonomous_tasks')),
  (4, '📊 RLS policies created: ' || (
    select count(*) from pg_catalog.pg_policies where schemaname = 'public' and tablename = 'autonomous_tasks')),
  (5, '📊 Helper function: ' || case
    when to_regprocedure('public.get_autonomous_task_summary(uuid, text, integer)') is not null then 'CREATED'
    else 'MISSING' end),
  (6, '✨ SUCCESS: Autonomous tasks infrastructure ready!')
) as report (position, line)
order by position;

-- 20261122000410_task_quotas.sql

-- Task quotas: counts the tasks that users and ingest tokens log, and refuses what is beyond the quota of the day.
--
-- Rows of the runner and of the service role itself are not counted, so no tenant's lock on a counter is in their way.
-- Locks: brief exclusive lock on public.autonomous_tasks. Time: milliseconds.

create or replace function nightshift.count_tasks() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.count_intake(w.workspace_id, 'task', case tg_op when 'INSERT' then w.items else 0 end, w.bytes)
  from (
    select n.workspace_id, count(*) as items, sum(pg_column_size(n)) as bytes
    from new_tasks n
    where n.workspace_id is not null
    group by n.workspace_id
    order by n.workspace_id
  ) w;
  return null;
end
$$;
comment on function nightshift.count_tasks() is
'Counts the tasks of a statement, and the bytes that it wrote, against the quotas of their workspaces. Error: PT429 '
'daily_quota_exceeded.';
revoke all on function nightshift.count_tasks() from public;

-- nightshift.caller_kind is set for the length of a transaction by public.admit_caller.
create or replace trigger count_new_tasks
after insert on public.autonomous_tasks
referencing new table as new_tasks
for each statement when (current_user = 'authenticated'
  or current_setting('nightshift.caller_kind', true) in ('user', 'token'))
execute function nightshift.count_tasks();
create or replace trigger count_changed_tasks
after update on public.autonomous_tasks
referencing new table as new_tasks
for each statement when (current_user = 'authenticated'
  or current_setting('nightshift.caller_kind', true) in ('user', 'token'))
execute function nightshift.count_tasks();

-- 20261122000500_client_emails.sql

-- Client emails: what came in.
--
-- An existing public.client_emails with the columns listed below is adopted: columns that are missing for the
-- text of the emails are added, its rows wait for analysis as soon as the migration email_queue has run, and
-- its rights and policies stay as they are.
-- Locks: public.client_emails exclusively for milliseconds; writers wait half a second for it at most.
-- New columns have no default that would rewrite the table.

do $$
declare
  v_column record;
begin
  if to_regclass('public.client_emails') is null then
    create table public.client_emails (
      id uuid primary key default nightshift.time_ordered_uuid(),
      workspace_id uuid not null references public.workspaces (id) on delete cascade,
      provider_message_id text not null,
      provider_thread_id text,
      from_email text,
      from_name text,
      to_emails text[] not null default '{}',
      cc_emails text[],
      subject text,
      snippet text,
      body_text text,
      body_html text,
      headers jsonb,
      attachments jsonb,
      direction text not null default 'inbound',
      received_at timestamptz not null default now(),
      intelligence_analyzed boolean not null default false,
      analyzed_at timestamptz,
      created_at timestamptz not null default now(),
      constraint client_emails_message_is_unique_in_workspace unique (workspace_id, provider_message_id),
      constraint direction_is_known check (direction in ('inbound', 'outbound')),
      constraint received_at_is_from_1970_to_2099 check (received_at >= '1970-01-01Z' and received_at < '2100-01-01Z'),
      constraint headers_unfold_to_at_most_1_mb check (nightshift.is_bounded_document(headers)),
      constraint attachments_are_a_bounded_list check (
        nightshift.is_bounded_document(attachments) and jsonb_typeof(attachments) = 'array'
      )
    );
    alter table public.client_emails enable row level security;
    revoke all on public.client_emails from anon, authenticated, service_role;
    grant select on public.client_emails to authenticated;
    grant select, insert, update, delete on public.client_emails to service_role;
    create policy "members read the emails of their workspaces" on public.client_emails
      for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
    create policy "service role manages emails" on public.client_emails
      to service_role using (true) with check (true);
    -- PostgREST tells a caller the planner's estimate (Prefer: count=planned), and estimates are made from the rows
    -- of all tenants. Without statistics an estimate is the same for every value.
    for v_column in
      select a.attname as name from pg_catalog.pg_attribute a
      where a.attrelid = 'public.client_emails'::regclass and a.attnum > 0 and not a.attisdropped
    loop
      execute format('alter table public.client_emails alter column %I set statistics 0', v_column.name);
    end loop;
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.client_emails');
  end if;
end
$$;

-- A table that was there before must have what the queue relies on. It gets the columns for texts.
do $$
declare
  v_missing text;
  v_column record;
begin
  select string_agg(format('"%s" (%s)', needed.name, needed.type), ', ' order by needed.position) into v_missing
  from (values
    (1, 'id', 'uuid'), (2, 'workspace_id', 'uuid'), (3, 'provider_message_id', 'text'), (4, 'from_email', 'text'),
    (5, 'to_emails', 'text[]'), (6, 'subject', 'text'), (7, 'snippet', 'text'), (8, 'direction', 'text'),
    (9, 'received_at', 'timestamptz'), (10, 'intelligence_analyzed', 'boolean'), (11, 'analyzed_at', 'timestamptz'),
    (12, 'created_at', 'timestamptz')
  ) as needed (position, name, type)
  where not exists (
    select
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.client_emails'::regclass and a.attname = needed.name
      and a.atttypid = needed.type::regtype and not a.attisdropped
  );
  if v_missing is not null then
    raise exception 'public.client_emails exists, but without %; nothing was changed.', v_missing
      using hint =
        'Nightshift adopts a table of emails only with these columns. Add them or rename the table, then run this '
        'migration again.';
  end if;

  -- Without the first nothing can refer to an email, without the second an email could be stored twice.
  select string_agg(format('(%s)', array_to_string(needed.names, ', ')), ' and ' order by cardinality(needed.names))
  into v_missing
  from (values (array['id']), (array['provider_message_id', 'workspace_id'])) as needed (names)
  where not exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = 'public.client_emails'::regclass and i.indisunique and i.indpred is null and i.indexprs is null
      and i.indisvalid and i.indimmediate
      and needed.names = (
        select array_agg(a.attname::text order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      )
  );
  if v_missing is not null then
    raise exception 'public.client_emails exists, but nothing makes % unique; nothing was changed.', v_missing
      using hint =
        'Add the unique constraint or primary key, one that is not deferrable, then run this migration again.';
  end if;

  for v_column in
    select *
    from (values
      ('provider_thread_id', 'text'), ('from_name', 'text'), ('cc_emails', 'text[]'), ('body_text', 'text'),
      ('body_html', 'text'), ('headers', 'jsonb'), ('attachments', 'jsonb')
    ) as wanted (name, type)
    where not exists (
      select
      from pg_catalog.pg_attribute a
      where a.attrelid = 'public.client_emails'::regclass and a.attname = wanted.name and not a.attisdropped
    )
  loop
    perform nightshift.lock_briefly('public.client_emails', 'access exclusive');
    execute format('alter table public.client_emails add column %I %s', v_column.name, v_column.type);
    insert into nightshift.installed_objects (kind, name) values ('column', 'public.client_emails.' || v_column.name);
  end loop;
end
$$;

comment on table public.client_emails is 'Emails of the workspaces, as received. Inbound emails are analyzed once.';
comment on column public.client_emails.id is 'time-ordered UUID';
comment on column public.client_emails.workspace_id is 'the workspace that it belongs to';
comment on column public.client_emails.provider_message_id is
'Message-ID without angle brackets, with a suffix when different emails share one; unique in its workspace';
comment on column public.client_emails.from_email is 'sender''s address';
comment on column public.client_emails.to_emails is 'recipients'' addresses';
comment on column public.client_emails.subject is 'subject line, decoded';
comment on column public.client_emails.snippet is 'beginning of the text, for lists';
comment on column public.client_emails.direction is 'inbound or outbound; only inbound emails are analyzed';
comment on column public.client_emails.received_at is
'when it was sent, by its Date header in the years 1970 to 2099, else when it came in';
comment on column public.client_emails.intelligence_analyzed is 'true once its intelligence is stored';
comment on column public.client_emails.analyzed_at is 'when that was';
comment on column public.client_emails.created_at is 'when the row was written';
comment on column public.client_emails.from_name is 'sender''s display name';
comment on column public.client_emails.cc_emails is 'addresses in copy';
comment on column public.client_emails.body_text is 'plain text; derived from the HTML when there was none';
comment on column public.client_emails.body_html is 'HTML as sent';
comment on column public.client_emails.provider_thread_id is 'Message-ID of the first email of the thread, if known';
comment on column public.client_emails.headers is 'selected header fields, names in lower case';
comment on column public.client_emails.attachments is
'the files that came with it, at most 50: name, type, size in bytes. Their content is not stored';

-- 20261122000510_email_intelligence.sql

-- Email intelligence: what was extracted from each email, and where the email says it.
--
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create or replace function nightshift.intents() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array[
    'meeting_request', 'question', 'proposal', 'complaint', 'feedback', 'support_request',
    'sales_inquiry', 'partnership', 'introduction', 'follow_up', 'information_sharing', 'other'
  ]
$$;
comment on function nightshift.intents() is 'The 12 intents of an email.';
revoke all on function nightshift.intents() from public;
grant execute on function nightshift.intents() to service_role;

create or replace function nightshift.analyzers() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['rules', 'anthropic', 'openai-compatible'] $$;
comment on function nightshift.analyzers() is 'Who can read emails: the built-in rules, or a model of a provider.';
revoke all on function nightshift.analyzers() from public;
grant execute on function nightshift.analyzers() to service_role;

create table if not exists public.email_intelligence (
  id uuid primary key default nightshift.time_ordered_uuid(),
  email_id uuid not null unique references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  primary_intent text not null,
  secondary_intents text[] not null default '{}',
  sentiment text not null,
  urgency_level text not null,
  key_topics text[] not null default '{}',
  entities_mentioned text[] not null default '{}',
  pain_points text[] not null default '{}',
  questions_asked text[] not null default '{}',
  action_items text[] not null default '{}',
  business_opportunity text,
  budget_mentioned boolean not null,
  timeline_mentioned boolean not null,
  decision_maker boolean not null,
  confidence_score integer not null,
  urgency_reasons text[] not null default '{}',
  dates jsonb not null default '[]',
  money jsonb not null default '[]',
  contact jsonb,
  read_instead text,
  summary text,
  needs_reply boolean not null,
  is_bulk boolean not null,
  is_automated boolean not null,
  automated_kind text,
  language text,
  evidence jsonb not null default '[]',
  analyzed_text text,
  analyzer text not null,
  analyzer_version integer not null,
  degraded boolean not null default false,
  extraction_model text not null,
  extracted_at timestamptz not null default now(),
  run_id uuid,
  constraint primary_intent_is_known check (primary_intent = any (nightshift.intents())),
  constraint secondary_intents_are_known check (secondary_intents <@ nightshift.intents()),
  constraint sentiment_is_known check (sentiment in ('positive', 'neutral', 'negative')),
  constraint urgency_level_is_known check (urgency_level in ('low', 'medium', 'high', 'critical')),
  constraint at_most_5_key_topics check (cardinality(key_topics) <= 5),
  constraint at_most_20_entities_mentioned check (cardinality(entities_mentioned) <= 20),
  constraint at_most_10_pain_points check (cardinality(pain_points) <= 10),
  constraint at_most_10_questions_asked check (cardinality(questions_asked) <= 10),
  constraint at_most_10_action_items check (cardinality(action_items) <= 10),
  constraint at_most_20_urgency_reasons check (cardinality(urgency_reasons) <= 20),
  constraint read_instead_is_known check (
    read_instead in ('forwarded_email', 'quoted_email', 'form', 'memo', 'signature', 'invitation', 'subject')
  ),
  constraint confidence_score_is_a_percentage check (confidence_score between 0 and 100),
  constraint dates_are_up_to_20_texts_with_values check (
    case when jsonb_typeof(dates) = 'array' then
      jsonb_array_length(dates) <= 20 and jsonb_array_length(dates) = jsonb_array_length(jsonb_path_query_array(
        dates, '$[*] ? (@.text.type() == "string" && (@.value.type() == "string" || @.value.type() == "null"))'))
    else false end),
  constraint money_is_up_to_20_texts_with_amounts check (
    case when jsonb_typeof(money) = 'array' then
      jsonb_array_length(money) <= 20 and jsonb_array_length(money) = jsonb_array_length(jsonb_path_query_array(
        money, '$[*] ? (@.text.type() == "string" && @.amount.type() == "number"
          && (@.currency.type() == "null" || @.currency like_regex "^[A-Z]{3}$"))'))
    else false end),
  constraint contact_has_three_texts_and_three_lists check (
    contact is null or jsonb_path_exists(contact, '$ ? (
      (@.name.type() == "string" || @.name.type() == "null")
      && (@.organisation.type() == "string" || @.organisation.type() == "null")
      && (@.position.type() == "string" || @.position.type() == "null")
      && @.phones.type() == "array" && @.phones.size() <= 20
      && @.emails.type() == "array" && @.emails.size() <= 20
      && @.urls.type() == "array" && @.urls.size() <= 20)')),
  -- Not "between": inside "and", PostgreSQL prints it differently after a dump and restore.
  constraint summary_is_one_line_of_up_to_280_characters check (
    length(summary) >= 1 and length(summary) <= 280 and summary !~ '[\n\r]'),
  constraint automated_kind_is_known check (automated_kind in ('bounce', 'out_of_office', 'notification')),
  constraint automated_mail_has_a_kind check (is_automated = (automated_kind is not null)),
  constraint language_is_a_code check (language ~ '^[a-z]{2,3}$'),
  constraint evidence_is_a_list_of_up_to_200 check (
    case when jsonb_typeof(evidence) = 'array' then jsonb_array_length(evidence) <= 200 else false end),
  constraint analyzed_text_has_1_to_65536_characters check (length(analyzed_text) between 1 and 65536),
  constraint analyzer_is_known check (analyzer = any (nightshift.analyzers())),
  constraint analyzer_version_is_positive check (analyzer_version >= 1)
);
create index if not exists email_intelligence_workspace_idx
on public.email_intelligence (workspace_id, extracted_at desc);
create index if not exists email_intelligence_run_idx
on public.email_intelligence (run_id, workspace_id) where run_id is not null;

comment on table public.email_intelligence is
'What was extracted from an email, one record each. Every fact has its place in evidence. Unknown is null.';
comment on column public.email_intelligence.id is 'time-ordered UUID';
comment on column public.email_intelligence.email_id is 'the email';
comment on column public.email_intelligence.workspace_id is 'its workspace';
comment on column public.email_intelligence.primary_intent is 'what the sender wants most, one of 12';
comment on column public.email_intelligence.secondary_intents is 'what else';
comment on column public.email_intelligence.sentiment is 'positive, neutral or negative';
comment on column public.email_intelligence.urgency_level is 'low, medium, high or critical';
comment on column public.email_intelligence.key_topics is 'at most five';
comment on column public.email_intelligence.entities_mentioned is 'people, organisations, addresses, as written';
comment on column public.email_intelligence.pain_points is 'sentences that describe a problem';
comment on column public.email_intelligence.questions_asked is 'questions, as written';
comment on column public.email_intelligence.action_items is 'requests and promises, as written';
comment on column public.email_intelligence.business_opportunity is
'the sentence that offers business; null without one';
comment on column public.email_intelligence.budget_mentioned is
'whether it says what the sender''s side has, wants or is able to spend, or that there is nothing to spend';
comment on column public.email_intelligence.timeline_mentioned is
'whether a date, deadline or period to come is named for what the email is about';
comment on column public.email_intelligence.decision_maker is
'whether it says who decides, signs or approves: the sender or somebody else';
comment on column public.email_intelligence.confidence_score is '0 to 100, how strong the cues of the intent are';
comment on column public.email_intelligence.urgency_reasons is 'names of the rules that made it this urgent';
comment on column public.email_intelligence.dates is
'[{text, value}]: as written, and as ISO 8601 date, local date-time or start/end; value null when it is unknown';
comment on column public.email_intelligence.money is
'[{text, amount, currency}]: currency ISO 4217, null when it is not given';
comment on column public.email_intelligence.contact is
'from the signature: {name, organisation, position, phones, emails, urls}; null without one';
comment on column public.email_intelligence.read_instead is
'what was read because the email has no text of its own: forwarded_email, quoted_email, form, memo, signature, '
'invitation or subject; null when its newest text was read';
comment on column public.email_intelligence.summary is 'one line; null for an empty email';
comment on column public.email_intelligence.needs_reply is 'whether it needs a reply';
comment on column public.email_intelligence.is_bulk is 'whether it was sent to many';
comment on column public.email_intelligence.is_automated is 'whether a program sent it';
comment on column public.email_intelligence.automated_kind is
'bounce, out_of_office or notification; null when a person sent it';
comment on column public.email_intelligence.language is 'ISO 639; null when the text is too short to tell';
comment on column public.email_intelligence.evidence is
'[{field, item, source, start, end, text}]: where the email says each fact. field: a column, or a part of contact '
'after a '
'dot; item: place in its list from 0, null without a list; source: subject or body_text; substr(<source>, start + '
'1, "end" - start) = text';
comment on column public.email_intelligence.analyzed_text is
'the text that was read, when it is not body_text of the email: taken from HTML, or shortened';
comment on column public.email_intelligence.analyzer is 'who read it: rules, anthropic or openai-compatible';
comment on column public.email_intelligence.analyzer_version is 'of its rules or its prompt';
comment on column public.email_intelligence.degraded is
'true when the chosen analyzer failed and the rules read the email instead';
comment on column public.email_intelligence.extraction_model is
'analyzer and version, or the provider''s name of the model';
comment on column public.email_intelligence.extracted_at is 'when it was stored';
comment on column public.email_intelligence.run_id is 'the run that read it: id of its system row';

-- As for client_emails: estimates must not tell one tenant about the emails of others.
do $$
declare
  v_column text;
begin
  for v_column in
    select a.attname from pg_catalog.pg_attribute a
    where a.attrelid = 'public.email_intelligence'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attstattarget is distinct from 0
  loop
    execute format('alter table public.email_intelligence alter column %I set statistics 0', v_column);
  end loop;
end
$$;

alter table public.email_intelligence enable row level security;
revoke all on public.email_intelligence from anon, authenticated, service_role;
grant select on public.email_intelligence to authenticated;
grant select, insert, update, delete on public.email_intelligence to service_role;
drop policy if exists "members read the intelligence of their workspaces" on public.email_intelligence;
create policy "members read the intelligence of their workspaces" on public.email_intelligence
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages intelligence" on public.email_intelligence;
create policy "service role manages intelligence" on public.email_intelligence
  to service_role using (true) with check (true);

-- 20261122000520_evidence.sql

-- Evidence: no record says what its email does not contain.
--
-- Whoever writes a record, the built-in rules, a model or a person, the database looks up every fact.
-- Locks: writers of public.client_emails wait half a second at most. Time: about 0.2 ms for each record that is
-- written, 1 ms for one of a hundred facts in 65 kB.

create or replace function nightshift.find_false_places(p_evidence jsonb, p_subject text, p_body text) returns integer[]
language plpgsql stable set search_path = ''
as $$
declare
  v_place record;
  v_source text;
  v_rest text;
  v_start integer;
  v_false integer[] := array[]::integer[];
begin
  -- Place by place, cutting off what is before it: each text is walked through once, however many facts it has.
  for v_place in
    select p.*
    from rows from (
      jsonb_to_recordset(p_evidence) as (source text, start integer, "end" integer, text text)
    ) with ordinality as p (source, start, "end", text, number)
    order by p.source, p.start
  loop
    if v_start is null or v_place.source is distinct from v_source then
      v_source := v_place.source;
      v_start := 0;
      -- concat unpacks a long text once, and makes an empty text of none. Another source has no text.
      v_rest := case v_source when 'subject' then concat(p_subject, '') when 'body_text' then concat(p_body, '') end;
    end if;
    if v_place.start > v_start then
      v_rest := right(v_rest, v_start - v_place.start);
      v_start := v_place.start;
    end if;
    if (v_place.text <> '' and v_place.start >= 0 and v_place."end" - v_place.start = length(v_place.text)
      and starts_with(v_rest, v_place.text)) is not true
    then
      v_false := array_append(v_false, v_place.number::integer);
    end if;
  end loop;
  return v_false;
end
$$;
comment on function nightshift.find_false_places(jsonb, text, text) is
'The places in a list of evidence, counted from 1, where the email does not contain what they say.';
revoke all on function nightshift.find_false_places(jsonb, text, text) from public;

create or replace function nightshift.find_evidence_problem(
  p_record public.email_intelligence,
  p_subject text,
  p_body text
) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_facts jsonb := jsonb_build_object(
    'entities_mentioned', p_record.entities_mentioned, 'pain_points', p_record.pain_points,
    'questions_asked', p_record.questions_asked, 'action_items', p_record.action_items,
    'business_opportunity', p_record.business_opportunity, 'urgency_reasons', p_record.urgency_reasons,
    'dates', jsonb_path_query_array(p_record.dates, '$[*].text'),
    'money', jsonb_path_query_array(p_record.money, '$[*].text'),
    'contact.name', p_record.contact -> 'name', 'contact.organisation', p_record.contact -> 'organisation',
    'contact.position', p_record.contact -> 'position', 'contact.phones', p_record.contact -> 'phones',
    'contact.emails', p_record.contact -> 'emails', 'contact.urls', p_record.contact -> 'urls');
  -- Flags say that something is mentioned, reasons are names of rules: any words of the email may support them.
  v_free constant jsonb := jsonb_build_object(
    'budget_mentioned', p_record.budget_mentioned, 'timeline_mentioned', p_record.timeline_mentioned,
    'decision_maker', p_record.decision_maker);
  v_false integer[] := nightshift.find_false_places(p_record.evidence, p_subject, p_body);
  v_facts_count integer;
  v_places_count integer;
  v_problem text;
begin
  select
    count(distinct (e.field, e.item)) filter (where e.field <> 'urgency_reasons'),
    min(format('evidence %s (%s): %s', e.number, concat_ws(' ', e.field, e.item), case
      when fact.words is null then 'the record has no such fact.'
      when e.number = any (v_false) then format('its words are not at %s to %s of %s.', e.start, e."end", e.source)
      else 'its words are not the fact.'
    end)) filter (where fact.words is null or e.number = any (v_false) or not (fact.is_free or fact.words = e.text))
  into v_places_count, v_problem
  from rows from (
    jsonb_to_recordset(p_record.evidence) as (
      field text, item integer, source text, start integer, "end" integer, text text)
  ) with ordinality as e (field, item, source, start, "end", text, number)
  cross join lateral (
    select
      v_free ? e.field or e.field = 'urgency_reasons' as is_free,
      case
        when v_free ? e.field then case when e.item is null and v_free -> e.field = 'true' then '' end
        when jsonb_typeof(v_facts -> e.field) = 'array' then
          case when e.item >= 0 then v_facts -> e.field ->> e.item end
        when e.item is null then v_facts ->> e.field
      end as words
  ) fact;
  if v_problem is not null then
    return v_problem;
  end if;

  -- Every place holds a fact, and no two the same one: with as many facts as places, each fact has its place.
  select count(*) into v_facts_count
  from jsonb_each(v_facts - 'urgency_reasons' || v_free) as f (field, value)
  cross join lateral jsonb_array_elements(
    case jsonb_typeof(f.value) when 'array' then f.value else jsonb_build_array(f.value) end) as one (value)
  where one.value not in ('null', 'false');
  if v_facts_count <> v_places_count then
    return format('%s of %s facts have no evidence.', v_facts_count - v_places_count, v_facts_count);
  end if;
  return null;
end
$$;
comment on function nightshift.find_evidence_problem(public.email_intelligence, text, text) is
'Why the evidence of a record does not hold against its subject and text, or null: every place must hold the fact '
'that it names, and every fact but the reasons of urgency must have a place. No words of the email are repeated.';
revoke all on function nightshift.find_evidence_problem(public.email_intelligence, text, text) from public;

create or replace function nightshift.check_evidence() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_problem text;
begin
  select nightshift.find_evidence_problem(new, e.subject, coalesce(new.analyzed_text, e.body_text)) into v_problem
  from public.client_emails e
  where e.id = new.email_id;
  if v_problem is not null then
    raise exception 'evidence_not_true: %', v_problem
      using errcode = 'check_violation', schema = 'public', table = 'email_intelligence',
        constraint = 'evidence_is_true';
  end if;
  return null;
end
$$;
comment on function nightshift.check_evidence() is
'Refuses a record whose facts are not where its evidence says (23514, constraint evidence_is_true).';
revoke all on function nightshift.check_evidence() from public;

create or replace trigger check_evidence
after insert or update on public.email_intelligence
for each row execute function nightshift.check_evidence();

create or replace function nightshift.keep_evidence() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_problem text;
begin
  select nightshift.find_evidence_problem(i, new.subject, coalesce(i.analyzed_text, new.body_text)) into v_problem
  from public.email_intelligence i
  where i.email_id = new.id;
  if v_problem is not null then
    raise exception 'evidence_not_true: %', v_problem
      using errcode = 'check_violation', schema = 'public', table = 'client_emails', constraint = 'evidence_is_true',
        hint = 'The email was read already: delete its record in email_intelligence first.';
  end if;
  return null;
end
$$;
comment on function nightshift.keep_evidence() is
'Refuses to change the text of an email that facts were extracted from (23514, constraint evidence_is_true).';
revoke all on function nightshift.keep_evidence() from public;

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create or replace trigger keep_evidence
after update of subject, body_text on public.client_emails
for each row when (old.subject is distinct from new.subject or old.body_text is distinct from new.body_text)
execute function nightshift.keep_evidence();

-- 20261122000600_email_queue.sql

-- Email queue: which email waits, who holds the right to work on it, and whose turn is next.
--
-- Claim state lives apart from the email, so that members never see leases and claims never scan
-- analyzed email. A row goes when its email is done; one that failed for good stays until requeued.
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds; emails that were
-- there before are queued afterwards, in pieces.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create table if not exists nightshift.email_queue (
  email_id uuid primary key references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  received_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default '-infinity',
  run_id uuid,
  lease_token uuid,
  lease_expires_at timestamptz,
  last_error text,
  failed_at timestamptz,
  constraint attempts_is_not_negative check (attempts >= 0),
  constraint lease_has_token_run_and_end check (num_nonnulls(run_id, lease_token, lease_expires_at) in (0, 3)),
  constraint failed_mail_has_no_lease check (failed_at is null or lease_token is null)
);
create index if not exists email_queue_claim_idx
on nightshift.email_queue (workspace_id, (failed_at is null), received_at, email_id);
create index if not exists email_queue_lease_idx
on nightshift.email_queue (lease_token) where lease_token is not null;
create index if not exists email_queue_run_idx
on nightshift.email_queue (run_id) where run_id is not null;
create index if not exists email_queue_exhausted_idx
on nightshift.email_queue (workspace_id) where failed_at is null and attempts >= 5;
alter table nightshift.email_queue enable row level security;

comment on table nightshift.email_queue is 'Email that waits for analysis, with its lease.';
comment on column nightshift.email_queue.email_id is 'the email';
comment on column nightshift.email_queue.workspace_id is 'its workspace';
comment on column nightshift.email_queue.received_at is 'copied from the email: oldest first';
comment on column nightshift.email_queue.attempts is 'how often it was claimed';
comment on column nightshift.email_queue.next_attempt_at is 'not before; moves on after a failed attempt';
comment on column nightshift.email_queue.run_id is 'run that holds the lease: id of its system row in autonomous_tasks';
comment on column nightshift.email_queue.lease_token is 'proof of the claim; settling needs it';
comment on column nightshift.email_queue.lease_expires_at is 'end of the right to work';
comment on column nightshift.email_queue.last_error is 'what the latest failed attempt said';
comment on column nightshift.email_queue.failed_at is 'when it was given up; null while it may be tried';

create table if not exists nightshift.workspace_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  last_served_at timestamptz,
  due_at timestamptz
);
create index if not exists workspace_turns_next_idx
on nightshift.workspace_turns (last_served_at nulls first, workspace_id) where due_at is not null;
alter table nightshift.workspace_turns enable row level security;

comment on table nightshift.workspace_turns is 'Whose turn is next: workspaces are served in the order of '
  'last_served_at.';
comment on column nightshift.workspace_turns.workspace_id is 'the workspace';
comment on column nightshift.workspace_turns.last_served_at is
'when emails of it were last claimed; null: never, so it is next; see first_place';
comment on column nightshift.workspace_turns.due_at is
'not before this time is there anything to claim; null: nothing waits. Never later than the truth, so a claim may find '
'nothing.';

create or replace function nightshift.first_place(p_workspace_id uuid, p_workspace_ids uuid[]) returns timestamptz
language sql stable set search_path = ''
as $$
  select coalesce((
    select t.last_served_at + interval '1 microsecond'
    from nightshift.workspace_turns t
    where t.due_at is not null
    order by t.last_served_at desc nulls last
    limit 1), now())
  where exists (
    select
    from public.workspace_members own
    join public.workspace_members other
      on other.user_id = own.user_id and other.role = 'owner' and other.workspace_id <> own.workspace_id
    where own.workspace_id = p_workspace_id and own.role = 'owner' and (
      (other.workspace_id = any (p_workspace_ids) and other.workspace_id < own.workspace_id)
      or exists (select from nightshift.workspace_turns t where t.workspace_id = other.workspace_id)))
$$;
comment on function nightshift.first_place(uuid, uuid[]) is
'Where a new workspace queues, as last_served_at: first (null), or behind everybody when its owner has another '
'workspace already. So a user with many workspaces is not served before everybody else.';
revoke all on function nightshift.first_place(uuid, uuid[]) from public;

create or replace function nightshift.mark_workspaces_due(p_workspace_ids uuid[], p_due_at timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  insert into nightshift.workspace_turns (workspace_id, due_at, last_served_at)
  select distinct w.id, p_due_at, nightshift.first_place(w.id, p_workspace_ids)
  from unnest(p_workspace_ids) as w (id)
  where not exists (select from nightshift.workspace_turns t where t.workspace_id = w.id)
  order by w.id
  on conflict (workspace_id) do nothing;

  -- Held until commit: postpone_turn cannot see this email yet, so it must keep off. A stronger lock
  -- would also keep claims from writing last_served_at, and the workspace would be served again and again.
  perform from nightshift.workspace_turns t
  where t.workspace_id = any (p_workspace_ids)
  order by t.workspace_id
  for key share;

  with later as (
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.workspace_id = any (p_workspace_ids) and (t.due_at is null or t.due_at > p_due_at)
    order by t.workspace_id
    for no key update
  )
  update nightshift.workspace_turns t
  set due_at = p_due_at
  from later
  where t.workspace_id = later.workspace_id;
end
$$;
comment on function nightshift.mark_workspaces_due(uuid[], timestamptz) is
'Says that email of these workspaces can be claimed from p_due_at on.';
revoke all on function nightshift.mark_workspaces_due(uuid[], timestamptz) from public;

create or replace function nightshift.enqueue_emails() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
begin
  with queued as (
    insert into nightshift.email_queue (email_id, workspace_id, received_at)
    select e.id, e.workspace_id, coalesce(e.received_at, e.created_at, now())
    from new_emails e
    join public.workspaces w on w.id = e.workspace_id -- an adopted table may lack the foreign key
    where e.direction = 'inbound' and e.intelligence_analyzed is not true
    on conflict (email_id) do nothing
    returning workspace_id
  )
  select array_agg(distinct queued.workspace_id) into v_workspace_ids from queued;
  if v_workspace_ids is not null then
    perform nightshift.mark_workspaces_due(v_workspace_ids, '-infinity');
  end if;
  return null;
end
$$;
comment on function nightshift.enqueue_emails() is 'Puts new inbound email into the queue, once per statement.';
revoke all on function nightshift.enqueue_emails() from public;

create or replace trigger enqueue_emails
after insert on public.client_emails
referencing new table as new_emails
for each statement execute function nightshift.enqueue_emails();

-- Emails that were there before this migration: reconcile queues them in pieces, in the order of their
-- ids, because a million at once would keep writers waiting. New ones are queued by the trigger.

create table if not exists nightshift.email_adoption (
  is_only_row boolean primary key default true,
  queued_until uuid not null default '00000000-0000-0000-0000-000000000000',
  finished_at timestamptz,
  constraint there_is_one_row check (is_only_row)
);
alter table nightshift.email_adoption enable row level security;
comment on table nightshift.email_adoption is 'How far the emails that were there before Nightshift are queued.';
comment on column nightshift.email_adoption.is_only_row is 'always true';
comment on column nightshift.email_adoption.queued_until is 'id of the last email that was looked at';
comment on column nightshift.email_adoption.finished_at is 'when the last one was queued; null while some are left';

create or replace function nightshift.queue_emails_after(p_email_id uuid, p_limit integer)
returns table (last_id uuid, queued integer)
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
begin
  with looked_at as materialized (
    select e.id, e.workspace_id, coalesce(e.received_at, e.created_at, now()) as received_at,
      e.direction = 'inbound' and e.intelligence_analyzed is not true
        and exists (select from public.workspaces w where w.id = e.workspace_id) as waits
    from public.client_emails e
    where e.id > p_email_id
    order by e.id
    limit p_limit
  ), queued_now as (
    insert into nightshift.email_queue (email_id, workspace_id, received_at)
    select l.id, l.workspace_id, l.received_at from looked_at l where l.waits
    on conflict (email_id) do nothing
    returning workspace_id
  )
  select (select l.id from looked_at l order by l.id desc limit 1),
    (select array_agg(distinct q.workspace_id) from queued_now q), (select count(*) from queued_now)
  into last_id, v_workspace_ids, queued;
  if v_workspace_ids is not null then
    perform nightshift.mark_workspaces_due(v_workspace_ids, '-infinity');
  end if;
  return next;
end
$$;
comment on function nightshift.queue_emails_after(uuid, integer) is
'Queues those of the p_limit emails after an id that wait for analysis. Returns the last id that it looked at, null if '
'none, and how many it queued.';
revoke all on function nightshift.queue_emails_after(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.queue_earlier_emails(
  p_now timestamptz default clock_timestamp(), p_limit integer default 2000, p_most_time interval default '0.5 seconds'
) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_started_at constant timestamptz := clock_timestamp();
  v_after uuid;
  v_piece record;
  v_count integer := 0;
begin
  select a.queued_until into v_after from nightshift.email_adoption a where a.finished_at is null
    for update skip locked;
  if not found then
    return 0;
  end if;
  loop
    select q.last_id, q.queued into v_piece from nightshift.queue_emails_after(v_after, p_limit) q;
    v_after := coalesce(v_piece.last_id, v_after);
    v_count := v_count + v_piece.queued;
    exit when v_piece.last_id is null or clock_timestamp() > v_started_at + p_most_time;
  end loop;
  update nightshift.email_adoption a
  set queued_until = v_after, finished_at = case when v_piece.last_id is null then p_now end
  where a.is_only_row;
  return v_count;
end
$$;
comment on function nightshift.queue_earlier_emails(timestamptz, integer, interval) is
'Queues emails that were there before Nightshift, if they wait for analysis, for p_most_time, p_limit at a time. '
'Returns how many.';
revoke all on function nightshift.queue_earlier_emails(timestamptz, integer, interval)
  from public, anon, authenticated, service_role;

-- A small mailbox is queued at once, a large one goes on with the next reconcile. Writers wait meanwhile.
insert into nightshift.email_adoption default values on conflict do nothing;
select nightshift.queue_earlier_emails(p_limit => 500, p_most_time => '0.1 seconds');

-- 20261122000700_runs.sql

-- Runs: one system row for each run, one lease, and one row for each workspace that the run touched.
--
-- The id of a run is the id of its system row. Whoever holds the lease may work on the run. A run whose
-- lease has ended may be taken over, and then the former holder can change nothing. Which workspaces a
-- run touched is known from run_workspaces alone: the task rows of the workspaces are copies for people.
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.run_leases (
  run_id uuid primary key,
  token uuid not null,
  expires_at timestamptz not null,
  attempt integer not null default 1,
  passed_over uuid[] not null default '{}',
  schedule_id uuid,
  draws_jobs boolean not null default false,
  jobs_completed integer not null default 0,
  jobs_failed integer not null default 0,
  jobs_put_back integer not null default 0,
  constraint attempt_is_positive check (attempt >= 1)
);
create index if not exists run_leases_expiry_idx on nightshift.run_leases (expires_at);
alter table nightshift.run_leases enable row level security;

comment on table nightshift.run_leases is 'Runs that somebody works on. The row is deleted when the run ends.';
comment on column nightshift.run_leases.run_id is 'the run: id of its system row';
comment on column nightshift.run_leases.token is 'proof of the lease';
comment on column nightshift.run_leases.expires_at is 'end of the right to work; every heartbeat and claim moves it on';
comment on column nightshift.run_leases.attempt is 'which holder this is, from 1';
comment on column nightshift.run_leases.passed_over is 'workspaces whose emails it left, because they lack a budget, a '
  'price or a key';
comment on column nightshift.run_leases.schedule_id is 'the agent whose jobs it does; null: it does no jobs';
comment on column nightshift.run_leases.draws_jobs is
'whether it is given what waits; false: the run is itself the job';
comment on column nightshift.run_leases.jobs_completed is 'jobs that it completed';
comment on column nightshift.run_leases.jobs_failed is 'jobs that it ended without success';
comment on column nightshift.run_leases.jobs_put_back is 'jobs that go on in another attempt or run';

create table if not exists nightshift.run_workspaces (
  run_id uuid not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  task_id uuid not null default nightshift.time_ordered_uuid(),
  status text not null default 'running',
  processed bigint not null default 0,
  failed bigint not null default 0,
  cost_usd numeric,
  counts jsonb,
  message text,
  started_at timestamptz not null,
  ended_at timestamptz,
  is_logged boolean not null default false,
  needs_copy boolean not null default true,
  constraint one_row_for_each_workspace_of_a_run primary key (run_id, workspace_id),
  constraint one_run_for_each_task unique (task_id),
  constraint status_is_known check (status in ('running', 'completed', 'failed', 'partial_failure')),
  constraint ended_at_is_set_when_finished check ((ended_at is not null) = (status <> 'running')),
  constraint counts_are_not_negative check (processed >= 0 and failed >= 0)
);
create index if not exists run_workspaces_workspace_idx on nightshift.run_workspaces (workspace_id, run_id);
create index if not exists run_workspaces_copy_idx on nightshift.run_workspaces (run_id) where needs_copy
  or status = 'running';
alter table nightshift.run_workspaces enable row level security;

comment on table nightshift.run_workspaces is
'Which workspaces a run touched, and what it did for each. Only claim, settle and finish write here, so no tenant can '
'change it.';
comment on column nightshift.run_workspaces.run_id is 'the run: id of its system row';
comment on column nightshift.run_workspaces.workspace_id is 'the workspace';
comment on column nightshift.run_workspaces.task_id is 'id of the task row that copies this row for the members of the '
  'workspace';
comment on column nightshift.run_workspaces.status is 'running, completed, failed or partial_failure';
comment on column nightshift.run_workspaces.processed is 'emails with a result';
comment on column nightshift.run_workspaces.failed is 'emails without one';
comment on column nightshift.run_workspaces.cost_usd is 'what its model calls cost, in US dollars; null without any';
comment on column nightshift.run_workspaces.counts is 'what a run of the database worker did for it, by name; null: a '
  'run that reads emails';
comment on column nightshift.run_workspaces.message is 'what went wrong, for the members';
comment on column nightshift.run_workspaces.started_at is 'when its first email was claimed';
comment on column nightshift.run_workspaces.ended_at is 'when the run ended';
comment on column nightshift.run_workspaces.is_logged is 'whether its task row was written';
comment on column nightshift.run_workspaces.needs_copy is 'whether this row has changed since it was copied to its '
  'task row';

-- Members read which runs touched their workspaces, through policies and the timeline.
revoke all on nightshift.run_workspaces from anon, authenticated, service_role;
grant select (run_id, workspace_id, task_id, status, processed, failed, started_at, ended_at)
on nightshift.run_workspaces to authenticated, service_role;
drop policy if exists "members see the runs of their workspaces" on nightshift.run_workspaces;
create policy "members see the runs of their workspaces" on nightshift.run_workspaces
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role sees the workspaces of runs" on nightshift.run_workspaces;
create policy "service role sees the workspaces of runs" on nightshift.run_workspaces
  for select to service_role using (true);

-- Until here no row belonged to the runner. From here on its task rows are out of reach for members.
create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
language sql stable security definer cost 1 set search_path = ''
as $$ select exists (select from nightshift.run_workspaces w where w.task_id = p_task_id) $$;
comment on function nightshift.is_runner_row(uuid) is 'Whether a task row was written by the runner.';
revoke all on function nightshift.is_runner_row(uuid) from public;
grant execute on function nightshift.is_runner_row(uuid) to authenticated;

create or replace function nightshift.start_run(
  p_task_id uuid default null,
  p_triggered_by text default 'api',
  p_input jsonb default '{}',
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_run_id uuid;
  v_token uuid := gen_random_uuid();
  v_attempt integer := 1;
begin
  if p_task_id is null then
    insert into public.autonomous_tasks (task_type, status, input_data, executed_at, triggered_by, agent_name)
    values ('continuous_intelligence_update', 'running', p_input, p_now, p_triggered_by, 'continuous-intelligence')
    returning id into v_run_id;
  else
    update public.autonomous_tasks t
    set status = 'running', executed_at = greatest(p_now, t.executed_at)
    where t.id = p_task_id and t.workspace_id is null and t.status = 'pending'
    returning t.id into v_run_id;
    if v_run_id is null then
      delete from nightshift.run_leases l
      using public.autonomous_tasks t
      where l.run_id = p_task_id and l.expires_at <= p_now and t.id = l.run_id and t.status = 'running'
      returning l.run_id, l.attempt + 1 into v_run_id, v_attempt;
    end if;
  end if;
  if v_run_id is null then
    return jsonb_build_object('outcome', 'not_pending', 'run_id', p_task_id, 'run_token', null);
  end if;
  insert into nightshift.run_leases (run_id, token, expires_at, attempt)
  values (v_run_id, v_token, p_now + make_interval(secs => p_lease_seconds), v_attempt);
  return jsonb_build_object('outcome', 'started', 'run_id', v_run_id, 'run_token', v_token);
end
$$;
comment on function nightshift.start_run(uuid, text, jsonb, integer, timestamptz) is
'Starts the run of a dispatched task, or with p_task_id null a run of its own; a run whose lease has ended is taken '
'over. Outcome "started" with run_token, or "not_pending" for a second delivery, an unknown task or one that has '
'ended: then there is nothing to do.';
revoke all on function nightshift.start_run(uuid, text, jsonb, integer, timestamptz) from public;

create or replace function nightshift.beat_run(
  p_run_id uuid,
  p_run_token uuid,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + make_interval(secs => p_lease_seconds))
  where l.run_id = p_run_id and l.token = p_run_token;
  if not found then
    return false;
  end if;
  -- An email whose lease has ended may be held by another run by now. One that goes with its workspace is locked
  -- until the owner's transaction ends, and a heartbeat waits for nobody. A lease that is nearly new is left alone:
  -- a run claims the next emails many times a second while it holds these.
  with free as (
    select q.email_id
    from nightshift.email_queue q
    where q.run_id = p_run_id and q.lease_expires_at > p_now
      and q.lease_expires_at < p_now + 0.9 * make_interval(secs => p_lease_seconds)
    order by q.email_id
    for no key update skip locked
  )
  update nightshift.email_queue q
  set lease_expires_at = greatest(q.lease_expires_at, p_now + make_interval(secs => p_lease_seconds))
  from free f
  where q.email_id = f.email_id;
  return true;
end
$$;
comment on function nightshift.beat_run(uuid, uuid, integer, timestamptz) is
'Heartbeat: extends the lease of a run and of its emails. False when another holder has taken over or the run has '
'ended: then stop.';
revoke all on function nightshift.beat_run(uuid, uuid, integer, timestamptz) from public;

create or replace function nightshift.report_run(p_run_id uuid, p_now timestamptz default clock_timestamp())
  returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'success', true,
    'workspaces_processed', count(*),
    'total_emails_processed', coalesce(sum(w.processed), 0),
    'total_emails_failed', coalesce(sum(w.failed), 0),
    'results', coalesce(jsonb_agg(jsonb_build_object(
      'workspace_id', w.workspace_id, 'emails_processed', w.processed, 'emails_failed', w.failed
    ) order by w.workspace_id), '[]'),
    'timestamp', to_char(p_now at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  )
  from nightshift.run_workspaces w
  where w.run_id = p_run_id
$$;
comment on function nightshift.report_run(uuid, timestamptz) is
'The numbers of a run in the shape that callers get: success, workspaces_processed, total_emails_processed, '
'total_emails_failed, results, timestamp.';
revoke all on function nightshift.report_run(uuid, timestamptz) from public;

-- 20261122000705_task_row_copies.sql

-- Copies: how the task rows of workspaces learn what a run did for them.
--
-- What a run did is written to machinery tables first, which no tenant can read or lock. The task rows are
-- for people. They are written afterwards, and only as far as nobody holds a lock: what is left is copied
-- by the next reconcile.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.hold_run_workspaces(p_run_id uuid) returns uuid[]
language sql set search_path = ''
as $$
  -- The key share lock keeps a workspace from being deleted until we are done, and its rows from being held by that.
  select coalesce(array_agg(held.id), array[]::uuid[])
  from (
    select k.id
    from public.workspaces k
    where k.id = any (array(select w.workspace_id from nightshift.run_workspaces w where w.run_id = p_run_id))
    order by k.id
    for key share skip locked
  ) held
$$;
comment on function nightshift.hold_run_workspaces(uuid) is
'The workspaces that a run touched, except those that somebody is deleting.';
revoke all on function nightshift.hold_run_workspaces(uuid) from public;

create or replace function nightshift.copy_task_rows(p_run_id uuid, p_workspace_ids uuid[]) returns integer
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_copied integer;
begin
  -- Whoever changes one of these rows from here on must find it copied, or copy it again.
  perform
  from nightshift.run_workspaces w
  where w.run_id = p_run_id and w.needs_copy and w.workspace_id = any (p_workspace_ids)
  order by w.workspace_id
  for no key update;

  insert into public.autonomous_tasks
    (id, workspace_id, task_type, status, input_data, output_data, executed_at, triggered_by, agent_name)
  select w.task_id, w.workspace_id, run.task_type, 'running', jsonb_build_object('run_id', w.run_id),
    coalesce(w.counts, '{"emails_processed": 0, "emails_failed": 0}'), w.started_at, run.triggered_by, run.agent_name
  from nightshift.run_workspaces w
  join public.autonomous_tasks run on run.id = w.run_id
  where w.run_id = p_run_id and not w.is_logged and w.workspace_id = any (p_workspace_ids)
  order by w.workspace_id
  on conflict (id) do nothing;

  with free as ( -- task rows that nobody holds
    select t.id, t.status = 'running' as is_running
    from nightshift.run_workspaces w
    join public.autonomous_tasks t on t.id = w.task_id
    where w.run_id = p_run_id and w.needs_copy and w.workspace_id = any (p_workspace_ids)
    for no key update of t skip locked
  ), told as (
    update public.autonomous_tasks t
    set status = w.status,
      output_data = coalesce(w.counts,
        jsonb_build_object('emails_processed', w.processed, 'emails_failed', w.failed)),
      error_message = left(w.message, 10000), cost_estimate_usd = w.cost_usd,
      completed_at = case when w.ended_at is not null then greatest(w.ended_at, t.executed_at) end
    from free f
    join nightshift.run_workspaces w on w.task_id = f.id
    where t.id = f.id and f.is_running
  ), priced as ( -- the costs of a task may become known after its end
    update public.autonomous_tasks t
    set cost_estimate_usd = w.cost_usd
    from free f
    join nightshift.run_workspaces w on w.task_id = f.id
    where t.id = f.id and not f.is_running and t.cost_estimate_usd is distinct from w.cost_usd
  )
  update nightshift.run_workspaces w
  set is_logged = true, needs_copy = false
  where w.run_id = p_run_id and w.needs_copy and w.workspace_id = any (p_workspace_ids)
    and (w.task_id in (select f.id from free f)
      -- Somebody has deleted the task row.
      or (w.is_logged and not exists (select from public.autonomous_tasks t where t.id = w.task_id)));
  get diagnostics v_copied = row_count;
  return v_copied;
end
$$;
comment on function nightshift.copy_task_rows(uuid, uuid[]) is
'Part of copy_run: copies what a run did for these workspaces to their task rows. Skips rows that somebody holds. '
'Returns how many were copied.';
revoke all on function nightshift.copy_task_rows(uuid, uuid[]) from public;

create or replace function nightshift.copy_run(p_run_id uuid) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '300 milliseconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_workspace_ids uuid[] := nightshift.hold_run_workspaces(p_run_id);
  v_workspace_id uuid;
  v_copied integer := 0;
begin
  begin
    return nightshift.copy_task_rows(p_run_id, v_workspace_ids);
  exception when others then
    raise debug 'The task rows of run % are copied one by one: % (%)', p_run_id, sqlerrm, sqlstate;
  end;
  foreach v_workspace_id in array v_workspace_ids loop
    exit when clock_timestamp() > v_until;
    begin
      v_copied := v_copied + nightshift.copy_task_rows(p_run_id, array[v_workspace_id]);
    exception when others then
      raise debug 'The task row of workspace % waits for reconcile: % (%)', v_workspace_id, sqlerrm, sqlstate;
    end;
  end loop;
  return v_copied;
end
$$;
comment on function nightshift.copy_run(uuid) is
'Copies what a run did to the task rows of its workspaces. A row that cannot be written now stops neither the others '
'nor the caller: the next reconcile copies it. Returns how many were copied.';
revoke all on function nightshift.copy_run(uuid) from public;

-- 20261122000710_finish_run.sql

-- Finish: how a run or a task ends.
--
-- The end of a run is written to machinery tables and to its system row, which no tenant can read or lock.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.release_emails(p_run_id uuid, p_workspace_id uuid default null) returns void
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_workspace_ids uuid[];
begin
  with released as (
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null
    where q.run_id = p_run_id and (p_workspace_id is null or q.workspace_id = p_workspace_id)
    returning q.workspace_id
  )
  select array_agg(distinct r.workspace_id) into v_workspace_ids from released r;
  if v_workspace_ids is not null then
    perform nightshift.mark_workspaces_due(v_workspace_ids, '-infinity');
  end if;
end
$$;
comment on function nightshift.release_emails(uuid, uuid) is
'Part of hand_back_emails: releases what a run holds of one workspace, or of all, so that it can be claimed at once.';
revoke all on function nightshift.release_emails(uuid, uuid) from public;

create or replace function nightshift.hand_back_emails(p_run_id uuid) returns uuid[]
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '300 milliseconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_workspace_ids uuid[] := array(
    select distinct q.workspace_id from nightshift.email_queue q where q.run_id = p_run_id);
  v_workspace_id uuid;
begin
  -- The attempt counts: one of these emails may be what broke the run off.
  begin
    perform nightshift.release_emails(p_run_id);
    return v_workspace_ids;
  exception when others then
    raise debug 'The emails of run % are released one workspace at a time: % (%)', p_run_id, sqlerrm, sqlstate;
  end;
  foreach v_workspace_id in array v_workspace_ids loop
    exit when clock_timestamp() > v_until;
    begin
      perform nightshift.release_emails(p_run_id, v_workspace_id);
    exception when others then
      -- They stay leased until their leases end, which is when their workspace is due.
      raise debug 'The emails of workspace % wait for their leases to end: % (%)', v_workspace_id, sqlerrm, sqlstate;
    end;
  end loop;
  return v_workspace_ids;
end
$$;
comment on function nightshift.hand_back_emails(uuid) is
'Releases the emails that a run still holds, so that the next run gets them at once instead of when their leases '
'end. Returns the workspaces that have any.';
revoke all on function nightshift.hand_back_emails(uuid) from public;

create or replace function nightshift.end_run_row(p_run_id uuid, p_error text, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_report jsonb := nightshift.report_run(p_run_id, p_now);
  v_processed bigint := (v_report ->> 'total_emails_processed')::bigint;
  v_failed bigint := (v_report ->> 'total_emails_failed')::bigint;
  v_passed_over integer := coalesce((
    select cardinality(l.passed_over) from nightshift.run_leases l where l.run_id = p_run_id), 0);
begin
  if p_error is not null then
    v_report := v_report || '{"success": false}';
  end if;
  update public.autonomous_tasks t
  set status = case
      when p_error is not null then case when v_processed = 0 then 'failed' else 'partial_failure' end
      when v_failed = 0 and v_processed = 0 and v_passed_over > 0 then 'cancelled'
      when v_failed = 0 then 'completed'
      when v_processed = 0 then 'failed'
      else 'partial_failure'
    end,
    output_data = v_report,
    error_message = coalesce(left(p_error, 10000), case
      when v_failed > 0 then format(
        '%s of %s emails could not be analyzed. The task rows of their workspaces say more.',
        v_failed, v_failed + v_processed)
      when v_passed_over > 0 then format(
        'Emails wait for a budget, a price or a key in %s of the workspaces that were due. '
        'Their task rows say what to do.',
        v_passed_over)
    end),
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_run_id and t.status = 'running';
  delete from nightshift.run_leases l where l.run_id = p_run_id;
  return v_report;
end
$$;
comment on function nightshift.end_run_row(uuid, text, timestamptz) is
'Part of finish_run: ends the system row of a run and its lease, and returns the report. Touches no row that a '
'tenant can lock.';
revoke all on function nightshift.end_run_row(uuid, text, timestamptz) from public;

create or replace function nightshift.end_run_workspaces(
  p_run_id uuid, p_unserved uuid[], p_error text, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids uuid[] := nightshift.hold_run_workspaces(p_run_id);
begin
  perform
  from nightshift.run_workspaces w
  where w.run_id = p_run_id and w.workspace_id = any (v_workspace_ids)
  order by w.workspace_id
  for no key update;
  update nightshift.run_workspaces w
  set status = case
      when w.failed = 0 and w.workspace_id <> all (p_unserved) then 'completed'
      when w.processed = 0 then 'failed'
      else 'partial_failure'
    end,
    message = case
      when w.workspace_id = any (p_unserved) then
        coalesce(p_error, 'The run ended before all emails that it had claimed were analyzed.')
      when w.failed > 0 then format(
        '%s of %s emails could not be analyzed. What may succeed later is tried again, up to 5 times in all.',
        w.failed, w.failed + w.processed)
    end,
    ended_at = p_now, needs_copy = true
  where w.run_id = p_run_id and w.status = 'running' and w.workspace_id = any (v_workspace_ids);
end
$$;
comment on function nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz) is
'Part of finish_run: ends the workspaces of a run. p_unserved: those with emails that it has no result for.';
revoke all on function nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz) from public;

create or replace function nightshift.finish_run(
  p_run_id uuid,
  p_error text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_unserved uuid[] := nightshift.hand_back_emails(p_run_id);
  v_report jsonb;
begin
  perform nightshift.end_run_workspaces(p_run_id, v_unserved, p_error, p_now);
  v_report := nightshift.end_run_row(p_run_id, p_error, p_now);
  perform nightshift.copy_run(p_run_id);
  return v_report;
end
$$;
comment on function nightshift.finish_run(uuid, text, timestamptz) is
'Ends a run: hands back the emails that it did not save a result for, ends its workspaces and its system row, and '
'returns the report. A run that did nothing because all emails wait for a budget, a price or a key is cancelled. '
'p_error: why the run itself broke off.';
revoke all on function nightshift.finish_run(uuid, text, timestamptz) from public;

create or replace function nightshift.finish_task(
  p_task_id uuid,
  p_output jsonb default null,
  p_error text default null,
  p_cost_usd numeric default null,
  p_now timestamptz default clock_timestamp(),
  p_is_partial boolean default false
) returns text
language plpgsql set search_path = ''
as $$
declare
  v_status text;
begin
  update public.autonomous_tasks t
  set status = case when p_error is null then 'completed' when p_is_partial then 'partial_failure' else 'failed' end,
    output_data = p_output, error_message = left(p_error, 10000), cost_estimate_usd = p_cost_usd,
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.workspace_id is null and t.status = 'running'
  returning t.status into v_status;
  delete from nightshift.run_leases l where l.run_id = p_task_id;
  return v_status;
end
$$;
comment on function nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz, boolean) is
'Ends a running system task of any agent: completed with its output, or with its error failed, or partial_failure when '
'some of its work went well (p_is_partial). Returns the status, null when it was not running.';
revoke all on function nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz, boolean) from public;

create or replace function nightshift.fail_task(
  p_task_id uuid, p_message text, p_now timestamptz default clock_timestamp()
)
returns void
language plpgsql set search_path = ''
as $$
begin
  update public.autonomous_tasks t
  set status = 'failed', error_message = left(p_message, 10000), completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.workspace_id is null and t.status = 'pending';
  if found then
    return;
  elsif exists (
    select from public.autonomous_tasks t
    where t.id = p_task_id and t.workspace_id is null and t.task_type = 'continuous_intelligence_update'
  ) then
    begin
      perform nightshift.finish_run(p_task_id, p_message, p_now);
      return;
    exception when others then
      raise warning 'Run % is ended without its workspaces: % (%)', p_task_id, sqlerrm, sqlstate;
    end;
  elsif exists (select from nightshift.database_runs r where r.run_id = p_task_id) then
    begin
      perform nightshift.finish_database_run(p_task_id, p_message, p_now);
      return;
    exception when others then
      raise warning 'Run % is ended without its workspaces: % (%)', p_task_id, sqlerrm, sqlstate;
    end;
  end if;
  perform nightshift.finish_task(p_task_id, p_error => p_message, p_now => p_now);
end
$$;
comment on function nightshift.fail_task(uuid, text, timestamptz) is
'Ends a pending or running system task with a message. Whatever happens to the rest of a run, its system row ends. '
'A task that has ended stays as it is.';
revoke all on function nightshift.fail_task(uuid, text, timestamptz) from public;

-- 20261122000750_analyzer_choices.sql

-- Analyzer choices: who reads the emails of a workspace, and what a model costs that no list knows.
--
-- Both spend the project's money, so only the service role and the SQL editor write here. A paid default
-- reads for admitted workspaces only, because everybody can create a workspace.
-- Locks: none. Time: milliseconds.

create table if not exists public.analyzer_choices (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  analyzer text not null,
  model text,
  on_failure text not null default 'rules',
  created_at timestamptz not null default now(),
  constraint one_choice_for_each_workspace unique nulls not distinct (workspace_id),
  constraint analyzer_is_known check (analyzer = any (nightshift.analyzers())),
  constraint all_but_rules_name_a_model check ((analyzer = 'rules') = (model is null)),
  constraint model_has_1_to_200_characters check (length(model) between 1 and 200),
  constraint on_failure_is_known check (on_failure in ('rules', 'fail'))
);
comment on table public.analyzer_choices is
'Who reads the emails of a workspace. A workspace without a row follows the default, the row without a workspace, if '
'that is free or the workspace is in analyzer_admissions. Otherwise the built-in rules read.';
comment on column public.analyzer_choices.id is 'time-ordered UUID';
comment on column public.analyzer_choices.workspace_id is 'the workspace; null: the project''s default';
comment on column public.analyzer_choices.analyzer is 'rules, anthropic or openai-compatible';
comment on column public.analyzer_choices.model is 'the provider''s name of the model; null for rules';
comment on column public.analyzer_choices.on_failure is
'after the last attempt, rules: a record by the rules, marked as degraded; fail: the email is given up';
comment on column public.analyzer_choices.created_at is 'when the row was written';

alter table public.analyzer_choices enable row level security;
revoke all on public.analyzer_choices from anon, authenticated, service_role;
grant select on public.analyzer_choices to authenticated;
grant select, insert, update, delete on public.analyzer_choices to service_role;
drop policy if exists "members read the choice of their workspaces and the default" on public.analyzer_choices;
create policy "members read the choice of their workspaces and the default" on public.analyzer_choices
  for select to authenticated
  using (workspace_id is null or workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages choices" on public.analyzer_choices;
create policy "service role manages choices" on public.analyzer_choices
  to service_role using (true) with check (true);

create table if not exists public.analyzer_admissions (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  note text,
  created_at timestamptz not null default now()
);
comment on table public.analyzer_admissions is
'Workspaces for which a default analyzer that costs money may read. For all others the built-in rules do.';
comment on column public.analyzer_admissions.workspace_id is 'the workspace';
comment on column public.analyzer_admissions.note is 'why, for operators';
comment on column public.analyzer_admissions.created_at is 'since when';

alter table public.analyzer_admissions enable row level security;
revoke all on public.analyzer_admissions from anon, authenticated, service_role;
grant select, insert, update, delete on public.analyzer_admissions to service_role;
drop policy if exists "service role manages admissions" on public.analyzer_admissions;
create policy "service role manages admissions" on public.analyzer_admissions
  to service_role using (true) with check (true);

create or replace function nightshift.find_choice(p_workspace_id uuid) returns public.analyzer_choices
language sql stable set search_path = ''
as $$
  select c.*
  from public.analyzer_choices c
  where c.workspace_id = p_workspace_id
    or (c.workspace_id is null and (c.analyzer = 'rules' or exists (
      select from public.analyzer_admissions a where a.workspace_id = p_workspace_id)))
  order by c.workspace_id nulls last
  limit 1
$$;
comment on function nightshift.find_choice(uuid) is
'Who reads the emails of a workspace: its own choice, else the default if that is free or the workspace is admitted '
'to it; null means the built-in rules.';
revoke all on function nightshift.find_choice(uuid) from public;

create table if not exists public.model_prices (
  model text primary key,
  input_usd_per_million numeric not null,
  cached_input_usd_per_million numeric not null,
  output_usd_per_million numeric not null,
  note text,
  constraint model_has_1_to_200_characters check (length(model) between 1 and 200),
  constraint prices_are_from_zero_to_a_million check (
    input_usd_per_million >= 0 and input_usd_per_million <= 1000000
    and cached_input_usd_per_million >= 0 and cached_input_usd_per_million <= 1000000
    and output_usd_per_million >= 0 and output_usd_per_million <= 1000000)
);
comment on table public.model_prices is
'The project''s own prices, in US dollars per million tokens, for its own models and contracts. They win over the '
'public list that comes with the function.';
comment on column public.model_prices.model is 'the provider''s name of the model, as in analyzer_choices';
comment on column public.model_prices.input_usd_per_million is 'tokens sent';
comment on column public.model_prices.cached_input_usd_per_million is
'tokens sent that the provider read from its cache';
comment on column public.model_prices.output_usd_per_million is 'tokens of answers';
comment on column public.model_prices.note is 'where the price comes from';

alter table public.model_prices enable row level security;
revoke all on public.model_prices from anon, authenticated, service_role;
grant select, insert, update, delete on public.model_prices to service_role;
drop policy if exists "service role manages prices" on public.model_prices;
create policy "service role manages prices" on public.model_prices
  to service_role using (true) with check (true);

create or replace function public.read_analyzer_setup() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select jsonb_build_object(
    'models', (
      select coalesce(jsonb_agg(jsonb_build_object('analyzer', c.analyzer, 'model', c.model)), '[]')
      from (
        select distinct chosen.analyzer, chosen.model
        from public.analyzer_choices chosen
        where chosen.analyzer <> 'rules'
        order by chosen.analyzer, chosen.model
      ) c),
    'overrides', (select coalesce(jsonb_agg(to_jsonb(p) - 'note' order by p.model), '[]') from public.model_prices p))
$$;
comment on function public.read_analyzer_setup() is
'What a run needs to know before it can name prices: {models: the {analyzer, model} in use, overrides: the rows of '
'model_prices}.';
revoke all on function public.read_analyzer_setup() from public, anon, authenticated, service_role;
grant execute on function public.read_analyzer_setup() to service_role;

-- 20261122000760_ai_usage.sql

-- AI usage: the ledger of every call of a provider, failed ones included, and what was spent on each day.
--
-- One row for each call, under an id that the caller of the provider chose: saved twice, it counts once.
-- The sums of the days are kept in the same transaction, so that a budget reads at most 31 rows.
-- Locks: none. Time: milliseconds.

create table if not exists public.ai_usage (
  id uuid primary key,
  workspace_id uuid references public.workspaces (id) on delete set null,
  run_id uuid,
  task_id uuid,
  analyzer text not null,
  model text not null,
  tokens_in integer,
  tokens_out integer,
  tokens_cached integer,
  cost_usd numeric(12, 8) not null,
  price_id text not null,
  outcome text not null,
  duration_ms integer,
  emails integer not null,
  created_at timestamptz not null default now(),
  constraint analyzer_is_known check (analyzer = any (nightshift.analyzers())),
  constraint tokens_are_not_negative check (tokens_in >= 0 and tokens_out >= 0 and tokens_cached >= 0),
  constraint cost_is_not_negative check (cost_usd >= 0),
  constraint outcome_is_known check (outcome in ('ok', 'invalid', 'retryable', 'permanent', 'unknown')),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint emails_is_not_negative check (emails >= 0)
);
create index if not exists ai_usage_workspace_idx on public.ai_usage (workspace_id, created_at);
create index if not exists ai_usage_task_idx on public.ai_usage (task_id);
create index if not exists ai_usage_age_idx on public.ai_usage (created_at);

comment on table public.ai_usage is
'One row for each call of a provider, failed ones included: what it used and what it cost.';
comment on column public.ai_usage.id is 'chosen by whoever made the call';
comment on column public.ai_usage.workspace_id is
'whose emails it read; null when that workspace is deleted: the money stays spent';
comment on column public.ai_usage.run_id is 'the run: id of its system row';
comment on column public.ai_usage.task_id is
'the workspace''s row of the run; its cost_estimate_usd is the sum of these rows';
comment on column public.ai_usage.analyzer is 'anthropic or openai-compatible';
comment on column public.ai_usage.model is 'the provider''s name of the model';
comment on column public.ai_usage.tokens_in is 'tokens sent, as the provider reports; null when it did not';
comment on column public.ai_usage.tokens_out is 'tokens of the answer';
comment on column public.ai_usage.tokens_cached is 'tokens sent that it read from its cache';
comment on column public.ai_usage.cost_usd is
'US dollars, to 8 decimals; the most that the call may have cost when the provider did not report enough';
comment on column public.ai_usage.price_id is
'the price it was computed with; reserved: what was set aside for a call of which no end was reported';
comment on column public.ai_usage.outcome is
'ok; invalid: no usable answer; retryable or permanent: it failed; unknown: the runner disappeared, and what was '
'reserved counts as spent';
comment on column public.ai_usage.duration_ms is 'milliseconds; null where unknown';
comment on column public.ai_usage.emails is 'emails in the call';
comment on column public.ai_usage.created_at is 'when it was saved';

alter table public.ai_usage enable row level security;
revoke all on public.ai_usage from anon, authenticated, service_role;
grant select on public.ai_usage to authenticated, service_role;
drop policy if exists "members read the usage of their workspaces" on public.ai_usage;
create policy "members read the usage of their workspaces" on public.ai_usage
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads usage" on public.ai_usage;
create policy "service role reads usage" on public.ai_usage
  for select to service_role using (true);

create table if not exists nightshift.spend_days (
  workspace_id uuid references public.workspaces (id) on delete cascade,
  day date not null,
  usd numeric(16, 8) not null,
  constraint one_sum_for_each_day unique nulls not distinct (workspace_id, day)
);
create index if not exists spend_days_age_idx on nightshift.spend_days (day);
alter table nightshift.spend_days replica identity full;
alter table nightshift.spend_days enable row level security;
comment on table nightshift.spend_days is
'What ai_usage adds up to by day (UTC), for each workspace and for the whole project.';
comment on column nightshift.spend_days.workspace_id is 'the workspace; null: the whole project';
comment on column nightshift.spend_days.day is 'day, UTC';
comment on column nightshift.spend_days.usd is 'US dollars';

create or replace function nightshift.count_spending(p_changes jsonb) returns void
language sql set search_path = ''
as $$
  -- The project's day first, then the workspaces in order: everybody who counts locks the rows in the same order.
  with changed as (
    select c.workspace_id, (c.at at time zone 'utc')::date as day, c.usd
    from jsonb_to_recordset(p_changes) as c (workspace_id uuid, at timestamptz, usd numeric)
  ), summed as (
    select null::uuid as workspace_id, c.day, sum(c.usd) as usd from changed c group by c.day
    union all
    select c.workspace_id, c.day, sum(c.usd)
    from changed c
    join public.workspaces w on w.id = c.workspace_id
    group by c.workspace_id, c.day
  )
  insert into nightshift.spend_days as d (workspace_id, day, usd)
  select s.workspace_id, s.day, s.usd
  from summed s
  order by s.workspace_id nulls first, s.day
  on conflict on constraint one_sum_for_each_day do update set usd = d.usd + excluded.usd
$$;
comment on function nightshift.count_spending(jsonb) is
'Adds [{workspace_id, at, usd}] to the sums of their days; usd below zero takes back. Called last in a transaction, '
'because everybody who spends waits for the project''s row.';
revoke all on function nightshift.count_spending(jsonb) from public;

create or replace function nightshift.find_run_task(p_run_id uuid, p_workspace_id uuid) returns uuid
language sql stable set search_path = ''
as $$
  select w.task_id from nightshift.run_workspaces w where w.run_id = p_run_id and w.workspace_id = p_workspace_id
$$;
comment on function nightshift.find_run_task(uuid, uuid) is
'The task row of a workspace in a run, as the machinery knows it.';
revoke all on function nightshift.find_run_task(uuid, uuid) from public;

create or replace function nightshift.sum_task_costs(p_task_ids uuid[]) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Locked by a statement of their own, so that the next one sees the calls of whoever held them.
  perform
  from nightshift.run_workspaces w
  where w.task_id = any (p_task_ids)
  order by w.run_id, w.workspace_id
  for no key update;
  update nightshift.run_workspaces w
  set cost_usd = (select coalesce(sum(u.cost_usd), 0) from public.ai_usage u where u.task_id = w.task_id),
    needs_copy = true
  where w.task_id = any (p_task_ids);
  perform nightshift.copy_run(c.run_id)
  from (select distinct w.run_id from nightshift.run_workspaces w where w.task_id = any (p_task_ids)) c;
end
$$;
comment on function nightshift.sum_task_costs(uuid[]) is
'Sets the cost of a run in its workspaces to the sum of their calls, also after it has ended. Their task rows get it, '
'too. '
'The system row of a run has no cost, so that none counts twice.';
revoke all on function nightshift.sum_task_costs(uuid[]) from public;

-- 20261122000770_budgets.sql

-- Budgets: how much may be spent, for each workspace and for the whole project, by day and by month (UTC).
--
-- What a claim may cost is set aside before the emails are handed out, and replaced by what it did cost. So is what
-- the work of an agent asks for.
-- Unknowns fail closed: without a price or a budget nothing is spent, and what nobody reports counts as spent.
-- Locks: none. Time: milliseconds.

create table if not exists public.workspace_budgets (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  daily_usd numeric,
  monthly_usd numeric,
  warn_percent integer not null default 80,
  share_percent integer not null default 10,
  paused boolean not null default false,
  created_at timestamptz not null default now(),
  constraint one_budget_for_each_workspace unique nulls not distinct (workspace_id),
  constraint budget_has_a_limit check (num_nonnulls(daily_usd, monthly_usd) > 0),
  constraint daily_usd_is_from_zero_to_a_billion check (daily_usd >= 0 and daily_usd < 1e9),
  constraint monthly_usd_is_from_zero_to_a_billion check (monthly_usd >= 0 and monthly_usd < 1e9),
  constraint warn_percent_is_from_1_to_100 check (warn_percent between 1 and 100),
  constraint share_percent_is_from_1_to_100 check (share_percent between 1 and 100)
);
comment on table public.workspace_budgets is
'What may be spent on calls of providers. The budget of the project and that of the workspace both hold. A workspace '
'without a budget of its own may spend share_percent of the project''s. Without any budget nothing is spent.';
comment on column public.workspace_budgets.id is 'time-ordered UUID';
comment on column public.workspace_budgets.workspace_id is 'the workspace; null: the whole project';
comment on column public.workspace_budgets.daily_usd is 'US dollars a day, UTC; null: no limit by day';
comment on column public.workspace_budgets.monthly_usd is 'US dollars a calendar month, UTC; null: no limit by month';
comment on column public.workspace_budgets.warn_percent is 'at this share of a limit the alert near_budget is raised';
comment on column public.workspace_budgets.share_percent is
'in the budget of the project: the share of its limits that each workspace without a budget of its own may spend';
comment on column public.workspace_budgets.paused is 'true: nothing is spent from the next claim on';
comment on column public.workspace_budgets.created_at is 'when the row was written';

alter table public.workspace_budgets enable row level security;
revoke all on public.workspace_budgets from anon, authenticated, service_role;
grant select on public.workspace_budgets to authenticated;
grant select, insert, update, delete on public.workspace_budgets to service_role;
drop policy if exists "members read the budget of their workspaces" on public.workspace_budgets;
create policy "members read the budget of their workspaces" on public.workspace_budgets
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages budgets" on public.workspace_budgets;
create policy "service role manages budgets" on public.workspace_budgets
  to service_role using (true) with check (true);

create table if not exists nightshift.spending_brakes (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  braked_by uuid,
  braked_at timestamptz not null default now()
);
alter table nightshift.spending_brakes enable row level security;
revoke all on nightshift.spending_brakes from public, anon, authenticated, service_role;
comment on table nightshift.spending_brakes is
'Workspaces whose owners or admins have stopped their spending. A row counts as a paused budget of the workspace.';
comment on column nightshift.spending_brakes.workspace_id is 'the workspace';
comment on column nightshift.spending_brakes.braked_by is 'the user who did it';
comment on column nightshift.spending_brakes.braked_at is 'when';

create table if not exists nightshift.budget_reservations (
  id uuid primary key default gen_random_uuid(),
  lease_token uuid not null,
  workspace_id uuid references public.workspaces (id) on delete set null,
  run_id uuid not null,
  analyzer text not null,
  model text not null,
  usd_per_mail numeric(12, 8) not null,
  email_ids uuid[] not null,
  task_id uuid,
  usd numeric(16, 8) not null
    generated always as (usd_per_mail * case when task_id is null then cardinality(email_ids) else 1 end) stored,
  created_at timestamptz not null,
  booked_at timestamptz,
  constraint usd_per_mail_is_not_negative check (usd_per_mail >= 0),
  constraint a_task_reserves_for_no_emails check (task_id is null or email_ids = '{}')
);
create unique index if not exists one_reservation_for_each_lease_and_workspace
on nightshift.budget_reservations (lease_token, workspace_id) where task_id is null;
create index if not exists budget_reservations_workspace_idx on nightshift.budget_reservations (workspace_id);
alter table nightshift.budget_reservations enable row level security;
comment on table nightshift.budget_reservations is
'Money set aside for claimed emails, or for what the work of a task asks for. The row is deleted when their results '
'are saved, or when the work reports what it has spent.';
comment on column nightshift.budget_reservations.id is 'id of its row in ai_usage when it is booked';
comment on column nightshift.budget_reservations.lease_token is
'the claim of the emails; of a task, the token of its run';
comment on column nightshift.budget_reservations.workspace_id is 'whose emails; null when that workspace is deleted';
comment on column nightshift.budget_reservations.run_id is 'the run that claimed it';
comment on column nightshift.budget_reservations.analyzer is 'who was to read them, or to be called';
comment on column nightshift.budget_reservations.model is 'with which model';
comment on column nightshift.budget_reservations.usd_per_mail is
'set aside for each email, or for the task, in US dollars';
comment on column nightshift.budget_reservations.email_ids is 'emails without a saved result';
comment on column nightshift.budget_reservations.task_id is 'the task that spends it; null for emails';
comment on column nightshift.budget_reservations.usd is 'set aside in all, in US dollars';
comment on column nightshift.budget_reservations.created_at is 'when it was claimed';
comment on column nightshift.budget_reservations.booked_at is
'when it was booked as spent, because the lease had ended without results; late results take that back';

create table if not exists nightshift.spending_notices (
  workspace_id uuid references public.workspaces (id) on delete cascade,
  reason text not null,
  period_start date not null,
  event text,
  subject text not null,
  message text not null,
  noted_at timestamptz not null,
  constraint noted_once_in_a_period unique nulls not distinct (workspace_id, reason, period_start)
);
create index if not exists spending_notices_age_idx on nightshift.spending_notices (noted_at);
alter table nightshift.spending_notices replica identity full;
alter table nightshift.spending_notices enable row level security;
comment on table nightshift.spending_notices is
'What was reported about spending, once in a period. Alerts are made from it.';
comment on column nightshift.spending_notices.workspace_id is 'the workspace; null: the whole project';
comment on column nightshift.spending_notices.reason is 'why nothing was spent, or that a budget is nearly spent';
comment on column nightshift.spending_notices.period_start is 'first day of the day or month, UTC';
comment on column nightshift.spending_notices.event is
'near_budget, over_budget, or failed when the setup lacks something; null: no alert, because somebody paused it';
comment on column nightshift.spending_notices.subject is 'what the alert is about';
comment on column nightshift.spending_notices.message is 'one sentence for a person';
comment on column nightshift.spending_notices.noted_at is 'when it was noted';

create or replace function nightshift.wake_workspaces() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A price, and a row without a workspace, may concern every workspace.
  perform nightshift.mark_workspaces_due(array_agg(t.workspace_id), '-infinity')
  from nightshift.workspace_turns t
  where t.due_at is not null and (
    exists (select from changed c where (to_jsonb(c) ->> 'workspace_id') is null)
    or t.workspace_id in (select (to_jsonb(c) ->> 'workspace_id')::uuid from changed c))
  having count(*) > 0;
  return null;
end
$$;
comment on function nightshift.wake_workspaces() is
'Lets the next claim look again at workspaces that it passed over, when a choice, a price or a budget that concerns '
'them has changed.';
revoke all on function nightshift.wake_workspaces() from public;

do $$
declare
  v_table text;
begin
  foreach v_table in array array['analyzer_choices', 'analyzer_admissions', 'model_prices', 'workspace_budgets'] loop
    -- Only a trigger of one event can see the changed rows.
    execute format('create or replace trigger wake_workspaces_of_new after insert on public.%I
      referencing new table as changed for each statement execute function nightshift.wake_workspaces()', v_table);
    execute format('create or replace trigger wake_workspaces_of_changed after update on public.%I
      referencing new table as changed for each statement execute function nightshift.wake_workspaces()', v_table);
    execute format('create or replace trigger wake_workspaces_of_old after delete on public.%I
      referencing old table as changed for each statement execute function nightshift.wake_workspaces()', v_table);
  end loop;
end
$$;

create or replace function nightshift.list_budgets(
  p_now timestamptz,
  p_workspace_id uuid default null,
  p_is_for_all boolean default false
) returns table (
  workspace_id uuid,
  period text,
  period_start date,
  limit_usd numeric,
  spent_usd numeric,
  reserved_usd numeric,
  warn_percent integer,
  paused boolean
)
-- In plpgsql, which keeps its plans: a claim may ask for thousands of workspaces.
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select b.workspace_id, p.period, p.period_start, p.limit_usd,
    case when b.workspace_id is null
      then (select coalesce(sum(d.usd), 0) from nightshift.spend_days d where d.workspace_id is null
        and d.day >= p.period_start)
      else (select coalesce(sum(d.usd), 0) from nightshift.spend_days d where d.workspace_id = b.workspace_id
        and d.day >= p.period_start)
    end,
    case when b.workspace_id is null
      then (select coalesce(sum(r.usd), 0) from nightshift.budget_reservations r where r.booked_at is null)
      else (select coalesce(sum(r.usd), 0) from nightshift.budget_reservations r
        where r.booked_at is null and r.workspace_id = b.workspace_id)
    end,
    b.warn_percent, b.paused or exists (select from nightshift.spending_brakes k where k.workspace_id = b.workspace_id)
  from ( -- one after the other, so that each uses the index
    select project.workspace_id, project.daily_usd, project.monthly_usd, project.warn_percent, project.paused
    from public.workspace_budgets project
    where project.workspace_id is null
    union all
    select own.workspace_id, own.daily_usd, own.monthly_usd, own.warn_percent, own.paused
    from public.workspace_budgets own
    where own.workspace_id = p_workspace_id
    union all -- a workspace without a budget of its own gets a share of the project's
    select p_workspace_id, trim_scale(project.daily_usd * project.share_percent / 100),
      trim_scale(project.monthly_usd * project.share_percent / 100), project.warn_percent, false
    from public.workspace_budgets project
    where project.workspace_id is null and p_workspace_id is not null and not exists (
      select from public.workspace_budgets own where own.workspace_id = p_workspace_id)
    union all
    select others.workspace_id, others.daily_usd, others.monthly_usd, others.warn_percent, others.paused
    from public.workspace_budgets others
    where p_is_for_all and others.workspace_id is not null
  ) b
  cross join lateral (values
    ('day', b.daily_usd, (p_now at time zone 'utc')::date),
    ('month', b.monthly_usd, date_trunc('month', p_now at time zone 'utc')::date)
  ) as p (period, limit_usd, period_start)
  where p.limit_usd is not null;
end
$$;
comment on function nightshift.list_budgets(timestamptz, uuid, boolean) is
'The limits of the project and of a workspace (its own, or its share of the project''s), or all budgets, with what '
'is spent in the period and what is set aside now. One statement, one snapshot: money that moves from set aside to '
'spent is counted once.';
revoke all on function nightshift.list_budgets(timestamptz, uuid, boolean) from public;

create or replace function public.get_budget_status(p_workspace_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_is_service boolean := (select auth.role()) = 'service_role';
begin
  if (v_is_service or p_workspace_id in (select nightshift.my_workspaces())) is not true then
    raise exception
      'workspace_not_visible: a member sees the budgets of their workspaces, the service role all and the project''s.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'period', b.period,
      'period_start', b.period_start,
      'limit_usd', b.limit_usd,
      'spent_usd', b.spent_usd,
      'reserved_usd', b.reserved_usd,
      'percent', case when b.limit_usd = 0 then 100 else round(100 * b.spent_usd / b.limit_usd, 1) end,
      'paused', b.paused
    ) order by b.period), '[]')
    from nightshift.list_budgets(now(), p_workspace_id) b
    where b.workspace_id is not distinct from p_workspace_id
  );
end
$$;
comment on function public.get_budget_status(uuid) is
'Limits of a workspace (its own, or its share of the project''s), or with null of the project: [{period: day or '
'month, period_start, limit_usd, spent_usd, reserved_usd, percent, paused}]; empty when no budget is set. Members '
'ask for their workspaces, the service role for all. Error: PT403 workspace_not_visible.';
revoke all on function public.get_budget_status(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_budget_status(uuid) to authenticated, service_role;

-- 20261122000780_admission.sql

-- Admission: how much may be spent now, how many emails may be handed to a provider, and what is reported when that
-- is nothing.
--
-- Claims that may spend take turns by one advisory lock, before they lock any row: each sees what all
-- earlier ones have set aside, and no two can wait for each other.
-- Locks: rows. Time: milliseconds.

create or replace function nightshift.find_room(
  p_workspace_id uuid,
  p_usd numeric,
  p_words text[],
  p_now timestamptz,
  out left_usd numeric,
  out reason text,
  out period_start date,
  out message text
)
language plpgsql set search_path = ''
as $$
declare
  v_limit record;
  v_scope text;
begin
  left_usd := 0;
  period_start := (p_now at time zone 'utc')::date;
  select b.*, greatest(b.limit_usd - b.spent_usd - b.reserved_usd, 0) as left_usd into v_limit
  from nightshift.list_budgets(p_now, p_workspace_id) b
  order by b.paused desc, b.limit_usd - b.spent_usd - b.reserved_usd
  limit 1;
  if not found then
    reason := 'no_budget';
    message := format('%s: %s. Set one in workspace_budgets. Without a limit nothing is spent.', p_words[1],
      case when p_workspace_id is null then 'the project has no budget'
        else 'neither this workspace nor the project has a budget' end);
    return;
  end if;
  v_scope := case when v_limit.workspace_id is null then 'project' else 'workspace' end;
  if v_limit.paused then
    reason := v_scope || '_paused';
    message := format('%s: the budget of the %s is paused. %s until %s.', p_words[1], v_scope, p_words[3], case
      when v_scope = 'workspace' and exists (
        select from nightshift.spending_brakes k where k.workspace_id = p_workspace_id)
      then 'an owner or admin releases the brake, see brake_spending' else 'paused is false in workspace_budgets' end);
    return;
  end if;
  left_usd := v_limit.left_usd;
  if left_usd < p_usd then
    reason := v_scope || '_budget_of_' || v_limit.period;
    period_start := v_limit.period_start;
    -- Members read this, and the spending of the project is not for them to know.
    message := format('%s: of the %s budget of the %s %swhich leaves less than the %s USD that %s. %s until %s 00:00 '
      'UTC, or until the limit in workspace_budgets is raised.',
      p_words[1], case v_limit.period when 'day' then 'daily' else 'monthly' end, v_scope,
      case v_scope when 'project' then 'too much is spent or set aside, ' else format(
        '(%s USD) %s USD are spent and %s USD set aside, ',
        v_limit.limit_usd, trim_scale(v_limit.spent_usd), trim_scale(v_limit.reserved_usd)) end,
      trim_scale(p_usd), p_words[2], p_words[3],
      (v_limit.period_start + case v_limit.period when 'day' then interval '1 day' else interval '1 month' end)::date);
  end if;
end
$$;
comment on function nightshift.find_room(uuid, numeric, text[], timestamptz) is
'What the budgets of a workspace and of the project still allow to be spent now; of the project alone where '
'p_workspace_id is null. Where that is less than p_usd, it comes with a reason (no_budget, workspace_ or '
'project_paused, workspace_ or project_budget_of_day or _month), the period that it holds for and a sentence, made '
'with p_words: what does not happen, who asks for the money, who waits. Call it only within the lock of '
'nightshift.budgets.';
revoke all on function nightshift.find_room(uuid, numeric, text[], timestamptz) from public;

create or replace function nightshift.admit_mail(
  p_workspace_id uuid,
  p_choice public.analyzer_choices,
  p_prices jsonb,
  p_now timestamptz,
  out mails integer,
  out usd_per_mail numeric,
  out reason text,
  out period_start date,
  out message text
)
language plpgsql set search_path = ''
as $$
declare
  c_most_mails constant integer := 200;
  -- What nobody reports becomes one row of the ledger, which holds four digits before the point.
  c_most_usd constant numeric := 9999;
  v_price record;
  v_room record;
begin
  mails := 0;
  period_start := (p_now at time zone 'utc')::date;
  select p.usd_per_mail, p.problem into v_price
  from jsonb_to_recordset(p_prices) as p (analyzer text, model text, usd_per_mail numeric, problem text)
  where p.analyzer = p_choice.analyzer and p.model = p_choice.model
  order by p.usd_per_mail desc nulls first
  limit 1;
  if not found or v_price.problem = 'not_configured' then
    reason := 'not_configured';
    message := format('Emails are not read: %s is chosen for this workspace, but the function continuous-intelligence '
      'has no key for it. Set the key (supabase secrets set), or choose another analyzer in analyzer_choices.',
      p_choice.analyzer);
    return;
  elsif v_price.problem is not null
    or (v_price.usd_per_mail >= 0 and v_price.usd_per_mail <= 1000) is not true
  then
    reason := 'unknown_price';
    message := format('Emails are not read: nobody knows what %s costs. Put its price into model_prices, or choose '
      'another model in analyzer_choices.', p_choice.model);
    return;
  end if;
  usd_per_mail := ceil(v_price.usd_per_mail * 1e8) / 1e8;

  select r.* into v_room
  from nightshift.find_room(p_workspace_id, usd_per_mail,
    array['Emails are not read', 'an email may cost', 'They wait'], p_now) r;
  if v_room.reason is not null then
    reason := v_room.reason;
    period_start := v_room.period_start;
    message := v_room.message;
    return;
  end if;
  mails := case when usd_per_mail = 0 then c_most_mails
    else least(floor(least(v_room.left_usd, c_most_usd) / usd_per_mail), c_most_mails) end;
end
$$;
comment on function nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz) is
'How many emails of a workspace (0 to 200) may be handed to its analyzer now, and the most that each may cost. 0 '
'comes with a reason (not_configured, unknown_price, or one of find_room), the period that it holds for and a '
'sentence. Call it only within the lock of '
'nightshift.budgets.';
revoke all on function nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz) from public;

create or replace function nightshift.note_stops(p_stops jsonb[], p_now timestamptz)
returns table (workspace_id uuid, reason text, message text)
language sql set search_path = ''
as $$
  -- What was reported in this period already is not reported again.
  insert into nightshift.spending_notices as n (workspace_id, reason, period_start, event, subject, message, noted_at)
  select s.workspace_id, s.reason, s.period_start,
    case when s.reason ~ '_budget_of_' then 'over_budget' when s.reason !~ '_paused' then 'failed' end,
    case when s.reason like 'project%' or s.workspace_id is null then 'the project: ' || s.reason
      else format('workspace %s: %s', s.workspace_id, s.reason) end,
    s.message, p_now
  from jsonb_to_recordset(to_jsonb(p_stops)) as s (workspace_id uuid, reason text, period_start date, message text)
  on conflict on constraint noted_once_in_a_period do nothing
  returning n.workspace_id, n.reason, n.message
$$;
comment on function nightshift.note_stops(jsonb[], timestamptz) is
'Notes that nothing is spent, for each of [{workspace_id, reason, period_start, message}], once in the period. '
'Returns those that were not noted before. Call it only within the lock of nightshift.budgets.';
revoke all on function nightshift.note_stops(jsonb[], timestamptz) from public;

create or replace function nightshift.pass_over(p_run_id uuid, p_stops jsonb[], p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  c_look_again_after constant interval := interval '5 minutes';
  v_workspace_ids uuid[] := array(select (s.stop ->> 'workspace_id')::uuid from unnest(p_stops) as s (stop));
begin
  -- Whoever holds the row is about to add emails, or to raise a limit. Then it stays as it is.
  update nightshift.workspace_turns t
  set due_at = p_now + c_look_again_after
  from (
    select locked.workspace_id
    from nightshift.workspace_turns locked
    where locked.workspace_id = any (v_workspace_ids)
    for update skip locked
  ) free
  where t.workspace_id = free.workspace_id;

  update nightshift.run_leases l
  set passed_over = array(select unnest(l.passed_over) union select unnest(v_workspace_ids))
  where l.run_id = p_run_id;

  insert into public.autonomous_tasks (
    workspace_id, task_type, status, input_data, error_message, executed_at, completed_at, triggered_by, agent_name)
  select n.workspace_id, root.task_type,
    case when n.reason ~ '(_budget_of_|_paused$)' then 'cancelled' else 'failed' end,
    jsonb_build_object('passed_over_by', p_run_id, 'reason', n.reason), n.message, p_now, p_now,
    root.triggered_by, root.agent_name
  from nightshift.note_stops(p_stops, p_now) n
  join public.autonomous_tasks root on root.id = p_run_id;
end
$$;
comment on function nightshift.pass_over(uuid, jsonb[], timestamptz) is
'Leaves the emails of workspaces alone for 5 minutes, or until a choice, price or budget changes, for each of '
'[{workspace_id, reason, period_start, message}], and writes why into a task row of the workspace, once in the '
'period: cancelled for a limit, failed when the setup lacks something.';
revoke all on function nightshift.pass_over(uuid, jsonb[], timestamptz) from public;

-- 20261122000790_spending.sql

-- Spending: what becomes of money that was set aside.
--
-- When results are saved, it is replaced by what was spent. What nobody reports is booked in full. What tasks set
-- aside is booked here, too, when their run has ended; the migration job_spending has the rest.
-- Locks: rows. Time: milliseconds.

create or replace function nightshift.read_count(p_value jsonb) returns integer
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'number' then
    case when p_value::numeric >= 0 and p_value::numeric <= 2147483647 then p_value::numeric::integer end
  end
$$;
comment on function nightshift.read_count(jsonb) is 'A count that somebody reported, or null when it is not a count.';
revoke all on function nightshift.read_count(jsonb) from public;

create or replace function nightshift.read_calls(p_lease_token uuid, p_calls jsonb)
returns setof public.ai_usage
language sql stable set search_path = ''
as $$
  with called as (
    select distinct on (c.call_id) c.*, r.run_id, r.usd_per_mail, r.booked_at,
      coalesce(nightshift.read_count(c.emails), 1) as emails_read
    from jsonb_to_recordset(p_calls) as c (
      call_id uuid, workspace_id uuid, analyzer text, model text, tokens_in jsonb, tokens_out jsonb,
        tokens_cached jsonb,
      cost_usd jsonb, price_id text, outcome text, duration_ms jsonb, emails jsonb)
    left join nightshift.budget_reservations r on r.lease_token = p_lease_token and r.workspace_id = c.workspace_id
      and r.task_id is null
    where c.call_id is not null
    order by c.call_id
  ), judged as ( -- the ledger holds four digits before the point
    select c.*, least(coalesce(c.usd_per_mail, 0) * greatest(c.emails_read, 1), 9999) as most_usd,
      case when jsonb_typeof(c.cost_usd) = 'number' then
        case when c.cost_usd::numeric >= 0 then least(c.cost_usd::numeric, 9999) end
      end as told_usd,
      -- An answer about emails costs money for what went in and what came out. Without one of the two its cost is
      -- unknown.
      c.outcome in ('retryable', 'permanent') or c.emails_read = 0
        or (nightshift.read_count(c.tokens_in) is not null
          and nightshift.read_count(c.tokens_out) is not null) as is_told
    from called c
  )
  select j.call_id, w.id, j.run_id, null::uuid, coalesce(j.analyzer, 'openai-compatible'), coalesce(j.model, 'unknown'),
    nightshift.read_count(j.tokens_in), nightshift.read_count(j.tokens_out), nightshift.read_count(j.tokens_cached),
    round(case when j.told_usd is null then j.most_usd when j.is_told then j.told_usd
      else greatest(j.told_usd, j.most_usd) end, 8),
    coalesce(j.price_id, 'unknown'),
    case when j.outcome in ('ok', 'invalid', 'retryable', 'permanent') then j.outcome else 'unknown' end,
    nightshift.read_count(j.duration_ms), j.emails_read, j.booked_at
  from judged j
  left join public.workspaces w on w.id = j.workspace_id
$$;
comment on function nightshift.read_calls(uuid, jsonb) is
'Calls as rows of ai_usage, with created_at of a booked reservation. What a provider did not report, or reported as '
'something that is no count, costs the most that was set aside for the call: never less than what is known.';
revoke all on function nightshift.read_calls(uuid, jsonb) from public;

create or replace function nightshift.enter_calls(
  p_lease_token uuid,
  p_calls jsonb,
  p_now timestamptz,
  out changes jsonb,
  out task_ids uuid[]
)
language plpgsql set search_path = ''
as $$
begin
  -- Calls that end a booked reservation count on the day for which it was booked, where its money was set aside.
  with entered as (
    insert into public.ai_usage (
      id, workspace_id, run_id, task_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id,
      outcome, duration_ms, emails, created_at)
    select c.id, c.workspace_id, c.run_id, nightshift.find_run_task(c.run_id, c.workspace_id), c.analyzer, c.model,
      c.tokens_in, c.tokens_out, c.tokens_cached, c.cost_usd, c.price_id, c.outcome, c.duration_ms, c.emails,
      coalesce(c.created_at, p_now)
    from nightshift.read_calls(p_lease_token, p_calls) c
    on conflict (id) do nothing
    returning workspace_id, task_id, created_at, cost_usd
  )
  select
    coalesce(jsonb_agg(jsonb_build_object('workspace_id', e.workspace_id, 'at', e.created_at, 'usd', e.cost_usd)),
      '[]'),
    coalesce(array_agg(e.task_id), '{}')
  into changes, task_ids
  from entered e;
end
$$;
comment on function nightshift.enter_calls(uuid, jsonb, timestamptz) is
'Part of settle_spending: enters calls into the ledger, each id once. Returns what that adds to the days, and the '
'task rows that it concerns.';
revoke all on function nightshift.enter_calls(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.give_back(
  p_lease_token uuid,
  p_email_ids uuid[],
  out changes jsonb,
  out task_ids uuid[]
)
language plpgsql set search_path = ''
as $$
begin
  -- Of a booked reservation, the row in the ledger shrinks.
  with kept as (
    select r.id, r.booked_at, r.usd_per_mail, cardinality(r.email_ids) as held,
      array(select i.id from unnest(r.email_ids) as i (id) where i.id <> all (p_email_ids)) as email_ids
    from nightshift.budget_reservations r
    where r.lease_token = p_lease_token and r.task_id is null
  ), closed as (
    delete from nightshift.budget_reservations r using kept k where r.id = k.id and cardinality(k.email_ids) = 0
  ), reduced as (
    update nightshift.budget_reservations r set email_ids = k.email_ids
    from kept k
    where r.id = k.id and cardinality(k.email_ids) between 1 and k.held - 1
  ), shrunk as (
    update public.ai_usage u
    set cost_usd = k.usd_per_mail * cardinality(k.email_ids), emails = cardinality(k.email_ids)
    from kept k
    where u.id = k.id and k.booked_at is not null and cardinality(k.email_ids) between 1 and k.held - 1
    returning u.id
  ), removed as (
    delete from public.ai_usage u
    using kept k
    where u.id = k.id and k.booked_at is not null and cardinality(k.email_ids) = 0
    returning u.id
  )
  select
    coalesce(jsonb_agg(jsonb_build_object('workspace_id', u.workspace_id, 'at', k.booked_at,
      'usd', -k.usd_per_mail * (k.held - cardinality(k.email_ids)))), '[]'),
    coalesce(array_agg(u.task_id), '{}')
  into changes, task_ids
  from kept k
  join public.ai_usage u on u.id = k.id
  where k.booked_at is not null and cardinality(k.email_ids) < k.held;
end
$$;
comment on function nightshift.give_back(uuid, uuid[]) is
'Part of settle_spending: gives back what is set aside for emails that have a result. Returns what that takes from '
'the days, and the task rows that it concerns.';
revoke all on function nightshift.give_back(uuid, uuid[]) from public;

create or replace function nightshift.settle_spending(
  p_lease_token uuid,
  p_email_ids uuid[],
  p_calls jsonb,
  p_now timestamptz default clock_timestamp()
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_entered record;
  v_returned record;
begin
  if p_calls = '[]' and not exists (
    select from nightshift.budget_reservations r where r.lease_token = p_lease_token and r.task_id is null
  ) then
    return;
  end if;
  select * into v_entered from nightshift.enter_calls(p_lease_token, p_calls, p_now);
  select * into v_returned from nightshift.give_back(p_lease_token, p_email_ids);
  perform nightshift.sum_task_costs(v_entered.task_ids || v_returned.task_ids);
  perform nightshift.count_spending(v_entered.changes || v_returned.changes);
end
$$;
comment on function nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz) is
'Enters calls [{call_id, workspace_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id, '
'outcome, duration_ms, emails}] into the ledger, each id once, and gives back what was set aside for the emails of '
'the lease, whose reservations the caller has locked. The emails may be held by another run by now: the money is '
'spent.';
revoke all on function nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz) from public;

create or replace function nightshift.add_task_cost(p_task_id uuid, p_usd numeric) returns void
language sql set search_path = ''
as $$
  update public.autonomous_tasks t
  set cost_estimate_usd = least(coalesce(t.cost_estimate_usd, 0) + p_usd, 999999999)
  where t.id = p_task_id and p_usd <> 0
$$;
comment on function nightshift.add_task_cost(uuid, numeric) is
'Adds to the cost of a task what its work has spent, also after it has ended; below zero takes back. So the cost of a '
'task is what the ledger says of it, and what its work returned besides.';
revoke all on function nightshift.add_task_cost(uuid, numeric) from public;

create or replace function nightshift.book_task_spending(p_reservation_id uuid, p_now timestamptz) returns jsonb
-- Whoever holds the row of the task waits for the next pass.
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_dead nightshift.budget_reservations;
begin
  -- A workspace that somebody is deleting is passed over, so that nobody waits for its owner.
  perform
  from public.workspaces w
  where w.id = (select r.workspace_id from nightshift.budget_reservations r where r.id = p_reservation_id)
  for key share skip locked;
  if not found and exists (
    select from nightshift.budget_reservations r where r.id = p_reservation_id and r.workspace_id is not null)
  then
    return jsonb '[]';
  end if;
  update nightshift.budget_reservations r set booked_at = p_now
  where r.id = p_reservation_id and r.booked_at is null
  returning r.* into v_dead;
  if not found then
    return jsonb '[]';
  end if;
  insert into public.ai_usage
    (id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
  values (v_dead.id, v_dead.workspace_id, v_dead.run_id, v_dead.task_id, v_dead.analyzer, v_dead.model, v_dead.usd,
    'reserved', 'unknown', 0, p_now)
  on conflict (id) do nothing;
  if not found then
    -- The work has reported it while its workspace was being deleted.
    return jsonb '[]';
  end if;
  perform nightshift.add_task_cost(v_dead.task_id, v_dead.usd);
  return jsonb_build_array(jsonb_build_object('workspace_id', v_dead.workspace_id, 'at', p_now, 'usd', v_dead.usd));
end
$$;
comment on function nightshift.book_task_spending(uuid, timestamptz) is
'Part of judge_budgets: books what was set aside for a task as spent, with the outcome unknown. Returns what that adds '
'to the days.';
revoke all on function nightshift.book_task_spending(uuid, timestamptz) from public;

create or replace function nightshift.book_lost_spending(p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
  v_changes jsonb := jsonb '[]';
begin
  for v_id in
    -- The run has ended or was taken over, or its lease has ended.
    select r.id
    from nightshift.budget_reservations r
    where r.task_id is not null and r.booked_at is null and not exists (
      select from nightshift.run_leases l
      where l.run_id = r.run_id and l.token = r.lease_token and l.expires_at > p_now)
    order by r.id
  loop
    begin
      v_changes := v_changes || nightshift.book_task_spending(v_id, p_now);
    exception when others then
      perform nightshift.note_problem('judge_budgets', v_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_changes;
end
$$;
comment on function nightshift.book_lost_spending(timestamptz) is
'Part of judge_budgets: books what tasks set aside and whose run is not there any more to tell. Returns what that '
'adds to the days.';
revoke all on function nightshift.book_lost_spending(timestamptz) from public;

create or replace function nightshift.book_lost_emails(p_now timestamptz, out changes jsonb, out task_ids uuid[])
language sql set search_path = ''
as $$
  with dead as ( -- nobody holds its emails any more, and nobody has reported what became of the calls
    select r.*
    from nightshift.budget_reservations r
    where r.task_id is null and r.booked_at is null and not exists (
      select from nightshift.email_queue q where q.lease_token = r.lease_token and q.lease_expires_at > p_now)
    order by r.id
    for update skip locked
  ), booked as (
    update nightshift.budget_reservations r set booked_at = p_now from dead where r.id = dead.id
  ), entered as (
    insert into public.ai_usage
      (id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
    select d.id, d.workspace_id, d.run_id, t.id, d.analyzer, d.model, d.usd, 'reserved', 'unknown',
      cardinality(d.email_ids), p_now
    from dead d
    left join lateral nightshift.find_run_task(d.run_id, d.workspace_id) as t (id) on true
    returning workspace_id, task_id, cost_usd
  )
  select coalesce(jsonb_agg(jsonb_build_object('workspace_id', e.workspace_id, 'at', p_now, 'usd', e.cost_usd)), '[]'),
    coalesce(array_agg(e.task_id), '{}')
  from entered e
$$;
comment on function nightshift.book_lost_emails(timestamptz) is
'Part of judge_budgets: books what was set aside for emails whose lease ended without results as spent. Returns what '
'that adds to the days, and the task rows that it concerns.';
revoke all on function nightshift.book_lost_emails(timestamptz) from public;

create or replace function nightshift.judge_budgets(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_emails record;
  v_changes jsonb;
  v_warned integer;
begin
  with near as materialized (
    select *
    from nightshift.list_budgets(p_now, p_is_for_all => true) l
    where l.limit_usd > 0 and l.spent_usd >= l.limit_usd * l.warn_percent / 100
  ), free as ( -- workspaces that nobody is deleting: a notice for another would wait for its owner
    select k.id
    from public.workspaces k
    where k.id in (select n.workspace_id from near n)
    order by k.id
    for key share skip locked
  )
  insert into nightshift.spending_notices (workspace_id, reason, period_start, event, subject, message, noted_at)
  select b.workspace_id, 'near_budget_of_' || b.period, b.period_start, 'near_budget',
    format('%s: near_budget_of_%s', case when b.workspace_id is null then 'the project'
      else format('workspace %s', b.workspace_id) end, b.period),
    format('Of the budget of the %s %s of %s USD are spent (%s %%). At 100 %% emails wait.',
      b.period, trim_scale(b.spent_usd), b.limit_usd, floor(100 * b.spent_usd / b.limit_usd)), p_now
  from near b
  where b.workspace_id is null or b.workspace_id in (select f.id from free f)
  on conflict on constraint noted_once_in_a_period do nothing;
  get diagnostics v_warned = row_count;

  select b.* into v_emails from nightshift.book_lost_emails(p_now) b;
  perform nightshift.sum_task_costs(v_emails.task_ids);
  v_changes := v_emails.changes || nightshift.book_lost_spending(p_now);
  -- Last, because everybody who spends waits for the sums of the day.
  perform nightshift.count_spending(v_changes);
  return jsonb_array_length(v_changes) + v_warned;
end
$$;
comment on function nightshift.judge_budgets(timestamptz) is
'Notes budgets that are nearly spent, once in a period, and books what was set aside as spent, with the outcome '
'unknown, where the lease of the emails or of the run of the task has ended and nobody has reported. Returns how many '
'of both. It is the last step of reconcile, so the next one raises alerts for what it notes.';
revoke all on function nightshift.judge_budgets(timestamptz) from public;

-- 20261122000800_claim.sql

-- Claim: how emails get from the queue to a run, fairly, under a lease, and within their budget.
--
-- It works on sets and never waits for a row that somebody else holds: a workspace that is being deleted
-- is passed over. While some workspace has its emails read by a paid model, claims take turns.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.postpone_turn(p_workspace_id uuid) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Whoever holds the row is about to add or claim emails. Then it stays as it is.
  perform from nightshift.workspace_turns t where t.workspace_id = p_workspace_id for update skip locked;
  if found then
    update nightshift.workspace_turns t
    set due_at = (
      select min(greatest(q.next_attempt_at, q.lease_expires_at))
      from nightshift.email_queue q
      where q.workspace_id = p_workspace_id and q.failed_at is null
      having count(*) > 0
    )
    where t.workspace_id = p_workspace_id;
  end if;
end
$$;
comment on function nightshift.postpone_turn(uuid) is
'Moves due_at of a workspace to the time when one of its emails can be claimed again, or to null when none waits.';
revoke all on function nightshift.postpone_turn(uuid) from public;

create or replace function nightshift.check_claim(
  p_run_id uuid,
  p_batch_size_per_workspace integer,
  p_max_workspaces integer,
  p_limit integer,
  p_lease_seconds integer
) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if (p_batch_size_per_workspace between 1 and 100 and p_max_workspaces between 1 and 500
    and p_limit between 1 and 200 and p_lease_seconds between 1 and 3600) is not true
  then
    raise exception 'claim_out_of_range: 1 to 100 emails a workspace, 1 to 500 workspaces, 1 to 200 emails, 1 to 3600 '
      's.'
      using errcode = 'PT400';
  elsif not exists (
    select from public.autonomous_tasks t where t.id = p_run_id and t.workspace_id is null and t.status = 'running'
  ) then
    raise exception 'run_not_running: there is no running run %.', p_run_id using errcode = 'PT409';
  end if;
end
$$;
comment on function nightshift.check_claim(uuid, integer, integer, integer, integer) is
'Part of claim_emails. Errors: PT400 claim_out_of_range, PT409 run_not_running.';
revoke all on function nightshift.check_claim(uuid, integer, integer, integer, integer) from public;

create or replace function nightshift.give_up_exhausted(p_workspace_id uuid, p_now timestamptz) returns void
language sql set search_path = ''
as $$
  with exhausted as (
    select q.email_id
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id and q.failed_at is null and q.attempts >= 5
      and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
    for update skip locked
  )
  update nightshift.email_queue q
  set failed_at = p_now, run_id = null, lease_token = null, lease_expires_at = null,
    last_error = coalesce(q.last_error, 'Given up after 5 runs that ended without a result.')
  from exhausted
  where q.email_id = exhausted.email_id
$$;
comment on function nightshift.give_up_exhausted(uuid, timestamptz) is
'Part of claim_emails: gives up emails that nobody saved a result for in five attempts, as they may be what ended '
'their runs.';
revoke all on function nightshift.give_up_exhausted(uuid, timestamptz) from public;

create or replace function nightshift.admit_workspace(
  p_workspace_id uuid,
  p_spends boolean,
  p_prices jsonb,
  p_now timestamptz,
  out decision text,
  out analyzer text,
  out model text,
  out on_failure text,
  out emails integer,
  out usd_per_email numeric,
  out stop jsonb
)
language plpgsql set search_path = ''
as $$
declare
  v_choice public.analyzer_choices;
  v_admitted record;
begin
  if p_spends then
    v_choice := nightshift.find_choice(p_workspace_id);
  end if;
  if v_choice.id is null or v_choice.analyzer = 'rules' then
    decision := 'free';
    return;
  end if;
  -- Without a waiting email there is nothing to stop, and nobody to tell.
  if not exists (
    select
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id and q.failed_at is null and q.next_attempt_at <= p_now
      and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
  ) then
    decision := 'nothing_waits';
    emails := 0;
    return;
  end if;
  select a.* into v_admitted from nightshift.admit_mail(p_workspace_id, v_choice, p_prices, p_now) a;
  if v_admitted.mails = 0 then
    decision := 'stopped';
    stop := jsonb_build_object('workspace_id', p_workspace_id, 'reason', v_admitted.reason,
      'period_start', v_admitted.period_start, 'message', v_admitted.message);
    return;
  end if;
  decision := 'paid';
  analyzer := v_choice.analyzer;
  model := v_choice.model;
  on_failure := v_choice.on_failure;
  emails := v_admitted.mails;
  usd_per_email := v_admitted.usd_per_mail;
end
$$;
comment on function nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz) is
'Part of claim_emails, when p_spends within the lock of nightshift.budgets: free (the rules read), paid (up to emails '
'of them, each for at most usd_per_email), nothing_waits, or stopped (with the reason).';
revoke all on function nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz) from public;

create or replace function nightshift.lease_batch(
  p_run_id uuid,
  p_workspace_id uuid,
  p_lease_token uuid,
  p_lease_expires_at timestamptz,
  p_limit integer,
  p_is_first boolean,
  p_now timestamptz,
  out email_ids uuid[],
  out is_alone boolean
)
-- Without bitmaps the oldest emails come straight from the index, however long a backlog is.
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  c_suspect_attempts constant integer := 2;
begin
  with next_emails as ( -- oldest first, passing over what others hold
    select q.email_id, q.attempts >= c_suspect_attempts and q.last_error is null as is_suspect, q.received_at
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id and q.failed_at is null and q.attempts < 5
      and q.next_attempt_at <= p_now and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
    order by q.received_at, q.email_id
    limit p_limit
    for update skip locked
  ), chosen as ( -- two runners have died with a suspect, so it is claimed alone
    select n.email_id
    from next_emails n
    where not exists (select from next_emails s where s.is_suspect)
      or (p_is_first and n.email_id = (
        select s.email_id from next_emails s where s.is_suspect order by s.received_at, s.email_id limit 1))
  ), leased as (
    update nightshift.email_queue q
    set attempts = q.attempts + 1, run_id = p_run_id, lease_token = p_lease_token, lease_expires_at = p_lease_expires_at
    from chosen
    where q.email_id = chosen.email_id
    returning q.email_id, q.attempts > c_suspect_attempts and q.last_error is null as is_suspect
  )
  select array_agg(l.email_id), coalesce(bool_or(l.is_suspect), false) into email_ids, is_alone from leased l;
end
$$;
comment on function nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz) is
'Part of claim_emails: leases the oldest waiting emails of one workspace. is_alone: it is one that two runners died '
'with, so nothing else may be claimed beside it.';
revoke all on function nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz) from public;

create or replace function nightshift.note_batch(p_run_id uuid, p_workspace_id uuid, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  insert into nightshift.run_workspaces (run_id, workspace_id, started_at)
  values (p_run_id, p_workspace_id, p_now)
  on conflict on constraint one_row_for_each_workspace_of_a_run do nothing;
  update nightshift.workspace_turns t
  set last_served_at = p_now
  where t.workspace_id = (
    select locked.workspace_id from nightshift.workspace_turns locked
    where locked.workspace_id = p_workspace_id for no key update skip locked
  );
end
$$;
comment on function nightshift.note_batch(uuid, uuid, timestamptz) is
'Part of claim_emails: notes that a run has touched a workspace, and that the workspace was served.';
revoke all on function nightshift.note_batch(uuid, uuid, timestamptz) from public;

create or replace function nightshift.describe_emails(p_email_ids uuid[]) returns jsonb
language sql stable set search_path = ''
as $$
  -- Characters: twice what the analyzers read of a text. A function has 256 MB, and emails may come from anywhere.
  select coalesce(jsonb_agg(jsonb_build_object(
    'email_id', e.id,
    'workspace_id', e.workspace_id,
    'from_email', e.from_email,
    'from_name', e.from_name,
    'subject', left(coalesce(e.subject, ''), 2000),
    'body_text', left(e.body_text, 131072),
    'body_html', case when e.body_text is null then left(e.body_html, 262144) end,
    'headers', coalesce(e.headers, '{}'),
    'received_at', e.received_at,
    'attempt', q.attempts
  ) order by e.received_at, e.id), '[]')
  from public.client_emails e
  join nightshift.email_queue q on q.email_id = e.id
  where e.id = any (p_email_ids)
$$;
comment on function nightshift.describe_emails(uuid[]) is
'Part of claim_emails: what an analyzer gets of each email, oldest first, cut to what it reads.';
revoke all on function nightshift.describe_emails(uuid[]) from public;

create or replace function nightshift.claim_emails(
  p_run_id uuid,
  p_batch_size_per_workspace integer default 10,
  p_max_workspaces integer default 50,
  p_limit integer default 50,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp(),
  p_prices jsonb default '[]'
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- Stops are written when the loop is over. So many take about a second.
  c_most_stops constant integer := 2000;
  v_lease_token uuid := gen_random_uuid();
  v_lease_expires_at timestamptz := p_now + make_interval(secs => p_lease_seconds);
  v_touched uuid[];
  v_claimed uuid[] := array[]::uuid[];
  v_workspace_id uuid;
  v_spends boolean := exists (select from public.analyzer_choices c where c.analyzer <> 'rules');
  v_admitted record;
  v_batch record;
  v_choices jsonb := jsonb '{}';
  v_stops jsonb[] := array[]::jsonb[];
begin
  perform nightshift.check_claim(p_run_id, p_batch_size_per_workspace, p_max_workspaces, p_limit, p_lease_seconds);
  if v_spends then
    perform pg_advisory_xact_lock(hashtext('nightshift.budgets'));
  end if;
  v_touched := array(select w.workspace_id from nightshift.run_workspaces w where w.run_id = p_run_id);

  for v_workspace_id in
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.due_at <= p_now and (cardinality(v_touched) < p_max_workspaces or t.workspace_id = any (v_touched))
    order by t.last_served_at nulls first, t.workspace_id
  loop
    -- From here on only workspaces that the run has touched. The next claim looks at those alone.
    exit when cardinality(v_touched) >= p_max_workspaces and v_workspace_id <> all (v_touched);
    -- Somebody is deleting the others, and we wait for nobody.
    perform from public.workspaces w where w.id = v_workspace_id for key share skip locked;
    continue when not found;

    perform nightshift.give_up_exhausted(v_workspace_id, p_now);
    select a.* into v_admitted from nightshift.admit_workspace(v_workspace_id, v_spends, p_prices, p_now) a;
    if v_admitted.decision = 'stopped' then
      v_stops := array_append(v_stops, v_admitted.stop);
      exit when cardinality(v_stops) >= c_most_stops;
      continue;
    end if;
    select b.* into v_batch
    from nightshift.lease_batch(p_run_id, v_workspace_id, v_lease_token, v_lease_expires_at,
      least(p_batch_size_per_workspace, p_limit - cardinality(v_claimed), v_admitted.emails),
      cardinality(v_claimed) = 0, p_now) b;
    if v_batch.email_ids is null then
      perform nightshift.postpone_turn(v_workspace_id);
      continue;
    end if;

    v_claimed := v_claimed || v_batch.email_ids;
    if v_admitted.decision = 'paid' then
      insert into nightshift.budget_reservations
        (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
      values (v_lease_token, v_workspace_id, p_run_id, v_admitted.analyzer, v_admitted.model,
        v_admitted.usd_per_email, v_batch.email_ids, p_now);
      v_choices := v_choices || jsonb_build_object(v_workspace_id, jsonb_build_object(
        'analyzer', v_admitted.analyzer, 'model', v_admitted.model,
        'on_failure', v_admitted.on_failure));
    end if;
    if v_workspace_id <> all (v_touched) then
      v_touched := v_touched || v_workspace_id;
    end if;
    perform nightshift.note_batch(p_run_id, v_workspace_id, p_now);
    exit when v_batch.is_alone or cardinality(v_claimed) >= p_limit;
  end loop;
  if cardinality(v_stops) > 0 then
    perform nightshift.pass_over(p_run_id, v_stops, p_now);
  end if;
  perform nightshift.copy_run(p_run_id);

  return jsonb_build_object('lease_token', v_lease_token, 'lease_expires_at', v_lease_expires_at,
    'choices', v_choices, 'emails', nightshift.describe_emails(v_claimed));
end
$$;
comment on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb) is
'Leases up to p_limit (1 to 200) waiting emails to a run: workspaces by last_served_at, at most p_max_workspaces (1 to '
'500) of them in the whole run, the oldest p_batch_size_per_workspace (1 to 100) emails of each. Emails that a paid '
'model reads are handed out as far as a budget covers them: p_prices [{analyzer, model, usd_per_mail} or {analyzer, '
'model, problem: not_configured or unknown_price}] gives the most that one may cost. Returns {lease_token, '
'lease_expires_at, choices, emails}: choices {workspace_id: {analyzer, model, on_failure}} of workspaces whose emails '
'a model reads, attempt of each email from 1. No emails means that nothing can be claimed now. Errors: PT400 '
'claim_out_of_range, PT409 run_not_running.';
revoke all on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb)
  from public;

-- 20261122000810_settle.sql

-- Settle: saves what became of claimed emails and what it cost, and ends their leases, in one transaction.
--
-- It works on sets. Where a row of a tenant is locked or refuses a record, the emails are saved one by
-- one, so that one tenant's row delays or fails nobody else's emails.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.backoff(p_attempt integer, p_first_seconds integer, p_most_seconds integer)
  returns interval
language sql volatile set search_path = ''
as $$
  select make_interval(secs =>
    least(p_first_seconds * 2 ^ least(p_attempt - 1, 20), p_most_seconds) * (0.75 + random() / 2))
$$;
comment on function nightshift.backoff(integer, integer, integer) is
'How long to wait after attempt p_attempt (from 1): doubling from the first up to the most seconds, give or take a '
'quarter.';
revoke all on function nightshift.backoff(integer, integer, integer) from public;

create or replace function nightshift.give_turns_back(p_workspace_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with free as ( -- whoever holds the row is about to claim emails, which is a turn of its own
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.workspace_id = any (p_workspace_ids) and t.last_served_at is not null
    order by t.workspace_id
    for no key update skip locked
  )
  update nightshift.workspace_turns t
  set last_served_at = null
  from free f
  where t.workspace_id = f.workspace_id
$$;
comment on function nightshift.give_turns_back(uuid[]) is
'Part of settle_emails: workspaces whose emails were claimed and not read come first again. Otherwise those that are '
'always claimed last would never be read.';
revoke all on function nightshift.give_turns_back(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.store_results(p_lease_token uuid, p_results jsonb, p_now timestamptz)
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_max_attempts constant integer := 5;
  v_counts jsonb;
  v_released_in uuid[];
  v_retry_at timestamptz;
  v_put_back_in uuid[];
begin
  with held as ( -- emails that this lease still covers, with what became of them
    select q.email_id, q.workspace_id, q.run_id, r.record, r.model, r.error, r.is_retryable,
      coalesce(r.is_unread, false) as is_unread
    from (
      select distinct on (told.email_id) told.*
      from jsonb_to_recordset(p_results)
        as told (email_id uuid, record jsonb, model text, error text, is_retryable boolean, is_unread boolean)
      order by told.email_id
    ) r
    join nightshift.email_queue q on q.email_id = r.email_id
    where q.lease_token = p_lease_token and q.lease_expires_at > p_now
    for update of q
  ), stored as (
    insert into public.email_intelligence
    select i.*
    from held h
    cross join jsonb_populate_record(null::public.email_intelligence, h.record || jsonb_build_object(
      'id', nightshift.time_ordered_uuid(), 'email_id', h.email_id, 'workspace_id', h.workspace_id,
      'extraction_model', h.model, 'extracted_at', p_now, 'run_id', h.run_id)) i
    where h.record is not null
    on conflict (email_id) do nothing
  ), marked as (
    update public.client_emails e
    set intelligence_analyzed = true, analyzed_at = p_now
    from held h
    where e.id = h.email_id and h.record is not null
  ), done as (
    delete from nightshift.email_queue q
    using held h
    where q.email_id = h.email_id and h.record is not null
  ), put_back as ( -- nobody has tried them, so it was no attempt
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null, attempts = greatest(q.attempts - 1, 0)
    from held h
    where q.email_id = h.email_id and h.is_unread
    returning q.workspace_id
  ), released as ( -- from one minute to one hour, doubling
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null,
      last_error = left(coalesce(h.error, 'The analyzer gave no answer.'), 2000),
      next_attempt_at = p_now + nightshift.backoff(q.attempts, 60, 3600),
      failed_at = case when q.attempts >= c_max_attempts or h.is_retryable is false then p_now end
    from held h
    where q.email_id = h.email_id and h.record is null and not h.is_unread
    returning q.workspace_id, q.next_attempt_at
  ), counted as (
    select h.run_id, h.workspace_id, count(h.record) as processed, count(*) - count(h.record) as failed
    from held h
    where not h.is_unread
    group by h.run_id, h.workspace_id
  )
  select coalesce((select jsonb_agg(to_jsonb(c)) from counted c), '[]'),
    (select array_agg(distinct r.workspace_id) from released r), (select min(r.next_attempt_at) from released r),
    (select array_agg(distinct p.workspace_id) from put_back p)
  into v_counts, v_released_in, v_retry_at, v_put_back_in;

  -- A turn that was postponed to the end of this lease comes as soon as its emails may be tried again.
  if v_released_in is not null then
    perform nightshift.mark_workspaces_due(v_released_in, v_retry_at);
  end if;
  if v_put_back_in is not null then
    perform nightshift.mark_workspaces_due(v_put_back_in, p_now);
    perform nightshift.give_turns_back(array(
      select unnest(v_put_back_in) except
      select c.workspace_id from jsonb_to_recordset(v_counts) as c (workspace_id uuid)));
  end if;
  return v_counts;
end
$$;
comment on function nightshift.store_results(uuid, jsonb, timestamptz) is
'Part of settle_emails: saves what became of emails held under a lease, all or nothing. An unread one can be '
'claimed again at once, and that was no attempt. Returns [{run_id, workspace_id, processed, failed}].';
revoke all on function nightshift.store_results(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.store_results_singly(p_lease_token uuid, p_results jsonb, p_now timestamptz)
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_result record;
  v_constraint text;
  v_waited_for uuid[] := array[]::uuid[];
  v_counts jsonb := jsonb '[]';
begin
  for v_result in
    select r.value, q.workspace_id
    from jsonb_array_elements(p_results) with ordinality as r (value, position)
    join nightshift.email_queue q on q.email_id = (r.value ->> 'email_id')::uuid and q.lease_token = p_lease_token
    order by r.position
  loop
    -- One wait for each tenant that holds rows. The rest of its emails keep their leases, and are claimed again.
    continue when v_result.workspace_id = any (v_waited_for);
    begin
      v_counts := v_counts || nightshift.store_results(p_lease_token, jsonb_build_array(v_result.value), p_now);
    exception
      when lock_not_available then
        v_waited_for := v_waited_for || v_result.workspace_id;
        if cardinality(v_waited_for) = 4 then
          -- However many tenants hold rows, the others get their results in half a second.
          perform set_config('lock_timeout', '1ms', true);
        end if;
      when integrity_constraint_violation or data_exception then
        -- Another analysis would give the same record, so it is not tried again. No words of the email are kept.
        get stacked diagnostics v_constraint = constraint_name;
        v_counts := v_counts || nightshift.store_results(p_lease_token, jsonb_build_array(jsonb_build_object(
          'email_id', v_result.value -> 'email_id',
          'error', 'The record was rejected: ' || case
            when sqlerrm like 'evidence_not_true:%' then sqlerrm
            else coalesce('it breaks ' || nullif(v_constraint, '') || '.', 'a value is missing or of another type.')
          end,
          'is_retryable', false)), p_now);
    end;
  end loop;
  return v_counts;
end
$$;
comment on function nightshift.store_results_singly(uuid, jsonb, timestamptz) is
'Part of settle_emails: saves results one by one. A record that the table refuses fails its own email alone, for good. '
'An email whose rows somebody holds keeps its lease. Returns as store_results does.';
revoke all on function nightshift.store_results_singly(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.store_without_waiting(p_lease_token uuid, p_results jsonb, p_now timestamptz)
  returns jsonb
-- A tenant may hold rows of its emails. Whoever waits longer than this gets an error.
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
begin
  return nightshift.store_results(p_lease_token, p_results, p_now);
exception when integrity_constraint_violation or data_exception or lock_not_available then
  return nightshift.store_results_singly(p_lease_token, p_results, p_now);
end
$$;
comment on function nightshift.store_without_waiting(uuid, jsonb, timestamptz) is
'Part of settle_emails: saves results all at once, or one by one when a record is rejected or somebody holds a row. '
'Returns as store_results does.';
revoke all on function nightshift.store_without_waiting(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.count_results(p_counts jsonb) returns void
language sql set search_path = ''
as $$
  update nightshift.run_workspaces w
  set processed = w.processed + c.processed, failed = w.failed + c.failed, needs_copy = true
  from (
    select n.run_id, n.workspace_id, sum(n.processed) as processed, sum(n.failed) as failed
    from jsonb_to_recordset(p_counts) as n (run_id uuid, workspace_id uuid, processed bigint, failed bigint)
    group by n.run_id, n.workspace_id
  ) c
  where w.run_id = c.run_id and w.workspace_id = c.workspace_id and w.status = 'running'
$$;
comment on function nightshift.count_results(jsonb) is
'Part of settle_emails: adds what was saved to the numbers of the run.';
revoke all on function nightshift.count_results(jsonb) from public;

create or replace function nightshift.hold_workspaces(p_lease_token uuid, p_calls jsonb) returns uuid[]
language sql set search_path = ''
as $$
  -- The key share lock keeps a workspace from being deleted until we are done. One that is being deleted is left out.
  select coalesce(array_agg(held.id), array[]::uuid[])
  from (
    select w.id
    from public.workspaces w
    where w.id = any (array(
      select q.workspace_id from nightshift.email_queue q where q.lease_token = p_lease_token
      union
      select r.workspace_id from nightshift.budget_reservations r where r.lease_token = p_lease_token
        and r.task_id is null
      union
      select (c.value ->> 'workspace_id')::uuid from jsonb_array_elements(p_calls) as c (value)))
    order by w.id
    for key share skip locked
  ) held
$$;
comment on function nightshift.hold_workspaces(uuid, jsonb) is
'Part of settle_emails: the workspaces of the emails of a lease and of these calls, except those that somebody is '
'deleting.';
revoke all on function nightshift.hold_workspaces(uuid, jsonb) from public;

create or replace function nightshift.settle_emails(
  p_lease_token uuid,
  p_results jsonb,
  p_now timestamptz default clock_timestamp(),
  p_calls jsonb default '[]'
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_held uuid[] := nightshift.hold_workspaces(p_lease_token, p_calls);
  v_results jsonb;
  v_calls jsonb;
  v_counts jsonb;
  v_processed bigint;
  v_failed bigint;
  v_unread bigint := (select count(*) from jsonb_to_recordset(p_results) as r (is_unread boolean) where r.is_unread);
begin
  select coalesce(jsonb_agg(r.value order by r.position), '[]') into v_results
  from jsonb_array_elements(p_results) with ordinality as r (value, position)
  join nightshift.email_queue q on q.lease_token = p_lease_token and q.email_id = (r.value ->> 'email_id')::uuid
  where q.workspace_id = any (v_held);
  -- A call is paid for, also when its workspace is being deleted: then the project alone pays.
  select coalesce(jsonb_agg(case when (c.value ->> 'workspace_id')::uuid = any (v_held) then c.value
    else c.value || '{"workspace_id": null}' end order by c.position), '[]') into v_calls
  from jsonb_array_elements(p_calls) with ordinality as c (value, position);

  -- Before any other row: judge_budgets takes what is set aside first and the workspaces of runs afterwards.
  perform
  from nightshift.budget_reservations r
  where r.lease_token = p_lease_token and r.task_id is null
    and (r.workspace_id is null or r.workspace_id = any (v_held))
  order by r.id
  for update;
  -- And these in one go and one order: parallel settles of a run and judge_budgets meet here.
  perform
  from nightshift.run_workspaces w
  where w.workspace_id = any (v_held) and w.run_id in (
    select q.run_id from nightshift.email_queue q where q.lease_token = p_lease_token
    union
    select b.run_id from nightshift.budget_reservations b where b.lease_token = p_lease_token and b.task_id is null)
  order by w.run_id, w.workspace_id
  for no key update;
  v_counts := nightshift.store_without_waiting(p_lease_token, v_results, p_now);
  perform nightshift.count_results(v_counts);
  perform nightshift.settle_spending(p_lease_token, array(
    select (r.value ->> 'email_id')::uuid from jsonb_array_elements(p_results) as r (value)
    except
    -- What is set aside for a workspace that is being deleted is booked when it is found unsettled.
    select unnest(b.email_ids) from nightshift.budget_reservations b
    where b.lease_token = p_lease_token and b.task_id is null and b.workspace_id <> all (v_held)), v_calls, p_now);
  perform nightshift.copy_run(c.run_id)
  from (select distinct n.run_id from jsonb_to_recordset(v_counts) as n (run_id uuid)) c;

  select coalesce(sum(n.processed), 0), coalesce(sum(n.failed), 0) into v_processed, v_failed
  from jsonb_to_recordset(v_counts) as n (processed bigint, failed bigint);
  return jsonb_build_object('processed', v_processed, 'failed', v_failed,
    'stale', jsonb_array_length(p_results) - v_processed - v_failed - v_unread);
end
$$;
comment on function nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb) is
'Saves the results [{email_id, record, model}, {email_id, error, is_retryable} or {email_id, is_unread}] of emails '
'held under a lease and ends their leases, in one transaction. An email whose lease has ended or moved on, or whose '
'rows somebody holds, is left alone and counted as stale. The calls in p_calls count all the same, see '
'settle_spending. A failed email is tried again after 1 to 60 minutes, 5 attempts in all, unless is_retryable is '
'false or the table refuses its record. Returns {processed, failed, stale}.';
revoke all on function nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb) from public;

create or replace function nightshift.requeue_failed_emails(p_workspace_id uuid) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_requeued integer;
begin
  update nightshift.email_queue q
  set failed_at = null, attempts = 0, next_attempt_at = '-infinity', last_error = null
  where q.workspace_id = p_workspace_id and q.failed_at is not null;
  get diagnostics v_requeued = row_count;
  if v_requeued > 0 then
    perform nightshift.mark_workspaces_due(array[p_workspace_id], '-infinity');
  end if;
  return v_requeued;
end
$$;
comment on function nightshift.requeue_failed_emails(uuid) is
'Gives the emails of a workspace that were given up another five attempts. Returns how many.';
revoke all on function nightshift.requeue_failed_emails(uuid) from public;

-- 20261122000900_cron_expressions.sql

-- Cron expressions: which minutes a schedule means, by the rules of pg_cron 1.6, in any time zone.
--
-- Five fields: minute, hour, day of month, month, day of week. Each is a list of *, a value, a range,
-- */step or range/step, with names for months and days. Anything else is rejected instead of guessed:
-- also a step that is longer than the field, as */90 would mean every hour.
--
-- Where clocks change, the hour field decides. If it begins with a star, the expression means every minute
-- whose local time matches, so an hourly job runs in both of the repeated hours. Otherwise each local time
-- runs once: one that is skipped runs at the next minute that exists, one that comes twice runs the first time.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.cron_field_values(p_field text, p_min integer, p_max integer,
  p_names text[] default '{}')
returns integer[]
language plpgsql immutable strict parallel safe set search_path = ''
as $$
declare
  v_values integer[] := array[]::integer[];
  v_item text;
  v_parts text[];
  v_bounds text[];
  v_from integer;
  v_to integer;
  v_step integer;
begin
  if p_field = '*' then
    return array(select generate_series(p_min, p_max));
  end if;
  foreach v_item in array string_to_array(lower(p_field), ',') loop
    v_parts := regexp_match(v_item, '^(\*|[0-9a-z]{1,3})(?:-([0-9a-z]{1,3}))?(?:/([0-9]{1,2}))?$');
    if v_parts is null or (v_parts[1] = '*' and v_parts[2] is not null)
      -- A step needs something to step through.
      or (v_parts[3] is not null and v_parts[1] <> '*' and v_parts[2] is null)
    then
      return null;
    end if;
    v_bounds := case when v_parts[1] = '*' then array[p_min::text, p_max::text]
      else array[v_parts[1], coalesce(v_parts[2], v_parts[1])] end;
    v_from := coalesce(array_position(p_names, v_bounds[1]) - 1 + p_min,
      case when v_bounds[1] ~ '^[0-9]{1,2}$' then v_bounds[1]::integer end);
    v_to := coalesce(array_position(p_names, v_bounds[2]) - 1 + p_min,
      case when v_bounds[2] ~ '^[0-9]{1,2}$' then v_bounds[2]::integer end);
    v_step := coalesce(v_parts[3]::integer, 1);
    if v_from is null or v_to is null or v_from < p_min or v_to > p_max or v_from > v_to
      or v_step not between 1 and p_max
    then
      return null;
    end if;
    v_values := v_values || array(select generate_series(v_from, v_to, v_step));
  end loop;
  return array(select distinct v from unnest(v_values) as v order by v);
end
$$;
comment on function nightshift.cron_field_values(text, integer, integer, text[]) is
'The values that one field of a cron expression means, ascending. Null when the field cannot be read. p_names[1] '
'stands for p_min.';
revoke all on function nightshift.cron_field_values(text, integer, integer, text[]) from public;

create or replace function nightshift.trim_expression(p_expression text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$ select btrim(regexp_replace(p_expression, '\s+', ' ', 'g')) $$;
comment on function nightshift.trim_expression(text) is
'A cron expression with one space between its fields and none around it, whatever blanks, tabs and line breaks it had.';
revoke all on function nightshift.trim_expression(text) from public;

create or replace function nightshift.local_slots(p_expression text, p_from timestamp, p_to timestamp)
returns setof timestamp
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  c_longest_expression constant integer := 1000;
  v_fields text[] := regexp_split_to_array(
    nightshift.trim_expression(left(p_expression, c_longest_expression + 1)), ' ');
  v_minutes integer[] := nightshift.cron_field_values(v_fields[1], 0, 59);
  v_hours integer[] := nightshift.cron_field_values(v_fields[2], 0, 23);
  v_days integer[] := nightshift.cron_field_values(v_fields[3], 1, 31);
  v_months integer[] := nightshift.cron_field_values(v_fields[4], 1, 12,
    '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}');
  v_weekdays integer[] := nightshift.cron_field_values(v_fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}');
  v_both_days boolean := left(v_fields[3], 1) = '*' or left(v_fields[5], 1) = '*';
begin
  if length(p_expression) > c_longest_expression or cardinality(v_fields) <> 5 or v_minutes is null or v_hours is null
    or v_days is null or v_months is null or v_weekdays is null
  then
    raise exception 'cron_expression_invalid: "%" cannot be read. %.',
      case when length(p_expression) > 100 then left(p_expression, 100) || '…' else p_expression end,
      case
        when length(p_expression) > c_longest_expression then 'It has more than 1000 characters'
        when cardinality(v_fields) <> 5 then
          'It needs five fields: minute, hour, day of month, month, day of week'
        when v_minutes is null then format('Its minute is "%s", and 0 to 59 is allowed', left(v_fields[1], 100))
        when v_hours is null then format('Its hour is "%s", and 0 to 23 is allowed', left(v_fields[2], 100))
        when v_days is null then format('Its day of month is "%s", and 1 to 31 is allowed', left(v_fields[3], 100))
        when v_months is null then format('Its month is "%s", and 1 to 12 is allowed', left(v_fields[4], 100))
        else format('Its day of week is "%s", and 0 to 7 is allowed', left(v_fields[5], 100))
      end
      using errcode = 'PT422', hint = 'Allowed are *, values, ranges a-b, steps */n and a-b/n within the field, lists, '
        'and names such as mon or jan, with at most 1000 characters.';
  end if;

  return query
  with days as ( -- a field that begins with a star counts as a star, and then both day fields must match
    select d as midnight
    from generate_series(date_trunc('day', p_from), p_to, interval '1 day') as d
    where extract(month from d)::integer = any (v_months)
      and case when v_both_days
        then extract(day from d)::integer = any (v_days)
          and (extract(dow from d)::integer = any (v_weekdays) or extract(isodow from d)::integer = any (v_weekdays))
        else extract(day from d)::integer = any (v_days)
          or extract(dow from d)::integer = any (v_weekdays) or extract(isodow from d)::integer = any (v_weekdays)
      end
  ), hours as ( -- only the hours of the window, as most windows are short
    select d.midnight + make_interval(hours => h.hour) as at
    from days d
    cross join unnest(v_hours) as h (hour)
    where d.midnight + make_interval(hours => h.hour) between p_from - interval '1 hour' and p_to
  )
  select h.at + make_interval(mins => m.minute)
  from hours h
  cross join unnest(v_minutes) as m (minute)
  where h.at + make_interval(mins => m.minute) between p_from and p_to
  order by 1;
end
$$;
comment on function nightshift.local_slots(text, timestamp, timestamp) is
'The local times from p_from to p_to that a cron expression means, ascending, as if no clock ever changed. Error: '
'PT422 cron_expression_invalid.';
revoke all on function nightshift.local_slots(text, timestamp, timestamp) from public;

create or replace function nightshift.zone_offsets(p_time_zone text, p_from timestamptz, p_to timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz, utc_offset interval)
language plpgsql immutable set search_path = ''
as $$
declare
  -- No zone has ever changed its offset twice within three days: between two equal samples there is no change.
  c_step constant interval := interval '48 hours';
  v_pair record;
  v_low bigint;
  v_high bigint;
  v_middle bigint;
begin
  starts_at := p_from;
  for v_pair in
    select s.at, s.at + c_step as next_at, (s.at at time zone p_time_zone) - (s.at at time zone 'utc') as old_offset,
      ((s.at + c_step) at time zone p_time_zone) - ((s.at + c_step) at time zone 'utc') as new_offset
    from generate_series(p_from, p_to, c_step) as s (at)
  loop
    if v_pair.new_offset <> v_pair.old_offset then
      v_low := floor(extract(epoch from v_pair.at));
      v_high := floor(extract(epoch from v_pair.next_at));
      while v_high - v_low > 1 loop
        v_middle := (v_low + v_high) / 2;
        if (to_timestamp(v_middle) at time zone p_time_zone) - (to_timestamp(v_middle) at time zone 'utc')
          = v_pair.old_offset
        then
          v_low := v_middle;
        else
          v_high := v_middle;
        end if;
      end loop;
      utc_offset := v_pair.old_offset;
      ends_at := to_timestamp(v_high);
      return next;
      starts_at := ends_at;
    end if;
    utc_offset := v_pair.new_offset;
    ends_at := v_pair.next_at;
  end loop;
  if ends_at is not null then
    return next;
  end if;
exception when invalid_parameter_value then
  raise exception 'time_zone_unknown: PostgreSQL knows no time zone "%".', left(p_time_zone, 100)
    using errcode = 'PT422', hint = 'The names are those of pg_timezone_names, such as Europe/Berlin.';
end
$$;
comment on function nightshift.zone_offsets(text, timestamptz, timestamptz) is
'How far the clocks of a time zone are ahead of UTC from p_from to p_to or a little later: one row for each time '
'between two changes, ascending, the end excluded. Error: PT422 time_zone_unknown.';
revoke all on function nightshift.zone_offsets(text, timestamptz, timestamptz) from public;

create or replace function nightshift.zone_slots(p_expression text, p_from timestamptz, p_to timestamptz,
  p_time_zone text)
returns setof timestamptz
language plpgsql immutable set search_path = ''
as $$
declare
  -- The longest change of clocks was a day. So the times that came twice are known from two days before.
  c_look_back constant interval := interval '48 hours';
  c_moment constant interval := interval '1 microsecond';
  v_every_minute boolean := split_part(nightshift.trim_expression(p_expression), ' ', 2) like '*%';
  v_part record;
  v_starts_at timestamp;
  v_ends_at timestamp;
  v_shown_until timestamp; -- every local time before it has come, or was skipped
begin
  for v_part in
    select o.*, o.starts_at at time zone 'utc' as utc_start
    from nightshift.zone_offsets(p_time_zone, p_from - c_look_back, p_to) o
  loop
    v_starts_at := v_part.utc_start + v_part.utc_offset;
    v_ends_at := (v_part.ends_at at time zone 'utc') + v_part.utc_offset;
    if not v_every_minute then
      if v_starts_at > v_shown_until and v_part.starts_at between p_from and p_to
        and not exists (select from nightshift.local_slots(p_expression, v_starts_at, v_starts_at))
        and exists (select from nightshift.local_slots(p_expression, v_shown_until, v_starts_at - c_moment))
      then
        return next v_part.starts_at;
      end if;
      v_starts_at := greatest(v_starts_at, v_shown_until);
    end if;
    return query
    select (s.at - v_part.utc_offset) at time zone 'utc'
    from nightshift.local_slots(p_expression,
      greatest(v_starts_at, (p_from at time zone 'utc') + v_part.utc_offset),
      least(v_ends_at - c_moment, (p_to at time zone 'utc') + v_part.utc_offset)) as s (at);
    v_shown_until := greatest(v_ends_at, v_shown_until);
  end loop;
end
$$;
comment on function nightshift.zone_slots(text, timestamptz, timestamptz, text) is
'Part of cron_slots: the slots in a time zone whose clocks may change.';
revoke all on function nightshift.zone_slots(text, timestamptz, timestamptz, text) from public;

create or replace function nightshift.cron_slots(p_expression text, p_from timestamptz, p_to timestamptz,
  p_time_zone text default 'UTC')
returns setof timestamptz
language plpgsql immutable set search_path = ''
as $$
declare
  c_longest_window constant interval := interval '366 days';
begin
  if p_expression is null or p_from is null or p_to is null then
    return;
  elsif p_to - p_from > c_longest_window then
    raise exception 'cron_window_too_long: slots are listed for at most 366 days at once.' using errcode = 'PT422';
  elsif coalesce(p_time_zone, 'UTC') = 'UTC' then
    return query
    select s.at at time zone 'utc'
    from nightshift.local_slots(p_expression, p_from at time zone 'utc', p_to at time zone 'utc') as s (at);
  else
    return query select z.at from nightshift.zone_slots(p_expression, p_from, p_to, p_time_zone) as z (at);
  end if;
end
$$;
comment on function nightshift.cron_slots(text, timestamptz, timestamptz, text) is
'The minutes from p_from to p_to (at most 366 days) that a cron expression means on the clocks of a time zone, '
'ascending. Where clocks change: with a star as hour every minute that matches; otherwise a skipped local time runs at '
'the next minute that exists, and one that comes twice runs once. None for a null expression. Errors: PT422 '
'cron_expression_invalid, cron_window_too_long, time_zone_unknown.';
revoke all on function nightshift.cron_slots(text, timestamptz, timestamptz, text) from public;

create or replace function nightshift.cron_matches(p_expression text, p_at timestamptz, p_time_zone text default 'UTC')
returns boolean
language sql immutable set search_path = ''
as $$
  select exists (
    select
    from nightshift.cron_slots(p_expression, date_trunc('minute', p_at), date_trunc('minute', p_at), p_time_zone)
  )
$$;
comment on function nightshift.cron_matches(text, timestamptz, text) is
'Whether the minute of p_at is one that the cron expression means in a time zone. Errors: PT422 '
'cron_expression_invalid, time_zone_unknown.';
revoke all on function nightshift.cron_matches(text, timestamptz, text) from public;

create or replace function nightshift.latest_slot(p_expression text, p_at timestamptz, p_time_zone text default 'UTC')
returns timestamptz
language plpgsql immutable set search_path = ''
as $$
begin
  -- The last hour is enough for nearly every schedule. Only the others need a month.
  return coalesce(
    (select max(s) from nightshift.cron_slots(p_expression, p_at - interval '1 hour', p_at, p_time_zone) as s),
    (select max(s) from nightshift.cron_slots(p_expression, p_at - interval '31 days', p_at, p_time_zone) as s)
  );
end
$$;
comment on function nightshift.latest_slot(text, timestamptz, text) is
'The latest minute up to p_at that the expression means in a time zone, looking back 31 days. Null when there is none.';
revoke all on function nightshift.latest_slot(text, timestamptz, text) from public;

create or replace function nightshift.next_slot(p_expression text, p_after timestamptz, p_time_zone text default 'UTC')
returns timestamptz
language sql immutable set search_path = ''
as $$
  select coalesce(
    (select min(s) from nightshift.cron_slots(p_expression, p_after, p_after + interval '1 hour', p_time_zone) as s
      where s > p_after),
    (select min(s) from nightshift.cron_slots(p_expression, p_after, p_after + interval '31 days', p_time_zone) as s
      where s > p_after)
  )
$$;
comment on function nightshift.next_slot(text, timestamptz, text) is
'The first minute after p_after that the expression means in a time zone, looking ahead 31 days. Null when there is '
'none.';
revoke all on function nightshift.next_slot(text, timestamptz, text) from public;

create or replace function nightshift.check_time_zone(p_name text) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_name text := p_name;
begin
  if v_name is distinct from 'UTC' then
    -- Abbreviations such as CEST are left out: they never change their clocks.
    select z.name into v_name from pg_catalog.pg_timezone_names z where lower(z.name) = lower(p_name);
  end if;
  if v_name is null then
    raise exception 'time_zone_unknown: PostgreSQL knows no time zone "%".', left(p_name, 100)
      using errcode = 'PT422', hint = 'The names are those of pg_timezone_names, such as Europe/Berlin.';
  end if;
  return v_name;
end
$$;
comment on function nightshift.check_time_zone(text) is
'The name of a time zone as PostgreSQL spells it, whatever its case. Error: PT422 time_zone_unknown.';
revoke all on function nightshift.check_time_zone(text) from public;

-- 20261122000910_pg_cron_expressions.sql

-- When pg_cron has to come for a schedule of another time zone.
--
-- pg_cron works in UTC. The job of a schedule in Europe/Berlin comes at every UTC time that the schedule can
-- mean in the coming 400 days, summer and winter: for 09:00 that is 07:00 and 08:00. dispatch then asks
-- cron_slots whether this minute is a slot. Minutes, hours and days only ever grow, so each slot has its tick.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.write_cron_field(p_values integer[], p_all integer) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select case when count(*) = p_all then '*' else string_agg(v.value::text, ',' order by v.value) end
  from (select distinct u.value from unnest(p_values) as u (value)) v
$$;
comment on function nightshift.write_cron_field(integer[], integer) is
'One field of a cron expression: a list of values, or a star when they are all p_all of them.';
revoke all on function nightshift.write_cron_field(integer[], integer) from public;

create or replace function nightshift.utc_minutes(p_expression text, p_time_zone text, p_now timestamptz)
returns setof integer
language sql immutable set search_path = ''
as $$
  with fields as (
    select regexp_split_to_array(nightshift.trim_expression(p_expression), ' ') as f
  ), clocks as materialized (
    select o.starts_at at time zone 'utc' as starts_at, (extract(epoch from o.utc_offset) / 60)::integer as ahead,
      (lag(extract(epoch from o.utc_offset)) over (order by o.starts_at) / 60)::integer as ahead_before
    from nightshift.zone_offsets(p_time_zone, p_now - interval '48 hours', p_now + interval '9600 hours') o
  )
  select h.hour * 60 + m.minute - c.ahead
  from fields
  cross join (select distinct ahead from clocks) c
  cross join unnest(nightshift.cron_field_values(fields.f[2], 0, 23)) as h (hour)
  cross join unnest(nightshift.cron_field_values(fields.f[1], 0, 59)) as m (minute)
  union -- what clocks skip runs when they change
  select extract(hour from c.starts_at)::integer * 60 + extract(minute from c.starts_at)::integer
    + (c.starts_at::date - skipped.at::date) * 1440
  from fields
  join clocks c on c.ahead > c.ahead_before and fields.f[2] not like '*%'
  cross join lateral nightshift.local_slots(p_expression, c.starts_at + make_interval(mins => c.ahead_before),
    c.starts_at + make_interval(mins => c.ahead) - interval '1 microsecond') as skipped (at)
$$;
comment on function nightshift.utc_minutes(text, text, timestamptz) is
'Part of pg_cron_expression: the UTC times of day at which an expression may have a slot in the 400 days after p_now, '
'in minutes since 00:00 UTC of the local date. Negative: on the day before; 1440 or more: on the day after.';
revoke all on function nightshift.utc_minutes(text, text, timestamptz) from public;

create or replace function nightshift.shift_cron_days(p_expression text, p_shifts integer[]) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_fields text[] := regexp_split_to_array(nightshift.trim_expression(p_expression), ' ');
  v_days integer[];
  v_months integer[];
  v_weekdays integer[];
begin
  if p_shifts = '{0}' then
    return array_to_string(v_fields[3:5], ' ');
  end if;
  select array_agg((w.day + s.shift + 7) % 7) into v_weekdays
  from unnest(nightshift.cron_field_values(v_fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}')) as w (day)
  cross join unnest(p_shifts) as s (shift);
  -- A month ends with any day from the 28th to the 31st.
  select array_agg(n.day) into v_days
  from unnest(nightshift.cron_field_values(v_fields[3], 1, 31)) as d (day)
  cross join unnest(p_shifts) as s (shift)
  cross join lateral (
    select d.day + s.shift where d.day + s.shift between 1 and 31
    union select 1 where s.shift = 1 and d.day >= 28
    union select generate_series(28, 31) where s.shift = -1 and d.day = 1
  ) as n (day);
  select array_agg((m.month + s.shift + 11) % 12 + 1) into v_months
  from unnest(nightshift.cron_field_values(v_fields[4], 1, 12, '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}'))
    as m (month)
  cross join unnest(p_shifts || 0) as s (shift);
  return concat_ws(' ',
    case
      -- Two lists mean that either day will do. Where both had to match, the weekdays alone are enough.
      when v_fields[3] not like '*%' and v_fields[5] not like '*%' then nightshift.write_cron_field(v_days, null)
      when nightshift.write_cron_field(v_weekdays, 7) = '*' then nightshift.write_cron_field(v_days, 31)
      else '*'
    end,
    nightshift.write_cron_field(v_months, 12),
    nightshift.write_cron_field(v_weekdays,
      case when v_fields[3] like '*%' or v_fields[5] like '*%' then 7 end));
end
$$;
comment on function nightshift.shift_cron_days(text, integer[]) is
'Part of pg_cron_expression: the fields day, month and weekday for the days that lie so many days after those of an '
'expression, each of the shifts from -1 to 1. It may mean more days, never fewer.';
revoke all on function nightshift.shift_cron_days(text, integer[]) from public;

create or replace function nightshift.pg_cron_expression(p_expression text, p_time_zone text, p_now timestamptz)
returns text
language plpgsql immutable set search_path = ''
as $$
declare
  v_minutes integer[];
  v_hours integer[];
  v_shifts integer[];
begin
  if p_expression is null or p_time_zone = 'UTC' then
    return p_expression;
  end if;
  select array_agg((u.at + 2880) % 60), array_agg((u.at + 2880) / 60 % 24),
    array_agg(distinct (u.at + 2880) / 1440 - 2)
  into v_minutes, v_hours, v_shifts
  from nightshift.utc_minutes(p_expression, p_time_zone, p_now) as u (at);
  return concat_ws(' ', nightshift.write_cron_field(v_minutes, 60), nightshift.write_cron_field(v_hours, 24),
    nightshift.shift_cron_days(p_expression, v_shifts));
end
$$;
comment on function nightshift.pg_cron_expression(text, text, timestamptz) is
'The expression in UTC that the pg_cron job of a schedule gets: it means every slot that the expression has in its '
'time zone in the 400 days after p_now, and possibly other minutes. The expression itself in UTC. Null for a null '
'expression.';
revoke all on function nightshift.pg_cron_expression(text, text, timestamptz) from public;

-- 20261122001000_schedules.sql

-- Schedules: what should run when. Each enabled row has its pg_cron job, whichever way the row changes.
--
-- A row without a cron expression is an agent that runs on demand: it has no pg_cron job, and no clock judges it.
-- Locks: none on user tables. Time: milliseconds.

create table if not exists public.task_schedules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  task_type text not null,
  cron_expression text,
  time_zone text not null default 'UTC',
  target text not null,
  payload jsonb not null default '{}',
  enabled boolean not null default true,
  missed_policy text not null default 'run_once',
  missed_window interval not null default interval '24 hours',
  overlap_policy text not null default 'skip',
  timeout_ms integer not null default 5000,
  max_attempts integer not null default 3,
  max_parallel_runs integer not null default 1,
  for_each text,
  max_concurrency integer,
  max_concurrency_per_workspace integer,
  enqueue_policy text not null default 'service',
  active_since timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint name_is_a_slug check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  -- pg_cron replaces jobs by name, and reconcile has one.
  constraint name_is_not_reserved check (name !~ '^nightshift-'),
  constraint target_is_a_function_or_a_url check (
    target ~ '^[a-z0-9][a-z0-9_-]{0,62}(/[A-Za-z0-9._~/-]{0,200})?$' or target ~ '^https?://\S+$'),
  constraint payload_is_an_object_of_at_most_64_kb check (
    jsonb_typeof(payload) = 'object' and pg_column_size(payload) <= 65536),
  constraint missed_policy_is_known check (missed_policy in ('skip', 'run_once', 'backfill')),
  constraint missed_window_is_up_to_31_days check (missed_window between interval '1 minute' and interval '31 days'),
  constraint overlap_policy_is_known check (overlap_policy in ('skip', 'allow')),
  constraint timeout_is_from_1_to_10_seconds check (timeout_ms between 1000 and 10000),
  constraint max_attempts_is_from_1_to_10 check (max_attempts between 1 and 10),
  constraint max_parallel_runs_is_from_1_to_16 check (max_parallel_runs between 1 and 16),
  constraint for_each_is_known check (for_each in ('workspace')),
  -- Whoever is given jobs speaks our protocol, which a URL does not.
  constraint target_on_demand_is_a_function check (
    (cron_expression is not null and for_each is null) or target !~ '^https?://'),
  constraint max_concurrency_is_from_1_to_1000 check (max_concurrency between 1 and 1000),
  constraint max_concurrency_per_workspace_is_from_1_to_1000 check (max_concurrency_per_workspace between 1 and 1000),
  constraint a_schedule_of_the_database_makes_no_jobs check (for_each is null or target <> 'database'),
  constraint enqueue_policy_is_known check (enqueue_policy in ('service', 'owners', 'members'))
);

comment on table public.task_schedules is 'What runs when: a task type, a cron expression and where to send the '
  'request. Without a cron expression it is an agent that runs on demand, see enqueue_jobs.';
comment on column public.task_schedules.id is 'time-ordered UUID';
comment on column public.task_schedules.name is 'unique name, also of its pg_cron job: a-z, 0-9 and hyphens, not '
  'beginning with nightshift-';
comment on column public.task_schedules.task_type is 'task type of the rows it makes';
comment on column public.task_schedules.cron_expression is
'five fields, on the clocks of time_zone; null: it runs on demand only';
comment on column public.task_schedules.time_zone is
'a name of pg_timezone_names, such as Europe/Berlin. A local time that does not exist runs at the next minute that '
'does, one that comes twice runs once; an expression with a star as hour follows elapsed time';
comment on column public.task_schedules.target is
'an Edge Function of this project (name, or name/path), a URL, or database: work that the database does by itself';
comment on column public.task_schedules.payload is 'sent as the body, beside task_id';
comment on column public.task_schedules.enabled is 'false: paused, it has no pg_cron job';
comment on column public.task_schedules.missed_policy is
'scheduled times without a tick: skip records them, run_once runs the latest, backfill runs each, oldest first';
comment on column public.task_schedules.missed_window is 'older missed scheduled times are only recorded; at most 31 '
  'days';
comment on column public.task_schedules.overlap_policy is
'skip: a tick is cancelled while the task of another scheduled time is unfinished; allow: it runs beside it';
comment on column public.task_schedules.timeout_ms is 'how long pg_net waits for the answer, 1000 to 10000';
comment on column public.task_schedules.max_attempts is
'attempts for one scheduled time or job, 1 to 10, the first included';
comment on column public.task_schedules.max_parallel_runs is
'how many runs of a scheduled time may share a large backlog of emails, 1 to 16';
comment on column public.task_schedules.for_each is
'workspace: each scheduled time makes one job for each workspace, or for those in nightshift.agent_workspaces if the '
'agent has any there; null: one task for all';
comment on column public.task_schedules.max_concurrency is
'how many jobs of the agent may run at the same time, 1 to 1000; null: no limit';
comment on column public.task_schedules.max_concurrency_per_workspace is
'how many jobs of one workspace may run at the same time, 1 to 1000; null: no limit';
comment on column public.task_schedules.enqueue_policy is
'who may enqueue jobs for a workspace beside the service role: service (nobody), owners (its owners and admins) or '
'members (also its members)';
comment on column public.task_schedules.active_since is
'nothing was expected before this time; set when the row is made, resumed or given another expression or time zone';
comment on column public.task_schedules.created_at is 'when the row was written';
comment on column public.task_schedules.updated_at is 'when it last changed';

create table if not exists nightshift.cron_jobs (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  expression text not null,
  written_at timestamptz not null
);
alter table nightshift.cron_jobs enable row level security;
comment on table nightshift.cron_jobs is 'What Nightshift wrote into pg_cron for each schedule.';
comment on column nightshift.cron_jobs.schedule_id is 'the schedule';
comment on column nightshift.cron_jobs.expression is
'the expression of its job, in UTC. In another time zone it also means minutes that are no slot';
comment on column nightshift.cron_jobs.written_at is 'when it was worked out';

create or replace function nightshift.write_cron_job(p_schedule public.task_schedules, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_expression text := nightshift.pg_cron_expression(p_schedule.cron_expression, p_schedule.time_zone, p_now);
begin
  perform cron.schedule(p_schedule.name, v_expression, format('select nightshift.dispatch(%L)', p_schedule.name));
  insert into nightshift.cron_jobs as j (schedule_id, expression, written_at)
  values (p_schedule.id, v_expression, p_now)
  on conflict (schedule_id) do update set expression = excluded.expression, written_at = excluded.written_at;
end
$$;
comment on function nightshift.write_cron_job(public.task_schedules, timestamptz) is
'Makes the pg_cron job of a schedule, or replaces the job of its name.';
revoke all on function nightshift.write_cron_job(public.task_schedules, timestamptz) from public;

create or replace function nightshift.check_schedule() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A wrong expression is rejected here and not at every tick.
  new.cron_expression := nightshift.trim_expression(new.cron_expression);
  if tg_op = 'INSERT' or new.time_zone is distinct from old.time_zone then
    new.time_zone := nightshift.check_time_zone(new.time_zone);
  end if;
  if new.cron_expression is not null then
    perform nightshift.cron_matches(new.cron_expression, clock_timestamp(), new.time_zone);
  end if;
  if new.target = 'database' and not exists (
    select from nightshift.database_types d where d.task_type = new.task_type
  ) then
    raise exception 'database_type_unknown: the database has no work for the task type "%".', new.task_type
      using errcode = 'PT422', hint = 'Types that it does: select task_type from nightshift.database_types;';
  end if;
  if tg_op = 'UPDATE'
    and (new.cron_expression is distinct from old.cron_expression or new.time_zone <> old.time_zone
      or (new.enabled and not old.enabled))
    and new.active_since = old.active_since
  then
    new.active_since := clock_timestamp();
  end if;
  new.updated_at := clock_timestamp();
  return new;
end
$$;
comment on function nightshift.check_schedule() is
'Checks the expression and the time zone before anything is stored, and sets active_since. Errors: PT422 '
'cron_expression_invalid, time_zone_unknown, database_type_unknown.';
revoke all on function nightshift.check_schedule() from public;

create or replace trigger check_schedule
before insert or update on public.task_schedules
for each row execute function nightshift.check_schedule();

create or replace function nightshift.keep_cron_job() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' and (tg_op = 'DELETE' or old.name <> new.name or not new.enabled
    or new.cron_expression is null) then
    perform cron.unschedule(j.jobid)
    from cron.job j
    where j.jobname = old.name and j.command = format('select nightshift.dispatch(%L)', old.name);
  end if;
  if tg_op <> 'DELETE' and new.enabled and new.cron_expression is not null then
    -- cron.schedule replaces a job by its name, whoever made it.
    if exists (
      select from cron.job j
      where j.jobname = new.name and j.username = current_user and j.command not like 'select nightshift.%'
    ) then
      raise exception 'cron_job_exists: there is a pg_cron job "%" that is not ours; name the schedule otherwise.',
        new.name
        using errcode = 'PT409', hint = format(
          'See it with: select * from cron.job where jobname = %L. Choose another name or, if nobody needs it, select '
          'cron.unschedule(%L).',
          new.name, new.name);
    end if;
    perform nightshift.write_cron_job(new, clock_timestamp());
  end if;
  return null;
end
$$;
comment on function nightshift.keep_cron_job() is
'Keeps the pg_cron job of a schedule in step: one of its name while it is enabled and has a cron expression, none '
'else. Error: PT409 '
'cron_job_exists.';
revoke all on function nightshift.keep_cron_job() from public;

create or replace trigger keep_cron_job
after insert or delete or update of name, cron_expression, time_zone, enabled on public.task_schedules
for each row execute function nightshift.keep_cron_job();

alter table public.task_schedules enable row level security;
revoke all on public.task_schedules from anon, authenticated, service_role;
grant select, insert, update, delete on public.task_schedules to service_role;
-- Members read when what runs, never its target or payload. The policy is in the migration of dispatches.
grant select (id, name, task_type, cron_expression, time_zone) on public.task_schedules to authenticated;
drop policy if exists "service role manages schedules" on public.task_schedules;
create policy "service role manages schedules" on public.task_schedules
  to service_role using (true) with check (true);

create or replace function nightshift.pause_all() returns integer
language sql set search_path = ''
as $$
  with paused as (update public.task_schedules s set enabled = false where s.enabled returning s.id)
  select count(*)::integer from paused
$$;
comment on function nightshift.pause_all() is
'The kill switch: pauses every schedule and returns how many. Resume: update public.task_schedules set enabled = true '
'where …';
revoke all on function nightshift.pause_all() from public;

-- 20261122001050_jobs.sql

-- Jobs: what agents were asked to do, who works on it, and whose turn is next.
--
-- A job's record for people is its row in autonomous_tasks. Everything that machinery decides by is here, where no
-- tenant can write. There is no foreign key to the log (docs/internals/decisions/0005). A held job lives as long as the
-- lease of its run (0012), so a heartbeat writes one row however many jobs the run holds.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.jobs (
  task_id uuid primary key,
  schedule_id uuid not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  lane uuid not null generated always as (coalesce(workspace_id, '00000000-0000-0000-0000-000000000000')) stored,
  seq bigint not null generated always as identity,
  key text,
  slot timestamptz,
  payload jsonb,
  priority smallint not null default 0,
  run_at timestamptz not null,
  state text not null,
  attempt integer not null default 0,
  max_attempts integer not null,
  claims integer not null default 0,
  deaths integer not null default 0,
  run_id uuid,
  last_error text,
  outcome text,
  cancel_requested_at timestamptz,
  ended_at timestamptz,
  retried_as uuid,
  created_at timestamptz not null default now(),
  constraint state_is_known check (state in ('later', 'ready', 'running', 'ended')),
  constraint running_jobs_have_a_run check ((run_id is not null) = (state = 'running')),
  constraint ended_jobs_have_an_outcome check ((outcome is not null) = (state = 'ended')),
  constraint ended_jobs_have_an_end check ((ended_at is not null) = (state = 'ended')),
  constraint outcome_is_known check (outcome in ('completed', 'failed', 'cancelled')),
  constraint key_has_1_to_200_characters check (length(key) between 1 and 200),
  constraint payload_has_at_most_64_kb check (pg_column_size(payload) <= 65536),
  constraint attempt_is_not_negative check (attempt >= 0)
);
create index if not exists jobs_claim_idx
on nightshift.jobs (schedule_id, lane, priority desc, run_at, seq) where state = 'ready';
create index if not exists jobs_later_idx on nightshift.jobs (schedule_id, lane, run_at) where state = 'later';
create index if not exists jobs_running_idx on nightshift.jobs (schedule_id, run_id) where state = 'running';
create unique index if not exists jobs_key_idx on nightshift.jobs (schedule_id, lane, key) where key is not null;
create index if not exists jobs_slot_idx on nightshift.jobs (schedule_id, lane) where slot is not null
  and state <> 'ended';
create index if not exists jobs_ended_idx on nightshift.jobs (ended_at) where state = 'ended';
-- Its order is that of lists.
create index if not exists jobs_workspace_idx on nightshift.jobs (workspace_id, task_id) where workspace_id is not null;
alter table nightshift.jobs enable row level security;
revoke all on nightshift.jobs from public, anon, authenticated, service_role;

comment on table nightshift.jobs is
'Jobs of agents. A completed job without a key leaves this table at once, one with a key 24 hours after its end, and '
'one that failed or was cancelled after 30 days.';
comment on column nightshift.jobs.task_id is 'its row in autonomous_tasks, the same for every attempt';
comment on column nightshift.jobs.schedule_id is 'the agent';
comment on column nightshift.jobs.workspace_id is 'whose it is; null: the project''s';
comment on column nightshift.jobs.lane is 'workspace_id, or zeros without one: jobs of a lane come one after the other';
comment on column nightshift.jobs.seq is 'the order in which jobs were enqueued';
comment on column nightshift.jobs.key is
'of an agent and a workspace, a key names one job until 24 hours after its end';
comment on column nightshift.jobs.slot is 'the scheduled time that made it; null: somebody enqueued it';
comment on column nightshift.jobs.payload is 'what the agent is given';
comment on column nightshift.jobs.priority is 'higher comes first within a workspace, -32768 to 32767';
comment on column nightshift.jobs.run_at is 'not before';
comment on column nightshift.jobs.state is
'later: run_at had not come when somebody last looked; ready: it can be claimed; running: a run holds it; ended';
comment on column nightshift.jobs.attempt is 'how many attempts have begun';
comment on column nightshift.jobs.max_attempts is 'how many there may be';
comment on column nightshift.jobs.claims is 'how often it was handed out; a continuation is no attempt';
comment on column nightshift.jobs.deaths is 'how many runs in a row have died with it';
comment on column nightshift.jobs.run_id is 'the run that holds it, see run_leases; null while nobody does';
comment on column nightshift.jobs.last_error is 'what the latest failed attempt said';
comment on column nightshift.jobs.outcome is 'completed, failed or cancelled; null before its end';
comment on column nightshift.jobs.cancel_requested_at is 'when somebody asked for its end';
comment on column nightshift.jobs.ended_at is 'when it ended';
comment on column nightshift.jobs.retried_as is 'the task that does a failed job again';
comment on column nightshift.jobs.created_at is 'when it was enqueued';

create table if not exists nightshift.job_turns (
  schedule_id uuid not null,
  lane uuid not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  last_served_at timestamptz,
  is_waiting boolean not null default false,
  due_at timestamptz,
  primary key (schedule_id, lane)
);
create index if not exists job_turns_next_idx
on nightshift.job_turns (schedule_id, last_served_at nulls first, lane) where is_waiting;
create index if not exists job_turns_due_idx on nightshift.job_turns (schedule_id, due_at) where due_at is not null;
create index if not exists job_turns_workspace_idx on nightshift.job_turns (workspace_id);
alter table nightshift.job_turns enable row level security;
revoke all on nightshift.job_turns from public, anon, authenticated, service_role;
comment on table nightshift.job_turns is
'Whose turn is next among the workspaces with jobs of an agent: those that were served longest ago.';
comment on column nightshift.job_turns.schedule_id is 'the agent';
comment on column nightshift.job_turns.lane is 'the workspace, zeros for jobs without one';
comment on column nightshift.job_turns.workspace_id is 'the workspace; null: the project';
comment on column nightshift.job_turns.last_served_at is
'when jobs of it were last claimed; null: never, so it is next';
comment on column nightshift.job_turns.is_waiting is
'whether jobs of it can be claimed. Never false when some can, so a claim may find none';
comment on column nightshift.job_turns.due_at is
'when the first of its jobs for later is due; null: there is none. Never later than the truth';

create table if not exists nightshift.agent_wakes (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  task_id uuid,
  sent_at timestamptz not null,
  unanswered integer not null default 0
);
alter table nightshift.agent_wakes enable row level security;
revoke all on nightshift.agent_wakes from public, anon, authenticated, service_role;
comment on table nightshift.agent_wakes is 'The latest run of each agent that was sent for to do waiting jobs.';
comment on column nightshift.agent_wakes.schedule_id is 'the agent';
comment on column nightshift.agent_wakes.task_id is
'system row of that run; while it is unfinished no other is sent for';
comment on column nightshift.agent_wakes.sent_at is 'when it was sent for';
comment on column nightshift.agent_wakes.unanswered is 'how many in a row did not start';

create table if not exists nightshift.agent_workspaces (
  schedule_id uuid not null references public.task_schedules (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  primary key (schedule_id, workspace_id)
);
create index if not exists agent_workspaces_workspace_idx on nightshift.agent_workspaces (workspace_id);
alter table nightshift.agent_workspaces enable row level security;
revoke all on nightshift.agent_workspaces from public, anon, authenticated, service_role;
comment on table nightshift.agent_workspaces is
'The workspaces that an agent with for_each = workspace works for. An agent that never had rows '
'here works for all.';
comment on column nightshift.agent_workspaces.schedule_id is 'the agent';
comment on column nightshift.agent_workspaces.workspace_id is 'the workspace';

create table if not exists nightshift.agent_choices (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade
);
alter table nightshift.agent_choices enable row level security;
revoke all on nightshift.agent_choices from public, anon, authenticated, service_role;
comment on table nightshift.agent_choices is
'The agents that work for chosen workspaces only. When the last of these is deleted, the agent works for none.';
comment on column nightshift.agent_choices.schedule_id is 'the agent';

create or replace function nightshift.keep_agent_choice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into nightshift.agent_choices (schedule_id) values (new.schedule_id) on conflict do nothing;
  -- An operator has taken the last one back. It is another thing when the workspace itself was deleted.
  elsif exists (select from public.workspaces w where w.id = old.workspace_id)
    and not exists (select from nightshift.agent_workspaces a where a.schedule_id = old.schedule_id)
  then
    delete from nightshift.agent_choices c where c.schedule_id = old.schedule_id;
  end if;
  return null;
end
$$;
comment on function nightshift.keep_agent_choice() is
'Remembers that an agent works for chosen workspaces only, until an operator takes the last choice back.';
revoke all on function nightshift.keep_agent_choice() from public;

create or replace trigger keep_agent_choice
after insert or delete on nightshift.agent_workspaces
for each row execute function nightshift.keep_agent_choice();

-- After the log was dropped and made again.
delete from nightshift.jobs j
where not exists (select from public.autonomous_tasks t where t.id = j.task_id);

create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
language sql stable security definer cost 1 set search_path = ''
as $$
  select exists (select from nightshift.run_workspaces w where w.task_id = p_task_id)
    or exists (select from nightshift.jobs j where j.task_id = p_task_id)
$$;
comment on function nightshift.is_runner_row(uuid) is
'Whether a task row belongs to the runner: the copy of a run, or a job that an agent does.';
revoke all on function nightshift.is_runner_row(uuid) from public;
grant execute on function nightshift.is_runner_row(uuid) to authenticated;

create or replace function nightshift.end_jobs_of_agent() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- In place of foreign keys, which would look for the agent of each of 10,000 jobs when they are enqueued.
  delete from nightshift.job_turns t where t.schedule_id = old.id;
  with ended as (
    delete from nightshift.jobs j where j.schedule_id = old.id returning j.task_id, j.workspace_id, j.state
  )
  update public.autonomous_tasks t
  set status = 'cancelled', error_message = format('The agent "%s" was deleted before this job had ended.', old.name)
  from ended e
  where t.id = e.task_id and t.workspace_id is not distinct from e.workspace_id and e.state <> 'ended'
    and t.status in ('pending', 'running');
  return null;
end
$$;
comment on function nightshift.end_jobs_of_agent() is 'Ends the jobs of an agent that is deleted.';
revoke all on function nightshift.end_jobs_of_agent() from public;

create or replace trigger end_jobs_of_agent
after delete on public.task_schedules
for each row execute function nightshift.end_jobs_of_agent();

create or replace function nightshift.keep_target_of_jobs() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- By the partial index of each state.
  if exists (select from nightshift.jobs j where j.schedule_id = new.id and j.state = 'ready')
    or exists (select from nightshift.jobs j where j.schedule_id = new.id and j.state = 'later')
    or exists (select from nightshift.jobs j where j.schedule_id = new.id and j.state = 'running')
  then
    raise exception 'agent_has_jobs: "%" has unfinished jobs, and neither a URL nor the database takes jobs.', new.name
      using errcode = 'PT409', hint = 'Wait until they have ended, or cancel them.';
  end if;
  return new;
end
$$;
comment on function nightshift.keep_target_of_jobs() is
'Keeps the target of an agent with unfinished jobs from becoming one that takes none, a URL or database. Error: '
'PT409 agent_has_jobs.';
revoke all on function nightshift.keep_target_of_jobs() from public;

create or replace trigger keep_target_of_jobs
before update of target on public.task_schedules
for each row when (
  (new.target ~ '^https?://' or new.target = 'database') and old.target !~ '^https?://' and old.target <> 'database')
execute function nightshift.keep_target_of_jobs();

create or replace function nightshift.end_runs_of_agent() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Before its dispatches go, by which the runs are known. One that has started ends by itself, or with its lease.
  update public.autonomous_tasks t
  set status = 'cancelled', error_message = format('The agent "%s" was deleted before this run had started.', old.name)
  where t.workspace_id is null and t.status = 'pending' and t.id in (
    select d.task_id from public.task_dispatches d where d.schedule_id = old.id);
  return old;
end
$$;
comment on function nightshift.end_runs_of_agent() is
'When an agent is deleted, ends those of its runs that have not started.';
revoke all on function nightshift.end_runs_of_agent() from public;

create or replace trigger end_runs_of_agent
before delete on public.task_schedules
for each row execute function nightshift.end_runs_of_agent();

-- 20261122001100_dispatches.sql

-- Dispatches: every attempt to start work, with copies of what pg_cron and pg_net knew about it.
--
-- The tables of pg_cron and pg_net are unlogged, short-lived or hidden by row level security. Ours last.
-- Locks: none on user tables. Time: milliseconds.

create table if not exists public.task_dispatches (
  id uuid primary key default nightshift.time_ordered_uuid(),
  schedule_id uuid not null references public.task_schedules (id) on delete cascade,
  slot timestamptz not null,
  kind text not null,
  seq integer not null default 0,
  task_id uuid,
  dispatched_at timestamptz not null default now(),
  cron_run_id bigint,
  cron_status text,
  cron_started_at timestamptz,
  cron_ended_at timestamptz,
  request_id bigint,
  timeout_ms integer,
  http_status integer,
  responded_at timestamptz,
  verdict text not null default 'sent',
  detail text,
  retry_at timestamptz,
  constraint task_dispatches_happen_once unique (schedule_id, slot, kind, seq),
  constraint kind_is_known check (kind in ('tick', 'retry', 'continuation', 'parallel', 'manual', 'missed', 'early',
    'wake')),
  constraint seq_is_not_negative check (seq >= 0),
  constraint verdict_is_known check (verdict in (
    'sent', 'accepted', 'not_configured', 'not_sent', 'skipped', 'missed', 'refused', 'server_error', 'resource_limit',
    'timed_out', 'unreachable', 'lost', 'ignored', 'stalled'
  ))
);
create unique index if not exists task_dispatches_slot_idx
on public.task_dispatches (schedule_id, slot) where kind in ('tick', 'missed');
create index if not exists task_dispatches_request_idx on public.task_dispatches (request_id)
  where request_id is not null;
create index if not exists task_dispatches_latest_idx on public.task_dispatches (slot desc, dispatched_at desc);
create index if not exists task_dispatches_task_idx on public.task_dispatches (task_id);
create index if not exists task_dispatches_open_idx on public.task_dispatches (dispatched_at) where verdict = 'sent';
create index if not exists task_dispatches_retry_idx on public.task_dispatches (retry_at) where retry_at is not null;

comment on table public.task_dispatches is
'Every attempt to start work: at most one pg_net request a row. A scheduled time has one system row, and its retries '
'share it.';
comment on column public.task_dispatches.id is 'time-ordered UUID';
comment on column public.task_dispatches.schedule_id is 'the schedule';
comment on column public.task_dispatches.slot is 'the scheduled time that it belongs to';
comment on column public.task_dispatches.kind is
'tick: pg_cron came; missed: found afterwards; retry: again, for the same task; continuation, parallel: a further run '
'for the same slot; manual: by hand; early: made while the clock was ahead, so the slot was dispatched again; '
'wake: jobs wait for the agent';
comment on column public.task_dispatches.seq is 'counts dispatches of one kind for one slot, from 0';
comment on column public.task_dispatches.task_id is 'the system row in autonomous_tasks that tells how it went';
comment on column public.task_dispatches.dispatched_at is 'when';
comment on column public.task_dispatches.cron_run_id is 'runid of the tick in cron.job_run_details, where known';
comment on column public.task_dispatches.cron_status is 'status that pg_cron gave it: succeeded means that this row '
  'was written, no more';
comment on column public.task_dispatches.cron_started_at is 'when pg_cron began the tick';
comment on column public.task_dispatches.cron_ended_at is 'when pg_cron ended it';
comment on column public.task_dispatches.request_id is 'id of the pg_net request; null when none was sent';
comment on column public.task_dispatches.timeout_ms is 'how long pg_net was to wait';
comment on column public.task_dispatches.http_status is 'status of the answer; null when there was none';
comment on column public.task_dispatches.responded_at is 'when pg_net recorded the answer or its failure';
comment on column public.task_dispatches.verdict is
'sent: no answer yet; accepted: answered 2xx, or its task was seen to run; anything else: why not';
comment on column public.task_dispatches.detail is 'the verdict in words';
comment on column public.task_dispatches.retry_at is 'when it will be tried again; null when that was done or will '
  'never be';

-- In place of foreign keys to autonomous_tasks: only system rows are referred to, and a key would look
-- for references to each of a million rows when a workspace is deleted.
create or replace function nightshift.forget_task() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.task_dispatches d where d.task_id = old.id;
  delete from nightshift.run_leases l where l.run_id = old.id;
  delete from nightshift.run_workspaces w where w.run_id = old.id;
  delete from nightshift.jobs j where j.task_id = old.id;
  return null;
end
$$;
comment on function nightshift.forget_task() is 'Deletes the dispatches, the lease, the workspaces and the job of a '
  'run with its system row.';
revoke all on function nightshift.forget_task() from public;

create or replace trigger forget_task
after delete on public.autonomous_tasks
for each row when (old.workspace_id is null)
execute function nightshift.forget_task();

-- After the log was dropped and made again.
delete from public.task_dispatches d
where d.task_id is not null and not exists (select from public.autonomous_tasks t where t.id = d.task_id);
delete from nightshift.run_leases l
where not exists (select from public.autonomous_tasks t where t.id = l.run_id);
delete from nightshift.run_workspaces w
where not exists (select from public.autonomous_tasks t where t.id = w.run_id);

alter table public.task_dispatches enable row level security;
revoke all on public.task_dispatches from anon, authenticated, service_role;
grant select on public.task_dispatches to service_role;
grant select (id, schedule_id, slot, kind, seq, task_id, dispatched_at, responded_at, verdict, http_status)
on public.task_dispatches to authenticated;
drop policy if exists "service role reads dispatches" on public.task_dispatches;
create policy "service role reads dispatches" on public.task_dispatches for select to service_role using (true);
-- Each sub-select that does not depend on the row runs once. The last one goes by the primary key, and
-- only for dispatches that are no scheduled time by themselves: its offset keeps the planner from reading all
-- runs of the caller beforehand.
drop policy if exists "members see scheduled times and the runs of their workspaces" on public.task_dispatches;
create policy "members see scheduled times and the runs of their workspaces" on public.task_dispatches
  for select to authenticated
  using (exists (select from nightshift.my_workspaces()) and (
    kind in ('tick', 'missed')
      or exists (select from nightshift.run_workspaces w where w.run_id = task_dispatches.task_id offset 0)));
drop policy if exists "members see the schedules" on public.task_schedules;
create policy "members see the schedules" on public.task_schedules
  for select to authenticated using (exists (select from nightshift.my_workspaces()));

-- 20261122001150_signing.sql

-- Signing: how the database proves who it is, without a secret that travels.
--
-- Requests are signed as Standard Webhooks specifies (HMAC-SHA256), each target with a key of its own
-- that is derived from cron_secret. So the receiver of one target can check its requests, and can call
-- no other target with what it got or knows.
-- Locks: none. Time: milliseconds.

do $$
declare
  v_home text := (
    select n.nspname
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'hmac' and pg_catalog.pg_get_function_identity_arguments(p.oid) = 'bytea, bytea, text'
    order by (n.nspname = 'extensions') desc
    limit 1
  );
begin
  -- pgcrypto may live in another schema of an existing project.
  execute format($body$
    create or replace function nightshift.hmac_with_key(p_message text, p_key bytea) returns bytea
    language sql immutable strict parallel safe set search_path = ''
    as 'select %I.hmac(convert_to(p_message, ''UTF8''), p_key, ''sha256'')'
  $body$, v_home);
end
$$;
comment on function nightshift.hmac_with_key(text, bytea) is 'HMAC-SHA256 (RFC 2104) of a UTF-8 text.';
revoke all on function nightshift.hmac_with_key(text, bytea) from public;

create or replace function nightshift.hmac_sha256(p_message text, p_secret text) returns bytea
language sql immutable strict parallel safe set search_path = ''
as $$ select nightshift.hmac_with_key(p_message, convert_to(p_secret, 'UTF8')) $$;
comment on function nightshift.hmac_sha256(text, text) is 'HMAC-SHA256 (RFC 2104) of UTF-8 texts.';
revoke all on function nightshift.hmac_sha256(text, text) from public;

create or replace function nightshift.read_secret(p_name text) returns text
language sql stable set search_path = ''
as $$ select s.decrypted_secret from vault.decrypted_secrets s where s.name = p_name $$;
comment on function nightshift.read_secret(text) is 'A secret from Vault by name, null when it is not set.';
revoke all on function nightshift.read_secret(text) from public;

create or replace function nightshift.derive_key(p_secret text, p_purpose text, p_subject text) returns bytea
language sql immutable strict parallel safe set search_path = ''
as $$ select nightshift.hmac_sha256('nightshift ' || p_purpose || ' ' || p_subject, p_secret) $$;
comment on function nightshift.derive_key(text, text, text) is
'A key for one purpose and subject, from which neither the secret nor any other key follows.';
revoke all on function nightshift.derive_key(text, text, text) from public;

create or replace function nightshift.target_key(p_target text, p_secret text) returns bytea
language sql immutable strict parallel safe set search_path = ''
as $$
  -- The paths of an Edge Function share one key, as they share one environment.
  select nightshift.derive_key(p_secret, 'target', case when p_target ~ '^https?://' then p_target
    else split_part(p_target, '/', 1) end)
$$;
comment on function nightshift.target_key(text, text) is
'The key that requests to a target are signed with: one for each Edge Function, and one for each URL.';
revoke all on function nightshift.target_key(text, text) from public;

create or replace function nightshift.signing_secret(p_target text) returns text
language sql stable set search_path = ''
as $$ select 'whsec_' || encode(nightshift.target_key(p_target, nightshift.read_secret('cron_secret')), 'base64') $$;
comment on function nightshift.signing_secret(text) is
'The secret to give to the receiver of a schedule or alert rule whose target is a URL, in the format of Standard '
'Webhooks. It changes when cron_secret does. Null when Vault has no cron_secret.';
revoke all on function nightshift.signing_secret(text) from public;

create or replace function nightshift.task_token(p_task_id uuid, p_secret text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$ select 'nst_' || encode(nightshift.derive_key(p_secret, 'task', p_task_id::text), 'hex') $$;
comment on function nightshift.task_token(uuid, text) is
'What the receiver of a URL target sends to the task API to report on this one task. It opens nothing else.';
revoke all on function nightshift.task_token(uuid, text) from public;

create or replace function nightshift.signed_headers(p_id text, p_body text, p_key bytea, p_now timestamptz)
  returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'Content-Type', 'application/json',
    'webhook-id', p_id,
    'webhook-timestamp', s.seconds,
    'webhook-signature', 'v1,' || encode(nightshift.hmac_with_key(p_id || '.' || s.seconds || '.' || p_body, p_key),
      'base64')
  )
  from (select floor(extract(epoch from p_now))::bigint::text) as s (seconds)
$$;
comment on function nightshift.signed_headers(text, text, bytea, timestamptz) is
'Request headers with a signature as standardwebhooks.com specifies it: over id, seconds since 1970 and body.';
revoke all on function nightshift.signed_headers(text, text, bytea, timestamptz) from public;

-- 20261122001200_dispatch.sql

-- Dispatch: from a tick to one signed request, with its task row first.
--
-- pg_cron only says that the row was written, and pg_net may lose a request. So the row comes first and
-- says what happened, also when nothing can be signed or handed to pg_net.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.post_dispatch(p_dispatch_id uuid, p_task_id uuid,
  p_schedule public.task_schedules, p_now timestamptz)
returns text
language plpgsql set search_path = ''
as $$
declare
  v_secret text := nightshift.read_secret('cron_secret');
  v_project_url text := nightshift.read_secret('project_url');
  v_is_url boolean := p_schedule.target ~ '^https?://';
  v_body jsonb := p_schedule.payload || jsonb_build_object('task_id', p_task_id);
  v_request_id bigint;
begin
  if v_secret is null or (v_project_url is null and not v_is_url) then
    return 'not configured: Vault lacks ' || concat_ws(' and ',
        case when v_project_url is null and not v_is_url then 'project_url' end, case when v_secret is null
          then 'cron_secret' end)
      || '. Set it with: select vault.create_secret(''<value>'', ''<name>''); '
      || 'project_url is https://<project-ref>.supabase.co, cron_secret is the CRON_SECRET of the functions.';
  end if;
  if v_is_url then
    -- A receiver elsewhere reports on this task with this token, and on no other.
    v_body := v_body || jsonb_build_object('task_token', nightshift.task_token(p_task_id, v_secret));
  end if;
  v_request_id := net.http_post(
    url => case when v_is_url then p_schedule.target
      else rtrim(v_project_url, '/') || '/functions/v1/' || p_schedule.target end,
    body => v_body,
    headers => nightshift.signed_headers(
      p_task_id::text, v_body::text, nightshift.target_key(p_schedule.target, v_secret), p_now) ||
        '{"Prefer": "respond-async"}',
    timeout_milliseconds => p_schedule.timeout_ms
  );
  update public.task_dispatches d
  set timeout_ms = p_schedule.timeout_ms, request_id = v_request_id
  where d.id = p_dispatch_id;
  return null;
end
$$;
comment on function nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz) is
'Part of send_dispatch: hands the signed request to pg_net. Returns what Vault lacks, null when nothing. Raises '
'whatever Vault or pg_net raise.';
revoke all on function nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz) from public;

create or replace function nightshift.send_dispatch(p_dispatch_id uuid, p_now timestamptz default clock_timestamp())
  returns text
language plpgsql set search_path = ''
as $$
declare
  v_task_id uuid;
  v_schedule public.task_schedules;
  v_message text;
begin
  select d.task_id into strict v_task_id from public.task_dispatches d where d.id = p_dispatch_id;
  select s.* into strict v_schedule
  from public.task_schedules s
  join public.task_dispatches d on d.schedule_id = s.id
  where d.id = p_dispatch_id;
  if v_schedule.target = 'database' then
    perform nightshift.queue_database_run(p_dispatch_id, v_task_id, p_now);
    return 'dispatched';
  end if;
  begin
    v_message := nightshift.post_dispatch(p_dispatch_id, v_task_id, v_schedule, p_now);
  exception when others then
    update public.task_dispatches d
    set verdict = 'not_sent',
      detail = format('The request could not be signed or handed to pg_net: %s (%s).', left(sqlerrm, 1000), sqlstate)
    where d.id = p_dispatch_id;
    return 'not_sent';
  end;
  if v_message is not null then
    update public.task_dispatches d set verdict = 'not_configured', detail = v_message where d.id = p_dispatch_id;
    perform nightshift.fail_task(v_task_id, v_message, p_now);
    return 'not_configured';
  end if;
  return 'dispatched';
end
$$;
comment on function nightshift.send_dispatch(uuid, timestamptz) is
'Posts the request of a dispatch over pg_net, which sends it after commit, or leaves it to the database worker. '
'Returns dispatched; not_configured when '
'Vault lacks project_url or cron_secret (its task says what to set); or not_sent when Vault or pg_net raised an error '
'(reconcile tries again).';
revoke all on function nightshift.send_dispatch(uuid, timestamptz) from public;

create or replace function nightshift.set_aside_early(p_schedule_id uuid, p_slot timestamptz, p_now timestamptz)
  returns void
language sql set search_path = ''
as $$
  -- Only a clock that was ahead can have written a time that is still to come.
  update public.task_dispatches d
  set kind = 'early', retry_at = null,
    seq = (select coalesce(max(e.seq) + 1, 0) from public.task_dispatches e
      where e.schedule_id = p_schedule_id and e.slot = p_slot and e.kind = 'early'),
    detail = concat_ws(' ', d.detail, 'It was made while the clock of the database was ahead.')
  where d.schedule_id = p_schedule_id and d.slot = p_slot and d.kind in ('tick', 'missed')
    and d.dispatched_at > p_now + interval '1 minute'
$$;
comment on function nightshift.set_aside_early(uuid, timestamptz, timestamptz) is
'Lets a slot be dispatched that a clock ahead of time has dispatched before: that dispatch becomes early.';
revoke all on function nightshift.set_aside_early(uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.open_dispatch(
  p_schedule_id uuid,
  p_slot timestamptz,
  p_kind text,
  p_input jsonb default '{}',
  p_cancel_reason text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_dispatch_id uuid;
  v_task_id uuid;
begin
  select * into strict v_schedule from public.task_schedules s where s.id = p_schedule_id;
  if p_kind in ('tick', 'missed') then
    perform nightshift.set_aside_early(p_schedule_id, p_slot, p_now);
  end if;

  -- A slot ticks once, whether pg_cron came or its absence was found. Further runs count up.
  insert into public.task_dispatches (schedule_id, slot, kind, seq, dispatched_at, verdict, detail)
  select p_schedule_id, p_slot, p_kind,
    case when p_kind in ('tick', 'missed') then 0 else coalesce(max(d.seq) + 1, 0) end,
    p_now,
    case when p_cancel_reason is null then 'sent' when p_kind = 'missed' then 'missed' else 'skipped' end,
    p_cancel_reason
  from public.task_dispatches d
  where d.schedule_id = p_schedule_id and d.slot = p_slot and d.kind = p_kind
  having p_kind not in ('tick', 'missed') or not exists (
    select from public.task_dispatches t
    where t.schedule_id = p_schedule_id and t.slot = p_slot and t.kind in ('tick', 'missed'))
  on conflict do nothing
  returning id into v_dispatch_id;
  if v_dispatch_id is null then
    return jsonb_build_object('outcome', 'already_dispatched', 'slot', p_slot);
  end if;

  insert into public.autonomous_tasks
    (task_type, status, input_data, error_message, executed_at, triggered_by, agent_name)
  values (
    v_schedule.task_type,
    case when p_cancel_reason is null then 'pending' else 'cancelled' end,
    v_schedule.payload || p_input || jsonb_build_object('schedule', v_schedule.name, 'slot', p_slot),
    p_cancel_reason, p_now, case p_kind when 'manual' then 'user' when 'wake' then 'system' else 'cron' end,
    left(v_schedule.target, 200)
  )
  returning id into v_task_id;
  update public.task_dispatches d set task_id = v_task_id where d.id = v_dispatch_id;
  if v_schedule.for_each = 'workspace' and p_kind in ('tick', 'missed', 'manual') and p_cancel_reason is null then
    perform nightshift.enqueue_for_workspaces(v_schedule, p_slot, p_now);
  end if;

  return jsonb_build_object(
    'outcome', case when p_cancel_reason is null then nightshift.send_dispatch(v_dispatch_id, p_now) else 'skipped' end,
    'slot', p_slot,
    'task_id', v_task_id
  );
end
$$;
comment on function nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz) is
'Makes a dispatch with its system row and sends it, or records why it is not sent. A scheduled time of an agent with '
'for_each makes its jobs as well. Outcome: dispatched, already_dispatched, skipped, not_configured or not_sent.';
revoke all on function nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz) from public;

create or replace function nightshift.unfinished_task(
  p_schedule public.task_schedules,
  p_slot timestamptz,
  p_now timestamptz,
  out task_id uuid,
  out slot timestamptz,
  out status text,
  out since timestamptz
)
language sql stable set search_path = ''
as $$
  with candidates as (
    select l.run_id as id, l.expires_at from nightshift.run_leases l
    union all
    -- By the index of system rows, as tenants may have any number of unfinished tasks.
    select t.id, null
    from public.autonomous_tasks t
    where t.workspace_id is null and t.task_type = p_schedule.task_type and t.status in ('pending', 'running')
      and t.executed_at > p_now - interval '7 days'
  ), latest as ( -- the latest attempt of each
    select distinct on (c.id) c.id, d.slot, t.status, t.executed_at, d.dispatched_at, d.retry_at,
      max(c.expires_at) over (partition by c.id) as expires_at
    from candidates c
    join public.task_dispatches d on d.task_id = c.id
    join public.autonomous_tasks t on t.id = c.id and t.status in ('pending', 'running')
    -- A run that was sent for does jobs of any time.
    where d.schedule_id = p_schedule.id and d.slot <> p_slot and d.kind <> 'wake'
    order by c.id, d.dispatched_at desc, d.seq desc
  )
  select l.id, l.slot, l.status, l.executed_at
  from latest l
  where case
    -- Under a lease it works. Without one it lives until the clock of judge_runs ends it.
    when l.expires_at > p_now then true
    -- Between two attempts of a job nobody holds it.
    when exists (select from nightshift.jobs j where j.task_id = l.id and j.state <> 'ended') then true
    when l.status = 'running' and l.expires_at is null then l.executed_at > p_now - interval '6 hours'
    -- Otherwise it can only come to life by this attempt or by the next.
    else greatest(l.dispatched_at, l.retry_at, l.expires_at) + make_interval(secs => p_schedule.timeout_ms / 1000.0)
      + interval '30 minutes' > p_now
  end
  order by l.executed_at
  limit 1
$$;
comment on function nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz) is
'The oldest unfinished task that another slot of the schedule dispatched and that can still come to life. Null when '
'there is none.';
revoke all on function nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.describe_overlap(p_schedule public.task_schedules, p_slot timestamptz,
  p_now timestamptz) returns text
language sql stable set search_path = ''
as $$
  select format('skipped: task %s of %s is still %s since %s (overlap policy "skip").', u.task_id,
    to_char(u.slot at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"'), u.status,
    to_char(u.since at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS "UTC"'))
  from nightshift.unfinished_task(p_schedule, p_slot, p_now) u
  where p_schedule.overlap_policy = 'skip' and u.task_id is not null
$$;
comment on function nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz) is
'Why a slot has to be skipped: which task blocks it, and since when. Null when nothing does.';
revoke all on function nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.dispatch(p_schedule text, p_now timestamptz default clock_timestamp())
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_latest_tick constant interval := interval '5 minutes';
  v_schedule public.task_schedules;
  v_slot timestamptz;
  v_result jsonb;
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('outcome', 'not_installed');
  end if;
  select * into v_schedule from public.task_schedules s where s.name = p_schedule;
  if v_schedule.id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', p_schedule using errcode = 'PT404';
  elsif not v_schedule.enabled then
    return jsonb_build_object('outcome', 'disabled');
  elsif v_schedule.cron_expression is null then
    return jsonb_build_object('outcome', 'on_demand');
  end if;

  v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now, v_schedule.time_zone);
  if v_slot is null then
    return jsonb_build_object('outcome', 'no_slot');
  elsif v_schedule.time_zone <> 'UTC' and v_slot < p_now - c_latest_tick then
    -- pg_cron came for a time that is a slot in summer only, or in winter only.
    return jsonb_build_object('outcome', 'not_due');
  end if;
  v_result := nightshift.open_dispatch(v_schedule.id, v_slot, 'tick',
    p_cancel_reason => nightshift.describe_overlap(v_schedule, v_slot, p_now), p_now => p_now);
  if v_result ->> 'outcome' = 'dispatched' then
    perform nightshift.open_parallel_dispatches(v_schedule, v_slot, (v_result ->> 'task_id')::uuid, p_now);
  end if;
  return v_result;
end
$$;
comment on function nightshift.dispatch(text, timestamptz) is
'Dispatches the latest slot of a schedule once: a system row and a signed request. Outcome: dispatched, '
'already_dispatched, skipped, disabled, on_demand (it has no scheduled times), not_configured, not_sent, no_slot (none '
'in the last 31 days), not_due (in a time zone other than UTC: none in the last 5 minutes) or not_installed. Error: '
'PT404 schedule_not_found. Called by pg_cron.';
revoke all on function nightshift.dispatch(text, timestamptz) from public;

-- 20261122001210_further_runs.sql

-- Further runs: beside a tick for a large backlog, after a run while emails are left, and by hand.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.open_parallel_dispatches(
  p_schedule public.task_schedules, p_slot timestamptz, p_parent_task_id uuid, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  c_emails_for_each_run constant integer := 200;
  v_runs integer := 1;
begin
  if p_schedule.task_type <> 'continuous_intelligence_update' or p_schedule.max_parallel_runs = 1 then
    return;
  end if;
  select least(p_schedule.max_parallel_runs, ceil(count(*) / c_emails_for_each_run::numeric)) into v_runs
  from (
    select from nightshift.email_queue q
      where q.failed_at is null limit p_schedule.max_parallel_runs * c_emails_for_each_run
  ) waiting;
  for v_run in 2 .. v_runs loop
    perform nightshift.open_dispatch(
      p_schedule.id, p_slot, 'parallel', jsonb_build_object('parent_task_id', p_parent_task_id), p_now => p_now);
  end loop;
end
$$;
comment on function nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz) is
'Adds a run for every further 200 waiting emails, up to max_parallel_runs of the schedule in all.';
revoke all on function nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz)
  from public;

create or replace function nightshift.run_now(p_schedule text, p_now timestamptz default clock_timestamp())
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule_id uuid := (select s.id from public.task_schedules s where s.name = p_schedule);
begin
  if v_schedule_id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', p_schedule using errcode = 'PT404';
  end if;
  return nightshift.open_dispatch(v_schedule_id, date_trunc('minute', p_now), 'manual', p_now => p_now);
end
$$;
comment on function nightshift.run_now(text, timestamptz) is
'Starts a schedule by hand, whatever its scheduled times and policies are. Error: PT404 schedule_not_found.';
revoke all on function nightshift.run_now(text, timestamptz) from public;

create or replace function nightshift.next_continuation(p_run_id uuid) returns integer
language sql stable set search_path = ''
as $$
  select case when n.number <= 500 then n.number end
  from (
    select 1 + coalesce((
      select (t.input_data -> 'continuation')::integer
      from public.autonomous_tasks t
      where t.id = p_run_id and t.workspace_id is null and jsonb_typeof(t.input_data -> 'continuation') = 'number'), 0)
  ) as n (number)
$$;
comment on function nightshift.next_continuation(uuid) is
'How many runs in a row the one after this would make, from 1. Null beyond 500: then the chain ends.';
revoke all on function nightshift.next_continuation(uuid) from public;

create or replace function nightshift.continue_run(p_run_id uuid, p_now timestamptz default clock_timestamp())
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_number constant integer := nightshift.next_continuation(p_run_id);
  v_schedule public.task_schedules;
begin
  select s.* into v_schedule
  from public.task_schedules s
  where s.id = coalesce(
    (select d.schedule_id from public.task_dispatches d where d.task_id = p_run_id limit 1),
    (select c.id from public.task_schedules c where c.name = 'continuous-intelligence'));
  if v_schedule.id is null or not v_schedule.enabled or v_number is null
    or not exists (
      select
      from nightshift.workspace_turns w
      join nightshift.email_queue q on q.workspace_id = w.workspace_id and q.failed_at is null
      where w.due_at <= p_now and q.next_attempt_at <= p_now
        and (q.lease_expires_at is null or q.lease_expires_at <= p_now))
  then
    return null;
  end if;
  return nightshift.open_dispatch(
    v_schedule.id,
    coalesce((select min(d.slot) from public.task_dispatches d where d.task_id = p_run_id),
      nightshift.latest_slot(v_schedule.cron_expression, p_now, v_schedule.time_zone)),
    'continuation',
    jsonb_build_object('parent_task_id', p_run_id, 'continuation', v_number),
    p_now => p_now
  );
end
$$;
comment on function nightshift.continue_run(uuid, timestamptz) is
'Dispatches one further run when emails can still be claimed after this one, up to 500 in a row. Returns null when '
'none is needed or allowed.';
revoke all on function nightshift.continue_run(uuid, timestamptz) from public;

-- 20261122001220_enqueue_jobs.sql

-- Enqueue: how jobs get into the queue of an agent, and how an idle agent is woken.
--
-- It works on sets: 10,000 jobs take as many statements as one. The wake-up is sent in the same transaction, so it
-- leaves when the jobs are there to be found. Two advisory locks keep wake-ups to one for each agent. Nobody waits
-- for either longer than a fifth of a second: whatever is missed then, reconcile finds within a minute.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.find_agent(p_agent text) returns public.task_schedules
language plpgsql stable set search_path = ''
as $$
declare
  v_agent public.task_schedules;
begin
  select s.* into v_agent from public.task_schedules s where s.name = p_agent;
  if v_agent.id is null then
    raise exception 'agent_not_found: there is no agent "%".', p_agent using errcode = 'PT404';
  elsif v_agent.target ~ '^https?://' or v_agent.target = 'database' then
    raise exception 'agent_takes_no_jobs: the target of "%" is %; only functions of this project take jobs.',
      p_agent, case v_agent.target when 'database' then 'the database' else 'a URL' end
      using errcode = 'PT409';
  end if;
  return v_agent;
end
$$;
comment on function nightshift.find_agent(text) is
'The schedule of an agent that takes jobs. Errors: PT404 agent_not_found, PT409 agent_takes_no_jobs.';
revoke all on function nightshift.find_agent(text) from public, anon, authenticated, service_role;

create or replace function nightshift.read_time(p_text text) returns timestamptz
language plpgsql stable set search_path = '' set timezone = 'UTC'
as $$
begin
  return p_text::timestamptz;
exception when others then
  return null;
end
$$;
comment on function nightshift.read_time(text) is
'A time from a text, in UTC where it names no zone. Null when it is not a time.';
revoke all on function nightshift.read_time(text) from public, anon, authenticated, service_role;

create or replace function nightshift.read_jobs(p_jobs jsonb, p_workspace_id uuid)
returns table (index integer, job jsonb, workspace_id uuid, key text, error text)
-- In one statement: to call a function for each of 10,000 jobs would take longer than to store them.
language sql stable set search_path = ''
as $$
  with told as materialized (
    select j.job, j.position, case
        when jsonb_typeof(j.job) <> 'object' then
          'A job is an object of payload, workspace_id, run_at, key and priority. Each may be left out.'
        when j.job - array['payload', 'workspace_id', 'run_at', 'key', 'priority'] <> '{}' then
          format('A job has no field "%s".', (
            select left(k.key, 100)
            from jsonb_object_keys(j.job - array['payload', 'workspace_id', 'run_at', 'key', 'priority']) as k (key)
            limit 1))
        when coalesce(jsonb_typeof(j.job -> 'workspace_id'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'workspace_id') = 'string'
          and j.job ->> 'workspace_id' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$') is not true
          then 'workspace_id is a UUID.'
        when coalesce(jsonb_typeof(j.job -> 'key'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'key') = 'string' and length(j.job ->> 'key') between 1 and 200) is not true
          then 'key is a text of 1 to 200 characters.'
        when coalesce(jsonb_typeof(j.job -> 'priority'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'priority') = 'number' and j.job ->> 'priority' ~ '^-?[0-9]{1,5}$'
          and (j.job ->> 'priority')::integer between -32768 and 32767) is not true
          then 'priority is a whole number from -32768 to 32767.'
        when coalesce(jsonb_typeof(j.job -> 'run_at'), 'null') <> 'null' and (
          jsonb_typeof(j.job -> 'run_at') = 'string'
          and nightshift.read_time(j.job ->> 'run_at')
            between '2000-01-01Z' and '2099-12-31 23:59:59Z') is not true
          then 'run_at is a time in the years 2000 to 2099, such as 2026-03-01T12:00:00Z.'
        when pg_column_size(j.job -> 'payload') > 65536 then 'payload has at most 64 kB.'
        when j.job ? 'payload' and not (
          (pg_column_size(j.job -> 'payload') < 512 and length((j.job -> 'payload')::text) < 309
            and not jsonb_path_exists(j.job -> 'payload', 'strict $.**{32}'))
          or nightshift.is_bounded_document(j.job -> 'payload'))
          then 'payload is at most 32 levels deep, has at most 1 MB as text, and no number beyond 1e308.'
      end as error
    from jsonb_array_elements(p_jobs) with ordinality as j (job, position)
  )
  select (t.position - 1)::integer, t.job,
    case when t.error is null then coalesce((t.job ->> 'workspace_id')::uuid, p_workspace_id) end,
    case when t.error is null then t.job ->> 'key' end,
    case
      when t.error is null and p_workspace_id is not null and (t.job ->> 'workspace_id')::uuid <> p_workspace_id
        then format('Jobs may be enqueued for the workspace %s only.', p_workspace_id)
      else t.error
    end
  from told t
$$;
comment on function nightshift.read_jobs(jsonb, uuid) is
'Part of enqueue_jobs: the jobs of a call, each with what is wrong with it. p_workspace_id: the only workspace that '
'they may be for; null: any.';
revoke all on function nightshift.read_jobs(jsonb, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_lanes(
  p_schedule_id uuid, p_lanes uuid[], p_due_at timestamptz[]
) returns void
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_new uuid[];
  v_old uuid[];
begin
  with told as (
    select l.lane, bool_or(l.due_at is null) as is_ready, min(l.due_at) as due_at
    from unnest(p_lanes, p_due_at) as l (lane, due_at)
    group by l.lane
  ), added as (
    insert into nightshift.job_turns (schedule_id, lane, workspace_id, is_waiting, due_at)
    select p_schedule_id, m.lane, nullif(m.lane, '00000000-0000-0000-0000-000000000000'), m.is_ready, m.due_at
    from told m
    where not exists (
      select from nightshift.job_turns t where t.schedule_id = p_schedule_id and t.lane = m.lane)
    order by m.lane
    on conflict do nothing
    returning lane
  )
  select array_agg(a.lane) into v_new from added a;
  v_old := array(select unnest(p_lanes) except select unnest(v_new));
  if cardinality(v_old) = 0 then
    return;
  end if;

  -- Held until commit, as in mark_workspaces_due: rest_lanes cannot see these jobs yet, so it must keep off.
  perform from nightshift.job_turns t
  where t.schedule_id = p_schedule_id and t.lane = any (v_old)
  order by t.lane
  for key share;

  with told as (
    select l.lane, bool_or(l.due_at is null) as is_ready, min(l.due_at) as due_at
    from unnest(p_lanes, p_due_at) as l (lane, due_at)
    group by l.lane
  ), changed as (
    select t.lane, m.is_ready, m.due_at
    from told m
    join nightshift.job_turns t on t.schedule_id = p_schedule_id and t.lane = m.lane
    where (m.is_ready and not t.is_waiting) or (m.due_at < t.due_at) or (m.due_at is not null and t.due_at is null)
    order by t.lane
    for no key update of t
  )
  update nightshift.job_turns t
  set is_waiting = t.is_waiting or c.is_ready, due_at = least(t.due_at, c.due_at)
  from changed c
  where t.schedule_id = p_schedule_id and t.lane = c.lane;
end
$$;
comment on function nightshift.mark_lanes(uuid, uuid[], timestamptz[]) is
'Says that lanes have jobs: to be claimed now where p_due_at is null, from that time on otherwise.';
revoke all on function nightshift.mark_lanes(uuid, uuid[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.lock_agent(p_schedule_id uuid, p_purpose text, p_is_shared boolean)
returns boolean
language plpgsql set search_path = '' set lock_timeout = '200ms'
as $$
declare
  v_key constant bigint := hashtextextended(p_purpose || ' ' || p_schedule_id, 0);
begin
  if p_is_shared then
    perform pg_advisory_xact_lock_shared(v_key);
  else
    perform pg_advisory_xact_lock(v_key);
  end if;
  return true;
exception when lock_not_available or deadlock_detected then
  return false;
end
$$;
comment on function nightshift.lock_agent(uuid, text, boolean) is
'Takes an advisory lock of an agent until the end of the transaction. False when somebody held it for 200 ms.';
revoke all on function nightshift.lock_agent(uuid, text, boolean) from public, anon, authenticated, service_role;

create or replace function nightshift.has_open_wake(p_schedule_id uuid) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from nightshift.agent_wakes w
    join public.autonomous_tasks t on t.id = w.task_id
    where w.schedule_id = p_schedule_id and t.status in ('pending', 'running'))
$$;
comment on function nightshift.has_open_wake(uuid) is 'Whether a run is sent for or at work that does what waits.';
revoke all on function nightshift.has_open_wake(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.note_wake(p_schedule_id uuid, p_task_id uuid, p_unanswered integer,
  p_now timestamptz) returns void
language sql set search_path = ''
as $$
  insert into nightshift.agent_wakes (schedule_id, task_id, sent_at, unanswered)
  values (p_schedule_id, p_task_id, p_now, p_unanswered)
  on conflict (schedule_id) do update
  set task_id = excluded.task_id, sent_at = excluded.sent_at, unanswered = excluded.unanswered
$$;
comment on function nightshift.note_wake(uuid, uuid, integer, timestamptz) is
'Notes which run was sent for last. Only under the lock "wake" of the agent.';
revoke all on function nightshift.note_wake(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.wake_agent(p_agent public.task_schedules,
  p_now timestamptz default clock_timestamp()) returns text
language plpgsql set search_path = ''
as $$
declare
  v_wake nightshift.agent_wakes;
  v_sent jsonb;
begin
  if not p_agent.enabled then
    return 'paused';
  end if;
  -- Shared by all who enqueue: a run that ends waits for them, and then finds what they have enqueued.
  perform nightshift.lock_agent(p_agent.id, 'nightshift.enqueue', true);
  if nightshift.has_open_wake(p_agent.id) then
    return 'open';
  elsif not nightshift.lock_agent(p_agent.id, 'nightshift.wake', false) then
    return 'busy';
  elsif nightshift.has_open_wake(p_agent.id) then
    return 'open';
  end if;
  select w.* into v_wake from nightshift.agent_wakes w where w.schedule_id = p_agent.id;
  -- A function that is broken or missing is not asked at every job.
  if v_wake.unanswered > 0 and p_now >= v_wake.sent_at -- unless the clock was put back
    and p_now < v_wake.sent_at + make_interval(secs => least(60 * 2 ^ least(v_wake.unanswered - 1, 10), 3600))
  then
    return 'unanswered';
  end if;
  v_sent := nightshift.open_dispatch(p_agent.id, date_trunc('minute', p_now), 'wake', p_now => p_now);
  if v_sent ? 'task_id' then
    perform nightshift.note_wake(p_agent.id, (v_sent ->> 'task_id')::uuid,
      -- What was not sent, because a secret is missing for example, is tried again each minute.
      case v_sent ->> 'outcome' when 'dispatched' then coalesce(v_wake.unanswered, 0) else 0 end + 1, p_now);
  end if;
  return v_sent ->> 'outcome';
end
$$;
comment on function nightshift.wake_agent(public.task_schedules, timestamptz) is
'Sends for a run of an agent unless one is open. Outcome: as of open_dispatch; or paused, open, busy (somebody else is '
'sending), unanswered (the latest were not taken up, so the next goes out after 1 to 60 minutes).';
revoke all on function nightshift.wake_agent(public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.forget_old_keys(p_schedule_id uuid, p_jobs jsonb, p_workspace_id uuid,
  p_now timestamptz) returns void
language sql set search_path = ''
as $$
  update nightshift.jobs j
  set key = null
  from nightshift.read_jobs(p_jobs, p_workspace_id) r
  where r.key is not null and r.error is null and j.schedule_id = p_schedule_id
    and j.lane = coalesce(r.workspace_id, '00000000-0000-0000-0000-000000000000') and j.key = r.key
    and j.state = 'ended' and j.ended_at <= p_now - interval '24 hours'
$$;
comment on function nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz) is
'Part of enqueue_jobs: frees keys of jobs that ended 24 hours ago.';
revoke all on function nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_jobs(
  p_agent public.task_schedules, p_jobs jsonb, p_workspace_id uuid, p_triggered_by text, p_now timestamptz,
  out results jsonb, out existing integer, out lanes uuid[], out due_at timestamptz[]
)
language sql set search_path = ''
as $$
  with read as materialized (
    select r.* from nightshift.read_jobs(p_jobs, p_workspace_id) r
  ), held as materialized ( -- whoever deletes a workspace makes nobody wait
    select w.id
    from public.workspaces w
    where w.id = any (array(select distinct r.workspace_id from read r where r.workspace_id is not null))
    order by w.id
    for key share skip locked
  ), checked as materialized (
    select r.index, r.job, r.workspace_id, r.key, encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid as task_id, -- time_ordered_uuid(), spelled out for speed
      coalesce(r.error, case when r.workspace_id is not null and h.id is null
        then format('There is no workspace %s, or it is being deleted.', r.workspace_id) end) as error,
      case when r.error is null then coalesce((r.job ->> 'priority')::smallint, 0) end as priority,
      case
        when r.error is not null then null
        when r.job ->> 'run_at' is null then p_now
        else nightshift.read_time(r.job ->> 'run_at')
      end as run_at,
      case when jsonb_typeof(r.job -> 'payload') <> 'null' then r.job -> 'payload' else p_agent.payload end as payload
    from read r
    left join held h on h.id = r.workspace_id
  ), queued as (
    insert into nightshift.jobs (
      task_id, schedule_id, workspace_id, key, payload, priority, run_at, state, max_attempts, created_at)
    select c.task_id, p_agent.id, c.workspace_id, c.key, c.payload, c.priority, c.run_at,
      case when c.run_at <= p_now then 'ready' else 'later' end, p_agent.max_attempts, p_now
    from checked c
    where c.error is null
    order by c.index
    on conflict (schedule_id, lane, key) where key is not null do nothing
    returning task_id, lane, state, run_at
  ), logged as (
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, executed_at, triggered_by, agent_name)
    select c.task_id, c.workspace_id, p_agent.task_type, 'pending', c.payload, p_now, p_triggered_by, p_agent.name
    from checked c
    join queued q on q.task_id = c.task_id
    order by c.index
  ), told as (
    select c.index, q.task_id is null and c.error is null as is_known, jsonb_strip_nulls(jsonb_build_object(
      'index', c.index,
      'outcome', case when c.error is not null then 'rejected' when q.task_id is null then 'exists' else 'created' end,
      'task_id', q.task_id,
      'error', c.error,
      'lane', case when q.task_id is null and c.error is null
        then coalesce(c.workspace_id, '00000000-0000-0000-0000-000000000000') end,
      'key', case when q.task_id is null and c.error is null then c.key end)) as result
    from checked c
    left join queued q on q.task_id = c.task_id
  ), marks as (
    select q.lane, q.state, case when q.state = 'later' then min(q.run_at) end as due_at
    from queued q
    group by q.lane, q.state
  )
  select (select coalesce(jsonb_agg(t.result order by t.index), '[]') from told t),
    (select count(*) from told t where t.is_known)::integer,
    (select array_agg(m.lane order by m.lane, m.state) from marks m),
    (select array_agg(m.due_at order by m.lane, m.state) from marks m)
$$;
comment on function nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz) is
'Part of enqueue_jobs: stores those jobs of a call that are valid and new. Returns what became of each, '
'how many have a key that is taken, and which lanes have new jobs since when.';
revoke all on function nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.name_existing_jobs(p_schedule_id uuid, p_results jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_agg(
    case
      when r.result ->> 'outcome' <> 'exists' then r.result
      when j.task_id is null then jsonb_build_object('index', r.result -> 'index', 'outcome', 'rejected',
        'error', 'A job with this key has just ended. Enqueue it again.')
      else jsonb_build_object('index', r.result -> 'index', 'outcome', 'exists', 'task_id', j.task_id)
    end order by r.position)
  from jsonb_array_elements(p_results) with ordinality as r (result, position)
  left join nightshift.jobs j on j.schedule_id = p_schedule_id and j.lane = (r.result ->> 'lane')::uuid
    and j.key = r.result ->> 'key'
$$;
comment on function nightshift.name_existing_jobs(uuid, jsonb) is
'Part of enqueue_jobs: names the jobs that have the keys already.';
revoke all on function nightshift.name_existing_jobs(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.enqueue_jobs(
  p_agent text,
  p_jobs jsonb,
  p_workspace_id uuid default null,
  p_triggered_by text default 'api',
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most_jobs constant integer := 10000;
  v_agent public.task_schedules := nightshift.find_agent(p_agent);
  v_stored record;
begin
  if jsonb_typeof(p_jobs) is distinct from 'array' then
    raise exception 'jobs_invalid: the jobs are an array of objects.' using errcode = 'PT422';
  elsif jsonb_array_length(p_jobs) > c_most_jobs then
    raise exception 'batch_too_large: % jobs in one call, and % is the most.', jsonb_array_length(p_jobs), c_most_jobs
      using errcode = 'PT413';
  end if;
  -- The agent stays until these jobs are there for its deletion to see.
  perform from public.task_schedules s where s.id = v_agent.id for key share;
  if jsonb_path_exists(p_jobs, 'lax $[*].key') then
    perform nightshift.forget_old_keys(v_agent.id, p_jobs, p_workspace_id, p_now);
  end if;
  select s.* into v_stored
  from nightshift.store_jobs(v_agent, p_jobs, p_workspace_id, p_triggered_by, p_now) s;
  if v_stored.existing > 0 then
    -- A statement of its own sees jobs that others have enqueued meanwhile.
    v_stored.results := nightshift.name_existing_jobs(v_agent.id, v_stored.results);
  end if;
  if v_stored.lanes is not null then
    perform nightshift.mark_lanes(v_agent.id, v_stored.lanes, v_stored.due_at);
    if array_position(v_stored.due_at, null) is not null then
      perform nightshift.wake_agent(v_agent, p_now);
    end if;
  end if;
  return jsonb_build_object('jobs', v_stored.results);
end
$$;
comment on function nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz) is
'Enqueues up to 10,000 jobs [{payload, workspace_id, run_at, key, priority}] of an agent, each field optional, and '
'sends at most one wake-up while none is open. A key that a job of the same agent and workspace has, or had until 24 '
'hours ago, names that job. p_workspace_id: the only workspace that they may be for, and the one they are for; null: '
'any. Returns {jobs: [{index, outcome: created, exists or rejected, task_id, error}]}, index from 0. Errors: PT404 '
'agent_not_found, PT409 agent_takes_no_jobs, PT413 batch_too_large, PT422 jobs_invalid.';
revoke all on function nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.enqueue_jobs(p_agent text, p_jobs jsonb) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.enqueue_jobs(p_agent, p_jobs);
$$;
comment on function public.enqueue_jobs(text, jsonb) is 'See nightshift.enqueue_jobs.';
revoke all on function public.enqueue_jobs(text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.enqueue_jobs(text, jsonb) to service_role;

-- 20261122001230_claim_jobs.sql

-- Claim: how jobs get from the queue of an agent to a run, fairly and within the limits of the agent.
--
-- A claim is a constant number of statements. It reads as many jobs as it hands out, however many wait, and never
-- waits for a row that somebody else holds: a workspace that is being deleted is passed over. Claims of an agent
-- with a limit take turns by one advisory lock, so each sees what the others hold.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.ready_due_jobs(p_schedule_id uuid, p_now timestamptz) returns void
-- Without bitmaps the first due job comes straight from the index, however many wait for later.
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  c_most_lanes constant integer := 100;
  c_most_jobs_of_a_lane constant integer := 100;
  v_lanes uuid[];
begin
  if not exists (select from nightshift.job_turns t where t.schedule_id = p_schedule_id and t.due_at <= p_now) then
    return;
  end if;
  -- Whoever holds one of these rows is about to add jobs. Then it stays as it is.
  v_lanes := array(
    select t.lane
    from nightshift.job_turns t
    where t.schedule_id = p_schedule_id and t.due_at <= p_now
    -- Whoever has jobs to be claimed already can wait for more of them.
    order by t.is_waiting, t.due_at
    limit c_most_lanes
    for update skip locked);
  with due as (
    select d.task_id
    from unnest(v_lanes) as l (lane)
    cross join lateral (
      select j.task_id
      from nightshift.jobs j
      where j.schedule_id = p_schedule_id and j.lane = l.lane and j.state = 'later' and j.run_at <= p_now
      order by j.run_at
      limit c_most_jobs_of_a_lane
      for update skip locked
    ) d
  )
  update nightshift.jobs j set state = 'ready' from due where j.task_id = due.task_id;
  update nightshift.job_turns t
  set is_waiting = true, due_at = (
    select j.run_at
    from nightshift.jobs j
    where j.schedule_id = p_schedule_id and j.lane = t.lane and j.state = 'later'
    order by j.run_at
    limit 1)
  where t.schedule_id = p_schedule_id and t.lane = any (v_lanes);
end
$$;
comment on function nightshift.ready_due_jobs(uuid, timestamptz) is
'Part of claim_jobs: lets jobs for later be claimed when their time has come, up to 100 of each of 100 workspaces.';
revoke all on function nightshift.ready_due_jobs(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.next_lanes(p_agent public.task_schedules, p_limit integer)
returns table (lane uuid, place bigint, room integer)
language plpgsql set search_path = '' set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_most constant integer := p_agent.max_concurrency_per_workspace;
  v_full uuid[] := array[]::uuid[];
begin
  if v_most is not null then
    v_full := array(
      select j.lane from nightshift.jobs j where j.schedule_id = p_agent.id and j.state = 'running'
      group by j.lane having count(*) >= v_most);
  end if;
  return query
  with of_workspaces as ( -- whoever deletes a workspace makes nobody wait
    select t.lane, t.last_served_at
    from nightshift.job_turns t
    join public.workspaces w on w.id = t.workspace_id
    where t.schedule_id = p_agent.id and t.is_waiting and t.lane <> all (v_full)
    order by t.last_served_at nulls first, t.lane
    limit p_limit
    for key share of w skip locked
  ), of_all as (
    select o.lane, o.last_served_at from of_workspaces o
    union all
    select t.lane, t.last_served_at
    from nightshift.job_turns t
    where t.schedule_id = p_agent.id and t.lane = '00000000-0000-0000-0000-000000000000' and t.is_waiting
      and t.lane <> all (v_full)
  ), running as (
    select j.lane, count(*)::integer as jobs
    from nightshift.jobs j
    where v_most is not null and j.schedule_id = p_agent.id and j.state = 'running'
    group by j.lane
  ), next as (
    select a.lane, row_number() over (order by a.last_served_at nulls first, a.lane) as place from of_all a
  )
  select n.lane, n.place, v_most - coalesce(r.jobs, 0)
  from next n
  left join running r on r.lane = n.lane
  where n.place <= p_limit;
end
$$;
comment on function nightshift.next_lanes(public.task_schedules, integer) is
'Part of claim_jobs: whose turn is next, up to p_limit, and how many jobs each may still have running (null: any '
'number).';
revoke all on function nightshift.next_lanes(public.task_schedules, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.pick_jobs(
  p_run_id uuid, p_schedule_id uuid, p_lanes uuid[], p_rooms integer[], p_limit integer,
  out task_ids uuid[], out served uuid[], out exhausted uuid[]
)
language plpgsql set search_path = '' set enable_bitmapscan = off set enable_seqscan = off
as $$
declare
  v_quota constant integer := ceil(p_limit / cardinality(p_lanes)::numeric);
  v_holds_any boolean;
  v_holds_suspect boolean;
begin
  select count(*) > 0, coalesce(bool_or(j.deaths > 0), false) into v_holds_any, v_holds_suspect
  from nightshift.jobs j
  where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running';
  -- Whatever is worked on beside a suspect may die with it.
  if v_holds_suspect then
    exhausted := array[]::uuid[];
    return;
  end if;
  with lanes as (
    select l.lane, l.place, least(v_quota, l.room) as quota
    from unnest(p_lanes, p_rooms) with ordinality as l (lane, room, place)
  ), next as materialized (
    select n.*, l.place, row_number() over (partition by l.place order by n.priority desc, n.run_at, n.seq) as row
    from lanes l
    cross join lateral (
      select j.task_id, j.lane, j.priority, j.run_at, j.seq, j.deaths > 0 as is_suspect
      from nightshift.jobs j
      where j.schedule_id = p_schedule_id and j.lane = l.lane and j.state = 'ready'
      order by j.priority desc, j.run_at, j.seq
      limit l.quota
      for update skip locked
    ) n
  ), alone as ( -- a run has died with a suspect, so it is handed out alone, when its lane is first
    select n.task_id
    from next n
    where not v_holds_any and n.is_suspect and n.place = (select min(f.place) from next f)
    order by n.row
    limit 1
  ), chosen as ( -- what comes before a suspect in another lane
    select n.task_id, n.lane, n.place, n.row
    from next n
    left join (select s.place, min(s.row) as row from next s where s.is_suspect group by s.place) s on s.place = n.place
    where case when exists (select from alone) then n.task_id = (select a.task_id from alone a)
      else s.row is null or n.row < s.row end
    order by n.place, n.row
    limit p_limit
  )
  select array_agg(c.task_id order by c.place, c.row), array_agg(distinct c.lane),
    array(
      select l.lane
      from lanes l
      left join (select n.place, count(*) as jobs from next n group by n.place) k on k.place = l.place
      where coalesce(k.jobs, 0) < l.quota)
  into task_ids, served, exhausted
  from chosen c;
end
$$;
comment on function nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer) is
'Part of claim_jobs: locks the next jobs of lanes, by priority and time within each. exhausted: lanes that had fewer '
'than their share.';
revoke all on function nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.rest_lanes(p_schedule_id uuid, p_lanes uuid[]) returns void
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  -- Whoever holds one of these rows is about to add jobs. Then it stays as it is.
  v_free constant uuid[] := array(
    select t.lane from nightshift.job_turns t
    where t.schedule_id = p_schedule_id and t.lane = any (p_lanes) and t.is_waiting
    order by t.lane
    for update skip locked);
begin
  update nightshift.job_turns t
  set is_waiting = false
  where t.schedule_id = p_schedule_id and t.lane = any (v_free) and not exists (
    select from nightshift.jobs j where j.schedule_id = p_schedule_id and j.lane = t.lane and j.state = 'ready');
end
$$;
comment on function nightshift.rest_lanes(uuid, uuid[]) is
'Takes lanes out of the turn that have nothing to claim any more.';
revoke all on function nightshift.rest_lanes(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.find_steps(p_task_ids uuid[]) returns jsonb
-- In plpgsql, because the table comes with a later migration.
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.task_id, s.steps), '{}')
    from (
      select k.task_id, jsonb_agg(jsonb_build_object('name', k.name, 'position', k.position, 'result', k.result)
        order by k.position) as steps
      from nightshift.task_steps k
      where k.task_id = any (p_task_ids)
      group by k.task_id
    ) s);
end
$$;
comment on function nightshift.find_steps(uuid[]) is
'The kept steps of jobs: {task_id: [{name, position, result}]}, in the order of their positions.';
revoke all on function nightshift.find_steps(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.take_jobs(p_run_id uuid, p_agent public.task_schedules, p_task_ids uuid[],
  p_now timestamptz) returns jsonb
language plpgsql set search_path = '' set enable_bitmapscan = off set enable_seqscan = off
as $$
declare
  v_jobs jsonb;
  v_new_ids uuid[];
  v_steps jsonb;
  v_started integer;
begin
  with taken as (
    update nightshift.jobs j
    set state = 'running', run_id = p_run_id, attempt = j.attempt + 1, claims = j.claims + 1
    where j.task_id = any (p_task_ids)
    returning j.task_id, j.workspace_id, j.payload, j.key, j.attempt, j.max_attempts, j.claims
  )
  select jsonb_agg(jsonb_build_object(
      'task_id', t.task_id,
      'workspace_id', t.workspace_id,
      'agent', p_agent.name,
      'payload', t.payload,
      'key', t.key,
      'attempt', t.attempt,
      'max_attempts', t.max_attempts,
      'steps', jsonb '[]') order by p.position),
    array_agg(t.task_id) filter (where t.claims = 1)
  into v_jobs, v_new_ids
  from unnest(p_task_ids) with ordinality as p (id, position)
  join taken t on t.task_id = p.id;
  -- Only what was handed out before can have finished steps.
  if cardinality(v_new_ids) = cardinality(p_task_ids) is not true then
    v_steps := nightshift.find_steps(p_task_ids);
    select jsonb_agg(j.job || jsonb_build_object('steps', coalesce(v_steps -> (j.job ->> 'task_id'), '[]'))
      order by j.position) into v_jobs
    from jsonb_array_elements(v_jobs) with ordinality as j (job, position);
  end if;
  update public.autonomous_tasks t
  set status = 'running', executed_at = greatest(p_now, t.executed_at)
  from nightshift.jobs j
  -- Not by status: its partial indexes would tempt the planner to look at everything that waits.
  where j.task_id = any (v_new_ids) and t.id = j.task_id and t.workspace_id is not distinct from j.workspace_id
    and t.completed_at is null;
  get diagnostics v_started = row_count;
  if v_started < cardinality(p_task_ids) then
    -- Somebody has ended or deleted the row of a job by hand, so there is nothing left to do.
    with gone as (
      delete from nightshift.jobs j
      where j.task_id = any (p_task_ids)
        and not exists (
          select from public.autonomous_tasks t
          -- Whoever logs a task under the id of one that is gone does not get its job.
          where t.id = j.task_id and t.workspace_id is not distinct from j.workspace_id and t.completed_at is null)
      returning j.task_id
    )
    select coalesce(jsonb_agg(j.job order by j.position), '[]') into v_jobs
    from jsonb_array_elements(v_jobs) with ordinality as j (job, position)
    where (j.job ->> 'task_id')::uuid not in (select g.task_id from gone g);
  end if;
  return v_jobs;
end
$$;
comment on function nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz) is
'Part of claim_jobs: gives jobs to a run, and returns what the agent is given of each, in this order.';
revoke all on function nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.count_room(p_agent public.task_schedules, p_limit integer) returns integer
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  if p_agent.max_concurrency is null then
    return p_limit;
  end if;
  return least(p_limit, p_agent.max_concurrency - (
    select count(*) from nightshift.jobs j where j.schedule_id = p_agent.id and j.state = 'running'));
end
$$;
comment on function nightshift.count_room(public.task_schedules, integer) is
'How many further jobs of an agent may run now, at most p_limit.';
revoke all on function nightshift.count_room(public.task_schedules, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.has_claimable_jobs(p_agent public.task_schedules, p_now timestamptz)
returns boolean
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  if nightshift.count_room(p_agent, 1) <= 0 then
    return false;
  elsif exists (select from nightshift.job_turns t where t.schedule_id = p_agent.id and t.due_at <= p_now) then
    return true;
  elsif p_agent.max_concurrency_per_workspace is null then
    return exists (select from nightshift.job_turns t where t.schedule_id = p_agent.id and t.is_waiting);
  end if;
  return exists (
    select from nightshift.job_turns t
    where t.schedule_id = p_agent.id and t.is_waiting and t.lane not in (
      select j.lane from nightshift.jobs j where j.schedule_id = p_agent.id and j.state = 'running'
      group by j.lane having count(*) >= p_agent.max_concurrency_per_workspace));
end
$$;
comment on function nightshift.has_claimable_jobs(public.task_schedules, timestamptz) is
'Whether a claim may find jobs of an agent now. True may be too much, false never is.';
revoke all on function nightshift.has_claimable_jobs(public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.claim_jobs(
  p_run_id uuid, p_agent public.task_schedules, p_limit integer, p_now timestamptz, out jobs jsonb, out more boolean
)
-- No tenant can hold a row that is written here; whoever else does may not stop the agent.
language plpgsql set search_path = '' set lock_timeout = '1s' set enable_seqscan = off
as $$
declare
  v_limit integer := p_limit;
  v_lanes record;
  v_picked record;
begin
  jobs := jsonb '[]';
  more := false;
  perform nightshift.ready_due_jobs(p_agent.id, p_now);
  if p_agent.max_concurrency is not null or p_agent.max_concurrency_per_workspace is not null then
    perform pg_advisory_xact_lock(hashtextextended('nightshift.claim ' || p_agent.id, 0));
    v_limit := nightshift.count_room(p_agent, p_limit);
  end if;
  -- Without room no lane is looked at.
  select array_agg(n.lane order by n.place) as ids, array_agg(n.room order by n.place) as rooms into v_lanes
  from nightshift.next_lanes(p_agent, v_limit) n
  where v_limit > 0;
  if v_lanes.ids is null then
    return;
  end if;
  select p.* into v_picked
  from nightshift.pick_jobs(p_run_id, p_agent.id, v_lanes.ids, v_lanes.rooms, v_limit) p;
  if v_picked.task_ids is not null then
    jobs := nightshift.take_jobs(p_run_id, p_agent, v_picked.task_ids, p_now);
    update nightshift.job_turns t
    set last_served_at = p_now
    from (
      select k.lane from nightshift.job_turns k
      where k.schedule_id = p_agent.id and k.lane = any (v_picked.served)
      order by k.lane
      for no key update skip locked
    ) free
    where t.schedule_id = p_agent.id and t.lane = free.lane;
  end if;
  if cardinality(v_picked.exhausted) > 0 then
    perform nightshift.rest_lanes(p_agent.id, v_picked.exhausted);
  end if;
  more := nightshift.has_claimable_jobs(p_agent, p_now);
end
$$;
comment on function nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz) is
'Gives a run up to p_limit waiting jobs of an agent: workspaces take turns, and within one the highest priority comes '
'first, then the oldest. Returns {jobs, more}: more is whether another claim may find some.';
revoke all on function nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001240_settle_jobs.sql

-- Settle: saves what became of jobs that a run holds, in one transaction.
--
-- It works on sets. Where a row refuses a result or somebody holds it, the results are saved one by one: a result
-- that the log refuses fails its own job, with the reason, and no other.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.explain_attempt(p_attempt integer, p_max_attempts integer, p_error text,
  p_next_at timestamptz) returns text
language sql stable set search_path = ''
as $$
  select left(format('Attempt %s of %s failed, and the next one comes at %s UTC: %s', p_attempt, p_max_attempts,
    to_char(p_next_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS'), p_error), 10000)
$$;
comment on function nightshift.explain_attempt(integer, integer, text, timestamptz) is
'What the row of a job says between two attempts.';
revoke all on function nightshift.explain_attempt(integer, integer, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_job_results(
  p_run_id uuid, p_results jsonb, p_now timestamptz,
  out saved uuid[], out lanes uuid[], out due_at timestamptz[], out completed integer, out failed integer,
  out put_back integer
)
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
as $$
declare
  v_task_ids constant uuid[] := array(
    select (r.value ->> 'task_id')::uuid from jsonb_array_elements(p_results) as r (value));
begin
  with told as (
    select distinct on (r.task_id) r.*
    from jsonb_to_recordset(p_results)
      as r (task_id uuid, outcome text, output jsonb, cost_usd numeric, error text, after_seconds numeric)
    order by r.task_id
  ), running as materialized ( -- nobody else settles them, as the run's lease is held until commit
    select j.*
    from nightshift.jobs j
    where j.task_id = any (v_task_ids) and j.state = 'running' and j.run_id = p_run_id
  ), held as materialized ( -- jobs that this run still holds, with what became of them
    select j.task_id, j.workspace_id, j.lane, j.key, j.attempt, j.max_attempts, r.outcome as told, r.output, r.cost_usd,
      case
        when r.outcome in ('completed', 'cancelled') then r.outcome
        when r.outcome in ('continue', 'died', 'retry') and j.cancel_requested_at is not null then 'cancelled'
        -- A job that never ends would go on for ever.
        when r.outcome = 'continue' and j.claims - j.attempt < 1000 then 'ready'
        when r.outcome in ('died', 'retry') and j.attempt < j.max_attempts then 'later'
        else 'failed'
      end as fate,
      case when r.outcome not in ('completed', 'cancelled', 'continue') then
        coalesce(nullif(r.error, ''), 'The agent gave no reason.')
      when r.outcome = 'cancelled' then nullif(r.error, '')
      when r.outcome = 'continue' and j.claims - j.attempt >= 1000 then
        'The job was continued 1000 times without an end.'
      end as error,
      p_now + case
        when r.outcome not in ('died', 'retry') then interval '0'
        when r.after_seconds is null then nightshift.backoff(j.attempt, 15, 3600)
        else make_interval(secs => least(greatest(r.after_seconds, 0), 31536000))
      end as run_at
    from running j
    join told r on r.task_id = j.task_id
  ), logged as (
    update public.autonomous_tasks t
    set status = case when h.fate in ('later', 'ready') then t.status else h.fate end,
      output_data = case when h.fate = 'completed' then h.output else t.output_data end,
      error_message = case h.fate
        when 'completed' then null
        when 'later' then nightshift.explain_attempt(h.attempt, h.max_attempts, h.error, h.run_at)
        when 'cancelled' then coalesce(left(h.error, 10000), 'Cancelled on request.')
        else left(h.error, 10000)
      end,
      cost_estimate_usd = case when h.cost_usd is null then t.cost_estimate_usd
        else coalesce(t.cost_estimate_usd, 0) + h.cost_usd end,
      completed_at = case when h.fate not in ('later', 'ready') then greatest(p_now, t.executed_at) end
    from held h
    -- Not by status: its partial indexes would tempt the planner to look at everything that waits.
    where t.id = h.task_id and t.workspace_id is not distinct from h.workspace_id and t.completed_at is null
      and (h.fate <> 'ready' or h.cost_usd is not null)
  ), gone as (
    delete from nightshift.jobs j
    using held h
    where j.task_id = h.task_id and h.fate = 'completed' and h.key is null
  ), changed as (
    update nightshift.jobs j
    set state = case when h.fate in ('later', 'ready') then h.fate else 'ended' end,
      run_id = null,
      -- A continuation is no attempt.
      attempt = j.attempt - (h.fate = 'ready')::integer,
      deaths = case when h.told = 'died' then j.deaths + 1 else 0 end,
      run_at = case when h.fate in ('later', 'ready') then h.run_at else j.run_at end,
      last_error = coalesce(left(h.error, 2000), j.last_error),
      outcome = case when h.fate not in ('later', 'ready') then h.fate end,
      ended_at = case when h.fate not in ('later', 'ready') then p_now end
    from held h
    where j.task_id = h.task_id and not (h.fate = 'completed' and h.key is null)
  )
  select array_agg(h.task_id), array_agg(h.lane) filter (where h.fate in ('later', 'ready')),
    array_agg(case when h.fate = 'later' then h.run_at end) filter (where h.fate in ('later', 'ready')),
    (count(*) filter (where h.fate = 'completed'))::integer,
    (count(*) filter (where h.fate in ('failed', 'cancelled')))::integer,
    (count(*) filter (where h.fate in ('later', 'ready')))::integer
  into saved, lanes, due_at, completed, failed, put_back
  from held h;
end
$$;
comment on function nightshift.store_job_results(uuid, jsonb, timestamptz) is
'Part of settle_jobs: saves what became of jobs that a run holds, all or nothing. Beside the outcomes of settle_jobs '
'it knows died: the run ended without a result. Returns which were saved, which lanes have jobs again since when, and '
'counts.';
revoke all on function nightshift.store_job_results(uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_job_results_singly(p_run_id uuid, p_results jsonb, p_now timestamptz,
  out saved uuid[], out lanes uuid[], out due_at timestamptz[], out completed integer, out failed integer,
  out put_back integer
)
language plpgsql set search_path = ''
as $$
declare
  v_result jsonb;
  v_one record;
  v_constraint text;
begin
  completed := 0;
  failed := 0;
  put_back := 0;
  for v_result in select r.value from jsonb_array_elements(p_results) as r (value) loop
    begin
      select o.* into v_one from nightshift.store_job_results(p_run_id, jsonb_build_array(v_result), p_now) o;
    exception
      when lock_not_available then
        -- The job stays with its run, and goes on as one of a run that died.
        continue;
      when integrity_constraint_violation or data_exception or sqlstate 'PT409' then
        -- Another attempt would return the same, so it is not made. No words of the result are kept.
        get stacked diagnostics v_constraint = constraint_name;
        select o.* into v_one
        from nightshift.store_job_results(p_run_id, jsonb_build_array(jsonb_build_object(
          'task_id', v_result -> 'task_id',
          'outcome', 'failed',
          'error', 'The result was rejected: ' || coalesce('it breaks ' || nullif(v_constraint, '') || '.',
            'a value is missing or of another type.'))), p_now) o;
    end;
    saved := saved || v_one.saved;
    lanes := lanes || v_one.lanes;
    due_at := due_at || v_one.due_at;
    completed := completed + v_one.completed;
    failed := failed + v_one.failed;
    put_back := put_back + v_one.put_back;
  end loop;
end
$$;
comment on function nightshift.store_job_results_singly(uuid, jsonb, timestamptz) is
'Part of settle_jobs: saves results one by one. One that the log refuses fails its own job alone, for good. Returns as '
'store_job_results does.';
revoke all on function nightshift.store_job_results_singly(uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.hold_workspaces_of_jobs(p_run_id uuid, p_results jsonb) returns jsonb
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off
as $$
declare
  c_uuid constant text := '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';
  v_task_ids uuid[];
  v_workspace_ids uuid[];
  v_held uuid[];
  v_left uuid[];
begin
  begin
    v_task_ids := array(select (r.value ->> 'task_id')::uuid from jsonb_array_elements(p_results) as r (value));
  exception when invalid_text_representation then
    v_task_ids := array(
      select (r.value ->> 'task_id')::uuid from jsonb_array_elements(p_results) as r (value)
      where r.value ->> 'task_id' ~ c_uuid);
  end;
  v_workspace_ids := array(
    select distinct j.workspace_id from nightshift.jobs j
    where j.task_id = any (v_task_ids) and j.run_id = p_run_id and j.workspace_id is not null);
  if cardinality(v_workspace_ids) > 0 then
    -- The key share lock keeps a workspace from being deleted until we are done.
    v_held := array(
      select w.id from public.workspaces w where w.id = any (v_workspace_ids) order by w.id for key share skip locked);
    if cardinality(v_held) < cardinality(v_workspace_ids) then
      -- One that is being deleted is left out, and its jobs go with it.
      v_left := array(
        select j.task_id from nightshift.jobs j
        where j.task_id = any (v_task_ids) and j.workspace_id is not null and j.workspace_id <> all (v_held));
    end if;
  end if;
  if v_left is null and cardinality(v_task_ids) = jsonb_array_length(p_results) then
    return p_results;
  end if;
  return (
    select coalesce(jsonb_agg(r.value), '[]')
    from jsonb_array_elements(p_results) as r (value)
    where case when r.value ->> 'task_id' ~ c_uuid
      then coalesce((r.value ->> 'task_id')::uuid <> all (v_left), true) else false end);
end
$$;
comment on function nightshift.hold_workspaces_of_jobs(uuid, jsonb) is
'Part of settle_jobs: those results that name a job whose workspace nobody is deleting.';
revoke all on function nightshift.hold_workspaces_of_jobs(uuid, jsonb)
  from public, anon, authenticated, service_role;

create or replace function nightshift.save_job_results(p_run_id uuid, p_schedule_id uuid, p_results jsonb,
  p_now timestamptz) returns uuid[]
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_results constant jsonb := nightshift.hold_workspaces_of_jobs(p_run_id, p_results);
  v_stored record;
begin
  if v_results = '[]' then
    return array[]::uuid[];
  end if;
  begin
    select s.* into v_stored from nightshift.store_job_results(p_run_id, v_results, p_now) s;
  exception when integrity_constraint_violation or data_exception or lock_not_available or sqlstate 'PT409' then
    select s.* into v_stored from nightshift.store_job_results_singly(p_run_id, v_results, p_now) s;
  end;
  if v_stored.lanes is not null then
    perform nightshift.mark_lanes(p_schedule_id, v_stored.lanes, v_stored.due_at);
  end if;
  update nightshift.run_leases l
  set jobs_completed = l.jobs_completed + v_stored.completed, jobs_failed = l.jobs_failed + v_stored.failed,
    jobs_put_back = l.jobs_put_back + v_stored.put_back
  where l.run_id = p_run_id;
  return coalesce(v_stored.saved, array[]::uuid[]);
end
$$;
comment on function nightshift.save_job_results(uuid, uuid, jsonb, timestamptz) is
'Part of settle_jobs: saves results all at once, or one by one when one is rejected or somebody holds a row, and '
'counts them. Returns which were saved.';
revoke all on function nightshift.save_job_results(uuid, uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001250_job_runs.sql

-- Runs of jobs: how a run of an agent starts, is kept alive, saves results and ends.
--
-- A run is given either the one job that it is itself (a scheduled time, or a run by hand), or whatever waits for its
-- agent (a wake-up, its continuations, and scheduled times of agents with for_each).
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.hold_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer,
  p_now timestamptz) returns nightshift.run_leases
-- In plpgsql, which keeps its plans, as all that runs once a chunk.
language plpgsql set search_path = ''
as $$
declare
  v_lease nightshift.run_leases;
begin
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + make_interval(secs => p_lease_seconds))
  where l.run_id = p_run_id and l.token = p_run_token and l.schedule_id is not null
  returning l.* into v_lease;
  return v_lease;
end
$$;
comment on function nightshift.hold_run(uuid, uuid, integer, timestamptz) is
'Extends the lease of a run of jobs, and keeps it until the end of the transaction. Null when another has taken over '
'or the run has ended.';
revoke all on function nightshift.hold_run(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.check_job_limits(p_limit integer, p_lease_seconds integer) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if (p_limit between 0 and 1000 and p_lease_seconds between 1 and 3600) is not true then
    raise exception 'claim_out_of_range: 0 to 1000 jobs, 1 to 3600 s.' using errcode = 'PT400';
  end if;
end
$$;
comment on function nightshift.check_job_limits(integer, integer) is 'Error: PT400 claim_out_of_range.';
revoke all on function nightshift.check_job_limits(integer, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.take_on_run(p_task_id uuid, p_agent text, p_now timestamptz,
  out run_id uuid, out schedule_id uuid, out draws_jobs boolean)
language plpgsql set search_path = ''
as $$
declare
  v_agent public.task_schedules;
  v_kind text;
begin
  if p_task_id is null then
    v_agent := nightshift.find_agent(p_agent);
    insert into public.autonomous_tasks (task_type, status, executed_at, triggered_by, agent_name)
    values (v_agent.task_type, 'running', p_now, 'api', v_agent.name)
    returning id into run_id;
    schedule_id := v_agent.id;
    draws_jobs := true;
    return;
  end if;
  select d.schedule_id, d.kind into schedule_id, v_kind
  from public.task_dispatches d
  where d.task_id = p_task_id
  order by d.dispatched_at, d.id
  limit 1;
  if not found then
    return;
  end if;
  update public.autonomous_tasks t
  set status = 'running', executed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.workspace_id is null and t.status = 'pending'
  returning t.id into run_id;
  draws_jobs := v_kind = 'wake'
    or exists (select from public.task_schedules s where s.id = take_on_run.schedule_id and s.for_each is not null);
end
$$;
comment on function nightshift.take_on_run(uuid, text, timestamptz) is
'Part of start_agent_run: marks a dispatched run as running, or with p_task_id null makes one of its own. Null when '
'there is nothing to start.';
revoke all on function nightshift.take_on_run(uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.take_own_job(p_run_id uuid, p_agent public.task_schedules, p_now timestamptz)
returns jsonb
language plpgsql set search_path = ''
as $$
begin
  -- Every request for it was an attempt, also one that was lost.
  insert into nightshift.jobs
    (task_id, schedule_id, slot, payload, run_at, state, run_id, attempt, max_attempts, claims, created_at)
  select p_run_id, p_agent.id, min(d.slot), p_agent.payload, p_now, 'running', p_run_id, count(*), p_agent.max_attempts,
    1, p_now
  from public.task_dispatches d
  where d.task_id = p_run_id;
  return (
    select jsonb_build_array(jsonb_build_object('task_id', j.task_id, 'workspace_id', j.workspace_id,
      'agent', p_agent.name, 'payload', j.payload, 'key', j.key, 'attempt', j.attempt,
      'max_attempts', j.max_attempts, 'steps', jsonb '[]'))
    from nightshift.jobs j
    where j.task_id = p_run_id);
end
$$;
comment on function nightshift.take_own_job(uuid, public.task_schedules, timestamptz) is
'Part of start_agent_run: makes the job of a run that is itself a job.';
revoke all on function nightshift.take_own_job(uuid, public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.start_agent_run(
  p_task_id uuid,
  p_limit integer default 10,
  p_lease_seconds integer default 30,
  p_agent text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_run record;
  v_agent public.task_schedules;
  v_token constant uuid := gen_random_uuid();
  v_jobs jsonb := jsonb '[]';
  v_more boolean := false;
begin
  perform nightshift.check_job_limits(p_limit, p_lease_seconds);
  select r.* into v_run from nightshift.take_on_run(p_task_id, p_agent, p_now) r;
  if v_run.run_id is null then
    return jsonb_build_object('outcome', 'not_pending', 'run_id', p_task_id, 'run_token', null, 'jobs', '[]'::jsonb,
      'more', false);
  end if;
  select s.* into strict v_agent from public.task_schedules s where s.id = v_run.schedule_id;
  insert into nightshift.run_leases (run_id, token, expires_at, schedule_id, draws_jobs)
  values (v_run.run_id, v_token, p_now + make_interval(secs => p_lease_seconds), v_agent.id, v_run.draws_jobs);
  if v_run.draws_jobs then
    update nightshift.agent_wakes w
    set unanswered = 0
    where w.schedule_id = (
      select k.schedule_id from nightshift.agent_wakes k
      where k.schedule_id = v_agent.id and k.unanswered > 0
      for no key update skip locked);
    if v_agent.enabled then
      select c.jobs, c.more into v_jobs, v_more from nightshift.claim_jobs(v_run.run_id, v_agent, p_limit, p_now) c;
    end if;
  else
    v_jobs := nightshift.take_own_job(v_run.run_id, v_agent, p_now);
  end if;
  return jsonb_build_object('outcome', 'started', 'run_id', v_run.run_id, 'run_token', v_token, 'jobs', v_jobs,
    'more', v_more);
end
$$;
comment on function nightshift.start_agent_run(uuid, integer, integer, text, timestamptz) is
'Starts the dispatched run p_task_id, or with p_task_id null a run of the agent p_agent that nobody sent for, and '
'gives it up to p_limit (0 to 1000) jobs under a lease of p_lease_seconds (1 to 3600). Returns {outcome, run_id, '
'run_token, jobs: [{task_id, workspace_id, agent, payload, key, attempt, max_attempts, steps}], more}; outcome '
'started, or not_pending for a second delivery, an unknown task or one that has ended: then there is nothing to do. '
'Errors: PT400 claim_out_of_range, PT404 agent_not_found, PT409 agent_takes_no_jobs.';
revoke all on function nightshift.start_agent_run(uuid, integer, integer, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_cancelled_jobs(p_run_id uuid, p_schedule_id uuid) returns jsonb
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  return (
    select coalesce(jsonb_agg(j.task_id), '[]')
    from nightshift.jobs j
    where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running'
      and j.cancel_requested_at is not null);
end
$$;
comment on function nightshift.list_cancelled_jobs(uuid, uuid) is 'Jobs of a run that somebody has asked to end.';
revoke all on function nightshift.list_cancelled_jobs(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.settle_jobs(
  p_run_id uuid,
  p_run_token uuid,
  p_results jsonb,
  p_claim integer default 0,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_lease nightshift.run_leases;
  v_agent public.task_schedules;
  v_saved uuid[];
  v_jobs jsonb := jsonb '[]';
  v_more boolean := false;
begin
  perform nightshift.check_job_limits(p_claim, p_lease_seconds);
  v_lease := nightshift.hold_run(p_run_id, p_run_token, p_lease_seconds, p_now);
  if v_lease.run_id is null then
    return jsonb_build_object('held', false, 'cancelled', '[]'::jsonb, 'lost', (
      select coalesce(jsonb_agg(r.value -> 'task_id'), '[]') from jsonb_array_elements(p_results) as r (value)
    ), 'jobs', v_jobs, 'more', v_more);
  end if;
  v_saved := nightshift.save_job_results(p_run_id, v_lease.schedule_id, p_results, p_now);
  if v_lease.draws_jobs then
    select s.* into v_agent from public.task_schedules s where s.id = v_lease.schedule_id;
    if v_agent.enabled and p_claim > 0 then
      select c.jobs, c.more into v_jobs, v_more from nightshift.claim_jobs(p_run_id, v_agent, p_claim, p_now) c;
    elsif v_agent.enabled then
      v_more := nightshift.has_claimable_jobs(v_agent, p_now);
    end if;
  end if;
  return jsonb_build_object('held', true,
    'cancelled', nightshift.list_cancelled_jobs(p_run_id, v_lease.schedule_id),
    'lost', case when cardinality(v_saved) = jsonb_array_length(p_results) then '[]' else (
      select coalesce(jsonb_agg(r.value -> 'task_id' order by r.position), '[]')
      from jsonb_array_elements(p_results) with ordinality as r (value, position)
      where not exists (select from unnest(v_saved) as u (id) where u.id::text = lower(r.value ->> 'task_id'))) end,
    'jobs', v_jobs, 'more', v_more);
end
$$;
comment on function nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz) is
'Saves results of jobs that a run holds, and gives it up to p_claim (0 to 1000) further ones. A result is {task_id, '
'outcome} with completed (output, cost_usd), retry (error, after_seconds; null: 15 s to an hour, doubling), failed '
'(error), cancelled, or continue (no attempt; another run goes on at once). A retry without attempts left is failed '
'with its error; so is a result that the log refuses, with the reason. Returns {held, lost, cancelled, jobs, more}: '
'held is false when another has taken over: then stop. lost: results that were not saved, because the run does not '
'hold the job. cancelled: jobs of the run to stop. Error: PT400 claim_out_of_range.';
revoke all on function nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.give_back_jobs(p_run_id uuid, p_schedule_id uuid, p_error text, p_now timestamptz)
returns void
language sql set search_path = ''
as $$
  select nightshift.save_job_results(p_run_id, p_schedule_id, (
    select coalesce(jsonb_agg(jsonb_build_object(
      'task_id', j.task_id, 'outcome', case when p_error is null then 'continue' else 'died' end, 'error', p_error)),
      '[]')
    from nightshift.jobs j
    where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running'), p_now)
$$;
comment on function nightshift.give_back_jobs(uuid, uuid, text, timestamptz) is
'Gives back the jobs that a run holds: as continuations, or with p_error as attempts that this error ended.';
revoke all on function nightshift.give_back_jobs(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.end_agent_run(p_lease nightshift.run_leases, p_error text, p_now timestamptz)
returns void
language sql set search_path = ''
as $$
  delete from nightshift.run_leases l where l.run_id = p_lease.run_id;
  -- The row of a run that is itself a job ends with that job.
  update public.autonomous_tasks t
  set status = case when p_error is null then 'completed' when k.jobs_completed + k.jobs_failed > 0
      then 'partial_failure' else 'failed' end,
    error_message = left(p_error, 10000),
    output_data = jsonb_build_object('jobs_completed', k.jobs_completed, 'jobs_failed', k.jobs_failed,
      'jobs_put_back', k.jobs_put_back),
    completed_at = greatest(p_now, t.executed_at)
  from (select (p_lease).*) k
  where t.id = k.run_id and k.draws_jobs and t.status = 'running';
$$;
comment on function nightshift.end_agent_run(nightshift.run_leases, text, timestamptz) is
'Part of finish_agent_run: ends the lease and the system row of a run that was given jobs.';
revoke all on function nightshift.end_agent_run(nightshift.run_leases, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.continue_agent_run(p_run_id uuid, p_agent public.task_schedules,
  p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_number constant integer := nightshift.next_continuation(p_run_id);
  v_sent jsonb;
begin
  if v_number is null or not p_agent.enabled or nightshift.has_open_wake(p_agent.id) then
    return null;
  end if;
  v_sent := nightshift.open_dispatch(
    p_agent.id,
    date_trunc('minute', p_now),
    'wake',
    jsonb_build_object('parent_task_id', p_run_id, 'continuation', v_number),
    p_now => p_now);
  if v_sent ? 'task_id' then
    perform nightshift.note_wake(p_agent.id, (v_sent ->> 'task_id')::uuid, 1, p_now);
  end if;
  return v_sent;
end
$$;
comment on function nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz) is
'Dispatches one further run of an agent after this one, up to 500 in a row, unless one is open. Null when none is '
'allowed.';
revoke all on function nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.finish_agent_run(
  p_run_id uuid,
  p_run_token uuid,
  p_error text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_lease nightshift.run_leases;
  v_agent public.task_schedules;
  v_more boolean;
begin
  v_lease := nightshift.hold_run(p_run_id, p_run_token, 1, p_now);
  if v_lease.run_id is null then
    return jsonb_build_object('held', false, 'more', false);
  end if;
  select s.* into v_agent from public.task_schedules s where s.id = v_lease.schedule_id;
  perform nightshift.give_back_jobs(p_run_id, v_lease.schedule_id, p_error, p_now);
  select l.* into v_lease from nightshift.run_leases l where l.run_id = p_run_id;
  -- Whoever enqueues and relies on this run has committed by then.
  perform nightshift.lock_agent(v_agent.id, 'nightshift.enqueue', false);
  perform nightshift.end_agent_run(v_lease, p_error, p_now);
  v_more := nightshift.has_claimable_jobs(v_agent, p_now);
  -- A run that broke off with nothing done would do so again at once; reconcile tries in a minute.
  if v_more and (p_error is null or v_lease.jobs_completed > 0) then
    perform nightshift.continue_agent_run(p_run_id, v_agent, p_now);
  end if;
  return jsonb_build_object('held', true, 'more', v_more);
end
$$;
comment on function nightshift.finish_agent_run(uuid, uuid, text, timestamptz) is
'Ends a run of jobs. Jobs that it still holds go on in another run: at once, which is no attempt; or with p_error, why '
'the run broke off, as after an error of their own. Where jobs wait, one further run is dispatched. Returns {held, '
'more}; held is false when another had taken over.';
revoke all on function nightshift.finish_agent_run(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_jobs_to_stop(p_run_id uuid, p_schedule_id uuid) returns jsonb
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
begin
  return (
    select coalesce(jsonb_agg(j.task_id), '[]')
    from nightshift.jobs j
    left join public.autonomous_tasks t on t.id = j.task_id
    where j.schedule_id = p_schedule_id and j.run_id = p_run_id and j.state = 'running'
      and (j.cancel_requested_at is not null or t.id is null or t.completed_at is not null));
end
$$;
comment on function nightshift.list_jobs_to_stop(uuid, uuid) is
'Jobs of a run that somebody has asked to end, or whose row in the log an operator has ended or deleted.';
revoke all on function nightshift.list_jobs_to_stop(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.beat_agent_run(p_run_id uuid, p_run_token uuid,
  p_lease_seconds integer default 30, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_lease constant nightshift.run_leases := nightshift.hold_run(p_run_id, p_run_token, p_lease_seconds, p_now);
  v_agent public.task_schedules;
begin
  if v_lease.run_id is null then
    return jsonb '{"held": false, "cancelled": [], "more": false}';
  end if;
  select s.* into v_agent from public.task_schedules s where s.id = v_lease.schedule_id;
  return jsonb_build_object('held', true,
    'cancelled', nightshift.list_jobs_to_stop(p_run_id, v_lease.schedule_id),
    'more', v_lease.draws_jobs and v_agent.enabled and nightshift.has_claimable_jobs(v_agent, p_now));
end
$$;
comment on function nightshift.beat_agent_run(uuid, uuid, integer, timestamptz) is
'Heartbeat of a run of jobs: extends its lease, and with it that of its jobs. Returns {held, cancelled, more}: held is '
'false when another has taken over or the run has ended: then stop; cancelled: jobs of it to stop, also those whose '
'task was ended by hand; more: jobs wait that it may claim.';
revoke all on function nightshift.beat_agent_run(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.start_agent_run(p_task_id uuid, p_limit integer default 10,
  p_lease_seconds integer default 30, p_agent text default null) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.start_agent_run(p_task_id, p_limit, p_lease_seconds, p_agent);
$$;
comment on function public.start_agent_run(uuid, integer, integer, text) is 'See nightshift.start_agent_run.';
revoke all on function public.start_agent_run(uuid, integer, integer, text)
  from public, anon, authenticated, service_role;
grant execute on function public.start_agent_run(uuid, integer, integer, text) to service_role;

create or replace function public.settle_jobs(p_run_id uuid, p_run_token uuid, p_results jsonb,
  p_claim integer default 0, p_lease_seconds integer default 30) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  return nightshift.settle_jobs(p_run_id, p_run_token, p_results, p_claim, p_lease_seconds);
end
$$;
comment on function public.settle_jobs(uuid, uuid, jsonb, integer, integer) is 'See nightshift.settle_jobs.';
revoke all on function public.settle_jobs(uuid, uuid, jsonb, integer, integer)
  from public, anon, authenticated, service_role;
grant execute on function public.settle_jobs(uuid, uuid, jsonb, integer, integer) to service_role;

create or replace function public.finish_agent_run(p_run_id uuid, p_run_token uuid, p_error text default null)
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.finish_agent_run(p_run_id, p_run_token, p_error);
$$;
comment on function public.finish_agent_run(uuid, uuid, text) is 'See nightshift.finish_agent_run.';
revoke all on function public.finish_agent_run(uuid, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.finish_agent_run(uuid, uuid, text) to service_role;

create or replace function public.beat_agent_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer default 30)
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.beat_agent_run(p_run_id, p_run_token, p_lease_seconds);
$$;
comment on function public.beat_agent_run(uuid, uuid, integer) is 'See nightshift.beat_agent_run.';
revoke all on function public.beat_agent_run(uuid, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.beat_agent_run(uuid, uuid, integer) to service_role;

-- 20261122001260_job_requests.sql

-- Requests about jobs: one for each workspace, cancel, do again, and list.
--
-- None of these checks who calls: their wrappers do. Where a workspace is given they look inside it alone.
-- Locks: rows only. Time: milliseconds; 10,000 workspaces take less than a second.

create or replace function nightshift.enqueue_for_workspaces(p_agent public.task_schedules, p_slot timestamptz,
  p_now timestamptz default clock_timestamp()) returns integer
-- Statistics lag behind a table that has just been filled, and no table may be read once for each workspace.
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_lanes uuid[];
begin
  with chosen as materialized ( -- whoever deletes a workspace makes nobody wait
    select w.id
    from public.workspaces w
    where (not exists (select from nightshift.agent_choices c where c.schedule_id = p_agent.id)
        or exists (
          select from nightshift.agent_workspaces a where a.schedule_id = p_agent.id and a.workspace_id = w.id))
      -- One that still has a job of an earlier scheduled time gets no second one beside it.
      and (p_agent.overlap_policy = 'allow' or not exists (
        select from nightshift.jobs j
        where j.schedule_id = p_agent.id and j.lane = w.id and j.slot is not null and j.state <> 'ended'))
    order by w.id
    for key share skip locked
  ), numbered as materialized (
    -- time_ordered_uuid(), spelled out for speed
    select c.id as workspace_id, encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid as task_id
    from chosen c
  ), queued as (
    insert into nightshift.jobs
      (task_id, schedule_id, workspace_id, slot, payload, run_at, state, max_attempts, created_at)
    select n.task_id, p_agent.id, n.workspace_id, p_slot, p_agent.payload, p_now, 'ready', p_agent.max_attempts, p_now
    from numbered n
    returning lane
  ), logged as (
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, executed_at, triggered_by, agent_name)
    select n.task_id, n.workspace_id, p_agent.task_type, 'pending',
      p_agent.payload || jsonb_build_object('schedule', p_agent.name, 'slot', p_slot), p_now, 'cron', p_agent.name
    from numbered n
  )
  select array_agg(q.lane) into v_lanes from queued q;
  if v_lanes is not null then
    perform nightshift.mark_lanes(p_agent.id, v_lanes, array_fill(null::timestamptz, array[cardinality(v_lanes)]));
  end if;
  return coalesce(cardinality(v_lanes), 0);
end
$$;
comment on function nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz) is
'Makes one job of an agent for each workspace, or for those in agent_workspaces, at a scheduled time. With the overlap '
'policy skip a workspace is left out while it has an unfinished one. Returns how many.';
revoke all on function nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.cancel_job(p_task_id uuid, p_workspace_id uuid default null,
  p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_job nightshift.jobs;
  v_outcome text;
begin
  select j.* into v_job
  from nightshift.jobs j
  where j.task_id = p_task_id and (p_workspace_id is null or j.workspace_id = p_workspace_id)
  for update;
  if v_job.task_id is null then
    -- A completed job leaves its row in the log only.
    return jsonb_build_object('outcome', case when exists (
      select from public.autonomous_tasks t
      join public.task_schedules s on s.name = t.agent_name and s.task_type = t.task_type
      where t.id = p_task_id and (p_workspace_id is null or t.workspace_id = p_workspace_id)
        and t.status not in ('pending', 'running')) then 'already_ended' else 'not_found' end, 'task_id', p_task_id);
  elsif v_job.state = 'ended' then
    v_outcome := 'already_ended';
  elsif v_job.state = 'running' then
    update nightshift.jobs j set cancel_requested_at = coalesce(j.cancel_requested_at, p_now)
    where j.task_id = p_task_id;
    v_outcome := 'requested';
  else
    update nightshift.jobs j
    set state = 'ended', outcome = 'cancelled', ended_at = p_now, cancel_requested_at = p_now
    where j.task_id = p_task_id;
    update public.autonomous_tasks t
    set status = 'cancelled', error_message = 'Cancelled on request.', completed_at = greatest(p_now, t.executed_at)
    where t.id = p_task_id and t.workspace_id is not distinct from v_job.workspace_id
      and t.status in ('pending', 'running');
    v_outcome := 'cancelled';
  end if;
  return jsonb_build_object('outcome', v_outcome, 'task_id', p_task_id);
end
$$;
comment on function nightshift.cancel_job(uuid, uuid, timestamptz) is
'Cancels a job: one that waits at once, one that runs when its work has stopped or its lease has ended. Outcome: '
'cancelled, requested, already_ended or not_found. p_workspace_id: only there; null: anywhere.';
revoke all on function nightshift.cancel_job(uuid, uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.repeat_jobs(p_task_ids uuid[], p_triggered_by text, p_now timestamptz)
returns table (task_id uuid, repeated_by uuid)
language plpgsql set search_path = ''
as $$
declare
  v_jobs jsonb;
  v_agent_id uuid;
  v_lanes uuid[];
begin
  with old as (
    select j.*, nightshift.time_ordered_uuid() as new_id
    from nightshift.jobs j
    where j.task_id = any (p_task_ids) and j.state = 'ended' and j.outcome <> 'completed' and j.retried_as is null
    order by j.seq
    for update skip locked
  ), marked as ( -- the key goes over to the job that does it again
    update nightshift.jobs j set retried_as = o.new_id, key = null from old o where j.task_id = o.task_id
  ), logged as (
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, executed_at, triggered_by, agent_name)
    select o.new_id, o.workspace_id, s.task_type, 'pending', o.payload, p_now, p_triggered_by, s.name
    from old o
    join public.task_schedules s on s.id = o.schedule_id
    order by o.seq
  )
  select jsonb_agg(jsonb_build_object('old_id', o.task_id, 'new_id', o.new_id, 'key', o.key) order by o.seq) into v_jobs
  from old o;

  insert into nightshift.jobs
    (task_id, schedule_id, workspace_id, key, payload, priority, run_at, state, max_attempts, created_at)
  select r.new_id, j.schedule_id, j.workspace_id, r.key, j.payload, j.priority, p_now, 'ready', s.max_attempts, p_now
  from jsonb_to_recordset(v_jobs) as r (old_id uuid, new_id uuid, key text)
  join nightshift.jobs j on j.task_id = r.old_id
  join public.task_schedules s on s.id = j.schedule_id
  order by j.seq;
  for v_agent_id, v_lanes in
    select j.schedule_id, array_agg(distinct j.lane)
    from jsonb_to_recordset(v_jobs) as r (new_id uuid)
    join nightshift.jobs j on j.task_id = r.new_id
    group by j.schedule_id
  loop
    perform nightshift.mark_lanes(v_agent_id, v_lanes, array_fill(null::timestamptz, array[cardinality(v_lanes)]));
    perform nightshift.wake_agent(s, p_now) from public.task_schedules s where s.id = v_agent_id;
  end loop;
  return query select r.old_id, r.new_id from jsonb_to_recordset(v_jobs) as r (old_id uuid, new_id uuid);
end
$$;
comment on function nightshift.repeat_jobs(uuid[], text, timestamptz) is
'Enqueues jobs again that failed or were cancelled, each as a new task with new attempts. Returns which is done by '
'which.';
revoke all on function nightshift.repeat_jobs(uuid[], text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.retry_job(p_task_id uuid, p_workspace_id uuid default null,
  p_triggered_by text default 'api', p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_job nightshift.jobs;
  v_new_id uuid;
begin
  select j.* into v_job
  from nightshift.jobs j
  where j.task_id = p_task_id and (p_workspace_id is null or j.workspace_id = p_workspace_id)
  for update;
  if v_job.task_id is null then
    return jsonb_build_object('outcome', 'not_found', 'task_id', null);
  elsif v_job.state <> 'ended' or v_job.outcome = 'completed' then
    return jsonb_build_object('outcome', 'not_failed', 'task_id', null);
  elsif v_job.retried_as is not null then
    return jsonb_build_object('outcome', 'exists', 'task_id', v_job.retried_as);
  end if;
  select r.repeated_by into v_new_id from nightshift.repeat_jobs(array[p_task_id], p_triggered_by, p_now) r;
  return jsonb_build_object('outcome', 'created', 'task_id', v_new_id);
end
$$;
comment on function nightshift.retry_job(uuid, uuid, text, timestamptz) is
'Does a job again that failed or was cancelled in the last 30 days, as a new task with new attempts. Outcome: created, '
'exists (that was done before), not_failed or not_found; task_id: the new task. p_workspace_id: only there; null: '
'anywhere.';
revoke all on function nightshift.retry_job(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.requeue_jobs(p_agent text, p_workspace_id uuid default null,
  p_triggered_by text default 'api', p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most_jobs constant integer := 10000;
  v_agent public.task_schedules := nightshift.find_agent(p_agent);
  v_requeued integer;
begin
  select count(*) into v_requeued
  from nightshift.repeat_jobs(array(
    select j.task_id
    from nightshift.jobs j
    where j.schedule_id = v_agent.id and (p_workspace_id is null or j.workspace_id = p_workspace_id)
      and j.state = 'ended' and j.outcome = 'failed' and j.retried_as is null
    order by j.ended_at
    limit c_most_jobs), p_triggered_by, p_now);
  return jsonb_build_object('outcome', 'requeued', 'requeued', v_requeued);
end
$$;
comment on function nightshift.requeue_jobs(text, uuid, text, timestamptz) is
'Does all failed jobs of an agent again, of one workspace or with null of all, up to 10,000 at once, each as a new '
'task. Returns {outcome, requeued}. Errors: PT404 agent_not_found, PT409 agent_takes_no_jobs.';
revoke all on function nightshift.requeue_jobs(text, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001270_database_runs.sql

-- Database runs: runs of schedules whose target is "database", so no request is sent for them.
--
-- A tick makes the dispatch and the pending system row as always, and puts the run on the list below. The database
-- worker (migration work) takes it from there. Runs of the worker have the same leases, retries, timeline and alerts
-- as all others.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.database_types (
  task_type text primary key,
  payload jsonb not null default '{}',
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint payload_names_types check (
    jsonb_typeof(payload) = 'object'
    and not jsonb_path_exists(payload, '$.* ? (!(@ == "boolean" || @ == "integer" || @ == "text" || @ == "uuid"
      || @ == "date"))'))
);
alter table nightshift.database_types enable row level security;
revoke all on nightshift.database_types from public, anon, authenticated, service_role;
comment on table nightshift.database_types is
'Task types that the database does itself. The worker calls nightshift.<task_type>_chunk and '
'nightshift.<task_type>_due of these types, and no other function.';
comment on column nightshift.database_types.task_type is 'the task type';
comment on column nightshift.database_types.payload is
'the fields that a payload of it may have, each with its type: boolean, integer, text, uuid or date';

create table if not exists nightshift.database_runs (
  run_id uuid primary key,
  task_type text not null,
  token uuid,
  held_by uuid,
  served_at timestamptz,
  apart uuid[] not null default '{}',
  raised integer not null default 0,
  is_done boolean not null default false,
  output jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint output_is_an_object check (jsonb_typeof(output) = 'object')
);
alter table nightshift.database_runs enable row level security;
revoke all on nightshift.database_runs from public, anon, authenticated, service_role;
comment on table nightshift.database_runs is
'Runs that wait for the database worker or are under way in it. The row is deleted when the run ends.';
comment on column nightshift.database_runs.run_id is 'the run: id of its system row';
comment on column nightshift.database_runs.task_type is 'its task type';
comment on column nightshift.database_runs.token is 'its lease, see run_leases; null before the first';
comment on column nightshift.database_runs.held_by is
'the call of work() that works on it. Null: none does, so the next one may';
comment on column nightshift.database_runs.served_at is 'when it last had its turn; null: never, so it is next';
comment on column nightshift.database_runs.apart is
'workspaces that are done one at a time, because a chunk of all of them raised an error';
comment on column nightshift.database_runs.raised is 'how often a chunk of all workspaces raised an error';
comment on column nightshift.database_runs.is_done is 'whether only its rows in the log are left to be ended';
comment on column nightshift.database_runs.output is 'what its chunks want to be in the output of the system row';
comment on column nightshift.database_runs.created_at is 'when it was dispatched';

create table if not exists nightshift.run_failures (
  run_id uuid not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  error text not null,
  failed_at timestamptz not null,
  constraint a_workspace_fails_once_a_run primary key (run_id, workspace_id)
);
create index if not exists run_failures_workspace_idx on nightshift.run_failures (workspace_id);
alter table nightshift.run_failures enable row level security;
revoke all on nightshift.run_failures from public, anon, authenticated, service_role;
comment on table nightshift.run_failures is
'Workspaces whose chunk raised an error in a run of the database worker. The run leaves them out from then on.';
comment on column nightshift.run_failures.run_id is 'the run: id of its system row';
comment on column nightshift.run_failures.workspace_id is 'the workspace';
comment on column nightshift.run_failures.error is 'the error, for the operator';
comment on column nightshift.run_failures.failed_at is 'when it was raised';

create or replace function nightshift.run_payload(p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select t.input_data - array['schedule', 'slot']
  from public.autonomous_tasks t
  where t.id = p_run_id and t.workspace_id is null
$$;
comment on function nightshift.run_payload(uuid) is
'The payload of a run: that of its schedule. Null when there is no such run.';
revoke all on function nightshift.run_payload(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.check_payload(p_task_type text, p_payload jsonb) returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_fields constant jsonb := (select d.payload from nightshift.database_types d where d.task_type = p_task_type);
  v_field record;
begin
  for v_field in
    select f.*, case f.type
      when 'boolean' then f.json_type = 'boolean'
      when 'integer' then f.json_type = 'number' and f.text ~ '^-?[0-9]{1,9}$'
      when 'uuid' then f.json_type = 'string' and f.text ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
      when 'date' then f.json_type = 'string' and f.text ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$'
        and nightshift.read_time(f.text) is not null
      else f.json_type = 'string'
    end as is_valid
    from (
      select left(p.key, 100) as name, v_fields ->> p.key as type, jsonb_typeof(p.value) as json_type,
        p.value #>> '{}' as text
      from jsonb_each(coalesce(p_payload, '{}')) p
    ) f
    where f.json_type <> 'null'
    order by f.name
  loop
    if v_field.type is null then
      raise exception 'payload_invalid: /%: % takes no such field.', v_field.name, p_task_type using errcode = 'PT422';
    elsif not v_field.is_valid then
      raise exception 'payload_invalid: /%: this is not %.', v_field.name,
        case v_field.type when 'integer' then 'a whole number of at most 9 digits' when 'uuid' then 'a UUID'
          when 'date' then 'a date such as 2026-03-01' when 'boolean' then 'true or false' else 'a text' end
        using errcode = 'PT422';
    end if;
  end loop;
end
$$;
comment on function nightshift.check_payload(text, jsonb) is
'Checks a payload by the fields of its type in database_types. A null counts as left out. Error: PT422 '
'payload_invalid, with a JSON pointer.';
revoke all on function nightshift.check_payload(text, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.queue_database_run(p_dispatch_id uuid, p_task_id uuid, p_now timestamptz)
  returns void
language plpgsql set search_path = ''
as $$
declare
  -- How long the worker may take to come. After that the dispatch counts as lost, and is made again.
  c_longest_wait_ms constant integer := 600000;
begin
  insert into nightshift.database_runs as r (run_id, task_type, created_at)
  select t.id, t.task_type, p_now
  from public.autonomous_tasks t
  where t.id = p_task_id
  on conflict (run_id) do update set held_by = null;
  update public.task_dispatches d set timeout_ms = c_longest_wait_ms where d.id = p_dispatch_id;
end
$$;
comment on function nightshift.queue_database_run(uuid, uuid, timestamptz) is
'Part of send_dispatch: puts the run of a dispatch on the list of the database worker, also when it is tried again.';
revoke all on function nightshift.queue_database_run(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.end_database_workspaces(p_run_id uuid, p_limit integer, p_now timestamptz)
  returns integer
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
begin
  -- Whoever deletes a workspace meanwhile is not waited for: its rows go with it.
  select coalesce(array_agg(k.id), '{}') into v_workspace_ids
  from (
    select w.id
    from public.workspaces w
    where w.id = any (array(
      select r.workspace_id from nightshift.run_workspaces r where r.run_id = p_run_id and r.status = 'running'
        order by r.workspace_id limit p_limit))
    order by w.id
    for key share skip locked
  ) k;
  update nightshift.run_workspaces r
  set status = 'completed', ended_at = greatest(p_now, r.started_at), needs_copy = true
  where r.run_id = p_run_id and r.status = 'running' and r.workspace_id = any (v_workspace_ids);
  begin
    perform nightshift.copy_task_rows(p_run_id, v_workspace_ids);
  exception when others then
    raise debug 'Task rows of run % wait for reconcile: % (%)', p_run_id, sqlerrm, sqlstate;
  end;
  return cardinality(v_workspace_ids);
end
$$;
comment on function nightshift.end_database_workspaces(uuid, integer, timestamptz) is
'Ends up to p_limit workspaces of a run that went well, with their task rows. Returns how many.';
revoke all on function nightshift.end_database_workspaces(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.report_database_run(p_run_id uuid, p_now timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce((select r.output from nightshift.database_runs r where r.run_id = p_run_id), '{}')
    || jsonb_build_object(
      'workspaces_processed', (
        select count(*) from nightshift.run_workspaces w where w.run_id = p_run_id and w.status <> 'failed'),
      'workspaces_failed', (select count(*) from nightshift.run_failures f where f.run_id = p_run_id),
      'counts', coalesce((
        select jsonb_object_agg(s.name, s.total)
        from (
          select c.key as name, sum(c.value::numeric) as total
          from nightshift.run_workspaces w
          cross join lateral jsonb_each_text(w.counts) c
          where w.run_id = p_run_id
          group by c.key
        ) s), '{}'),
      'timestamp', to_char(p_now at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
$$;
comment on function nightshift.report_database_run(uuid, timestamptz) is
'The output of a run of the database worker: {workspaces_processed, workspaces_failed, counts: {name: total}, '
'timestamp} and what its chunks added.';
revoke all on function nightshift.report_database_run(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.finish_database_run(p_run_id uuid, p_error text, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_report constant jsonb := nightshift.report_database_run(p_run_id, p_now);
  v_failed constant integer := (v_report ->> 'workspaces_failed')::integer;
  v_went_well constant integer := (v_report ->> 'workspaces_processed')::integer;
begin
  perform nightshift.finish_task(p_run_id, v_report || jsonb_build_object('success', p_error is null and v_failed = 0),
    coalesce(p_error, case when v_failed > 0 then (
      select format('%s of %s workspaces failed. The latest, %s, with: %s', v_failed, v_failed + v_went_well,
        f.workspace_id, f.error)
      from nightshift.run_failures f
      where f.run_id = p_run_id
      order by f.failed_at desc
      limit 1) end),
    0, p_now, p_is_partial => v_went_well > 0);
  delete from nightshift.run_failures f where f.run_id = p_run_id;
  delete from nightshift.database_runs r where r.run_id = p_run_id;
  perform nightshift.copy_run(p_run_id);
end
$$;
comment on function nightshift.finish_database_run(uuid, text, timestamptz) is
'Ends a run of the database worker: completed, failed, or partial_failure when some workspaces went well. p_error: why '
'the run itself broke off. Its workspaces that are still marked as running are ended by the next reconcile.';
revoke all on function nightshift.finish_database_run(uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001272_work.sql

-- The database worker: does the runs that no function is needed for, one chunk after the other.
--
-- pg_cron runs `call nightshift.work()` every minute. A procedure that commits may have neither `set search_path` nor
-- security definer, and no commit may be inside a block with an exception handler. So work() is a bare loop that calls
-- nothing but functions by their full names, and everything else is in these functions.
-- Locks: rows only. Time: up to 1 s a chunk, each with its own commit; 50 s a call.

create or replace function nightshift.work_until() returns timestamptz
language sql volatile set search_path = ''
as $$
  -- statement_timeout counts for the whole call, so a call ends well before it.
  select clock_timestamp() + make_interval(secs => least(
    coalesce(nullif(current_setting('nightshift.work_seconds', true), '')::double precision, 50),
    (select 0.7 * s.setting::double precision / 1000
     from pg_catalog.pg_settings s
     where s.name = 'statement_timeout' and s.setting <> '0')))
$$;
comment on function nightshift.work_until() is
'When a call of work() that begins now has to end: after 50 s, the setting nightshift.work_seconds, or most of '
'statement_timeout, whichever is least.';
revoke all on function nightshift.work_until() from public, anon, authenticated, service_role;

create or replace function nightshift.begin_work() returns boolean
language sql volatile set search_path = ''
as $$
  select to_regclass('public.autonomous_tasks') is not null and exists (select from nightshift.database_runs)
    and pg_catalog.pg_try_advisory_lock(hashtext('nightshift.work'))
$$;
comment on function nightshift.begin_work() is
'Whether there is work and no other worker: takes the lock of the session that one worker at a time holds.';
revoke all on function nightshift.begin_work() from public, anon, authenticated, service_role;

create or replace function nightshift.end_work(p_worker uuid, p_now timestamptz default clock_timestamp()) returns void
language plpgsql set search_path = ''
as $$
declare
  c_lease constant interval := interval '90 seconds';
begin
  -- Let go in order: the next call goes on at once, and that is no further attempt.
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + c_lease)
  from nightshift.database_runs r
  where r.held_by = p_worker and l.run_id = r.run_id and l.token = r.token;
  update nightshift.database_runs r set held_by = null where r.held_by = p_worker;
  perform pg_catalog.pg_advisory_unlock(hashtext('nightshift.work'));
end
$$;
comment on function nightshift.end_work(uuid, timestamptz) is
'Ends a call of work(): lets its runs go, and gives the lock back.';
revoke all on function nightshift.end_work(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_database_run(
  p_run nightshift.database_runs, p_worker uuid, p_now timestamptz
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_lease_seconds constant integer := 90;
  v_started jsonb;
  v_token uuid := (select l.token from nightshift.run_leases l where l.run_id = p_run.run_id
    and l.token = p_run.token and l.expires_at > p_now);
begin
  if v_token is null then
    v_started := nightshift.start_run(p_run.run_id, p_lease_seconds => c_lease_seconds, p_now => p_now);
    v_token := (v_started ->> 'run_token')::uuid;
    if v_token is null then
      -- It has ended, or is gone.
      delete from nightshift.database_runs r where r.run_id = p_run.run_id;
      return false;
    end if;
  end if;
  update nightshift.database_runs r set held_by = p_worker, token = v_token where r.run_id = p_run.run_id;
  update public.task_dispatches d
  set verdict = 'accepted', responded_at = p_now
  where d.task_id = p_run.run_id and d.verdict = 'sent';
  return true;
end
$$;
comment on function nightshift.take_database_run(nightshift.database_runs, uuid, timestamptz) is
'Part of work_on: starts a run, takes one over whose lease has ended, or goes on with one that the previous call let '
'go. False when there is nothing to do.';
revoke all on function nightshift.take_database_run(nightshift.database_runs, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_touched(p_run_id uuid, p_touched jsonb, p_now timestamptz) returns void
language sql set search_path = ''
as $$
  with told as (
    select c.workspace_id, jsonb_object_agg(c.key, c.value) filter (where c.key is not null) as counts
    from (
      select (e.item ->> 'workspace_id')::uuid as workspace_id, n.key, sum(n.value::bigint) as value
      from jsonb_array_elements(coalesce(p_touched, '[]')) as e (item)
      left join lateral jsonb_each_text(coalesce(e.item -> 'counts', '{}')) n on true
      group by 1, 2
    ) c
    group by c.workspace_id
  ), held as ( -- a workspace that somebody is deleting has no row any more
    select w.id from public.workspaces w where w.id in (select t.workspace_id from told t)
    order by w.id for key share skip locked
  )
  insert into nightshift.run_workspaces as r (run_id, workspace_id, counts, cost_usd, started_at)
  select p_run_id, t.workspace_id, coalesce(t.counts, '{}'), 0, p_now
  from told t
  join held h on h.id = t.workspace_id
  order by t.workspace_id
  on conflict (run_id, workspace_id) do update
  set needs_copy = true, counts = (
    select coalesce(jsonb_object_agg(s.key, s.value), '{}')
    from (
      select c.key, sum(c.value::bigint) as value
      from (
        select * from jsonb_each_text(coalesce(r.counts, '{}'))
        union all
        select * from jsonb_each_text(excluded.counts)
      ) c
      group by c.key
    ) s)
$$;
comment on function nightshift.note_touched(uuid, jsonb, timestamptz) is
'Part of work_on: adds what a chunk did, [{workspace_id, counts: {name: whole number}}], to the rows of the '
'workspaces.';
revoke all on function nightshift.note_touched(uuid, jsonb, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_error(p_error text, p_sqlstate text) returns text
language sql immutable set search_path = ''
as $$ select case when p_sqlstate like 'PT4%' then p_error else format('%s (%s)', p_error, p_sqlstate) end $$;
comment on function nightshift.describe_error(text, text) is
'An error for the operator: what it says, with its SQLSTATE unless it is from our catalogue.';
revoke all on function nightshift.describe_error(text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.note_failure(
  p_run_id uuid, p_workspace_id uuid, p_error text, p_sqlstate text, p_now timestamptz
) returns void
language sql set search_path = ''
as $$
  insert into nightshift.run_failures (run_id, workspace_id, error, failed_at)
  select p_run_id, w.id, left(p_error, 2000), p_now
  from public.workspaces w
  where w.id = p_workspace_id
  for key share skip locked
  on conflict (run_id, workspace_id) do nothing;
  -- What the database said may name what members must not read. Errors of our catalogue are written for them.
  insert into nightshift.run_workspaces as r
    (run_id, workspace_id, status, counts, cost_usd, message, started_at, ended_at)
  select f.run_id, f.workspace_id, 'failed', '{}', 0, case when p_sqlstate like 'PT4%' then left(p_error, 2000)
    else format('This could not be done for your workspace (database error %s). The system row of the run says more. '
      'It is tried again by the next run.', p_sqlstate) end, p_now, p_now
  from nightshift.run_failures f
  where f.run_id = p_run_id and f.workspace_id = p_workspace_id
  on conflict (run_id, workspace_id) do update
  set status = 'partial_failure', message = excluded.message, needs_copy = true,
    ended_at = greatest(excluded.ended_at, r.started_at);
$$;
comment on function nightshift.note_failure(uuid, uuid, text, text, timestamptz) is
'Part of work_on: notes that a chunk of a single workspace raised an error, for the operator and for its members.';
revoke all on function nightshift.note_failure(uuid, uuid, text, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.part_workspaces(p_run nightshift.database_runs, p_now timestamptz)
  returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_most_at_once constant integer := 1000;
  c_most_times constant integer := 100;
  v_due uuid[];
begin
  execute format('select array(select nightshift.%I($1, $2, $3))', p_run.task_type || '_due') into v_due
  using p_run.run_id, c_most_at_once, p_now;
  if cardinality(v_due) = 0 or p_run.raised >= c_most_times then
    return false;
  end if;
  update nightshift.database_runs r set apart = v_due, raised = r.raised + 1 where r.run_id = p_run.run_id;
  return true;
end
$$;
comment on function nightshift.part_workspaces(nightshift.database_runs, timestamptz) is
'Part of work_on: after a chunk of all workspaces raised an error, lists those that are done one at a time. False when '
'none is due, so that the error is that of the run.';
revoke all on function nightshift.part_workspaces(nightshift.database_runs, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.do_chunk(p_run nightshift.database_runs, p_now timestamptz) returns void
-- Whoever holds rows of one workspace keeps us for so long, and then the others are done without it.
-- Large tables without statistics look costly, so that each piece would be compiled first, for a quarter of its time.
language plpgsql set search_path = '' set lock_timeout = '500ms' set jit = off
as $$
declare
  v_workspace_id constant uuid := p_run.apart[1];
  v_answer jsonb;
begin
  -- Undone as a whole when it raises: the work, and what was noted about it.
  begin
    execute format('select nightshift.%I($1, $2, $3)', p_run.task_type || '_chunk') into strict v_answer
    using p_run.run_id, v_workspace_id, p_now;
    perform nightshift.note_touched(p_run.run_id, v_answer -> 'touched', p_now);
    update nightshift.database_runs r
    set output = r.output || coalesce(v_answer -> 'output', '{}'),
      is_done = v_workspace_id is null and v_answer -> 'done' is not distinct from 'true',
      apart = case
        when v_workspace_id is null then r.apart
        when v_answer -> 'done' is not distinct from 'true' then r.apart[2:]
        else r.apart[2:] || v_workspace_id
      end
    where r.run_id = p_run.run_id;
  exception when others then
    raise warning 'nightshift.work: run % (%), workspace %: % (%)', p_run.run_id, p_run.task_type, v_workspace_id,
      sqlerrm, sqlstate;
    if v_workspace_id is not null then
      perform nightshift.note_failure(p_run.run_id, v_workspace_id, sqlerrm, sqlstate, p_now);
      update nightshift.database_runs r set apart = r.apart[2:] where r.run_id = p_run.run_id;
    elsif not nightshift.part_workspaces(p_run, p_now) then
      perform nightshift.finish_database_run(p_run.run_id, nightshift.describe_error(sqlerrm, sqlstate), p_now);
    end if;
  end;
end
$$;
comment on function nightshift.do_chunk(nightshift.database_runs, timestamptz) is
'Part of work_on: one chunk of a run. One that raises an error, or waits half a second for a row, is done again one '
'workspace at a time; the workspace in which it does so again is noted and left out, and the others go on.';
revoke all on function nightshift.do_chunk(nightshift.database_runs, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.serve_database_run(
  p_run nightshift.database_runs, p_worker uuid, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  c_lease constant interval := interval '90 seconds';
  c_rows_at_once constant integer := 500;
begin
  if p_run.held_by is distinct from p_worker then
    if nightshift.take_database_run(p_run, p_worker, p_now) then
      perform nightshift.check_payload(p_run.task_type, nightshift.run_payload(p_run.run_id));
    end if;
  elsif not exists (
    select from public.autonomous_tasks t where t.id = p_run.run_id and t.workspace_id is null and t.status = 'running'
  ) then
    -- Somebody has cancelled it.
    perform nightshift.finish_database_run(p_run.run_id, null, p_now);
  elsif not exists (select from nightshift.database_types d where d.task_type = p_run.task_type) then
    perform nightshift.finish_database_run(p_run.run_id,
      format('The database has no work for the task type %s.', p_run.task_type), p_now);
  elsif not p_run.is_done then
    perform nightshift.do_chunk(p_run, p_now);
  elsif nightshift.end_database_workspaces(p_run.run_id, c_rows_at_once, p_now) = 0 then
    perform nightshift.finish_database_run(p_run.run_id, null, p_now);
  end if;
  update nightshift.database_runs r
  set served_at = p_now, held_by = p_worker
  where r.run_id = p_run.run_id;
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + c_lease)
  from nightshift.database_runs r
  where r.run_id = p_run.run_id and l.run_id = r.run_id and l.token = r.token;
end
$$;
comment on function nightshift.serve_database_run(nightshift.database_runs, uuid, timestamptz) is
'Part of work_on: the next step of a run, and its heartbeat.';
revoke all on function nightshift.serve_database_run(nightshift.database_runs, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.work_on(
  p_worker uuid, p_until timestamptz, p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_run nightshift.database_runs;
begin
  -- The run that was served longest ago. One that another call held when it died waits for its lease to end.
  select r.* into v_run
  from nightshift.database_runs r
  where r.held_by is null or r.held_by = p_worker
  order by r.served_at nulls first, r.run_id
  limit 1;
  if v_run.run_id is null or clock_timestamp() >= p_until then
    return false;
  end if;
  begin
    perform nightshift.serve_database_run(v_run, p_worker, p_now);
  exception when others then
    -- Whatever it is, it must not keep the other runs from their turns.
    raise warning 'nightshift.work: run % (%): % (%)', v_run.run_id, v_run.task_type, sqlerrm, sqlstate;
    perform nightshift.fail_task(v_run.run_id, nightshift.describe_error(sqlerrm, sqlstate), p_now);
    delete from nightshift.database_runs r where r.run_id = v_run.run_id;
  end;
  return true;
end
$$;
comment on function nightshift.work_on(uuid, timestamptz, timestamptz) is
'One step of work(): a chunk of the run whose turn it is. False when nothing is left, or when p_until has passed.';
revoke all on function nightshift.work_on(uuid, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace procedure nightshift.work()
language plpgsql
as $$
declare
  v_worker uuid := pg_catalog.gen_random_uuid();
  v_until timestamptz := nightshift.work_until();
begin
  if not nightshift.begin_work() then
    return;
  end if;
  while nightshift.work_on(v_worker, v_until) loop
    commit;
  end loop;
  perform nightshift.end_work(v_worker);
end
$$;
comment on procedure nightshift.work() is
'Does the waiting runs of schedules with the target database, for up to 50 s, and commits after each chunk. Called '
'every minute by pg_cron. One worker at a time: a second call returns at once.';
revoke all on procedure nightshift.work() from public, anon, authenticated, service_role;

-- 20261122001300_alerts.sql

-- Alerts: who is told when something needs a person, and what is worth telling, once.
--
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.alert_rules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  events text[] not null default
    '{failed,missed,stalled,late,stuck,broken,unhealthy,near_budget,over_budget,alert,recovered}',
  webhook_url text,
  format text not null default 'json',
  cool_down interval not null default interval '1 hour',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  secret_name text,
  email_from text,
  email_to text[],
  after_in_a_row integer not null default 1,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  hears_workspaces boolean not null default true,
  constraint events_are_known check (
    cardinality(events) > 0
    and events <@ array['failed', 'missed', 'stalled', 'late', 'stuck', 'broken', 'unhealthy', 'near_budget',
      'over_budget', 'alert', 'recovered']),
  constraint webhook_url_is_a_url check (webhook_url ~ '^https?://\S+$'),
  constraint format_is_known check (format in ('json', 'slack', 'discord', 'email')),
  constraint cool_down_is_up_to_7_days check (cool_down between interval '0' and interval '7 days'),
  constraint secret_name_begins_with_alert check (secret_name ~ '^alert_[a-z0-9_]{1,60}$'),
  constraint after_in_a_row_from_1_to_100 check (after_in_a_row between 1 and 100),
  constraint channel_has_its_address check (case format
    when 'json' then webhook_url is not null and email_to is null
    when 'email' then webhook_url is null and secret_name is not null and email_from is not null
      and email_to is not null
    else (webhook_url is null) <> (secret_name is null) and email_to is null end),
  constraint email_addresses_are_addresses check (
    email_from ~ '^([^<>\r\n]{1,200} )?<?[^@<>\s]{1,64}@[^@<>\s]{1,255}>?$'
    and cardinality(email_to) between 1 and 50 and array_position(email_to, null) is null
    and array_to_string(email_to, ' ') ~ '^[^@\s]{1,64}@[^@\s]{1,255}( [^@\s]{1,64}@[^@\s]{1,255})*$')
);
create index if not exists alert_rules_workspace_idx on nightshift.alert_rules (workspace_id);
alter table nightshift.alert_rules enable row level security;
comment on table nightshift.alert_rules is 'Who gets which alerts, over which channel, and how often at most.';
comment on column nightshift.alert_rules.id is 'time-ordered UUID';
comment on column nightshift.alert_rules.name is 'unique name';
comment on column nightshift.alert_rules.events is
'failed: a system task or a watched job ended badly, after its last attempt, or emails wait because their analyzer '
'lacks a key, a price or a budget; missed: no tick came, or a watched job did not report; stalled: a run died; late: a '
'slot has no dispatch; stuck: three ticks in a row were skipped; broken: the machinery itself does not work; '
'unhealthy: the health check found something in two looks; '
'near_budget: warn_percent of a limit is spent; over_budget: a limit stopped spending; alert: an agent asked for it; '
'recovered: what this rule was told about works again';
comment on column nightshift.alert_rules.webhook_url is 'where it is posted. Slack and Discord: leave it empty and put '
  'the URL into Vault';
comment on column nightshift.alert_rules.format is 'json: a generic webhook, {type, timestamp, data}, signed; slack; '
  'discord; email: through Resend';
comment on column nightshift.alert_rules.cool_down is 'after an alert, the same event of the same schedule, job or '
  'agent is silent for this long';
comment on column nightshift.alert_rules.enabled is 'false: silent';
comment on column nightshift.alert_rules.created_at is 'when the row was written';
comment on column nightshift.alert_rules.secret_name is
'name of a secret in Vault, alert_…: for slack and discord the webhook''s URL, for email the API key of Resend, for '
'json a signing key whsec_…; without one, json is signed with nightshift.signing_secret(webhook_url)';
comment on column nightshift.alert_rules.email_from is 'email: the sender, at a domain that Resend has verified';
comment on column nightshift.alert_rules.email_to is 'email: up to 50 recipients';
comment on column nightshift.alert_rules.after_in_a_row is
'told when failed, stalled, missed or late has happened this often in a row, 1 to 100';
comment on column nightshift.alert_rules.workspace_id is 'hears only of this workspace; null: of the project';
comment on column nightshift.alert_rules.hears_workspaces is
'whether a rule of the project also hears of the watched jobs and agents of all workspaces';

create or replace trigger check_alert_address
before insert or update of webhook_url on nightshift.alert_rules
for each row when (new.webhook_url ~ '^https?://\S+$')
execute function nightshift.check_alert_address();

create table if not exists nightshift.alert_events (
  id uuid primary key default nightshift.time_ordered_uuid(),
  event text not null,
  subject text not null,
  source text not null,
  occurrence text not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  message text not null,
  data jsonb not null default '{}',
  in_a_row integer not null default 1,
  happened_at timestamptz not null,
  constraint alert_events_happen_once unique (event, occurrence)
);
create index if not exists alert_events_time_idx on nightshift.alert_events (happened_at);
create index if not exists alert_events_source_idx on nightshift.alert_events (source, happened_at);
create index if not exists alert_events_workspace_idx on nightshift.alert_events (workspace_id, happened_at);
alter table nightshift.alert_events enable row level security;
revoke all on nightshift.alert_events from public;
comment on table nightshift.alert_events is
'What is worth an alert and is in no other table: watched jobs, and what agents ask for. Only machinery writes it.';
comment on column nightshift.alert_events.id is 'time-ordered UUID';
comment on column nightshift.alert_events.event is 'one of the events of alert_rules';
comment on column nightshift.alert_events.subject is 'what people call the job or agent';
comment on column nightshift.alert_events.source is 'what is meant by that name: what cools down and recovers';
comment on column nightshift.alert_events.occurrence is 'what exactly happened. It is alerted once';
comment on column nightshift.alert_events.workspace_id is 'the workspace; null: the project';
comment on column nightshift.alert_events.message is 'one sentence for a person';
comment on column nightshift.alert_events.data is 'ids and numbers for a program';
comment on column nightshift.alert_events.in_a_row is 'how often it has happened in a row by now';
comment on column nightshift.alert_events.happened_at is 'when, the latest time when it has happened again';

create table if not exists nightshift.alerts (
  id uuid primary key default nightshift.time_ordered_uuid(),
  rule_id uuid not null references nightshift.alert_rules (id) on delete cascade,
  event text not null,
  subject text not null,
  occurrence text not null,
  message text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz default now(),
  request_id bigint,
  sent_at timestamptz,
  delivered_at timestamptz,
  last_error text,
  source text,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  happened_at timestamptz,
  constraint alerts_are_raised_once unique (rule_id, event, occurrence)
);
create index if not exists alerts_due_idx on nightshift.alerts (next_attempt_at) where next_attempt_at is not null;
create index if not exists alerts_cool_down_idx on nightshift.alerts (rule_id, event, subject, created_at desc);
create index if not exists alerts_occurrence_idx on nightshift.alerts (event, occurrence);
create index if not exists alerts_workspace_idx on nightshift.alerts (workspace_id, created_at);
alter table nightshift.alerts enable row level security;
comment on table nightshift.alerts is 'Alerts and their delivery. Nothing is ever alerted about this table.';
comment on column nightshift.alerts.id is 'time-ordered UUID, sent as webhook-id';
comment on column nightshift.alerts.rule_id is 'the rule';
comment on column nightshift.alerts.event is 'one of the events of alert_rules';
comment on column nightshift.alerts.subject is 'name of the schedule, agent, budget or part of the machinery: what '
  'cools down';
comment on column nightshift.alerts.occurrence is 'what exactly happened (a task, a slot). It is alerted once';
comment on column nightshift.alerts.message is 'one sentence for a person';
comment on column nightshift.alerts.data is 'ids and numbers for a program; no tenant data';
comment on column nightshift.alerts.created_at is 'when it was raised';
comment on column nightshift.alerts.attempts is 'how often it was posted, at most 5';
comment on column nightshift.alerts.next_attempt_at is 'when it is posted next. Null: waiting for an answer, delivered '
  'or given up';
comment on column nightshift.alerts.request_id is 'id of the latest pg_net request';
comment on column nightshift.alerts.sent_at is 'when that request was made';
comment on column nightshift.alerts.delivered_at is 'when it was answered with 2xx';
comment on column nightshift.alerts.last_error is 'why the latest attempt did not arrive';
comment on column nightshift.alerts.source is 'what is meant by the subject where names are not unique';
comment on column nightshift.alerts.workspace_id is 'the workspace that it is about; null: the project';
comment on column nightshift.alerts.happened_at is 'when it happened, as far as is known';

create or replace function nightshift.note_alert_event(
  p_event text, p_subject text, p_source text, p_occurrence text, p_workspace_id uuid, p_message text, p_data jsonb,
  p_in_a_row integer, p_at timestamptz
) returns boolean
language plpgsql set search_path = ''
as $$
begin
  if p_workspace_id is not null and p_event <> 'recovered'
    and nightshift.find_quota('alerts_per_day', p_workspace_id) <= (
      select count(*)
      from nightshift.alert_events e
      where e.workspace_id = p_workspace_id and e.happened_at > p_at - interval '1 day' and e.event <> 'recovered'
        and (e.event, e.occurrence) <> (p_event, p_occurrence))
  then
    return false;
  end if;
  insert into nightshift.alert_events as e
    (event, subject, source, occurrence, workspace_id, message, data, in_a_row, happened_at)
  values (p_event, left(p_subject, 200), p_source, p_occurrence, p_workspace_id, left(p_message, 2000), p_data,
    p_in_a_row, p_at)
  on conflict (event, occurrence) do update set in_a_row = excluded.in_a_row, happened_at = excluded.happened_at,
    message = excluded.message;
  return true;
end
$$;
comment on function nightshift.note_alert_event(
  text, text, text, text, uuid, text, jsonb, integer, timestamptz) is
'Notes what is worth an alert. Reconcile raises it. The same occurrence again updates how often it has happened in a '
'row. False when the workspace has used up its quota alerts_per_day.';
revoke all on function nightshift.note_alert_event(
  text, text, text, text, uuid, text, jsonb, integer, timestamptz) from public;

create or replace function nightshift.is_silent(
  p_rule nightshift.alert_rules, p_event text, p_subject text, p_source text, p_message text, p_at timestamptz
) returns boolean
language sql stable set search_path = ''
as $$
  select case
    -- The health check tells each change once by itself. Whoever was not told of any is not told of its end.
    when p_source = 'system_health_check' then p_event = 'recovered' and not exists (
      select from nightshift.alerts a where a.rule_id = p_rule.id and a.event = 'unhealthy' and a.source = p_source)
    -- Told only to those who were told what was wrong, and once.
    when p_event = 'recovered' then coalesce((
      select a.event = 'recovered' or (p_source is null and coalesce(a.happened_at, a.created_at) >= p_at)
      from nightshift.alerts a
      where a.rule_id = p_rule.id and a.subject = p_subject and a.source is not distinct from p_source
        and a.event not in ('alert', 'near_budget', 'over_budget')
      order by a.created_at desc, a.id desc
      limit 1), true)
    else p_rule.cool_down > interval '0' and exists ( -- told already, before this happened or since
      select from nightshift.alerts a
      where a.rule_id = p_rule.id and a.event = p_event and a.subject = p_subject
        and a.source is not distinct from p_source
        and a.created_at > p_at - p_rule.cool_down
        -- An agent may say two different things.
        and (p_event <> 'alert' or a.message = p_message))
  end
$$;
comment on function nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz) is
'Part of raise_alert: whether a rule is not told, because it cools down, or was not told what has recovered.';
revoke all on function nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz) from public;

create or replace function nightshift.raise_alert(
  p_event text, p_subject text, p_occurrence text, p_message text, p_data jsonb, p_at timestamptz, p_now timestamptz,
  p_source text default null, p_workspace_id uuid default null, p_in_a_row integer default 100
) returns integer
language sql set search_path = ''
as $$
  with raised as (
    insert into nightshift.alerts
      (rule_id, event, subject, occurrence, message, data, created_at, next_attempt_at, source, workspace_id,
        happened_at)
    select r.id, p_event, p_subject, p_occurrence, left(p_message, 2000), p_data, p_now, p_now, p_source,
      p_workspace_id, p_at
    from nightshift.alert_rules r
    where r.enabled and p_event = any (r.events) and p_in_a_row >= r.after_in_a_row
      and (r.workspace_id = p_workspace_id or (r.workspace_id is null
        and (r.hears_workspaces or p_workspace_id is null)))
      and not nightshift.is_silent(r, p_event, p_subject, p_source, left(p_message, 2000), p_at)
    on conflict do nothing
    returning 1
  )
  select count(*)::integer from raised
$$;
comment on function nightshift.raise_alert(
  text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer) is
'Queues an alert for every rule that wants the event, unless it happened (p_at) while the rule cools down, or less '
'often in a row than the rule tolerates. p_source: what is meant by p_subject where names are not unique. Returns how '
'many.';
revoke all on function nightshift.raise_alert(
  text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer) from public;

-- 20261122001400_reconcile_answers.sql

-- Reconcile, first part: what became of every request.
--
-- pg_cron reports a commit, pg_net an answer or nothing, and the function its own rows. These steps put the
-- three together: our own rows win, then the answer, then the clock. No object of ours depends on a type of
-- an extension, so that one of them may be dropped and created again.
-- Locks: rows only. Time: milliseconds.

create table if not exists nightshift.reconcile_steps (
  step text primary key,
  ran_at timestamptz not null,
  error text,
  error_item text,
  error_at timestamptz,
  failing_since timestamptz
);
alter table nightshift.reconcile_steps enable row level security;
comment on table nightshift.reconcile_steps is 'When each step of reconcile ran, and the latest error of each.';
comment on column nightshift.reconcile_steps.step is 'the step, or reconcile for a whole pass';
comment on column nightshift.reconcile_steps.ran_at is 'when it last ran';
comment on column nightshift.reconcile_steps.error is 'its latest error, also of one item';
comment on column nightshift.reconcile_steps.error_item is 'what it was about; null when the step itself failed';
comment on column nightshift.reconcile_steps.error_at is 'when that was';
comment on column nightshift.reconcile_steps.failing_since is
  'since when every pass has had an error; null while the latest had none';

create or replace function nightshift.note_problem(p_step text, p_item text, p_error text, p_now timestamptz)
  returns void
language plpgsql set search_path = ''
as $$
begin
  raise warning 'nightshift.%: %, item %', p_step, p_error, p_item;
  insert into nightshift.reconcile_steps as s (step, ran_at, error, error_item, error_at, failing_since)
  values (p_step, p_now, left(p_error, 2000), left(p_item, 200), p_now, p_now)
  on conflict (step) do update
  set error = excluded.error, error_item = excluded.error_item, error_at = excluded.error_at,
    failing_since = coalesce(s.failing_since, excluded.failing_since);
end
$$;
comment on function nightshift.note_problem(text, text, text, timestamptz) is
'Keeps the latest error of a step of reconcile, and since when it fails.';
revoke all on function nightshift.note_problem(text, text, text, timestamptz) from public;

create or replace function nightshift.plain_line(p_text text, p_length integer) returns text
language sql immutable parallel safe set search_path = ''
as $$ select left(btrim(regexp_replace(p_text, '[[:cntrl:][:space:]]+', ' ', 'g')), p_length) $$;
comment on function nightshift.plain_line(text, integer) is
'A text from elsewhere as one line without control characters, cut to a length.';
revoke all on function nightshift.plain_line(text, integer) from public;

create or replace function nightshift.copy_cron_facts(p_now timestamptz default clock_timestamp()) returns integer
language sql set search_path = ''
as $$
  with copied as (
    update public.task_dispatches d
    set cron_run_id = c.runid, cron_status = c.status, cron_started_at = c.start_time, cron_ended_at = c.end_time
    from public.task_schedules s, cron.job j, cron.job_run_details c
    where d.kind = 'tick' and d.dispatched_at > p_now - interval '1 hour'
      and (d.cron_status is null or d.cron_status in ('starting', 'running'))
      and s.id = d.schedule_id and j.jobname = s.name and c.jobid = j.jobid
      and d.dispatched_at between c.start_time - interval '1 second'
        and coalesce(c.end_time, p_now) + interval '1 second'
    returning 1
  )
  select count(*)::integer from copied
$$;
comment on function nightshift.copy_cron_facts(timestamptz) is
'Copies what pg_cron recorded about the ticks of the last hour, as its table is visible to its owner only and is '
'pruned. Returns how many.';
revoke all on function nightshift.copy_cron_facts(timestamptz) from public;

create or replace function nightshift.list_answers(p_since timestamptz)
returns table (id bigint, status_code integer, headers jsonb, timed_out boolean, error_msg text, created timestamptz)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select r.id, r.status_code, r.headers, r.timed_out, r.error_msg, r.created
  from net._http_response r
  where r.created >= p_since;
exception when undefined_table or invalid_schema_name or insufficient_privilege then
  -- Without pg_net there are no answers, and the clock decides. list_problems says that it is missing.
  return;
end
$$;
comment on function nightshift.list_answers(timestamptz) is
'The answers that pg_net recorded since a time, none where pg_net is missing.';
revoke all on function nightshift.list_answers(timestamptz) from public;

create or replace function nightshift.judge_response(
  p_status_code integer,
  p_headers jsonb,
  p_timed_out boolean,
  p_error text,
  out verdict text,
  out detail text
)
language plpgsql immutable set search_path = ''
as $$
declare
  -- Whoever answers writes these: one short line is enough to classify them.
  v_error text := coalesce(nightshift.plain_line(p_error, 500), 'no reason given');
  v_code text := (
    select nightshift.plain_line(h.value, 50)
    from jsonb_each_text(case when jsonb_typeof(p_headers) = 'object' then p_headers else '{}' end) h
    where lower(h.key) = 'sb-error-code'
    limit 1);
  v_status text := concat('The function answered ', p_status_code, case when v_code <> ''
    then format(' (%s)', v_code) end);
begin
  case
    when p_timed_out then
      verdict := 'timed_out';
      detail := format('No answer in time: %s.', coalesce(nightshift.plain_line(p_error, 500), 'timeout'));
    when p_status_code is null then
      verdict := 'unreachable';
      detail := format('The function could not be reached: %s. Check project_url in Vault and that the function is '
        'deployed.', v_error);
    when p_status_code between 200 and 299 then
      verdict := 'accepted';
    when p_status_code = 546 or v_code in ('WORKER_LIMIT', 'WORKER_RESOURCE_LIMIT') then
      verdict := 'resource_limit';
      detail := v_status || ': it ran out of CPU or memory. Lower RUN_MAX_EMAILS if this repeats.';
    when p_status_code in (408, 425, 429) or p_status_code >= 500 then
      verdict := 'server_error';
      detail := v_status || '. Its log says why.';
    else
      verdict := 'refused';
      detail := v_status || case p_status_code
        when 401 then ': cron_secret in Vault and CRON_SECRET of the functions differ. Set both to the same value.'
        when 404 then ': there is no such function. Deploy it, or correct the target of the schedule.'
        else '. This will not change by itself: look at its log.'
      end;
  end case;
end
$$;
comment on function nightshift.judge_response(integer, jsonb, boolean, text) is
'What a recorded answer means: accepted, or timed_out, unreachable, resource_limit, server_error (worth another try), '
'`refused` (not), with a sentence.';
revoke all on function nightshift.judge_response(integer, jsonb, boolean, text) from public;

create or replace function nightshift.list_open_requests(p_now timestamptz)
returns table (dispatch_id uuid, is_answered boolean, status_code integer, headers jsonb, timed_out boolean,
  error_msg text, created timestamptz)
language sql stable set search_path = ''
as $$
  with waiting as (
    select d.* from public.task_dispatches d where d.verdict = 'sent' order by d.dispatched_at limit 1000
  ), answers as materialized (
    select * from nightshift.list_answers((select min(w.dispatched_at) from waiting w))
  ), answered as ( -- after a crash request ids start again: an answer belongs to the latest request of its id
    select w.id, true, r.status_code, r.headers, r.timed_out, r.error_msg, r.created
    from waiting w
    join answers r on r.id = w.request_id and r.created >= w.dispatched_at
    where not exists (
      select from public.task_dispatches later
      where later.request_id = r.id and later.dispatched_at > w.dispatched_at and later.dispatched_at <= r.created)
  )
  select * from answered
  union all
  select w.id, false, null, null, null, null, null
  from waiting w
  where w.dispatched_at + make_interval(secs => coalesce(w.timeout_ms, 5000) / 1000.0) + interval '30 seconds' <= p_now
    and not exists (select from answered a where a.id = w.id)
$$;
comment on function nightshift.list_open_requests(timestamptz) is
'Requests without a verdict that have an answer now, or that had none within their timeout and 30 s of grace: up to '
'1000 at once.';
revoke all on function nightshift.list_open_requests(timestamptz) from public;

create or replace function nightshift.judge_dispatch(
  p_dispatch_id uuid, p_is_answered boolean, p_status_code integer, p_headers jsonb, p_timed_out boolean, p_error text,
    p_at timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_verdict text := 'lost';
  v_detail text := 'No answer was recorded: the request or its answer was lost, because the database or pg_net was '
    'restarted, '
    'or pg_net does not work.';
begin
  if p_is_answered then
    select j.verdict, j.detail into v_verdict, v_detail
    from nightshift.judge_response(p_status_code, p_headers, p_timed_out, p_error) j;
  elsif exists (
    select from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.target = 'database'
    where d.id = p_dispatch_id and d.request_id is null
  ) then
    v_detail := 'The database worker did not start it: its pg_cron job nightshift-work is missing, switched off or '
      'failing.';
  end if;
  -- A task that runs or ran was reached, whatever pg_net says, unless its run had stalled before.
  update public.task_dispatches d
  set http_status = p_status_code, responded_at = p_at,
    verdict = case when was_reached then 'accepted' else v_verdict end,
    detail = case when was_reached and v_verdict <> 'accepted' then concat_ws(' ',
      'Its task was seen to run.', v_detail) else v_detail end
  from public.task_dispatches judged
  left join public.autonomous_tasks t on t.id = judged.task_id
  left join nightshift.run_leases l on l.run_id = t.id
  cross join lateral (
    select (t.status not in ('pending', 'cancelled') and l.expires_at <= judged.dispatched_at is not true) is true
  ) as reached (was_reached)
  where judged.id = p_dispatch_id and d.id = judged.id;
end
$$;
comment on function nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz) is
'Part of judge_dispatches: gives one dispatch its verdict.';
revoke all on function nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz) from public;

create or replace function nightshift.open_system_tasks(p_now timestamptz)
returns table (id uuid, status text, executed_at timestamptz, updated_at timestamptz)
language sql stable set search_path = ''
as $$
  -- By the index of system rows of each type, as tenants may have any number of unfinished tasks.
  select t.id, t.status, t.executed_at, t.updated_at
  from (select distinct s.task_type from public.task_schedules s) k
  cross join lateral (
    select o.id, o.status, o.executed_at, o.updated_at
    from public.autonomous_tasks o
    where o.workspace_id is null and o.task_type = k.task_type and o.executed_at > p_now - interval '7 days'
      and o.status in ('pending', 'running')
  ) t
$$;
comment on function nightshift.open_system_tasks(timestamptz) is 'System rows of the last 7 days that have not ended.';
revoke all on function nightshift.open_system_tasks(timestamptz) from public;

create or replace function nightshift.judge_dispatches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_fact record;
  v_judged integer := 0;
begin
  for v_fact in select * from nightshift.list_open_requests(p_now) loop
    begin
      perform nightshift.judge_dispatch(v_fact.dispatch_id, v_fact.is_answered, v_fact.status_code, v_fact.headers,
        v_fact.timed_out, v_fact.error_msg, v_fact.created);
      v_judged := v_judged + 1;
    exception when others then
      perform nightshift.note_problem('judge_dispatches', v_fact.dispatch_id::text, sqlerrm, p_now);
    end;
  end loop;

  -- Answered, and yet nobody took the task on.
  update public.task_dispatches d
  set verdict = 'ignored',
    detail = format(
      'The function answered %s but did not start its task. An agent must mark its task, for example with withTask.',
        d.http_status)
  from nightshift.open_system_tasks(p_now) t
  where t.status = 'pending' and t.id = d.task_id
    and d.verdict = 'accepted' and d.responded_at + interval '60 seconds' <= p_now;
  return v_judged;
end
$$;
comment on function nightshift.judge_dispatches(timestamptz) is
'Gives every dispatch that still waits its verdict, from the answer, from its task, or from the clock (timeout and 30 '
's of grace). Returns how many.';
revoke all on function nightshift.judge_dispatches(timestamptz) from public;

-- 20261122001410_reconcile_runs.sql

-- Reconcile, second part: runs that died, and further attempts.
--
-- Each run and each dispatch is one item in a subtransaction of its own, so that one that cannot be
-- handled stops no other.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.judge_agent_run(p_lease nightshift.run_leases, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_error constant text := 'The run stopped without reporting its end. The log of the function may say why.';
begin
  perform nightshift.give_back_jobs(p_lease.run_id, p_lease.schedule_id, c_error, p_now);
  perform nightshift.end_agent_run(l, c_error, p_now) from nightshift.run_leases l where l.run_id = p_lease.run_id;
  update public.task_dispatches d
  set verdict = 'stalled', detail = format('The run started but stopped without reporting its end: its lease ended '
    'at %s UTC.', to_char(p_lease.expires_at at time zone 'utc', 'HH24:MI:SS'))
  where d.task_id = p_lease.run_id and d.verdict = 'accepted';
  return true;
end
$$;
comment on function nightshift.judge_agent_run(nightshift.run_leases, timestamptz) is
'Part of judge_runs: a run of jobs whose lease has ended. Its jobs go on in other runs, and that was an attempt.';
revoke all on function nightshift.judge_agent_run(nightshift.run_leases, timestamptz) from public;

create or replace function nightshift.judge_run(p_run_id uuid, p_expires_at timestamptz, p_now timestamptz)
  returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_status text := (select t.status from public.autonomous_tasks t where t.id = p_run_id and t.workspace_id is null);
  v_lease nightshift.run_leases;
  v_dispatch record;
begin
  select l.* into v_lease from nightshift.run_leases l where l.run_id = p_run_id;
  if v_lease.schedule_id is not null then
    return nightshift.judge_agent_run(v_lease, p_now);
  end if;
  select d.id, d.verdict into v_dispatch
  from public.task_dispatches d
  where d.task_id = p_run_id
  order by d.dispatched_at desc, d.id desc
  limit 1;
  if v_status is distinct from 'running' then
    -- Somebody cancelled it. Only its emails and its workspaces are left to handle.
    perform nightshift.finish_run(p_run_id, 'The run was ended before all emails that it had claimed were analyzed.',
      p_now);
    return false;
  elsif v_dispatch.id is null then
    -- A direct call: nobody is asked again, but its emails go on.
    perform nightshift.fail_task(p_run_id,
      'The run stopped without reporting its end. Its emails go on in another run. The log of the function may '
      'say why.',
      p_now);
    perform nightshift.continue_run(p_run_id, p_now);
    return true;
  elsif v_dispatch.verdict = 'accepted' then -- with any other verdict, a further attempt is under way already
    update public.task_dispatches d
    set verdict = 'stalled', detail = format('The run started but stopped without reporting its end: its lease ended '
      'at %s UTC.',
      to_char(p_expires_at at time zone 'utc', 'HH24:MI:SS'))
    where d.id = v_dispatch.id;
    return true;
  end if;
  return false;
end
$$;
comment on function nightshift.judge_run(uuid, timestamptz, timestamptz) is
'Part of judge_runs: a run whose lease has ended. Returns whether it was found stalled now.';
revoke all on function nightshift.judge_run(uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.judge_runs(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest_silence constant interval := interval '6 hours';
  v_run record;
  v_stalled integer := 0;
begin
  for v_run in
    select l.run_id, l.expires_at from nightshift.run_leases l where l.expires_at <= p_now order by l.expires_at
      for update skip locked
  loop
    begin
      v_stalled := v_stalled + nightshift.judge_run(v_run.run_id, v_run.expires_at, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('judge_runs', v_run.run_id::text, sqlerrm, p_now);
    end;
  end loop;

  -- Marked as running without a lease, so only the clock can end it.
  for v_run in
    select t.id as run_id
    from nightshift.open_system_tasks(p_now) t
    where t.status = 'running' and t.executed_at <= p_now - c_longest_silence
      and t.updated_at <= p_now - c_longest_silence
      and exists (select from public.task_dispatches d where d.task_id = t.id)
      and not exists (select from nightshift.run_leases l where l.run_id = t.id)
      and not exists (select from nightshift.jobs j where j.task_id = t.id)
  loop
    begin
      perform nightshift.fail_task(v_run.run_id,
        'No sign of life for 6 hours, and no lease: an agent that marks its task by itself must also end it.', p_now);
      v_stalled := v_stalled + 1;
    exception when others then
      perform nightshift.note_problem('judge_runs', v_run.run_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_stalled;
end
$$;
comment on function nightshift.judge_runs(timestamptz) is
'Finds runs whose lease has ended: dispatched ones become stalled, direct ones are ended and their emails go on. Also '
'ends dispatched tasks that run without a lease and were silent for 6 hours. Returns how many.';
revoke all on function nightshift.judge_runs(timestamptz) from public;

create or replace function nightshift.plan_retry(p_dispatch_id uuid, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
begin
  select d.task_id, d.verdict, d.detail, s.max_attempts,
    (select count(*) from public.task_dispatches a where a.task_id = d.task_id)::integer as attempts
  into strict v_dispatch
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id
  where d.id = p_dispatch_id;
  if v_dispatch.verdict in ('refused', 'ignored') or v_dispatch.attempts >= v_dispatch.max_attempts then
    perform nightshift.fail_task(v_dispatch.task_id,
      concat(v_dispatch.detail, case when v_dispatch.attempts > 1
        then format(' Given up after %s attempts.', v_dispatch.attempts) end),
      p_now);
    return;
  end if;
  update public.task_dispatches d
  set retry_at = p_now + case
      -- A stalled run has already waited for its lease to end.
      when v_dispatch.verdict = 'stalled' and v_dispatch.attempts = 1 then interval '0'
      else nightshift.backoff(v_dispatch.attempts, 30, 900)
    end
  where d.id = p_dispatch_id;
end
$$;
comment on function nightshift.plan_retry(uuid, timestamptz) is
'Part of retry_dispatches: plans another attempt for a dispatch that failed, or ends its task with a sentence.';
revoke all on function nightshift.plan_retry(uuid, timestamptz) from public;

create or replace function nightshift.send_retry(p_dispatch_id uuid, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
  v_retry_id uuid;
begin
  update public.task_dispatches d set retry_at = null where d.id = p_dispatch_id
  returning d.schedule_id, d.slot, d.task_id into strict v_dispatch;
  if not exists (
    select from public.autonomous_tasks t where t.id = v_dispatch.task_id and t.workspace_id is null
      and t.status in ('pending', 'running')
  ) then
    return false;
  end if;
  insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, dispatched_at)
  select v_dispatch.schedule_id, v_dispatch.slot, 'retry', coalesce(max(r.seq) + 1, 0), v_dispatch.task_id, p_now
  from public.task_dispatches r
  where r.schedule_id = v_dispatch.schedule_id and r.slot = v_dispatch.slot and r.kind = 'retry'
  returning id into v_retry_id;
  perform nightshift.send_dispatch(v_retry_id, p_now);
  return true;
end
$$;
comment on function nightshift.send_retry(uuid, timestamptz) is
'Part of retry_dispatches: sends the attempt that was planned for a dispatch. Returns whether its task still waited '
'for it.';
revoke all on function nightshift.send_retry(uuid, timestamptz) from public;

create or replace function nightshift.retry_dispatches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
  v_retried integer := 0;
begin
  -- The latest attempts of open tasks that have failed since the last pass.
  for v_id in
    select d.id
    from nightshift.open_system_tasks(p_now) t
    join public.task_dispatches d on d.task_id = t.id
    where d.verdict in (
        'refused', 'server_error', 'resource_limit', 'timed_out', 'unreachable', 'lost', 'ignored', 'stalled',
        'not_sent')
      and d.retry_at is null
      -- A job that has begun has attempts of its own.
      and not exists (select from nightshift.jobs j where j.task_id = t.id)
      and not exists (
        select from public.task_dispatches later
        where later.task_id = d.task_id and (later.dispatched_at, later.id) > (d.dispatched_at, d.id))
  loop
    begin
      perform nightshift.plan_retry(v_id, p_now);
    exception when others then
      perform nightshift.note_problem('retry_dispatches', v_id::text, sqlerrm, p_now);
    end;
  end loop;

  for v_id in
    select d.id
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.enabled
    where d.retry_at <= p_now
    for update of d skip locked
  loop
    begin
      v_retried := v_retried + nightshift.send_retry(v_id, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('retry_dispatches', v_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_retried;
end
$$;
comment on function nightshift.retry_dispatches(timestamptz) is
'Plans and sends further attempts: what is worth one, after 30 s to 15 min, up to max_attempts of the schedule. The '
'rest ends its task with a sentence. Returns how many were sent.';
revoke all on function nightshift.retry_dispatches(timestamptz) from public;

create or replace function nightshift.copy_waiting_rows(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '2 seconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_run_id uuid;
  v_copied integer := 0;
begin
  for v_run_id in
    select n.run_id
    from (select distinct w.run_id from nightshift.run_workspaces w where w.needs_copy or w.status = 'running') n
    order by random()
  loop
    exit when clock_timestamp() > v_until;
    begin
      -- Somebody held the workspace when its run ended.
      if not exists (select from nightshift.run_leases l where l.run_id = v_run_id) then
        perform nightshift.end_run_workspaces(v_run_id, array[]::uuid[], null, p_now);
      end if;
      v_copied := v_copied + nightshift.copy_run(v_run_id);
    exception when others then
      perform nightshift.note_problem('copy_waiting_rows', v_run_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_copied;
end
$$;
comment on function nightshift.copy_waiting_rows(timestamptz) is
'Makes the copies for members that a lock had prevented. Returns how many.';
revoke all on function nightshift.copy_waiting_rows(timestamptz) from public;

-- 20261122001420_reconcile_jobs.sql

-- Reconcile, the part about jobs: jobs whose run is gone, jobs that nobody is coming for, and jobs that ended long ago.
--
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.give_back_orphans(p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_run record;
begin
  -- Somebody held their workspaces when their run ended.
  for v_run in
    select distinct j.run_id, j.schedule_id
    from nightshift.jobs j
    where j.state = 'running' and not exists (select from nightshift.run_leases l where l.run_id = j.run_id)
  loop
    begin
      perform nightshift.give_back_jobs(v_run.run_id, v_run.schedule_id,
        'The run ended without a result for this job. The log of the function may say why.', p_now);
    exception when others then
      perform nightshift.note_problem('wake_agents', v_run.run_id::text, sqlerrm, p_now);
    end;
  end loop;
end
$$;
comment on function nightshift.give_back_orphans(timestamptz) is
'Part of wake_agents: lets jobs go on that are held by a run that has ended.';
revoke all on function nightshift.give_back_orphans(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.prune_jobs(p_now timestamptz) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_most_jobs constant integer := 10000;
  v_pruned integer;
begin
  -- The oldest ends come straight from the index. What goes with a workspace that is being deleted is passed over.
  with old as (
    select j.task_id
    from nightshift.jobs j
    where j.state = 'ended' and j.ended_at <= p_now - interval '24 hours'
      and (j.outcome = 'completed' or j.ended_at <= p_now - interval '30 days')
    order by j.ended_at
    limit c_most_jobs
    for update skip locked
  )
  delete from nightshift.jobs j using old o where j.task_id = o.task_id;
  get diagnostics v_pruned = row_count;
  return v_pruned;
end
$$;
comment on function nightshift.prune_jobs(timestamptz) is
'Part of wake_agents: deletes jobs that were completed 24 hours ago, and those that failed or were cancelled 30 days '
'ago, up to 10,000 at once. Their rows in the log stay.';
revoke all on function nightshift.prune_jobs(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.wake_agents(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_agent public.task_schedules;
  v_woken integer := 0;
begin
  perform nightshift.give_back_orphans(p_now);
  for v_agent in
    select s.* from public.task_schedules s
    where s.enabled and exists (
      select from nightshift.job_turns t where t.schedule_id = s.id and (t.is_waiting or t.due_at <= p_now))
    order by s.id
  loop
    begin
      if nightshift.has_claimable_jobs(v_agent, p_now)
        and nightshift.wake_agent(v_agent, p_now) in ('dispatched', 'not_configured', 'not_sent')
      then
        v_woken := v_woken + 1;
      end if;
    exception when others then
      perform nightshift.note_problem('wake_agents', v_agent.name, sqlerrm, p_now);
    end;
  end loop;
  perform nightshift.prune_jobs(p_now);
  perform nightshift.prune_lines(p_now);
  return v_woken;
end
$$;
comment on function nightshift.wake_agents(timestamptz) is
'Sends for a run of each agent whose jobs are due while none is open. Removes jobs that ended long ago, and lines of '
'tasks that are gone. Returns how many wake-ups were sent.';
revoke all on function nightshift.wake_agents(timestamptz) from public, anon, authenticated, service_role;

-- 20261122001500_reconcile_slots.sql

-- Reconcile, third part: the pg_cron jobs of the schedules, and scheduled times that no tick came for.
--
-- pg_cron never makes up for the ticks of a downtime and does not report them. Every expected slot is
-- looked at once: it has its dispatch, or it gets one that says what was done about it. What somebody has
-- changed about a job in pg_cron itself is respected: switched off means paused.
-- Locks: rows only. Time: milliseconds. A slot a minute for 31 days takes some minutes of passes.

create table if not exists nightshift.schedule_watermarks (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  judged_until timestamptz not null
);
alter table nightshift.schedule_watermarks enable row level security;
comment on table nightshift.schedule_watermarks is 'Up to where the slots of a schedule have been looked at.';
comment on column nightshift.schedule_watermarks.schedule_id is 'the schedule';
comment on column nightshift.schedule_watermarks.judged_until is 'every slot up to this time has a dispatch';

create or replace function nightshift.find_job(p_schedule public.task_schedules, out state text, out expression text)
language plpgsql stable set search_path = ''
as $$
begin
  select case
      when not j.active then 'switched_off'
      when nightshift.trim_expression(j.schedule) <> case
        when p_schedule.time_zone = 'UTC' then p_schedule.cron_expression
        else (select w.expression from nightshift.cron_jobs w where w.schedule_id = p_schedule.id)
      end then 'edited'
      else 'active'
    end, j.schedule
  into state, expression
  from cron.job j
  where j.jobname = p_schedule.name and j.command = format('select nightshift.dispatch(%L)', p_schedule.name);
  state := coalesce(state, 'missing');
exception when undefined_table or invalid_schema_name then
  state := 'missing';
end
$$;
comment on function nightshift.find_job(public.task_schedules) is
'The pg_cron job of a schedule: active, switched_off, edited (it has another expression than Nightshift gave it) or '
'missing, and its expression, which is in UTC.';
revoke all on function nightshift.find_job(public.task_schedules) from public;

create or replace function nightshift.job_state(p_schedule public.task_schedules) returns text
language sql stable set search_path = ''
as $$ select j.state from nightshift.find_job(p_schedule) j $$;
comment on function nightshift.job_state(public.task_schedules) is
  'active, switched_off, edited or missing, see find_job.';
revoke all on function nightshift.job_state(public.task_schedules) from public;

create or replace function nightshift.renew_cron_job(p_schedule public.task_schedules, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Time zones get new rules. Once a day is enough, as a job is written for 400 days.
  if not exists (
    select from nightshift.cron_jobs w
    where w.schedule_id = p_schedule.id and w.written_at between p_now - interval '1 day' and p_now + interval '1 day'
  ) then
    perform nightshift.write_cron_job(p_schedule, p_now);
  end if;
end
$$;
comment on function nightshift.renew_cron_job(public.task_schedules, timestamptz) is
'Part of judge_jobs: writes the pg_cron job of a schedule in another time zone anew when it is a day old.';
revoke all on function nightshift.renew_cron_job(public.task_schedules, timestamptz) from public;

create or replace function nightshift.adopt_job(p_schedule public.task_schedules, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_job record;
begin
  select * into v_job from nightshift.find_job(p_schedule);
  if v_job.state = 'switched_off' then
    -- Paused: nothing is expected before it is switched on again.
    update public.task_schedules s set active_since = p_now where s.id = p_schedule.id and s.active_since < p_now;
    return false;
  elsif v_job.state = 'edited' then
    -- Whoever edits a job in pg_cron means UTC, as pg_cron says.
    -- Raises when pg_cron accepts what we cannot read. Then it stays as it is, and is reported.
    update public.task_schedules s
    set cron_expression = v_job.expression, time_zone = 'UTC', active_since = p_now
    where s.id = p_schedule.id;
    return true;
  elsif v_job.state = 'active' and p_schedule.time_zone <> 'UTC' then
    perform nightshift.renew_cron_job(p_schedule, p_now);
  end if;
  return false;
end
$$;
comment on function nightshift.adopt_job(public.task_schedules, timestamptz) is
'Part of judge_jobs: follows what was changed in pg_cron for one schedule. Returns whether an expression was adopted.';
revoke all on function nightshift.adopt_job(public.task_schedules, timestamptz) from public;

create or replace function nightshift.judge_jobs(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_adopted integer := 0;
begin
  for v_schedule in
    select s.* from public.task_schedules s where s.enabled and s.cron_expression is not null order by s.id
  loop
    begin
      v_adopted := v_adopted + nightshift.adopt_job(v_schedule, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('judge_jobs', v_schedule.name,
        format('The pg_cron job "%s" was given another expression, which Nightshift cannot read: %s Edit '
          'cron_expression in task_schedules.',
          v_schedule.name, sqlerrm), p_now);
    end;
  end loop;
  return v_adopted;
end
$$;
comment on function nightshift.judge_jobs(timestamptz) is
'Follows what somebody has changed in pg_cron: a job that was switched off is a paused schedule, and an edited '
'expression is adopted. Returns how many expressions were adopted.';
revoke all on function nightshift.judge_jobs(timestamptz) from public;

create or replace function nightshift.undispatched_slots(
  p_schedule public.task_schedules, p_after timestamptz, p_until timestamptz, p_now timestamptz
) returns setof timestamptz
language sql stable set search_path = ''
as $$
  -- A dispatch from the future was made while the clock was ahead, and does not count.
  select expected.at
  from nightshift.cron_slots(p_schedule.cron_expression, p_after, p_until, p_schedule.time_zone) as expected (at)
  where expected.at > p_after and not exists (
    select from public.task_dispatches d
    where d.schedule_id = p_schedule.id and d.slot = expected.at and d.kind in ('tick', 'missed')
      and d.dispatched_at <= p_now + interval '1 minute')
$$;
comment on function nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz) is
'Slots of a schedule after p_after and up to p_until that have no dispatch.';
revoke all on function nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz)
  from public;

create or replace function nightshift.cron_time_zone() returns text
language sql stable set search_path = ''
as $$ select coalesce(current_setting('cron.timezone', true), 'GMT') $$;
comment on function nightshift.cron_time_zone() is 'The time zone that pg_cron works in. Versions before 1.5 always '
  'use GMT.';
revoke all on function nightshift.cron_time_zone() from public;

create or replace function nightshift.list_cron_runs(p_schedule public.task_schedules, p_since timestamptz)
returns table (minute timestamptz, runid bigint, said text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select date_trunc('minute', r.start_time), max(r.runid),
    nightshift.plain_line(string_agg(concat_ws(': ', r.status, r.return_message), '; ' order by r.runid), 500)
  from cron.job_run_details r
  where r.command = format('select nightshift.dispatch(%L)', p_schedule.name) and r.start_time >= p_since
  group by 1;
exception when undefined_table or invalid_schema_name then
  return;
end
$$;
comment on function nightshift.list_cron_runs(public.task_schedules, timestamptz) is
'What pg_cron recorded about the ticks of a schedule since a time, by minute.';
revoke all on function nightshift.list_cron_runs(public.task_schedules, timestamptz) from public;

create or replace function nightshift.list_missed_slots(p_schedule public.task_schedules, p_from timestamptz,
  p_until timestamptz, p_now timestamptz)
returns table (slot timestamptz, is_latest boolean, is_overtaken boolean, cause text)
language sql stable set search_path = ''
as $$
  with missed as materialized (
    select u.at, lead(u.at) over (order by u.at) is null as is_latest
    from nightshift.undispatched_slots(p_schedule, p_from, p_until, p_now) as u (at)
  ), runs as materialized ( -- read once, as the table of pg_cron has no index for it
    select r.* from nightshift.list_cron_runs(p_schedule, (select min(m.at) from missed m)) r
  )
  select m.at, m.is_latest,
    exists (
      select from public.task_dispatches later
      where later.schedule_id = p_schedule.id and later.kind = 'tick' and later.slot > m.at
        and later.dispatched_at <= p_now + interval '1 minute'),
    case
      when r.runid is not null then
        format('pg_cron came (run %s), but nothing was dispatched: %s', r.runid,
          coalesce(r.said, 'no reason was recorded'))
      when nightshift.cron_time_zone() not in ('GMT', 'UTC', 'Etc/UTC', 'Etc/GMT') then
        format('pg_cron works in the time zone %s (cron.timezone), but its jobs are in UTC',
          nightshift.cron_time_zone())
    end
  from missed m
  left join runs r on r.minute = m.at
  order by m.at
  limit 500
$$;
comment on function nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz) is
'Slots without a tick, the oldest 500, with what is known about each. cause: null when no tick came at all.';
revoke all on function nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz)
  from public;

create or replace function nightshift.why_not_made_up_for(
  p_schedule public.task_schedules, p_slot timestamptz, p_is_latest boolean, p_is_overtaken boolean, p_now timestamptz
) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_slot < p_now - p_schedule.missed_window then 'it is older than the window of the schedule'
    when p_schedule.missed_policy = 'skip' then 'policy "skip"'
    when p_schedule.missed_policy = 'run_once' and p_is_overtaken then 'a later slot has run'
    when p_schedule.missed_policy = 'run_once' and not p_is_latest then 'policy "run_once" runs the latest missed slot'
  end
$$;
comment on function nightshift.why_not_made_up_for(public.task_schedules, timestamptz, boolean, boolean, timestamptz) is
'Why a schedule does not run a missed slot. Null when it does.';
revoke all on function nightshift.why_not_made_up_for(public.task_schedules, timestamptz, boolean, boolean, timestamptz)
  from public;

create or replace function nightshift.make_up_for_slot(
  p_schedule_id uuid, p_slot timestamptz, p_cause text, p_reason text, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_result jsonb;
begin
  v_result := nightshift.open_dispatch(p_schedule_id, p_slot, 'missed',
    p_cancel_reason => case when p_reason is not null then format('missed: %s; not made up for: %s.',
      coalesce(p_cause, 'no tick came for this slot, pg_cron or the database was down'), p_reason) end,
    p_now => p_now);
  if p_reason is null and p_cause is not null then
    update public.task_dispatches d
    set detail = concat_ws(' ', format('missed: %s; made up for.', p_cause), d.detail)
    where d.task_id = (v_result ->> 'task_id')::uuid and d.kind = 'missed';
  end if;
end
$$;
comment on function nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz) is
'Part of judge_slots: runs a missed slot, or records why not.';
revoke all on function nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz) from public;

create or replace function nightshift.judge_schedule_slots(p_schedule public.task_schedules, p_now timestamptz)
  returns integer
language plpgsql set search_path = ''
as $$
declare
  c_grace constant interval := interval '50 seconds';
  v_judged_until timestamptz := (select w.judged_until from nightshift.schedule_watermarks w
    where w.schedule_id = p_schedule.id);
  v_from timestamptz;
  v_missed record;
  v_reason text;
  v_count integer := 0;
begin
  if v_judged_until > p_now then
    -- Set while the clock was ahead.
    v_judged_until := p_now - interval '10 minutes';
  end if;
  v_from := greatest(v_judged_until, p_schedule.active_since, p_now - interval '31 days');
  for v_missed in select * from nightshift.list_missed_slots(p_schedule, v_from, p_now - c_grace, p_now) loop
    -- Slots are made up for one after the other where they may not overlap.
    v_reason := nightshift.why_not_made_up_for(p_schedule, v_missed.slot, v_missed.is_latest, v_missed.is_overtaken,
      p_now);
    exit when v_reason is null and nightshift.describe_overlap(p_schedule, v_missed.slot, p_now) is not null;
    begin
      perform nightshift.make_up_for_slot(p_schedule.id, v_missed.slot, v_missed.cause, v_reason, p_now);
      v_count := v_count + 1;
    exception when others then
      perform nightshift.note_problem('judge_slots', format('%s %s', p_schedule.name, v_missed.slot), sqlerrm, p_now);
    end;
  end loop;

  insert into nightshift.schedule_watermarks as w (schedule_id, judged_until)
  select p_schedule.id, coalesce(
    (select min(u.at) - interval '1 second'
      from nightshift.undispatched_slots(p_schedule, v_from, p_now - c_grace, p_now) as u (at)),
    greatest(p_now - c_grace, v_from))
  on conflict (schedule_id) do update set judged_until = greatest(w.judged_until, excluded.judged_until);
  return v_count;
end
$$;
comment on function nightshift.judge_schedule_slots(public.task_schedules, timestamptz) is
'Part of judge_slots: the slots of one schedule, up to 500 at once. Returns how many were handled.';
revoke all on function nightshift.judge_schedule_slots(public.task_schedules, timestamptz) from public;

create or replace function nightshift.judge_slots(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_count integer := 0;
begin
  for v_schedule in
    select s.* from public.task_schedules s where s.enabled and s.cron_expression is not null order by s.id
  loop
    continue when nightshift.job_state(v_schedule) = 'switched_off';
    begin
      v_count := v_count + nightshift.judge_schedule_slots(v_schedule, p_now);
    exception when others then
      perform nightshift.note_problem('judge_slots', v_schedule.name, sqlerrm, p_now);
    end;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.judge_slots(timestamptz) is
'Finds slots that passed 50 s ago without a tick and handles them by the policy of their schedule, up to 500 of each '
'at once. Returns how many.';
revoke all on function nightshift.judge_slots(timestamptz) from public;

create or replace function nightshift.skipped_in_a_row(p_schedule_id uuid)
returns table (skipped bigint, first_slot timestamptz, skipped_at timestamptz, detail text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  with recent as (
    select d.slot, d.verdict, d.detail, d.dispatched_at
    from public.task_dispatches d
    where d.schedule_id = p_schedule_id and d.kind in ('tick', 'missed')
    order by d.slot desc
    limit 100
  )
  select count(*), min(r.slot), max(r.dispatched_at),
    format('%s ticks in a row were skipped. %s', count(*), (array_agg(r.detail order by r.slot desc))[1])
  from recent r
  where r.verdict = 'skipped'
    and r.slot > coalesce((select max(o.slot) from recent o where o.verdict <> 'skipped'), '-infinity');
end
$$;
comment on function nightshift.skipped_in_a_row(uuid) is
'How many of the latest ticks of a schedule were skipped one after the other, since when, and which task blocks it.';
revoke all on function nightshift.skipped_in_a_row(uuid) from public;

-- 20261122001510_problems.sql

-- Problems: what of the machinery itself does not work, for health and for alerts.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.find_vault_problem(out problem text, out message text)
language plpgsql stable set search_path = ''
as $$
declare
  v_missing text;
begin
  v_missing := concat_ws(' and ',
    case when nightshift.read_secret('project_url') is null then 'project_url' end,
    case when nightshift.read_secret('cron_secret') is null then 'cron_secret' end);
  if v_missing <> '' then
    problem := 'secrets';
    message := format('Vault has no %s, so requests cannot be signed and sent.', v_missing);
  end if;
exception when others then
  problem := 'vault';
  message := 'Vault cannot be decrypted, so no request can be signed and sent. '
    'A database that was restored on another server needs its secrets set again.';
end
$$;
comment on function nightshift.find_vault_problem() is
'What keeps requests from being signed: secrets are missing, or vault cannot be read. Null when nothing does.';
revoke all on function nightshift.find_vault_problem() from public;

create or replace function nightshift.find_cron_problems(p_now timestamptz)
returns table (problem text, since timestamptz, message text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select 'reconcile_job', date_trunc('day', p_now),
    'The pg_cron job nightshift-reconcile is missing or switched off, so nothing is retried, made up for or alerted. '
    'Run deno task deploy, or switch it on.'
  where not exists (select from cron.job j where j.jobname = 'nightshift-reconcile' and j.active)
  union all
  select 'work_job', date_trunc('day', p_now),
    'The pg_cron job nightshift-work is missing or switched off, so schedules with the target database do not run. '
    'Run deno task deploy, or switch it on.'
  where not exists (select from cron.job j where j.jobname = 'nightshift-work' and j.active)
    and exists (select from public.task_schedules s where s.enabled and s.target = 'database');
exception when undefined_table or invalid_schema_name then
  return query select 'pg_cron', date_trunc('day', p_now),
    'The extension pg_cron is missing, so nothing is started on schedule.';
end
$$;
comment on function nightshift.find_cron_problems(timestamptz) is 'What is wrong with pg_cron and our job in it.';
revoke all on function nightshift.find_cron_problems(timestamptz) from public;

create or replace function nightshift.list_problems(
  p_now timestamptz default clock_timestamp(), p_schedule_id uuid default null
)
returns table (problem text, since timestamptz, message text)
language plpgsql stable set search_path = ''
as $$
begin
  -- Those without a time of their own are told once a day.
  return query
  select 'pg_net', date_trunc('day', p_now), 'The extension pg_net is missing, so no request can be sent.'
  where to_regprocedure('net.http_post(text, jsonb, jsonb, jsonb, integer)') is null
  union all
  select v.problem, date_trunc('day', p_now), v.message
  from nightshift.find_vault_problem() v
  where v.problem is not null
  union all
  select c.* from nightshift.find_cron_problems(p_now) c
  union all
  select 'time_zone', date_trunc('day', p_now),
    format('pg_cron works in the time zone %s, but its jobs are in UTC. Set cron.timezone to GMT.', z.name)
  from nightshift.cron_time_zone() as z (name)
  where z.name not in ('GMT', 'UTC', 'Etc/UTC', 'Etc/GMT')
  union all
  select 'job ' || s.name, date_trunc('day', p_now), format(
    'The schedule "%s" is enabled but has no pg_cron job. '
    'Run deno task deploy to bring it back, or set enabled to false.', s.name)
  from public.task_schedules s
  where s.enabled and s.cron_expression is not null and (p_schedule_id is null or s.id = p_schedule_id)
    and nightshift.job_state(s) = 'missing'
  union all
  select 'clock', date_trunc('hour', max(d.dispatched_at)), format(
    'The clock of the database was ahead: %s dispatches lie in the future. '
    'Their scheduled times are dispatched again.', count(*))
  from public.task_dispatches d
  where d.slot > p_now - interval '1 day' and d.dispatched_at > p_now + interval '1 minute'
  having count(*) > 0
  union all
  select 'reconcile ' || r.step, r.failing_since, format(
    'The step %s of reconcile has failed since %s UTC. Its error is in nightshift.reconcile_steps.', r.step,
    to_char(r.failing_since at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
  from nightshift.reconcile_steps r
  where r.failing_since is not null;
end
$$;
comment on function nightshift.list_problems(timestamptz, uuid) is
'What of the machinery does not work: since when, and what to do, in a sentence without words of an error, as '
'anybody may read it in GET /health. With p_schedule_id only the job of that schedule is looked at.';
revoke all on function nightshift.list_problems(timestamptz, uuid) from public;

-- 20261122001520_raise_alerts.sql

-- Raising alerts: what is worth an alert, and that it is told once.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.first_success(p_subject text, p_task_type text, p_since timestamptz)
returns public.autonomous_tasks
language sql stable set search_path = ''
as $$
  select t.*
  from public.autonomous_tasks t
  where t.workspace_id is null and t.status = 'completed' and t.executed_at >= p_since
    and t.task_type in (
      select p_task_type union all select s.task_type from public.task_schedules s where s.name = p_subject)
    and coalesce(t.input_data ->> 'schedule', t.agent_name, t.task_type) = p_subject
  order by t.executed_at
  limit 1
$$;
comment on function nightshift.first_success(text, text, timestamptz) is
'The first run of a schedule, or of an agent without one, that started since a time and completed.';
revoke all on function nightshift.first_success(text, text, timestamptz) from public;

create or replace function nightshift.list_recoveries(p_now timestamptz)
returns table (event text, subject text, occurrence text, message text, data jsonb, happened_at timestamptz)
language sql stable set search_path = ''
as $$
  with latest as ( -- what each rule was last told about each schedule and problem
    select distinct on (a.rule_id, a.subject) a.event, a.subject, a.occurrence, a.data,
      coalesce(a.happened_at, a.created_at) as happened_at
    from nightshift.alerts a
    where a.source is null
      and a.event in ('failed', 'stalled', 'missed', 'late', 'stuck', 'broken', 'recovered')
    order by a.rule_id, a.subject, a.created_at desc, a.id desc
  ), told as (
    select distinct on (l.subject, l.occurrence) l.* from latest l where l.event <> 'recovered'
  )
  select 'recovered', t.subject, t.event || ' ' || t.occurrence, format('%s works again: a run completed at %s UTC.',
      t.subject, to_char(s.completed_at at time zone 'utc', 'YYYY-MM-DD HH24:MI')),
    jsonb_build_object('task_id', s.id, 'task_type', s.task_type, 'event', t.event), s.completed_at
  from told t
  cross join lateral nightshift.first_success(t.subject, t.data ->> 'task_type', t.happened_at) s
  where t.event <> 'broken' and s.id is not null
  union all
  select 'recovered', t.subject, t.event || ' ' || t.occurrence, format('The problem %s is gone.', t.subject),
    jsonb_build_object('problem', t.subject, 'event', t.event), p_now
  from told t
  where t.event = 'broken' and not exists (
    select from nightshift.list_problems(p_now) p where p.problem = t.subject)
$$;
comment on function nightshift.list_recoveries(timestamptz) is
'What somebody was told about and works again: schedules and agents that completed a run since, and problems of the '
'machinery that are gone.';
revoke all on function nightshift.list_recoveries(timestamptz) from public;

create or replace function nightshift.count_in_a_row(p_event text, p_subject text, p_data jsonb, p_at timestamptz)
returns integer
language sql stable set search_path = ''
as $$
  -- The latest 100, counted back to the first that went well.
  with scheduled as (
    select row_number() over (order by d.slot desc, d.dispatched_at desc) as back,
      case when p_event in ('failed', 'stalled') then t.status in ('failed', 'partial_failure') or d.verdict = 'stalled'
        else d.kind = 'missed' or d.verdict = 'missed' end as is_one
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.name = p_subject
    left join public.autonomous_tasks t on t.id = d.task_id
    where d.dispatched_at <= p_at and d.kind in ('tick', 'missed')
      and (t.status is null or t.status not in ('pending', 'cancelled'))
    order by d.slot desc, d.dispatched_at desc
    limit 100
  ), direct as (
    select row_number() over (order by t.executed_at desc) as back, t.status <> 'completed' as is_one
    from public.autonomous_tasks t
    where not exists (select from scheduled) and t.workspace_id is null and t.executed_at <= p_at
      and t.task_type = p_data ->> 'task_type' and t.status in ('completed', 'failed', 'partial_failure')
      and coalesce(t.agent_name, t.task_type) = p_subject
    order by t.executed_at desc
    limit 100
  ), looked_at as (
    select s.back, s.is_one from scheduled s union all select d.back, d.is_one from direct d
  )
  select greatest(1, coalesce(min(l.back) filter (where not l.is_one) - 1, count(*)))::integer
  from looked_at l
$$;
comment on function nightshift.count_in_a_row(text, text, jsonb, timestamptz) is
'How often in a row runs of a schedule or agent have failed (failed, stalled), or scheduled times have been missed '
'(missed, late), up to a time. From 1 to 100.';
revoke all on function nightshift.count_in_a_row(text, text, jsonb, timestamptz) from public;

create or replace function nightshift.list_alert_events(p_now timestamptz)
returns table (event text, subject text, occurrence text, message text, data jsonb, happened_at timestamptz)
language sql stable set search_path = ''
as $$
  select 'failed' as event, coalesce(t.input_data ->> 'schedule', t.agent_name, t.task_type) as subject,
    t.id::text as occurrence, concat(t.status, ': ', coalesce(t.error_message, 'no message')) as message,
    jsonb_build_object('task_id', t.id, 'task_type', t.task_type, 'status', t.status, 'slot',
      t.input_data -> 'slot') as data,
    coalesce(t.completed_at, t.executed_at) as happened_at
  from public.autonomous_tasks t
  where t.workspace_id is null and t.status in ('failed', 'partial_failure') and t.executed_at > p_now - interval
    '1 day'
  union all
  select case when d.verdict = 'stalled' then 'stalled' else 'missed' end, s.name, d.id::text,
    coalesce(d.detail, 'A tick was missed and is made up for.'),
    jsonb_build_object('schedule', s.name, 'slot', d.slot, 'task_id', d.task_id, 'verdict', d.verdict),
    d.dispatched_at
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id
  where (d.verdict = 'stalled' or d.kind = 'missed') and d.dispatched_at > p_now - interval '1 day'
  union all
  select 'late', s.name, s.latest_slot::text,
    format('The tick of %s UTC has not come yet.', to_char(s.latest_slot at time zone 'utc', 'YYYY-MM-DD HH24:MI')),
    jsonb_build_object('schedule', s.name, 'slot', s.latest_slot), s.latest_slot
  from (
    select late.id, late.name, late.active_since,
      nightshift.latest_slot(late.cron_expression, p_now, late.time_zone) as latest_slot
    from public.task_schedules late
    where late.enabled and late.cron_expression is not null and nightshift.job_state(late) in ('active', 'missing')
  ) s
  where s.latest_slot > s.active_since and s.latest_slot <= p_now - interval '2 minutes' and not exists (
    select from public.task_dispatches d where d.schedule_id = s.id and d.slot = s.latest_slot)
  union all
  select 'stuck', s.name, 'stuck since ' || k.first_slot, k.detail,
    jsonb_build_object('schedule', s.name, 'slot', k.first_slot, 'skipped', k.skipped), k.skipped_at
  from public.task_schedules s
  cross join lateral nightshift.skipped_in_a_row(s.id) k
  where s.enabled and k.skipped >= 3 and k.skipped_at > p_now - interval '1 day'
  union all
  select 'broken', p.problem, p.problem || ' ' || p.since, p.message, jsonb_build_object('problem', p.problem), p.since
  from nightshift.list_problems(p_now) p
  -- Without secrets each tick has a failed task, which is told already.
  where p.problem <> 'secrets'
  union all
  select n.event, n.subject, n.subject || ' ' || n.period_start, n.message,
    jsonb_build_object('workspace_id', n.workspace_id, 'reason', n.reason, 'period_start', n.period_start), n.noted_at
  from nightshift.spending_notices n
  where n.event is not null and n.noted_at > p_now - interval '1 day'
$$;
comment on function nightshift.list_alert_events(timestamptz) is
'What went wrong in the last day, or still is, with the sentence to tell. Each occurrence is one line.';
revoke all on function nightshift.list_alert_events(timestamptz) from public;

create or replace function nightshift.raise_event(
  p_event nightshift.alert_events, p_counts boolean, p_now timestamptz
) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_counted constant boolean := p_counts and p_event.in_a_row is null
    and p_event.event in ('failed', 'stalled', 'missed', 'late');
  v_in_a_row constant integer := case when v_counted
    then nightshift.count_in_a_row(p_event.event, p_event.subject, p_event.data, p_event.happened_at)
    else coalesce(p_event.in_a_row, 100) end;
begin
  if p_event.workspace_id is not null then
    -- A workspace that is being deleted makes nobody wait.
    perform from public.workspaces w where w.id = p_event.workspace_id for key share skip locked;
    if not found then
      return 0;
    end if;
  end if;
  return nightshift.raise_alert(p_event.event, p_event.subject, p_event.occurrence, p_event.message, p_event.data,
    p_event.happened_at, p_now, p_event.source, p_event.workspace_id, v_in_a_row);
end
$$;
comment on function nightshift.raise_event(nightshift.alert_events, boolean, timestamptz) is
'Part of raise_alerts: queues the alerts of one event. p_counts: whether a rule wants to know how often in a row it '
'happened.';
revoke all on function nightshift.raise_event(nightshift.alert_events, boolean, timestamptz) from public;

create or replace function nightshift.list_untold_events(p_now timestamptz) returns setof nightshift.alert_events
language sql stable set search_path = ''
as $$
  with events as (
    select null::uuid as id, e.event, e.subject, null::text as source, e.occurrence, null::uuid as workspace_id,
      e.message, e.data, null::integer as in_a_row, e.happened_at
    from (
      select * from nightshift.list_alert_events(p_now) union all select * from nightshift.list_recoveries(p_now)
    ) e
    union all
    select n.* from nightshift.alert_events n where n.happened_at > p_now - interval '1 day'
  )
  select e.*
  from events e
  where not exists (select from nightshift.alerts a where a.event = e.event and a.occurrence = e.occurrence
    having count(*) >= (select count(*) from nightshift.alert_rules r where r.enabled and e.event = any (r.events)))
  order by e.happened_at, e.event = 'recovered'
$$;
comment on function nightshift.list_untold_events(timestamptz) is
'Part of raise_alerts: events of the last day that some rule may not know yet, oldest first.';
revoke all on function nightshift.list_untold_events(timestamptz) from public;

create or replace function nightshift.raise_alerts(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_event nightshift.alert_events;
  v_counts boolean;
  v_raised integer := 0;
begin
  if not exists (select from nightshift.alert_rules r where r.enabled) then
    return 0;
  end if;
  v_counts := exists (select from nightshift.alert_rules r where r.enabled and r.after_in_a_row > 1);
  for v_event in select e.* from nightshift.list_untold_events(p_now) e loop
    begin
      v_raised := v_raised + nightshift.raise_event(v_event, v_counts, p_now);
    exception when others then
      perform nightshift.note_problem('raise_alerts', v_event.occurrence, sqlerrm, p_now);
    end;
  end loop;
  return v_raised;
end
$$;
comment on function nightshift.raise_alerts(timestamptz) is
'Queues alerts for what went wrong in the last day, or works again, and was not alerted yet. Returns how many.';
revoke all on function nightshift.raise_alerts(timestamptz) from public;

-- 20261122001525_alert_formats.sql

-- Alert formats: what is sent for an alert, to each channel.
--
-- What an error message contains was written by strangers, and so is the name of a watched job. It is
-- escaped for the channel that it goes to: nobody is mentioned, and no link has another text.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.escape_for_slack(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  -- Without these three there is no link with another text, no mention and no channel.
  select replace(replace(replace(p_text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
$$;
comment on function nightshift.escape_for_slack(text) is
'A text that Slack shows as it is, without links and mentions.';
revoke all on function nightshift.escape_for_slack(text) from public;

create or replace function nightshift.escape_for_discord(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  -- Every sign that Markdown or a mention can begin with. Discord shows a sign after a backslash as it is.
  select regexp_replace(p_text, '([\\*_~`|>#\[\]()<@:+-])', '\\\1', 'g')
$$;
comment on function nightshift.escape_for_discord(text) is
'A text that Discord shows as it is, without Markdown, links with another text and mentions.';
revoke all on function nightshift.escape_for_discord(text) from public;

create or replace function nightshift.escape_for_html(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  select replace(replace(replace(replace(replace(p_text,
    '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;')
$$;
comment on function nightshift.escape_for_html(text) is 'A text that a browser shows as it is, also in an attribute.';
revoke all on function nightshift.escape_for_html(text) from public;

create or replace function nightshift.task_link(p_data jsonb) returns text
language sql stable set search_path = ''
as $$
  select case when d.url ~ '^https?://[^\s<>"''|()]+$' and length(d.url) <= 1000
      and p_data ->> 'task_id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then rtrim(d.url, '/') || '/#/tasks/' || (p_data ->> 'task_id') end
  from (select nightshift.read_secret('dashboard_url')) as d (url)
$$;
comment on function nightshift.task_link(jsonb) is
'The page of the dashboard about the task of an alert. Null without a task, or while Vault has no dashboard_url.';
revoke all on function nightshift.task_link(jsonb) from public;

create or replace function nightshift.alert_title(p_alert nightshift.alerts) returns text
language sql stable set search_path = ''
as $$
  select format('Nightshift: %s %s', nightshift.plain_line(p_alert.subject, 200), p_alert.event) || coalesce((
    select ' in ' || nightshift.plain_line(to_jsonb(w) ->> 'name', 200)
    from public.workspaces w
    where w.id = p_alert.workspace_id and to_jsonb(w) ->> 'name' <> ''), '')
$$;
comment on function nightshift.alert_title(nightshift.alerts) is
'Who has done what, on one line: Nightshift: nightly-backup missed in Acme.';
revoke all on function nightshift.alert_title(nightshift.alerts) from public;

create or replace function nightshift.alert_email(p_alert nightshift.alerts, p_rule nightshift.alert_rules)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'from', p_rule.email_from,
    'to', p_rule.email_to,
    'subject', left(p.title, 200),
    'text', concat_ws(E'\n\n', p.title || '.', p.message, p.link),
    'html', concat('<p><strong>', nightshift.escape_for_html(p.title), '.</strong></p><p>',
      nightshift.escape_for_html(p.message), '</p>',
      '<p><a href="' || nightshift.escape_for_html(p.link) || '">Open the task</a></p>'))
  from (
    select nightshift.alert_title(p_alert) as title, nightshift.plain_line(p_alert.message, 2000) as message,
      nightshift.task_link(p_alert.data) as link
  ) p
$$;
comment on function nightshift.alert_email(nightshift.alerts, nightshift.alert_rules) is
'The email about an alert, as Resend takes it: {from, to, subject, text, html}.';
revoke all on function nightshift.alert_email(nightshift.alerts, nightshift.alert_rules) from public;

create or replace function nightshift.alert_body(p_alert nightshift.alerts, p_format text) returns jsonb
language sql stable set search_path = ''
as $$
  select case p_format
    when 'slack' then jsonb_build_object('text', nightshift.escape_for_slack(p.text)
      || coalesce(E'\n<' || nightshift.escape_for_slack(p.link) || '|Open the task>', ''))
    when 'discord' then jsonb_build_object(
      -- 2000 characters are the most that Discord takes.
      'content', left(nightshift.escape_for_discord(p.text), 1900 - coalesce(length(p.link), 0))
        || coalesce(E'\n' || p.link, ''),
      'allowed_mentions', '{"parse": []}'::jsonb,
      -- No preview of what a text may link to.
      'flags', 4)
    -- The email itself is written where it is sent.
    when 'email' then jsonb_build_object('alert_id', p_alert.id)
    else jsonb_build_object(
      'type', 'task.' || p_alert.event,
      'timestamp', p_alert.created_at,
      'data', p_alert.data || jsonb_build_object('subject', p_alert.subject, 'message', p_alert.message)
        || jsonb_strip_nulls(jsonb_build_object('workspace_id', p_alert.workspace_id, 'url', p.link)))
  end
  from (
    select nightshift.alert_title(p_alert) || '. ' || nightshift.plain_line(p_alert.message, 2000) as text,
      nightshift.task_link(p_alert.data) as link
  ) p
$$;
comment on function nightshift.alert_body(nightshift.alerts, text) is
'What is posted for an alert, in the format json, slack, discord or email. For email it is the id of the alert, which '
'the function send-alert gets.';
revoke all on function nightshift.alert_body(nightshift.alerts, text) from public;

-- 20261122001530_send_alerts.sql

-- Sending alerts: signed, to the channel of their rule, and again while nobody takes them.
--
-- Slack, Discord and webhooks are posted by the database itself, so that they also tell that no function works.
-- The key of Resend would be readable in the queue of pg_net, so emails are sent by the function send-alert.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.was_redirected(p_status_code integer, p_headers jsonb) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  -- pg_net follows redirects. It records the status of the last answer, but the headers of the first. An answer of
  -- 201 or 202 has a Location of its own.
  select coalesce(p_status_code between 300 and 399
    or (p_status_code not in (201, 202) and jsonb_typeof(p_headers) = 'object' and exists (
      select from jsonb_object_keys(p_headers) as h (name) where lower(h.name) = 'location')), false)
$$;
comment on function nightshift.was_redirected(integer, jsonb) is
'Whether a request was redirected, by what pg_net recorded of its answer.';
revoke all on function nightshift.was_redirected(integer, jsonb) from public;

create or replace function nightshift.read_alert_answers(p_now timestamptz) returns void
language sql set search_path = ''
as $$
  -- pg_net follows a redirect with a GET without a body, so only 2xx of the URL itself is a delivery. No answer
  -- after a minute counts as a failed attempt.
  with awaited as ( -- alerts of a workspace that is being deleted go with it
    select a.id, r.status_code, r.created, r.error_msg, r.id is not null as is_answered,
      (select nightshift.plain_line(h.value, 300)
       from jsonb_each_text(case when jsonb_typeof(r.headers) = 'object' then r.headers else '{}' end) h
       where lower(h.key) = 'nightshift-error'
       limit 1) as reason,
      nightshift.was_redirected(r.status_code, r.headers) as is_redirected,
      r.status_code between 200 and 299 and not nightshift.was_redirected(r.status_code, r.headers) as is_delivered
    from nightshift.alerts a
    left join nightshift.list_answers((select min(o.sent_at) from nightshift.alerts o where o.request_id is not null)) r
      on r.id = a.request_id and r.created >= a.sent_at
    where a.request_id is not null and (r.id is not null or a.sent_at <= p_now - interval '1 minute')
    for no key update of a skip locked
  )
  update nightshift.alerts a
  set delivered_at = case when w.is_delivered then w.created end,
    last_error = case
      when w.is_delivered then null
      when not w.is_answered then 'no answer was recorded'
      when w.is_redirected then format('HTTP %s: it was redirected, which loses the alert. Use the '
        'final URL.', w.status_code)
      else coalesce(nightshift.plain_line(w.error_msg, 500),
        'HTTP ' || w.status_code || coalesce(': ' || w.reason, ''), 'no reason was recorded')
    end,
    next_attempt_at = case when w.is_delivered or a.attempts >= 5 then null
      else p_now + nightshift.backoff(a.attempts, 60, 3600) end,
    request_id = null
  from awaited w
  where a.id = w.id
$$;
comment on function nightshift.read_alert_answers(timestamptz) is
'Part of send_alerts: notes which alerts were delivered, and when the others are posted again: 5 attempts, 1 to 60 '
'minutes apart.';
revoke all on function nightshift.read_alert_answers(timestamptz) from public;

create or replace function nightshift.find_channel(p_rule nightshift.alert_rules, p_secret text,
  out url text, out key bytea, out problem text)
language plpgsql stable set search_path = ''
as $$
declare
  v_own_secret constant text := case when p_rule.secret_name is not null
    then nightshift.read_secret(p_rule.secret_name) end;
  v_function constant text := 'send-alert';
begin
  if p_rule.secret_name is not null and coalesce(v_own_secret, '') = '' then
    problem := format('Vault has no %s. Set it: select vault.create_secret(''…'', ''%s'');', p_rule.secret_name,
      p_rule.secret_name);
  elsif p_rule.format = 'email' then
    url := rtrim(nightshift.read_secret('project_url'), '/') || '/functions/v1/' || v_function;
    key := nightshift.target_key(v_function, p_secret);
    problem := case when url is null
      then 'Vault has no project_url, so the function send-alert cannot be called.' end;
  else
    url := btrim(coalesce(p_rule.webhook_url, v_own_secret));
    key := nightshift.target_key(url, p_secret);
    if p_rule.format = 'json' and p_rule.secret_name is not null then
      if v_own_secret !~ '^whsec_([A-Za-z0-9+/]{4}){6,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' then
        problem := format('%s in Vault is not whsec_ and at least 24 bytes in base64.', p_rule.secret_name);
      else
        key := decode(substr(v_own_secret, length('whsec_') + 1), 'base64');
      end if;
    elsif url !~ '^https?://\S+$' then
      problem := format('%s in Vault is not a URL.', p_rule.secret_name);
    end if;
    if problem is null and not nightshift.is_alert_address(url) then
      problem := 'the address is private, so it was not posted';
    end if;
  end if;
end
$$;
comment on function nightshift.find_channel(nightshift.alert_rules, text) is
'Part of send_alert: where alerts of a rule are posted and the key that signs them, or the problem that keeps them '
'back, without words of a secret.';
revoke all on function nightshift.find_channel(nightshift.alert_rules, text) from public;

create or replace function nightshift.send_alert(p_alert nightshift.alerts, p_secret text, p_now timestamptz)
  returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_timeout_ms constant integer := 5000;
  -- The function waits for Resend meanwhile.
  c_email_timeout_ms constant integer := 9000;
  v_rule nightshift.alert_rules;
  v_channel record;
  v_body jsonb;
begin
  select r.* into strict v_rule from nightshift.alert_rules r where r.id = p_alert.rule_id;
  select c.* into strict v_channel from nightshift.find_channel(v_rule, p_secret) c;
  if v_channel.problem is not null then
    update nightshift.alerts a
    set attempts = a.attempts + 1, last_error = v_channel.problem,
      -- A secret may be set meanwhile. A private address stays one.
      next_attempt_at = case when a.attempts < 4 and v_channel.problem like '%Vault%'
        then p_now + nightshift.backoff(a.attempts + 1, 60, 3600) end
    where a.id = p_alert.id;
    return false;
  end if;
  v_body := nightshift.alert_body(p_alert, v_rule.format);
  update nightshift.alerts a
  set attempts = a.attempts + 1, next_attempt_at = null, sent_at = p_now,
    request_id = net.http_post(
      url => v_channel.url,
      body => v_body,
      headers => nightshift.signed_headers(p_alert.id::text, v_body::text, v_channel.key, p_now),
      timeout_milliseconds => case v_rule.format when 'email' then c_email_timeout_ms else c_timeout_ms end)
  where a.id = p_alert.id;
  return true;
end
$$;
comment on function nightshift.send_alert(nightshift.alerts, text, timestamptz) is
'Part of send_alerts: posts one alert, or notes why it cannot be posted. Returns whether it was posted.';
revoke all on function nightshift.send_alert(nightshift.alerts, text, timestamptz) from public;

create or replace function nightshift.send_alerts(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_secret text;
  v_alert nightshift.alerts;
  v_sent integer := 0;
begin
  perform nightshift.read_alert_answers(p_now);
  v_secret := nightshift.read_secret('cron_secret');
  if v_secret is null then
    return 0;
  end if;
  for v_alert in
    select a.*
    from nightshift.alerts a
    join nightshift.alert_rules r on r.id = a.rule_id
    where a.next_attempt_at <= p_now and r.enabled
    order by a.next_attempt_at
    limit 20
    for update of a skip locked
  loop
    begin
      v_sent := v_sent + nightshift.send_alert(v_alert, v_secret, p_now)::integer;
    exception when others then
      update nightshift.alerts a
      set attempts = a.attempts + 1, last_error = nightshift.plain_line(sqlerrm, 500),
        next_attempt_at = case when a.attempts < 4 then p_now + nightshift.backoff(a.attempts + 1, 60, 3600) end
      where a.id = v_alert.id;
      perform nightshift.note_problem('send_alerts', v_alert.id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_sent;
end
$$;
comment on function nightshift.send_alerts(timestamptz) is
'Posts due alerts, signed, up to 20 at once, and reads the answers to earlier ones. Returns how many were posted.';
revoke all on function nightshift.send_alerts(timestamptz) from public;

create or replace function public.open_alert_email(p_alert_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_alert nightshift.alerts;
  v_rule nightshift.alert_rules;
  v_key text;
begin
  perform nightshift.require_service();
  -- Only while its request is under way: whoever holds an old one gets nothing.
  select a.* into v_alert from nightshift.alerts a where a.id = p_alert_id and a.request_id is not null;
  select r.* into v_rule
  from nightshift.alert_rules r
  where r.id = v_alert.rule_id and r.enabled and r.format = 'email';
  v_key := nightshift.read_secret(v_rule.secret_name);
  if v_alert.id is null or v_rule.id is null or coalesce(v_key, '') = '' then
    return jsonb_build_object('outcome', 'not_due');
  end if;
  return jsonb_build_object('outcome', 'due', 'api_key', btrim(v_key),
    'email', nightshift.alert_email(v_alert, v_rule));
end
$$;
comment on function public.open_alert_email(uuid) is
'For the function send-alert: {outcome: due, api_key, email} of an alert whose request is under way, otherwise '
'{outcome: not_due}.';
revoke all on function public.open_alert_email(uuid) from public, anon, authenticated, service_role;
grant execute on function public.open_alert_email(uuid) to service_role;

-- 20261122001540_reconcile.sql

-- Reconcile: the one function that pg_cron runs every minute, and what it removes.
--
-- Each step has a subtransaction of its own, and within it each item. So one that fails stops no other, and
-- leaves its error in reconcile_steps.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.prune_cron_runs(p_now timestamptz) returns integer
language sql set search_path = ''
as $$
  -- A run without an end was broken off, and one without a start never began: the runs after it tell its age.
  with pruned as (
    delete from cron.job_run_details c
    where c.runid in (
      select o.runid
      from cron.job_run_details o
      where coalesce(o.end_time, o.start_time) < p_now - interval '7 days'
        or (o.end_time is null and o.start_time is null and o.runid < (
          select max(l.runid) from cron.job_run_details l where l.start_time < p_now - interval '7 days'))
      limit 1000)
    returning 1
  )
  select count(*)::integer from pruned
$$;
comment on function nightshift.prune_cron_runs(timestamptz) is
  'Part of prune: up to 1000 run details of pg_cron that are older than 7 days.';
revoke all on function nightshift.prune_cron_runs(timestamptz) from public;

create or replace function nightshift.prune_rows(p_relation regclass, p_age_column name, p_order_column name,
  p_before timestamptz, p_limit integer)
returns integer
language plpgsql set search_path = ''
as $$
declare
  v_pruned integer;
begin
  -- The oldest come first in this order, so the others need not be looked at. What goes with a workspace that is
  -- being deleted is passed over.
  execute format(
    'delete from %1$s d where d.ctid = any (array(
      select k.ctid from %1$s k where k.ctid = any (array(
        select o.ctid from (select t.ctid, t.%2$I as age from %1$s t order by t.%3$I limit $2) o where o.age <= $1))
      for update skip locked))',
    p_relation, p_age_column, p_order_column) using p_before, p_limit;
  get diagnostics v_pruned = row_count;
  return v_pruned;
end
$$;
comment on function nightshift.prune_rows(regclass, name, name, timestamptz, integer) is
'Part of prune: deletes rows of a table that are older than a time, looking at the first p_limit rows in the order of '
'a column that has an index.';
revoke all on function nightshift.prune_rows(regclass, name, name, timestamptz, integer) from public;

create or replace function nightshift.prune(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_rule record;
  v_pruned integer := nightshift.prune_cron_runs(p_now);
begin
  for v_rule in
    select *
    from (values
      ('public.task_dispatches', 'dispatched_at', 'id', interval '90 days', 1000),
      ('nightshift.run_workspaces', 'started_at', 'run_id', interval '90 days', 10000),
      ('nightshift.task_retries', 'retried_at', 'retried_at', interval '90 days', 1000),
      ('nightshift.alerts', 'created_at', 'id', interval '30 days', 1000),
      ('nightshift.alert_events', 'happened_at', 'happened_at', interval '30 days', 1000),
      ('nightshift.watch_reports', 'reported_at', 'id', interval '7 days', 10000),
      ('nightshift.closed_runs', 'closed_at', 'closed_at', interval '90 days', 1000),
      ('nightshift.ping_runs', 'started_at', 'started_at', interval '90 days', 1000),
      ('nightshift.rate_counters', 'paid_until', 'paid_until', interval '1 hour', 1000),
      -- One for each request with a key, so of these more may come in a minute.
      ('nightshift.idempotent_answers', 'expires_at', 'expires_at', interval '0', 10000),
      -- With the tokens of connections that nobody has confirmed.
      ('nightshift.oauth_states', 'expires_at', 'expires_at', interval '0', 1000),
      ('public.ai_usage', 'created_at', 'created_at', interval '400 days', 1000),
      ('nightshift.spend_days', 'day', 'day', interval '400 days', 1000),
      ('nightshift.spending_notices', 'noted_at', 'noted_at', interval '90 days', 1000),
      -- Booked, and nobody settles a claim of last week.
      ('nightshift.budget_reservations', 'booked_at', 'booked_at', interval '7 days', 1000),
      ('nightshift.operator_actions', 'acted_at', 'id', interval '400 days', 1000)
    ) as r (relation, age_column, order_column, age, most)
  loop
    begin
      v_pruned := v_pruned + nightshift.prune_rows(
        v_rule.relation, v_rule.age_column, v_rule.order_column, p_now - v_rule.age, v_rule.most);
    exception when others then
      perform nightshift.note_problem('prune', v_rule.relation, sqlerrm, p_now);
    end;
  end loop;
  return v_pruned;
end
$$;
comment on function nightshift.prune(timestamptz) is
'Deletes, up to 1000 of a kind at once, run details of pg_cron after 7 days, alerts after 30, dispatches, runs, '
'notices of spending and unfinished pings after 90, the ledger of AI usage, its sums by day and the journal of '
'operators after 400, counters of rate limits an hour after their last request and, up to 10000, answers to requests '
'with an Idempotency-Key when they have expired. The log itself is never pruned. Returns how many.';
revoke all on function nightshift.prune(timestamptz) from public;

create or replace function nightshift.mend_clock(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_ahead_until timestamptz := (select s.ran_at from nightshift.reconcile_steps s where s.step = 'reconcile');
  v_mended integer;
  v_sum integer := 0;
begin
  if v_ahead_until <= p_now + interval '1 minute' is not false then
    return 0;
  end if;
  -- The clock was ahead and is right again. What it has put off by more than it ever does comes now.
  update nightshift.run_leases l set expires_at = p_now + interval
    '1 minute' where l.expires_at > p_now + interval '1 hour';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  -- Rows that go with a workspace that is being deleted are locked until then, and need no mending.
  with free as (
    select q.email_id from nightshift.email_queue q where q.lease_expires_at > p_now + interval '1 hour'
    order by q.email_id for no key update skip locked
  )
  update nightshift.email_queue q set lease_expires_at = p_now + interval '1 minute'
  from free f where q.email_id = f.email_id;
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  with free as (
    select q.email_id from nightshift.email_queue q where q.next_attempt_at > p_now + interval '75 minutes'
    order by q.email_id for no key update skip locked
  )
  update nightshift.email_queue q set next_attempt_at = p_now from free f where q.email_id = f.email_id;
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  with free as (
    select t.workspace_id from nightshift.workspace_turns t where t.due_at > p_now
    order by t.workspace_id for no key update skip locked
  )
  update nightshift.workspace_turns t set due_at = p_now from free f where t.workspace_id = f.workspace_id;
  update public.task_dispatches d
  set dispatched_at = p_now, detail = concat_ws(' ', d.detail, 'It was sent while the clock of the database was ahead.')
  where d.verdict = 'sent' and d.dispatched_at > p_now + interval '1 minute';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  update public.task_dispatches d set retry_at = p_now where d.retry_at > p_now + interval '20 minutes';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  update nightshift.agent_wakes w set sent_at = p_now where w.sent_at > p_now + interval '1 minute';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  update nightshift.alerts a set next_attempt_at = p_now where a.next_attempt_at > p_now + interval '75 minutes';
  get diagnostics v_mended = row_count;
  return v_sum + v_mended;
end
$$;
comment on function nightshift.mend_clock(timestamptz) is
'When the previous pass of reconcile lies in the future, the clock was ahead: leases, waits and requests that it has '
'set far into the future are brought back. Returns how many.';
revoke all on function nightshift.mend_clock(timestamptz) from public;

create or replace function nightshift.run_step(p_step text, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_count integer;
  v_outcome jsonb;
begin
  begin
    execute format('select nightshift.%I($1)', p_step) into v_count using p_now;
    v_outcome := to_jsonb(v_count);
  exception when others then
    perform nightshift.note_problem(p_step, null, sqlerrm, p_now);
    v_outcome := to_jsonb(sqlerrm);
  end;
  insert into nightshift.reconcile_steps as s (step, ran_at) values (p_step, p_now)
  on conflict (step) do update
  set ran_at = excluded.ran_at, failing_since = case when s.error_at = excluded.ran_at then s.failing_since end;
  return v_outcome;
end
$$;
comment on function nightshift.run_step(text, timestamptz) is
'Part of reconcile: runs one step and notes when, and whether it failed. Returns its count, or its error.';
revoke all on function nightshift.run_step(text, timestamptz) from public;

create or replace function nightshift.reconcile(p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_step text;
  v_report jsonb := jsonb_build_object();
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('outcome', 'not_installed');
  elsif not pg_catalog.pg_try_advisory_xact_lock(hashtext('nightshift.reconcile')) then
    return jsonb_build_object('outcome', 'already_running');
  end if;
  -- Budgets come last, as everybody who spends waits for the sums of the day.
  foreach v_step in array array[
    'mend_clock', 'copy_cron_facts', 'judge_dispatches', 'judge_runs', 'retry_dispatches', 'judge_jobs', 'judge_slots',
    'wake_agents', 'copy_waiting_rows', 'queue_earlier_emails', 'check_rights', 'judge_watches', 'raise_alerts',
    'send_alerts', 'send_reports', 'fold_task_hours', 'prune', 'judge_budgets'
  ] loop
    v_report := v_report || jsonb_build_object(v_step, nightshift.run_step(v_step, p_now));
  end loop;
  insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', p_now)
  on conflict (step) do update set ran_at = excluded.ran_at;
  return v_report;
end
$$;
comment on function nightshift.reconcile(timestamptz) is
'Makes dispatches, runs and slots agree with what happened. Called every minute by pg_cron. Returns a count for each '
'step, or its error.';
revoke all on function nightshift.reconcile(timestamptz) from public;

-- 20261122001600_timeline.sql

-- Timeline: one row for each dispatch, from the scheduled time to the end of the work.
--
-- It runs with the rights of the caller. Members see every scheduled time, and of the work only what was
-- done for their own workspaces: the machinery's own table says that, so no task row is compared.
-- Locks: none. Time: milliseconds.

create or replace view public.task_timeline with (security_invoker = true) as
select
  s.name as schedule,
  s.task_type,
  d.slot as expected_at,
  d.kind,
  d.seq,
  d.dispatched_at,
  d.responded_at,
  d.http_status,
  d.verdict as request_verdict,
  d.task_id,
  root.status as task_status,
  root.executed_at as started_at,
  coalesce(root.completed_at, children.completed_at) as completed_at,
  children.total as workspace_tasks,
  children.unfinished as unfinished_workspace_tasks,
  case
    when coalesce(root.status, children.status) in ('completed', 'partial_failure', 'failed')
      then coalesce(root.status, children.status)
    when d.verdict not in ('sent', 'accepted') then d.verdict
    else coalesce(root.status, children.status, d.verdict)
  end as verdict,
  root.error_message as explanation,
  round(extract(epoch from coalesce(root.executed_at, d.dispatched_at)
    -- Only what belongs to a scheduled time can be late for it.
    - case when d.kind in ('tick', 'missed', 'retry') then d.slot else d.dispatched_at end)::numeric, 3) as seconds_late
from public.task_dispatches d
join public.task_schedules s on s.id = d.schedule_id
left join public.autonomous_tasks root on root.id = d.task_id
left join lateral (
  select
    count(*) as total,
    count(*) filter (where w.status = 'running') as unfinished,
    max(w.ended_at) as completed_at,
    case
      when bool_or(w.status = 'running') then 'running'
      when bool_or(w.status <> 'completed') then 'partial_failure'
      when count(*) > 0 then 'completed'
    end as status
  from nightshift.run_workspaces w
  where w.run_id = d.task_id
) children on true;

comment on view public.task_timeline is
'What was expected when and what became of it: one row for each dispatch. Runs with the caller''s rights: members see '
'every scheduled time and the further runs that touched their workspaces, with the work of their own workspaces only.';
comment on column public.task_timeline.schedule is 'name of the schedule';
comment on column public.task_timeline.task_type is 'its task type';
comment on column public.task_timeline.expected_at is 'the scheduled time';
comment on column public.task_timeline.kind is 'tick, missed, retry, continuation, parallel, manual, early or wake';
comment on column public.task_timeline.seq is 'counts dispatches of one kind for one scheduled time';
comment on column public.task_timeline.dispatched_at is 'when the request was handed to pg_net';
comment on column public.task_timeline.responded_at is 'when the answer was recorded';
comment on column public.task_timeline.http_status is 'its status';
comment on column public.task_timeline.request_verdict is 'what became of this request: accepted, or why not';
comment on column public.task_timeline.task_id is 'the system row';
comment on column public.task_timeline.task_status is 'its status; null for members, who do not see system rows';
comment on column public.task_timeline.started_at is 'when it started';
comment on column public.task_timeline.completed_at is 'when it ended, or the last of the workspaces that the caller '
  'may see';
comment on column public.task_timeline.workspace_tasks is 'workspaces of the run that the caller may see';
comment on column public.task_timeline.unfinished_workspace_tasks is 'how many of them are unfinished';
comment on column public.task_timeline.verdict is
'completed, partial_failure, failed, running, pending or cancelled as the task says; otherwise why its request did not '
'get there. Never null';
comment on column public.task_timeline.explanation is 'what went wrong and what to do, as the system row says';
comment on column public.task_timeline.seconds_late is
'from the scheduled time to the start of the work, or to the dispatch while there is none. Runs by hand and further '
'runs count from their own dispatch';

revoke all on public.task_timeline from anon, authenticated, service_role;
grant select on public.task_timeline to authenticated, service_role;

-- 20261122001605_versions.sql

-- Versions: which release of Nightshift is installed, since when, and by which way.
--
-- Each release has a migration of its own that records it, as the last one before rights. /health compares the
-- latest with the release of the functions.
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.installed (
  version text primary key,
  way text not null,
  installed_at timestamptz not null default clock_timestamp(),
  constraint version_is_semantic check (version ~ '^\d{1,5}\.\d{1,5}\.\d{1,5}(-rc\.\d{1,5})?$'),
  constraint way_is_known check (way in ('migrations', 'pasted file'))
);
alter table nightshift.installed enable row level security;

comment on table nightshift.installed is
'Releases of Nightshift that were installed here, one row each. The latest is the present one.';
comment on column nightshift.installed.version is 'semantic version, such as 0.1.0 or 0.1.0-rc.1';
comment on column nightshift.installed.way is
'migrations: one after the other, by the Supabase CLI or deno task deploy; pasted file: a file of dist as one query';
comment on column nightshift.installed.installed_at is 'when the release came, first if it was installed twice';

create or replace function nightshift.version() returns text
language sql stable set search_path = ''
as $$
  select i.version from nightshift.installed i order by i.installed_at desc, i.version desc limit 1
$$;
comment on function nightshift.version() is 'The release that is installed; null before the first was recorded.';
revoke all on function nightshift.version() from public, anon, authenticated, service_role;

create or replace function nightshift.record_version(p_version text) returns void
language sql set search_path = ''
as $$
  -- A file of dist is one query and begins with these words. They are in two pieces here, because the function is in
  -- that file, too.
  insert into nightshift.installed (version, way)
  values (p_version, case
    when strpos(coalesce(current_query(), ''), 'Generated from ' || 'supabase/migrations by') > 0 then 'pasted file'
    else 'migrations' end)
  on conflict (version) do nothing
$$;
comment on function nightshift.record_version(text) is
'Notes that a release was installed. The migration of a release calls it; twice is as once.';
revoke all on function nightshift.record_version(text) from public, anon, authenticated, service_role;

-- 20261122001610_health.sql

-- Health: whether scheduled work really gets done, for an outside monitor.
--
-- Computed from the clock and from machinery tables, so that it is also true when nothing moves any more.
-- Green needs proof: a run that finished lately, and a reconcile that ran.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.slots_back(p_expression text, p_slot timestamptz, p_count integer,
  p_time_zone text default 'UTC')
  returns timestamptz
language plpgsql immutable set search_path = ''
as $$
declare
  -- Enough for nearly every schedule, and read at once.
  c_window constant interval := interval '4 hours';
  v_slot timestamptz := (
    select s.at
    from nightshift.cron_slots(p_expression, p_slot - c_window, p_slot - interval '1 minute', p_time_zone) as s (at)
    order by s.at desc
    offset p_count - 1 limit 1);
begin
  if v_slot is not null then
    return v_slot;
  end if;
  v_slot := p_slot;
  for v_step in 1 .. p_count loop
    v_slot := nightshift.latest_slot(p_expression, v_slot - interval '1 minute', p_time_zone);
  end loop;
  return v_slot;
end
$$;
comment on function nightshift.slots_back(text, timestamptz, integer, text) is
'The slot that lies p_count slots before one, null when that is more than 31 days apart.';
revoke all on function nightshift.slots_back(text, timestamptz, integer, text) from public;

-- In plpgsql, which keeps its plan: the dashboard asks every few seconds, and planning takes most of the time.
create or replace function nightshift.find_stuck_reason(p_schedule public.task_schedules, p_slot timestamptz,
  p_now timestamptz) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select r.reason
    from (
      select 1 as rank, p.message as reason from nightshift.list_problems(p_now, p_schedule.id) p
      union all
      select 2, format('Reconcile, which runs every minute, has not run since %s UTC.',
        to_char(l.at at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
      from (
        select coalesce((select s.ran_at from nightshift.reconcile_steps s where s.step = 'reconcile'),
          p_schedule.active_since)
      ) as l (at)
      where l.at < p_now - interval '5 minutes'
      union all
      select 3, k.detail from nightshift.skipped_in_a_row(p_schedule.id) k where k.skipped >= 3
      union all
      select 4, format('Task %s has been %s since %s UTC and cannot come to life any more.', t.id, t.status,
        to_char(t.executed_at at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
      from nightshift.open_system_tasks(p_now) t
      join lateral (
        select max(greatest(d.dispatched_at, d.retry_at)) as at
        from public.task_dispatches d
        where d.task_id = t.id and d.schedule_id = p_schedule.id
      ) d on d.at < p_now - interval '35 minutes'
      left join nightshift.run_leases l on l.run_id = t.id
      where not exists (select from nightshift.jobs j where j.task_id = t.id)
        and case when l.expires_at is null then t.status = 'pending'
        or greatest(t.executed_at, t.updated_at) < p_now - interval
        '7 hours'
        else l.expires_at < p_now - interval '35 minutes' end
      union all
      select 5, format('No run has finished since %s UTC.', to_char(b.since at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
      from (
        select case when p_slot is not null
          then nightshift.slots_back(p_schedule.cron_expression, p_slot, 3, p_schedule.time_zone) end
        offset 0 -- once
      ) as b (since)
      where b.since > p_schedule.active_since and not exists (
        select
        from public.task_dispatches d
        join public.autonomous_tasks t on t.id = d.task_id
        where d.schedule_id = p_schedule.id and d.slot >= b.since - interval '1 day'
          and t.status in ('completed', 'partial_failure', 'failed') and t.completed_at >= b.since)
    ) r
    order by r.rank, r.reason
    limit 1
  );
end
$$;
comment on function nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz) is
'Part of health: why scheduled work does not get done, in a sentence. Null when it does. p_slot: the latest slot that '
'should have been dispatched.';
revoke all on function nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.latest_ends(p_schedule_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  -- A run that was reached and then cancelled waits for a budget, a price or a key.
  select jsonb_agg(jsonb_build_object('status', e.status) order by e.slot desc)
  from (
    select d.slot, t.status
    from public.task_dispatches d
    join public.autonomous_tasks t on t.id = d.task_id
    where d.schedule_id = p_schedule_id and d.kind in ('tick', 'missed')
      and (t.status in ('completed', 'failed', 'partial_failure')
        or (t.status = 'cancelled' and d.verdict = 'accepted'))
    order by d.slot desc
    limit 3
  ) e
$$;
comment on function nightshift.latest_ends(uuid) is
'Part of health: how the latest three runs of a schedule ended, latest first. Null before the first.';
revoke all on function nightshift.latest_ends(uuid) from public;

create or replace function nightshift.health(p_schedule text, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  c_grace constant interval := interval '3 minutes';
  v_schedule public.task_schedules;
  v_slot timestamptz;
  v_latest timestamptz;
  v_ends jsonb;
  v_status text := 'ok';
  v_reason text;
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('status', 'unknown', 'reason', 'not installed', 'checked_at', p_now);
  end if;
  select * into v_schedule from public.task_schedules s where s.name = p_schedule;
  if v_schedule.id is null or not v_schedule.enabled then
    return jsonb_build_object('status', 'unknown', 'reason', 'paused or not scheduled', 'checked_at', p_now);
  elsif nightshift.job_state(v_schedule) = 'switched_off' then
    return jsonb_build_object('status', 'unknown', 'reason',
      'paused: its pg_cron job is switched off', 'checked_at', p_now);
  end if;
  if v_schedule.cron_expression is not null then
    v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now - c_grace, v_schedule.time_zone);
  end if;
  select max(d.slot) into v_latest
  from public.task_dispatches d
  where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and d.dispatched_at <= p_now + interval
    '1 minute';
  v_ends := nightshift.latest_ends(v_schedule.id);
  if v_slot > v_schedule.active_since and (v_latest is null or v_latest < v_slot) then
    v_status := 'late';
    v_reason := nightshift.find_stuck_reason(v_schedule, v_slot, p_now);
  elsif jsonb_path_query_array(v_ends, '$[*] ? (@.status == "failed")') = v_ends and jsonb_array_length(v_ends) = 3 then
    v_status := 'failing';
    v_reason := 'The latest 3 runs failed. Their system rows say why.';
  elsif v_ends -> 0 ->> 'status' = 'cancelled' then
    v_status := 'unknown';
    v_reason := 'The latest run did nothing: all emails wait for a budget, a price or a key.';
  else
    v_reason := nightshift.find_stuck_reason(v_schedule, v_slot, p_now);
    v_status := case when v_reason is not null then 'stuck' when v_ends is null then 'unknown' else 'ok' end;
    if v_status = 'unknown' and v_schedule.cron_expression is null then
      v_reason := 'It runs on demand and has no scheduled times.';
    end if;
  end if;
  if v_status in ('ok', 'unknown') and nightshift.find_late_look(p_now) is not null then
    v_status := 'late';
    v_reason := nightshift.find_late_look(p_now);
  end if;
  return jsonb_build_object(
    'status', v_status,
    'expected_slot', v_slot,
    'latest_slot', v_latest,
    'next_slot', case when v_schedule.cron_expression is not null
      then nightshift.next_slot(v_schedule.cron_expression, p_now, v_schedule.time_zone) end,
    'checked_at', p_now
  ) || jsonb_strip_nulls(jsonb_build_object('reason', v_reason));
end
$$;
comment on function nightshift.health(text, timestamptz) is
'For an outside monitor, computed from the clock. ok: a run has finished lately and nothing is broken. late: a slot '
'passed 3 minutes ago without a dispatch, or the system health check has not looked for three intervals. '
'failing: the latest 3 runs failed. stuck: scheduled work does not get done, '
'the reason says why. unknown: paused, not installed, never run, or waiting for a budget. The reason has no words of '
'an error, and no tenant data.';
revoke all on function nightshift.health(text, timestamptz) from public;

-- 20261122001620_health_checks.sql

-- Health checks: is anything broken that nobody reported, and since when?
--
-- Every five minutes the database worker takes a look. Each theme registers its own checks by one row in
-- health_sources, so this file knows none of the later ones. A state counts after two looks, one alert holds all
-- changes of a look, recovery is told, and a state that stays critical is told again once a day.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.health_sources (
  name text primary key,
  constraint name_is_an_identifier check (name ~ '^[a-z][a-z0-9_]{0,40}$')
);
alter table nightshift.health_sources enable row level security;
revoke all on nightshift.health_sources from public, anon, authenticated, service_role;
comment on table nightshift.health_sources is
'The health checks. Each is a function nightshift.look_at_<name>(timestamptz), which returns one row for each subject: '
'subject, status (ok, degraded, critical or unknown), value, limit_value, explanation.';
comment on column nightshift.health_sources.name is 'the check; its function is nightshift.look_at_<name>';

create table if not exists nightshift.health_checks (
  check_name text not null,
  subject text not null,
  status text not null,
  value numeric,
  "limit" numeric,
  explanation text not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  previous_status text,
  told_status text not null default 'ok',
  told_at timestamptz,
  constraint one_row_for_each_subject_of_a_check primary key (check_name, subject),
  constraint status_is_known check (status in ('ok', 'degraded', 'critical', 'unknown')),
  constraint told_status_is_known check (told_status in ('ok', 'degraded', 'critical'))
);
alter table nightshift.health_checks enable row level security;
revoke all on nightshift.health_checks from public, anon, authenticated, service_role;
comment on table nightshift.health_checks is
'What the latest look of the health check found, and what was told about it.';
comment on column nightshift.health_checks.check_name is 'the check';
comment on column nightshift.health_checks.subject is 'what was looked at, such as the name of a schedule';
comment on column nightshift.health_checks.status is
'ok, degraded, critical, or unknown: there was nothing to judge, or no right to look';
comment on column nightshift.health_checks.value is 'what was measured, in the unit that the explanation names';
comment on column nightshift.health_checks."limit" is 'where the status begins, or the next worse one where it is ok';
comment on column nightshift.health_checks.explanation is 'one sentence for the operator';
comment on column nightshift.health_checks.since is 'the look that found this status first';
comment on column nightshift.health_checks.seen_at is 'the latest look';
comment on column nightshift.health_checks.previous_status is 'the status of the look before; null at the first look';
comment on column nightshift.health_checks.told_status is 'the status that operators were told last';
comment on column nightshift.health_checks.told_at is 'when they were told; null: never';

create or replace function nightshift.judge_value(p_value numeric, p_degraded numeric, p_critical numeric)
  returns text
language sql immutable set search_path = ''
as $$
  select case when p_value is null then 'unknown' when p_value >= p_critical then 'critical'
    when p_value >= p_degraded then 'degraded' else 'ok' end
$$;
comment on function nightshift.judge_value(numeric, numeric, numeric) is
'ok, degraded or critical, by two limits. Unknown without a value.';
revoke all on function nightshift.judge_value(numeric, numeric, numeric) from public, anon, authenticated, service_role;

create or replace function nightshift.note_look(p_name text, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  execute format($f$
    insert into nightshift.health_checks as h
      (check_name, subject, status, value, "limit", explanation, since, seen_at)
    select distinct on (l.subject) $2, left(l.subject, 200), l.status, l.value, l.limit_value,
      left(l.explanation, 1000), $1, $1
    from nightshift.%I($1) l
    order by l.subject
    on conflict (check_name, subject) do update
    set previous_status = h.status, status = excluded.status, value = excluded.value, "limit" = excluded."limit",
      explanation = excluded.explanation, seen_at = excluded.seen_at,
      since = case when h.status = excluded.status then h.since else excluded.since end
  $f$, 'look_at_' || p_name) using p_now, p_name;
end
$$;
comment on function nightshift.note_look(text, timestamptz) is 'Part of take_look: one check.';
revoke all on function nightshift.note_look(text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_look(p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_name text;
begin
  for v_name in select s.name from nightshift.health_sources s order by s.name loop
    begin
      perform nightshift.note_look(v_name, p_now);
    exception when others then
      raise warning 'nightshift.look_at_%: % (%)', v_name, sqlerrm, sqlstate;
      -- What cannot be looked at is unknown: it neither frightens nor calms anybody.
      insert into nightshift.health_checks as h (check_name, subject, status, explanation, since, seen_at)
      values (v_name, v_name, 'unknown', format('This could not be looked at (database error %s).', sqlstate), p_now,
        p_now)
      on conflict (check_name, subject) do nothing;
      update nightshift.health_checks h
      set previous_status = h.status, status = 'unknown', value = null, seen_at = p_now,
        explanation = format('This could not be looked at (database error %s).', sqlstate),
        since = case when h.status = 'unknown' then h.since else p_now end
      where h.check_name = v_name and h.seen_at < p_now;
    end;
  end loop;
  -- What is there no more, such as a schedule that was deleted or paused, goes when that has been told.
  delete from nightshift.health_checks h where h.seen_at < p_now and h.told_status = 'ok';
  update nightshift.health_checks h
  set previous_status = h.status, status = 'ok', value = null, explanation = 'It is not looked at any more.',
    seen_at = p_now, since = case when h.status = 'ok' then h.since else p_now end
  where h.seen_at < p_now;
  return (
    select jsonb_build_object('checks', count(*), 'ok', count(*) filter (where h.status = 'ok'),
      'degraded', count(*) filter (where h.status = 'degraded'),
      'critical', count(*) filter (where h.status = 'critical'),
      'unknown', count(*) filter (where h.status = 'unknown'))
    from nightshift.health_checks h);
end
$$;
comment on function nightshift.take_look(timestamptz) is
'Looks at everything and writes health_checks. A check that raises an error is unknown and stops no other. Returns how '
'many have which status.';
revoke all on function nightshift.take_look(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.state_that_counts(p_check nightshift.health_checks) returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_check.status = 'unknown' then p_check.told_status
    when p_check.status = p_check.previous_status then p_check.status
    -- Twice not well, whichever way: that is enough to be told for the first time.
    when p_check.told_status = 'ok' and p_check.status in ('degraded', 'critical')
      and p_check.previous_status in ('degraded', 'critical') then 'degraded'
    else p_check.told_status
  end
$$;
comment on function nightshift.state_that_counts(nightshift.health_checks) is
'The status that two looks in a row agree on, otherwise the one that was told before.';
revoke all on function nightshift.state_that_counts(nightshift.health_checks)
  from public, anon, authenticated, service_role;

create or replace function nightshift.tell_changes(p_run_id uuid, p_now timestamptz) returns text
language plpgsql set search_path = ''
as $$
declare
  -- A look that comes some minutes early must not skip a day.
  c_remind_after constant interval := interval '23 hours 50 minutes';
  c_most_named constant integer := 10;
  v_told record;
begin
  with changed as (
    update nightshift.health_checks h
    set told_status = nightshift.state_that_counts(h), told_at = p_now
    where nightshift.state_that_counts(h) <> h.told_status
      or (h.told_status = 'critical' and h.status = 'critical' and h.told_at <= p_now - c_remind_after)
    returning h.check_name, h.subject, h.told_status, h.explanation, h.since, h.value, h."limit"
  ), placed as (
    select c.*, row_number() over (
        order by array_position(array['critical', 'degraded', 'ok'], c.told_status), c.check_name, c.subject) as place
    from changed c
  )
  select bool_or(p.told_status <> 'ok') as is_unhealthy, count(*) as changes,
    string_agg(format('%s: %s. %s', nightshift.name_check(p.check_name, p.subject),
      case p.told_status when 'ok' then 'ok again' else p.told_status end, p.explanation), ' ' order by p.place)
      filter (where p.place <= c_most_named) as message,
    jsonb_agg(jsonb_build_object('check', p.check_name, 'subject', p.subject, 'status', p.told_status,
      'value', p.value, 'limit', p."limit", 'since', p.since) order by p.place)
      filter (where p.place <= c_most_named) as changes_told
  into v_told
  from placed p;
  if v_told.changes = 0 then
    return null;
  end if;
  perform nightshift.note_alert_event(
    case when v_told.is_unhealthy then 'unhealthy' else 'recovered' end, 'system health', 'system_health_check',
    format('health %s', p_now), null,
    v_told.message || case when v_told.changes > c_most_named
      then format(' And %s more: see get_system_health().', v_told.changes - c_most_named) else '' end,
    jsonb_build_object('task_id', p_run_id, 'task_type', 'system_health_check', 'changes', v_told.changes_told),
    100, p_now);
  return case when v_told.is_unhealthy then 'unhealthy' else 'recovered' end;
end
$$;
comment on function nightshift.tell_changes(uuid, timestamptz) is
'Notes one alert event for all changes that count since the last look, and for what has been critical for another day. '
'Returns its event, unhealthy or recovered, or null.';
revoke all on function nightshift.tell_changes(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.name_check(p_check_name text, p_subject text) returns text
language sql immutable set search_path = ''
as $$ select replace(p_check_name, '_', ' ') || case when p_subject = '' then '' else format(' "%s"', p_subject) end $$;
comment on function nightshift.name_check(text, text) is 'A check and its subject in words.';
revoke all on function nightshift.name_check(text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.system_health_check_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_output jsonb;
begin
  if p_workspace_id is null then
    v_output := nightshift.take_look(p_now);
    v_output := v_output || jsonb_build_object('told', nightshift.tell_changes(p_run_id, p_now));
  end if;
  return jsonb_build_object('done', true, 'touched', '[]'::jsonb, 'output', coalesce(v_output, '{}'));
end
$$;
comment on function nightshift.system_health_check_chunk(uuid, uuid, timestamptz) is
'The work of system_health_check: one look at everything. It has no part for a single workspace.';
revoke all on function nightshift.system_health_check_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.system_health_check_due(p_run_id uuid, p_limit integer, p_now timestamptz)
  returns setof uuid
language sql stable security definer set search_path = ''
as $$ select null::uuid where false and p_run_id is null and p_limit is null and p_now is null $$;
comment on function nightshift.system_health_check_due(uuid, integer, timestamptz) is
'No workspaces: the health check is the project''s.';
revoke all on function nightshift.system_health_check_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

insert into nightshift.database_types (task_type) values ('system_health_check') on conflict (task_type) do nothing;

create or replace function nightshift.find_late_look(p_now timestamptz) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select format('The system health check, which runs as "%s", has not looked since %s.', s.name,
      coalesce(to_char(l.seen_at at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"'), 'it was switched on'))
    from public.task_schedules s
    cross join lateral (
      select p_now - (t.latest - nightshift.slots_back(s.cron_expression, t.latest, 3, s.time_zone)) as at
      from (select nightshift.latest_slot(s.cron_expression, p_now, s.time_zone) offset 0) as t (latest)
      offset 0 -- once
    ) third
    cross join lateral (
      select max(h.seen_at) as seen_at from nightshift.health_checks h where h.seen_at <= p_now + interval '1 minute'
    ) l
    where s.task_type = 'system_health_check' and s.target = 'database' and s.enabled and s.cron_expression is not null
      and third.at > s.active_since and coalesce(l.seen_at, '-infinity') < third.at
      and nightshift.job_state(s) <> 'switched_off'
    limit 1
  );
end
$$;
comment on function nightshift.find_late_look(timestamptz) is
'Whether the latest look of the health check is older than three intervals of its schedule, in a sentence. Null while '
'it is not, and while the schedule is paused.';
revoke all on function nightshift.find_late_look(timestamptz) from public, anon, authenticated, service_role;

-- 20261122001622_health_looks.sql

-- Looks: the health checks of the task engine. Those of later themes are in their own migrations.
--
-- Each function returns one row for each subject. They read indexes and small tables of the machinery only, never rows
-- that tenants write, so a look takes milliseconds however long the log is.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.look_at_task_types(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with types as (
    select k.task_type, s.*
    from unnest(nightshift.task_types()) as k (task_type)
    cross join lateral (
      select count(*) as ended, count(*) filter (where r.status = 'completed') as completed,
        count(*) filter (where r.status = 'failed') as failed,
        coalesce(min(r.place) filter (where r.status <> 'failed') - 1, count(*)) as in_a_row
      from (
        select t.status, row_number() over (order by t.executed_at desc, t.id desc) as place
        from public.autonomous_tasks t
        where t.workspace_id is null and t.task_type = k.task_type
          and t.executed_at > p_now - interval '1 day' and t.executed_at <= p_now
          and t.status in ('completed', 'failed', 'partial_failure')
      ) r
    ) s
  )
  select t.task_type,
    case
      when t.ended < 5 then 'unknown'
      -- What failed in part is no success, but one workspace must not make a whole type critical.
      when t.in_a_row >= 5 or t.failed > 0.3 * t.ended then 'critical'
      when t.in_a_row >= 3 or t.completed < 0.85 * t.ended then 'degraded'
      else 'ok'
    end,
    case when t.ended > 0 then round(100.0 * t.completed / t.ended, 1) end, 85,
    case when t.ended < 5 then format('%s runs ended in 24 hours, which is too few to judge.', t.ended)
      else format('%s of %s runs of 24 hours completed (%s %%), the latest %s failed in a row.', t.completed, t.ended,
        round(100.0 * t.completed / t.ended, 1), t.in_a_row) end
  from types t
$$;
comment on function nightshift.look_at_task_types(timestamptz) is
'Health check: success of the system rows of each task type in 24 hours, from 5 ended runs on. Degraded below 85 % '
'completed or after 3 failures in a row, critical when more than 30 % failed or after 5 in a row.';
revoke all on function nightshift.look_at_task_types(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_schedules(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with judged as (
    select s.name, j.state, greatest(0, round(extract(epoch from p_now - d.due) / 60, 1)) as minutes
    from public.task_schedules s
    cross join lateral (select nightshift.job_state(s)) as j (state)
    cross join lateral (
      select nightshift.next_slot(s.cron_expression, greatest(s.active_since, (
        select max(o.slot)
        from public.task_dispatches o
        where o.schedule_id = s.id and o.kind in ('tick', 'missed') and o.dispatched_at <= p_now + interval '1 minute'
      )), s.time_zone)
    ) as d (due)
    where s.enabled and s.cron_expression is not null
  )
  select j.name,
    case when j.state = 'switched_off' then 'unknown'
      when j.state = 'missing' and coalesce(j.minutes, 0) < 15 then 'degraded'
      else nightshift.judge_value(coalesce(j.minutes, 0), 3, 15) end,
    coalesce(j.minutes, 0), case when j.minutes >= 15 then 15 else 3 end,
    case when j.state = 'switched_off' then 'Its pg_cron job is switched off.'
      when j.state = 'missing' then format('It has no pg_cron job. Run deno task deploy. It is %s minutes late.',
        coalesce(j.minutes, 0))
      else format('It is %s minutes late.', coalesce(j.minutes, 0)) end
  from judged j
$$;
comment on function nightshift.look_at_schedules(timestamptz) is
'Health check: minutes since a scheduled time without a dispatch. Degraded from 3 on, and without a pg_cron job; '
'critical from 15 on.';
revoke all on function nightshift.look_at_schedules(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.id_time(p_id uuid) returns timestamptz
language sql immutable strict parallel safe set search_path = ''
as $$
  select case when substr(p_id::text, 15, 1) = '7'
    then to_timestamp(('x' || substr(replace(p_id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) end
$$;
comment on function nightshift.id_time(uuid) is 'When a time-ordered id (UUID version 7) was made. Null for others.';
revoke all on function nightshift.id_time(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_waiting_emails(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with oldest as (
    -- A workspace that lacks a budget, a price or a key is put off again and again, so it counts from then on.
    select round(extract(epoch from p_now - min(greatest(e.at, t.due_at))) / 3600, 2) as hours
    from nightshift.workspace_turns t
    cross join lateral (
      select greatest(coalesce(nightshift.id_time(q.email_id), q.received_at), q.next_attempt_at) as at
      from nightshift.email_queue q
      where q.workspace_id = t.workspace_id and (q.failed_at is null)
      order by q.received_at, q.email_id
      limit 1
    ) e
    where t.due_at <= p_now and e.at <= p_now
  )
  select '', nightshift.judge_value(coalesce(o.hours, 0), 1, 6), coalesce(o.hours, 0),
    case when o.hours >= 6 then 6 else 1 end,
    case when o.hours is null then 'No email waits.'
      else format('The oldest waiting email is due for %s hours.', o.hours) end
  from oldest o
$$;
comment on function nightshift.look_at_waiting_emails(timestamptz) is
'Health check: hours since the oldest waiting email could have been read. Degraded from 1 on, critical from 6 on.';
revoke all on function nightshift.look_at_waiting_emails(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_requests(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language plpgsql stable set search_path = ''
as $$
declare
  v_queued bigint;
  v_since timestamptz;
begin
  begin
    select min(q.id) into v_queued from net.http_request_queue q;
  exception when undefined_table or invalid_schema_name or insufficient_privilege then
    return query select '', 'unknown', null::numeric, 1::numeric, 'The queue of pg_net cannot be looked at.';
    return;
  end;
  -- The queue has no times. What is older than a request of ours is at least as old as that.
  select min(d.dispatched_at) into v_since
  from public.task_dispatches d
  where d.request_id = (
    select min(o.request_id) from public.task_dispatches o where o.request_id >= v_queued);
  -- Sent, and nothing was ever answered since.
  v_since := least(v_since, (
    select min(d.dispatched_at)
    from public.task_dispatches d
    where d.request_id is not null and d.http_status is null and d.verdict in ('sent', 'lost')
      and d.slot > p_now - interval '1 day' and d.dispatched_at > coalesce((
        select max(o.dispatched_at) from public.task_dispatches o
        where o.slot > p_now - interval '1 day' and o.request_id is not null
          and o.verdict not in ('sent', 'lost', 'not_sent')), '-infinity')));
  return query
  select '', nightshift.judge_value(coalesce(m.minutes, 0), 1, 5), coalesce(m.minutes, 0),
    case when m.minutes >= 5 then 5 else 1 end::numeric,
    case when m.minutes is null then 'pg_net sends requests and records answers.'
      else format('A request of ours has waited for pg_net for %s minutes.', m.minutes) end
  from (select greatest(0, round(extract(epoch from p_now - v_since) / 60, 1)) as minutes) m;
end
$$;
comment on function nightshift.look_at_requests(timestamptz) is
'Health check: minutes since the oldest request of ours that pg_net has not sent, or has no answer to. Degraded from 1 '
'on, critical from 5 on.';
revoke all on function nightshift.look_at_requests(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_leases(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  select '', nightshift.judge_value(coalesce(m.minutes, 0), 5, 30), coalesce(m.minutes, 0),
    case when m.minutes >= 30 then 30 else 5 end,
    case when m.minutes is null then 'No lease has ended without being taken back.'
      else format('The lease of run %s ended %s minutes ago, and nobody has taken the run back.', m.run_id, m.minutes)
    end
  from (values (1)) as one (row)
  left join lateral (
    select l.run_id, round(extract(epoch from p_now - l.expires_at) / 60, 1) as minutes
    from nightshift.run_leases l
    where l.expires_at <= p_now
    order by l.expires_at
    limit 1
  ) m on true
$$;
comment on function nightshift.look_at_leases(timestamptz) is
'Health check: minutes since the oldest lease of a run ended without being taken back. Degraded from 5 on, critical '
'from 30 on.';
revoke all on function nightshift.look_at_leases(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_dead_rows(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with tables as (
    select format('%s.%s', u.schemaname, u.relname) as name, u.n_dead_tup as dead,
      round(100.0 * u.n_dead_tup / greatest(u.n_live_tup + u.n_dead_tup, 1), 1) as percent
    from pg_catalog.pg_stat_user_tables u
    where p_now is not null and (u.schemaname = 'nightshift'
      or u.schemaname = 'public' and u.relname in ('autonomous_tasks', 'client_emails', 'email_intelligence',
        'task_dispatches', 'ai_usage'))
  ), bad as (
    select t.*, case when t.percent >= 40 then 'critical' else 'degraded' end as status
    from tables t
    where t.dead >= 100000 and t.percent >= 20
  )
  select b.name, b.status, b.percent, case when b.percent >= 40 then 40 else 20 end,
    format('%s of its rows are dead (%s %%). Look for what keeps autovacuum off: long transactions, or settings.',
      b.dead, b.percent)
  from bad b
  union all
  select '', 'ok', coalesce((select max(t.percent) from tables t where t.dead >= 100000), 0), 20,
    'No table of ours has many dead rows.'
  where not exists (select from bad)
$$;
comment on function nightshift.look_at_dead_rows(timestamptz) is
'Health check: tables of ours with 100,000 dead rows or more. Degraded from 20 % on, critical from 40 % on.';
revoke all on function nightshift.look_at_dead_rows(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_transactions(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  select '',
    case when not seen.may then 'unknown' else nightshift.judge_value(coalesce(m.minutes, 0), 10, 60) end,
    case when seen.may then coalesce(m.minutes, 0) end, case when m.minutes >= 60 then 60 else 10 end,
    case when not seen.may then 'The role lacks pg_read_all_stats, so transactions of others cannot be seen.'
      when m.minutes is null then 'No transaction has been open for long.'
      else format('The oldest transaction (process %s, %s) has been open for %s minutes.', m.pid, m.state, m.minutes)
    end
  from (select pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage')) as seen (may)
  left join lateral (
    select a.pid, coalesce(a.state, 'unknown') as state,
      round(extract(epoch from p_now - a.xact_start) / 60, 1) as minutes
    from pg_catalog.pg_stat_activity a
    where a.datname = current_database() and a.xact_start < p_now and a.pid <> pg_catalog.pg_backend_pid()
      and a.backend_type = 'client backend'
    order by a.xact_start
    limit 1
  ) m on true
$$;
comment on function nightshift.look_at_transactions(timestamptz) is
'Health check: minutes since the oldest open transaction began. Degraded from 10 on, critical from 60 on.';
revoke all on function nightshift.look_at_transactions(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_budgets(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with project as (
    select b.period, b.limit_usd, b.spent_usd, b.warn_percent,
      round(100 * b.spent_usd / nullif(b.limit_usd, 0), 1) as percent
    from nightshift.list_budgets(p_now) b
    where b.workspace_id is null
  ), others as ( -- owners set these, so however many are over makes the system degraded and no more
    select count(distinct n.workspace_id) as workspaces
    from nightshift.spending_notices n
    where n.workspace_id is not null and n.event = 'over_budget'
      and n.period_start in ((p_now at time zone 'utc')::date, date_trunc('month', p_now at time zone 'utc')::date)
  )
  select 'project ' || p.period,
    case when p.limit_usd = 0 then 'unknown' when p.percent >= 100 then 'critical'
      when p.percent >= p.warn_percent then 'degraded' else 'ok' end,
    p.percent, case when p.percent >= 100 then 100 else p.warn_percent end,
    format('%s of %s USD of this %s are spent.', trim_scale(p.spent_usd), p.limit_usd, p.period)
  from project p
  union all
  select 'workspaces', case when o.workspaces > 0 then 'degraded' else 'ok' end, o.workspaces, 1,
    format('%s workspaces have used up a budget of theirs.', o.workspaces)
  from others o
$$;
comment on function nightshift.look_at_budgets(timestamptz) is
'Health check: percent of the project''s limits that are spent, degraded from warn_percent on and critical from 100 '
'on; and how many workspaces have used up a budget of their own, degraded from 1 on.';
revoke all on function nightshift.look_at_budgets(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_setup(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with latest as ( -- what each function answered last
    select distinct on (s.id) s.name, d.http_status
    from public.task_schedules s
    join public.task_dispatches d on d.schedule_id = s.id and d.slot > p_now - interval '1 day'
      and d.dispatched_at <= p_now + interval '1 minute' and d.http_status is not null
    where s.enabled and s.target <> 'database'
    order by s.id, d.slot desc, d.dispatched_at desc
  )
  select 'vault', case when v.problem is not null then 'critical'
      when exists (select from latest l where l.http_status = 401) then 'degraded' else 'ok' end,
    null::numeric, null::numeric, coalesce(v.message,
      (select format('"%s" answered 401: cron_secret in Vault and CRON_SECRET of the functions differ.', l.name)
       from latest l where l.http_status = 401 limit 1), 'Vault has what is needed.')
  from nightshift.find_vault_problem() v
  union all
  select 'functions',
    case when exists (select from latest l where l.http_status = 404) then 'critical'
      when exists (select from nightshift.deployed_functions f where f.files_sha256 is null) then 'degraded'
      else 'ok' end,
    null, null, coalesce(
      (select format('"%s" answered 404: there is no such function. Run deno task deploy.', l.name)
       from latest l where l.http_status = 404 limit 1),
      (select format('The latest deploy of "%s" broke off, so its version differs. Run deno task deploy again.', f.name)
       from nightshift.deployed_functions f where f.files_sha256 is null order by f.name limit 1),
      'No function is missing.')
$$;
comment on function nightshift.look_at_setup(timestamptz) is
'Health check: entries of Vault (critical when missing, degraded when a function refuses cron_secret) and functions '
'(critical when one is missing, degraded when a deploy broke off).';
revoke all on function nightshift.look_at_setup(timestamptz) from public, anon, authenticated, service_role;

insert into nightshift.health_sources (name) values
  ('task_types'), ('schedules'), ('waiting_emails'), ('requests'), ('leases'), ('dead_rows'), ('transactions'),
  ('budgets'), ('setup')
on conflict (name) do nothing;

-- 20261122001624_system_health.sql

-- System health: what the looks found, for whoever asks from outside.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.system_health(p_now timestamptz default clock_timestamp()) returns jsonb
language sql stable set search_path = ''
as $$
  with checks as (
    select h.check_name || ':' || case h.check_name
        when 'task_types' then 'success' when 'budgets' then 'spent' when 'setup' then 'state'
        when 'dead_rows' then 'share' else 'age' end as name,
      jsonb_build_object(
        'componentId', nullif(h.subject, ''), 'componentType', 'system',
        'observedValue', h.value, 'limit', h."limit",
        'status', case h.status when 'ok' then 'pass' when 'critical' then 'fail' else 'warn' end,
        'state', h.status, 'time', h.seen_at, 'since', h.since, 'output', h.explanation) as document,
      h.status, h.subject
    from nightshift.health_checks h
  ), late as (
    select nightshift.find_late_look(p_now) as reason
  ), latest as (
    select max(h.seen_at) as seen_at from nightshift.health_checks h
  )
  select jsonb_strip_nulls(jsonb_build_object(
    'status', case
      when l.reason is not null then 'fail'
      when n.seen_at is null then 'warn'
      when exists (select from checks c where c.status = 'critical') then 'fail'
      when exists (select from checks c where c.status = 'degraded') then 'warn'
      else 'pass' end,
    'version', '1',
    'description', 'health of the Nightshift task engine',
    'time', n.seen_at,
    'output', coalesce(l.reason, case when n.seen_at is null then 'Nobody has looked yet.' end)))
    || jsonb_build_object('checks', coalesce((
      select jsonb_object_agg(g.name, g.documents)
      from (
        select c.name, jsonb_agg(jsonb_strip_nulls(c.document) order by c.subject) as documents
        from checks c
        group by c.name
      ) g), '{}'))
  from late l, latest n
$$;
comment on function nightshift.system_health(timestamptz) is
'What the latest look found, in the shape of the health+json draft. The state unknown is shown as warn and does not '
'change the status of the whole; a look older than three intervals fails.';
revoke all on function nightshift.system_health(timestamptz) from public, anon, authenticated, service_role;

create or replace function public.get_system_health() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.system_health();
$$;
comment on function public.get_system_health() is
'Is anything broken that nobody reported? {status: pass, warn or fail, version, time, output, checks: {name: '
'[{componentId, observedValue, limit, status, state, since, time, output}]}}, as draft-inadarei-api-health-check. For '
'the service role. Example: select get_system_health() -> ''status'';';
revoke all on function public.get_system_health() from public, anon, authenticated, service_role;
grant execute on function public.get_system_health() to service_role;

-- 20261122001660_task_steps.sql

-- Task steps: what the finished steps of a job returned, so that no later attempt does them again.
--
-- A step belongs to its job, goes with it and with its workspace, and is no part of the log.
-- Locks: brief share lock on nightshift.jobs for the trigger. Time: milliseconds.

create table if not exists nightshift.task_steps (
  task_id uuid not null,
  name text not null,
  position integer not null,
  result jsonb not null,
  bytes integer not null,
  finished_at timestamptz not null default clock_timestamp(),
  constraint one_step_for_each_name primary key (task_id, name),
  constraint one_step_for_each_position unique (task_id, position),
  constraint step_name_has_1_to_200_characters check (length(name) between 1 and 200),
  constraint position_is_from_1_to_1000 check (position between 1 and 1000),
  constraint result_has_at_most_256_kb check (pg_column_size(result) <= 262144),
  constraint result_is_bounded check (nightshift.is_bounded_document(result))
);
alter table nightshift.task_steps enable row level security;
revoke all on nightshift.task_steps from public, anon, authenticated, service_role;

comment on table nightshift.task_steps is 'Finished steps of jobs, with what they returned.';
comment on column nightshift.task_steps.task_id is 'the job: id of its task row';
comment on column nightshift.task_steps.name is 'name of the step, unique within the job';
comment on column nightshift.task_steps.position is 'which step it was, from 1, in the order in which they began';
comment on column nightshift.task_steps.result is 'what the step returned';
comment on column nightshift.task_steps.bytes is 'size of the result';
comment on column nightshift.task_steps.finished_at is 'when it was saved';

create or replace function nightshift.forget_steps() returns trigger
language plpgsql security definer set search_path = '' set enable_seqscan = off
as $$
begin
  -- In place of a foreign key, which would look for the steps of each finished job by itself.
  delete from nightshift.task_steps s where s.task_id in (select g.task_id from gone g);
  return null;
end
$$;
comment on function nightshift.forget_steps() is 'Deletes the steps of jobs that are deleted.';
revoke all on function nightshift.forget_steps() from public, anon, authenticated, service_role;

create or replace trigger forget_steps
after delete on nightshift.jobs
referencing old table as gone
for each statement execute function nightshift.forget_steps();

create or replace function nightshift.find_step_problem(
  p_task_id uuid, p_name text, p_position integer, p_result jsonb
) returns text
language plpgsql stable set search_path = ''
as $$
declare
  c_most_bytes constant integer := 262144;
  c_most_bytes_of_a_job constant integer := 8388608;
  c_most_steps constant integer := 1000;
  v_other nightshift.task_steps;
begin
  if length(p_name) not between 1 and 200 then
    return 'The name of a step has 1 to 200 characters.';
  elsif p_position not between 1 and c_most_steps then
    return format('Step "%s" would be step %s. A job has at most %s steps.', p_name, p_position, c_most_steps);
  elsif pg_column_size(p_result) > c_most_bytes then
    return format('The result of step "%s" takes %s bytes. A step keeps at most %s (256 kB).', p_name,
      pg_column_size(p_result), c_most_bytes);
  elsif not nightshift.is_bounded_document(p_result) then
    return format('The result of step "%s" is nested deeper than 32 levels, has a number that is too long, or is '
      'longer than 1 MB.', p_name);
  end if;
  select s.* into v_other from nightshift.task_steps s where s.task_id = p_task_id and s.name = p_name;
  if found then
    return format('The job has a step "%s" already, as step %s. Names of steps are unique.', p_name, v_other.position);
  end if;
  select s.* into v_other from nightshift.task_steps s where s.task_id = p_task_id and s.position = p_position;
  if found then
    return format('Step %s of the job was "%s" before and is "%s" now. The order of steps cannot change.', p_position,
      v_other.name, p_name);
  end if;
  if (select sum(s.bytes) from nightshift.task_steps s where s.task_id = p_task_id)
    > c_most_bytes_of_a_job - pg_column_size(p_result)
  then
    return format('The steps of the job would keep more than 8 MB with step "%s".', p_name);
  end if;
  return null;
end
$$;
comment on function nightshift.find_step_problem(uuid, text, integer, jsonb) is
'Why a step cannot be kept, as a sentence; null when it can.';
revoke all on function nightshift.find_step_problem(uuid, text, integer, jsonb) from public;

create or replace function public.save_step(p_run_id uuid, p_run_token uuid, p_task_id uuid, p_step jsonb)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_name constant text := coalesce(p_step ->> 'name', '');
  v_position constant integer := (p_step ->> 'position')::integer;
  v_result constant jsonb := coalesce(p_step -> 'result', 'null');
  v_problem text;
begin
  perform nightshift.require_service();
  -- The lock holds off whoever claims the job next, so that the next attempt reads this step.
  perform
  from nightshift.jobs j
  join nightshift.run_leases l on l.run_id = j.run_id
  where j.task_id = p_task_id and j.run_id = p_run_id and l.token = p_run_token
  for share of j;
  if not found then
    return jsonb_build_object('outcome', 'lost');
  end if;
  -- The same request again, because its answer did not arrive.
  if exists (
    select
    from nightshift.task_steps s
    where s.task_id = p_task_id and s.name = v_name and s.position = v_position and s.result = v_result)
  then
    return jsonb_build_object('outcome', 'saved');
  end if;
  v_problem := nightshift.find_step_problem(p_task_id, v_name, v_position, v_result);
  if v_problem is not null then
    return jsonb_build_object('outcome', 'rejected', 'message', v_problem);
  end if;
  insert into nightshift.task_steps (task_id, name, position, result, bytes)
  values (p_task_id, v_name, v_position, v_result, pg_column_size(v_result));
  return jsonb_build_object('outcome', 'saved');
end
$$;
comment on function public.save_step(uuid, uuid, uuid, jsonb) is
'Keeps a finished step of a job: {name, position, result}. Outcomes: saved, also for the same request again; lost, '
'when the run does not hold the job any more; rejected with message, for a repeated name, a changed order or a result '
'that cannot be stored.';
revoke all on function public.save_step(uuid, uuid, uuid, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.save_step(uuid, uuid, uuid, jsonb) to service_role;

-- 20261122001670_task_lines.sql

-- Task lines: what a task said while it ran, for whoever sees the task.
--
-- Lines go with their workspace and do not reference the log, so that writing one waits for nobody.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.task_lines (
  task_id uuid not null,
  seq bigint not null generated always as identity,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  at timestamptz not null,
  message text not null,
  fields jsonb,
  left_out bigint not null default 0,
  bytes integer not null,
  constraint one_line_for_each_number primary key (task_id, seq),
  constraint line_has_1_to_2000_characters check (length(message) between 1 and 2000),
  constraint line_is_of_this_century check (at >= '2000-01-01Z' and at < '2100-01-01Z'),
  constraint fields_are_an_object_of_at_most_8_kb check (
    jsonb_typeof(fields) = 'object' and pg_column_size(fields) <= 8192 and nightshift.is_bounded_document(fields)),
  constraint left_out_is_not_negative check (left_out >= 0)
);
create index if not exists task_lines_workspace_idx on nightshift.task_lines (workspace_id);
alter table nightshift.task_lines enable row level security;
revoke all on nightshift.task_lines from public, anon, authenticated, service_role;

comment on table nightshift.task_lines is 'What tasks said while they ran: at most 200 lines and 64 kB for each.';
comment on column nightshift.task_lines.task_id is 'the task';
comment on column nightshift.task_lines.seq is 'order of the lines of a task';
comment on column nightshift.task_lines.workspace_id is 'workspace of the task; null for a system row';
comment on column nightshift.task_lines.at is 'when it was said';
comment on column nightshift.task_lines.message is 'what was said';
comment on column nightshift.task_lines.fields is 'values beside it, an object';
comment on column nightshift.task_lines.left_out is
'how many lines this one stands for, because they did not fit; else 0';
comment on column nightshift.task_lines.bytes is 'size of message and fields';

create or replace function nightshift.cut_lines(p_task_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with sized as (
    -- Counted from both ends. Nothing behind the line that stands for others belongs to the beginning.
    select l.task_id, l.seq, l.left_out,
      count(*) over task as lines, sum(l.bytes) over task as bytes,
      row_number() over beginning as nth, sum(l.bytes) over beginning as bytes_to_here,
      sum(l.left_out) over beginning as left_out_to_here,
      row_number() over ending as nth_last, sum(l.bytes) over ending as bytes_from_here
    from nightshift.task_lines l
    where l.task_id = any (p_task_ids)
    window task as (partition by l.task_id),
      beginning as (partition by l.task_id order by l.seq),
      ending as (partition by l.task_id order by l.seq desc)
  ), middle as (
    -- What is between the first 50 lines and the last 120, of tasks that said too much.
    select s.task_id, s.seq, max(s.seq) over task as last_seq,
      sum(greatest(s.left_out, 1)) over task as left_out
    from sized s
    where (s.lines > 200 or s.bytes > 65536)
      and not (s.nth <= 50 and s.bytes_to_here <= 16384 and s.left_out_to_here = 0)
      and not (s.nth_last <= 120 and s.bytes_from_here <= 40960)
    window task as (partition by s.task_id)
  ), dropped as (
    delete from nightshift.task_lines l
    using middle m
    where l.task_id = m.task_id and l.seq = m.seq and m.seq < m.last_seq
  )
  update nightshift.task_lines l
  set left_out = m.left_out, fields = null, message = said.message, bytes = octet_length(said.message)
  from middle m
  cross join lateral (select format('%s lines were left out here.', m.left_out) as message) as said
  where l.task_id = m.task_id and l.seq = m.seq and m.seq = m.last_seq
$$;
comment on function nightshift.cut_lines(uuid[]) is
'Leaves out the oldest lines of the middle of tasks that have more than 200 lines or 64 kB; one line says how many.';
revoke all on function nightshift.cut_lines(uuid[]) from public;

create or replace function nightshift.store_lines(p_lines jsonb, p_now timestamptz default clock_timestamp())
  returns void
language plpgsql set search_path = ''
as $$
begin
  insert into nightshift.task_lines (task_id, workspace_id, at, message, fields, bytes)
  select l.task_id, l.workspace_id, coalesce(l.at, p_now), said.message, said.fields,
    octet_length(said.message) + coalesce(pg_column_size(said.fields), 0)
  from rows from (jsonb_to_recordset(p_lines) as (
    task_id uuid, workspace_id uuid, at timestamptz, message text, fields jsonb)) with ordinality as l (
      task_id, workspace_id, at, message, fields, nth)
  cross join lateral (
    select left(coalesce(nullif(l.message, ''), '(empty)'), 2000) as message,
      case
        when (jsonb_typeof(l.fields) = 'object') is not true then null
        when pg_column_size(l.fields) <= 8192 and nightshift.is_bounded_document(l.fields) then l.fields
        else jsonb_build_object('left_out', format('fields of %s bytes', pg_column_size(l.fields)))
      end as fields
  ) as said
  where l.task_id is not null
  order by l.nth;
  perform nightshift.cut_lines(array(
    select distinct (l.value ->> 'task_id')::uuid from jsonb_array_elements(p_lines) l where l.value ? 'task_id'));
end
$$;
comment on function nightshift.store_lines(jsonb, timestamptz) is
'Adds lines to tasks, in their order: an array of {task_id, workspace_id, at, message, fields}. A message is cut at '
'2,000 characters; fields of more than 8 kB are left out.';
revoke all on function nightshift.store_lines(jsonb, timestamptz) from public;

create or replace function public.log_lines(p_run_id uuid, p_run_token uuid, p_lines jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
  v_held uuid[];
begin
  perform nightshift.require_service();
  if not exists (select from nightshift.run_leases l where l.run_id = p_run_id and l.token = p_run_token) then
    return jsonb_build_object('outcome', 'lost');
  end if;
  v_workspace_ids := array(
    select distinct j.workspace_id
    from jsonb_array_elements(p_lines) l
    join nightshift.jobs j on j.task_id = (l.value ->> 'task_id')::uuid
    where j.run_id = p_run_id and j.workspace_id is not null);
  -- The lines of a workspace that is being deleted go with it, and nobody waits for that.
  v_held := array(
    select w.id from public.workspaces w where w.id = any (v_workspace_ids) order by w.id for key share skip locked);
  perform nightshift.store_lines((
    select coalesce(jsonb_agg(l.value || jsonb_build_object('workspace_id', j.workspace_id) order by l.nth), '[]')
    from jsonb_array_elements(p_lines) with ordinality as l (value, nth)
    join nightshift.jobs j on j.task_id = (l.value ->> 'task_id')::uuid
    where j.run_id = p_run_id and (j.workspace_id is null or j.workspace_id = any (v_held))));
  return jsonb_build_object('outcome', 'saved');
end
$$;
comment on function public.log_lines(uuid, uuid, jsonb) is
'Keeps log lines of the jobs that a run holds: an array of {task_id, at, message, fields}. Lines of other tasks are '
'dropped. Outcomes: saved; lost, when the run has ended or was taken over.';
revoke all on function public.log_lines(uuid, uuid, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.log_lines(uuid, uuid, jsonb) to service_role;

create or replace function nightshift.prune_lines(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_looked_at constant integer := 2000;
  -- Each call looks at a part of the lines, beginning anywhere. Half of the time it begins at a time, because most ids
  -- of tasks begin with one.
  v_start constant uuid := case when random() < 0.5 then gen_random_uuid() else rpad(lpad(to_hex((
    extract(epoch from p_now - random() * interval '1 year') * 1000)::bigint), 12, '0'), 32, '0')::uuid end;
  v_pruned integer;
begin
  -- The log keeps no reference, so whoever deletes tasks leaves their lines.
  with looked_at as (
    (select l.task_id, l.seq, l.at from nightshift.task_lines l where l.task_id >= v_start
     order by l.task_id, l.seq limit c_looked_at)
    union all
    (select l.task_id, l.seq, l.at from nightshift.task_lines l where l.task_id < v_start
     order by l.task_id, l.seq limit c_looked_at)
  ), orphans as (
    select l.task_id, l.seq
    from looked_at s
    join nightshift.task_lines l on l.task_id = s.task_id and l.seq = s.seq
    where s.at < p_now - interval '1 day'
      and not exists (select from public.autonomous_tasks t where t.id = s.task_id)
    for update of l skip locked
  )
  delete from nightshift.task_lines l using orphans o where l.task_id = o.task_id and l.seq = o.seq;
  get diagnostics v_pruned = row_count;
  return v_pruned;
end
$$;
comment on function nightshift.prune_lines(timestamptz) is
'Part of wake_agents: deletes lines of tasks that are gone, among up to 4,000 lines. Returns how many.';
revoke all on function nightshift.prune_lines(timestamptz) from public;

-- 20261122001680_job_spending.sql

-- Job spending: what the work of a task may spend, and what it has spent.
--
-- One mechanism with emails: the same budgets, the same ledger, the same lock. What the work asks for is set aside
-- before it calls anybody, and replaced by what it reports. What it never reports counts as spent, see
-- nightshift.judge_budgets.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.check_spending(p_analyzer text, p_model text, p_usd numeric) returns void
language plpgsql stable set search_path = ''
as $$
declare
  c_most_usd constant numeric := 1000;
  v_analyzers constant text[] := nightshift.analyzers();
begin
  if (p_usd >= 0 and p_usd <= c_most_usd) is not true then
    raise exception 'spending_invalid: usd must be an amount from 0 to % US dollars, and it is %.',
      c_most_usd, coalesce(p_usd::text, 'missing') using errcode = 'PT400';
  elsif (p_analyzer = any (v_analyzers)) is not true then
    raise exception 'spending_invalid: analyzer must be one of %, and it is %.',
      array_to_string(v_analyzers, ', '), coalesce(quote_literal(left(p_analyzer, 100)), 'missing')
      using errcode = 'PT400';
  elsif (length(p_model) between 1 and 200) is not true then
    raise exception 'spending_invalid: model must have 1 to 200 characters.' using errcode = 'PT400';
  end if;
end
$$;
comment on function nightshift.check_spending(text, text, numeric) is
'Part of reserve_task_spending. Error: PT400 spending_invalid.';
revoke all on function nightshift.check_spending(text, text, numeric) from public;

create or replace function nightshift.find_spender(
  p_run_id uuid,
  p_run_token uuid,
  p_task_id uuid,
  p_now timestamptz,
  out workspace_id uuid,
  out problem text
)
language plpgsql set search_path = ''
as $$
declare
  v_job record;
begin
  select j.workspace_id, j.cancel_requested_at into v_job
  from nightshift.jobs j
  join nightshift.run_leases l on l.run_id = j.run_id and l.token = p_run_token and l.expires_at > p_now
  where j.task_id = p_task_id and j.run_id = p_run_id and j.state = 'running';
  if not found then
    problem := 'Nothing is spent: this run does not hold the task any more. Stop the work.';
    return;
  elsif v_job.cancel_requested_at is not null then
    problem := 'Nothing is spent: the task is being cancelled. Stop the work.';
    return;
  end if;
  workspace_id := v_job.workspace_id;
  -- Somebody may be deleting the workspace, and we wait for nobody.
  perform from public.workspaces w where w.id = v_job.workspace_id for key share skip locked;
  if not found and v_job.workspace_id is not null then
    problem := 'Nothing is spent: the workspace is being deleted. Stop the work.';
  end if;
end
$$;
comment on function nightshift.find_spender(uuid, uuid, uuid, timestamptz) is
'Part of reserve_task_spending: the workspace whose money the task of a run spends, null for the project''s; or a '
'sentence that says why it spends nothing.';
revoke all on function nightshift.find_spender(uuid, uuid, uuid, timestamptz) from public;

create or replace function nightshift.reserve_task_spending(
  p_run_id uuid,
  p_run_token uuid,
  p_task_id uuid,
  p_analyzer text,
  p_model text,
  p_usd numeric,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_spender record;
  v_room record;
  v_id uuid;
  v_usd numeric;
begin
  perform nightshift.check_spending(p_analyzer, p_model, p_usd);
  v_usd := ceil(p_usd * 1e8) / 1e8;
  -- Everybody who sets money aside takes turns, before any row is locked: each sees what the others have set aside.
  perform pg_advisory_xact_lock(hashtext('nightshift.budgets'));
  select s.* into v_spender from nightshift.find_spender(p_run_id, p_run_token, p_task_id, p_now) s;
  if v_spender.problem is not null then
    return jsonb_build_object('outcome', 'refused', 'reservation_id', null, 'message', v_spender.problem);
  end if;
  select r.* into v_room
  from nightshift.find_room(v_spender.workspace_id, v_usd,
    array['Nothing is spent', 'the task asked for', 'It has to wait'], p_now) r;
  if v_room.reason is not null then
    -- Emails that wait for the same limit are reported for themselves.
    perform nightshift.note_stops(array[jsonb_build_object('workspace_id', v_spender.workspace_id,
      'reason', v_room.reason || '_for_tasks', 'period_start', v_room.period_start, 'message', v_room.message)], p_now);
    return jsonb_build_object('outcome', 'refused', 'reservation_id', null, 'message', v_room.message);
  end if;
  insert into nightshift.budget_reservations
    (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, task_id, created_at)
  values (p_run_token, v_spender.workspace_id, p_run_id, p_analyzer, p_model, v_usd, '{}', p_task_id, p_now)
  returning id into v_id;
  return jsonb_build_object('outcome', 'reserved', 'reservation_id', v_id, 'message', null);
end
$$;
comment on function nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz) is
'Sets aside p_usd (0 to 1000 US dollars) for what a task that the run holds is about to spend: {outcome: reserved, '
'reservation_id}, or {outcome: `refused`, message} when a limit is reached, no budget exists, the budget is paused, or '
'the task is cancelled or not held any more. A task without a workspace spends from the budget of the project alone. '
'Error: PT400 spending_invalid.';
revoke all on function nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz) from public;

create or replace function nightshift.enter_task_spending(
  p_reservation nightshift.budget_reservations,
  p_usd numeric,
  p_is_told boolean,
  p_now timestamptz
) returns jsonb
-- When the task has ended, members may hold its row. They make nobody wait: what is set aside is booked instead.
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_before public.ai_usage;
  v_entry public.ai_usage;
begin
  select u.* into v_before from public.ai_usage u where u.id = p_reservation.id for update;
  insert into public.ai_usage as u (
    id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, duration_ms, emails, created_at)
  values (p_reservation.id, p_reservation.workspace_id, p_reservation.run_id, p_reservation.task_id,
    p_reservation.analyzer, p_reservation.model, p_usd, case when p_is_told then 'reported' else 'reserved' end,
    case when p_is_told then 'ok' else 'unknown' end,
    least(greatest(extract(epoch from p_now - p_reservation.created_at) * 1000, 0), 2147483647)::integer, 0, p_now)
  -- It was booked meanwhile: on that day it counts.
  on conflict (id) do update
  set cost_usd = excluded.cost_usd, price_id = excluded.price_id, outcome = excluded.outcome,
    duration_ms = excluded.duration_ms
    where p_reservation.booked_at is not null
  returning u.* into v_entry;
  if not found then
    return jsonb '[]';
  end if;
  perform nightshift.add_task_cost(p_reservation.task_id, v_entry.cost_usd - coalesce(v_before.cost_usd, 0));
  return jsonb_build_array(jsonb_build_object('workspace_id', v_entry.workspace_id, 'at', v_entry.created_at,
    'usd', v_entry.cost_usd - coalesce(v_before.cost_usd, 0)));
end
$$;
comment on function nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz) is
'Part of settle_task_spending: enters what a task has spent into the ledger and into the cost of the task. Returns '
'what that adds to the days.';
revoke all on function nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz)
  from public;

create or replace function nightshift.settle_task_spending(
  p_run_id uuid,
  p_run_token uuid,
  p_reservation_id uuid,
  p_usd numeric,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- The ledger holds four digits before the point.
  c_most_usd constant numeric := 9999;
  v_reserved nightshift.budget_reservations;
  v_is_told constant boolean := coalesce(p_usd >= 0 and p_usd <= 1000, false);
  v_told constant numeric := case when p_usd >= 0 and p_usd < 'Infinity' then round(least(p_usd, c_most_usd), 8) end;
begin
  select r.* into v_reserved
  from nightshift.budget_reservations r
  where r.id = p_reservation_id and r.task_id is not null and r.run_id = p_run_id and r.lease_token = p_run_token;
  if found then
    perform from public.workspaces w where w.id = v_reserved.workspace_id for key share skip locked;
    if found or v_reserved.workspace_id is null then
      -- Nobody deletes the workspace, so only a pass of judge_budgets can hold the row.
      select r.* into v_reserved from nightshift.budget_reservations r where r.id = p_reservation_id for update;
      delete from nightshift.budget_reservations r where r.id = p_reservation_id;
    elsif v_reserved.booked_at is null then
      -- What is spent while the workspace is being deleted, the project alone pays. Its rows are not ours to wait for.
      v_reserved.workspace_id := null;
      v_reserved.task_id := null;
    else
      return jsonb_build_object('outcome', 'settled');
    end if;
  end if;
  if v_reserved.id is null then
    return jsonb_build_object('outcome', case when exists (
      select from public.ai_usage u where u.id = p_reservation_id and u.run_id = p_run_id and u.emails = 0)
      then 'settled' else 'unknown' end);
  end if;
  perform nightshift.count_spending(nightshift.enter_task_spending(v_reserved,
    case when v_is_told then v_told else greatest(v_reserved.usd, v_told) end, v_is_told, p_now));
  return case when v_is_told then jsonb_build_object('outcome', 'settled')
    else jsonb_build_object('outcome', 'invalid', 'message', format('usd must be an amount from 0 to 1000 US dollars, '
      'and it is %s. At least what was set aside counts as spent.', coalesce(p_usd::text, 'missing'))) end;
end
$$;
comment on function nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz) is
'Replaces what was set aside by what was spent, p_usd (0 to 1000 US dollars), also when the run has ended meanwhile: '
'the money is spent. What is more than was set aside counts, too. Outcomes: settled, also when asked again; invalid '
'with a message for an amount that cannot be, then at least what was set aside counts as spent; unknown for what this '
'run has not set aside.';
revoke all on function nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz) from public;

create or replace function public.reserve_task_spending(
  p_run_id uuid, p_run_token uuid, p_task_id uuid, p_analyzer text, p_model text, p_usd numeric
) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.reserve_task_spending(p_run_id, p_run_token, p_task_id, p_analyzer, p_model, p_usd);
$$;
comment on function public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric) is
'See nightshift.reserve_task_spending.';
revoke all on function public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric)
from public, anon, authenticated, service_role;
grant execute on function public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric) to service_role;

create or replace function public.settle_task_spending(
  p_run_id uuid, p_run_token uuid, p_reservation_id uuid, p_usd numeric
) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.settle_task_spending(p_run_id, p_run_token, p_reservation_id, p_usd);
$$;
comment on function public.settle_task_spending(uuid, uuid, uuid, numeric) is 'See nightshift.settle_task_spending.';
revoke all on function public.settle_task_spending(uuid, uuid, uuid, numeric)
from public, anon, authenticated, service_role;
grant execute on function public.settle_task_spending(uuid, uuid, uuid, numeric) to service_role;

-- 20261122001700_ingest_tokens.sql

-- Ingest tokens: keys of external systems, each for one workspace.
--
-- A token is shown once, by the function that makes it. Only its SHA-256 is kept. It works as long as the
-- user who made it is an owner or admin of the workspace.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.ingest_tokens (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  task_types text[],
  requests_per_minute integer not null,
  created_by uuid references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint token_hash_is_unique unique (token_hash),
  constraint token_hash_is_a_sha256 check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint token_name_has_1_to_200_characters check (length(btrim(name)) between 1 and 200),
  constraint scopes_are_known check (cardinality(scopes) > 0 and scopes <@ array['tasks', 'mail', 'ping']),
  constraint task_types_are_known check (cardinality(task_types) > 0 and task_types <@ nightshift.task_types()),
  constraint a_ping_token_has_one_task_type check (
    'ping' <> all (scopes) or (task_types is not null and cardinality(task_types) = 1)),
  constraint expires_at_is_in_this_century check (expires_at >= '2000-01-01Z' and expires_at < '2100-01-01Z'),
  constraint requests_per_minute_from_1_to_60000 check (requests_per_minute between 1 and 60000)
);
create index if not exists ingest_tokens_workspace_idx on nightshift.ingest_tokens (workspace_id, created_at);
create index if not exists ingest_tokens_maker_idx on nightshift.ingest_tokens (created_by);

comment on table nightshift.ingest_tokens is
'Keys of external systems. Each belongs to one workspace and reaches nothing else.';
comment on column nightshift.ingest_tokens.id is 'names the token in logs and lists';
comment on column nightshift.ingest_tokens.workspace_id is 'the one workspace it reaches';
comment on column nightshift.ingest_tokens.name is 'what people call it; the agent name of its pings';
comment on column nightshift.ingest_tokens.token_hash is
'SHA-256 of the token, hexadecimal; the token itself is not kept';
comment on column nightshift.ingest_tokens.scopes is
'tasks: the task API; `mail`: inbound-email; ping: the pings';
comment on column nightshift.ingest_tokens.task_types is
'the task types it reaches; null for all. A ping token has exactly one';
comment on column nightshift.ingest_tokens.requests_per_minute is 'its own rate limit';
comment on column nightshift.ingest_tokens.created_by is
'the user who made it: it works while they are an owner or admin, and goes with them; null: the service role';
comment on column nightshift.ingest_tokens.created_at is 'since when';
comment on column nightshift.ingest_tokens.expires_at is 'until when it works; null: until it is revoked';
comment on column nightshift.ingest_tokens.last_used_at is 'when it was last used, to the minute';
comment on column nightshift.ingest_tokens.revoked_at is 'since when it does not work';

alter table nightshift.ingest_tokens enable row level security;
revoke all on nightshift.ingest_tokens from public;

create or replace function nightshift.has_ended(p_token nightshift.ingest_tokens, p_now timestamptz) returns boolean
language sql immutable set search_path = ''
as $$ select p_token.revoked_at is not null or coalesce(p_token.expires_at <= p_now, false) $$;
comment on function nightshift.has_ended(nightshift.ingest_tokens, timestamptz) is
'Whether an ingest token was revoked or has expired, and so never works again.';
revoke all on function nightshift.has_ended(nightshift.ingest_tokens, timestamptz) from public;

create or replace function nightshift.is_live_token(p_token nightshift.ingest_tokens, p_now timestamptz) returns boolean
language sql stable set search_path = ''
as $$
  select p_token.id is not null and not nightshift.has_ended(p_token, p_now)
    and (p_token.created_by is null or exists (
      select from public.workspace_members m
      where m.workspace_id = p_token.workspace_id and m.user_id = p_token.created_by and m.role in ('owner', 'admin')))
$$;
comment on function nightshift.is_live_token(nightshift.ingest_tokens, timestamptz) is
'Whether an ingest token works: not revoked, not expired, and its maker may still manage the workspace.';
revoke all on function nightshift.is_live_token(nightshift.ingest_tokens, timestamptz) from public;

create or replace function public.create_ingest_token(
  p_workspace_id uuid,
  p_name text,
  p_scopes text[] default '{tasks}',
  p_task_types text[] default null,
  p_requests_per_minute integer default 600,
  p_expires_at timestamptz default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_kept_ended constant integer := 100;
  v_token text := 'nst_' || encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex');
  v_id uuid;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins of the workspace manage its ingest tokens.'
      using errcode = 'PT403';
  end if;
  -- Two requests at the same time are counted one after the other.
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  perform nightshift.require_room('ingest_tokens', p_workspace_id, count(*), 'ingest tokens')
  from nightshift.ingest_tokens t
  where t.workspace_id = p_workspace_id and not nightshift.has_ended(t, clock_timestamp());
  -- Whoever makes tokens and revokes them again fills no table: the latest that ended are kept.
  delete from nightshift.ingest_tokens t
  where t.id in (
    select e.id from nightshift.ingest_tokens e
    where e.workspace_id = p_workspace_id and nightshift.has_ended(e, clock_timestamp())
    order by e.created_at desc, e.id
    offset c_kept_ended);
  insert into nightshift.ingest_tokens
    (workspace_id, name, token_hash, scopes, task_types, requests_per_minute, expires_at, created_by)
  values (p_workspace_id, btrim(p_name), encode(sha256(convert_to(v_token, 'UTF8')), 'hex'), p_scopes, p_task_types,
    p_requests_per_minute, p_expires_at, (select auth.uid()))
  returning id into v_id;
  return jsonb_build_object('id', v_id, 'token', v_token);
exception
  when check_violation or not_null_violation then
    raise exception
      'ingest_token_invalid: a token needs a name of 1 to 200 characters, scopes out of tasks, mail and ping, known '
      'task types (exactly one for ping), 1 to 60000 requests a minute, and an end before 2100 if it has one.'
      using errcode = 'PT400';
  when foreign_key_violation then
    raise exception 'ingest_token_invalid: there is no workspace %.', p_workspace_id using errcode = 'PT400';
end
$$;
comment on function public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz) is
'Makes an ingest token and returns {id, token}; the token (nst_ and 64 hexadecimal digits, 244 random bits) is shown '
'this once. It works until p_expires_at, if given, and as long as its maker may manage the workspace. For owners, '
'admins and the service role. Of tokens that have ended the latest 100 stay in the list. Errors: PT403 '
'workspace_not_managed, PT403 quota_exceeded, PT400 ingest_token_invalid.';
revoke all on function public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz)
from public, anon, authenticated, service_role;
grant execute on function public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz)
to authenticated, service_role;

create or replace function public.list_ingest_tokens(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins of the workspace manage its ingest tokens.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(
      to_jsonb(t) - 'token_hash' || jsonb_build_object('is_live', nightshift.is_live_token(t, clock_timestamp()))
      order by t.created_at, t.id), '[]')
    from nightshift.ingest_tokens t
    where t.workspace_id = p_workspace_id
  );
end
$$;
comment on function public.list_ingest_tokens(uuid) is
'The ingest tokens of a workspace, oldest first, ended ones too, without token and hash; is_live says whether it '
'works. For owners, admins and the service role. Error: PT403 workspace_not_managed.';
revoke all on function public.list_ingest_tokens(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_ingest_tokens(uuid) to authenticated, service_role;

create or replace function public.revoke_ingest_token(p_token_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update nightshift.ingest_tokens t
  set revoked_at = clock_timestamp()
  where t.id = p_token_id and t.revoked_at is null and nightshift.can_manage(t.workspace_id);
  return found;
end
$$;
comment on function public.revoke_ingest_token(uuid) is
'Revokes an ingest token at once. False when there is none that the caller manages, or it was revoked before.';
revoke all on function public.revoke_ingest_token(uuid) from public, anon, authenticated, service_role;
grant execute on function public.revoke_ingest_token(uuid) to authenticated, service_role;

-- 20261122001710_rate_limits.sql

-- Rate limits and admission: one place that says who a caller is, and whether they may ask now: users and
-- ingest tokens in the task API, ingest tokens in inbound-email.
--
-- The counters are in the database, because no isolate of a function sees the requests of the others. The
-- table is unlogged: after a crash everybody starts at zero.
-- Locks: none on existing tables. Time: milliseconds.

create unlogged table if not exists nightshift.rate_counters (
  subject text primary key,
  paid_until timestamptz not null
);
comment on table nightshift.rate_counters is
'One row for each token, user and workspace that has asked: a leaky bucket of one minute (the generic cell rate '
'algorithm).';
comment on column nightshift.rate_counters.subject is 'token, user or workspace, with its id';
comment on column nightshift.rate_counters.paid_until is
'the time up to which the requests so far have used the minutes; a request is rejected when it is more than a minute '
'from now';
alter table nightshift.rate_counters enable row level security;
revoke all on nightshift.rate_counters from public;

create or replace function nightshift.take_request(
  p_subject text,
  p_requests_per_minute integer,
  p_now timestamptz default clock_timestamp()
) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_window constant interval := interval '1 minute';
  v_share constant interval := c_window / p_requests_per_minute;
  v_paid_until timestamptz;
begin
  insert into nightshift.rate_counters as c (subject, paid_until)
  values (p_subject, p_now + v_share)
  on conflict (subject) do update set paid_until = greatest(c.paid_until, p_now) + v_share
    where greatest(c.paid_until, p_now) + v_share <= p_now + c_window
  returning c.paid_until into v_paid_until;
  if found then
    return 0;
  end if;
  select c.paid_until into v_paid_until from nightshift.rate_counters c where c.subject = p_subject;
  return greatest(1, ceil(extract(epoch from v_paid_until + v_share - p_now - c_window)))::integer;
end
$$;
comment on function nightshift.take_request(text, integer, timestamptz) is
'Counts one request of a subject. 0 when it may go on, otherwise the seconds until it may; rejected requests cost '
'nothing.';
revoke all on function nightshift.take_request(text, integer, timestamptz) from public;

create or replace function public.admit_caller(
  p_scope text,
  p_token_hash text default null,
  p_workspace_ids uuid[] default '{}'
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_user_requests_per_minute constant integer := 600;
  c_workspace_requests_per_minute constant integer := 6000;
  c_now constant timestamptz := clock_timestamp();
  v_user_id uuid := auth.uid();
  v_token nightshift.ingest_tokens;
  v_workspace_id uuid;
  v_wait integer;
begin
  perform set_config('nightshift.caller_kind', case when coalesce(auth.role(), 'none') <> 'service_role' then 'user'
    when p_token_hash is not null then 'token' else 'service' end, true);
  perform set_config('nightshift.token_id', '', true);
  -- Only our functions hold the service role. What anybody else says about a token is ignored.
  if coalesce(auth.role(), 'none') <> 'service_role' then
    if v_user_id is null then
      return jsonb_build_object('outcome', 'unauthorized');
    end if;
    v_wait := nightshift.take_request('user ' || v_user_id, c_user_requests_per_minute, c_now);
    -- Only members use up the requests of a workspace.
    for v_workspace_id in
      select m.workspace_id from public.workspace_members m
      where v_wait = 0 and m.user_id = v_user_id and m.workspace_id = any (p_workspace_ids)
      order by m.workspace_id
    loop
      v_wait := greatest(v_wait,
        nightshift.take_request('workspace ' || v_workspace_id, c_workspace_requests_per_minute, c_now));
    end loop;
    return case when v_wait > 0
      then jsonb_build_object('outcome', 'rate_limited', 'retry_after_seconds', v_wait)
      else jsonb_build_object('outcome', 'admitted', 'kind', 'user', 'id', v_user_id, 'workspace_ids', (
        select coalesce(jsonb_agg(m.workspace_id), '[]')
        from public.workspace_members m
        where m.user_id = v_user_id)) end;
  end if;

  if p_token_hash is null then
    return jsonb_build_object('outcome', 'admitted', 'kind', 'service', 'id', 'service');
  end if;
  select * into v_token from nightshift.ingest_tokens t where t.token_hash = p_token_hash;
  if not nightshift.is_live_token(v_token, c_now) then
    return jsonb_build_object('outcome', 'unauthorized');
  elsif p_scope <> all (v_token.scopes) then
    return jsonb_build_object('outcome', 'forbidden');
  end if;
  v_wait := nightshift.take_request('token ' || v_token.id, v_token.requests_per_minute, c_now);
  if v_wait = 0 then
    v_wait := nightshift.take_request('workspace ' || v_token.workspace_id, c_workspace_requests_per_minute, c_now);
  end if;
  if v_wait > 0 then
    return jsonb_build_object('outcome', 'rate_limited', 'retry_after_seconds', v_wait);
  end if;
  -- A watch may count only what this token reports.
  perform set_config('nightshift.token_id', v_token.id::text, true);
  if v_token.last_used_at is null or v_token.last_used_at < c_now - interval '1 minute' then
    update nightshift.ingest_tokens t set last_used_at = c_now where t.id = v_token.id;
  end if;
  return jsonb_build_object('outcome', 'admitted', 'kind', 'token', 'id', v_token.id, 'name', v_token.name,
    'workspace_id', v_token.workspace_id, 'task_types', to_jsonb(v_token.task_types));
end
$$;
comment on function public.admit_caller(text, text, uuid[]) is
'Who asks for what the scope (tasks, email, ping) allows, and whether now: {outcome, kind, id}, for a token with '
'{workspace_id, task_types, name}. Outcomes: admitted, unauthorized (no user, or a token that is unknown, revoked, '
'expired or whose maker may not manage the workspace any more), forbidden (the token lacks the scope), rate_limited '
'(with retry_after_seconds). Limits a minute: the token''s own, 600 a user, 6000 a workspace; none for the service '
'role itself, which is the project. For the rest of the transaction, what users and tokens write counts against the '
'quotas of the workspace.';
revoke all on function public.admit_caller(text, text, uuid[]) from public, anon, authenticated, service_role;
grant execute on function public.admit_caller(text, text, uuid[]) to authenticated, service_role;

-- 20261122001715_idempotency.sql

-- Idempotency: who may log which tasks, and the first answer to a request with an Idempotency-Key.
--
-- What is kept is what the database added to the request (outcomes, ids, times). Whoever asks again sends
-- the request again, so its content is not stored twice. Keys and requests are kept as SHA-256. Ids that
-- follow from a key are made with a secret of this database, so nobody can use them up in advance.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.database_secrets (
  name text primary key,
  secret text not null
);
alter table nightshift.database_secrets enable row level security;
revoke all on nightshift.database_secrets from public;
comment on table nightshift.database_secrets is 'Random secrets of this database. They never leave it.';
comment on column nightshift.database_secrets.name is 'what it is for';
comment on column nightshift.database_secrets.secret is '244 random bits, hexadecimal';
insert into nightshift.database_secrets (name, secret)
values ('task_ids', encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex'))
on conflict do nothing;

create or replace function nightshift.secret_uuid(p_text text) returns uuid
language sql stable set search_path = ''
as $$
  select (substr(h.hash, 1, 12) || '8' || substr(h.hash, 13, 3) || '8' || substr(h.hash, 16, 15))::uuid
  from nightshift.database_secrets s
  cross join lateral (select encode(nightshift.hmac_sha256(p_text, s.secret), 'hex')) as h (hash)
  where s.name = 'task_ids'
$$;
comment on function nightshift.secret_uuid(text) is
'The id that follows from a text, by an HMAC with a secret of this database: always the same, and nobody outside can '
'compute it.';
revoke all on function nightshift.secret_uuid(text) from public;

create table if not exists nightshift.idempotent_answers (
  key_hash text primary key,
  request_hash text not null,
  request_id text,
  results jsonb not null,
  expires_at timestamptz not null
);
create index if not exists idempotent_answers_expired_idx on nightshift.idempotent_answers (expires_at);

comment on table nightshift.idempotent_answers is
'The first answers to requests with an Idempotency-Key. They are pruned when they have expired.';
comment on column nightshift.idempotent_answers.key_hash is 'SHA-256 of the caller and its key, hexadecimal';
comment on column nightshift.idempotent_answers.request_hash is
'SHA-256 of the request; a different request with this key is rejected';
comment on column nightshift.idempotent_answers.request_id is 'the id of the first request in the log';
comment on column nightshift.idempotent_answers.results is
'as log_tasks returned them; of each task only what differs from the request';
comment on column nightshift.idempotent_answers.expires_at is 'until when this answer is repeated';
alter table nightshift.idempotent_answers enable row level security;
revoke all on nightshift.idempotent_answers from public;

create or replace function nightshift.read_task(p_item jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_item jsonb := case when jsonb_typeof(p_item) = 'string' then null else p_item end;
  v_task public.autonomous_tasks;
begin
  -- JSON as text: what cannot be read spoils this task alone, and numbers of any length stay exact.
  if v_item is null then
    v_item := (p_item #>> '{}')::jsonb;
  end if;
  if jsonb_typeof(v_item) <> 'object' then
    return null;
  end if;
  v_task := jsonb_populate_record(null::public.autonomous_tasks, v_item);
  return v_item || jsonb_strip_nulls(to_jsonb(v_task) - array['input_data', 'output_data']);
exception
  when data_exception or program_limit_exceeded then
    return null;
end
$$;
comment on function nightshift.read_task(jsonb) is
'One task of a request, given as an object with columns of autonomous_tasks or as JSON text, as a document whose '
'values fit these columns; null when it cannot be read.';
revoke all on function nightshift.read_task(jsonb) from public;

create or replace function nightshift.prepare_task(p_task jsonb, p_caller jsonb, p_key_id uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_own uuid := (p_caller ->> 'workspace_id')::uuid;
  v_task public.autonomous_tasks;
  v_is_token boolean := p_caller ->> 'kind' = 'token';
begin
  if p_task is null then
    return jsonb_build_object('outcome', 'task_unreadable');
  end if;
  v_task := jsonb_populate_record(null::public.autonomous_tasks, p_task);
  v_task.workspace_id := coalesce(v_task.workspace_id, v_own);
  if v_task.workspace_id is null then
    return jsonb_build_object('outcome', 'workspace_missing');
  elsif v_is_token and v_task.workspace_id is distinct from v_own then
    return jsonb_build_object('outcome', 'workspace_not_found');
  elsif jsonb_typeof(p_caller -> 'task_types') = 'array'
    and (p_caller -> 'task_types' ? v_task.task_type) is not true then
    return jsonb_build_object('outcome', 'task_type_forbidden');
  elsif v_is_token and v_task.triggered_by = 'system' then
    -- As row level security has it for users.
    return jsonb_build_object('outcome', 'forbidden');
  end if;
  v_task.status := coalesce(v_task.status, 'pending');
  v_task.triggered_by := coalesce(v_task.triggered_by, 'api');
  v_task.executed_at := coalesce(v_task.executed_at, v_task.completed_at, clock_timestamp());
  v_task.created_at := now();
  v_task.updated_at := now();
  return jsonb_build_object('outcome', 'ready', 'given', p_task, 'is_keyed', v_task.id is null and p_key_id is not null,
    'task', to_jsonb(v_task) || jsonb_build_object('id', coalesce(v_task.id, p_key_id,
      nightshift.time_ordered_uuid())));
end
$$;
comment on function nightshift.prepare_task(jsonb, jsonb, uuid) is
'Completes a task that was read, with the workspace of an ingest token and with defaults: {outcome: ready, task, '
'given, is_keyed}; or an outcome that says why the caller cannot log it.';
revoke all on function nightshift.prepare_task(jsonb, jsonb, uuid) from public;

create or replace function nightshift.find_answer(p_key_hash text, p_request_hash text, p_tasks jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_known nightshift.idempotent_answers;
begin
  -- The same request at the same time waits here for the answer of the first.
  perform pg_advisory_xact_lock(hashtextextended(p_key_hash, 0));
  select * into v_known
  from nightshift.idempotent_answers a
  where a.key_hash = p_key_hash and a.expires_at > clock_timestamp();
  if not found then
    return null;
  elsif v_known.request_hash <> p_request_hash then
    return jsonb_build_object('outcome', 'idempotency_key_reused');
  end if;
  return jsonb_build_object('outcome', 'ok', 'replayed', true, 'request_id', v_known.request_id, 'results', (
    select jsonb_agg(case when r.result ? 'task'
      then r.result || jsonb_build_object('task', nightshift.read_task(p_tasks -> (r.position - 1)::integer) ||
        (r.result -> 'task'))
      else r.result end order by r.position)
    from jsonb_array_elements(v_known.results) with ordinality as r (result, position)));
end
$$;
comment on function nightshift.find_answer(text, text, jsonb) is
'The first answer to a request with this key, or that the key belongs to another request; null when the key is new.';
revoke all on function nightshift.find_answer(text, text, jsonb) from public;

create or replace function public.admit_request(
  p_tasks jsonb,
  p_idempotency_key text,
  p_token_hash text,
  p_request_hash text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_read jsonb[] := array(
    select nightshift.read_task(i.item) from jsonb_array_elements(p_tasks) with ordinality as i (item, position)
      order by i.position);
  v_caller jsonb;
  v_key_hash text;
  v_answer jsonb;
begin
  v_caller := public.admit_caller('tasks', p_token_hash, array(
    select distinct (r.task ->> 'workspace_id')::uuid from unnest(v_read) as r (task)
      where r.task ->> 'workspace_id' is not null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  if p_idempotency_key is not null then
    v_key_hash := encode(sha256(convert_to(
      format('%s %s %s', v_caller ->> 'kind', v_caller ->> 'id', p_idempotency_key), 'UTF8')), 'hex');
    v_answer := nightshift.find_answer(v_key_hash, p_request_hash, p_tasks);
    if v_answer is not null then
      return v_answer;
    end if;
    -- Lets remember_answer, in this transaction alone, write under this key.
    perform set_config('nightshift.open_request', v_key_hash, true);
  end if;
  return jsonb_build_object('outcome', 'admitted', 'items', (
    select coalesce(jsonb_agg(nightshift.prepare_task(r.task, v_caller,
      case when v_key_hash is not null then nightshift.secret_uuid(r.position || ' ' || v_key_hash) end)
        order by r.position), '[]')
    from unnest(v_read) with ordinality as r (task, position)));
end
$$;
comment on function public.admit_request(jsonb, text, text, text) is
'Who asks to log these tasks, and what becomes of each: {outcome: admitted, items} with items of {outcome: ready, '
'task, given, is_keyed} or with the outcome that refuses the item. With an Idempotency-Key that is known, the first '
'answer instead: ok, replayed, request_id and results; or idempotency_key_reused. Keys of one caller mean nothing to '
'the others. Other outcomes are those of admit_caller.';
revoke all on function public.admit_request(jsonb, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.admit_request(jsonb, text, text, text) to authenticated, service_role;

create or replace function public.remember_answer(p_tasks jsonb, p_results jsonb, p_request_hash text,
p_request_id text)
returns void
language plpgsql security definer set search_path = ''
as $$
declare
  c_kept_for constant interval := interval '24 hours';
  v_key_hash text := nullif(current_setting('nightshift.open_request', true), '');
begin
  -- A call of its own over the API finds no open request, so nobody can change an answer.
  if v_key_hash is null then
    return;
  end if;
  perform set_config('nightshift.open_request', '', true);
  insert into nightshift.idempotent_answers as a (key_hash, request_hash, request_id, results, expires_at)
  select v_key_hash, p_request_hash, p_request_id, jsonb_agg(case when r.result ? 'task'
    then r.result || jsonb_build_object('task', (
      select jsonb_object_agg(f.name, f.value)
      from jsonb_each(r.result -> 'task') as f (name, value)
      cross join lateral (select nightshift.read_task(p_tasks -> (r.position - 1)::integer)) as given (task)
      where f.value is distinct from given.task -> f.name))
    else r.result end order by r.position), clock_timestamp() + c_kept_for
  from jsonb_array_elements(p_results) with ordinality as r (result, position)
  on conflict (key_hash) do update
  set request_hash = excluded.request_hash, request_id = excluded.request_id, results = excluded.results,
    expires_at = excluded.expires_at;
end
$$;
comment on function public.remember_answer(jsonb, jsonb, text, text) is
'Keeps the results of the tasks that admit_request has let in within this transaction, for 24 hours; without such a '
'request it does nothing.';
revoke all on function public.remember_answer(jsonb, jsonb, text, text) from public, anon, authenticated, service_role;
grant execute on function public.remember_answer(jsonb, jsonb, text, text) to authenticated, service_role;

-- 20261122001718_task_tokens.sql

-- Task tokens: with what the receiver of a URL target reports on its task, and on nothing else.
--
-- The token travels in the signed request and follows from cron_secret and the id of the task. So nothing
-- is stored, and the receiver needs neither CRON_SECRET nor a secret key.
-- Locks: none. Time: milliseconds.

create or replace function public.admit_task_token(p_task_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_requests_per_minute constant integer := 600;
  v_token text := nightshift.task_token(p_task_id, nightshift.read_secret('cron_secret'));
  v_wait integer;
begin
  perform nightshift.require_service();
  if p_token_hash is distinct from encode(sha256(convert_to(v_token, 'UTF8')), 'hex') or not exists (
    select
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    where d.task_id = p_task_id and s.target ~ '^https?://')
  then
    return jsonb_build_object('outcome', 'unauthorized');
  end if;
  v_wait := nightshift.take_request('task ' || p_task_id, c_requests_per_minute, clock_timestamp());
  return case when v_wait > 0 then jsonb_build_object('outcome', 'rate_limited', 'retry_after_seconds', v_wait)
    else jsonb_build_object('outcome', 'admitted', 'kind', 'task', 'id', p_task_id) end;
end
$$;
comment on function public.admit_task_token(uuid, text) is
'Part of change_task: admits the token that the dispatch of this task has sent to its URL, by its SHA-256. '
'Outcomes: admitted, unauthorized, rate_limited.';
revoke all on function public.admit_task_token(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.admit_task_token(uuid, text) to service_role;

-- 20261122001720_task_log.sql

-- Task log: what writes to it over HTTP. One call for each request, whoever asks.
--
-- log_tasks, store_task, advance_task and change_task run with the rights of the caller: row level security
-- decides for a user; for the service role with an ingest token they reach only the workspace and the task
-- types of the token. The functions return {outcome, …} instead of raising, so that the API names every failure.
-- Locks: none. Time: milliseconds.

create or replace function public.is_kept_from_token(p_task_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce(current_setting('nightshift.caller_kind', true), '') = 'token'
    and nightshift.is_runner_row(p_task_id)
$$;
comment on function public.is_kept_from_token(uuid) is
'Whether the caller is an ingest token, as admit_caller has found within this transaction, and the task belongs to the '
'runner. Row level security keeps such tasks from users, and this keeps them from tokens.';
revoke all on function public.is_kept_from_token(uuid) from public, anon, authenticated, service_role;
grant execute on function public.is_kept_from_token(uuid) to authenticated, service_role;

create or replace function public.advance_task(p_stored public.autonomous_tasks, p_given jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_steps constant text[] := array['pending', 'running'];
  -- A null leaves the stored value.
  v_given public.autonomous_tasks := jsonb_populate_record(p_stored, (
    select jsonb_object_agg(g.key, g.value) from jsonb_each(p_given) g where g.value <> 'null'));
  v_task public.autonomous_tasks;
begin
  if coalesce(array_position(c_steps, v_given.status), 3) < coalesce(array_position(c_steps, p_stored.status), 3)
    or (v_given.status, v_given.output_data, v_given.error_message, v_given.cost_estimate_usd)
    is not distinct from (p_stored.status, p_stored.output_data, p_stored.error_message, p_stored.cost_estimate_usd)
  then
    -- It repeats this step, or an earlier one.
    return jsonb_build_object('outcome', 'existing', 'task', to_jsonb(p_stored));
  end if;
  update public.autonomous_tasks t
  set status = v_given.status, output_data = v_given.output_data, error_message = v_given.error_message,
    cost_estimate_usd = v_given.cost_estimate_usd, completed_at = v_given.completed_at
  where t.id = p_stored.id and t.workspace_id = p_stored.workspace_id
    and not public.is_kept_from_token(t.id)
  returning t.* into v_task;
  return case when found then jsonb_build_object('outcome', 'existing', 'task', to_jsonb(v_task))
    else jsonb_build_object('outcome', 'forbidden') end;
exception
  when sqlstate 'PT409' then
    -- Its watch had given it up: the end is kept there.
    if public.note_late_end(p_stored.id, v_given.status, v_given.error_message) then
      return jsonb_build_object('outcome', 'existing', 'task', to_jsonb(p_stored));
    end if;
    return jsonb_build_object('outcome', split_part(sqlerrm, ':', 1), 'status', p_stored.status);
end
$$;
comment on function public.advance_task(public.autonomous_tasks, jsonb) is
'Part of log_tasks: a task that was logged before is logged again under the same id. It moves on to the later step, '
'or stays when the request repeats an earlier one: {outcome: existing, task}. Other outcomes: forbidden; '
'task_already_finished and task_transition_invalid, both with status.';
revoke all on function public.advance_task(public.autonomous_tasks, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.advance_task(public.autonomous_tasks, jsonb) to authenticated, service_role;

create or replace function public.store_task(p_task jsonb, p_given jsonb, p_is_keyed boolean) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_task public.autonomous_tasks := jsonb_populate_record(null::public.autonomous_tasks, p_task);
  v_stored public.autonomous_tasks;
  v_constraint text;
begin
  insert into public.autonomous_tasks as t select v_task.* on conflict (id) do nothing returning t.* into v_stored;
  if found then
    return jsonb_build_object('outcome', 'created', 'task', to_jsonb(v_stored));
  end if;
  select t.* into v_stored from public.autonomous_tasks t where t.id = v_task.id
    and t.workspace_id = v_task.workspace_id;
  if not found and p_is_keyed then
    -- The id belongs to somebody else by now. A key is never used up by others, so it gets another one.
    v_task.id := gen_random_uuid();
    insert into public.autonomous_tasks as t select v_task.* returning t.* into v_stored;
    return jsonb_build_object('outcome', 'created', 'task', to_jsonb(v_stored));
  elsif not found or v_stored.task_type <> v_task.task_type or v_stored.triggered_by <> v_task.triggered_by
    or (p_given ? 'agent_name' and v_stored.agent_name is distinct from v_task.agent_name)
    or (p_given ? 'input_data' and v_stored.input_data is distinct from v_task.input_data)
  then
    return jsonb_build_object('outcome', case when p_is_keyed then 'idempotency_key_reused' else 'task_id_taken' end);
  elsif p_is_keyed then
    return jsonb_build_object('outcome', 'existing', 'task', to_jsonb(v_stored));
  end if;
  return public.advance_task(v_stored, p_given);
exception
  when foreign_key_violation then
    return jsonb_build_object('outcome', 'workspace_not_found');
  when insufficient_privilege then
    return jsonb_build_object('outcome', case
      when exists (select from public.workspace_members m where m.workspace_id = v_task.workspace_id) then 'forbidden'
      else 'workspace_not_found' end);
  when sqlstate 'PT422' then
    return jsonb_build_object('outcome', 'task_time_invalid');
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name;
    return jsonb_strip_nulls(jsonb_build_object('outcome', 'task_invalid', 'constraint', nullif(v_constraint, '')));
end
$$;
comment on function public.store_task(jsonb, jsonb, boolean) is
'Part of log_tasks: stores one prepared task. {outcome, task, constraint}, outcomes as of log_tasks.';
revoke all on function public.store_task(jsonb, jsonb, boolean) from public, anon, authenticated, service_role;
grant execute on function public.store_task(jsonb, jsonb, boolean) to authenticated, service_role;

create or replace function public.log_tasks(
  p_tasks jsonb,
  p_idempotency_key text default null,
  p_token_hash text default null,
  p_request_hash text default null,
  p_request_id text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_max_tasks constant integer := 500;
  v_request_hash text := coalesce(p_request_hash, encode(sha256(convert_to(p_tasks::text, 'UTF8')), 'hex'));
  v_admitted jsonb;
  v_item jsonb;
  v_result jsonb;
  v_has_logged boolean := false;
  v_results jsonb[] := array[]::jsonb[];
begin
  if jsonb_array_length(p_tasks) > c_max_tasks then
    return jsonb_build_object('outcome', 'batch_too_large');
  end if;
  v_admitted := public.admit_request(p_tasks, p_idempotency_key, p_token_hash, v_request_hash);
  if v_admitted ->> 'outcome' <> 'admitted' then
    return v_admitted;
  end if;
  for v_item in
    select i.item from jsonb_array_elements(v_admitted -> 'items') with ordinality as i (item, position)
      order by i.position
  loop
    v_result := case when v_item ->> 'outcome' = 'ready'
      then public.store_task(v_item -> 'task', v_item -> 'given', (v_item -> 'is_keyed')::boolean)
      else v_item end;
    v_has_logged := v_has_logged or v_result ? 'task';
    v_results := array_append(v_results, v_result);
  end loop;
  -- A request that logged nothing does not use up its key.
  if p_idempotency_key is not null and v_has_logged then
    perform public.remember_answer(p_tasks, to_jsonb(v_results), v_request_hash, p_request_id);
  end if;
  return jsonb_build_object('outcome', 'ok', 'results', to_jsonb(v_results));
end
$$;
comment on function public.log_tasks(jsonb, text, text, text, text) is
'Logs up to 500 tasks, each for itself. A task is an object with columns of autonomous_tasks, or the same as JSON '
'text, which keeps a task that cannot be read from spoiling the others. Results: {outcome, task, constraint, '
'status}. Outcomes: created; existing (same id or key; an id that is logged again with a later status moves on); '
'task_already_finished and task_transition_invalid (with status); workspace_missing, workspace_not_found, forbidden, '
'task_type_forbidden, task_id_taken, idempotency_key_reused, task_time_invalid, task_invalid, task_unreadable, '
'daily_quota_exceeded. Of the whole: ok, batch_too_large, and those of admit_request. A request that logged '
'something gets the same answer when it is sent again within 24 hours with its p_idempotency_key (then replayed, '
'with the p_request_id of the first). p_request_hash identifies the request when p_tasks are only a part of it.';
revoke all on function public.log_tasks(jsonb, text, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.log_tasks(jsonb, text, text, text, text) to authenticated, service_role;

create or replace function public.change_task(
  p_task_id uuid,
  p_action text,
  p_change jsonb default '{}',
  p_token_hash text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
  v_types jsonb := nullif(v_caller -> 'task_types', 'null');
  v_change public.autonomous_tasks := jsonb_populate_record(null::public.autonomous_tasks, p_change);
  v_task public.autonomous_tasks;
  v_constraint text;
begin
  if v_caller ->> 'outcome' = 'unauthorized' and p_token_hash is not null then
    v_caller := public.admit_task_token(p_task_id, p_token_hash);
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null or v_types ? t.task_type)
    and not public.is_kept_from_token(t.id)
  for update;
  if not found then
    -- A viewer, and a member or a token before a row of the runner, may read the row but not change it.
    return jsonb_build_object('outcome', case when exists (
      select from public.autonomous_tasks t
      where t.id = p_task_id and (v_own is null or t.workspace_id = v_own) and (v_types is null
        or v_types ? t.task_type)
    ) then 'forbidden' else 'task_not_found' end);
  elsif p_action = 'start' and v_task.status = 'running' then
    return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
  elsif p_action in ('start', 'progress') and v_task.status not in ('pending', 'running') then
    return jsonb_build_object('outcome', 'task_already_finished', 'status', v_task.status);
  elsif p_action = 'progress' and v_task.status = 'pending' then
    return jsonb_build_object('outcome', 'task_transition_invalid', 'status', v_task.status);
  end if;
  begin
    update public.autonomous_tasks t
    set status = case p_action
          when 'start' then 'running' when 'complete' then coalesce(v_change.status, 'completed')
          when 'fail' then 'failed' when 'cancel' then 'cancelled' else t.status end,
      output_data = case
        when p_action = 'progress' and jsonb_typeof(t.output_data) = 'object'
          and jsonb_typeof(v_change.output_data) = 'object'
          then t.output_data || v_change.output_data
        else coalesce(v_change.output_data, t.output_data) end,
      error_message = coalesce(v_change.error_message, t.error_message),
      cost_estimate_usd = coalesce(v_change.cost_estimate_usd, t.cost_estimate_usd),
      executed_at = coalesce(v_change.executed_at, t.executed_at),
      completed_at = coalesce(v_change.completed_at, t.completed_at)
    where t.id = v_task.id
    returning t.* into v_task;
  exception
    when insufficient_privilege then
      return jsonb_build_object('outcome', 'forbidden');
    when sqlstate 'PT409' then
      if p_action in ('complete', 'fail') and public.note_late_end(v_task.id,
        case p_action when 'fail' then 'failed' else coalesce(v_change.status, 'completed') end, v_change.error_message)
      then
        return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
      end if;
      return jsonb_build_object('outcome', split_part(sqlerrm, ':', 1), 'status', v_task.status);
    when sqlstate 'PT422' then
      return jsonb_build_object('outcome', 'task_time_invalid');
    when sqlstate 'PT429' then
      return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
    when check_violation then
      get stacked diagnostics v_constraint = constraint_name;
      return jsonb_build_object('outcome', 'task_invalid', 'constraint', v_constraint);
  end;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
end
$$;
comment on function public.change_task(uuid, text, jsonb, text) is
'One step of a task: start, progress (adds to an object output_data), complete (or partial_failure), fail, cancel, '
'with columns of autonomous_tasks in p_change. The same step again returns the stored row. So does an end that comes '
'after the watch of the job has failed the task. Outcomes: ok with task; '
'task_not_found, forbidden, task_already_finished, task_transition_invalid (both with status), task_time_invalid, '
'task_invalid, daily_quota_exceeded, and those of admit_caller.';
revoke all on function public.change_task(uuid, text, jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.change_task(uuid, text, jsonb, text) to authenticated, service_role;

create table if not exists nightshift.task_retries (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  retry_of uuid not null,
  task_id uuid not null,
  retried_at timestamptz not null default now(),
  primary key (workspace_id, retry_of)
);
create index if not exists task_retries_age_idx on nightshift.task_retries (retried_at);
alter table nightshift.task_retries enable row level security;
revoke all on nightshift.task_retries from public;
comment on table nightshift.task_retries is
'Which task retries which: one retry for each task, found only within its workspace.';
comment on column nightshift.task_retries.workspace_id is 'workspace of both tasks';
comment on column nightshift.task_retries.retry_of is 'the task that failed';
comment on column nightshift.task_retries.task_id is 'the task that retries it';
comment on column nightshift.task_retries.retried_at is 'when; rows are pruned after 90 days';

create or replace function nightshift.store_retry(p_old public.autonomous_tasks, p_kind text)
returns public.autonomous_tasks
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
  v_task public.autonomous_tasks;
begin
  -- Whoever asks at the same time waits here for the first.
  insert into nightshift.task_retries as r (workspace_id, retry_of, task_id)
  values (p_old.workspace_id, p_old.id, nightshift.time_ordered_uuid())
  on conflict (workspace_id, retry_of) do update set task_id = r.task_id
  returning r.task_id into v_id;
  select t.* into v_task from public.autonomous_tasks t where t.id = v_id and t.workspace_id = p_old.workspace_id;
  if found then
    return v_task;
  end if;
  insert into public.autonomous_tasks as t (workspace_id, task_type, input_data, triggered_by, agent_name)
  values (p_old.workspace_id, p_old.task_type,
    -- The new task is no part of the run that the old one belonged to.
    case when jsonb_typeof(p_old.input_data) = 'object' then p_old.input_data - 'run_id'
      when p_old.input_data is null then '{}' else jsonb_build_object('input', p_old.input_data) end
    || jsonb_build_object('retry_of', p_old.id),
    -- Only the service may log as the system.
    coalesce(nullif(p_old.triggered_by, 'system'),
      case p_kind when 'user' then 'user' when 'token' then 'api' else 'system' end),
    p_old.agent_name)
  returning t.* into v_task;
  update nightshift.task_retries r set task_id = v_task.id where r.workspace_id = p_old.workspace_id
    and r.retry_of = p_old.id;
  return v_task;
end
$$;
comment on function nightshift.store_retry(public.autonomous_tasks, text) is
'The pending task that retries p_old: the one that exists, else a new one under an id that nobody can know in advance. '
'p_kind: who asks, as in admit_caller.';
revoke all on function nightshift.store_retry(public.autonomous_tasks, text) from public;

create or replace function nightshift.retry_task(p_task_id uuid, p_caller jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_kind text := p_caller ->> 'kind';
  v_types jsonb := nullif(p_caller -> 'task_types', 'null');
  v_old public.autonomous_tasks;
begin
  select t.* into v_old
  from public.autonomous_tasks t
  where t.id = p_task_id and (v_types is null or v_types ? t.task_type) and case v_kind
    when 'service' then true
    when 'token' then t.workspace_id = (p_caller ->> 'workspace_id')::uuid
    when 'user' then t.workspace_id in (select nightshift.my_workspaces())
    else false end;
  if not found then
    return jsonb_build_object('outcome', 'task_not_found');
  elsif v_kind = 'user' and v_old.workspace_id not in (select nightshift.my_writable_workspaces()) then
    return jsonb_build_object('outcome', 'forbidden');
  elsif v_old.status not in ('failed', 'partial_failure', 'cancelled') or v_old.workspace_id is null then
    return jsonb_build_object('outcome', 'task_not_retryable', 'status', v_old.status);
  elsif exists (select from nightshift.run_workspaces w where w.task_id = v_old.id) then
    -- A retry would be a task that nobody does: its emails wait in the queue.
    return jsonb_build_object('outcome', 'runner_task');
  elsif exists (select from nightshift.jobs j where j.task_id = v_old.id) then
    -- A task that nobody does would be of no use.
    return nightshift.repeat_job(v_old.id, p_caller);
  end if;
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(nightshift.store_retry(v_old, v_kind)));
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
  when check_violation then
    return jsonb_build_object('outcome', 'task_invalid', 'constraint', 'input_data_has_at_most_256_kb');
end
$$;
comment on function nightshift.retry_task(uuid, jsonb) is
'Part of retry_task and retry_tasks: retries one task for a caller that admit_caller has admitted.';
revoke all on function nightshift.retry_task(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function public.retry_task(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
begin
  return case when v_caller ->> 'outcome' = 'admitted' then nightshift.retry_task(p_task_id, v_caller)
    else v_caller end;
end
$$;
comment on function public.retry_task(uuid, text) is
'A pending task like one that failed, failed in part or was cancelled, linked by input_data.retry_of. Asked again, '
'it returns the same one. Outcomes: ok with task; task_not_found, task_not_retryable, runner_task (of the email '
'runner, whose emails requeue_failed_emails reads again), forbidden, task_invalid, daily_quota_exceeded, and those of '
'admit_caller.';
revoke all on function public.retry_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.retry_task(uuid, text) to authenticated, service_role;

-- 20261122001725_pings.sql

-- Pings: signs of life of jobs that hold a ping token, with what they tell.
--
-- Which task a ping ends is written down when it starts, so no row that a member logs under the same name is taken
-- for it. One token serves several jobs that tell their names.
-- Locks: rows only. Time: milliseconds.

create table if not exists nightshift.ping_runs (
  token_id uuid not null references nightshift.ingest_tokens (id) on delete cascade,
  agent_name text not null,
  task_id uuid not null,
  started_at timestamptz not null default now(),
  primary key (token_id, agent_name)
);
create index if not exists ping_runs_age_idx on nightshift.ping_runs (started_at);
alter table nightshift.ping_runs enable row level security;
revoke all on nightshift.ping_runs from public;
comment on table nightshift.ping_runs is
'Runs whose start was pinged and whose end was not: one for each token and job. Pruned after 90 days.';
comment on column nightshift.ping_runs.token_id is 'the token';
comment on column nightshift.ping_runs.agent_name is 'the job';
comment on column nightshift.ping_runs.task_id is 'the task that the start has logged';
comment on column nightshift.ping_runs.started_at is 'when';

create or replace function nightshift.take_ping_run(p_token_id uuid, p_agent_name text, p_workspace_id uuid)
returns public.autonomous_tasks
language plpgsql set search_path = ''
as $$
declare
  v_task_id uuid;
  v_task public.autonomous_tasks;
begin
  delete from nightshift.ping_runs r where r.token_id = p_token_id and r.agent_name = p_agent_name
  returning r.task_id into v_task_id;
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = v_task_id and t.workspace_id = p_workspace_id
  for update;
  return v_task;
end
$$;
comment on function nightshift.take_ping_run(uuid, text, uuid) is
'Part of ping_task: the task that the latest start of a job has logged and no ping has ended, locked. It is given '
'once.';
revoke all on function nightshift.take_ping_run(uuid, text, uuid) from public;

create or replace function nightshift.start_ping_run(p_token nightshift.ping_runs, p_workspace_id uuid)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_before public.autonomous_tasks :=
    nightshift.take_ping_run(p_token.token_id, p_token.agent_name, p_workspace_id);
begin
  if v_before.status = 'running' then
    perform nightshift.close_silent_task(v_before.id, p_workspace_id, format(
      'The job started again at %s, and the end of this run was never reported.',
      nightshift.utc_minute(p_token.started_at)), p_token.started_at);
  end if;
  insert into nightshift.ping_runs select p_token.*;
end
$$;
comment on function nightshift.start_ping_run(nightshift.ping_runs, uuid) is
'Part of ping_task: remembers a start. An earlier run of the job whose end was never reported is failed.';
revoke all on function nightshift.start_ping_run(nightshift.ping_runs, uuid) from public;

create or replace function nightshift.keep_ping_lines(p_task public.autonomous_tasks, p_lines jsonb) returns void
language plpgsql set search_path = ''
as $$
begin
  if jsonb_typeof(p_lines) is distinct from 'array' then
    return;
  end if;
  perform nightshift.count_intake(p_task.workspace_id, 'task', 0, octet_length(p_lines::text));
  perform nightshift.store_lines((
    select jsonb_agg(jsonb_build_object('task_id', p_task.id, 'workspace_id', p_task.workspace_id, 'message', l.value)
      order by l.position)
    from jsonb_array_elements_text(p_lines) with ordinality as l (value, position)));
end
$$;
comment on function nightshift.keep_ping_lines(public.autonomous_tasks, jsonb) is
'Part of ping_task: keeps the text of a ping as the log lines of its task. They count against the bytes that the '
'workspace may store in a day. Error: PT429 daily_quota_exceeded.';
revoke all on function nightshift.keep_ping_lines(public.autonomous_tasks, jsonb) from public;

create or replace function public.ping_task(p_event text, p_token_hash text, p_report jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb;
  v_workspace_id uuid;
  v_agent text;
  v_status text := case p_event when 'start' then 'running' when 'success' then 'completed' when 'fail'
    then 'failed' end;
  v_error text := coalesce(p_report ->> 'error_message', case p_event when 'fail' then
    'The job reported that it failed.' end);
  v_output jsonb := p_report -> 'output_data';
  v_cost numeric := (p_report ->> 'cost_estimate_usd')::numeric;
  v_constraint text;
  v_task public.autonomous_tasks;
begin
  perform nightshift.require_service();
  v_caller := public.admit_caller('ping', p_token_hash);
  if v_caller ->> 'outcome' <> 'admitted' or v_caller ->> 'kind' <> 'token' then
    return jsonb_build_object('outcome', 'unauthorized') || (v_caller - array['kind', 'id']);
  end if;
  v_workspace_id := (v_caller ->> 'workspace_id')::uuid;
  v_agent := coalesce(nullif(btrim(left(p_report ->> 'agent_name', 200)), ''), v_caller ->> 'name');
  if p_event <> 'start' then
    v_task := nightshift.take_ping_run((v_caller ->> 'id')::uuid, v_agent, v_workspace_id);
  end if;
  if v_task.status = 'running' then
    update public.autonomous_tasks t
    set status = v_status, error_message = v_error, cost_estimate_usd = coalesce(v_cost, t.cost_estimate_usd),
      -- What the start told is kept beside what the end tells, as long as a row holds both.
      output_data = case when jsonb_typeof(t.output_data) = 'object' and jsonb_typeof(v_output) = 'object'
          and pg_column_size(t.output_data || v_output) <= 262144
          and nightshift.is_bounded_document(t.output_data || v_output)
        then t.output_data || v_output else coalesce(v_output, t.output_data) end
    where t.id = v_task.id
    returning t.* into v_task;
  elsif v_task.id is null or not public.note_late_end(v_task.id, v_status, v_error) then
    insert into public.autonomous_tasks as t
      (workspace_id, task_type, status, error_message, triggered_by, agent_name, output_data, cost_estimate_usd)
    values (v_workspace_id, v_caller #>> '{task_types,0}', v_status, v_error, 'cron', v_agent, v_output, v_cost)
    returning t.* into v_task;
    if p_event = 'start' then
      perform nightshift.start_ping_run(
        row((v_caller ->> 'id')::uuid, v_agent, v_task.id, clock_timestamp())::nightshift.ping_runs, v_workspace_id);
    end if;
  end if;
  perform nightshift.keep_ping_lines(v_task, p_report -> 'lines');
  return jsonb_build_object('outcome', 'ok', 'task', to_jsonb(v_task));
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
  when check_violation then
    get stacked diagnostics v_constraint = constraint_name;
    return jsonb_build_object('outcome', 'task_invalid', 'constraint', v_constraint);
end
$$;
comment on function public.ping_task(text, text, jsonb) is
'A sign of life (start, success, fail) of a job that holds a ping token, with agent_name, output_data, error_message '
'and cost_estimate_usd in p_report. agent_name says which job, without one it is the name of the token. start logs a '
'running task, and fails an earlier one of that job that never ended. success and fail end the running one, or log a '
'finished one. An end that comes after the watch of the job has failed the task is kept beside the watch. Outcomes: ok '
'with task, daily_quota_exceeded, task_invalid, and those of admit_caller. Texts in lines become log lines.';
revoke all on function public.ping_task(text, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.ping_task(text, text, jsonb) to service_role;

-- 20261122001726_job_watches.sql

-- Job watches: jobs of other systems that are expected to report, and what is known about each.
--
-- Owners and admins say what they expect in public.job_watches. What happened is in nightshift.watch_states, which
-- only reconcile writes: whatever a member logs reaches it as a line in nightshift.watch_reports, so nobody waits for
-- a lock of a tenant.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists public.job_watches (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  agent_name text,
  token_id uuid references nightshift.ingest_tokens (id) on delete cascade,
  task_type text,
  expected_every interval,
  cron_expression text,
  time_zone text not null default 'UTC',
  grace interval not null default interval '5 minutes',
  max_runtime interval,
  after_in_a_row integer not null default 1,
  cool_down interval not null default interval '0',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  constraint one_watch_for_each_job unique nulls not distinct (workspace_id, agent_name, token_id, task_type),
  constraint a_watch_names_a_job_or_a_token check (agent_name is not null or token_id is not null),
  constraint a_watch_expects_something check (
    num_nonnulls(expected_every, cron_expression, max_runtime) > 0
    and num_nonnulls(expected_every, cron_expression) < 2),
  constraint agent_name_has_1_to_200_characters check (
    length(agent_name) >= 1 and length(agent_name) <= 200 and agent_name !~ '^\s*$'),
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint cron_expression_has_at_most_200_characters check (length(cron_expression) <= 200),
  constraint time_zone_has_at_most_100_characters check (length(time_zone) <= 100),
  constraint expected_every_minute_to_every_366_days check (
    expected_every >= interval '1 minute' and expected_every <= interval '366 days'),
  constraint grace_is_up_to_31_days check (grace >= interval '0' and grace <= interval '31 days'),
  constraint max_runtime_from_1_minute_to_31_days check (
    max_runtime >= interval '1 minute' and max_runtime <= interval '31 days'),
  constraint after_in_a_row_from_1_to_100 check (after_in_a_row between 1 and 100),
  constraint cool_down_is_up_to_7_days check (cool_down >= interval '0' and cool_down <= interval '7 days')
);
create index if not exists job_watches_token_idx on public.job_watches (token_id) where token_id is not null;
comment on table public.job_watches is
'Jobs that are expected to report, by pings or through the task API. A job that does not come, or does not end, raises '
'one alert, and one more when it works again.';
comment on column public.job_watches.id is 'primary key';
comment on column public.job_watches.workspace_id is 'the workspace whose job it is';
comment on column public.job_watches.agent_name is
'what people call the job: agent_name of its tasks, and of pings without one the name of the token; null: every job of '
'the token';
comment on column public.job_watches.token_id is
'only what this ingest token reports counts; null: whoever may log in the workspace';
comment on column public.job_watches.task_type is 'only tasks of this type count; null: every type';
comment on column public.job_watches.expected_every is
'the longest time from one report to the next, 1 minute to 366 days; a month counts as 30 days';
comment on column public.job_watches.cron_expression is 'instead: when it is expected, five fields';
comment on column public.job_watches.time_zone is 'whose clocks cron_expression means, such as Europe/Berlin';
comment on column public.job_watches.grace is 'how much later than expected is still in time, up to 31 days';
comment on column public.job_watches.max_runtime is
'how long a run may take, 1 minute to 31 days; then its task is failed; null: not looked at';
comment on column public.job_watches.after_in_a_row is 'tell after this many misses or failures in a row, 1 to 100';
comment on column public.job_watches.cool_down is
'what goes wrong within this time after the previous alert about the job went out is not told, up to 7 days';
comment on column public.job_watches.enabled is 'false: nothing is expected';
comment on column public.job_watches.created_at is 'since when';

create table if not exists nightshift.watch_states (
  watch_id uuid primary key references public.job_watches (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  expected_at timestamptz,
  look_at timestamptz,
  open_task_id uuid,
  open_since timestamptz,
  last_started_at timestamptz,
  last_ended_at timestamptz,
  last_status text,
  missed_in_a_row integer not null default 0,
  failed_in_a_row integer not null default 0,
  problem text,
  problem_since timestamptz,
  incident integer not null default 0,
  told_missed boolean not null default false,
  told_failed boolean not null default false,
  told_at timestamptz,
  close_task_id uuid,
  close_message text,
  late_task_id uuid,
  late_ended_at timestamptz,
  late_status text,
  late_message text,
  constraint problem_is_known check (problem in ('missed', 'failed'))
)
with (fillfactor = 80);
create index if not exists watch_states_look_idx on nightshift.watch_states (look_at) where look_at is not null;
create index if not exists watch_states_workspace_idx on nightshift.watch_states (workspace_id);
alter table nightshift.watch_states enable row level security;
revoke all on nightshift.watch_states from public;
comment on table nightshift.watch_states is 'What is known about each watched job. Only reconcile writes it.';
comment on column nightshift.watch_states.watch_id is 'the watch';
comment on column nightshift.watch_states.workspace_id is 'its workspace';
comment on column nightshift.watch_states.expected_at is 'when the next report is expected, without grace';
comment on column nightshift.watch_states.look_at is 'when reconcile looks next; null: nothing is expected';
comment on column nightshift.watch_states.open_task_id is 'the task whose end is awaited';
comment on column nightshift.watch_states.open_since is 'when its start was reported';
comment on column nightshift.watch_states.last_started_at is 'when a start was last reported';
comment on column nightshift.watch_states.last_ended_at is 'when an end was last reported';
comment on column nightshift.watch_states.last_status is 'running, the status of the latest end, or missed';
comment on column nightshift.watch_states.missed_in_a_row is 'how often in a row it did not come';
comment on column nightshift.watch_states.failed_in_a_row is 'how often in a row it failed or did not end';
comment on column nightshift.watch_states.problem is 'what is wrong now: missed or failed; null: nothing';
comment on column nightshift.watch_states.problem_since is 'since when';
comment on column nightshift.watch_states.incident is 'counts problems; one is over when a run completes';
comment on column nightshift.watch_states.told_missed is 'whether this problem was alerted as missed';
comment on column nightshift.watch_states.told_failed is 'whether this problem was alerted as failed';
comment on column nightshift.watch_states.told_at is 'when it was last alerted';
comment on column nightshift.watch_states.close_task_id is 'a task that is still to be failed: somebody held its row';
comment on column nightshift.watch_states.close_message is 'with which sentence';
comment on column nightshift.watch_states.late_task_id is 'the latest task that was failed here and ended afterwards';
comment on column nightshift.watch_states.late_ended_at is 'when that end was reported';
comment on column nightshift.watch_states.late_status is 'completed, failed or partial_failure';
comment on column nightshift.watch_states.late_message is 'the error that came with it, up to 300 characters';

create or replace function nightshift.check_watch() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if length(new.cron_expression) > 200 or length(new.time_zone) > 100
    or (auth.uid() is not null and new.workspace_id not in (select nightshift.my_managed_workspaces()))
  then
    return new; -- The constraints and policies reject it, and nobody learns about a foreign workspace.
  end if;
  -- A month is no length of time, and a day has 24 hours here: from now on each of them is a number of seconds.
  new.expected_every := make_interval(secs => extract(epoch from new.expected_every)::double precision);
  new.grace := make_interval(secs => extract(epoch from new.grace)::double precision);
  new.max_runtime := make_interval(secs => extract(epoch from new.max_runtime)::double precision);
  new.cool_down := make_interval(secs => extract(epoch from new.cool_down)::double precision);
  new.time_zone := nightshift.check_time_zone(new.time_zone);
  if new.cron_expression is not null then
    new.cron_expression := nightshift.trim_expression(new.cron_expression);
    perform nightshift.cron_matches(new.cron_expression, now(), new.time_zone);
  end if;
  if new.token_id is not null and not exists (
    select from nightshift.ingest_tokens t where t.id = new.token_id and t.workspace_id = new.workspace_id)
  then
    raise exception 'watch_token_unknown: the workspace has no ingest token %.', new.token_id using errcode = 'PT400';
  end if;
  if tg_op = 'INSERT' then
    -- Two requests at the same time are counted one after the other.
    perform from public.workspaces w where w.id = new.workspace_id for no key update;
    perform nightshift.require_room('job_watches', new.workspace_id, count(*), 'watched jobs')
    from public.job_watches w
    where w.workspace_id = new.workspace_id;
  end if;
  return new;
exception
  when datetime_field_overflow or interval_field_overflow or numeric_value_out_of_range then
    raise exception 'watch_interval_invalid: expected_every, grace, max_runtime and cool_down are lengths of time such '
      'as 15 minutes.' using errcode = 'PT400';
end
$$;
comment on function nightshift.check_watch() is
'Checks a watch before it is written, and writes its lengths of time in seconds. Errors: PT403 quota_exceeded; PT400 '
'watch_token_unknown, watch_interval_invalid; PT422 cron_expression_invalid, time_zone_unknown.';
revoke all on function nightshift.check_watch() from public;

create or replace trigger check_watch
before insert or update on public.job_watches
for each row execute function nightshift.check_watch();

create or replace function nightshift.first_expected(p_watch public.job_watches, p_after timestamptz)
returns timestamptz
language sql stable set search_path = ''
as $$
  select case
    when not p_watch.enabled then null
    when p_watch.expected_every is not null then p_after + p_watch.expected_every
    when p_watch.cron_expression is not null
      then nightshift.next_slot(p_watch.cron_expression, p_after, p_watch.time_zone)
  end
$$;
comment on function nightshift.first_expected(public.job_watches, timestamptz) is
'When a watched job is expected next after a time. Null: not within 31 days, or not at all.';
revoke all on function nightshift.first_expected(public.job_watches, timestamptz) from public;

create or replace function nightshift.keep_watch_state() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  c_now constant timestamptz := clock_timestamp();
  v_expected_at timestamptz := nightshift.first_expected(new, c_now);
begin
  if tg_op = 'UPDATE'
    and (old.expected_every, old.cron_expression, old.time_zone, old.enabled)
    is not distinct from (new.expected_every, new.cron_expression, new.time_zone, new.enabled)
  then
    select coalesce(s.expected_at, v_expected_at) into v_expected_at
    from nightshift.watch_states s
    where s.watch_id = new.id;
  end if;
  -- A cron expression may have no time within 31 days: then it is looked at again tomorrow.
  insert into nightshift.watch_states as s (watch_id, workspace_id, expected_at, look_at)
  values (new.id, new.workspace_id, v_expected_at, coalesce(v_expected_at + new.grace,
    case when new.enabled and new.cron_expression is not null then c_now + interval '1 day' end))
  on conflict (watch_id) do update
  set expected_at = excluded.expected_at,
    look_at = case when new.enabled then least(excluded.look_at, s.open_since + new.max_runtime,
      case when s.close_task_id is not null then c_now end) end,
    open_task_id = case when new.enabled then s.open_task_id end,
    open_since = case when new.enabled then s.open_since end,
    -- A pause ends a problem without an alert.
    problem = case when new.enabled then s.problem end,
    problem_since = case when new.enabled then s.problem_since end,
    missed_in_a_row = case when new.enabled then s.missed_in_a_row else 0 end,
    failed_in_a_row = case when new.enabled then s.failed_in_a_row else 0 end;
  return null;
end
$$;
comment on function nightshift.keep_watch_state() is
'Begins what is known about a watch, and expects anew when the watch has changed.';
revoke all on function nightshift.keep_watch_state() from public;

create or replace trigger keep_watch_state
after insert or update on public.job_watches
for each row execute function nightshift.keep_watch_state();

alter table public.job_watches enable row level security;
revoke all on public.job_watches from anon, authenticated, service_role;
grant select, delete on public.job_watches to authenticated;
grant insert (workspace_id, agent_name, token_id, task_type, expected_every, cron_expression, time_zone, grace,
  max_runtime, after_in_a_row, cool_down, enabled) on public.job_watches to authenticated;
grant update (agent_name, token_id, task_type, expected_every, cron_expression, time_zone, grace, max_runtime,
  after_in_a_row, cool_down, enabled) on public.job_watches to authenticated;
grant select, insert, update, delete on public.job_watches to service_role;

drop policy if exists "members see the watches of their workspaces" on public.job_watches;
create policy "members see the watches of their workspaces" on public.job_watches
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "managers add watches" on public.job_watches;
create policy "managers add watches" on public.job_watches
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers change watches" on public.job_watches;
create policy "managers change watches" on public.job_watches
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers delete watches" on public.job_watches;
create policy "managers delete watches" on public.job_watches
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages watches" on public.job_watches;
create policy "service role manages watches" on public.job_watches
  to service_role using (true) with check (true);

grant select on nightshift.watch_states to authenticated, service_role;
drop policy if exists "members see the states of their watches" on nightshift.watch_states;
create policy "members see the states of their watches" on nightshift.watch_states
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role sees the states of watches" on nightshift.watch_states;
create policy "service role sees the states of watches" on nightshift.watch_states
  for select to service_role using (true);

create or replace view public.job_watch_states with (security_invoker = true) as
select
  s.watch_id,
  s.workspace_id,
  w.agent_name,
  case
    when not w.enabled then 'paused'
    when s.problem is not null then s.problem
    when s.open_task_id is not null then 'running'
    when s.last_status is null then 'new'
    else 'ok'
  end as status,
  s.problem_since,
  s.expected_at,
  s.last_started_at,
  s.last_ended_at,
  s.last_status,
  s.missed_in_a_row,
  s.failed_in_a_row,
  s.open_task_id as running_task_id,
  s.late_task_id,
  s.late_ended_at,
  s.late_status,
  s.late_message
from nightshift.watch_states s
join public.job_watches w on w.id = s.watch_id;
comment on view public.job_watch_states is
'How the watched jobs are. Runs with the caller''s rights: members see those of their workspaces.';
comment on column public.job_watch_states.watch_id is 'the watch';
comment on column public.job_watch_states.workspace_id is 'its workspace';
comment on column public.job_watch_states.agent_name is 'what people call the job';
comment on column public.job_watch_states.status is
'new: nothing was reported yet; running; ok; missed: it did not come; failed: it failed or did not end; paused';
comment on column public.job_watch_states.problem_since is 'since when it is missed or failed';
comment on column public.job_watch_states.expected_at is 'when the next report is expected, without grace';
comment on column public.job_watch_states.last_started_at is 'when a start was last reported';
comment on column public.job_watch_states.last_ended_at is 'when an end was last reported';
comment on column public.job_watch_states.last_status is 'running, the status of the latest end, or missed';
comment on column public.job_watch_states.missed_in_a_row is 'how often in a row it did not come';
comment on column public.job_watch_states.failed_in_a_row is 'how often in a row it failed or did not end';
comment on column public.job_watch_states.running_task_id is 'the task whose end is awaited';
comment on column public.job_watch_states.late_task_id is
'the latest task that was failed by its watch and ended afterwards';
comment on column public.job_watch_states.late_ended_at is 'when that end was reported';
comment on column public.job_watch_states.late_status is 'completed, failed or partial_failure';
comment on column public.job_watch_states.late_message is 'the error that came with it, up to 300 characters';
revoke all on public.job_watch_states from anon, authenticated, service_role;
grant select on public.job_watch_states to authenticated, service_role;

-- 20261122001727_watch_reports.sql

-- Watch reports: how watched jobs reach those who watch them.
--
-- Each start and end of a task whose job is watched leaves a line here, from whichever way it was logged. The line has
-- the clock of the database and the id of the task. Reconcile takes the lines, decides by them, and reads no row
-- of the log for it. Adding a line waits for nobody.
-- Locks: brief exclusive lock on public.autonomous_tasks. Time: milliseconds.

create table if not exists nightshift.watch_reports (
  id bigint primary key generated always as identity,
  watch_id uuid not null,
  task_id uuid not null,
  status text not null,
  is_late boolean not null default false,
  message text,
  reported_at timestamptz not null default clock_timestamp()
);
create index if not exists watch_reports_watch_idx on nightshift.watch_reports (watch_id, id);
alter table nightshift.watch_reports enable row level security;
revoke all on nightshift.watch_reports from public;
comment on table nightshift.watch_reports is
'Starts and ends of watched jobs that reconcile has not looked at yet. No foreign keys, so that adding waits for '
'nobody.';
comment on column nightshift.watch_reports.id is 'in the order in which they came';
comment on column nightshift.watch_reports.watch_id is 'the watch';
comment on column nightshift.watch_reports.task_id is 'the task';
comment on column nightshift.watch_reports.status is 'its status from then on; of a late end, what the job reported';
comment on column nightshift.watch_reports.is_late is 'the task had been failed by its watch, and stays so';
comment on column nightshift.watch_reports.message is 'the error that came with it, up to 300 characters';
comment on column nightshift.watch_reports.reported_at is 'when, by the clock of the database';

create table if not exists nightshift.closed_runs (
  task_id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  closed_at timestamptz not null,
  end_status text
);
create index if not exists closed_runs_age_idx on nightshift.closed_runs (closed_at);
create index if not exists closed_runs_workspace_idx on nightshift.closed_runs (workspace_id);
alter table nightshift.closed_runs enable row level security;
revoke all on nightshift.closed_runs from public;
comment on table nightshift.closed_runs is
'Tasks that were failed because their job did not report an end. The end may still come. Pruned after 90 days.';
comment on column nightshift.closed_runs.task_id is 'the task';
comment on column nightshift.closed_runs.workspace_id is 'its workspace';
comment on column nightshift.closed_runs.closed_at is 'when it was failed';
comment on column nightshift.closed_runs.end_status is 'the end that its job reported afterwards; null: none yet';

create or replace function nightshift.note_watched_tasks() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  -- Set by admit_caller for the length of a transaction. Only our functions call it for a token.
  v_token_id uuid := nullif(current_setting('nightshift.token_id', true), '');
begin
  if not exists (select from public.job_watches) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into nightshift.watch_reports (watch_id, task_id, status, message)
    select w.id, n.id, n.status, left(n.error_message, 300)
    from new_tasks n
    join public.job_watches w on w.workspace_id = n.workspace_id and w.enabled
      and (w.agent_name is null or w.agent_name = n.agent_name) and (w.task_type is null or w.task_type = n.task_type)
      and (w.token_id is null or w.token_id = v_token_id)
    where n.status <> 'pending';
  else
    insert into nightshift.watch_reports (watch_id, task_id, status, message)
    select w.id, n.id, n.status, left(n.error_message, 300)
    from new_tasks n
    -- Jobs of our own agents run beside each other, and each has its attempts: only how they end is a report.
    join old_tasks o on o.id = n.id and o.status <> n.status
      and (n.status <> 'running' or not nightshift.is_runner_row(n.id))
    join public.job_watches w on w.workspace_id = n.workspace_id and w.enabled
      and (w.agent_name is null or w.agent_name = n.agent_name) and (w.task_type is null or w.task_type = n.task_type)
      and (w.token_id is null or w.token_id = v_token_id);
  end if;
  return null;
end
$$;
comment on function nightshift.note_watched_tasks() is
'Leaves a line in nightshift.watch_reports for each start and end of a task whose job is watched.';
revoke all on function nightshift.note_watched_tasks() from public;

-- What reconcile fails itself is no report of the job.
create or replace trigger note_new_tasks
after insert on public.autonomous_tasks
referencing new table as new_tasks
for each statement execute function nightshift.note_watched_tasks();
create or replace trigger note_changed_tasks
after update on public.autonomous_tasks
referencing old table as old_tasks new table as new_tasks
for each statement when (current_setting('nightshift.closes_tasks', true) is distinct from 'on')
execute function nightshift.note_watched_tasks();

create or replace function nightshift.close_silent_task(p_task_id uuid, p_workspace_id uuid, p_message text,
  p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_status text;
begin
  -- A job of our own has attempts and a lease. Between two attempts its row stays running.
  if nightshift.is_runner_row(p_task_id) then
    return true;
  end if;
  -- A row that somebody holds is failed later, and one that has ended stays as it is.
  select t.status into v_status
  from public.autonomous_tasks t
  where t.id = p_task_id and t.workspace_id = p_workspace_id
  for no key update skip locked;
  if v_status is null then
    return not exists (
      select from public.autonomous_tasks t where t.id = p_task_id and t.workspace_id = p_workspace_id);
  elsif v_status <> 'running' then
    return true;
  end if;
  perform set_config('nightshift.closes_tasks', 'on', true);
  update public.autonomous_tasks t
  set status = 'failed', error_message = p_message, completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id;
  perform set_config('nightshift.closes_tasks', '', true);
  insert into nightshift.closed_runs (task_id, workspace_id, closed_at)
  values (p_task_id, p_workspace_id, p_now)
  on conflict do nothing;
  return true;
end
$$;
comment on function nightshift.close_silent_task(uuid, uuid, text, timestamptz) is
'Fails a running task whose job did not report an end, with a sentence, and remembers that. False while somebody holds '
'its row. Rows of the runner stay as they are.';
revoke all on function nightshift.close_silent_task(uuid, uuid, text, timestamptz) from public;

create or replace function public.note_late_end(p_task_id uuid, p_status text, p_message text default null)
returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_run nightshift.closed_runs;
begin
  select c.* into v_run
  from nightshift.closed_runs c
  where c.task_id = p_task_id and (coalesce(auth.role(), 'none') = 'service_role'
    or c.workspace_id in (select nightshift.my_writable_workspaces()))
  for update;
  if not found or p_status not in ('completed', 'failed', 'partial_failure') is not false then
    return false;
  elsif v_run.end_status is null then
    update nightshift.closed_runs c set end_status = p_status where c.task_id = p_task_id;
    insert into nightshift.watch_reports (watch_id, task_id, status, is_late, message)
    select w.id, t.id, p_status, true, left(p_message, 300)
    from public.autonomous_tasks t
    join public.job_watches w on w.workspace_id = t.workspace_id and w.enabled
      and (w.agent_name is null or w.agent_name = t.agent_name) and (w.task_type is null or w.task_type = t.task_type)
      and (w.token_id is null or w.token_id::text = current_setting('nightshift.token_id', true))
    where t.id = p_task_id and t.workspace_id = v_run.workspace_id;
  end if;
  return true;
end
$$;
comment on function public.note_late_end(uuid, text, text) is
'Part of change_task, log_tasks and ping_task: a job reports the end (completed, failed or partial_failure) of a task '
'that had been failed because no end came. The task stays as it is, the end is kept beside the watch. False when the '
'task was not failed for that reason.';
revoke all on function public.note_late_end(uuid, text, text) from public, anon, authenticated, service_role;
grant execute on function public.note_late_end(uuid, text, text) to authenticated, service_role;

select 'Part 1 of 2 is in. Run nightshift_part_2.sql next.' as "Result";
