-- Undoes erasure; what was erased stays erased.

drop function if exists public.erase_person(uuid, text, boolean);
drop function if exists nightshift.erase_all(uuid, text);
drop function if exists nightshift.erase_emails(uuid, text);
drop function if exists nightshift.redact_table(regclass, text[], uuid, text);
drop function if exists nightshift.is_own_setting(regclass);
drop function if exists nightshift.list_text_tables();
