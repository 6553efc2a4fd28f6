-- Undoes the first part of reconcile.

drop function if exists nightshift.retry_dispatches(timestamptz);
drop function if exists nightshift.judge_runs(timestamptz);
drop function if exists nightshift.judge_dispatches(timestamptz);
drop function if exists nightshift.judge_response(net._http_response);
drop function if exists nightshift.copy_cron_facts(timestamptz);
