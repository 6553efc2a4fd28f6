-- Undoes budgets; limits and what is set aside are lost, the ledger stays.

drop function if exists public.get_budget_status(uuid);
drop function if exists nightshift.list_budgets(timestamptz, uuid, boolean);
drop function if exists nightshift.wake_workspaces() cascade;
drop table if exists nightshift.spending_notices;
drop table if exists nightshift.budget_reservations;
drop table if exists nightshift.spending_brakes;
drop table if exists public.workspace_budgets;
