-- Undoes the timeline.

drop view if exists public.task_timeline;
