-- Test: who may promote, demote and remove whom; adding somebody takes an invitation (invitations.test.sql).
begin;
\ir ../_helpers/acting.psql

-- A second owner, so that owners may be touched at all.
insert into public.workspace_members (workspace_id, user_id, role)
values (:'ours', pg_temp.user_of('other_owner'), 'owner');
insert into auth.users (id, email) values ('c0000000-0000-4000-8000-000000000009', 'second-admin@example.com');
insert into public.workspace_members (workspace_id, user_id, role)
values (:'ours', 'c0000000-0000-4000-8000-000000000009', 'admin');

-- 42501: rejected aloud; 0: nothing reached; 1: done.
create temp table expectations (
  what text, statement text, anon text, stranger text, viewer text, member text, admin text, owner text
);
insert into expectations
select 'add the stranger as ' || a.role,
  format('insert into public.workspace_members (workspace_id, user_id, role) values ($1, $3, %L)', a.role),
  a.outcomes[1], a.outcomes[2], a.outcomes[3], a.outcomes[4], a.outcomes[5], a.outcomes[6]
from (values
  ('viewer', '{42501,42501,42501,42501,42501,42501}'::text[]),
  ('member', '{42501,42501,42501,42501,42501,42501}'),
  ('admin', '{42501,42501,42501,42501,42501,42501}'),
  ('owner', '{42501,42501,42501,42501,42501,42501}')
) as a (role, outcomes)
union all
select format('make the %s %s', c.who, c.role),
  format('update public.workspace_members set role = %L where workspace_id = $1 and user_id = %L', c.role, case c.who
    when 'second admin' then 'c0000000-0000-4000-8000-000000000009'
    when 'second owner' then pg_temp.user_of('other_owner')
    else pg_temp.user_of(c.who)
  end),
  c.outcomes[1], c.outcomes[2], c.outcomes[3], c.outcomes[4], c.outcomes[5], c.outcomes[6]
from (values
  ('viewer', 'member', '{42501,0,0,0,1,1}'::text[]),
  ('viewer', 'admin', '{42501,0,0,0,1,1}'),
  ('viewer', 'owner', '{42501,0,0,0,42501,1}'),
  ('member', 'viewer', '{42501,0,0,0,1,1}'),
  ('member', 'owner', '{42501,0,0,0,42501,1}'),
  ('second admin', 'viewer', '{42501,0,0,0,1,1}'),
  ('second admin', 'owner', '{42501,0,0,0,42501,1}'),
  ('second owner', 'viewer', '{42501,0,0,0,0,1}'),
  ('second owner', 'admin', '{42501,0,0,0,0,1}')
) as c (who, role, outcomes)
union all
select 'remove the ' || r.who,
  format('delete from public.workspace_members where workspace_id = $1 and user_id = %L', case r.who
    when 'second admin' then 'c0000000-0000-4000-8000-000000000009'
    when 'second owner' then pg_temp.user_of('other_owner')
    else pg_temp.user_of(r.who)
  end),
  r.outcomes[1], r.outcomes[2], r.outcomes[3], r.outcomes[4], r.outcomes[5], r.outcomes[6]
from (values
  -- Anybody may leave.
  ('viewer', '{42501,0,1,0,1,1}'::text[]),
  ('member', '{42501,0,0,1,1,1}'),
  ('second admin', '{42501,0,0,0,1,1}'),
  ('second owner', '{42501,0,0,0,0,1}')
) as r (who, outcomes);

select plan((select 6 * count(*) + 6 from expectations)::integer);

select is(
  pg_temp.attempt(c.persona, e.statement), c.expected,
  format('%s %s %s', c.persona, case c.expected when '1' then 'may' else 'may not' end, e.what))
from expectations e
cross join lateral (values
  ('anon', e.anon), ('stranger', e.stranger), ('viewer', e.viewer), ('member', e.member), ('admin', e.admin),
  ('owner', e.owner)
) as c (persona, expected);

-- The second owner also owns theirs, and that gives no rights over ours once removed

select is(
  pg_temp.attempt('owner', format(
    'delete from public.workspace_members where workspace_id = $1 and user_id = %L', pg_temp.user_of('other_owner')), true),
  '1', 'the owner removes the second owner');
select is(
  pg_temp.attempt('other_owner', 'select from public.workspaces where id = $1'), '0', 'who no longer sees our workspace');
select is(
  pg_temp.attempt('other_owner',
    'insert into public.workspace_members (workspace_id, user_id, role) values ($1, auth.uid(), ''owner'')'),
  '42501', 'and cannot come back by itself');

-- Shapes

select is(
  pg_temp.attempt('owner', 'update public.workspace_members set role = ''king'' where workspace_id = $1 and role = ''viewer'''),
  '23514', 'a role that does not exist is refused');
select is(
  pg_temp.attempt('service_role', format(
    'insert into public.workspace_members (workspace_id, user_id) values ($1, %L)', pg_temp.user_of('viewer'))),
  '23505', 'nobody is a member twice');
select is(
  pg_temp.attempt('service_role', 'insert into public.workspace_members (workspace_id, user_id) values ($1, gen_random_uuid())'),
  '23503', 'only users can become members');

select * from finish();
rollback;
