-- Undoes claiming mailboxes: email-sync gets no work.

drop function if exists public.save_mailbox_secret(uuid, uuid, jsonb);
drop function if exists public.read_mailbox_secret(uuid, uuid);
drop function if exists nightshift.hold_mailbox(uuid, uuid, timestamptz);
drop function if exists public.beat_mailbox_run(uuid, uuid, integer);
drop function if exists nightshift.beat_mailbox_run(uuid, uuid, integer, timestamptz);
drop function if exists public.claim_mailboxes(uuid, uuid, integer, integer);
drop function if exists nightshift.claim_mailboxes(uuid, integer, integer, timestamptz);
drop function if exists nightshift.next_mailbox(uuid, timestamptz);
drop function if exists nightshift.holds_mailbox_run(uuid, uuid, timestamptz);
drop function if exists nightshift.save_mailbox_secret(uuid, uuid, jsonb, timestamptz);
drop function if exists nightshift.read_mailbox_secret(uuid, uuid, timestamptz);
