-- Undoes storing emails of mailboxes: email-sync cannot store any.

drop function if exists public.list_new_messages(uuid, text[]);
drop function if exists public.store_mailbox_emails(uuid, uuid, jsonb, jsonb);
drop function if exists nightshift.store_mailbox_emails(uuid, uuid, jsonb, jsonb, timestamptz);
drop function if exists nightshift.move_on(nightshift.mailbox_sync, jsonb, timestamptz);
drop function if exists nightshift.note_synced_answers(uuid, jsonb);
drop function if exists nightshift.store_synced_emails(nightshift.mailbox_sync, jsonb);
drop function if exists nightshift.keep_synced_email(uuid, jsonb);
drop function if exists nightshift.find_copy(public.client_emails);
