-- Test: a scheduled time is one job, its row is the same for every attempt, and no clock takes a waiting job for dead.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(26);

insert into public.task_schedules (name, task_type, cron_expression, target, payload, max_attempts)
values ('nightly', 'data_cleanup', '0 3 * * *', 'cleaner', '{"days": 7}', 3);
update public.task_schedules s set active_since = '2026-02-28 12:00Z' where s.name = 'nightly';
select is(nightshift.dispatch('nightly', '2026-03-01 03:00Z') ->> 'outcome', 'dispatched', 'its tick comes');
create temp table slot_task as select d.task_id as id from public.task_dispatches d join public.task_schedules s on s.id = d.schedule_id and s.name = 'nightly';
create temp table answer as select nightshift.start_agent_run(id, 10, 30, null, '2026-03-01 03:00:01Z') as answer from slot_task;
select is((select (answer #- '{jobs,0,task_id}') - 'run_token'::text - 'run_id'::text from answer), '{"outcome": "started", "more": false, "jobs": [{"workspace_id": null,
  "agent": "nightly", "payload": {"days": 7}, "key": null, "attempt": 1, "max_attempts": 3, "steps": []}]}', 'the run is given itself as its one job');
select is((select answer #>> '{jobs,0,task_id}' from answer), (select id::text from slot_task), 'under the id of its row');
create function pg_temp.settle_slot(p_result jsonb, p_now timestamptz) returns jsonb
language sql as $$
  select nightshift.settle_jobs(t.id, (a.answer ->> 'run_token')::uuid, jsonb_build_array(p_result || jsonb_build_object('task_id', t.id)), 10, 30, p_now)
  from pg_temp.slot_task t, pg_temp.answer a
$$;
select is(pg_temp.settle_slot('{"outcome": "retry", "error": "No disk.", "after_seconds": 28800}', '2026-03-01 03:01Z'),
  '{"held": true, "lost": [], "cancelled": [], "jobs": [], "more": false}', 'it asks for another attempt in eight hours');
select is((select nightshift.finish_agent_run(t.id, (a.answer ->> 'run_token')::uuid, null, '2026-03-01 03:01:01Z') from slot_task t, answer a), '{"held": true, "more": false}', 'and ends');
select is((select t.status from public.autonomous_tasks t join slot_task s on s.id = t.id), 'running', 'its row stays running');
update public.task_dispatches d set verdict = 'accepted' from slot_task s where d.task_id = s.id;
alter table public.autonomous_tasks disable trigger trigger_autonomous_tasks_updated_at;
update public.autonomous_tasks t set updated_at = '2026-03-01 03:01Z' from slot_task s where t.id = s.id;
alter table public.autonomous_tasks enable trigger trigger_autonomous_tasks_updated_at;
select is(nightshift.judge_runs('2026-03-01 10:59Z'), 0, 'after eight hours of silence nobody takes it for dead');
select is((select t.status from public.autonomous_tasks t join slot_task s on s.id = t.id), 'running', 'nor ends it');
select is(nightshift.retry_dispatches('2026-03-01 10:59Z'), 0, 'nor sends its request again');
insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', '2026-03-01 10:59Z');
select is(nightshift.health('nightly', '2026-03-01 10:59Z') ->> 'status', 'unknown', 'and health does not call it stuck');
select is(nightshift.dispatch('nightly', '2026-03-02 03:00Z') ->> 'outcome', 'skipped', 'a further scheduled time is skipped while it is unfinished');
select is(nightshift.wake_agents('2026-03-01 11:00:59Z'), 0, 'before its time nobody is sent for');
select is(nightshift.wake_agents('2026-03-01 11:01Z'), 1, 'at its time a run is');
create temp table woken as
select nightshift.start_agent_run(w.task_id, 10, 30, null, '2026-03-01 11:01:02Z') as answer
from nightshift.agent_wakes w join public.task_schedules s on s.id = w.schedule_id and s.name = 'nightly';
select is((select answer #>> '{jobs,0,task_id}' from woken), (select id::text from slot_task), 'which is given the same task');
select is((select answer #>> '{jobs,0,attempt}' from woken), '2', 'in its second attempt');
select nightshift.settle_jobs((w.answer ->> 'run_id')::uuid, (w.answer ->> 'run_token')::uuid,
  jsonb_build_array(jsonb_build_object('task_id', t.id, 'outcome', 'completed', 'output', '{"freed": 3}'::jsonb)), 10, 30, '2026-03-01 11:02Z') from woken w, slot_task t \g /dev/null
select nightshift.finish_agent_run((w.answer ->> 'run_id')::uuid, (w.answer ->> 'run_token')::uuid, null, '2026-03-01 11:02:01Z') from woken w \g /dev/null
select is((select (t.status, t.output_data)::text from public.autonomous_tasks t join slot_task s on s.id = t.id), '(completed,"{""freed"": 3}")', 'and completes it');
select is((select l.verdict from public.task_timeline l where l.schedule = 'nightly' and l.kind = 'tick' and l.expected_at = '2026-03-01 03:00Z'), 'completed', 'the timeline shows that');

-- Requests that were lost are attempts of the same count

select is(nightshift.dispatch('nightly', '2026-03-03 03:00Z') ->> 'outcome', 'dispatched', 'a further scheduled time');
insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, dispatched_at)
select d.schedule_id, d.slot, 'retry', 0, d.task_id, '2026-03-03 03:01Z' from public.task_dispatches d where d.slot = '2026-03-03 03:00Z' and d.kind = 'tick';
select is(nightshift.start_agent_run(d.task_id, 10, 30, null, '2026-03-03 03:01:02Z') #> '{jobs,0,attempt}', '2', 'whose first request was lost is in its second attempt')
from public.task_dispatches d where d.slot = '2026-03-03 03:00Z' and d.kind = 'tick';

update public.task_dispatches d set verdict = 'accepted' where d.slot = '2026-03-03 03:00Z';
select is(nightshift.judge_runs('2026-03-03 03:02Z'), 1, 'its run dies');
select is((select j.state || ' ' || j.attempt || ' ' || t.status from nightshift.jobs j join public.autonomous_tasks t on t.id = j.task_id where j.slot = '2026-03-03 03:00Z'),
  'later 2 running', 'it waits for its third attempt, and its row runs on');
select is(nightshift.retry_dispatches('2026-03-03 03:03Z'), 0, 'its request is not sent again');
select is(nightshift.wake_agents('2026-03-03 03:03Z'), 1, 'a run is sent for instead');

-- By hand

select is(nightshift.run_now('importer', '2026-03-03 04:00Z') ->> 'outcome', 'dispatched', 'an agent on demand can be started by hand');
select is(nightshift.start_agent_run(d.task_id, 10, 30, null, '2026-03-03 04:00:01Z') #> '{jobs,0,payload}', '{"from": "the agent"}', 'and gets its own payload')
from public.task_dispatches d where d.kind = 'manual';
select is((select count(*) from nightshift.jobs j where j.state = 'running'), 1::bigint, 'as one job');
select * from finish();
rollback;
