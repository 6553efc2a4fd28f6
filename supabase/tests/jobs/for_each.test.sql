-- Test: each scheduled time of an agent for_each workspace makes one job for each workspace, by one statement.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(21);

insert into public.task_schedules (name, task_type, cron_expression, target, payload, for_each)
values ('digest', 'daily_analytics_rollup', '0 3 * * *', 'digest', '{"days": 1}', 'workspace');
select is(nightshift.dispatch('digest', '2026-03-01 03:00Z') ->> 'outcome', 'dispatched', 'its tick comes');
create temp view digests as
select j.*, t.status, t.input_data, t.triggered_by, t.agent_name, t.task_type
from nightshift.jobs j
join public.task_schedules s on s.id = j.schedule_id and s.name = 'digest'
join public.autonomous_tasks t on t.id = j.task_id;
select results_eq($$ select d.workspace_id, d.state, d.payload, d.status, d.triggered_by, d.agent_name, d.task_type, d.input_data ->> 'schedule' from digests d order by 1 $$,
  format($$ values (%L::uuid, 'ready'::text, '{"days": 1}'::jsonb, 'pending'::text, 'cron'::text, 'digest'::text, 'daily_analytics_rollup'::text, 'digest'),
    (%L, 'ready', '{"days": 1}', 'pending', 'cron', 'digest', 'daily_analytics_rollup', 'digest') $$, :'ours', :'theirs'), 'each workspace has a job and a task row of its own');
select is((select count(*) from public.task_dispatches d where d.kind in ('tick', 'wake')), 1::bigint, 'one request is sent for all');
select is(pg_temp.attempt('viewer', 'select from public.autonomous_tasks where agent_name = ''digest'' and workspace_id is not null'), '1', 'members see what is done for them, and no more');
select is(pg_temp.attempt('member', 'update public.autonomous_tasks set status = ''cancelled'' where agent_name = ''digest'''), '0', 'and change nothing of it');
select is(pg_temp.attempt('owner', 'select from public.autonomous_tasks where agent_name = ''digest'' for update'), '0', 'nor hold its rows') ;
select is(pg_temp.attempt('owner', 'update public.autonomous_tasks set error_message = ''x'' where agent_name = ''digest'''), '0', 'not even its owner');
select is(pg_temp.attempt('member', 'select from nightshift.jobs'), '42501', 'nobody reads the jobs themselves');

create temp table answer as
select nightshift.start_agent_run(d.task_id, 10, 30, null, '2026-03-01 03:00:01Z') as answer from public.task_dispatches d where d.kind = 'tick';
select is((select jsonb_array_length(answer -> 'jobs') from answer), 2, 'its run is given these jobs');
select is((select jsonb_agg(j -> 'workspace_id' order by j -> 'workspace_id') from answer, jsonb_array_elements(answer -> 'jobs') j), jsonb_build_array(:'ours', :'theirs'), 'each for its workspace');
select nightshift.settle_jobs((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, (
  select jsonb_agg(jsonb_build_object('task_id', j -> 'task_id', 'outcome', case j ->> 'workspace_id' when :'ours' then 'completed' else 'retry' end, 'error', 'x', 'after_seconds', 1e6))
  from jsonb_array_elements(answer -> 'jobs') j), 10, 30, '2026-03-01 03:01Z') from answer \g /dev/null
select nightshift.finish_agent_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, null, '2026-03-01 03:01:01Z') from answer \g /dev/null
select is(nightshift.dispatch('digest', '2026-03-02 03:00Z') ->> 'outcome', 'dispatched', 'the next scheduled time');
select results_eq($$ select d.workspace_id, d.state from digests d order by 1 $$, format($$ values (%L::uuid, 'ready'), (%L, 'later') $$, :'ours', :'theirs'),
  'leaves out the workspace that is not done with the last one, and no other');
update public.task_schedules s set overlap_policy = 'allow' where s.name = 'digest';
select is(nightshift.dispatch('digest', '2026-03-03 03:00Z') ->> 'outcome', 'dispatched', 'with overlap allowed');
select is((select count(*) from digests d where d.workspace_id = :'theirs'), 2::bigint, 'it gets a second one');
select is(nightshift.dispatch('digest', '2026-03-03 03:00Z') ->> 'outcome', 'already_dispatched', 'a second tick');
select is((select count(*) from digests d), 4::bigint, 'makes no job twice');

-- Narrowed

insert into nightshift.agent_workspaces (schedule_id, workspace_id) select s.id, :'theirs' from public.task_schedules s where s.name = 'digest';
delete from nightshift.jobs where true;
select nightshift.dispatch('digest', '2026-03-04 03:00Z') \g /dev/null
select results_eq($$ select d.workspace_id from digests d $$, format($$ values (%L::uuid) $$, :'theirs'), 'with rows in agent_workspaces it works for those alone');
delete from nightshift.agent_workspaces where true;

-- Many

insert into public.workspaces (name) select 'W' || n from generate_series(1, 9998) n;
select is(nightshift.dispatch('digest', '2026-03-05 03:00Z') ->> 'outcome', 'dispatched', 'ten thousand workspaces');
analyze public.autonomous_tasks, nightshift.jobs, nightshift.job_turns;
select is((select count(*) from digests d where d.slot = '2026-03-05 03:00Z' and d.state = 'ready'), 10000::bigint, 'have a job each');
select is((select count(distinct t.lane) from nightshift.job_turns t join public.task_schedules s on s.id = t.schedule_id and s.name = 'digest' where t.is_waiting),
  10000::bigint, 'and a turn each');
select is((select count(*) from public.task_dispatches d where d.kind = 'wake'), 0::bigint, 'and still one request a scheduled time');
select * from finish();
rollback;
