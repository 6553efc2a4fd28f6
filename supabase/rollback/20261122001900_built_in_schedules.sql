-- Undoes the built-in schedules: every pg_cron job of ours goes, so nothing ticks any more.

select cron.unschedule(j.jobid)
from cron.job j
where j.command like 'select nightshift.%' or j.command like 'call nightshift.%';

drop function if exists nightshift.restore_jobs();
drop function if exists nightshift.list_missing_jobs();
