-- Undoes what users, external systems and the HTTP API ask agents to do. The jobs themselves stay.

drop function if exists public.request_jobs(text, jsonb, text, text, text, text);
drop function if exists nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb);
drop function if exists nightshift.read_workspace_id(jsonb);
drop function if exists nightshift.admit_to_agent(text, jsonb);
drop function if exists nightshift.may_enqueue(public.task_schedules, jsonb, uuid);
