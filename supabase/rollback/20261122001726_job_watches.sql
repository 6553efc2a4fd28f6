-- Undoes job watches. The watches, and what was known about their jobs, are lost.

drop view if exists public.job_watch_states;
drop table if exists nightshift.watch_states;
drop function if exists nightshift.first_expected(public.job_watches, timestamptz);
drop table if exists public.job_watches;
drop function if exists nightshift.keep_watch_state();
drop function if exists nightshift.check_watch();
