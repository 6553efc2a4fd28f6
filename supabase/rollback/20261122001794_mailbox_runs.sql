-- Undoes runs of email-sync: they can neither give mailboxes back nor end.

drop function if exists public.finish_mailbox_run(uuid, uuid, jsonb, text);
drop function if exists nightshift.finish_mailbox_run(uuid, jsonb, text, timestamptz);
drop function if exists nightshift.continue_mailbox_run(uuid, timestamptz);
drop function if exists nightshift.has_due_mailbox(timestamptz);
drop function if exists public.settle_mailbox(uuid, uuid, jsonb);
drop function if exists nightshift.settle_mailbox(uuid, uuid, jsonb, timestamptz);
drop function if exists nightshift.note_lost_mailbox(public.mailboxes, integer, timestamptz);
drop function if exists nightshift.count_synced(uuid, uuid, integer, text, timestamptz);
