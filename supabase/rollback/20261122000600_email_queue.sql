-- Undoes the queue. No email is lost: what was not analyzed waits again when the migration runs again.

drop trigger if exists enqueue_emails on public.client_emails;
drop function if exists nightshift.enqueue_emails();
drop function if exists nightshift.queue_earlier_emails(timestamptz, integer, interval);
drop function if exists nightshift.queue_emails_after(uuid, integer);
drop table if exists nightshift.email_adoption;
drop function if exists nightshift.mark_workspaces_due(uuid[], timestamptz);
drop table if exists nightshift.workspace_turns;
drop table if exists nightshift.email_queue;
drop function if exists nightshift.first_place(uuid, uuid[]);
