/** For each index of autonomous_tasks the queries it exists for. */

const WORKSPACE = "md5('workspace 7')::uuid";

/** A query and the index that answers it. */
export interface IndexQuery {
  readonly index: string;
  readonly purpose: string;
  readonly sql: string;
}

/** Every index is here; one that is not has no reason to exist. */
export const INDEX_QUERIES: readonly IndexQuery[] = [
  {
    index: "autonomous_tasks_pkey",
    purpose: "one task by its id",
    sql: "select * from public.autonomous_tasks where id = '0199a000-0000-7000-8000-000000000007'",
  },
  {
    index: "autonomous_tasks_recent_idx",
    purpose: "recent tasks of a workspace",
    sql: `select task_type, status, duration_ms, cost_estimate_usd, executed_at
      from public.autonomous_tasks
      where workspace_id = ${WORKSPACE}
      order by executed_at desc
      limit 10`,
  },
  {
    index: "autonomous_tasks_workspace_unfinished_idx",
    purpose: "what runs or waits in a workspace",
    sql: `select id, task_type, status, executed_at
      from public.autonomous_tasks
      where workspace_id = ${WORKSPACE} and status in ('pending', 'running')
      order by executed_at desc`,
  },
  {
    index: "autonomous_tasks_failures_idx",
    purpose: "failures of a workspace in the last 24 hours",
    sql: `select task_type, error_message, output_data, executed_at
      from public.autonomous_tasks
      where workspace_id = ${WORKSPACE} and status in ('failed', 'partial_failure')
        and executed_at > now() - interval '24 hours'
      order by executed_at desc`,
  },
  {
    index: "autonomous_tasks_age_idx",
    purpose: "the latest task of a type, whoever's it is",
    sql: `select task_type, status, output_data, executed_at
      from public.autonomous_tasks
      where task_type = 'continuous_intelligence_update'
      order by executed_at desc
      limit 1`,
  },
  {
    index: "autonomous_tasks_age_idx",
    purpose: "tasks that are old enough to go",
    sql: `select id from public.autonomous_tasks where executed_at < now() - interval '89 days'`,
  },
  {
    index: "autonomous_tasks_recent_idx",
    purpose: "costs of a workspace by type over 30 days",
    sql: `select task_type, count(*) as executions, round(sum(cost_estimate_usd), 2) as total_cost,
        round(avg(cost_estimate_usd), 4) as avg_cost
      from public.autonomous_tasks
      where workspace_id = ${WORKSPACE} and executed_at > now() - interval '30 days'
        and cost_estimate_usd is not null
      group by task_type
      order by total_cost desc`,
  },
  {
    index: "autonomous_tasks_system_idx",
    purpose: "the latest runs of a task type",
    sql: `select id, status, executed_at
      from public.autonomous_tasks
      where task_type = 'continuous_intelligence_update' and workspace_id is null
      order by executed_at desc
      limit 5`,
  },
  {
    index: "autonomous_tasks_unfinished_idx",
    purpose: "tasks that should have ended an hour ago",
    sql: `select id from public.autonomous_tasks
      where status in ('pending', 'running') and executed_at < now() - interval '1 hour'`,
  },
  {
    index: "autonomous_tasks_type_idx",
    purpose: "tasks of a type that a workspace never had",
    sql: `select id, status, executed_at
      from public.autonomous_tasks
      where workspace_id = ${WORKSPACE} and task_type = 'social_media_posting'
        and agent_name = 'poster'`,
  },
];
