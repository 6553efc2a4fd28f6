-- Test: rows under a forged name reach no watch but those of their own workspace, and no ping ends them.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/watches.psql
select plan(19);

select pg_temp.watch('{"agent_name": "backup", "expected_every": "2 hours", "grace": "0", "max_runtime": "1 hour"}', '2026-03-01 12:00Z') \g /dev/null

-- The same name elsewhere

insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name) values (:'theirs', 'email_sync', 'completed', 'backup');
insert into public.autonomous_tasks (task_type, status, agent_name) values ('email_sync', 'completed', 'backup');
select is((select count(*) from nightshift.watch_reports), 0::bigint, 'a row of another workspace or of the system is no report');
select is(
  pg_temp.attempt('viewer', 'insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name) values ($1, ''email_sync'', ''completed'', ''backup'')', true),
  '42501', 'a viewer reports nothing');

-- A member logs rows under the name of a pinged job, far in the future

select pg_temp.ping_at('2026-03-01 12:10Z', 'start', '{"agent_name": "backup"}') \g /dev/null
insert into public.autonomous_tasks (id, workspace_id, task_type, status, agent_name, executed_at, input_data) values
  ('e0000000-0000-4000-8000-000000000001', :'ours', 'data_cleanup', 'running', 'backup', '2099-12-31 23:00Z', '{"run_id": "x"}');
delete from nightshift.watch_reports r where r.task_id = 'e0000000-0000-4000-8000-000000000001';
select pg_temp.ping_at('2026-03-01 12:20Z', 'success', '{"agent_name": "backup"}') \g /dev/null
select is(
  (select status from public.autonomous_tasks where id = 'e0000000-0000-4000-8000-000000000001'), 'running', 'a ping ends the run that it started');
select is(
  (select count(*) from public.autonomous_tasks where workspace_id = :'ours' and status = 'completed'), 1::bigint, 'and no other');
select is(pg_temp.tick('2026-03-01 12:21Z'), null, 'the job is in time');

-- What was reported counts, not what the row says about its times

insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name, executed_at)
values (:'ours', 'data_cleanup', 'running', 'backup', '2099-12-31 23:00Z');
select pg_temp.date_back('2026-03-01 12:30Z') \g /dev/null
select pg_temp.tick('2026-03-01 12:31Z') \g /dev/null
select is(
  (select s.open_since from nightshift.watch_states s), '2026-03-01 12:30Z'::timestamptz, 'a run begins when it is reported');
select is(pg_temp.tick('2026-03-01 13:30Z'), 'failed', 'and ends after max_runtime');
select is(
  (select count(*) from public.autonomous_tasks t where t.status = 'failed' and t.completed_at = '2099-12-31 23:00Z'), 1::bigint,
  'its row is failed, whatever times it has');

-- A watch of a token

select pg_temp.watch(format('{"token_id": "%s", "expected_every": "1 hour", "grace": "0"}', t.id), '2026-03-02 12:00Z')
from nightshift.ingest_tokens t where t.name = 'ours, ping' \g /dev/null
create function pg_temp.watched() returns bigint
language sql as $$
  with taken as (delete from nightshift.watch_reports r where true returning r.watch_id)
  select count(*) from taken t join public.job_watches w on w.id = t.watch_id where w.token_id is not null
$$;
insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name) values (:'ours', 'data_cleanup', 'completed', 'ours, ping');
select is(pg_temp.watched(), 0::bigint, 'what somebody logs under the name of the token is not the token');
select pg_temp.ask('ours', format('public.log_tasks(%L, null, $1)',
  '[{"task_type": "data_cleanup", "agent_name": "ours, ping", "status": "completed"}]')) \g /dev/null
select is(pg_temp.watched(), 0::bigint, 'nor what another token logs');
select pg_temp.ping_at('2026-03-02 12:10Z', 'success', '{"agent_name": "whatever"}') \g /dev/null
select is(pg_temp.watched(), 1::bigint, 'what the token pings is, under any name');

-- Names of strangers in alerts

select pg_temp.watch(jsonb_build_object('agent_name', E'<!channel>\n@everyone', 'expected_every', '1 hour', 'grace', '0')::text, '2026-03-03 12:00Z') \g /dev/null
select pg_temp.tick('2026-03-03 13:00Z') \g /dev/null
select is((select subject from told where subject like '%everyone%'), '<!channel> @everyone', 'a name is one line');
select alike((select message from told where subject like '%everyone%'), '<!channel> @everyone was expected at %', 'in the sentence too');
select is(
  nightshift.alert_body(a, 'slack') ->> 'text' like 'Nightshift: &lt;!channel&gt; @everyone missed in Ours. %', true, 'and calls nobody')
from nightshift.alerts a where a.subject like '%everyone%';

-- One workspace raises so many alerts a day, and no more

delete from public.job_watches where true;
delete from nightshift.alert_events where true;
insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'alerts_per_day', 5);
insert into public.job_watches (workspace_id, agent_name, expected_every, grace)
select w.id, 'flood ' || n, '1 minute', '0' from public.workspaces w cross join generate_series(1, 10) n;
update nightshift.watch_states s set expected_at = '2026-03-04 12:00Z', look_at = '2026-03-04 12:00Z'
from public.job_watches w where w.id = s.watch_id and w.agent_name like 'flood%';
select pg_temp.tick('2026-03-04 12:00Z') \g /dev/null
select results_eq(
  $$ select w.name, count(*) from told t join public.workspaces w on w.id = t.workspace_id where t.subject like 'flood%' group by w.name order by 1 $$,
  $$ values ('Ours'::text, 5::bigint), ('Theirs', 10) $$, 'another workspace is not affected');

-- One watch that cannot be judged stops no other

set local client_min_messages = error;
create function pg_temp.refuse() returns trigger language plpgsql as $$ begin raise exception 'Not this one.'; end $$;
create trigger refuse before update on nightshift.watch_states for each row
when (old.watch_id is not null and new.missed_in_a_row > 0 and new.expected_at between '2026-03-05' and '2026-03-06') execute function pg_temp.refuse();
update nightshift.watch_states s
set look_at = '2026-03-05 12:00Z', missed_in_a_row = 0, expected_at = case w.agent_name when 'flood 1' then '2026-03-05 12:00Z' else '2026-03-07 12:00Z' end::timestamptz
from public.job_watches w where w.id = s.watch_id and w.agent_name in ('flood 1', 'flood 2') and w.workspace_id = :'theirs';
select is(nightshift.judge_watches('2026-03-05 12:00Z') > 0, true, 'the others are judged');
select is(
  (select s.error from nightshift.reconcile_steps s where s.step = 'judge_watches'), 'Not this one.', 'and the error is kept');
drop trigger refuse on nightshift.watch_states;

-- Gone

delete from public.job_watches where true;
select is((select count(*) from nightshift.watch_states), 0::bigint, 'a state goes with its watch');
insert into nightshift.watch_reports (watch_id, task_id, status) values (gen_random_uuid(), gen_random_uuid(), 'completed');
select nightshift.judge_watches(now()) \g /dev/null
select is((select count(*) from nightshift.watch_reports), 0::bigint, 'and reports about none are dropped');

select * from finish();
rollback;
