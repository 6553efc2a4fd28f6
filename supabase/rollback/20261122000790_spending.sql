-- Undoes spending: what a call cost is not entered any more.

drop function if exists nightshift.judge_budgets(timestamptz);
drop function if exists nightshift.book_lost_emails(timestamptz);
drop function if exists nightshift.book_lost_spending(timestamptz);
drop function if exists nightshift.book_task_spending(uuid, timestamptz);
drop function if exists nightshift.add_task_cost(uuid, numeric);
drop function if exists nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz);
drop function if exists nightshift.give_back(uuid, uuid[]);
drop function if exists nightshift.enter_calls(uuid, jsonb, timestamptz);
drop function if exists nightshift.read_calls(uuid, jsonb);
drop function if exists nightshift.read_count(jsonb);
