-- Undoes claim.

drop function if exists nightshift.postpone_turn(uuid);
drop function if exists nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb);
