-- Undoes the enqueueing of jobs.

drop function if exists public.enqueue_jobs(text, jsonb);
drop function if exists nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz);
drop function if exists nightshift.name_existing_jobs(uuid, jsonb);
drop function if exists nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz);
drop function if exists nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz);
drop function if exists nightshift.wake_agent(public.task_schedules, timestamptz);
drop function if exists nightshift.note_wake(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.has_open_wake(uuid);
drop function if exists nightshift.lock_agent(uuid, text, boolean);
drop function if exists nightshift.mark_lanes(uuid, uuid[], timestamptz[]);
drop function if exists nightshift.read_jobs(jsonb, uuid);
drop function if exists nightshift.read_time(text);
drop function if exists nightshift.find_agent(text);
