-- Undoes the saving of results of jobs.

drop function if exists nightshift.save_job_results(uuid, uuid, jsonb, timestamptz);
drop function if exists nightshift.hold_workspaces_of_jobs(uuid, jsonb);
drop function if exists nightshift.store_job_results_singly(uuid, jsonb, timestamptz);
drop function if exists nightshift.store_job_results(uuid, jsonb, timestamptz);
drop function if exists nightshift.explain_attempt(integer, integer, text, timestamptz);
