-- Undoes the reports of watched jobs. Tasks that were failed stay failed.

drop trigger if exists note_new_tasks on public.autonomous_tasks;
drop trigger if exists note_changed_tasks on public.autonomous_tasks;
drop function if exists public.note_late_end(uuid, text, text);
drop function if exists nightshift.close_silent_task(uuid, uuid, text, timestamptz);
drop function if exists nightshift.note_watched_tasks();
drop table if exists nightshift.closed_runs;
drop table if exists nightshift.watch_reports;
