-- Undoes claim.

drop function if exists nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb);
drop function if exists nightshift.describe_emails(uuid[]);
drop function if exists nightshift.note_batch(uuid, uuid, timestamptz);
drop function if exists nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz);
drop function if exists nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz);
drop function if exists nightshift.give_up_exhausted(uuid, timestamptz);
drop function if exists nightshift.check_claim(uuid, integer, integer, integer, integer);
drop function if exists nightshift.postpone_turn(uuid);
