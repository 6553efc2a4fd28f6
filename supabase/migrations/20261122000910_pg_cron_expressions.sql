-- When pg_cron has to come for a schedule of another time zone.
--
-- pg_cron works in UTC. The job of a schedule in Europe/Berlin comes at every UTC time that the schedule can
-- mean in the coming 400 days, summer and winter: for 09:00 that is 07:00 and 08:00. dispatch then asks
-- cron_slots whether this minute is a slot. Minutes, hours and days only ever grow, so each slot has its tick.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.write_cron_field(p_values integer[], p_all integer) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select case when count(*) = p_all then '*' else string_agg(v.value::text, ',' order by v.value) end
  from (select distinct u.value from unnest(p_values) as u (value)) v
$$;
comment on function nightshift.write_cron_field(integer[], integer) is
'One field of a cron expression: a list of values, or a star when they are all p_all of them.';
revoke all on function nightshift.write_cron_field(integer[], integer) from public;

create or replace function nightshift.utc_minutes(p_expression text, p_time_zone text, p_now timestamptz)
returns setof integer
language sql immutable set search_path = ''
as $$
  with fields as (
    select regexp_split_to_array(nightshift.trim_expression(p_expression), ' ') as f
  ), clocks as materialized (
    select o.starts_at at time zone 'utc' as starts_at, (extract(epoch from o.utc_offset) / 60)::integer as ahead,
      (lag(extract(epoch from o.utc_offset)) over (order by o.starts_at) / 60)::integer as ahead_before
    from nightshift.zone_offsets(p_time_zone, p_now - interval '48 hours', p_now + interval '9600 hours') o
  )
  select h.hour * 60 + m.minute - c.ahead
  from fields
  cross join (select distinct ahead from clocks) c
  cross join unnest(nightshift.cron_field_values(fields.f[2], 0, 23)) as h (hour)
  cross join unnest(nightshift.cron_field_values(fields.f[1], 0, 59)) as m (minute)
  union -- what clocks skip runs when they change
  select extract(hour from c.starts_at)::integer * 60 + extract(minute from c.starts_at)::integer
    + (c.starts_at::date - skipped.at::date) * 1440
  from fields
  join clocks c on c.ahead > c.ahead_before and fields.f[2] not like '*%'
  cross join lateral nightshift.local_slots(p_expression, c.starts_at + make_interval(mins => c.ahead_before),
    c.starts_at + make_interval(mins => c.ahead) - interval '1 microsecond') as skipped (at)
$$;
comment on function nightshift.utc_minutes(text, text, timestamptz) is
'Part of pg_cron_expression: the UTC times of day at which an expression may have a slot in the 400 days after p_now, '
'in minutes since 00:00 UTC of the local date. Negative: on the day before; 1440 or more: on the day after.';
revoke all on function nightshift.utc_minutes(text, text, timestamptz) from public;

create or replace function nightshift.shift_cron_days(p_expression text, p_shifts integer[]) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_fields text[] := regexp_split_to_array(nightshift.trim_expression(p_expression), ' ');
  v_days integer[];
  v_months integer[];
  v_weekdays integer[];
begin
  if p_shifts = '{0}' then
    return array_to_string(v_fields[3:5], ' ');
  end if;
  select array_agg((w.day + s.shift + 7) % 7) into v_weekdays
  from unnest(nightshift.cron_field_values(v_fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}')) as w (day)
  cross join unnest(p_shifts) as s (shift);
  -- A month ends with any day from the 28th to the 31st.
  select array_agg(n.day) into v_days
  from unnest(nightshift.cron_field_values(v_fields[3], 1, 31)) as d (day)
  cross join unnest(p_shifts) as s (shift)
  cross join lateral (
    select d.day + s.shift where d.day + s.shift between 1 and 31
    union select 1 where s.shift = 1 and d.day >= 28
    union select generate_series(28, 31) where s.shift = -1 and d.day = 1
  ) as n (day);
  select array_agg((m.month + s.shift + 11) % 12 + 1) into v_months
  from unnest(nightshift.cron_field_values(v_fields[4], 1, 12, '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}'))
    as m (month)
  cross join unnest(p_shifts || 0) as s (shift);
  return concat_ws(' ',
    case
      -- Two lists mean that either day will do. Where both had to match, the weekdays alone are enough.
      when v_fields[3] not like '*%' and v_fields[5] not like '*%' then nightshift.write_cron_field(v_days, null)
      when nightshift.write_cron_field(v_weekdays, 7) = '*' then nightshift.write_cron_field(v_days, 31)
      else '*'
    end,
    nightshift.write_cron_field(v_months, 12),
    nightshift.write_cron_field(v_weekdays,
      case when v_fields[3] like '*%' or v_fields[5] like '*%' then 7 end));
end
$$;
comment on function nightshift.shift_cron_days(text, integer[]) is
'Part of pg_cron_expression: the fields day, month and weekday for the days that lie so many days after those of an '
'expression, each of the shifts from -1 to 1. It may mean more days, never fewer.';
revoke all on function nightshift.shift_cron_days(text, integer[]) from public;

create or replace function nightshift.pg_cron_expression(p_expression text, p_time_zone text, p_now timestamptz)
returns text
language plpgsql immutable set search_path = ''
as $$
declare
  v_minutes integer[];
  v_hours integer[];
  v_shifts integer[];
begin
  if p_expression is null or p_time_zone = 'UTC' then
    return p_expression;
  end if;
  select array_agg((u.at + 2880) % 60), array_agg((u.at + 2880) / 60 % 24),
    array_agg(distinct (u.at + 2880) / 1440 - 2)
  into v_minutes, v_hours, v_shifts
  from nightshift.utc_minutes(p_expression, p_time_zone, p_now) as u (at);
  return concat_ws(' ', nightshift.write_cron_field(v_minutes, 60), nightshift.write_cron_field(v_hours, 24),
    nightshift.shift_cron_days(p_expression, v_shifts));
end
$$;
comment on function nightshift.pg_cron_expression(text, text, timestamptz) is
'The expression in UTC that the pg_cron job of a schedule gets: it means every slot that the expression has in its '
'time zone in the 400 days after p_now, and possibly other minutes. The expression itself in UTC. Null for a null '
'expression.';
revoke all on function nightshift.pg_cron_expression(text, text, timestamptz) from public;
