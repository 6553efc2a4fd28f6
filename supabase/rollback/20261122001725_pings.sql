-- Undoes pings; the tasks that they logged stay.

drop function if exists public.ping_task(text, text, jsonb);
