-- Undoes changing mailboxes: nobody can pause, resume or remove one.

drop function if exists public.remove_mailbox(uuid, boolean);
drop function if exists public.change_mailbox(uuid, text);
drop function if exists nightshift.set_mailbox_state(public.mailboxes, boolean, timestamptz);
drop function if exists public.get_mailbox(uuid);
drop function if exists public.list_mailboxes(uuid);
drop function if exists nightshift.note_mailbox_recovery(public.mailboxes, timestamptz);
