-- Test: every instant belongs to exactly one day of a workspace, in every zone and across changes.
begin;
\ir ../_helpers/acting.psql
select plan(13);

-- Every zone, every day of two years: the day begins with its date on the clock, and the one before ends.
-- Zones with equal clocks over the two years are looked at once.
create temp table zones as
select min(p.name) as name
from (
  select z.name, array_agg(d.day::timestamp at time zone z.name order by d.day) as midnights
  from pg_catalog.pg_timezone_names z
  cross join generate_series('2025-01-01'::timestamp, '2026-12-28', interval '9 days') as d (day)
  where z.name !~ '^(posix|right)/' and z.name <> 'localtime'
  group by z.name
) p
group by p.midnights;
select cmp_ok((select count(*)::integer from zones), '>', 50, 'there are more than 50 different zones');

-- A day of 24 hours after one of 24 hours has no change of clocks in or before it, and one of them is as good as all.
create temp view ends as
select distinct on (z.name, date_trunc('year', f.at), f.hours, f.hours_before) z.name, f.day
from zones z
cross join lateral (
  select g.at::date as day, (g.at + interval '1 day') at time zone z.name - g.at at time zone z.name as hours,
    g.at at time zone z.name - (g.at - interval '1 day') at time zone z.name as hours_before, g.at
  from generate_series('2025-01-01'::timestamp, '2026-12-31', interval '1 day') as g (at)
) f
order by z.name, date_trunc('year', f.at), f.hours, f.hours_before, f.day;
select is_empty($$
  select e.name, e.day
  from ends e
  cross join lateral (select nightshift.midnight(e.day, e.name) as start) m
  where (m.start at time zone e.name)::date <> e.day
    or ((m.start - interval '1 microsecond') at time zone e.name)::date <> e.day - 1
  $$, 'in every zone, every day of two years begins when its date appears on the clock');

-- Changes the zone of their workspace, the next day back again, and tells what is wrong with an hour around it.
create function pg_temp.change(p_from text, p_to text, p_back text) returns text
language plpgsql as $$
declare
  v_theirs constant uuid := 'b0000000-0000-4000-8000-000000000002';
  v_problems text;
begin
  delete from nightshift.workspace_zones z where z.workspace_id = v_theirs;
  insert into nightshift.workspace_zones values (v_theirs, '-infinity', p_from);
  perform nightshift.change_zone(v_theirs, p_to, '2026-03-29 12:00Z');
  perform nightshift.change_zone(v_theirs, p_back, '2026-03-30 14:30Z');
  with days as materialized (
    select d.at::date as day, nightshift.day_start(v_theirs, d.at::date) as starts_at
    from generate_series('2026-03-26'::timestamp, '2026-04-04', interval '1 day') as d (at)
  ), ranges as (
    select d.day, d.starts_at, lead(d.starts_at) over (order by d.day) as ends_at from days d
  )
  select string_agg(format('%s is in %s days, and day_of says %s; ', h.at, h.days, h.day), '') into v_problems
  from (
    select t.at, (select count(*) from ranges r where r.starts_at <= t.at and t.at < r.ends_at) as days,
      (select r.day from ranges r where r.starts_at <= t.at and t.at < r.ends_at) as found,
      nightshift.day_of(v_theirs, t.at) as day
    from generate_series('2026-03-29 02:00Z'::timestamptz, '2026-04-01Z', interval '6 hours') as t (at)
  ) h
  where h.days <> 1 or h.day is distinct from h.found;
  return coalesce(v_problems, '');
end
$$;
insert into public.workspace_settings (workspace_id, time_zone) values (:'ours', 'Europe/Berlin');
select is(nightshift.day_start(:'ours', '2026-03-30') - nightshift.day_start(:'ours', '2026-03-29'), interval '23 hours',
  'the day on which clocks go forward has 23 hours');
select is(nightshift.day_start(:'ours', '2026-10-26') - nightshift.day_start(:'ours', '2026-10-25'), interval '25 hours',
  'the day on which they go back has 25');
select is(nightshift.day_of(:'ours', '2026-03-28 23:00Z'), '2026-03-29', 'midnight belongs to the day that begins');
select is(nightshift.day_of(:'ours', '2026-03-28 22:59:59.999999Z'), '2026-03-28', 'and the instant before to the other');
select is(nightshift.midnight('2026-11-01', 'America/Havana'), '2026-11-01 04:00Z', 'of two midnights the first begins the day');
select is(nightshift.day_of(:'theirs', '2026-03-28 23:30Z'), '2026-03-28', 'a workspace without settings has days of UTC');

-- A zone that changes

select is((select count(*) from nightshift.workspace_zones), 0::bigint, 'while nobody has counted days, a zone holds for all');
select nightshift.count_by_zone(array[:'ours', :'theirs']::uuid[]) \g /dev/null
select nightshift.change_zone(:'ours', 'America/New_York', '2026-03-29 12:00Z') \g /dev/null
select results_eq(
  format('select from_day, time_zone from nightshift.workspace_zones where workspace_id = %L order by 1', :'ours'),
  $$ values ('-infinity'::date, 'Europe/Berlin'::text), ('2026-03-30', 'America/New_York') $$,
  'a changed zone counts from the next day on');
select is(array[nightshift.day_start(:'ours', '2026-03-30'), nightshift.day_start(:'ours', '2026-03-31')],
  array['2026-03-29 22:00Z', '2026-03-31 04:00Z']::timestamptz[],
  'the day of the change begins by the old clocks and ends by the new ones');

-- From anywhere to anywhere: no instant is lost and none counts twice.
select is_empty($$
  select f.name, t.name
  from (values ('Etc/GMT+12'), ('America/St_Johns'), ('Pacific/Kiritimati'), ('Europe/Berlin')) as f (name)
  cross join (values ('Pacific/Kiritimati'), ('Asia/Kathmandu'), ('Etc/GMT+12')) as t (name)
  cross join lateral (
    select string_agg(pg_temp.change(f.name, t.name, back.name), '') as problems
    from (values (f.name), ('UTC')) as back (name)
  ) c
  where c.problems <> ''
  $$, 'between far zones, days still follow each other');

select pg_temp.attempt('service_role', 'delete from public.workspace_settings where workspace_id = $1', true) \g /dev/null
select is(nightshift.zone_of_day(:'ours', current_date + 2), 'UTC', 'without settings, UTC counts from the next day on');

select * from finish();
rollback;
