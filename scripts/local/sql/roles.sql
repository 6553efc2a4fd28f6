-- Roles, settings and grants of a hosted project. Runs once, as a superuser, in an empty database
-- in which no role "postgres" exists or in which it is no superuser.

do $$
declare
  v_role record;
begin
  for v_role in
    select *
    from (values
      ('supabase_admin', 'superuser createdb createrole replication bypassrls login'),
      ('postgres', 'nosuperuser createdb createrole bypassrls login'),
      ('anon', 'nologin'),
      ('authenticated', 'nologin'),
      ('service_role', 'nologin bypassrls'),
      ('authenticator', 'noinherit login'),
      ('supabase_auth_admin', 'noinherit createrole login'),
      ('supabase_storage_admin', 'noinherit createrole login'),
      ('supabase_functions_admin', 'noinherit createrole login'),
      ('supabase_read_only_user', 'bypassrls login'),
      ('dashboard_user', 'createdb createrole replication nologin')
    ) as wanted (name, attributes)
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role.name) then
      execute format('create role %I %s', v_role.name, v_role.attributes);
    end if;
  end loop;
end
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to postgres with admin option;
grant authenticator, pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
grant pg_read_all_data to supabase_read_only_user;

do $$
begin
  execute format('alter database %I owner to postgres', current_database());
  execute format('grant all on database %I to dashboard_user', current_database());
  execute format('grant create on database %I to supabase_auth_admin', current_database());
end
$$;

-- The timeouts are those that PostgREST applies to a request of the role.
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_admin set search_path = "$user", public, auth, extensions;
alter role supabase_auth_admin set search_path = auth;
alter role supabase_auth_admin set idle_in_transaction_session_timeout = '60s';

-- Hosted, safeupdate refuses UPDATE and DELETE without WHERE. No Debian package and no WASM build
-- has it, and preloading a library that is absent would refuse every login of the role.
do $$
begin
  load 'safeupdate';
  alter role authenticator set session_preload_libraries = 'safeupdate';
exception
  when others then
    null;
end
$$;

create schema if not exists extensions authorization postgres;
grant usage on schema extensions to anon, authenticated, service_role;
grant all on schema extensions to dashboard_user;
create extension if not exists pgcrypto with schema extensions;

-- The owner of public is pg_database_owner, hence postgres.
grant usage on schema public to anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on sequences to postgres, anon, authenticated, service_role;
-- Since 2026-10-30 nothing new in public is granted to the roles of the API automatically. What the
-- platform revokes is what its REST and GraphQL layers need, so truncate and the like stay.
alter default privileges for role postgres in schema public
  revoke select, insert, update, delete on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke usage, select on sequences from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke execute on functions from anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public
  grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public
  grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public
  grant all on sequences to postgres, anon, authenticated, service_role;
