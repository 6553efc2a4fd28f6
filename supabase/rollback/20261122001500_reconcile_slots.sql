-- Undoes the third part of reconcile. Missed slots are no longer found.

drop function if exists nightshift.skipped_in_a_row(uuid);
drop function if exists nightshift.judge_slots(timestamptz);
drop function if exists nightshift.judge_schedule_slots(public.task_schedules, timestamptz);
drop function if exists nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz);
drop function if exists nightshift.why_not_made_up_for(
  public.task_schedules, timestamptz, boolean, boolean, timestamptz);
drop function if exists nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz);
drop function if exists nightshift.list_cron_runs(public.task_schedules, timestamptz);
drop function if exists nightshift.cron_time_zone();
drop function if exists nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz);
drop function if exists nightshift.judge_jobs(timestamptz);
drop function if exists nightshift.adopt_job(public.task_schedules, timestamptz);
drop function if exists nightshift.renew_cron_job(public.task_schedules, timestamptz);
drop function if exists nightshift.job_state(public.task_schedules);
drop function if exists nightshift.find_job(public.task_schedules);
drop table if exists nightshift.schedule_watermarks;
