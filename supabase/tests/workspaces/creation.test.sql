-- Test: a signed-in user creates a workspace and owns it.
begin;
\ir ../_helpers/acting.psql
select plan(15);

-- The stranger

select is(
  pg_temp.attempt('stranger', 'select public.create_workspace(''  Nørrebro Bakers  '')', true), '1',
  'a signed-in user without a workspace creates one');
select is(
  pg_temp.attempt('stranger', 'select from public.workspaces where name = ''Nørrebro Bakers'''), '1',
  'and sees it, under its name without the spaces around it');
select results_eq(
  format('select role from public.workspace_members where user_id = %L', pg_temp.user_of('stranger')),
  $$ values ('owner'::text) $$, 'and is its owner');
select is(
  (select count(*) from public.workspace_members m join public.workspaces w on w.id = m.workspace_id
   where w.name = 'Nørrebro Bakers'),
  1::bigint, 'and is its only member');
select is(
  pg_temp.attempt('owner', 'select from public.workspaces where name = ''Nørrebro Bakers'''), '0',
  'the owner of another workspace does not see it');
select is(
  pg_temp.attempt('stranger', 'select public.create_workspace(''Nørrebro Bakers'')'), '1',
  'a name may be used twice');

-- Names

select is(
  pg_temp.attempt('stranger', format('select public.create_workspace(%s)', n.name)), n.expected,
  n.what || case when n.expected = '1' then ' is accepted' else ' is refused in words' end)
from (values
  ('a name of one letter', '''x''', '1'),
  ('a name of 200 letters', 'repeat(''é'', 200)', '1'),
  ('a name of 201 letters', 'repeat(''é'', 201)', 'PT400 workspace_name_invalid'),
  ('an empty name', '''''', 'PT400 workspace_name_invalid'),
  ('a name of spaces', '''   ''', 'PT400 workspace_name_invalid'),
  ('no name', 'null', 'PT400 workspace_name_invalid')
) as n (what, name, expected);

-- Nobody signed in

select is(
  pg_temp.attempt('anon', 'select public.create_workspace(''Ours'')'), '42501', 'anon cannot create a workspace');
select is(
  pg_temp.attempt('service_role', 'select public.create_workspace(''Ours'')'), '42501',
  'the service role is nobody''s account and cannot use the function');
select set_config('request.jwt.claims', '{"role": "authenticated"}', true) \g /dev/null
select throws_ok(
  $$ select public.create_workspace('Ours') $$, 'PT401',
  'sign_in_required: only a signed-in user can create a workspace.', 'a token without a user cannot create one');

select * from finish();
rollback;
