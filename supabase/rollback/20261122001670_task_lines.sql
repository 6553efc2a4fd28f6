-- Undoes task lines: what tasks said is lost.

drop function if exists nightshift.prune_lines(timestamptz);
drop function if exists public.log_lines(uuid, uuid, jsonb);
drop function if exists nightshift.store_lines(jsonb, timestamptz);
drop function if exists nightshift.cut_lines(uuid[]);
drop table if exists nightshift.task_lines;
