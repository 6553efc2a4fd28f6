-- Undoes how people cancel jobs and do them again. The jobs themselves stay.

drop function if exists public.requeue_jobs(text, uuid, text);
drop function if exists public.retry_job(uuid, text);
drop function if exists nightshift.repeat_job(uuid, jsonb);
drop function if exists public.cancel_job(uuid, text);
drop function if exists nightshift.admit_to_job(uuid, jsonb);
