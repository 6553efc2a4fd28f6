-- Test: many workspaces with many due jobs do not keep that of another from being due.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(2);

insert into public.workspaces (id, name) select gen_random_uuid(), 'crowd' from generate_series(1, 100);
select nightshift.enqueue_jobs('importer', (
  select jsonb_agg(jsonb_build_object('workspace_id', w.id, 'run_at', '2026-03-01T13:00:00Z'))
  from public.workspaces w, generate_series(1, 100) where w.name = 'crowd'), p_now => '2026-03-01 12:00Z') \g /dev/null
select nightshift.enqueue_jobs('importer', (
  select jsonb_agg(jsonb_build_object('workspace_id', w.id, 'run_at', '2026-03-01T13:00:00Z'))
  from public.workspaces w where w.name = 'crowd'), p_now => '2026-03-01 12:00Z') \g /dev/null
select pg_temp.enqueue('mine@ours', '2026-03-01 12:00Z', '{"run_at": "2026-03-01T13:00:01Z"}') \g /dev/null
select is(pg_temp.start('first', 1, '2026-03-01 13:00:02Z'), '', 'the first claim lets jobs of 100 workspaces be claimed');
select pg_temp.settle('first', '{}', 1, '2026-03-01 13:00:02Z') \g /dev/null
select is((pg_temp.job('mine')).state in ('ready', 'running'), true, 'and the next one that of another workspace, before more of theirs');
select * from finish();
rollback;
