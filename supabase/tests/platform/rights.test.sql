-- Test: rights that differ from the recorded ones are found, told by reconcile, and put right.
begin;
select plan(14);

select is_empty('select * from nightshift.compare_rights()', 'after the migrations the rights are the recorded ones');
select is(nightshift.check_rights(), 0, 'reconcile finds nothing to say');
select is_empty(
  $$
  select l.object from nightshift.list_rights() l
  where not nightshift.expected_rights() ? l.object
  $$, 'every object of ours is recorded');
select bag_has(
  'select l.object from nightshift.list_rights() l',
  $$ values ('routine public.health(text)'), ('table public.autonomous_tasks'), ('table nightshift.email_queue'), ('schema nightshift') $$,
  'functions, tables and the schema are among them');

-- What a restored backup does where default privileges grant to the roles of the API

grant execute on function public.health(text) to anon, public;
grant all on table public.ai_usage to anon;
grant usage on schema nightshift to anon;
revoke execute on function public.start_run(uuid, jsonb, integer) from service_role;
grant all on table public.task_dispatches to authenticated;
revoke select (name) on public.task_schedules from authenticated;

select set_has(
  'select object, entry, is_missing from nightshift.compare_rights()',
  $$ values
    ('routine public.health(text)', 'EXECUTE for anon', false), ('routine public.health(text)', 'EXECUTE for public', false),
    ('table public.ai_usage', 'SELECT for anon', false), ('table public.ai_usage', 'TRUNCATE for anon', false),
    ('schema nightshift', 'USAGE for anon', false),
    ('routine public.start_run(uuid,jsonb,integer)', 'EXECUTE for service_role', true),
    ('table public.task_schedules', 'SELECT (name) for authenticated', true) $$,
  'each right too many and each missing one is found');
select throws_like('select nightshift.check_rights()', 'rights_differ: % rights are not the expected ones: EXECUTE for anon on routine public.health(text), %',
  'the error names what was opened first');
set local client_min_messages = error;
select matches(nightshift.reconcile() ->> 'check_rights', '^rights_differ: .*select nightshift\.restore_rights\(\);$',
  'reconcile tells, and how to put it right');
reset client_min_messages;
select cmp_ok(nightshift.restore_rights(), '>=', 20, 'one call puts all of it right');
select is_empty('select * from nightshift.compare_rights()', 'nothing differs any more');
select ok(not has_function_privilege('anon', 'public.health(text)', 'execute'), 'anon cannot call the function');
select ok(not has_table_privilege('anon', 'public.ai_usage', 'truncate'), 'anon has no right to the table');
select ok(has_column_privilege('authenticated', 'public.task_schedules', 'name', 'select'), 'members read the name of a schedule again');

-- A change that is wanted

grant execute on function public.health(text) to authenticated;
select nightshift.record_rights() \g /dev/null
select is(nightshift.check_rights(), 0, 'a change that was recorded is expected');
create function public.health(integer) returns integer language sql as 'select 1';
select is(nightshift.check_rights(), 0, 'a function of the user''s own is none of our business');

select * from finish();
rollback;
