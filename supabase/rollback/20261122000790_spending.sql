-- Undoes spending.

drop function if exists nightshift.judge_budgets(timestamptz);
drop function if exists nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz);
