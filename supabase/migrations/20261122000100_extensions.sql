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
