/** Columns that every measured row fills, the workspace first and its times last. */
export const COLUMNS = "workspace_id, task_type, status, input_data, output_data, triggered_by, " +
  "agent_name, cost_estimate_usd, executed_at, completed_at";

/**
 * The record that users are shown as the example of a log entry, as SQL values between its
 * workspace and its times: what the storage goal is about.
 */
export const EXAMPLE_VALUES = `'continuous_intelligence_update', 'completed',
  '{"workspaces_count": 5, "batch_size": 10}'::jsonb,
  '{"total_processed": 25, "total_failed": 0, "results": []}'::jsonb,
  'cron', 'continuous-intelligence', 0.15`;

/**
 * The id of the workspace with a number from 0, as an SQL expression: scattered, as real ids are.
 */
export function workspaceId(numberExpression: string): string {
  return `md5('workspace ' || (${numberExpression}))::uuid`;
}
