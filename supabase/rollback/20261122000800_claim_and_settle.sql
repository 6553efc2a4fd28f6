-- Undoes claim and settle.

drop function if exists nightshift.requeue_failed_emails(uuid);
drop function if exists nightshift.settle_emails(uuid, jsonb, timestamptz);
drop function if exists nightshift.backoff(integer, integer, integer);
drop function if exists nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz);
drop function if exists nightshift.postpone_turn(uuid);
