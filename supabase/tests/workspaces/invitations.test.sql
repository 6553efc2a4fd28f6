-- Test: nobody becomes a member without agreeing; who may invite whom, accept, decline and withdraw.
begin;
\ir ../_helpers/acting.psql

update auth.users u set email_confirmed_at = now() where u.id <> pg_temp.user_of('admin');
create function pg_temp.invite(p_persona text, p_email text, p_role text default 'member') returns text
language sql as $$
  select pg_temp.attempt(p_persona, format('select public.invite_member($1, %L, %L)', p_email, p_role), true)
$$;
create function pg_temp.invitation(p_email text) returns text
language sql as $$ select i.id::text from nightshift.invitations i where i.email = p_email $$;
create function pg_temp.accept(p_persona text, p_id text) returns text
language sql as $$ select pg_temp.attempt(p_persona, format('select public.accept_invitation(%L)', p_id), true) $$;
create function pg_temp.role_of(p_persona text) returns text
language sql as $$
  select m.role from public.workspace_members m
  where m.workspace_id = 'a0000000-0000-4000-8000-000000000001' and m.user_id = pg_temp.user_of(p_persona)
$$;

create temp table inviters (persona text, role text, outcome text);
insert into inviters
select p.persona, r.role, case
  when p.persona = 'anon' then '42501'
  when p.persona in ('owner', 'service_role') or (p.persona = 'admin' and r.role <> 'owner') then '1'
  else 'PT403 workspace_not_managed' end
from personas p
cross join unnest(array['viewer', 'member', 'admin', 'owner']) as r (role);

select plan((select count(*) + 42 from inviters)::integer);

-- Inviting

select is(
  pg_temp.attempt(i.persona, format('select public.invite_member($1, ''new@example.com'', %L)', i.role)), i.outcome,
  format('%s invites somebody as %s: %s', i.persona, i.role, i.outcome))
from inviters i;
select is(
  pg_temp.attempt(p.persona, format(
    'insert into public.workspace_members (workspace_id, user_id, role) values ($1, $3, %L)', r.role)), '42501',
  format('%s adds nobody as %s without being asked', p.persona, r.role))
from unnest(array['admin', 'owner']) as p (persona), unnest(array['viewer', 'owner']) as r (role);
select is(
  pg_temp.attempt('owner', format('select public.invite_member($1, %s)', bad.arguments)), 'PT400 invitation_invalid',
  'refused: ' || bad.arguments)
from (values ('''nobody'''), ('''a b@example.com'''), ('null'), ('''a@example.com'', ''king''')) as bad (arguments);

-- Accepting

select is(pg_temp.invite('owner', ' Stranger@Example.com ', 'viewer'), '1', 'the owner invites an address, in any case and with spaces');
create temp table open as select pg_temp.invitation('stranger@example.com') as id;
select is(pg_temp.role_of('stranger'), null, 'that alone makes nobody a member');
select is(pg_temp.attempt('stranger', 'select from public.workspaces where id = $1'), '0', 'and shows nothing of the workspace');
select is(pg_temp.accept(p.persona, id), 'PT404 invitation_not_found', p.persona || ' cannot accept it')
from open, unnest(array['other_owner', 'member']) as p (persona);
select is(pg_temp.accept('anon', id), '42501', 'nor can anon') from open;
update auth.users u set email_confirmed_at = null where u.id = pg_temp.user_of('stranger');
select is(pg_temp.accept('stranger', id), 'PT404 invitation_not_found', 'nor the user of that address while it is not confirmed') from open;
select is(
  pg_temp.attempt('stranger', 'select from jsonb_array_elements(public.list_invitations())'), '0', 'who does not see it either');
update auth.users u set email_confirmed_at = now() where u.id = pg_temp.user_of('stranger');
select is(
  pg_temp.attempt('stranger', 'select from jsonb_array_elements(public.list_invitations()) i where i ->> ''workspace_name'' = ''Ours'' and i ->> ''role'' = ''viewer'''),
  '1', 'with a confirmed address they see it');
select is(pg_temp.attempt('other_owner', 'select from jsonb_array_elements(public.list_invitations())'), '0', 'nobody else does');
select is(pg_temp.attempt(p.persona, 'select public.list_invitations($1)'), p.outcome, format('%s lists those of the workspace: %s', p.persona, p.outcome))
from (values ('owner', '1'), ('admin', '1'), ('member', 'PT403 workspace_not_managed'), ('other_owner', 'PT403 workspace_not_managed'),
  ('service_role', '1')) as p (persona, outcome);
select is(pg_temp.accept('stranger', id), '1', 'they accept it') from open;
select is(pg_temp.role_of('stranger'), 'viewer', 'and are a member, with the role of the invitation');
select is(pg_temp.accept('stranger', id), 'PT404 invitation_not_found', 'it can be accepted once') from open;
select is(pg_temp.invite('owner', 'member@example.com', 'viewer'), '1', 'a member is invited again');
select is(pg_temp.accept('member', pg_temp.invitation('member@example.com')), '1', 'accepts');
select is(pg_temp.role_of('member'), 'member', 'and keeps the role that they have');

-- Ending

select is(pg_temp.invite('admin', 'other_owner@example.com', 'admin'), '1', 'an admin invites as admin');
update public.workspace_members m set role = 'member' where m.workspace_id = :'ours' and m.user_id = pg_temp.user_of('admin');
select is(pg_temp.accept('other_owner', pg_temp.invitation('other_owner@example.com')), 'PT404 invitation_not_found',
  'an invitation of somebody who may not invite any more cannot be accepted');
select is(pg_temp.invite('owner', 'other_owner@example.com', 'owner'), '1', 'the owner invites the same address, as owner');
update public.workspace_members m set role = 'admin' where m.workspace_id = :'ours' and m.user_id = pg_temp.user_of('admin');
select is(
  pg_temp.attempt(p.persona, format('select where public.end_invitation(%L)', pg_temp.invitation('other_owner@example.com'))), p.outcome,
  format('%s ends the invitation as owner: %s', p.persona, p.outcome))
from (values ('member', '0'), ('viewer', '0'), ('admin', '0'), ('owner', '1'), ('other_owner', '1')) as p (persona, outcome);
update nightshift.invitations i set expires_at = now() where i.email = 'other_owner@example.com';
select is(pg_temp.accept('other_owner', pg_temp.invitation('other_owner@example.com')), 'PT404 invitation_not_found', 'an expired one cannot be accepted');

-- Quotas

update nightshift.quotas q set most = 2 where q.name = 'open_invitations';
select is(pg_temp.invite('owner', e.email), e.outcome, 'open invitations are limited: ' || e.email)
from (values ('one@example.com', '1'), ('two@example.com', '1'), ('three@example.com', 'PT403 quota_exceeded'), ('one@example.com', '1')) as e (email, outcome);

select * from finish();
rollback;
