-- Test: after a crash pg_net counts its requests from 1 again, and every answer still goes to the right dispatch.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(7);

-- Sends two slots, and then does what a crash does between them: the second request gets the id of the first.
update public.task_schedules s set overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 12:00:00Z') \g /dev/null
insert into public.task_schedules (name, task_type, cron_expression, target) values ('another', 'email_sync', '* * * * *', 'sync');
select pg_temp.dispatch('2026-03-01 12:00:20Z', 'another') \g /dev/null
update public.task_dispatches d set request_id = 1 where d.id in (
  (pg_temp.latest_dispatch('2026-03-01 12:00Z')).id, (pg_temp.latest_dispatch('2026-03-01 12:00Z', 'another')).id);
select pg_temp.answer(1, '2026-03-01 12:00:21Z', 202) \g /dev/null

select is(nightshift.judge_dispatches('2026-03-01 12:00:30Z'), 1, 'one answer is given to one dispatch');
select is((pg_temp.latest_dispatch('2026-03-01 12:00Z', 'another')).verdict, 'accepted', 'to the later one, whose request it was');
select is((pg_temp.latest_dispatch('2026-03-01 12:00Z')).verdict, 'sent', 'the earlier one still waits');
select is(nightshift.judge_dispatches('2026-03-01 12:00:36Z'), 0, 'and is not given it in a later pass either');
select is(nightshift.judge_dispatches('2026-03-01 12:00:37Z'), 1, 'it is judged');
select is((pg_temp.latest_dispatch('2026-03-01 12:00Z')).verdict, 'lost', 'as lost, in its time');
select is((pg_temp.latest_dispatch('2026-03-01 12:00Z', 'another')).http_status, 202, 'the other keeps its answer');

select * from finish();
rollback;
