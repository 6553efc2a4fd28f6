-- Undoes health.

drop function if exists nightshift.health(text, timestamptz);
drop function if exists nightshift.latest_ends(uuid);
drop function if exists nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.slots_back(text, timestamptz, integer, text);
