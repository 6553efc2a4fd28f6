-- Undoes reading the task log over HTTP; the log itself stays.

drop function if exists public.list_timeline(jsonb, text);
drop function if exists public.report_costs(uuid, integer, text, text);
drop function if exists public.summarize_tasks(uuid, text, integer, text, text);
drop function if exists public.get_task(uuid, text);
drop function if exists public.find_tasks(jsonb, text);
drop function if exists public.find_runs(uuid);
