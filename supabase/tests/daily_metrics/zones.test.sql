-- Test: a changed zone, and one that is taken back before it counts, leave the days as a count from scratch has them.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(4);

create function pg_temp.counted_day() returns date
language sql as $$ select m.day from public.daily_metrics m $$;

select pg_temp.ask_for_days(:'ours', 'Europe/Berlin') \g /dev/null
-- An email that is ahead of its time: on the 12th in Berlin, on the 11th in New York.
select pg_temp.receive_one(:'ours', 'ahead', '2026-03-12 01:00Z') \g /dev/null
select pg_temp.roll_up('2026-03-10 12:00Z') \g /dev/null
select is(pg_temp.counted_day(), date '2026-03-12', 'an email counts on its day in Berlin');
select nightshift.change_zone(:'ours', 'America/New_York', '2026-03-10 13:00Z') \g /dev/null
select pg_temp.roll_up('2026-03-10 13:05Z') \g /dev/null
select is(pg_temp.counted_day(), date '2026-03-11', 'with another zone from tomorrow on, on its day there');
select nightshift.change_zone(:'ours', 'Europe/Berlin', '2026-03-10 14:00Z') \g /dev/null
select pg_temp.roll_up('2026-03-10 14:05Z') \g /dev/null
select is(pg_temp.counted_day(), date '2026-03-12', 'and on the first one again when the change is taken back on the same day');
delete from public.workspaces where id = :'ours';
select is((select count(*) from nightshift.day_marks), 0::bigint, 'a deleted workspace leaves no mark');

select * from finish();
rollback;
