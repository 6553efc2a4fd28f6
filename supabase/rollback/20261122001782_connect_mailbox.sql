-- Undoes connecting mailboxes: nobody can connect one.

drop function if exists public.connect_with_password(uuid, jsonb);
drop function if exists public.confirm_mailbox(text);
drop function if exists nightshift.start_mailbox(uuid, text, uuid, timestamptz, timestamptz);
drop function if exists public.keep_authorization(text, text, jsonb, text, timestamptz);
drop function if exists public.take_oauth_state(text);
drop function if exists public.begin_authorization(uuid, text, text, text);
drop function if exists public.create_mailbox(uuid, text, text, integer);
drop function if exists nightshift.describe_mailbox(public.mailboxes);
drop function if exists nightshift.require_mailbox(uuid);
