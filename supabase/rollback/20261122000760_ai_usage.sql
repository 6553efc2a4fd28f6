-- Undoes AI usage; the ledger is lost, the costs in the task log stay.

drop function if exists nightshift.sum_task_costs(uuid[]);
drop function if exists nightshift.find_run_task(uuid, uuid);
drop function if exists nightshift.count_spending(jsonb);
drop table if exists nightshift.spend_days;
drop table if exists public.ai_usage;
