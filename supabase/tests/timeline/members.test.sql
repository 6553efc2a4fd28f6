-- Test: a member sees of the timeline what is behind the own workspace's tasks, and of those only the own.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
select plan(23);

-- Three slots: the first touched both workspaces, the second only theirs, the third none.
select pg_temp.dispatch('2026-03-01 12:00Z'), pg_temp.dispatch('2026-03-01 12:30Z') \g /dev/null
update public.task_schedules s set overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 13:00Z'), pg_temp.dispatch('2026-03-01 13:30Z') \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type, status, input_data, executed_at, error_message)
select :'ours'::uuid, 'email_sync', 'running', jsonb_build_object('run_id', (pg_temp.task_of('2026-03-01 12:00Z')).id), '2026-03-01 12:00:02Z'::timestamptz, null
union all
select :'theirs', 'email_sync', 'running', jsonb_build_object('run_id', (pg_temp.task_of('2026-03-01 12:00Z')).id), '2026-03-01 12:00:02Z', null
union all
select :'theirs', 'email_sync', 'running', jsonb_build_object('run_id', (pg_temp.task_of('2026-03-01 13:00Z')).id), '2026-03-01 13:00:02Z', null;
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
  ('slots', $$ select string_agg(to_char(expected_at at time zone 'utc', 'HH24:MI'), ' ' order by expected_at) from public.task_timeline $$),
  ('workspace tasks', $$ select string_agg(workspace_tasks::text, ' ' order by expected_at) from public.task_timeline $$),
  ('verdicts', $$ select string_agg(verdict, ' ' order by expected_at) from public.task_timeline $$),
  ('system rows', $$ select coalesce(string_agg(task_status, ' '), 'none') from public.task_timeline $$)
) as q (question, query);

-- Every persona

select is(pg_temp.sees(e.persona, q.query), e.seen, format('%s sees %s: %s', e.persona, e.question, coalesce(e.seen, 'nothing')))
from (values
  ('anon', 'slots', '42501'), ('stranger', 'slots', null),
  ('viewer', 'slots', '12:00'), ('viewer', 'workspace tasks', '1'), ('viewer', 'verdicts', 'running'), ('viewer', 'system rows', 'none'),
  ('owner', 'slots', '12:00'), ('owner', 'workspace tasks', '1'), ('owner', 'system rows', 'none'),
  ('other_owner', 'slots', '12:00 13:00'), ('other_owner', 'workspace tasks', '1 1'), ('other_owner', 'verdicts', 'running running'),
  ('service_role', 'slots', '12:00 12:30 13:00 13:30'), ('service_role', 'workspace tasks', '2 0 1 0'),
  ('service_role', 'system rows', 'pending cancelled pending pending')
) as e (persona, question, seen)
join questions q using (question);

-- What is closed to members altogether

select is(pg_temp.sees('owner', format('select %s::text from %s limit 1', c.name, c.relation)), '42501', format('an owner may not read %s of %s', c.name, c.relation))
from (values
  ('target', 'public.task_schedules'), ('payload', 'public.task_schedules'), ('detail', 'public.task_dispatches'),
  ('request_id', 'public.task_dispatches'), ('cron_run_id', 'public.task_dispatches')
) as c (name, relation);
select is(
  pg_temp.sees('owner', 'select string_agg(name, '' '') from public.task_schedules'), 'half-hourly', 'an owner sees the name of the schedule behind own tasks');

-- When the own part has ended, before the whole has

update public.autonomous_tasks t set status = 'completed', completed_at = '2026-03-01 12:00:09Z' where t.workspace_id = :'ours';
select is(pg_temp.sees('owner', 'select verdict from public.task_timeline'), 'completed', 'a member''s verdict is that of the own tasks');
select is(
  pg_temp.sees('service_role', $$ select verdict from public.task_timeline where expected_at = '2026-03-01 12:00Z' $$), 'pending',
  'that of the whole is the root task''s');

select * from finish();
rollback;
