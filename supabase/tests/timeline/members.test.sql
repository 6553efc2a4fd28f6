-- Test: a member sees every scheduled time, the further runs that touched the own workspaces, and no work of others.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
select plan(24);

-- The first slot touched both workspaces, the third only theirs, the second was skipped, the fourth touched none.
-- A continuation touched only theirs, and one slot was missed.
select pg_temp.dispatch('2026-03-01 12:00Z'), pg_temp.dispatch('2026-03-01 12:30Z') \g /dev/null
update public.task_schedules s set overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 13:00Z'), pg_temp.dispatch('2026-03-01 13:30Z') \g /dev/null
select nightshift.open_dispatch(s.id, '2026-03-01 13:00Z', 'continuation', p_now => '2026-03-01 13:05Z'),
  nightshift.open_dispatch(s.id, '2026-03-01 11:30Z', 'missed', p_cancel_reason => 'missed: nobody came.', p_now => '2026-03-01 13:05Z')
from public.task_schedules s where s.name = 'half-hourly' \g /dev/null
insert into nightshift.run_workspaces (run_id, workspace_id, started_at)
select (pg_temp.task_of('2026-03-01 12:00Z')).id, :'ours'::uuid, '2026-03-01 12:00:02Z'::timestamptz
union all
select (pg_temp.task_of('2026-03-01 12:00Z')).id, :'theirs', '2026-03-01 12:00:02Z'
union all
select d.task_id, :'theirs', d.dispatched_at from public.task_dispatches d where d.slot = '2026-03-01 13:00Z';
-- What a member writes about a run changes nothing.
insert into public.autonomous_tasks (workspace_id, task_type, status, input_data)
select :'ours', 'email_sync', 'running', jsonb_build_object('run_id', d.task_id) from public.task_dispatches d;
update public.task_dispatches d set detail = 'Internal words.', cron_run_id = 7;

create function pg_temp.sees(p_persona text, p_query text) returns text
language plpgsql as $$
declare
  v_as personas;
  v_seen text;
begin
  select * into strict v_as from personas p where p.persona = p_persona;
  perform set_config('request.jwt.claims', jsonb_strip_nulls(jsonb_build_object('role', v_as.role_name, 'sub', v_as.user_id))::text, true);
  perform set_config('role', v_as.role_name, true);
  begin
    execute p_query into v_seen;
  exception
    when insufficient_privilege then
      v_seen := '42501';
  end;
  perform set_config('role', 'none', true);
  perform set_config('request.jwt.claims', '', true);
  return v_seen;
end
$$;
create temp view questions as
select * from (values
  ('slots', $$ select string_agg(to_char(expected_at at time zone 'utc', 'HH24:MI'), ' ' order by expected_at, dispatched_at) from public.task_timeline $$),
  ('workspace tasks', $$ select string_agg(workspace_tasks::text, ' ' order by expected_at, dispatched_at) from public.task_timeline $$),
  ('verdicts', $$ select string_agg(verdict, ' ' order by expected_at, dispatched_at) from public.task_timeline $$),
  ('system rows', $$ select coalesce(string_agg(task_status, ' ' order by expected_at, dispatched_at), 'none') from public.task_timeline $$)
) as q (question, query);

-- Every persona

select is(pg_temp.sees(e.persona, q.query), e.seen, format('%s sees %s: %s', e.persona, e.question, coalesce(e.seen, 'nothing')))
from (values
  ('anon', 'slots', '42501'), ('stranger', 'slots', null),
  ('viewer', 'slots', '11:30 12:00 12:30 13:00 13:30'), ('viewer', 'workspace tasks', '0 1 0 0 0'),
  ('viewer', 'verdicts', 'missed running skipped sent sent'), ('viewer', 'system rows', 'none'),
  ('owner', 'slots', '11:30 12:00 12:30 13:00 13:30'), ('owner', 'workspace tasks', '0 1 0 0 0'), ('owner', 'system rows', 'none'),
  ('other_owner', 'slots', '11:30 12:00 12:30 13:00 13:00 13:30'), ('other_owner', 'workspace tasks', '0 1 0 1 1 0'),
  ('other_owner', 'verdicts', 'missed running skipped running running sent'),
  ('service_role', 'slots', '11:30 12:00 12:30 13:00 13:00 13:30'), ('service_role', 'workspace tasks', '0 2 0 1 1 0'),
  ('service_role', 'system rows', 'cancelled pending cancelled pending pending pending')
) as e (persona, question, seen)
join questions q using (question);

-- What is closed to members altogether

select is(pg_temp.sees('owner', format('select %s::text from %s limit 1', c.name, c.relation)), '42501', format('an owner may not read %s of %s', c.name, c.relation))
from (values
  ('target', 'public.task_schedules'), ('payload', 'public.task_schedules'), ('detail', 'public.task_dispatches'),
  ('request_id', 'public.task_dispatches'), ('cron_run_id', 'public.task_dispatches')
) as c (name, relation);
select is(
  pg_temp.sees('owner', 'select string_agg(name, '' '' order by name) from public.task_schedules'),
  (select string_agg(s.name, ' ' order by s.name) from public.task_schedules s), 'an owner sees the names of all schedules');
select is(pg_temp.sees('stranger', 'select string_agg(name, '' '') from public.task_schedules'), null, 'a stranger sees none');

-- When the own part has ended, before the whole has

update nightshift.run_workspaces w set status = 'completed', ended_at = '2026-03-01 12:00:09Z' where w.workspace_id = :'ours';
select is(pg_temp.sees('owner', 'select verdict from public.task_timeline where expected_at = ''2026-03-01 12:00Z'''), 'completed',
  'a member''s verdict is that of the own workspaces');
select is(
  pg_temp.sees('service_role', $$ select verdict from public.task_timeline where expected_at = '2026-03-01 12:00Z' $$), 'pending',
  'that of the whole is the system row''s');

select * from finish();
rollback;
