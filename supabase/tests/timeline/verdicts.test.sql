-- Test: the timeline says of every dispatch what became of it, and how late that was.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql

-- task: its status; request: verdict of its dispatch; expected: what the timeline says.
create temp table cases (n serial, task text, request text, expected text);
insert into cases (task, request, expected)
select t.status, v.verdict, case
    when t.status in ('completed', 'failed', 'partial_failure') then t.status
    when v.verdict in ('sent', 'accepted') then t.status
    else v.verdict
  end
from unnest(array['pending', 'running', 'completed', 'failed', 'partial_failure', 'cancelled']) as t (status)
cross join unnest(array['sent', 'accepted', 'not_configured', 'skipped', 'missed', 'refused', 'server_error', 'resource_limit',
  'timed_out', 'unreachable', 'lost', 'ignored', 'stalled']) as v (verdict);
insert into cases (task, request, expected) select null, v.verdict, v.verdict from (values ('sent'), ('lost')) as v (verdict);

create temp table tasks as select c.n, gen_random_uuid() as id, c.task from cases c where c.task is not null;
insert into public.autonomous_tasks (id, task_type, status, executed_at, error_message)
select t.id, 'email_sync', t.task, '2026-03-01 12:00:07.25Z', 'Words.' from tasks t;
insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, dispatched_at, verdict)
select s.id, '2026-03-01 12:00Z', 'retry', c.n, t.id, '2026-03-01 12:00:01.5Z', c.request
from cases c
left join tasks t using (n)
cross join public.task_schedules s
where s.name = 'half-hourly';

select plan((select count(*) + 13 from cases)::integer);

select is(
  t.verdict, c.expected, format('request %s, task %s: %s', c.request, coalesce(c.task, 'unknown'), c.expected))
from cases c
join public.task_timeline t on t.seq = c.n;
select is((select count(*) from public.task_timeline), (select count(*) from cases), 'every dispatch has one row');
select is_empty('select from public.task_timeline where verdict is null', 'no verdict is null');
select results_eq(
  'select distinct task_status is null, seconds_late from public.task_timeline order by 2',
  $$ values (true, 1.500), (false, 7.250) $$, 'it is as late as the work began, or as it was dispatched while there is none');
select results_eq(
  'select distinct explanation from public.task_timeline where task_status is not null', $$ values ('Words.'::text) $$,
  'the task explains it');

-- A slot from tick to end

delete from public.task_dispatches where kind = 'retry';
select pg_temp.dispatch('2026-03-01 12:00:00.5Z') \g /dev/null
create temp view story as
select kind, seq, request_verdict, http_status, task_status, verdict, workspace_tasks, unfinished_workspace_tasks
from public.task_timeline where expected_at = '2026-03-01 12:00Z' order by dispatched_at;
create temp table root as select t.id from pg_temp.task_of('2026-03-01 12:00Z') t;
select results_eq(
  'table story', $$ values ('tick'::text, 0, 'sent'::text, null::integer, 'pending'::text, 'pending'::text, 0::bigint, 0::bigint) $$,
  'a request under way is pending');
select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:00Z')).request_id, '2026-03-01 12:00:01Z', 503) \g /dev/null
select nightshift.judge_dispatches('2026-03-01 12:00:02Z'), nightshift.retry_dispatches('2026-03-01 12:00:02Z') \g /dev/null
select results_eq(
  'select verdict, http_status from story', $$ values ('server_error'::text, 503) $$, 'one that failed says how');
select nightshift.retry_dispatches('2026-03-01 12:00:40Z') \g /dev/null
select nightshift.start_run((select id from root), p_now => '2026-03-01 12:00:41Z') \g /dev/null
insert into nightshift.run_workspaces (run_id, workspace_id, started_at)
select r.id, w.id, '2026-03-01 12:00:42Z' from public.workspaces w, root r;
select results_eq(
  'select kind, request_verdict, verdict, workspace_tasks, unfinished_workspace_tasks from story',
  $$ values ('tick'::text, 'server_error'::text, 'server_error'::text, 2::bigint, 2::bigint), ('retry', 'sent', 'running', 2, 2) $$,
  'its retry is a row of its own, with the tasks of the workspaces');
update nightshift.run_workspaces w set status = 'completed', ended_at = '2026-03-01 12:00:45Z' where w.workspace_id = :'ours';
select is(
  (select unfinished_workspace_tasks from story where kind = 'retry'), 1::bigint, 'those that are unfinished are counted');
select nightshift.finish_task((select id from root), p_now => '2026-03-01 12:00:50Z') \g /dev/null
select results_eq(
  'select kind, verdict from story', $$ values ('tick'::text, 'completed'::text), ('retry', 'completed') $$, 'in the end both say how the slot ended');
select is(
  (select distinct seconds_late from public.task_timeline where expected_at = '2026-03-01 12:00Z'), 41.000, 'and how late it began');
select is(
  (select distinct completed_at from public.task_timeline where expected_at = '2026-03-01 12:00Z'), '2026-03-01 12:00:50Z'::timestamptz, 'and when it ended');
select is_empty('select from public.task_timeline where verdict is null', 'no verdict was null');

-- Runs by hand and further runs belong to no scheduled time, so they are not late for one

delete from public.task_dispatches where true;
select nightshift.run_now('half-hourly', '2026-03-01 12:07:40Z'),
  nightshift.open_dispatch(s.id, '2026-03-01 12:00Z', 'continuation', p_now => '2026-03-01 12:09Z')
from public.task_schedules s where s.name = 'half-hourly' \g /dev/null
select results_eq(
  'select kind, seconds_late from public.task_timeline order by kind', $$ values ('continuation'::text, 0.000), ('manual', 0.000) $$,
  'a run by hand at second 40 is not 40 s late, nor is a further run');

select * from finish();
rollback;
