-- Undoes what users, external systems and the HTTP API ask about jobs. The jobs themselves stay.

drop function if exists public.list_lines(uuid, text);
drop function if exists public.requeue_jobs(text, uuid, text);
drop function if exists public.retry_job(uuid, text);
drop function if exists nightshift.repeat_job(uuid, jsonb);
drop function if exists public.cancel_job(uuid, text);
drop function if exists nightshift.admit_to_job(uuid, jsonb);
drop function if exists public.list_jobs(jsonb, text);
drop function if exists nightshift.list_job_page(jsonb, uuid[], text[], integer);
drop function if exists public.get_job(uuid, text);
drop function if exists nightshift.describe_job_with_task(uuid, uuid, text);
drop function if exists nightshift.describe_job(nightshift.jobs, text);
drop function if exists nightshift.job_status(nightshift.jobs);
drop function if exists nightshift.describe_lines(uuid, uuid);
drop function if exists nightshift.find_job(uuid, jsonb);
drop function if exists public.request_jobs(text, jsonb, text, text, text, text);
drop function if exists nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb);
drop function if exists nightshift.read_workspace_id(jsonb);
drop function if exists nightshift.admit_to_agent(text, jsonb);
drop function if exists nightshift.may_enqueue(public.task_schedules, jsonb, uuid);
