-- Test: the receiver of a URL reports on its task with the token that came along, and reaches nothing else with it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/schedules.psql
select plan(14);

update public.task_schedules s set target = 'https://agent.example.com/hook', overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 12:00Z'), pg_temp.dispatch('2026-03-01 12:30Z') \g /dev/null
create temp table sent as
select (b.body ->> 'task_id')::uuid as id, b.body ->> 'task_token' as token
from (select convert_from(q.body, 'UTF8')::jsonb as body from net.http_request_queue q order by q.id) b;
create temp table ours as select id, encode(sha256(convert_to(token, 'UTF8')), 'hex') as hash from sent order by id limit 1;
create temp table other as select id from sent order by id offset 1;
grant select on ours, other to public;

-- As our function asks: with the rights of the service, and the hash of what the caller sent.
create function pg_temp.report(p_call text) returns jsonb
language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('request.jwt.claims', '{"role": "service_role"}', true);
  perform set_config('role', 'service_role', true);
  execute 'select ' || p_call into v_answer;
  perform set_config('role', 'none', true);
  perform set_config('request.jwt.claims', '', true);
  return v_answer;
end
$$;
create function pg_temp.change(p_action text, p_change jsonb default '{}', p_id uuid default null) returns jsonb
language sql as $$
  select pg_temp.report(format('public.change_task(%L, %L, %L, %L)', coalesce(p_id, (select id from ours)), p_action, p_change, (select hash from ours)))
$$;

select alike((select token from sent limit 1), 'nst\_%', 'the token looks like any other token of the API');
select is(pg_temp.change('start') ->> 'outcome', 'ok', 'the task starts');
select is(pg_temp.change('progress', '{"output_data": {"done": 5}}') ->> 'outcome', 'ok', 'tells how far it is, which is its heartbeat');
select is(pg_temp.change('start', p_id => (select id from other)) ->> 'outcome', 'unauthorized', 'another task is out of reach');
select is(pg_temp.report(format('public.find_tasks(%L, %L)', '{}', (select hash from ours))) ->> 'outcome', 'unauthorized', 'it lists nothing');
select is(pg_temp.report(format('public.get_task(%L, %L)', (select id from ours), (select hash from ours))) ->> 'outcome', 'unauthorized', 'it reads nothing');
select is(
  pg_temp.report(format('public.log_tasks(%L, p_token_hash => %L)', format('[{"workspace_id": "%s", "task_type": "email_sync"}]', :'ours'),
    (select hash from ours))) ->> 'outcome', 'unauthorized', 'it logs nothing');
select is(pg_temp.report(format('public.list_timeline(%L, %L)', '{}', (select hash from ours))) ->> 'outcome', 'unauthorized', 'it sees no timeline');
select is(pg_temp.change('complete', '{"output_data": {"done": 9}}') ->> 'outcome', 'ok', 'the task ends');
select results_eq(
  'select t.status, t.output_data from public.autonomous_tasks t join ours using (id)', $$ values ('completed'::text, '{"done": 9}'::jsonb) $$,
  'as it said');
select is(pg_temp.change('fail') ->> 'outcome', 'task_already_finished', 'and stays so');

-- Only where such a token was sent

update public.task_schedules s set target = 'email-sync' where s.name = 'half-hourly';
select is(pg_temp.change('start') ->> 'outcome', 'unauthorized', 'a function of the project has no such token');
update public.task_schedules s set target = 'https://agent.example.com/hook' where s.name = 'half-hourly';
delete from vault.secrets s where s.name = 'cron_secret';
select is(pg_temp.change('start') ->> 'outcome', 'unauthorized', 'without cron_secret there is none');
select is(
  pg_temp.report(format('public.change_task(%L, %L, %L, null)', (select id from other), 'start', '{}')) ->> 'outcome', 'ok',
  'the service itself reaches every task');

select * from finish();
rollback;
