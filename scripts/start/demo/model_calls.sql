-- Calls of models over six days, and the sums that budgets are held to. $1: id of the workspace.

with calls as (
  insert into public.ai_usage (id, workspace_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd,
    price_id, outcome, duration_ms, emails, created_at)
  select gen_random_uuid(), $1, 'anthropic', case when n % 3 = 0 then 'claude-sonnet-4-5' else 'claude-haiku-4-5' end,
    4000 + n * 37 % 900, 700, 1200, round((0.04 + n % 5 * 0.011)::numeric, 4), 'demo', 'ok', 1900 + n * 53 % 800, 5,
    now() - n * interval '100 minutes'
  from generate_series(0, 80) as n
  returning workspace_id, created_at, cost_usd
)
select nightshift.count_spending(jsonb_agg(jsonb_build_object('workspace_id', c.workspace_id, 'at', c.created_at,
  'usd', c.cost_usd)))
from calls c
