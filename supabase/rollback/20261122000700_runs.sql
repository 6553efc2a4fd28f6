-- Undoes runs.

drop function if exists nightshift.finish_run(uuid, text, timestamptz);
drop function if exists nightshift.report_run(uuid, timestamptz);
drop function if exists nightshift.start_run(uuid, text, jsonb, timestamptz);
