-- Cron expressions: which minutes a schedule means, in UTC, by the rules of pg_cron 1.6.
--
-- Five fields: minute, hour, day of month, month, day of week. Each is a list of *, a value, a range,
-- */step or range/step, with names for months and days. Anything else is rejected instead of guessed:
-- also a step that is longer than the field, as */90 would mean every hour.
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

create or replace function nightshift.cron_slots(p_expression text, p_from timestamptz, p_to timestamptz)
returns setof timestamptz
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  c_longest_window constant interval := interval '32 days';
  v_fields text[] := regexp_split_to_array(nightshift.trim_expression(p_expression), ' ');
  v_minutes integer[] := nightshift.cron_field_values(v_fields[1], 0, 59);
  v_hours integer[] := nightshift.cron_field_values(v_fields[2], 0, 23);
  v_days integer[] := nightshift.cron_field_values(v_fields[3], 1, 31);
  v_months integer[] := nightshift.cron_field_values(v_fields[4], 1, 12,
    '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}');
  v_weekdays integer[] := nightshift.cron_field_values(v_fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}');
  v_both_days boolean := left(v_fields[3], 1) = '*' or left(v_fields[5], 1) = '*';
begin
  if cardinality(v_fields) <> 5 or v_minutes is null or v_hours is null or v_days is null
    or v_months is null or v_weekdays is null
  then
    raise exception 'cron_expression_invalid: "%" is not five fields of minute, hour, day of month, month, day '
      'of week.',
      p_expression
      using errcode = 'PT422', hint = 'Allowed are *, values, ranges a-b, steps */n and a-b/n within the field, lists, '
        'and names such as mon or jan.';
  end if;
  if p_to - p_from > c_longest_window then
    raise exception 'cron_window_too_long: slots are listed for at most 32 days at once.' using errcode = 'PT422';
  end if;

  return query
  with days as ( -- a field that begins with a star counts as a star, and then both day fields must match
    select d as midnight
    from generate_series(date_trunc('day', p_from at time zone 'utc'), p_to at time zone 'utc', interval '1 day') as d
    where extract(month from d)::integer = any (v_months)
      and case when v_both_days
        then extract(day from d)::integer = any (v_days)
          and (extract(dow from d)::integer = any (v_weekdays) or extract(isodow from d)::integer = any (v_weekdays))
        else extract(day from d)::integer = any (v_days)
          or extract(dow from d)::integer = any (v_weekdays) or extract(isodow from d)::integer = any (v_weekdays)
      end
  )
  select slot.at
  from days
  cross join unnest(v_hours) as h (hour)
  cross join unnest(v_minutes) as m (minute)
  cross join lateral (
    select (days.midnight + make_interval(hours => h.hour, mins => m.minute)) at time zone 'utc'
  ) as slot (at)
  where slot.at between p_from and p_to
  order by slot.at;
end
$$;
comment on function nightshift.cron_slots(text, timestamptz, timestamptz) is
'The minutes from p_from to p_to (at most 32 days) that a cron expression means, in UTC, ascending. Errors: PT422 '
'cron_expression_invalid, cron_window_too_long.';
revoke all on function nightshift.cron_slots(text, timestamptz, timestamptz) from public;

create or replace function nightshift.cron_matches(p_expression text, p_at timestamptz) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select exists (
    select from nightshift.cron_slots(p_expression, date_trunc('minute', p_at), date_trunc('minute', p_at))
  )
$$;
comment on function nightshift.cron_matches(text, timestamptz) is
'Whether the minute of p_at is one that the cron expression means, in UTC. Error: PT422 cron_expression_invalid.';
revoke all on function nightshift.cron_matches(text, timestamptz) from public;

create or replace function nightshift.latest_slot(p_expression text, p_at timestamptz) returns timestamptz
language sql immutable parallel safe set search_path = ''
as $$
  -- The last hour is enough for nearly every schedule. Only the others need a month.
  select coalesce(
    (select max(s) from nightshift.cron_slots(p_expression, p_at - interval '1 hour', p_at) as s),
    (select max(s) from nightshift.cron_slots(p_expression, p_at - interval '31 days', p_at) as s)
  )
$$;
comment on function nightshift.latest_slot(text, timestamptz) is
'The latest minute up to p_at that the expression means, looking back 31 days. Null when there is none.';
revoke all on function nightshift.latest_slot(text, timestamptz) from public;

create or replace function nightshift.next_slot(p_expression text, p_after timestamptz) returns timestamptz
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(
    (select min(s) from nightshift.cron_slots(p_expression, p_after, p_after + interval '1 hour') as s
      where s > p_after),
    (select min(s) from nightshift.cron_slots(p_expression, p_after, p_after + interval '31 days') as s
      where s > p_after)
  )
$$;
comment on function nightshift.next_slot(text, timestamptz) is
'The first minute after p_after that the expression means, looking ahead 31 days. Null when there is none.';
revoke all on function nightshift.next_slot(text, timestamptz) from public;
