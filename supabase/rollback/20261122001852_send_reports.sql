-- Undoes the sending of reports: what waits is sent no more.

drop function if exists public.open_report_email(uuid);
drop function if exists nightshift.send_reports(timestamptz);
drop function if exists nightshift.send_report(uuid, text, timestamptz);
drop function if exists nightshift.report_body(uuid, public.workspace_reports, text);
drop function if exists nightshift.read_report_answers(timestamptz);
