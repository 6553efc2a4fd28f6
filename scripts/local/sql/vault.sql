-- Stand-in for the extension supabase_vault 0.3: its table, view, functions and grants.
-- Runs as a superuser, only where the extension is absent. Nothing is encrypted: the column holds
-- base64 of the text, and the database lives no longer than the local stack.

create schema vault;
comment on schema vault is 'Local stand-in for supabase_vault; stores secrets unencrypted.';

create table vault.secrets (
  id uuid primary key default gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea default uuid_send(gen_random_uuid()),
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table vault.secrets is 'Secrets, base64 encoded where the extension encrypts.';
create unique index secrets_name_idx on vault.secrets (name) where name is not null;

create view vault.decrypted_secrets as
select
  id,
  name,
  description,
  secret,
  convert_from(decode(secret, 'base64'), 'utf8') as decrypted_secret,
  key_id,
  nonce,
  created_at,
  updated_at
from vault.secrets;
comment on view vault.decrypted_secrets is 'Secrets with their text in decrypted_secret.';

create function vault.create_secret(
  new_secret text,
  new_name text default null,
  new_description text default '',
  new_key_id uuid default null
) returns uuid
language sql volatile security definer
set search_path = ''
as $$
  insert into vault.secrets (secret, name, description, key_id)
  values (encode(convert_to(new_secret, 'utf8'), 'base64'), new_name, new_description, new_key_id)
  returning id
$$;
comment on function vault.create_secret(text, text, text, uuid) is 'Stores a secret; returns its id.';

create function vault.update_secret(
  secret_id uuid,
  new_secret text default null,
  new_name text default null,
  new_description text default null,
  new_key_id uuid default null
) returns void
language sql volatile security definer
set search_path = ''
as $$
  update vault.secrets
  set
    secret = coalesce(encode(convert_to(new_secret, 'utf8'), 'base64'), secret),
    name = coalesce(new_name, name),
    description = coalesce(new_description, description),
    key_id = coalesce(new_key_id, key_id),
    updated_at = now()
  where id = secret_id
$$;
comment on function vault.update_secret(uuid, text, text, text, uuid)
  is 'Changes the given parts of a secret; null leaves a part as it is.';

revoke all on function vault.create_secret(text, text, text, uuid) from public;
revoke all on function vault.update_secret(uuid, text, text, text, uuid) from public;
grant usage on schema vault to postgres with grant option;
grant select, delete on vault.secrets, vault.decrypted_secrets to postgres with grant option;
grant execute on function vault.create_secret(text, text, text, uuid) to postgres with grant option;
grant execute on function vault.update_secret(uuid, text, text, text, uuid) to postgres
with grant option;
grant usage on schema vault to service_role;
grant select, delete on vault.secrets, vault.decrypted_secrets to service_role;
grant execute on function vault.create_secret(text, text, text, uuid) to service_role;
grant execute on function vault.update_secret(uuid, text, text, text, uuid) to service_role;
