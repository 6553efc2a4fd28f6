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

create or replace function nightshift.list_public_names() returns text[]
language sql immutable set search_path = ''
as $$
  select array[
    'accept_invitation', 'add_contact_facts', 'add_member', 'admit_caller', 'admit_request',
    'admit_task_token', 'advance_task', 'ai_usage', 'alert_from_task', 'analyzer_admissions',
    'analyzer_choices', 'beat_agent_run', 'beat_mailbox_run', 'beat_run', 'begin_authorization',
    'brake_spending', 'cancel_job', 'change_answer', 'change_mailbox', 'change_member',
    'change_schedule', 'change_task', 'claim_emails', 'claim_mailboxes', 'confirm_mailbox',
    'connect_with_password', 'contact_conflicts', 'contact_days', 'contact_emails', 'contact_facts',
    'contact_outcomes', 'create_ingest_token', 'create_mailbox', 'create_workspace', 'daily_metrics',
    'email_answers', 'email_intelligence', 'end_invitation', 'enqueue_jobs', 'erase_person',
    'find_runs', 'find_tasks', 'finish_agent_run', 'finish_mailbox_run', 'finish_run',
    'get_budget_status', 'get_email', 'get_job', 'get_mailbox', 'get_project_state', 'get_pulse',
    'get_report', 'get_score_calibration', 'get_slot_story', 'get_slots', 'get_spending',
    'get_system_health', 'get_task', 'get_task_document', 'get_task_story', 'get_task_sums', 'health',
    'ingest_email', 'invite_member', 'is_kept_from_token', 'is_project_operator', 'job_watch_states',
    'job_watches', 'keep_authorization', 'lead_score_history', 'lead_scores', 'legal_holds',
    'list_answers', 'list_ingest_tokens', 'list_invitations', 'list_jobs', 'list_lines',
    'list_mailboxes', 'list_members', 'list_new_messages', 'list_report_subscriptions',
    'list_schedules', 'list_tasks', 'list_timeline', 'list_watches', 'log_lines', 'log_tasks',
    'mailboxes', 'model_prices', 'note_late_end', 'open_alert_email', 'open_report_email', 'pause_all',
    'ping_task', 'preview_cleanup', 'preview_schedule', 'read_analyzer_setup', 'read_mailbox_secret',
    'rebuild_metrics', 'remember_answer', 'remove_mailbox', 'report_costs', 'report_night',
    'request_jobs', 'requeue_failed_emails', 'requeue_jobs', 'reserve_task_spending', 'retention_rules',
    'retry_job', 'retry_task', 'retry_tasks', 'revoke_ingest_token', 'run_schedule', 'runner_status',
    'save_mailbox_secret', 'save_step', 'scoring_models', 'set_budget', 'set_workspace_settings',
    'settle_emails', 'settle_jobs', 'settle_mailbox', 'settle_task_spending', 'start_agent_run',
    'start_run', 'store_mailbox_emails', 'store_task', 'subscribe_to_reports', 'summarize_tasks',
    'take_oauth_state', 'task_dispatches', 'task_schedules', 'task_timeline',
    'unsubscribe_from_reports', 'why', 'workspace_budgets', 'workspace_reports', 'workspace_settings'
  ]
$$;
comment on function nightshift.list_public_names() is
'Names of our tables, views and functions in the schema public, without those that may be adopted and those of the '
'contract.';
revoke all on function nightshift.list_public_names() from public, anon, authenticated, service_role;

do $$
declare
  v_taken text;
begin
  if to_regclass('nightshift.deployed_functions') is not null then
    return;
  end if;
  select string_agg(format('"%s"', taken.name), ', ' order by taken.name) into v_taken
  from (
    select c.relname::text as name from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace
    union
    select p.proname::text from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace
  ) as taken
  where taken.name = any (nightshift.list_public_names())
    -- The log alone (dist/nightshift_log.sql) has one of these, and may be installed.
    and (taken.name <> 'create_workspace' or to_regclass('nightshift.installed_objects') is null);
  if v_taken is not null then
    raise exception 'The schema public has % already, and not from Nightshift; nothing was changed.', v_taken
      using hint = 'Rename or move them, then run this migration again.';
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
