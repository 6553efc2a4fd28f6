-- Undoes the acts of the dashboard. Brakes that are on stay on.

drop function if exists public.brake_spending(uuid, boolean);
drop function if exists public.requeue_failed_emails(uuid);
drop function if exists nightshift.require_manager(uuid);
drop function if exists public.retry_tasks(uuid[]);
