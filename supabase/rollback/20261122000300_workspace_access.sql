-- Undoes workspace access: nobody but the service role reaches members any more.

drop function if exists public.create_workspace(text);

do $$
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspace_members') then
    drop trigger if exists keep_an_owner on public.workspace_members;
    drop policy if exists "service role manages members" on public.workspace_members;
    drop policy if exists "managers remove members, only owners owners, anyone leaves" on public.workspace_members;
    drop policy if exists "managers change roles, only owners those of owners" on public.workspace_members;
    drop policy if exists "managers add members, only owners add owners" on public.workspace_members;
    drop policy if exists "members see who belongs to their workspaces" on public.workspace_members;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces') then
    drop policy if exists "service role manages workspaces" on public.workspaces;
    drop policy if exists "owners delete their workspaces" on public.workspaces;
    drop policy if exists "managers rename their workspaces" on public.workspaces;
    drop policy if exists "members see their workspaces" on public.workspaces;
  end if;
end
$$;

drop function if exists nightshift.keep_an_owner();
