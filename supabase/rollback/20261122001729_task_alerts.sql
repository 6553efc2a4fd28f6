-- Undoes alerts of agents.

drop function if exists public.alert_from_task(uuid, uuid, uuid, text);
