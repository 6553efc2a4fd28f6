-- Undoes requests about jobs.

drop function if exists nightshift.requeue_jobs(text, uuid, text, timestamptz);
drop function if exists nightshift.retry_job(uuid, uuid, text, timestamptz);
drop function if exists nightshift.repeat_jobs(uuid[], text, timestamptz);
drop function if exists nightshift.cancel_job(uuid, uuid, timestamptz);
drop function if exists nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz);
