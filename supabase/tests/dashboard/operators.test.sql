-- Test: who is an operator, and that nobody becomes one by an email address.
begin;
\ir ../_helpers/acting.psql
select plan(27);

create function pg_temp.is_operator(p_persona text) returns text
language sql as $$
  select pg_temp.attempt(p_persona, 'select from (select public.is_project_operator() as yes) o where o.yes')
$$;
create function pg_temp.confirm(p_persona text) returns void
language sql as $$ update auth.users u set email_confirmed_at = now() where u.id = pg_temp.user_of(p_persona) $$;
create function pg_temp.error_of(p_statement text) returns text
language plpgsql as $$
begin
  execute p_statement;
  return 'none';
exception when others then
  return split_part(sqlerrm, ':', 1);
end
$$;

select is(pg_temp.is_operator(p.persona), case p.persona when 'anon' then '42501' else '0' end,
  p.persona || ' is no operator')
from unnest(array['anon', 'stranger', 'viewer', 'member', 'admin', 'owner', 'other_owner']) as p (persona);

-- Somebody signs up with the address of the operator to be, before them.

select is(pg_temp.error_of($$select nightshift.add_operator('nobody@example.com')$$), 'operator_account_missing',
  'an address without an account is no operator, also not for whoever signs up with it next');
select is(pg_temp.error_of($$select nightshift.add_operator('stranger@example.com')$$), 'operator_account_unconfirmed',
  'an account whose address nobody has confirmed is refused');
insert into nightshift.operators (user_id) select pg_temp.user_of('stranger');
select is(pg_temp.is_operator('stranger'), '0', 'an account without a confirmed address is no operator, even when it is written by hand');
delete from nightshift.operators where true;

select pg_temp.confirm('stranger') \g /dev/null
select is(nightshift.add_operator(' Stranger@Example.COM ') - array['signed_up_at', 'confirmed_at'],
  jsonb_build_object('user_id', pg_temp.user_of('stranger'), 'email', 'stranger@example.com', 'is_new', true),
  'a confirmed account becomes one, in any case and with spaces');
select is(pg_temp.is_operator('stranger'), '1', 'and is one, without any workspace');
select is(nightshift.add_operator('stranger@example.com') ->> 'is_new', 'true', 'again changes nothing');
select is((select count(*) from nightshift.operators), 1::bigint, 'and adds nobody');

-- Addresses that look alike, and that change hands.

insert into auth.users (id, email, email_confirmed_at)
values ('c0000000-0000-4000-8000-00000000000a', 'kate@example.com', null),
  ('c0000000-0000-4000-8000-00000000000b', U&'\212Aate@example.com', now());
select is(pg_temp.error_of($$select nightshift.add_operator('kate@example.com')$$), 'operator_account_unconfirmed',
  'a Kelvin sign, whose lower case is k, makes no Kate');
update auth.users u set email_confirmed_at = now() where u.email = 'kate@example.com';
insert into auth.users (id, email, email_confirmed_at) values ('c0000000-0000-4000-8000-00000000000c', 'KATE@example.com', now());
select is(pg_temp.error_of($$select nightshift.add_operator('kate@example.com')$$), 'operator_account_ambiguous',
  'nobody chooses between two accounts of one address');
update auth.users u set email = 'moved@example.com' where u.id = pg_temp.user_of('stranger');
update auth.users u set email = 'stranger@example.com', email_confirmed_at = now() where u.id = pg_temp.user_of('other_owner');
select is(array[pg_temp.is_operator('stranger'), pg_temp.is_operator('other_owner')], array['1', '0'],
  'the right stays with the account when the address changes hands');
select is(pg_temp.attempt('viewer', $$select set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated',
    'sub', 'c0000000-0000-4000-8000-000000000002', 'email', 'moved@example.com', 'user_metadata',
    '{"email_verified": true}'::jsonb)::text, true), public.pause_all()$$), 'PT403 operator_required',
  'an address in the token counts for nothing');

-- Losing it.

select is(nightshift.is_usable_account(account.document || '{"email_confirmed_at": "2026-01-01T00:00:00Z"}'), account.expected, account.what)
from (values ('{}'::jsonb, true, 'an account with a confirmed address can be one'),
  ('{"banned_until": "2100-01-01T00:00:00Z"}', false, 'a banned one cannot, though its token still works'),
  ('{"banned_until": "2020-01-01T00:00:00Z"}', true, 'it can again when the ban has ended'),
  ('{"deleted_at": "2026-01-01T00:00:00Z"}', false, 'one that is marked as deleted cannot')) as account (document, expected, what);
delete from auth.users u where u.id = pg_temp.user_of('stranger');
select is((select count(*) from nightshift.operators), 0::bigint, 'the right goes with the account');

-- In any order: ids of one millisecond have none.
select bag_eq(
  'select a.act, a.user_id, a.subject from nightshift.operator_actions a',
  $$ values ('operator_added', null::uuid, 'stranger@example.com'), ('operator_removed', null, 'stranger@example.com'),
     ('operator_added', null, 'stranger@example.com'), ('operator_removed', null, 'c0000000-0000-4000-8000-000000000001') $$,
  'the journal has everybody who became one or ceased to be one');

-- The journal is kept for 400 days.

update nightshift.operator_actions a set acted_at = '2026-01-01 00:00Z' where a.act = 'operator_added';
select nightshift.prune('2027-02-04 23:59Z') \g /dev/null
select is((select count(*) from nightshift.operator_actions where act = 'operator_added'), 2::bigint,
  'after 399 days a line is there');
select nightshift.prune('2027-02-05 00:01Z') \g /dev/null
select is((select count(*) from nightshift.operator_actions where act = 'operator_added'), 0::bigint,
  'after 400 it is deleted');
select throws_ok($$select nightshift.note_action('conquered', null, null, null)$$, '23514', null,
  'an act that nobody knows is refused');

select * from finish();
rollback;
