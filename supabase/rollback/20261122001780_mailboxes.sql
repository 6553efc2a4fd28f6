-- Undoes mailboxes: all connections end, and their keys leave Vault. Emails stay.

do $$
begin
  if to_regclass('nightshift.oauth_states') is not null then
    delete from nightshift.mailbox_sync where secret_id is not null;
    delete from nightshift.oauth_states where secret_id is not null;
  end if;
end
$$;
drop table if exists nightshift.oauth_states;
drop table if exists nightshift.mailbox_messages;
drop table if exists nightshift.mailbox_turns;
drop table if exists nightshift.mailbox_sync;
drop table if exists public.mailboxes;
drop function if exists nightshift.hash_id(text);
drop function if exists nightshift.drop_secret();
