-- Test: the policy "Service role access and system insert" lets the service and cron jobs write, and nobody else.
--
-- postgres ignores row level security twice, as owner and by BYPASSRLS, and service_role by BYPASSRLS, which
-- only a superuser could take away. So the policy is read from the catalog, then given for the length of
-- this transaction to a role that has nothing but privileges on the table.
begin;
select plan(13);

select set_eq(
  $$
  select policyname::text, roles::text[], cmd from pg_catalog.pg_policies
  where schemaname = 'public' and tablename = 'autonomous_tasks'
  $$,
  $$ values
    ('Workspace isolation: members read', '{authenticated}'::text[], 'SELECT'),
    ('Workspace isolation: writers log', '{authenticated}', 'ALL'),
    ('Service role access and system insert', '{postgres,service_role}', 'ALL') $$,
  'there are exactly the three policies of the contract: members read, writers log, the service and the system');
select ok(
  (select min(policyname) = 'Workspace isolation: members read' from pg_catalog.pg_policies
   where schemaname = 'public' and tablename = 'autonomous_tasks' and roles = '{authenticated}'),
  'the policy for reading comes first, so that a read never looks for rows of the runner');

create role nightshift_policy_probe nologin nobypassrls;
grant nightshift_policy_probe to postgres;
grant usage on schema public, extensions to nightshift_policy_probe;
grant select, insert, update, delete on public.autonomous_tasks to nightshift_policy_probe;
grant execute on function nightshift.time_ordered_uuid(), nightshift.is_bounded_document(jsonb) to nightshift_policy_probe;
insert into public.autonomous_tasks (task_type, status) values ('email_sync', 'running');
alter table public.autonomous_tasks force row level security;

set local role nightshift_policy_probe;
select throws_ok(
  $$ insert into public.autonomous_tasks (task_type, triggered_by) values ('email_sync', 'cron') $$,
  '42501', null, 'without the policy not even a cron row gets in');
select is_empty('select from public.autonomous_tasks', 'and nothing can be read');
reset role;

alter policy "Service role access and system insert" on public.autonomous_tasks to service_role, postgres, nightshift_policy_probe;
set local role nightshift_policy_probe;

select lives_ok(
  format('insert into public.autonomous_tasks (task_type, triggered_by) values (''email_sync'', %L)', t.triggered_by),
  format('a row triggered by %s gets in', t.triggered_by))
from unnest(array['cron', 'system', 'api', 'user']) as t (triggered_by);
select lives_ok(
  $$ insert into public.autonomous_tasks (task_type) values ('email_sync') $$, 'and so does a row that does not say');
select isnt_empty('select from public.autonomous_tasks', 'system rows can be read');
select isnt_empty(
  $$ update public.autonomous_tasks set status = 'completed' where status = 'running' returning 1 $$, 'and changed');
select isnt_empty('delete from public.autonomous_tasks where task_type is not null returning 1', 'and deleted');
reset role;

select is(
  (select count(*)::integer from pg_catalog.pg_trigger g
   where g.tgfoid = 'public.update_autonomous_tasks_updated_at()'::regprocedure and not g.tgisinternal), 1,
  'one trigger alone uses the trigger function of the contract, so that its rollback block runs as printed');

select * from finish();
rollback;
