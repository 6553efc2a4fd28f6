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
