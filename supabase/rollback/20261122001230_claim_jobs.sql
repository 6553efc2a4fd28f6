-- Undoes the claiming of jobs.

drop function if exists nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz);
drop function if exists nightshift.has_claimable_jobs(public.task_schedules, timestamptz);
drop function if exists nightshift.count_room(public.task_schedules, integer);
drop function if exists nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz);
drop function if exists nightshift.find_steps(uuid[]);
drop function if exists nightshift.rest_lanes(uuid, uuid[]);
drop function if exists nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer);
drop function if exists nightshift.next_lanes(public.task_schedules, integer);
drop function if exists nightshift.ready_due_jobs(uuid, timestamptz);
