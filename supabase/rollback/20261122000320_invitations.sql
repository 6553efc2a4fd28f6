-- Undoes invitations: open ones are lost, members stay.

drop function if exists public.end_invitation(uuid);
drop function if exists public.accept_invitation(uuid);
drop function if exists public.list_invitations(uuid);
drop function if exists public.invite_member(uuid, text, text);
drop function if exists nightshift.can_manage(uuid, text);
drop function if exists nightshift.my_confirmed_email();
drop table if exists nightshift.invitations;
