-- Undoes system health.

drop function if exists public.get_system_health();
drop function if exists nightshift.system_health(timestamptz);
