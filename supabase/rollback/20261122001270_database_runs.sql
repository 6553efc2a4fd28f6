-- Undoes database runs; what waits for the database worker is lost, and the task rows of it stay as they are.

drop function if exists nightshift.finish_database_run(uuid, text, timestamptz);
drop function if exists nightshift.report_database_run(uuid, timestamptz);
drop function if exists nightshift.end_database_workspaces(uuid, integer, timestamptz);
drop function if exists nightshift.queue_database_run(uuid, uuid, timestamptz);
drop function if exists nightshift.check_payload(text, jsonb);
drop function if exists nightshift.run_payload(uuid);
drop table if exists nightshift.run_failures;
drop table if exists nightshift.database_runs;
drop table if exists nightshift.database_types;
