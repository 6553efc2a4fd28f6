-- Undoes reading slots.

drop function if exists public.get_slot_story(uuid, text, timestamptz);
drop function if exists nightshift.describe_attempt(public.task_dispatches, uuid);
drop function if exists public.get_slots(uuid, timestamptz, timestamptz, text);
drop function if exists nightshift.describe_slots(uuid, public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.list_slots(uuid, uuid, timestamptz, timestamptz);
drop function if exists nightshift.slot_state(text, text, text, bigint, numeric);
