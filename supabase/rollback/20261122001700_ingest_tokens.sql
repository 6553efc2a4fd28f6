-- Undoes ingest tokens: every external system loses its access, and all tokens are gone.

drop function if exists public.revoke_ingest_token(uuid);
drop function if exists public.list_ingest_tokens(uuid);
drop function if exists public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz);
drop function if exists nightshift.is_live_token(nightshift.ingest_tokens, timestamptz);
drop function if exists nightshift.has_ended(nightshift.ingest_tokens, timestamptz);
drop table if exists nightshift.ingest_tokens;
