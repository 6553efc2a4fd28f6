-- Undoes answers: which email was answered is no longer known.

drop trigger if exists find_answers on public.client_emails;
drop function if exists nightshift.find_answers();
drop function if exists nightshift.note_answers(uuid[]);
drop function if exists nightshift.is_addressed_to(public.client_emails, public.client_emails);
drop function if exists nightshift.keep_answers(jsonb);
drop function if exists nightshift.note_references(uuid[], jsonb);
drop table if exists nightshift.email_references;
drop table if exists public.email_answers;
