-- Undoes dispatch.

drop function if exists nightshift.dispatch(text, timestamptz);
drop function if exists nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz);
drop function if exists nightshift.set_aside_early(uuid, timestamptz, timestamptz);
drop function if exists nightshift.send_dispatch(uuid, timestamptz);
drop function if exists nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz);
