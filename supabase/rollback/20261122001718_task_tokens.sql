-- Undoes task tokens: receivers of URL targets need a secret key to report.

drop function if exists public.admit_task_token(uuid, text);
