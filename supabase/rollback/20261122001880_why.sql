-- Undoes why.

drop function if exists public.why(text, text, text);
drop function if exists nightshift.why(text, text, uuid[], jsonb);
drop function if exists nightshift.why_task(uuid, uuid[], jsonb);
drop function if exists nightshift.why_job(nightshift.jobs, boolean);
drop function if exists nightshift.why_email(uuid, uuid[]);
drop function if exists nightshift.why_time(text, boolean);
drop function if exists nightshift.why_slot(public.task_schedules, timestamptz, boolean);
drop function if exists nightshift.tell_time(timestamptz);
