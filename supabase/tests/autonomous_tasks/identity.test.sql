-- Test: a task stays the task that it was: nobody moves it, renames it or changes when it was written.
begin;
\ir ../_helpers/acting.psql

-- The viewer of ours owns a workspace, and the member belongs to both.
\set viewers e0000000-0000-4000-8000-000000000005
insert into public.workspaces (id, name) values (:'viewers', 'The viewer''s own');
insert into public.workspace_members (workspace_id, user_id, role) values
  (:'viewers', pg_temp.user_of('viewer'), 'owner'), (:'theirs', pg_temp.user_of('member'), 'owner');
insert into public.autonomous_tasks (id, workspace_id, task_type, status, created_at)
values ('d0000000-0000-4000-8000-000000000001', :'ours', 'email_sync', 'running', '2026-01-01');
create temp view task as
select t.* from public.autonomous_tasks t where t.id = 'd0000000-0000-4000-8000-000000000001';
create temp table before as select t.id, t.workspace_id, t.task_type, t.created_at from task t;

select plan(19);

-- Moving

select is(
  pg_temp.attempt('viewer', format('update public.autonomous_tasks set workspace_id = %L where workspace_id = $1', :'viewers'), true),
  '0', 'a viewer who owns a workspace takes no row there');
select is(
  pg_temp.attempt('viewer', 'select from public.autonomous_tasks where workspace_id = $1 for update'), '0',
  'a viewer locks no row');
select is(pg_temp.attempt(c.persona, format('update public.autonomous_tasks set %s where workspace_id = $1', c.change), true),
  '42501', c.persona || ' cannot change ' || c.what)
from (values
  ('member', 'workspace_id = $2', 'the workspace, as a member of both'),
  ('member', 'workspace_id = null', 'the workspace to none'),
  ('member', 'id = gen_random_uuid()', 'the id'),
  ('member', 'task_type = ''data_cleanup''', 'the task type'),
  ('service_role', 'workspace_id = $2', 'the workspace'),
  ('service_role', 'id = gen_random_uuid()', 'the id'),
  ('service_role', 'task_type = ''data_cleanup''', 'the task type')
) as c (persona, change, what);
select is(
  pg_temp.attempt(c.persona, 'update public.autonomous_tasks set created_at = ''2000-01-01'', agent_name = ''x'' where workspace_id = $1', true),
  '1', 'another created_at of ' || c.persona || ' is no error')
from (values ('member'), ('service_role')) as c (persona);
select results_eq('select t.id, t.workspace_id, t.task_type, t.created_at from task t', 'table before', 'none of it has changed the row');

-- Upserts as PostgREST writes them, with every column

create function pg_temp.upsert(p_persona text, p_id text, p_workspace_id uuid, p_agent text) returns text
language sql as $$
  select pg_temp.attempt(p_persona, format($upsert$
    insert into public.autonomous_tasks (id, workspace_id, task_type, status, agent_name, created_at)
    values (%L, %L, 'email_sync', 'running', %L, '2026-01-01')
    on conflict (id) do update set id = excluded.id, workspace_id = excluded.workspace_id,
      task_type = excluded.task_type, status = excluded.status, agent_name = excluded.agent_name, created_at = excluded.created_at
  $upsert$, p_id, p_workspace_id, p_agent), true)
$$;
select is(pg_temp.upsert('owner', 'd0000000-0000-4000-8000-000000000001', :'ours', 'mine'), '1', 'a writer''s upsert changes a row of the workspace');
select is((select t.agent_name from task t), 'mine', 'and its new value is stored');
select is(pg_temp.upsert('other_owner', 'd0000000-0000-4000-8000-000000000001', :'theirs', 'stolen'), '42501',
  'an upsert with the id of a foreign row is refused');
select is((select t.agent_name from task t), 'mine', 'and the foreign row stays');

-- When it was written

select is(
  pg_temp.attempt('member', 'insert into public.autonomous_tasks (workspace_id, task_type, created_at) values ($1, ''data_cleanup'', ''2000-01-02'')', true),
  '1', 'a member who sends created_at is not refused');
select is(
  pg_temp.attempt('service_role', 'insert into public.autonomous_tasks (workspace_id, task_type, created_at) values ($1, ''data_cleanup'', ''2000-01-02'')', true),
  '1', 'nor is the service role');
select is(
  (select array_agg(distinct t.created_at) from public.autonomous_tasks t where t.task_type = 'data_cleanup'), array[now()],
  'but the clock of the database counts');

select * from finish();
rollback;
