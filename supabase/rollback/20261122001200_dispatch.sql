-- Undoes dispatch.

drop function if exists nightshift.dispatch(text, timestamptz);
drop function if exists nightshift.send_dispatch(uuid, timestamptz);
drop function if exists nightshift.signed_headers(text, text, text, timestamptz);
drop function if exists nightshift.hmac_sha256(text, text);
