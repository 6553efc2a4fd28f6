-- Undoes the database worker; its runs stay open, and nothing does them.

drop procedure if exists nightshift.work();
drop function if exists nightshift.work_on(uuid, timestamptz, timestamptz);
drop function if exists nightshift.serve_database_run(nightshift.database_runs, uuid, timestamptz);
drop function if exists nightshift.do_chunk(nightshift.database_runs, timestamptz);
drop function if exists nightshift.part_workspaces(nightshift.database_runs, timestamptz);
drop function if exists nightshift.note_failure(uuid, uuid, text, text, timestamptz);
drop function if exists nightshift.describe_error(text, text);
drop function if exists nightshift.note_touched(uuid, jsonb, timestamptz);
drop function if exists nightshift.take_database_run(nightshift.database_runs, uuid, timestamptz);
drop function if exists nightshift.end_work(uuid, timestamptz);
drop function if exists nightshift.begin_work();
drop function if exists nightshift.work_until();
