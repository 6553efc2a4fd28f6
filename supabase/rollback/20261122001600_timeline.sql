-- Undoes the timeline.

drop function if exists nightshift.health(text, timestamptz);
drop view if exists public.task_timeline;
