-- Undoes the second part of reconcile: missed slots are no longer seen.

drop function if exists nightshift.reconcile(timestamptz);
drop function if exists nightshift.prune(timestamptz);
drop function if exists nightshift.judge_slots(timestamptz);
drop function if exists nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz);
drop table if exists nightshift.schedule_watermarks;
