-- Undoes the words of contacts.

drop function if exists nightshift.key_domains(text[]);
drop function if exists nightshift.is_of_domain(text, jsonb);
drop function if exists nightshift.is_role_address(text);
drop function if exists nightshift.clean_address(text);
drop function if exists nightshift.is_own_signature(jsonb, text, text);
drop function if exists nightshift.do_names_agree(text, text);
drop function if exists nightshift.name_words(text);
drop function if exists nightshift.fact_key(text, text);
drop function if exists nightshift.clean_fact(text, text);
drop function if exists nightshift.clean_line(text, integer);
drop function if exists nightshift.free_mail_domains();
drop function if exists nightshift.role_names();
