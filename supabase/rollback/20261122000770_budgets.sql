-- Undoes budgets; limits and what is set aside are lost, the ledger stays.

drop function if exists public.get_budget_status(uuid);
drop function if exists nightshift.list_budgets(timestamptz, uuid, boolean);
drop trigger if exists wake_workspaces on public.analyzer_choices;
drop trigger if exists wake_workspaces on public.model_prices;
drop trigger if exists wake_workspaces on public.workspace_budgets;
drop function if exists nightshift.wake_workspaces();
drop table if exists nightshift.spending_notices;
drop table if exists nightshift.budget_reservations;
drop table if exists public.workspace_budgets;
