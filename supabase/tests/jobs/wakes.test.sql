-- Test: an agent with due jobs is sent for, once, also when a run ends or requests get lost, and never without end.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(28);

select pg_temp.enqueue('later', '2026-03-01 12:00Z', '{"run_at": "2026-03-01T12:30:00Z"}') \g /dev/null
select is(pg_temp.count_wakes(), 0::bigint, 'a job for later wakes nobody now');
select is(nightshift.wake_agents('2026-03-01 12:29:59Z'), 0, 'nor before its time');
select is(nightshift.wake_agents('2026-03-01 12:30Z'), 1, 'and does when it is due');
select is(nightshift.wake_agents('2026-03-01 12:31Z'), 0, 'once');

-- While a run is open

select is(pg_temp.start('run', 1, '2026-03-01 12:31:01Z', (pg_temp.wake()).task_id), 'later', 'the run starts');
select pg_temp.enqueue('a b', '2026-03-01 12:31:02Z') \g /dev/null
select is(pg_temp.count_wakes(), 1::bigint, 'while it is open no other is sent for');
select is((select nightshift.beat_agent_run(r.id, r.token, 30, '2026-03-01 12:31:02Z') -> 'more' from runs r where r.name = 'run'), 'true', 'its heartbeat tells that jobs wait');
update public.task_schedules s set enabled = false where s.name = 'importer';
select is((select nightshift.beat_agent_run(r.id, r.token, 30, '2026-03-01 12:31:02Z') -> 'more' from runs r where r.name = 'run'), 'false', 'unless the agent is paused');
update public.task_schedules s set enabled = true where s.name = 'importer';
select is(pg_temp.settle('run', '{"later": {"outcome": "completed"}}', 0, '2026-03-01 12:31:03Z') -> 'more', 'true', 'it is told that there is more');
select is(pg_temp.finish('run', '2026-03-01 12:31:04Z'), '{"held": true, "more": true}', 'when it ends all the same');
select is(pg_temp.count_wakes(), 2::bigint, 'one further run is sent for at once');
select is((select t.input_data -> 'continuation' from public.autonomous_tasks t where t.id = (pg_temp.wake()).task_id), '1', 'counted as a continuation');
select is(pg_temp.start('next', 10, '2026-03-01 12:31:05Z', (pg_temp.wake()).task_id), 'a b', 'which gets the rest');
select pg_temp.settle('next', '{"a": {"outcome": "completed"}, "b": {"outcome": "completed"}}', 0, '2026-03-01 12:31:06Z') \g /dev/null
select is((select nightshift.beat_agent_run(r.id, r.token, 30, '2026-03-01 12:31:06Z') -> 'more' from runs r where r.name = 'next'), 'false', 'a heartbeat tells that none waits');
select is(pg_temp.finish('next', '2026-03-01 12:31:07Z'), '{"held": true, "more": false}', 'and leaves nothing');
select is(pg_temp.count_wakes(), 2::bigint, 'so nobody is sent for');

-- Not for ever

select pg_temp.enqueue('c', '2026-03-01 12:40Z') \g /dev/null
update public.autonomous_tasks t set input_data = t.input_data || '{"continuation": 500}' where t.id = (pg_temp.wake()).task_id;
select pg_temp.start('last', 0, '2026-03-01 12:40:01Z', (pg_temp.wake()).task_id) \g /dev/null
select pg_temp.finish('last', '2026-03-01 12:40:02Z') \g /dev/null
select is(pg_temp.count_wakes(), 3::bigint, 'a chain of 500 runs ends');
select is(nightshift.wake_agents('2026-03-01 12:41Z'), 1, 'and reconcile begins another');
select pg_temp.start('broken', 10, '2026-03-01 12:41:01Z', (pg_temp.wake()).task_id) \g /dev/null
select pg_temp.finish('broken', '2026-03-01 12:41:02Z', 'Out of memory.') \g /dev/null
select pg_temp.enqueue('d', '2026-03-01 12:41:02Z') \g /dev/null
select is(pg_temp.count_wakes(), 5::bigint, 'a run that broke off with nothing done is not continued, new jobs send for another');

-- Requests that nobody takes up

update public.autonomous_tasks t set status = 'failed' where t.id = (pg_temp.wake()).task_id;
select pg_temp.enqueue('e', '2026-03-01 12:41:30Z') \g /dev/null
select is(pg_temp.count_wakes(), 5::bigint, 'a function that did not take up its request is not asked at every job');
select is(nightshift.wake_agents('2026-03-01 12:42:03Z'), 1, 'but after a minute');
update public.autonomous_tasks t set status = 'failed' where t.id = (pg_temp.wake()).task_id;
select is(nightshift.wake_agents('2026-03-01 12:43:04Z'), 0, 'then after two');
select is(nightshift.wake_agents('2026-03-01 12:44:04Z'), 1, 'and so on');
select is((select w.unanswered from nightshift.agent_wakes w), 3, 'counted');
select is(pg_temp.start('good', 10, '2026-03-01 12:44:05Z', (pg_temp.wake()).task_id), 'c', 'until one is taken up, which gets what the last run broke off with');
select is((select w.unanswered from nightshift.agent_wakes w), 0, 'which ends the count');

-- Paused

select pg_temp.finish('good', '2026-03-01 12:45Z') \g /dev/null
update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.wake()).task_id;
update public.task_schedules s set enabled = false where s.name = 'importer';
select pg_temp.enqueue('f', '2026-03-01 12:46Z') \g /dev/null
select is(nightshift.wake_agents('2026-03-01 13:50Z'), 0, 'a paused agent takes jobs and is not sent for');
update public.task_schedules s set enabled = true where s.name = 'importer';
select is(nightshift.wake_agents('2026-03-01 13:51Z'), 1, 'until it is resumed');
select * from finish();
rollback;
