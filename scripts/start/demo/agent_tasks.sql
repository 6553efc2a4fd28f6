-- Tasks that agents have logged. $1: id of the workspace, $2: the tasks, as in agents.ts.

insert into public.autonomous_tasks (workspace_id, task_type, status, triggered_by, agent_name, executed_at,
  completed_at, duration_ms, cost_estimate_usd, error_message)
select $1, t.type, t.status, 'api', t.agent, now() - t."minutesAgo" * interval '1 minute',
  case when t.status <> 'running' then now() - t."minutesAgo" * interval '1 minute'
    + t.seconds * interval '1 second' end,
  case when t.status <> 'running' then t.seconds * 1000 end, t."costUsd", t.error
from jsonb_to_recordset($2::text::jsonb) as t (type text, agent text, status text, "minutesAgo" integer,
  seconds integer, "costUsd" numeric, error text)
