-- Undoes the lists of contact enrichment. What emails say is read again when the migration runs again; what users and
-- providers said is lost.

drop trigger if exists start_contacts on public.workspace_settings;
drop function if exists nightshift.start_contacts();
drop trigger if exists list_due_days on public.contact_emails;
drop function if exists nightshift.list_due_days();
drop trigger if exists list_changed_email on public.client_emails;
drop function if exists nightshift.list_changed_email();
drop trigger if exists list_sent_emails on public.client_emails;
drop function if exists nightshift.list_sent_emails();
drop trigger if exists list_due_emails_delete on public.email_intelligence;
drop trigger if exists list_due_emails_update on public.email_intelligence;
drop trigger if exists list_due_emails_insert on public.email_intelligence;
drop function if exists nightshift.list_due_emails();
drop table if exists nightshift.contact_turns;
drop table if exists nightshift.due_scores;
drop table if exists nightshift.due_days;
drop table if exists nightshift.due_emails;
drop table if exists nightshift.given_facts;
drop table if exists nightshift.email_claims;
