-- Undoes the functions API: the Edge Functions answer 500 from here on.

drop function if exists public.health(text);
drop function if exists public.runner_status(text);
drop function if exists nightshift.runner_status(text, timestamptz);
drop function if exists public.finish_run(uuid, uuid, text);
drop function if exists public.settle_emails(uuid, jsonb, jsonb);
drop function if exists public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb);
drop function if exists public.beat_run(uuid, uuid, integer);
drop function if exists public.start_run(uuid, jsonb, integer);
drop function if exists public.ingest_email(uuid, jsonb, boolean);
drop function if exists nightshift.store_email(public.client_emails);
drop function if exists nightshift.read_email(uuid, jsonb);
drop function if exists nightshift.is_same_email(public.client_emails, public.client_emails);
drop function if exists nightshift.content_hash(public.client_emails, boolean);
