-- Signing: how the database proves who it is, without a secret that travels.
--
-- Requests are signed as Standard Webhooks specifies (HMAC-SHA256), each target with a key of its own
-- that is derived from cron_secret. So the receiver of one target can check its requests, and can call
-- no other target with what it got or knows.
-- Locks: none. Time: milliseconds.

do $$
declare
  v_home text := (
    select n.nspname
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'hmac' and pg_catalog.pg_get_function_identity_arguments(p.oid) = 'bytea, bytea, text'
    order by (n.nspname = 'extensions') desc
    limit 1
  );
begin
  -- pgcrypto may live in another schema of an existing project.
  execute format($body$
    create or replace function nightshift.hmac_with_key(p_message text, p_key bytea) returns bytea
    language sql immutable strict parallel safe set search_path = ''
    as 'select %I.hmac(convert_to(p_message, ''UTF8''), p_key, ''sha256'')'
  $body$, v_home);
end
$$;
comment on function nightshift.hmac_with_key(text, bytea) is 'HMAC-SHA256 (RFC 2104) of a UTF-8 text.';
revoke all on function nightshift.hmac_with_key(text, bytea) from public;

create or replace function nightshift.hmac_sha256(p_message text, p_secret text) returns bytea
language sql immutable strict parallel safe set search_path = ''
as $$ select nightshift.hmac_with_key(p_message, convert_to(p_secret, 'UTF8')) $$;
comment on function nightshift.hmac_sha256(text, text) is 'HMAC-SHA256 (RFC 2104) of UTF-8 texts.';
revoke all on function nightshift.hmac_sha256(text, text) from public;

create or replace function nightshift.read_secret(p_name text) returns text
language sql stable set search_path = ''
as $$ select s.decrypted_secret from vault.decrypted_secrets s where s.name = p_name $$;
comment on function nightshift.read_secret(text) is 'A secret from Vault by name, null when it is not set.';
revoke all on function nightshift.read_secret(text) from public;

create or replace function nightshift.derive_key(p_secret text, p_purpose text, p_subject text) returns bytea
language sql immutable strict parallel safe set search_path = ''
as $$ select nightshift.hmac_sha256('nightshift ' || p_purpose || ' ' || p_subject, p_secret) $$;
comment on function nightshift.derive_key(text, text, text) is
'A key for one purpose and subject, from which neither the secret nor any other key follows.';
revoke all on function nightshift.derive_key(text, text, text) from public;

create or replace function nightshift.target_key(p_target text, p_secret text) returns bytea
language sql immutable strict parallel safe set search_path = ''
as $$
  -- The paths of an Edge Function share one key, as they share one environment.
  select nightshift.derive_key(p_secret, 'target', case when p_target ~ '^https?://' then p_target
    else split_part(p_target, '/', 1) end)
$$;
comment on function nightshift.target_key(text, text) is
'The key that requests to a target are signed with: one for each Edge Function, and one for each URL.';
revoke all on function nightshift.target_key(text, text) from public;

create or replace function nightshift.signing_secret(p_target text) returns text
language sql stable set search_path = ''
as $$ select 'whsec_' || encode(nightshift.target_key(p_target, nightshift.read_secret('cron_secret')), 'base64') $$;
comment on function nightshift.signing_secret(text) is
'The secret to give to the receiver of a schedule or alert rule whose target is a URL, in the format of Standard '
'Webhooks. It changes when cron_secret does. Null when Vault has no cron_secret.';
revoke all on function nightshift.signing_secret(text) from public;

create or replace function nightshift.task_token(p_task_id uuid, p_secret text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$ select 'nst_' || encode(nightshift.derive_key(p_secret, 'task', p_task_id::text), 'hex') $$;
comment on function nightshift.task_token(uuid, text) is
'What the receiver of a URL target sends to the task API to report on this one task. It opens nothing else.';
revoke all on function nightshift.task_token(uuid, text) from public;

create or replace function nightshift.signed_headers(p_id text, p_body text, p_key bytea, p_now timestamptz)
  returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'Content-Type', 'application/json',
    'webhook-id', p_id,
    'webhook-timestamp', s.seconds,
    'webhook-signature', 'v1,' || encode(nightshift.hmac_with_key(p_id || '.' || s.seconds || '.' || p_body, p_key),
      'base64')
  )
  from (select floor(extract(epoch from p_now))::bigint::text) as s (seconds)
$$;
comment on function nightshift.signed_headers(text, text, bytea, timestamptz) is
'Request headers with a signature as standardwebhooks.com specifies it: over id, seconds since 1970 and body.';
revoke all on function nightshift.signed_headers(text, text, bytea, timestamptz) from public;
