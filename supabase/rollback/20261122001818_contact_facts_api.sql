-- Undoes facts of users and providers. Those that were added stay.

drop function if exists public.add_contact_facts(uuid, text, jsonb);
drop function if exists nightshift.give_facts(uuid, text, jsonb, timestamptz);
drop function if exists nightshift.read_facts(jsonb);
drop function if exists nightshift.check_fact_rights(uuid, text);
