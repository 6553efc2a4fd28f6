-- Undoes the built-in schedules: every pg_cron job of ours goes, so nothing ticks any more.

do $$
begin
  if to_regclass('cron.job') is null then
    return;
  end if;
  perform cron.unschedule(j.jobid)
  from cron.job j
  where j.command like 'select nightshift.%' or j.command like 'call nightshift.%';
end
$$;

drop function if exists nightshift.restore_jobs();
drop function if exists nightshift.list_missing_jobs();
