-- Undoes schedules; their rows are lost, and with them their pg_cron jobs.

do $$
begin
  if to_regclass('public.task_schedules') is not null then
    -- Row by row triggers take the pg_cron jobs along.
    delete from public.task_schedules where true;
  end if;
end
$$;

drop function if exists nightshift.write_cron_job(public.task_schedules, timestamptz);
drop table if exists nightshift.cron_jobs;
drop table if exists public.task_schedules;
drop function if exists nightshift.pause_all();
drop function if exists nightshift.keep_cron_job();
drop function if exists nightshift.check_schedule();
