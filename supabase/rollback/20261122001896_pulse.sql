-- Undoes the pulse.

drop function if exists public.get_pulse(uuid);
drop function if exists nightshift.count_tasks(uuid, integer, timestamptz);
drop function if exists nightshift.count_waiting(uuid, integer, timestamptz);
drop function if exists nightshift.count_slot_states(uuid, timestamptz, timestamptz);
