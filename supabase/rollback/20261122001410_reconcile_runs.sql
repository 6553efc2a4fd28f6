-- Undoes the second part of reconcile.

drop function if exists nightshift.copy_waiting_rows(timestamptz);
drop function if exists nightshift.retry_dispatches(timestamptz);
drop function if exists nightshift.send_retry(uuid, timestamptz);
drop function if exists nightshift.plan_retry(uuid, timestamptz);
drop function if exists nightshift.judge_runs(timestamptz);
drop function if exists nightshift.judge_agent_run(nightshift.run_leases, timestamptz);
drop function if exists nightshift.judge_run(uuid, timestamptz, timestamptz);
