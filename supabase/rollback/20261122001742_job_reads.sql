-- Undoes what people see of jobs. The jobs and lines themselves stay.

drop function if exists public.list_lines(uuid, text);
drop function if exists public.list_jobs(jsonb, text);
drop function if exists nightshift.list_job_page(jsonb, uuid[], text[], integer);
drop function if exists public.get_job(uuid, text);
drop function if exists nightshift.describe_job_with_task(uuid, uuid, text);
drop function if exists nightshift.describe_job(nightshift.jobs, text);
drop function if exists nightshift.job_status(nightshift.jobs);
drop function if exists nightshift.describe_lines(uuid, uuid);
drop function if exists nightshift.find_job(uuid, jsonb);
