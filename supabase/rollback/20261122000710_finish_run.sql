-- Undoes the end of runs.

drop function if exists nightshift.fail_task(uuid, text, timestamptz);
drop function if exists nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz, boolean);
drop function if exists nightshift.finish_run(uuid, text, timestamptz);
drop function if exists nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz);
drop function if exists nightshift.end_run_row(uuid, text, timestamptz);
drop function if exists nightshift.hand_back_emails(uuid);
drop function if exists nightshift.release_emails(uuid, uuid);
