-- Undoes further runs.

drop function if exists nightshift.continue_run(uuid, timestamptz);
drop function if exists nightshift.next_continuation(uuid);
drop function if exists nightshift.run_now(text, timestamptz);
drop function if exists nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz);
