-- Test: days keep their numbers when their emails are cleaned up, and lose them when an email is deleted otherwise.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(5);

select pg_temp.ask_for_days(:'ours') \g /dev/null
select pg_temp.receive_one(:'ours', 'old-' || n, '2026-03-01 10:00Z') from generate_series(1, 3) as n \g /dev/null
select pg_temp.receive_one(:'ours', 'new-' || n, '2026-03-20 10:00Z') from generate_series(1, 3) as n \g /dev/null
update public.client_emails set created_at = received_at where true;
select pg_temp.roll_up('2026-03-25 10:05Z') \g /dev/null
select is((nightshift.clean_up(jsonb_populate_record(null::nightshift.cleanup_work, jsonb_build_object('workspace_id', :'ours',
    'what', 'mail', 'cutoff', '2026-03-10Z', 'after_at', '-infinity', 'after_id', '00000000-0000-0000-0000-000000000000', 'batch', 100)), false)).rows,
  3::bigint, 'cleanup deletes the three old emails');
select pg_temp.roll_up('2026-03-25 11:05Z') \g /dev/null
select is((select emails_in from public.daily_metrics where day = '2026-03-01'), 3::bigint, 'their day keeps its numbers');
select pg_temp.receive_one(:'ours', 'late', '2026-03-01 11:00Z') \g /dev/null
select pg_temp.roll_up('2026-03-25 12:05Z') \g /dev/null
select is((select emails_in from public.daily_metrics where day = '2026-03-01'), 3::bigint, 'also when another email of that day is late');
delete from public.client_emails where provider_message_id = 'new-1';
select pg_temp.roll_up('2026-03-25 13:05Z') \g /dev/null
select is((select emails_in from public.daily_metrics where day = '2026-03-20'), 2::bigint, 'an email that is deleted otherwise is not counted any more');
select is((select count(*) from nightshift.day_marks), 0::bigint, 'and nothing is left to count');

select * from finish();
rollback;
