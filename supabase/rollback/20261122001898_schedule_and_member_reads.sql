-- Undoes the reads of schedules and members.

drop function if exists public.change_member(uuid, uuid, text);
drop function if exists public.add_member(uuid, text, text);
drop function if exists public.list_members(uuid);
drop function if exists public.list_schedules(uuid);
drop function if exists nightshift.describe_watches(uuid, integer);
drop function if exists nightshift.describe_agent(public.task_schedules, uuid);
drop function if exists nightshift.describe_schedule(public.task_schedules, timestamptz);
drop function if exists nightshift.measure_lateness(uuid, timestamptz);
drop function if exists nightshift.next_slots(text, timestamptz, integer, text);
