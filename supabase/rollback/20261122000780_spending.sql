-- Undoes spending.

drop function if exists nightshift.judge_budgets(timestamptz);
drop function if exists nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz);
drop function if exists nightshift.pass_over(uuid, uuid, text, date, text, timestamptz);
drop function if exists nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz);
