import assert from "node:assert/strict";
import type postgres from "postgres";
import { explainStatement } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { INDEX_QUERIES } from "./index_queries.ts";

testOnPostgres("each of the 8 indexes answers the queries it exists for", async ({ sql }) => {
  await fillTasks(sql);
  const indexes = await sql<{ name: string }[]>`
    select indexname as name from pg_indexes
    where schemaname = 'public' and tablename = 'autonomous_tasks' order by indexname`;
  assert.equal(indexes.length, 8);
  assert.deepEqual(
    new Set(indexes.map(({ name }) => name)),
    new Set(INDEX_QUERIES.map(({ index }) => index)),
    "every index has a query",
  );

  for (const { index, purpose, sql: statement } of INDEX_QUERIES) {
    const nodes = await explainStatement(sql, statement);
    const used = nodes.flatMap((node) => node.index ?? []);
    assert.deepEqual(used, [index], purpose);
    assert.ok(!nodes.some(({ type }) => type === "Sort" && statement.includes("limit")), purpose);
  }
});

/** 20,000 tasks of 100 workspaces over 90 days; one of 20 a system row, one of 500 unfinished. */
async function fillTasks(sql: postgres.Sql): Promise<void> {
  await sql`insert into public.workspaces (id, name)
    select md5('workspace ' || g)::uuid, 'Workspace ' || g from generate_series(0, 99) g`;
  await sql`
    insert into public.autonomous_tasks (
      workspace_id, task_type, status, input_data, output_data, error_message, executed_at,
      triggered_by, agent_name, cost_estimate_usd)
    select
      case when r.h % 20 > 0 then md5('workspace ' || (r.h / 20 % 100))::uuid end,
      (array['continuous_intelligence_update', 'daily_analytics_rollup', 'email_sync',
        'contact_enrichment', 'lead_scoring_batch', 'system_health_check'])[1 + r.h / 7 % 6],
      case when r.h % 500 = 1 then 'running' when r.h % 50 = 2 then 'failed'
        when r.h % 100 = 3 then 'partial_failure' else 'completed' end,
      case when r.h % 3 = 0 then jsonb_build_object('run_id', md5('run ' || (g / 50))::uuid)
        else '{"batch_size": 10}' end,
      '{"total_processed": 25, "total_failed": 0, "results": []}',
      case when r.h % 50 = 2 then 'The mail provider did not answer within 30 s.' end,
      now() - interval '90 days' + interval '90 days' * g / 20000,
      'cron', 'continuous-intelligence', 0.15
    from generate_series(1, 20000) g
    cross join lateral (select abs(hashint8(g)::bigint)) r (h)`;
  await sql`vacuum (analyze) public.autonomous_tasks`;
}
