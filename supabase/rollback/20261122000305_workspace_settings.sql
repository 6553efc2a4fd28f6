-- Undoes workspace settings: every workspace has the defaults again, and asks for no type.

drop function if exists public.set_workspace_settings(uuid, jsonb);
drop function if exists nightshift.has_type(uuid, text);
drop function if exists nightshift.list_workspaces_with(text);
drop table if exists public.workspace_settings cascade;
drop function if exists nightshift.check_settings();
drop function if exists nightshift.are_domains(text[]);
drop function if exists nightshift.workspace_types();
