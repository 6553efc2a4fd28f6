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
