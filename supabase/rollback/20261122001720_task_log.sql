-- Undoes writing to the task log over HTTP; the log itself stays.

drop function if exists public.retry_task(uuid, text);
drop function if exists nightshift.retry_task(uuid, jsonb);
drop function if exists nightshift.store_retry(public.autonomous_tasks, boolean);
drop table if exists nightshift.task_retries;
drop function if exists public.change_task(uuid, text, jsonb, text);
drop function if exists public.log_tasks(jsonb, text, text, text, text);
drop function if exists public.store_task(jsonb, jsonb, boolean);
drop function if exists public.advance_task(public.autonomous_tasks, jsonb);
drop function if exists public.is_kept_from_token(uuid);
