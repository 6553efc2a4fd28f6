-- Cron expressions: which minutes a schedule means, by the rules of pg_cron 1.6, in any time zone.
--
-- Five fields: minute, hour, day of month, month, day of week. Each is a list of *, a value, a range,
-- */step or range/step, with names for months and days. Anything else is rejected instead of guessed:
-- also a step that is longer than the field, as */90 would mean every hour.
--
-- Where clocks change, the hour field decides. If it begins with a star, the expression means every minute
-- whose local time matches, so an hourly job runs in both of the repeated hours. Otherwise each local time
-- runs once: one that is skipped runs at the next minute that exists, one that comes twice runs the first time.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.cron_field_values(p_field text, p_min integer, p_max integer,
  p_names text[] default '{}')
returns integer[]
language plpgsql immutable strict parallel safe set search_path = ''
as $$
declare
  v_values integer[] := array[]::integer[];
  v_item text;
  v_parts text[];
  v_bounds text[];
  v_from integer;
  v_to integer;
  v_step integer;
begin
  if p_field = '*' then
    return array(select generate_series(p_min, p_max));
  end if;
  foreach v_item in array string_to_array(lower(p_field), ',') loop
    v_parts := regexp_match(v_item, '^(\*|[0-9a-z]{1,3})(?:-([0-9a-z]{1,3}))?(?:/([0-9]{1,2}))?$');
    if v_parts is null or (v_parts[1] = '*' and v_parts[2] is not null)
      -- A step needs something to step through.
      or (v_parts[3] is not null and v_parts[1] <> '*' and v_parts[2] is null)
    then
      return null;
    end if;
    v_bounds := case when v_parts[1] = '*' then array[p_min::text, p_max::text]
      else array[v_parts[1], coalesce(v_parts[2], v_parts[1])] end;
    v_from := coalesce(array_position(p_names, v_bounds[1]) - 1 + p_min,
      case when v_bounds[1] ~ '^[0-9]{1,2}$' then v_bounds[1]::integer end);
    v_to := coalesce(array_position(p_names, v_bounds[2]) - 1 + p_min,
      case when v_bounds[2] ~ '^[0-9]{1,2}$' then v_bounds[2]::integer end);
    v_step := coalesce(v_parts[3]::integer, 1);
    if v_from is null or v_to is null or v_from < p_min or v_to > p_max or v_from > v_to
      or v_step not between 1 and p_max
    then
      return null;
    end if;
    v_values := v_values || array(select generate_series(v_from, v_to, v_step));
  end loop;
  return array(select distinct v from unnest(v_values) as v order by v);
end
$$;
comment on function nightshift.cron_field_values(text, integer, integer, text[]) is
'The values that one field of a cron expression means, ascending. Null when the field cannot be read. p_names[1] '
'stands for p_min.';
revoke all on function nightshift.cron_field_values(text, integer, integer, text[]) from public;

create or replace function nightshift.trim_expression(p_expression text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$ select btrim(regexp_replace(p_expression, '\s+', ' ', 'g')) $$;
comment on function nightshift.trim_expression(text) is
'A cron expression with one space between its fields and none around it, whatever blanks, tabs and line breaks it had.';
revoke all on function nightshift.trim_expression(text) from public;

create or replace function nightshift.local_slots(p_expression text, p_from timestamp, p_to timestamp)
returns setof timestamp
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  c_longest_expression constant integer := 1000;
  v_fields text[] := regexp_split_to_array(
    nightshift.trim_expression(left(p_expression, c_longest_expression + 1)), ' ');
  v_minutes integer[] := nightshift.cron_field_values(v_fields[1], 0, 59);
  v_hours integer[] := nightshift.cron_field_values(v_fields[2], 0, 23);
  v_days integer[] := nightshift.cron_field_values(v_fields[3], 1, 31);
  v_months integer[] := nightshift.cron_field_values(v_fields[4], 1, 12,
    '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}');
  v_weekdays integer[] := nightshift.cron_field_values(v_fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}');
  v_both_days boolean := left(v_fields[3], 1) = '*' or left(v_fields[5], 1) = '*';
begin
  if length(p_expression) > c_longest_expression or cardinality(v_fields) <> 5 or v_minutes is null or v_hours is null
    or v_days is null or v_months is null or v_weekdays is null
  then
    raise exception 'cron_expression_invalid: "%" cannot be read. %.',
      case when length(p_expression) > 100 then left(p_expression, 100) || '…' else p_expression end,
      case
        when length(p_expression) > c_longest_expression then 'It has more than 1000 characters'
        when cardinality(v_fields) <> 5 then
          'It needs five fields: minute, hour, day of month, month, day of week'
        when v_minutes is null then format('Its minute is "%s", and 0 to 59 is allowed', left(v_fields[1], 100))
        when v_hours is null then format('Its hour is "%s", and 0 to 23 is allowed', left(v_fields[2], 100))
        when v_days is null then format('Its day of month is "%s", and 1 to 31 is allowed', left(v_fields[3], 100))
        when v_months is null then format('Its month is "%s", and 1 to 12 is allowed', left(v_fields[4], 100))
        else format('Its day of week is "%s", and 0 to 7 is allowed', left(v_fields[5], 100))
      end
      using errcode = 'PT422', hint = 'Allowed are *, values, ranges a-b, steps */n and a-b/n within the field, lists, '
        'and names such as mon or jan, with at most 1000 characters.';
  end if;

  return query
  with days as ( -- a field that begins with a star counts as a star, and then both day fields must match
    select d as midnight
    from generate_series(date_trunc('day', p_from), p_to, interval '1 day') as d
    where extract(month from d)::integer = any (v_months)
      and case when v_both_days
        then extract(day from d)::integer = any (v_days)
          and (extract(dow from d)::integer = any (v_weekdays) or extract(isodow from d)::integer = any (v_weekdays))
        else extract(day from d)::integer = any (v_days)
          or extract(dow from d)::integer = any (v_weekdays) or extract(isodow from d)::integer = any (v_weekdays)
      end
  ), hours as ( -- only the hours of the window, as most windows are short
    select d.midnight + make_interval(hours => h.hour) as at
    from days d
    cross join unnest(v_hours) as h (hour)
    where d.midnight + make_interval(hours => h.hour) between p_from - interval '1 hour' and p_to
  )
  select h.at + make_interval(mins => m.minute)
  from hours h
  cross join unnest(v_minutes) as m (minute)
  where h.at + make_interval(mins => m.minute) between p_from and p_to
  order by 1;
end
$$;
comment on function nightshift.local_slots(text, timestamp, timestamp) is
'The local times from p_from to p_to that a cron expression means, ascending, as if no clock ever changed. Error: '
'PT422 cron_expression_invalid.';
revoke all on function nightshift.local_slots(text, timestamp, timestamp) from public;

create or replace function nightshift.zone_offsets(p_time_zone text, p_from timestamptz, p_to timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz, utc_offset interval)
language plpgsql immutable set search_path = ''
as $$
declare
  -- No zone has ever changed its offset twice within three days: between two equal samples there is no change.
  c_step constant interval := interval '48 hours';
  v_pair record;
  v_low bigint;
  v_high bigint;
  v_middle bigint;
begin
  starts_at := p_from;
  for v_pair in
    select s.at, s.at + c_step as next_at, (s.at at time zone p_time_zone) - (s.at at time zone 'utc') as old_offset,
      ((s.at + c_step) at time zone p_time_zone) - ((s.at + c_step) at time zone 'utc') as new_offset
    from generate_series(p_from, p_to, c_step) as s (at)
  loop
    if v_pair.new_offset <> v_pair.old_offset then
      v_low := floor(extract(epoch from v_pair.at));
      v_high := floor(extract(epoch from v_pair.next_at));
      while v_high - v_low > 1 loop
        v_middle := (v_low + v_high) / 2;
        if (to_timestamp(v_middle) at time zone p_time_zone) - (to_timestamp(v_middle) at time zone 'utc')
          = v_pair.old_offset
        then
          v_low := v_middle;
        else
          v_high := v_middle;
        end if;
      end loop;
      utc_offset := v_pair.old_offset;
      ends_at := to_timestamp(v_high);
      return next;
      starts_at := ends_at;
    end if;
    utc_offset := v_pair.new_offset;
    ends_at := v_pair.next_at;
  end loop;
  if ends_at is not null then
    return next;
  end if;
exception when invalid_parameter_value then
  raise exception 'time_zone_unknown: PostgreSQL knows no time zone "%".', left(p_time_zone, 100)
    using errcode = 'PT422', hint = 'The names are those of pg_timezone_names, such as Europe/Berlin.';
end
$$;
comment on function nightshift.zone_offsets(text, timestamptz, timestamptz) is
'How far the clocks of a time zone are ahead of UTC from p_from to p_to or a little later: one row for each time '
'between two changes, ascending, the end excluded. Error: PT422 time_zone_unknown.';
revoke all on function nightshift.zone_offsets(text, timestamptz, timestamptz) from public;

create or replace function nightshift.zone_slots(p_expression text, p_from timestamptz, p_to timestamptz,
  p_time_zone text)
returns setof timestamptz
language plpgsql immutable set search_path = ''
as $$
declare
  -- The longest change of clocks was a day. So the times that came twice are known from two days before.
  c_look_back constant interval := interval '48 hours';
  c_moment constant interval := interval '1 microsecond';
  v_every_minute boolean := split_part(nightshift.trim_expression(p_expression), ' ', 2) like '*%';
  v_part record;
  v_starts_at timestamp;
  v_ends_at timestamp;
  v_shown_until timestamp; -- every local time before it has come, or was skipped
begin
  for v_part in
    select o.*, o.starts_at at time zone 'utc' as utc_start
    from nightshift.zone_offsets(p_time_zone, p_from - c_look_back, p_to) o
  loop
    v_starts_at := v_part.utc_start + v_part.utc_offset;
    v_ends_at := (v_part.ends_at at time zone 'utc') + v_part.utc_offset;
    if not v_every_minute then
      if v_starts_at > v_shown_until and v_part.starts_at between p_from and p_to
        and not exists (select from nightshift.local_slots(p_expression, v_starts_at, v_starts_at))
        and exists (select from nightshift.local_slots(p_expression, v_shown_until, v_starts_at - c_moment))
      then
        return next v_part.starts_at;
      end if;
      v_starts_at := greatest(v_starts_at, v_shown_until);
    end if;
    return query
    select (s.at - v_part.utc_offset) at time zone 'utc'
    from nightshift.local_slots(p_expression,
      greatest(v_starts_at, (p_from at time zone 'utc') + v_part.utc_offset),
      least(v_ends_at - c_moment, (p_to at time zone 'utc') + v_part.utc_offset)) as s (at);
    v_shown_until := greatest(v_ends_at, v_shown_until);
  end loop;
end
$$;
comment on function nightshift.zone_slots(text, timestamptz, timestamptz, text) is
'Part of cron_slots: the slots in a time zone whose clocks may change.';
revoke all on function nightshift.zone_slots(text, timestamptz, timestamptz, text) from public;

create or replace function nightshift.cron_slots(p_expression text, p_from timestamptz, p_to timestamptz,
  p_time_zone text default 'UTC')
returns setof timestamptz
language plpgsql immutable set search_path = ''
as $$
declare
  c_longest_window constant interval := interval '366 days';
begin
  if p_expression is null or p_from is null or p_to is null then
    return;
  elsif p_to - p_from > c_longest_window then
    raise exception 'cron_window_too_long: slots are listed for at most 366 days at once.' using errcode = 'PT422';
  elsif coalesce(p_time_zone, 'UTC') = 'UTC' then
    return query
    select s.at at time zone 'utc'
    from nightshift.local_slots(p_expression, p_from at time zone 'utc', p_to at time zone 'utc') as s (at);
  else
    return query select z.at from nightshift.zone_slots(p_expression, p_from, p_to, p_time_zone) as z (at);
  end if;
end
$$;
comment on function nightshift.cron_slots(text, timestamptz, timestamptz, text) is
'The minutes from p_from to p_to (at most 366 days) that a cron expression means on the clocks of a time zone, '
'ascending. Where clocks change: with a star as hour every minute that matches; otherwise a skipped local time runs at '
'the next minute that exists, and one that comes twice runs once. None for a null expression. Errors: PT422 '
'cron_expression_invalid, cron_window_too_long, time_zone_unknown.';
revoke all on function nightshift.cron_slots(text, timestamptz, timestamptz, text) from public;

create or replace function nightshift.cron_matches(p_expression text, p_at timestamptz, p_time_zone text default 'UTC')
returns boolean
language sql immutable set search_path = ''
as $$
  select exists (
    select
    from nightshift.cron_slots(p_expression, date_trunc('minute', p_at), date_trunc('minute', p_at), p_time_zone)
  )
$$;
comment on function nightshift.cron_matches(text, timestamptz, text) is
'Whether the minute of p_at is one that the cron expression means in a time zone. Errors: PT422 '
'cron_expression_invalid, time_zone_unknown.';
revoke all on function nightshift.cron_matches(text, timestamptz, text) from public;

create or replace function nightshift.latest_slot(p_expression text, p_at timestamptz, p_time_zone text default 'UTC')
returns timestamptz
language plpgsql immutable set search_path = ''
as $$
begin
  -- The last hour is enough for nearly every schedule. Only the others need a month.
  return coalesce(
    (select max(s) from nightshift.cron_slots(p_expression, p_at - interval '1 hour', p_at, p_time_zone) as s),
    (select max(s) from nightshift.cron_slots(p_expression, p_at - interval '31 days', p_at, p_time_zone) as s)
  );
end
$$;
comment on function nightshift.latest_slot(text, timestamptz, text) is
'The latest minute up to p_at that the expression means in a time zone, looking back 31 days. Null when there is none.';
revoke all on function nightshift.latest_slot(text, timestamptz, text) from public;

create or replace function nightshift.next_slot(p_expression text, p_after timestamptz, p_time_zone text default 'UTC')
returns timestamptz
language sql immutable set search_path = ''
as $$
  select coalesce(
    (select min(s) from nightshift.cron_slots(p_expression, p_after, p_after + interval '1 hour', p_time_zone) as s
      where s > p_after),
    (select min(s) from nightshift.cron_slots(p_expression, p_after, p_after + interval '31 days', p_time_zone) as s
      where s > p_after)
  )
$$;
comment on function nightshift.next_slot(text, timestamptz, text) is
'The first minute after p_after that the expression means in a time zone, looking ahead 31 days. Null when there is '
'none.';
revoke all on function nightshift.next_slot(text, timestamptz, text) from public;

create or replace function nightshift.check_time_zone(p_name text) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_name text := p_name;
begin
  if v_name is distinct from 'UTC' then
    -- Abbreviations such as CEST are left out: they never change their clocks.
    select z.name into v_name from pg_catalog.pg_timezone_names z where lower(z.name) = lower(p_name);
  end if;
  if v_name is null then
    raise exception 'time_zone_unknown: PostgreSQL knows no time zone "%".', left(p_name, 100)
      using errcode = 'PT422', hint = 'The names are those of pg_timezone_names, such as Europe/Berlin.';
  end if;
  return v_name;
end
$$;
comment on function nightshift.check_time_zone(text) is
'The name of a time zone as PostgreSQL spells it, whatever its case. Error: PT422 time_zone_unknown.';
revoke all on function nightshift.check_time_zone(text) from public;
