-- Undoes job spending: tasks spend nothing any more. What they have spent stays in the ledger.

drop function if exists public.settle_task_spending(uuid, uuid, uuid, numeric);
drop function if exists public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric);
drop function if exists nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz);
drop function if exists nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz);
drop function if exists nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz);
drop function if exists nightshift.find_spender(uuid, uuid, uuid, timestamptz);
drop function if exists nightshift.check_spending(text, text, numeric);
