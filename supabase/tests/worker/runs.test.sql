-- Test: a schedule with the target database makes its rows as always, sends nothing, and is done in chunks.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/worker.psql
\ir probe.psql
select plan(28);

delete from net.http_request_queue where true;
delete from vault.secrets s where s.name in ('project_url', 'cron_secret');
insert into nightshift.probe_list (workspace_id, number) select :'ours', n from generate_series(1, 25) as n;
insert into nightshift.probe_list (workspace_id, number) select :'theirs', n from generate_series(1, 3) as n;

-- The tick

select is(nightshift.dispatch('probe', '2026-03-01 12:00:01Z') ->> 'outcome', 'dispatched', 'a tick is dispatched, without any secret in Vault');
select is((pg_temp.root()).status, 'pending', 'with its pending system row');
select is((select count(*) from net.http_request_queue), 0::bigint, 'and nothing is sent');
select is((select verdict from public.task_timeline where schedule = 'probe'), 'pending', 'the timeline has it');
select is(nightshift.dispatch('probe', '2026-03-01 12:00:02Z') ->> 'outcome', 'already_dispatched', 'once for each scheduled time');

-- The worker

select is(pg_temp.work('2026-03-01 12:00:10Z', 2), 2, 'the worker comes and does a first chunk');
select is((pg_temp.root()).status, 'running', 'then the run is running');
select is(pg_temp.latest_verdict(), 'accepted', 'its dispatch was accepted');
select is((select count(*) from nightshift.probe_done), 10::bigint, 'a chunk of the work is done');
select is((select expires_at from nightshift.run_leases where run_id = (pg_temp.root()).id), '2026-03-01 12:01:40Z'::timestamptz,
  'and its lease lasts until the worker comes again');
select ok(nightshift.dispatch('probe', '2026-03-01 12:30:01Z') ->> 'outcome' = 'skipped', 'the next scheduled time waits for it, as always');
delete from public.autonomous_tasks t where t.status = 'cancelled' and t.input_data ->> 'schedule' = 'probe';

select cmp_ok(pg_temp.work('2026-03-01 12:01:00Z'), '>', 3, 'the next call goes on with it');
select is((pg_temp.root()).status, 'completed', 'and it is completed');
select is((select count(*) from public.task_dispatches d where d.task_id = (pg_temp.root()).id), 1::bigint, 'in a single attempt');
select is((pg_temp.root()).output_data - 'timestamp',
  '{"success": true, "workspaces_processed": 2, "workspaces_failed": 0, "counts": {"numbers": 28}}'::jsonb, 'its output has the sums');
select is((pg_temp.root()).cost_estimate_usd, 0::numeric, 'it costs nothing');
select results_eq(
  $$ select t.workspace_id, t.status, t.output_data, t.task_type, t.cost_estimate_usd from public.autonomous_tasks t
     where t.input_data ->> 'run_id' = (pg_temp.root()).id::text order by t.workspace_id $$,
  $$ values ('a0000000-0000-4000-8000-000000000001'::uuid, 'completed', '{"numbers": 25}'::jsonb, 'social_media_posting', 0::numeric),
    ('b0000000-0000-4000-8000-000000000002', 'completed', '{"numbers": 3}', 'social_media_posting', 0) $$,
  'and each workspace in which something changed has its row');
select is_empty('select from nightshift.database_runs', 'nothing is left on the list');
select is_empty('select l.run_id from nightshift.run_leases l where l.run_id = (pg_temp.root()).id', 'and no lease');
select is(pg_temp.attempt('member', 'select from public.task_timeline where schedule = ''probe'''), '1', 'members see the scheduled time');
select is(pg_temp.work('2026-03-01 12:02:00Z'), 0, 'without runs the worker has nothing to do');

-- Nothing due: no row for any workspace

select nightshift.dispatch('probe', '2026-03-01 13:00:01Z') \g /dev/null
select pg_temp.work('2026-03-01 13:00:10Z') \g /dev/null
select is((pg_temp.root()).status, 'completed', 'a run that finds nothing is completed');
select is_empty($$ select from public.autonomous_tasks t where t.input_data ->> 'run_id' = (pg_temp.root()).id::text $$,
  'and has no row for a workspace');

-- Payloads

update public.task_schedules s set payload = '{"dry_run": "yes"}' where s.name = 'probe';
select nightshift.dispatch('probe', '2026-03-01 13:30:01Z') \g /dev/null
select pg_temp.work('2026-03-01 13:30:10Z') \g /dev/null
select is((pg_temp.root()).status, 'failed', 'a payload of the wrong type fails the task');
select is((pg_temp.root()).error_message, 'payload_invalid: /dry_run: this is not true or false.', 'with a code and a pointer');
update public.task_schedules s set payload = '{"dry-run": true}' where s.name = 'probe';
select nightshift.dispatch('probe', '2026-03-01 14:00:01Z') \g /dev/null
select pg_temp.work('2026-03-01 14:00:10Z') \g /dev/null
select is((pg_temp.root()).error_message, 'payload_invalid: /dry-run: social_media_posting takes no such field.', 'and so does an unknown field');

-- What the database does not do

select throws_like(
  $$ insert into public.task_schedules (name, task_type, cron_expression, target)
     values ('other', 'content_calendar_sync', '* * * * *', 'database') $$,
  'database_type_unknown:%', 'a type that the database does not do is refused');
select throws_like($$ select nightshift.enqueue_jobs('probe', '[{}]') $$, 'agent_takes_no_jobs:%', 'and so is a job for it');

select * from finish();
rollback;
