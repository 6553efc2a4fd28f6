-- Workspace days: which instants belong to which day of a workspace, by its own clocks.
--
-- Days follow each other without a gap and without an overlap, also when clocks change and when the workspace
-- changes its zone, so that everything falls into exactly one day. A changed zone counts from the next day on.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.workspace_zones (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  from_day date not null,
  time_zone text not null,
  constraint one_zone_for_each_first_day primary key (workspace_id, from_day)
);
alter table nightshift.workspace_zones enable row level security;
revoke all on nightshift.workspace_zones from public;
comment on table nightshift.workspace_zones is
'Whose clocks counted from which day on. A workspace whose days nobody has counted yet has no row, and then the zone '
'of its settings holds for all days.';
comment on column nightshift.workspace_zones.workspace_id is 'the workspace';
comment on column nightshift.workspace_zones.from_day is 'first day of the zone; -infinity: since ever';
comment on column nightshift.workspace_zones.time_zone is 'the time zone';

create or replace function nightshift.is_range(p_from timestamptz, p_to timestamptz, p_longest interval)
returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  -- Case decides in order: with a time that is not finite, the difference would raise.
  select case when p_from between '2000-01-01Z' and '2100-01-01Z' and p_to between p_from and '2100-01-01Z'
    then p_to > p_from and p_to - p_from <= p_longest else false end
$$;
comment on function nightshift.is_range(timestamptz, timestamptz, interval) is
'Whether both times are from 2000 to 2099, the second is later, and both are at most p_longest apart. Never null.';
revoke all on function nightshift.is_range(timestamptz, timestamptz, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.midnight(p_day date, p_time_zone text) returns timestamptz
language plpgsql stable parallel safe set search_path = ''
as $$
declare
  v_latest constant timestamptz := p_day::timestamp at time zone p_time_zone;
begin
  -- Where clocks are set back to midnight there are two of them, and the first begins the day. Where they are set
  -- forward at midnight, the day begins at the first minute that exists.
  return case when ((v_latest - interval '1 hour') at time zone p_time_zone)::date >= p_day
    then v_latest - interval '1 hour' else v_latest end;
end
$$;
comment on function nightshift.midnight(date, text) is 'When a day begins in a time zone.';
revoke all on function nightshift.midnight(date, text) from public;

create or replace function nightshift.zone_of_day(p_workspace_id uuid, p_day date) returns text
language sql stable set search_path = ''
as $$
  select coalesce(
    (select z.time_zone from nightshift.workspace_zones z
     where z.workspace_id = p_workspace_id and z.from_day <= p_day
     order by z.from_day desc limit 1),
    (select s.time_zone from public.workspace_settings s where s.workspace_id = p_workspace_id), 'UTC')
$$;
comment on function nightshift.zone_of_day(uuid, date) is 'The time zone that counts on a day of a workspace.';
revoke all on function nightshift.zone_of_day(uuid, date) from public;

create or replace function nightshift.only_zone(p_workspace_id uuid) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_zones bigint;
  v_is_constant boolean;
  v_zone text;
begin
  select count(*), coalesce(bool_and(not isfinite(z.from_day)), true), min(z.time_zone)
  into v_zones, v_is_constant, v_zone
  from nightshift.workspace_zones z where z.workspace_id = p_workspace_id;
  if v_zones = 0 then
    select s.time_zone into v_zone from public.workspace_settings s where s.workspace_id = p_workspace_id;
    v_zone := coalesce(v_zone, 'UTC');
  end if;
  return case when v_is_constant then v_zone end;
end
$$;
comment on function nightshift.only_zone(uuid) is
'The time zone of all days of a workspace that never changed it, as nearly all. Null if it did.';
revoke all on function nightshift.only_zone(uuid) from public;

create or replace function nightshift.local_day(p_at timestamptz, p_time_zone text) returns date
language plpgsql stable parallel safe set search_path = ''
as $$
declare
  v_day constant date := (p_at at time zone p_time_zone)::date;
begin
  return case when p_at < nightshift.midnight(v_day, p_time_zone) then v_day - 1
    when p_at >= nightshift.midnight(v_day + 1, p_time_zone) then v_day + 1 else v_day end;
end
$$;
comment on function nightshift.local_day(timestamptz, text) is
'The day that an instant belongs to in a time zone: day_of for a workspace that never changed its zone.';
revoke all on function nightshift.local_day(timestamptz, text) from public, anon, authenticated, service_role;

create or replace function nightshift.day_start(p_workspace_id uuid, p_day date) returns timestamptz
language plpgsql stable set search_path = ''
as $$
declare
  v_zone constant text := nightshift.only_zone(p_workspace_id);
begin
  if v_zone is not null then
    return nightshift.midnight(p_day, v_zone);
  end if;
  -- A day ends by the clocks that it began by. From the far west to the far east, the day of the change can be over
  -- before it began: then it is empty, which the second argument sees to.
  return greatest(
    nightshift.midnight(p_day, nightshift.zone_of_day(p_workspace_id, p_day - 1)),
    nightshift.midnight(p_day - 1, nightshift.zone_of_day(p_workspace_id, p_day - 2)));
end
$$;
comment on function nightshift.day_start(uuid, date) is
'When a day of a workspace begins. It ends when the next one begins.';
revoke all on function nightshift.day_start(uuid, date) from public;

create or replace function nightshift.day_of(p_workspace_id uuid, p_at timestamptz) returns date
language plpgsql stable set search_path = ''
as $$
declare
  v_zone constant text := nightshift.only_zone(p_workspace_id);
begin
  if v_zone is not null then
    return nightshift.local_day(p_at, v_zone);
  end if;
  return (
    select d.day
    from (
      select (p_at at time zone 'UTC')::date + g.n as day from generate_series(2, -2, -1) as g (n)
    ) d
    where nightshift.day_start(p_workspace_id, d.day) <= p_at
    order by d.day desc
    limit 1);
end
$$;
comment on function nightshift.day_of(uuid, timestamptz) is 'The day of a workspace that an instant belongs to.';
revoke all on function nightshift.day_of(uuid, timestamptz) from public;

create or replace function nightshift.count_by_zone(p_workspace_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with settings as materialized ( -- held, or who changes the zone meanwhile finds no zone that has to end
    select s.workspace_id, s.time_zone
    from public.workspace_settings s
    where s.workspace_id = any (p_workspace_ids)
      and not exists (select from nightshift.workspace_zones z where z.workspace_id = s.workspace_id)
    order by s.workspace_id
    for share
  )
  insert into nightshift.workspace_zones (workspace_id, from_day, time_zone)
  select w.id, '-infinity', coalesce(s.time_zone, 'UTC')
  from public.workspaces w
  left join settings s on s.workspace_id = w.id
  where w.id = any (p_workspace_ids)
    and not exists (select from nightshift.workspace_zones z where z.workspace_id = w.id)
  order by w.id
  on conflict do nothing
$$;
comment on function nightshift.count_by_zone(uuid[]) is
'Call it before days of these workspaces are counted for the first time: it keeps the present zone for the days so '
'far, so that a later change counts from the day after it.';
revoke all on function nightshift.count_by_zone(uuid[]) from public;

create or replace function nightshift.change_zone(p_workspace_id uuid, p_time_zone text, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_today constant date := nightshift.day_of(p_workspace_id, p_now);
begin
  delete from nightshift.workspace_zones z where z.workspace_id = p_workspace_id and z.from_day > v_today;
  insert into nightshift.workspace_zones (workspace_id, from_day, time_zone)
  select p_workspace_id, v_today + 1, p_time_zone
  where nightshift.zone_of_day(p_workspace_id, v_today) <> p_time_zone;
end
$$;
comment on function nightshift.change_zone(uuid, text, timestamptz) is
'Lets another zone count from the next day of the workspace on.';
revoke all on function nightshift.change_zone(uuid, text, timestamptz) from public;

create or replace function nightshift.keep_zone() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_id constant uuid := case tg_op when 'DELETE' then old.workspace_id else new.workspace_id end;
begin
  if exists (select from nightshift.workspace_zones z where z.workspace_id = v_workspace_id)
    and exists (select from public.workspaces w where w.id = v_workspace_id)
  then
    perform nightshift.change_zone(v_workspace_id,
      case tg_op when 'DELETE' then 'UTC' else new.time_zone end, clock_timestamp());
  end if;
  return null;
end
$$;
comment on function nightshift.keep_zone() is
'Lets a changed zone count from the next day on, where days have been counted before.';
revoke all on function nightshift.keep_zone() from public;
create or replace trigger keep_zone
after insert or update of time_zone or delete on public.workspace_settings
for each row execute function nightshift.keep_zone();
