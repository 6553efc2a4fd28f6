-- Undoes runs of jobs.

drop function if exists public.beat_agent_run(uuid, uuid, integer);
drop function if exists public.finish_agent_run(uuid, uuid, text);
drop function if exists public.settle_jobs(uuid, uuid, jsonb, integer, integer);
drop function if exists public.start_agent_run(uuid, integer, integer, text);
drop function if exists nightshift.beat_agent_run(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.finish_agent_run(uuid, uuid, text, timestamptz);
drop function if exists nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz);
drop function if exists nightshift.end_agent_run(nightshift.run_leases, text, timestamptz);
drop function if exists nightshift.give_back_jobs(uuid, uuid, text, timestamptz);
drop function if exists nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz);
drop function if exists nightshift.list_jobs_to_stop(uuid, uuid);
drop function if exists nightshift.list_cancelled_jobs(uuid, uuid);
drop function if exists nightshift.start_agent_run(uuid, integer, integer, text, timestamptz);
drop function if exists nightshift.take_own_job(uuid, public.task_schedules, timestamptz);
drop function if exists nightshift.take_on_run(uuid, text, timestamptz);
drop function if exists nightshift.check_job_limits(integer, integer);
drop function if exists nightshift.hold_run(uuid, uuid, integer, timestamptz);
