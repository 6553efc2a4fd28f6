-- Undoes the functions API: the Edge Functions answer 500 from here on.

drop function if exists public.runner_status(text);
drop function if exists nightshift.runner_status(text, timestamptz);
drop function if exists public.finish_run(uuid, text);
drop function if exists public.settle_emails(uuid, jsonb);
drop function if exists public.claim_emails(uuid, integer, integer, integer, integer);
drop function if exists public.start_run(uuid, jsonb);
drop function if exists public.ingest_email(uuid, jsonb);
