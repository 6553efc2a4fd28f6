-- Undoes workspaces: members and workspaces are lost, unless their tables were there before.

drop function if exists nightshift.my_managed_workspaces(boolean);
drop function if exists nightshift.my_writable_workspaces();
drop function if exists nightshift.my_workspaces();

do $$
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspace_members') then
    drop table if exists public.workspace_members;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces') then
    drop table if exists public.workspaces;
  end if;
  delete from nightshift.installed_objects
  where kind = 'table' and name in ('public.workspaces', 'public.workspace_members');
end
$$;
