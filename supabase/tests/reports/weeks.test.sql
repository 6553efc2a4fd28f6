-- Test: when the first day of the week changes, no day is in two weekly reports, and none is left out.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(8);
update public.workspaces set created_at = '2026-01-01' where id = :'ours';

create function pg_temp.weeks() returns text
language sql as $$
  select string_agg(concat_ws(' to ', r.numbers ->> 'first_day', r.numbers ->> 'last_day'), ', ' order by r.period_start)
  from public.workspace_reports r where r.kind = 'weekly'
$$;
create function pg_temp.received(p_first_day text) returns text
language sql as $$
  select string_agg(concat_ws(' before ', v ->> 'value', v ->> 'before'), ', ' order by r.period_start)
  from public.workspace_reports r, jsonb_array_elements(r.numbers -> 'sections') s, jsonb_array_elements(s -> 'rows') v
  where v ->> 'label' = 'Received' and r.numbers ->> 'first_day' like p_first_day
$$;

insert into public.workspace_settings (workspace_id, time_zone, enabled_types) values (:'ours', 'UTC', '{weekly_report_generation}');
select pg_temp.receive_one(:'ours', 'day ' || n, timestamptz '2026-02-20 10:00Z' + n * interval '1 day')
from generate_series(0, 40) as n \g /dev/null
select pg_temp.write_weekly('2026-03-16 07:05Z') \g /dev/null
select is(pg_temp.weeks(), '2026-03-09 to 2026-03-15', 'a week from Monday to Sunday');

update public.workspace_settings set week_starts_on = 4 where workspace_id = :'ours';
select pg_temp.write_weekly('2026-03-17 07:05Z') \g /dev/null
select is(pg_temp.weeks(), '2026-03-09 to 2026-03-15', 'a week that begins on Thursdays makes no report of days that have one');
select is((select t.next_at from nightshift.report_turns t where t.kind = 'weekly'), timestamptz '2026-03-19 07:00Z', 'the next is due on Thursday');
select pg_temp.write_weekly('2026-03-19 07:05Z') \g /dev/null
select pg_temp.write_weekly('2026-03-26 07:05Z') \g /dev/null
select is(pg_temp.weeks(), '2026-03-09 to 2026-03-15, 2026-03-16 to 2026-03-18, 2026-03-19 to 2026-03-25',
  'it begins where the last one ended, and the one after it is whole again');
select is(pg_temp.received('%'), '7 before 7, 3 before 3, 7 before 7', 'each email is in one report, and a period is compared with as many days before it');
select matches((select r.numbers ->> 'subtitle' from public.workspace_reports r where r.numbers ->> 'first_day' = '2026-03-16'),
  '^2026-03-16 to 2026-03-18\. This week is short', 'a short week says so');
select doesnt_match((select r.numbers ->> 'subtitle' from public.workspace_reports r where r.numbers ->> 'first_day' = '2026-03-19'),
  'short', 'a whole one does not');

update public.workspace_settings set week_starts_on = 1 where workspace_id = :'ours';
select pg_temp.write_weekly('2026-04-20 07:05Z') \g /dev/null
select is((select r.numbers ->> 'first_day' from public.workspace_reports r where r.kind = 'weekly' order by r.period_start desc limit 1), '2026-04-13',
  'weeks that were missed are not made up for');

select * from finish();
rollback;
