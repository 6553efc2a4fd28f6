-- Undoes runs.

drop function if exists nightshift.fail_task(uuid, text, timestamptz);
drop function if exists nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz);
drop function if exists nightshift.finish_run(uuid, text, timestamptz);
drop function if exists nightshift.report_run(uuid, timestamptz);
drop function if exists nightshift.count_in(jsonb, text);
drop function if exists nightshift.beat_run(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.start_run(uuid, text, jsonb, integer, timestamptz);
drop table if exists nightshift.run_leases;
