-- Undoes the spending reads.

drop function if exists public.get_spending(uuid, integer);
drop function if exists nightshift.count_waiting_for_money(uuid, integer, timestamptz);
drop function if exists nightshift.foresee_budgets(uuid, timestamptz);
drop function if exists nightshift.list_model_costs(uuid, date, integer);
drop function if exists nightshift.list_type_costs(uuid, timestamptz, timestamptz);
