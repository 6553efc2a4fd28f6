-- Extensions: the schema of the machinery, and what it needs from the platform.
--
-- An extension that is there is used, one that is available is created, and where only functions of
-- the right signature exist (a local stack's stand-ins) those are used. What this chapter creates is
-- written down, so that the rollback removes nothing that was there before.
-- Locks: none on user tables. Time: milliseconds.

create schema if not exists nightshift;
comment on schema nightshift is
'Machinery of Nightshift: queue, leases, dispatch. Not exposed through the API; roles reach it through functions in public.';

create table if not exists nightshift.installed_objects (
  kind text not null,
  name text not null,
  installed_at timestamptz not null default now(),
  primary key (kind, name),
  constraint kind_is_known check (kind in ('extension', 'table'))
);
alter table nightshift.installed_objects enable row level security;

comment on table nightshift.installed_objects is
'What our chapters created and a full undo may therefore drop; anything else was there before.';
comment on column nightshift.installed_objects.kind is 'extension or table';
comment on column nightshift.installed_objects.name is 'name, with schema where it has one';
comment on column nightshift.installed_objects.installed_at is 'when the chapter created it';

create table if not exists nightshift.deployed_functions (
  name text primary key,
  files_sha256 text,
  version integer,
  deployed_at timestamptz not null default now(),
  constraint files_sha256_is_a_digest check (files_sha256 ~ '^[0-9a-f]{64}$')
);
alter table nightshift.deployed_functions enable row level security;

comment on table nightshift.deployed_functions is
'Edge Functions that `deno task deploy` brought here: what a second deploy need not bring again, and what an undo deletes.';
comment on column nightshift.deployed_functions.name is 'name of the function';
comment on column nightshift.deployed_functions.files_sha256 is 'digest of its files; null from before the upload until after it';
comment on column nightshift.deployed_functions.version is 'its version on the platform, so that a deploy by other means is noticed';
comment on column nightshift.deployed_functions.deployed_at is 'when the upload ended';

do $$
declare
  v_needed record;
begin
  for v_needed in
    select *
    from (values
      ('pg_cron', 'pg_catalog', 'cron.schedule(text, text, text)'),
      ('pg_net', 'extensions', 'net.http_post(text, jsonb, jsonb, jsonb, integer)'),
      ('pgcrypto', 'extensions', 'extensions.hmac(bytea, bytea, text)'),
      ('supabase_vault', 'vault', 'vault.create_secret(text, text, text, uuid)')
    ) as needed (extension, home, signature)
  loop
    if exists (select from pg_catalog.pg_extension where extname = v_needed.extension)
      or to_regprocedure(v_needed.signature) is not null
    then
      continue;
    elsif exists (select from pg_catalog.pg_available_extensions where name = v_needed.extension) then
      execute format('create schema if not exists %I', v_needed.home);
      execute format('create extension %I with schema %I', v_needed.extension, v_needed.home);
      insert into nightshift.installed_objects (kind, name) values ('extension', v_needed.extension);
    else
      raise exception 'Nightshift needs the extension %, which this database does not offer.', v_needed.extension
        using hint = 'On Supabase: Database > Extensions. On your own PostgreSQL: install its package, then run this migration again.';
    end if;
  end loop;
end
$$;
