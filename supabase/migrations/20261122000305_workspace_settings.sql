-- Workspace settings: whose day it is, when reports come, and which database types a workspace asks for.
--
-- A workspace without a row has the defaults. Nothing runs for a workspace that did not ask.
-- Locks: none on existing tables. Time: milliseconds.

create or replace function nightshift.workspace_types() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['system_health_check', 'data_cleanup', 'contact_enrichment', 'lead_scoring_batch',
    'daily_analytics_rollup', 'weekly_report_generation', 'monthly_summary']
$$;
comment on function nightshift.workspace_types() is
'The task types that run in the database. A workspace asks for one by adding it to enabled_types.';
revoke all on function nightshift.workspace_types() from public, anon, authenticated, service_role;
-- The constraint of the table calls it, also for the service role.
grant execute on function nightshift.workspace_types() to service_role;

create or replace function nightshift.are_domains(p_names text[]) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(bool_and(n.name is not null and length(n.name) <= 253
    and n.name ~ '^[^\s@.,;/\\A-Z]{1,63}(\.[^\s@.,;/\\A-Z]{1,63})+$'), true)
  from unnest(p_names) as n (name)
$$;
comment on function nightshift.are_domains(text[]) is
'Whether each name looks like a domain in lower case, such as example.com.';
revoke all on function nightshift.are_domains(text[]) from public, anon, authenticated, service_role;
grant execute on function nightshift.are_domains(text[]) to service_role;

create table if not exists public.workspace_settings (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  time_zone text not null default 'UTC',
  week_starts_on smallint not null default 1,
  report_hour smallint not null default 7,
  own_domains text[] not null default '{}',
  enabled_types text[] not null default '{}',
  updated_at timestamptz not null default now(),
  constraint time_zone_has_1_to_100_characters check (length(time_zone) between 1 and 100),
  constraint week_starts_on_a_day_from_1_to_7 check (week_starts_on between 1 and 7),
  constraint report_hour_is_from_0_to_23 check (report_hour between 0 and 23),
  constraint own_domains_are_up_to_100_domains check (
    cardinality(own_domains) <= 100 and nightshift.are_domains(own_domains)),
  constraint enabled_types_run_in_the_database check (
    enabled_types <@ nightshift.workspace_types() and array_position(enabled_types, null) is null
    and cardinality(enabled_types) <= 20)
);
create index if not exists workspace_settings_types_idx on public.workspace_settings using gin (enabled_types);
comment on table public.workspace_settings is
'What a workspace wants: whose day it is, when reports come, and which database types run. Without a row, the '
'defaults hold and no type runs. Owners and admins change it with set_workspace_settings.';
comment on column public.workspace_settings.workspace_id is 'the workspace';
comment on column public.workspace_settings.time_zone is
'whose clocks decide which day it is, such as Europe/Berlin; a change counts from the next day on';
comment on column public.workspace_settings.week_starts_on is 'first day of the week, 1 (Monday) to 7 (Sunday)';
comment on column public.workspace_settings.report_hour is 'hour from which reports are written, 0 to 23, local time';
comment on column public.workspace_settings.own_domains is
'domains of the workspace itself, in lower case; whoever writes from them becomes no contact';
comment on column public.workspace_settings.enabled_types is 'task types that the workspace asks for; empty: none';
comment on column public.workspace_settings.updated_at is 'when it last changed';

alter table public.workspace_settings enable row level security;
revoke all on public.workspace_settings from anon, authenticated, service_role;
grant select on public.workspace_settings to authenticated;
grant select, insert, update, delete on public.workspace_settings to service_role;
drop policy if exists "members read the settings of their workspaces" on public.workspace_settings;
create policy "members read the settings of their workspaces" on public.workspace_settings
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages settings" on public.workspace_settings;
create policy "service role manages settings" on public.workspace_settings
  to service_role using (true) with check (true);

create or replace function nightshift.check_settings() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if length(new.time_zone) <= 100 then -- The constraint rejects a longer one.
    new.time_zone := nightshift.check_time_zone(new.time_zone);
  end if;
  new.updated_at := now();
  return new;
end
$$;
comment on function nightshift.check_settings() is
'Spells the time zone as PostgreSQL does, and keeps updated_at. Error: PT422 time_zone_unknown.';
revoke all on function nightshift.check_settings() from public;
create or replace trigger check_settings
before insert or update on public.workspace_settings
for each row execute function nightshift.check_settings();

create or replace function nightshift.read_settings(p_workspace_id uuid) returns public.workspace_settings
language sql stable set search_path = ''
as $$
  select s.* from public.workspace_settings s where s.workspace_id = p_workspace_id
  union all
  select p_workspace_id, 'UTC', 1::smallint, 7::smallint, '{}'::text[], '{}'::text[], '-infinity'::timestamptz
  where not exists (select from public.workspace_settings s where s.workspace_id = p_workspace_id)
$$;
comment on function nightshift.read_settings(uuid) is 'The settings of a workspace, or the defaults.';
revoke all on function nightshift.read_settings(uuid) from public;

create or replace function nightshift.list_workspaces_with(p_task_type text) returns setof uuid
language sql stable set search_path = ''
as $$
  select s.workspace_id from public.workspace_settings s where s.enabled_types @> array[p_task_type]
$$;
comment on function nightshift.list_workspaces_with(text) is 'The workspaces that ask for a task type.';
revoke all on function nightshift.list_workspaces_with(text) from public;

create or replace function nightshift.has_type(p_workspace_id uuid, p_task_type text) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select from public.workspace_settings s
    where s.workspace_id = p_workspace_id and s.enabled_types @> array[p_task_type])
$$;
comment on function nightshift.has_type(uuid, text) is 'Whether a workspace asks for a task type.';
revoke all on function nightshift.has_type(uuid, text) from public;

create or replace function public.set_workspace_settings(p_workspace_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_names constant text[] := array['time_zone', 'week_starts_on', 'report_hour', 'own_domains', 'enabled_types'];
  v_unknown text;
  v_settings public.workspace_settings;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins change the settings of a workspace.'
      using errcode = 'PT403';
  end if;
  if jsonb_typeof(p_changes) is distinct from 'object' then
    raise exception 'settings_invalid: pass an object of settings, such as {"time_zone": "Europe/Berlin"}.'
      using errcode = 'PT400';
  end if;
  select string_agg(k.name, ', ' order by k.name) into v_unknown
  from jsonb_object_keys(p_changes) as k (name) where k.name <> all (c_names);
  if v_unknown is not null then
    raise exception 'settings_invalid: there is no setting %; the settings are %.', left(v_unknown, 200),
      array_to_string(c_names, ', ')
      using errcode = 'PT400';
  end if;
  insert into public.workspace_settings (workspace_id) values (p_workspace_id) on conflict do nothing;
  select s.* into strict v_settings
  from public.workspace_settings s where s.workspace_id = p_workspace_id for no key update;
  v_settings := jsonb_populate_record(v_settings, p_changes);
  update public.workspace_settings s
  set time_zone = v_settings.time_zone, week_starts_on = v_settings.week_starts_on,
    report_hour = v_settings.report_hour, own_domains = v_settings.own_domains,
    enabled_types = v_settings.enabled_types
  where s.workspace_id = p_workspace_id
  returning s.* into v_settings;
  return to_jsonb(v_settings);
exception
  when check_violation or not_null_violation or foreign_key_violation or data_exception then
    raise exception 'settings_invalid: %', sqlerrm using errcode = 'PT400';
end
$$;
comment on function public.set_workspace_settings(uuid, jsonb) is
'Changes the settings that p_changes names and returns all of them. For owners, admins and the service role. '
'Example: select set_workspace_settings(''…'', ''{"time_zone": "Europe/Berlin", "enabled_types": '
'["daily_analytics_rollup", "weekly_report_generation"]}''). Errors: PT403 workspace_not_managed, PT400 '
'settings_invalid, PT422 time_zone_unknown.';
revoke all on function public.set_workspace_settings(uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.set_workspace_settings(uuid, jsonb) to authenticated, service_role;
