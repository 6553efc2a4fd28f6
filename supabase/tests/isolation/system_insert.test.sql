-- Test: the policy "System insert capability" lets cron and system rows in, and nothing else.
--
-- postgres ignores row level security twice over, as owner and by BYPASSRLS, which only a superuser
-- could take away. So the policy is read from the catalog, then handed for the length of this
-- transaction to a role that has nothing but the privilege to insert and read.
begin;
select plan(10);

select set_eq(
  $$
  select roles::text[], cmd, with_check from pg_catalog.pg_policies
  where tablename = 'autonomous_tasks' and policyname = 'System insert capability'
  $$,
  $$ values ('{postgres}'::text[], 'INSERT'::text, '(triggered_by = ANY (ARRAY[''cron''::text, ''system''::text]))'::text) $$,
  'the policy is for inserts by postgres');

create role nightshift_policy_probe nologin nobypassrls;
grant nightshift_policy_probe to postgres;
grant usage on schema public, extensions to nightshift_policy_probe;
grant select, insert, update, delete on public.autonomous_tasks to nightshift_policy_probe;
grant execute on function nightshift.time_ordered_uuid() to nightshift_policy_probe;
insert into public.autonomous_tasks (task_type, status) values ('email_sync', 'running');

set local role nightshift_policy_probe;
select throws_ok(
  $$ insert into public.autonomous_tasks (task_type, triggered_by) values ('email_sync', 'cron') $$,
  '42501', null, 'without the policy not even a cron row gets in');
reset role;

alter policy "System insert capability" on public.autonomous_tasks to postgres, nightshift_policy_probe;
alter table public.autonomous_tasks force row level security;
set local role nightshift_policy_probe;

select lives_ok(
  format('insert into public.autonomous_tasks (task_type, triggered_by) values (''email_sync'', %L)', t.triggered_by),
  format('a row triggered by %s gets in', t.triggered_by))
from unnest(array['cron', 'system']) as t (triggered_by);
select throws_ok(
  format('insert into public.autonomous_tasks (task_type, triggered_by) values (''email_sync'', %L)', t.triggered_by),
  '42501', null, format('a row triggered by %s is refused', t.triggered_by))
from unnest(array['api', 'user']) as t (triggered_by);
select throws_ok(
  $$ insert into public.autonomous_tasks (task_type) values ('email_sync') $$,
  '42501', null, 'a row that does not say is refused');
select is_empty('select from public.autonomous_tasks', 'the policy lets nothing be read');
select is_empty(
  $$ update public.autonomous_tasks set status = 'completed' where status = 'running' returning 1 $$,
  'the policy lets nothing be changed');
select is_empty(
  'delete from public.autonomous_tasks where task_type is not null returning 1',
  'the policy lets nothing be deleted');

select * from finish();
rollback;
