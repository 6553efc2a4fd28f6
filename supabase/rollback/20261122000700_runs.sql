-- Undoes runs.

drop function if exists nightshift.report_run(uuid, timestamptz);
drop function if exists nightshift.beat_run(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.start_run(uuid, text, jsonb, integer, timestamptz);
drop table if exists nightshift.run_workspaces;
drop table if exists nightshift.run_leases;
