-- Test: without a readable Vault every tick leaves its row and its error, and it goes on when Vault is back.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(10);
set local client_min_messages = error;

-- No object of ours depends on a type of an extension

select is_empty($$
  select p.oid::regprocedure
  from pg_catalog.pg_proc p
  cross join lateral unnest(p.proargtypes::oid[] || coalesce(p.proallargtypes, '{}') || p.prorettype) as used (type)
  join pg_catalog.pg_type t on t.oid = used.type
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where p.pronamespace in ('public'::regnamespace, 'nightshift'::regnamespace) and n.nspname in ('net', 'cron', 'vault')
    and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  $$, 'dropping pg_net, pg_cron or Vault takes no function of ours along');

-- A Vault that cannot be decrypted

create or replace function nightshift.read_secret(p_name text) returns text
language plpgsql stable set search_path = ''
as $$ begin raise exception 'invalid ciphertext' using errcode = '22000'; end $$;
select is(pg_temp.dispatch('2026-03-01 12:00Z'), 'not_sent', 'a tick throws nothing at cron');
select results_eq(
  $$ select d.verdict, d.detail, t.status from pg_temp.latest_dispatch('2026-03-01 12:00Z') d join public.autonomous_tasks t on t.id = d.task_id $$,
  $$ values ('not_sent'::text, 'The request could not be signed or handed to pg_net: invalid ciphertext (22000).'::text, 'pending'::text) $$,
  'its row has the error, and its task waits');
select is(
  (select problem from nightshift.list_problems('2026-03-01 12:01Z') where problem = 'vault'), 'vault', 'it is listed as a problem');
select is(nightshift.health('half-hourly', '2026-03-01 12:00:30Z') ->> 'status', 'stuck', 'and health is red at once');
select nightshift.reconcile('2026-03-01 12:01Z') \g /dev/null
select isnt((pg_temp.latest_dispatch('2026-03-01 12:00Z')).retry_at, null, 'another attempt is planned');
create or replace function nightshift.read_secret(p_name text) returns text
language sql stable set search_path = '' as $$ select s.decrypted_secret from vault.decrypted_secrets s where s.name = p_name $$;
select nightshift.reconcile('2026-03-01 12:03Z') \g /dev/null
select is((pg_temp.latest_dispatch('2026-03-01 12:00Z')).verdict, 'sent', 'when Vault can be read again it is sent');

-- It stays away: every attempt leaves its row, and in the end the slot is free

create or replace function nightshift.read_secret(p_name text) returns text
language plpgsql stable set search_path = ''
as $$ begin raise exception 'invalid ciphertext' using errcode = '22000'; end $$;
update public.task_schedules s set overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 13:00Z') \g /dev/null
do $$ begin perform nightshift.reconcile('2026-03-01 13:00Z'::timestamptz + make_interval(mins => n)) from generate_series(1, 60) n; end $$;
select is((select status from pg_temp.task_of('2026-03-01 13:00Z') limit 1), 'failed', 'after its attempts the task ends');
create or replace function nightshift.read_secret(p_name text) returns text
language sql stable set search_path = '' as $$ select s.decrypted_secret from vault.decrypted_secrets s where s.name = p_name $$;

-- A target that is longer than the name of an agent may be

update public.task_schedules s set target = 'https://agent.example.com/' || repeat('x', 300) where s.name = 'half-hourly';
select is(pg_temp.dispatch('2026-03-01 16:00Z'), 'dispatched', 'a long URL is a target like any other');
select is(length((pg_temp.task_of('2026-03-01 16:00Z')).agent_name), 200, 'and its task row has as much of it as fits');

select * from finish();
rollback;
