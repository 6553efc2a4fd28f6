import assert from "node:assert/strict";
import {
  type PlanNode,
  readReportedPlan,
  reportPlans,
} from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces, insertEmails } from "../concurrency/queue_fixture.ts";

testOnPostgres(
  "counting days reads emails, records, tasks and calls through their indexes alone",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 50);
    await insertEmails(sql, workspaceIds, 400);
    await sql`insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at)
      select w.id, 'email_sync', 'running', now() - make_interval(mins => n)
      from public.workspaces w cross join generate_series(1, 100) as n`;
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      select w.id, '{daily_analytics_rollup}' from public.workspaces w`;
    await sql`vacuum (analyze) public.client_emails`;
    await sql`vacuum (analyze) public.autonomous_tasks`;

    const nodes: PlanNode[] = [];
    const watched = connect({
      role: "supabase_admin",
      onnotice: (notice) => nodes.push(...readReportedPlan(notice)),
    });
    await reportPlans(watched);
    // More calls than a session plans one by one: the generic plans are seen too.
    for (let call = 0; call < 8; call++) {
      // deno-lint-ignore-start no-await-in-loop -- each call counts what the last one left
      await watched`insert into public.client_emails (workspace_id, provider_message_id)
        select w.id, ${`more-${call}`} || w.id from public.workspaces w`;
      let isDone = false;
      while (!isDone) {
        const [row] = await watched<{ done: boolean }[]>`select (
          nightshift.daily_analytics_rollup_chunk(gen_random_uuid(), null) -> 'done')::boolean as done`;
        isDone = row?.done ?? true;
      }
      // deno-lint-ignore-end no-await-in-loop
    }
    const [counted] = await sql<{ emails: number }[]>`
      select sum(emails_in)::integer as emails from public.daily_metrics`;
    assert.equal(counted?.emails, 50 * 408);
    const scanned = nodes.filter(({ type, table }) =>
      type === "Seq Scan" &&
      ["client_emails", "email_intelligence", "autonomous_tasks", "ai_usage"].includes(table ?? "")
    );
    assert.deepEqual(scanned, []);
    assert.ok(nodes.some(({ index }) => index === "client_emails_received_idx"));
    assert.ok(nodes.some(({ index }) => index === "autonomous_tasks_recent_idx"));
  },
);
