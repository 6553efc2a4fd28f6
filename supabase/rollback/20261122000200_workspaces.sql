-- Undoes workspaces: members are lost, and the workspaces too unless the table was there before.

drop table if exists public.workspace_members;
drop function if exists nightshift.my_managed_workspaces(boolean);
drop function if exists nightshift.my_writable_workspaces();
drop function if exists nightshift.my_workspaces();

do $$
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  elsif exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces') then
    drop table if exists public.workspaces;
    delete from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces';
  end if;
end
$$;
