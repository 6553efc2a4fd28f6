-- Undoes pings; the tasks that they logged stay. Which of them were unfinished is forgotten.

drop function if exists public.ping_task(text, text, jsonb);
drop function if exists nightshift.keep_ping_lines(public.autonomous_tasks, jsonb);
drop function if exists nightshift.start_ping_run(nightshift.ping_runs, uuid);
drop function if exists nightshift.take_ping_run(uuid, text, uuid);
drop table if exists nightshift.ping_runs;
