-- Nightshift: the log alone. The table autonomous_tasks with its policies and its summary
-- function, and workspaces with their members. No schedules, pg_cron, pg_net or Vault.
-- Generated from supabase/migrations by `deno task ok --write`. Do not edit.
-- Paste it into the SQL editor and run it. Running it again changes nothing, and everything else can
-- follow later. The guide: docs/guides/paste.md.

-- 20261122000100_extensions.sql

create schema if not exists nightshift;
comment on schema nightshift is
'Machinery of Nightshift: queue, leases, dispatch. Not exposed through the API; roles reach it through functions in '
'public.';

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
