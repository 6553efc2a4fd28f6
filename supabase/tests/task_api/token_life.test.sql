-- Test: an ingest token works as long as its maker may manage the workspace, and until it expires.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(18);

create temp table made (maker text primary key, answer jsonb);
insert into made
select m.maker, pg_temp.ask(m.maker, format('public.create_ingest_token(%L, %L)', :'ours', m.maker))
from unnest(array['admin', 'owner', 'service_role']) as m (maker);
create function pg_temp.knock(p_maker text) returns text language sql as $$
  select pg_temp.ask('service_role', format('public.get_task(gen_random_uuid(), %L)',
    (select encode(sha256(convert_to(m.answer ->> 'token', 'UTF8')), 'hex') from pg_temp.made m where m.maker = p_maker))) ->> 'outcome'
$$;

select is(pg_temp.knock(m.maker), 'task_not_found', format('the token of the %s works', m.maker)) from made m;
update public.workspace_members m set role = 'member' where m.user_id = pg_temp.user_of('admin');
select is(pg_temp.knock('admin'), 'unauthorized', 'the token of an admin who is only a member now does not');
update public.workspace_members m set role = 'owner' where m.user_id = pg_temp.user_of('admin');
select is(pg_temp.knock('admin'), 'task_not_found', 'it works again when they may manage the workspace again');
delete from public.workspace_members m where m.user_id = pg_temp.user_of('admin');
select is(pg_temp.knock('admin'), 'unauthorized', 'it does not work once its maker is removed');
select is(
  jsonb_path_query_array(pg_temp.ask('owner', format('public.list_ingest_tokens(%L)', :'ours')), '$[*] ? (@.name == "admin").is_live'),
  '[false]', 'and the list says so');
delete from auth.users u where u.id = pg_temp.user_of('admin');
select is(pg_temp.knock('admin'), 'unauthorized', 'nor once the account is deleted');
select is(pg_temp.knock(m.maker), 'task_not_found', format('the token of the %s still works', m.maker))
from unnest(array['owner', 'service_role']) as m (maker);

-- Expiry

insert into made
select 'short', pg_temp.ask('owner', format('public.create_ingest_token(%L, ''short'', p_expires_at => %L)', :'ours', clock_timestamp() + interval '1 hour'));
select is(pg_temp.knock('short'), 'task_not_found', 'a token with an end works before it');
update nightshift.ingest_tokens t set expires_at = clock_timestamp() where t.name = 'short';
select is(pg_temp.knock('short'), 'unauthorized', 'and not from then on');
select is(
  pg_temp.attempt('owner', 'select public.create_ingest_token($1, ''x'', p_expires_at => ''2100-01-01'')'), 'PT400 ingest_token_invalid',
  'an end in another century is refused');

-- Quota

update nightshift.quotas q set most = 4 where q.name = 'ingest_tokens';
select is(
  pg_temp.attempt('owner', 'select public.create_ingest_token($1, ''more'')'), 'PT403 quota_exceeded', 'live tokens are counted');
update nightshift.ingest_tokens t set revoked_at = now() where t.workspace_id = :'ours';
select is(pg_temp.attempt('owner', 'select public.create_ingest_token($1, ''more'')'), '1', 'those that have ended are not');
select is(
  (select count(*) from nightshift.ingest_tokens t where t.created_by is null and t.name = 'admin'), 0::bigint,
  'no token of a deleted account is left that looks like one of the service');

-- Tokens that have ended

insert into made select 'lasting', pg_temp.ask('owner', format('public.create_ingest_token(%L, ''lasting'')', :'ours'));
create temp table spent as
select pg_temp.ask('owner', format('public.create_ingest_token(%L, ''spent'', p_expires_at => ''2001-01-01'')', :'ours'))
from generate_series(1, 105);
select cmp_ok(
  (select count(*) from nightshift.ingest_tokens t where t.workspace_id = :'ours' and nightshift.has_ended(t, clock_timestamp())),
  '<=', 101::bigint, 'of tokens that have ended the latest 100 stay, and the one just made');
select is(pg_temp.knock('lasting'), 'task_not_found', 'the one that still works stays, though it is older');

select * from finish();
rollback;
