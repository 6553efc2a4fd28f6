-- Test: a workspace that raises stops no other, and a run whose worker died goes on.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/worker.psql
\ir probe.psql
select plan(27);

-- One of a hundred workspaces raises, in the midst of chunks that several share

insert into public.workspaces (id, name)
select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'w' || n from generate_series(1, 100) as n;
insert into nightshift.probe_list (workspace_id, number)
select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, i from generate_series(1, 100) as n, generate_series(1, 3) as i;
\set bad 00000000-0000-4000-8000-000000000042
insert into nightshift.probe_list (workspace_id, number) values (:'bad', -1);
select nightshift.dispatch('probe', '2026-03-01 12:00:01Z') \g /dev/null
select cmp_ok(pg_temp.work('2026-03-01 12:00:10Z'), '<', 400, 'a workspace that raises does not make the worker go on for ever');
select is((pg_temp.root()).status, 'partial_failure', 'the run is a partial failure');
select is((pg_temp.root()).output_data - 'timestamp',
  '{"success": false, "workspaces_processed": 99, "workspaces_failed": 1, "counts": {"numbers": 297}}'::jsonb, 'whose output says how many');
select matches((pg_temp.root()).error_message, '^1 of 100 workspaces failed. The latest, ' || :'bad' || ', with: division by zero',
  'the operator reads which, and why');
select is((select count(*) from nightshift.probe_done), 297::bigint, 'all others are done, once');
select results_eq(
  $$ select t.status, count(*) from public.autonomous_tasks t where t.input_data ->> 'run_id' = (pg_temp.root()).id::text group by 1 order by 1 $$,
  $$ values ('completed', 99::bigint), ('failed', 1) $$, 'each workspace has its row');
select is(
  (select t.error_message from public.autonomous_tasks t where t.input_data ->> 'run_id' = (pg_temp.root()).id::text and t.status = 'failed'),
  'This could not be done for your workspace (database error 22012). The system row of the run says more. It is tried again by the next run.',
  'and the failing one says so in its own, without words of the database');
select is_empty('select from nightshift.run_failures', 'nothing is left behind');

-- It is tried again by the next run, and succeeds

update nightshift.probe_list l set number = 4 where l.number = -1;
select nightshift.dispatch('probe', '2026-03-01 12:30:01Z') \g /dev/null
select pg_temp.work('2026-03-01 12:30:10Z') \g /dev/null
select is((pg_temp.root()).status, 'completed', 'the next run does what is left');
select is((select count(*) from nightshift.probe_done d where d.workspace_id = :'bad'), 4::bigint, 'of that workspace');

-- All fail

insert into nightshift.probe_list (workspace_id, number) values (:'ours', -1);
select nightshift.dispatch('probe', '2026-03-01 13:00:01Z') \g /dev/null
select pg_temp.work('2026-03-01 13:00:10Z') \g /dev/null
select is((pg_temp.root()).status, 'failed', 'a run in which no workspace went well has failed');
delete from nightshift.probe_list where true;

-- An error that is nobody's in particular

create or replace function nightshift.social_media_posting_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$ begin raise exception 'The weights do not sum to 1.'; end $$;
select nightshift.dispatch('probe', '2026-03-01 13:30:01Z') \g /dev/null
select pg_temp.work('2026-03-01 13:30:10Z') \g /dev/null
select is((pg_temp.root()).status, 'failed', 'an error without any workspace due fails the run');
select is((pg_temp.root()).error_message, 'The weights do not sum to 1. (P0001)', 'with what it said');

-- The worker dies in a chunk: its session and its lock are gone, and its lease ends

create or replace function nightshift.social_media_posting_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$ select jsonb_build_object('done', count(*) > 3, 'touched', '[]'::jsonb) from nightshift.probe_done $$;
delete from nightshift.probe_done where true;
select nightshift.dispatch('probe', '2026-03-01 14:00:01Z') \g /dev/null
select nightshift.work_on('d0000000-0000-4000-8000-00000000000d', 'infinity', '2026-03-01 14:00:10Z') \g /dev/null
select nightshift.work_on('d0000000-0000-4000-8000-00000000000d', 'infinity', '2026-03-01 14:00:11Z') \g /dev/null
select is(pg_temp.work('2026-03-01 14:01:00Z'), 0, 'what another holds is left alone');
select is((pg_temp.root()).status, 'running', 'and still running');
select nightshift.reconcile('2026-03-01 14:02:00Z') \g /dev/null
select results_eq(
  $$ select d.kind, d.verdict from public.task_dispatches d where d.task_id = (pg_temp.root()).id order by d.dispatched_at, d.id $$,
  $$ values ('tick', 'stalled'), ('retry', 'sent') $$, 'reconcile finds it stalled and tries it again, as every other run');
insert into nightshift.probe_done select :'ours', n, (pg_temp.root()).id from generate_series(1, 4) as n;
select cmp_ok(pg_temp.work('2026-03-01 14:02:10Z'), '>', 0, 'the next worker takes it over');
select is((pg_temp.root()).status, 'completed', 'and it goes on to its end');
select is(pg_temp.latest_verdict(), 'accepted', 'the retry was accepted');

-- A worker that never comes

select nightshift.dispatch('probe', '2026-03-01 15:00:01Z') \g /dev/null
select nightshift.reconcile('2026-03-01 15:05:00Z') \g /dev/null
select is(pg_temp.latest_verdict(), 'sent', 'five minutes may pass before the worker comes');
select nightshift.reconcile('2026-03-01 15:11:00Z') \g /dev/null
select is(
  (select d.verdict || ': ' || d.detail from public.task_dispatches d where d.task_id = (pg_temp.root()).id and d.kind = 'tick'),
  'lost: The database worker did not start it: its pg_cron job nightshift-work is missing, switched off or failing.',
  'after ten it counts as lost, and says why');
select nightshift.reconcile('2026-03-01 15:12:00Z') \g /dev/null
select nightshift.reconcile('2026-03-01 15:23:00Z') \g /dev/null
select nightshift.reconcile('2026-03-01 15:30:00Z') \g /dev/null
select nightshift.reconcile('2026-03-01 15:45:00Z') \g /dev/null
select nightshift.reconcile('2026-03-01 15:46:00Z') \g /dev/null
select is((select t.status from public.autonomous_tasks t where t.input_data ->> 'slot' = '2026-03-01T15:00:00+00:00' and t.workspace_id is null
  and t.input_data ->> 'schedule' = 'probe'),
  'failed', 'and it is given up after its last attempt');

-- Cancelled by hand

delete from nightshift.database_runs where true;
update public.autonomous_tasks t set status = 'cancelled' where t.workspace_id is null and t.status = 'pending';
delete from nightshift.probe_done where true;
select nightshift.run_now('probe', '2026-03-01 17:00:01Z') \g /dev/null
select pg_temp.work('2026-03-01 17:00:10Z', 3) \g /dev/null
update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.root()).id;
select cmp_ok(pg_temp.work('2026-03-01 17:00:20Z'), '<=', 2, 'a cancelled run ends');
select is((pg_temp.root()).status, 'cancelled', 'and stays cancelled');
select is_empty('select from nightshift.database_runs', 'with nothing left on the list');

-- The job of the worker

select is_empty($$ select from nightshift.list_problems() p where p.problem = 'work_job' $$, 'its job is there');
select cron.unschedule('nightshift-work') \g /dev/null
select isnt_empty($$ select from nightshift.list_problems() p where p.problem = 'work_job' $$, 'and without it there is a problem');

select * from finish();
rollback;
