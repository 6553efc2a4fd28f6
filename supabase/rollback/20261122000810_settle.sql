-- Undoes settle.

drop function if exists nightshift.requeue_failed_emails(uuid);
drop function if exists nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb);
drop function if exists nightshift.hold_workspaces(uuid, jsonb);
drop function if exists nightshift.count_results(jsonb);
drop function if exists nightshift.store_without_waiting(uuid, jsonb, timestamptz);
drop function if exists nightshift.store_results_singly(uuid, jsonb, timestamptz);
drop function if exists nightshift.store_results(uuid, jsonb, timestamptz);
drop function if exists nightshift.give_turns_back(uuid[]);
drop function if exists nightshift.backoff(integer, integer, integer);
