-- Test: mistakes of operators. A deleted agent, a target that takes no jobs, a workspace that was chosen and is gone,
-- a missing secret, a clock that is put back, and rows of the log that are ended or deleted by hand.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/job_queue.psql
select plan(17);

-- A workspace that was chosen

insert into public.task_schedules (name, task_type, target, for_each, cron_expression)
values ('digest', 'email_sync', 'digest', 'workspace', '0 3 * * *');
insert into public.workspaces (id, name) values ('d0000000-0000-4000-8000-000000000004', 'The only one');
insert into nightshift.agent_workspaces (schedule_id, workspace_id)
select s.id, 'd0000000-0000-4000-8000-000000000004' from public.task_schedules s where s.name = 'digest';
delete from public.workspaces w where w.id = 'd0000000-0000-4000-8000-000000000004';
select is(nightshift.enqueue_for_workspaces(s, '2026-03-01 03:00Z', '2026-03-01 03:00Z'), 0, 'an agent of one workspace does not work for all when that is deleted')
from public.task_schedules s where s.name = 'digest';
insert into nightshift.agent_workspaces (schedule_id, workspace_id) select s.id, :'ours' from public.task_schedules s where s.name = 'digest';
delete from nightshift.agent_workspaces a where a.workspace_id = :'ours';
select is(nightshift.enqueue_for_workspaces(s, '2026-03-02 03:00Z', '2026-03-02 03:00Z'), 2, 'it does once an operator takes the last choice back')
from public.task_schedules s where s.name = 'digest';

update public.task_schedules s set enabled = false where s.name = 'digest';

-- A target that takes no jobs

update public.task_schedules s set cron_expression = '0 3 * * *' where s.name = 'importer';
select pg_temp.enqueue('waits@ours', '2026-03-01 12:00Z') \g /dev/null
select throws_ok($$ update public.task_schedules s set target = 'https://example.com/hook' where s.name = 'importer' $$, 'PT409',
  'agent_has_jobs: "importer" has unfinished jobs, and neither a URL nor the database takes jobs.', 'an agent with waiting jobs does not become a URL');
select is((select nightshift.cancel_job(j.task_id, p_now => '2026-03-01 12:00:01Z') ->> 'outcome' from nightshift.jobs j where j.key = 'waits'), 'cancelled', 'once they are cancelled');
select lives_ok($$ update public.task_schedules s set target = 'https://example.com/hook' where s.name = 'importer' $$, 'it does');
update public.task_schedules s set target = 'importer', cron_expression = null where s.name = 'importer';

-- A missing secret

update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.wake()).task_id;
update nightshift.agent_wakes w set unanswered = 0 where true;
delete from vault.secrets s where s.name = 'cron_secret';
select pg_temp.enqueue('unsigned', '2026-03-01 13:00Z') \g /dev/null
select is(nightshift.wake_agents('2026-03-01 13:02Z'), 1, 'without the secret it is tried again');
select is(nightshift.wake_agents('2026-03-01 13:04Z'), 1, 'and again');
select vault.create_secret('the cron secret', 'cron_secret') \g /dev/null
select is(nightshift.wake_agents('2026-03-01 13:06Z'), 1, 'so a minute after it is set the agent is sent for');
select is((pg_temp.task('unsigned')).status || ' ' || (select t.status from public.autonomous_tasks t where t.id = (pg_temp.wake()).task_id), 'pending pending', 'for the same job');

-- A clock that is put back

update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.wake()).task_id;
select is(nightshift.wake_agents('2026-03-01 10:00Z'), 1, 'what was sent for in the future keeps nobody waiting');

-- Rows that are ended or deleted by hand

select is(pg_temp.start('run', 10, '2026-03-01 13:10Z'), 'unsigned', 'a job runs');
update public.autonomous_tasks t set status = 'cancelled' where t.id = (pg_temp.job('unsigned')).task_id;
select is((select nightshift.beat_agent_run(r.id, r.token, 30, '2026-03-01 13:10:05Z') -> 'cancelled' ->> 0 from runs r where r.name = 'run'),
  (pg_temp.job('unsigned')).task_id::text, 'when its row is ended by hand, the next heartbeat stops the work');
select pg_temp.enqueue('gone@ours', '2026-03-01 13:11Z') \g /dev/null
delete from public.autonomous_tasks t where t.id = (pg_temp.job('gone')).task_id;
insert into public.autonomous_tasks (id, workspace_id, task_type, status)
select j.task_id, :'theirs', 'email_sync', 'pending' from nightshift.jobs j where j.key = 'gone';
select is(pg_temp.keys(pg_temp.settle('run', '{}', 10, '2026-03-01 13:12Z')), '', 'a job whose row is gone is not done');
select is((select t.status from public.autonomous_tasks t where t.workspace_id = :'theirs' and t.agent_name is null), 'pending', 'nor in the name of whoever has taken its id');

-- A deleted agent

select pg_temp.enqueue('late@ours', '2026-03-01 14:00Z') \g /dev/null
select w.task_id as wake_id from nightshift.agent_wakes w \gset
select is((select t.status from public.autonomous_tasks t where t.id = :'wake_id'), 'pending', 'a run is sent for');
delete from public.task_schedules s where s.name = 'importer';
select is((select t.status || ': ' || t.error_message from public.autonomous_tasks t where t.id = :'wake_id'),
  'cancelled: The agent "importer" was deleted before this run had started.', 'which ends with its agent');
select is((select count(*) from public.autonomous_tasks t where t.agent_name = 'importer' and t.workspace_id = :'ours' and t.status in ('pending', 'running')), 0::bigint, 'as its jobs do');
select * from finish();
rollback;
