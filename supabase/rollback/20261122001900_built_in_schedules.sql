-- Undoes the schedule of continuous intelligence: its pg_cron job goes, so nothing ticks any more.

select cron.unschedule(j.jobid)
from cron.job j
where j.command like 'select nightshift.%';
