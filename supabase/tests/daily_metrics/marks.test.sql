-- Test: how many marks and days a workspace can leave for the rollup, which serves all workspaces.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(6);
alter table public.client_emails drop constraint received_at_is_from_1970_to_2099; -- an adopted table has none
insert into public.workspace_settings (workspace_id, time_zone, enabled_types) values (:'ours', 'UTC', '{daily_analytics_rollup}');
select pg_temp.roll_up('2026-03-30 12:00Z') \g /dev/null

select is(pg_temp.attempt('owner', $$ select public.rebuild_metrics($1, '2026-03-01', '2026-03-10') $$, true), '1', 'an owner has days counted again');
select is(pg_temp.attempt('owner', $$ select public.rebuild_metrics($1, '2026-03-01', '2026-03-12') $$, true), '1', 'also while they wait');
select is((select count(*) from nightshift.day_marks), 12::bigint, 'a day that waits gets no further mark');
select pg_temp.roll_up('2026-03-30 12:00Z') \g /dev/null

select pg_temp.receive_one(:'ours', 'of no time', '-infinity') \g /dev/null
select pg_temp.receive_one(:'ours', 'of long ago', '0001-01-01') \g /dev/null
select pg_temp.receive_one(:'ours', 'of a far day', '9999-12-31') \g /dev/null
select pg_temp.receive_one(:'ours', 'of a day', '2026-03-20 10:00Z') \g /dev/null
select is((select count(*) from nightshift.list_all_days(array[:'ours'::uuid], '2026-03-30 12:00Z')), 11::bigint,
  'all days of a workspace are those from the first email of our times to the last, or today');
select pg_temp.roll_up('2026-03-30 12:00Z') \g /dev/null
select is((select string_agg(m.day::text, ', ') from public.daily_metrics m), '2026-03-20', 'and only these are counted');
select is((select count(*) from nightshift.due_metric_days), 0::bigint, 'nothing waits');

select * from finish();
rollback;
