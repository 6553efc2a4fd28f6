-- Schema auth with the owner, functions and grants of a hosted project. Runs as a superuser, after
-- the auth service has made its tables; if there is no auth service, a bare auth.users replaces them.

create schema if not exists auth;
alter schema auth owner to supabase_admin;

create table if not exists auth.users (
  id uuid primary key,
  aud varchar(255) default 'authenticated',
  role varchar(255) default 'authenticated',
  email varchar(255),
  email_confirmed_at timestamptz,
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

create or replace function auth.uid() returns uuid
language sql stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
comment on function auth.uid() is 'The id of the signed-in user, or null.';

create or replace function auth.role() returns text
language sql stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
  )::text
$$;
comment on function auth.role() is 'The role that the request acts as, or null.';

create or replace function auth.email() returns text
language sql stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
  )::text
$$;
comment on function auth.email() is 'The email address of the signed-in user, or null.';

create or replace function auth.jwt() returns jsonb
language sql stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;
comment on function auth.jwt() is 'All claims of the request, or null.';

do $$
declare
  v_object text;
begin
  for v_object in
    select format('table %I.%I', schemaname, tablename)
    from pg_catalog.pg_tables
    where schemaname = 'auth'
    union all
    select format('function %s', oid::regprocedure)
    from pg_catalog.pg_proc
    where pronamespace = 'auth'::regnamespace
  loop
    execute format('alter %s owner to supabase_auth_admin', v_object);
  end loop;
end
$$;

grant all on schema auth to supabase_auth_admin, postgres, dashboard_user;
grant usage on schema auth to anon, authenticated, service_role;
grant all on all tables in schema auth to postgres, dashboard_user;
grant all on all sequences in schema auth to postgres, dashboard_user;
grant all on all routines in schema auth to postgres, dashboard_user;

-- The local REST layer looks up the user of a token before it serves the request, in the session of
-- authenticator. Hosted, a service of its own does that.
grant usage on schema auth to authenticator;
grant select on all tables in schema auth to authenticator;
