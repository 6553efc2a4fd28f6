-- Undoes email intelligence; what was read is lost, the email stays.

drop table if exists public.email_intelligence;
drop function if exists nightshift.intents();
drop function if exists nightshift.analyzers();
