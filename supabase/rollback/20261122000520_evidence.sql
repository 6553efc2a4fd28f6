-- Undoes evidence: records are taken as they come.

drop trigger if exists keep_evidence on public.client_emails;
drop function if exists nightshift.keep_evidence();
drop trigger if exists check_evidence on public.email_intelligence;
drop function if exists nightshift.check_evidence();
drop function if exists nightshift.find_evidence_problem(public.email_intelligence, text, text);
drop function if exists nightshift.find_false_places(jsonb, text, text);
