-- Test: the database is like a hosted one: postgres is no superuser, and roles have their settings.
begin;
select plan(15);

-- postgres, who runs the migrations and these tests

select is(current_user::text, 'postgres', 'tests run as postgres');
select isnt_superuser('postgres', 'postgres is no superuser');
select ok(
  (select r.rolbypassrls and r.rolcreaterole and r.rolcreatedb from pg_catalog.pg_roles r where r.rolname = 'postgres'),
  'postgres bypasses row level security and creates roles and databases');
select ok(
  has_database_privilege('postgres', current_database(), 'create') and has_schema_privilege('postgres', 'public', 'create'),
  'postgres creates in the database and in public');
select throws_ok(
  'alter role postgres superuser', '42501', null, 'postgres cannot make itself a superuser');
select throws_ok(
  $$ insert into cron.job (schedule, command) values ('* * * * *', 'select 1') $$,
  '42501', null, 'postgres writes cron jobs by functions only');
select lives_ok(
  $$ select cron.schedule('example', '* * * * *', 'select 1') $$, 'postgres schedules a job by name');
select lives_ok(
  $$ select cron.alter_job((select j.jobid from cron.job j where j.jobname = 'example'), active => false) $$,
  'postgres alters its job');
select lives_ok($$ select cron.unschedule('example') $$, 'postgres removes its job');

-- The roles of the API

select set_eq(
  $$
  select r.rolname::text, r.rolcanlogin, r.rolbypassrls, r.rolsuper from pg_catalog.pg_roles r
  where r.rolname in ('anon', 'authenticated', 'authenticator', 'service_role') order by 1
  $$,
  $$
  values
    ('anon', false, false, false), ('authenticated', false, false, false),
    ('authenticator', true, false, false), ('service_role', false, true, false)
  $$,
  'only service_role bypasses row level security, only authenticator logs in');
select set_has(
  $$
  select r.rolname::text, unnest(r.rolconfig) from pg_catalog.pg_roles r
  where r.rolname in ('anon', 'authenticated', 'authenticator')
  $$,
  $$
  values
    ('anon', 'statement_timeout=3s'), ('authenticated', 'statement_timeout=8s'),
    ('authenticator', 'statement_timeout=8s'), ('authenticator', 'lock_timeout=8s')
  $$,
  'requests of a role end after its time');

-- What the migrations stand on

select case when (select count(*) from pg_catalog.pg_available_extensions where name = 'pg_cron') = 0
  then skip('this server has no pg_cron', 2)
  else concat_ws(E'\n', has_extension('pg_cron', 'pg_cron is the real one'), is(
    (select n.nspname::text from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
     where e.extname = 'pg_cron'),
    'pg_catalog', 'pg_cron sits in pg_catalog')) end;
select isnt(
  to_regprocedure('net.http_post(text, jsonb, jsonb, jsonb, integer)'), null,
  'requests are queued by the signature of pg_net');
select isnt(
  to_regprocedure('vault.create_secret(text, text, text, uuid)'), null,
  'secrets are kept by the signature of Vault');

select * from finish();
rollback;
