-- Undoes reading contacts from emails. The contacts stay.

drop function if exists nightshift.refresh_contacts(uuid, uuid[], date[]);
drop function if exists nightshift.count_days(uuid, uuid[], date[]);
drop function if exists nightshift.show_facts(uuid[]);
drop function if exists nightshift.pick_value(text, text, text);
drop function if exists nightshift.keep_own_values(uuid[]);
drop function if exists nightshift.write_facts(uuid[]);
drop function if exists nightshift.list_facts(uuid[]);
drop function if exists nightshift.connect_emails(uuid, uuid[]);
drop function if exists nightshift.list_claims(uuid[]);
drop function if exists nightshift.list_correspondents(uuid, uuid[]);
