-- Nightshift: undoes nightshift_log.sql. The log is lost, and workspaces if it made them.
-- Generated from supabase/rollback by `deno task ok --write`. Do not edit.

do $$
begin
  if to_regclass('nightshift.deployed_functions') is not null then
    raise exception 'More than the log is installed here. Nothing was changed.'
      using hint = 'To remove everything, run nightshift_rollback.sql.';
  end if;
end
$$;

-- 20261122000410_task_quotas.sql

-- Undoes task quotas: tasks are not counted any more.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists count_changed_tasks on public.autonomous_tasks;
    drop trigger if exists count_new_tasks on public.autonomous_tasks;
  end if;
end
$$;
drop function if exists nightshift.count_tasks();

-- 20261122000400_autonomous_tasks.sql

-- Undoes autonomous tasks; the log is lost. The statements are those of the rollback block of the Migration
-- 043 contract. A table of another shape was never ours and stays.

do $$
begin
  if to_regclass('public.autonomous_tasks') is null or (
    select array_agg(a.attname::text order by a.attname)
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.autonomous_tasks') and a.attnum > 0 and not a.attisdropped
  ) = array[
    'agent_name', 'completed_at', 'cost_estimate_usd', 'created_at', 'duration_ms', 'error_message', 'executed_at',
    'id', 'input_data', 'output_data', 'status', 'task_type', 'triggered_by', 'updated_at', 'workspace_id'
  ] then
    drop trigger if exists trigger_autonomous_tasks_updated_at on public.autonomous_tasks;
    drop function if exists public.get_autonomous_task_summary;
    drop function if exists public.update_autonomous_tasks_updated_at;
    drop table if exists public.autonomous_tasks cascade;
  end if;
end
$$;

drop function if exists nightshift.keep_task_identity();
drop function if exists nightshift.is_bounded_document(jsonb);
drop function if exists nightshift.is_runner_row(uuid);
drop function if exists nightshift.task_types();
drop function if exists nightshift.task_statuses();
drop function if exists nightshift.task_triggers();
drop function if exists nightshift.words_of(text);
drop function if exists nightshift.time_ordered_uuid();

-- 20261122000310_quotas.sql

-- Undoes quotas: nothing is counted any more.

drop function if exists nightshift.count_intake(uuid, text, bigint, bigint);
drop function if exists nightshift.require_room(text, uuid, bigint, text);
drop function if exists nightshift.find_quota(text, uuid);
drop table if exists nightshift.intake_days;
drop table if exists nightshift.quotas;

-- 20261122000300_workspace_access.sql

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

-- 20261122000200_workspaces.sql

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

-- 20261122000100_extensions.sql

-- Undoes the first migration: extensions that it created go, then the schema of the machinery.

do $$
declare
  v_extension text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  for v_extension in select name from nightshift.installed_objects where kind = 'extension' loop
    execute format('drop extension if exists %I', v_extension);
  end loop;
end
$$;

drop function if exists nightshift.require_service();
drop function if exists nightshift.create_extensions();
drop function if exists nightshift.list_missing_extensions();
drop function if exists nightshift.list_public_names();
drop function if exists nightshift.refuse_taken_names(text[]);
drop function if exists nightshift.find_taken_names(text[]);
drop function if exists nightshift.list_log_names();
drop function if exists nightshift.lock_briefly(text, text, interval);
drop table if exists nightshift.deployed_functions;
drop table if exists nightshift.installed_objects;
drop schema if exists nightshift;

select 'The log was removed.' as "Result";
