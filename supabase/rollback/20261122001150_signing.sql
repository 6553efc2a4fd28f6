-- Undoes signing.

drop function if exists nightshift.signed_headers(text, text, bytea, timestamptz);
drop function if exists nightshift.task_token(uuid, text);
drop function if exists nightshift.signing_secret(text);
drop function if exists nightshift.target_key(text, text);
drop function if exists nightshift.derive_key(text, text, text);
drop function if exists nightshift.read_secret(text);
drop function if exists nightshift.hmac_sha256(text, text);
drop function if exists nightshift.hmac_with_key(text, bytea);
