-- Test: owners, admins and the service role make, list and revoke ingest tokens; what is kept lets nobody in.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql

create temp table expectations (persona text, outcome text);
insert into expectations values
  ('anon', '42501'), ('stranger', 'PT403 workspace_not_managed'), ('viewer', 'PT403 workspace_not_managed'),
  ('member', 'PT403 workspace_not_managed'), ('admin', '1'), ('owner', '1'),
  ('other_owner', 'PT403 workspace_not_managed'), ('service_role', '1');

select plan((select 2 * count(*) + 16 from expectations)::integer);

select is(
  pg_temp.attempt(e.persona, format('select public.%s', c.call)), e.outcome,
  format('%s: %s', e.persona, c.call))
from expectations e
cross join (values ('create_ingest_token($1, ''CI'')'), ('list_ingest_tokens($1)')) as c (call);

-- Made, used, listed, revoked

create temp table made as
select pg_temp.ask('admin', format($$public.create_ingest_token(%L, ' CI ', '{tasks,mail}', '{email_sync}', 30)$$, :'ours')) as answer;
select matches((select answer ->> 'token' from made), '^nst_[0-9a-f]{64}$', 'the token is shown once, by the call that makes it');
select is(
  (select t.token_hash from nightshift.ingest_tokens t where t.name = 'CI'),
  (select encode(sha256(convert_to(answer ->> 'token', 'UTF8')), 'hex') from made),
  'its SHA-256 is what is kept');
select is(
  jsonb_path_query_first(pg_temp.ask('owner', format('public.list_ingest_tokens(%L)', :'ours')), '$[*] ? (@.name == "CI")')
    - array['id', 'created_at', 'workspace_id', 'created_by'],
  '{"name": "CI", "scopes": ["tasks", "mail"], "task_types": ["email_sync"], "requests_per_minute": 30, "expires_at": null,
    "last_used_at": null, "revoked_at": null, "is_live": true}',
  'the list tells everything but the token and its hash');
create function pg_temp.knock() returns text language sql as $$
  select pg_temp.ask('service_role', format('public.get_task(gen_random_uuid(), %L)',
    (select encode(sha256(convert_to(answer ->> 'token', 'UTF8')), 'hex') from pg_temp.made))) ->> 'outcome'
$$;
select is(pg_temp.knock(), 'task_not_found', 'it lets its holder in');
select isnt(
  (select t.last_used_at from nightshift.ingest_tokens t where t.name = 'CI'), null, 'and its use is remembered');
select is(
  pg_temp.ask(p.persona, format('to_jsonb(public.revoke_ingest_token(%L))', (select answer ->> 'id' from made))), 'false',
  p.persona || ' does not revoke it')
from unnest(array['stranger', 'viewer', 'member', 'other_owner']) as p (persona);
select is(pg_temp.knock(), 'task_not_found', 'so it still lets its holder in');
select is(
  pg_temp.ask('owner', format('to_jsonb(public.revoke_ingest_token(%L))', (select answer ->> 'id' from made))), 'true',
  'the owner revokes it');
select is(pg_temp.knock(), 'unauthorized', 'and at once nobody gets in with it');

-- What no token can be

select is(
  pg_temp.attempt('owner', format('select public.create_ingest_token($1, %s)', bad.arguments)), 'PT400 ingest_token_invalid',
  'refused: ' || bad.arguments)
from (values
  ($$' '$$), ($$'x', '{}'$$), ($$'x', '{admin}'$$), ($$'x', '{ping}'$$)
) as bad (arguments);

select * from finish();
rollback;
