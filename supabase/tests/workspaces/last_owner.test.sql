-- Test: a workspace keeps at least one owner, until it is deleted itself.
begin;
\ir ../_helpers/acting.psql
select plan(14);

create function pg_temp.owner_does(p_statement text) returns text
language sql as $$ select pg_temp.attempt('owner', p_statement) $$;

-- The only owner

select is(
  pg_temp.owner_does('delete from public.workspace_members where workspace_id = $1 and role = ''owner'''),
  'PT409 workspace_needs_owner', 'cannot leave');
select is(
  pg_temp.owner_does('update public.workspace_members set role = ''admin'' where workspace_id = $1 and role = ''owner'''),
  'PT409 workspace_needs_owner', 'cannot step down');
select is(
  pg_temp.owner_does('delete from public.workspace_members where workspace_id = $1'),
  'PT409 workspace_needs_owner', 'cannot leave by removing everybody at once');
select is(
  pg_temp.attempt('service_role', 'delete from public.workspace_members where workspace_id = $1 and role = ''owner'''),
  'PT409 workspace_needs_owner', 'cannot be removed by the service role');
select is(
  pg_temp.attempt('service_role',
    'update public.workspace_members set workspace_id = $2 where workspace_id = $1 and role = ''owner'''),
  'PT409 workspace_needs_owner', 'cannot be moved away by the service role');
select is(
  pg_temp.owner_does('update public.workspace_members set role = ''owner'' where workspace_id = $1 and role = ''owner'''),
  '1', 'may be told again to be owner');

-- One of two owners

update public.workspace_members m set role = 'owner'
where m.workspace_id = :'ours' and m.user_id = pg_temp.user_of('admin');
select is(
  pg_temp.owner_does('delete from public.workspace_members where workspace_id = $1 and user_id = auth.uid()'),
  '1', 'one of two owners may leave');
select is(
  pg_temp.owner_does('update public.workspace_members set role = ''viewer'' where workspace_id = $1 and user_id = auth.uid()'),
  '1', 'one of two owners may step down');
select is(
  pg_temp.owner_does('update public.workspace_members set role = ''viewer'' where workspace_id = $1 and role = ''owner'''),
  'PT409 workspace_needs_owner', 'both at once may not');
select lives_ok(
  format('delete from auth.users where id = %L', pg_temp.user_of('admin')),
  'an owner beside another may delete the account');

-- The account

select lives_ok(
  format('delete from auth.users where id = %L', pg_temp.user_of('viewer')), 'anybody may delete the account');
savepoint accounts;
select lives_ok(
  format('delete from auth.users where id = %L', pg_temp.user_of('owner')),
  'the only owner may, too: a workspace is no reason to keep a person');
select is(
  (select count(*) from public.workspaces w where w.id = :'ours'), 1::bigint,
  'the workspace stays, for the service role to name a new owner');
rollback to accounts;

-- The workspace itself

select is(
  pg_temp.owner_does('delete from public.workspaces where id = $1'), '1',
  'the only owner may delete the workspace');

select * from finish();
rollback;
