import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { claimEmails, createWorkspaces, insertEmails, startRun } from "./queue_fixture.ts";

/** What a step of reconcile has to do for a workspace that its owner is deleting. */
const STATES: readonly (readonly [
  what: string,
  prepare: (sql: postgres.Sql, workspaceId: string, now: Date) => Promise<void>,
])[] = [
  ["has spent its budget", async (sql, workspaceId, now) => {
    await sql`insert into public.workspace_budgets (workspace_id, daily_usd)
      values (${workspaceId}, 1)`;
    await sql`insert into public.ai_usage
        (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
      values (gen_random_uuid(), ${workspaceId}, 'anthropic', 'x', 1, 'x', 'ok', 1, ${now})`;
    await sql`select nightshift.count_spending(jsonb_build_array(jsonb_build_object(
      'workspace_id', ${workspaceId}::uuid, 'at', ${now}::timestamptz, 'usd', 1)))`;
  }],
  ["has rows to prune", async (sql, workspaceId, now) => {
    const long = new Date(now.getTime() - 91 * 86_400_000);
    await sql`insert into nightshift.run_workspaces
        (run_id, workspace_id, started_at, ended_at, status, needs_copy, is_logged)
      values (gen_random_uuid(), ${workspaceId}, ${long}, ${long}, 'completed', false, true)`;
  }],
  ["has emails whose leases a fast clock put off", async (sql, workspaceId, now) => {
    const ahead = new Date(now.getTime() + 3 * 3_600_000);
    await insertEmails(sql, [workspaceId], 1);
    await claimEmails(sql, await startRun(sql, ahead), { now: ahead });
    await sql`insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', ${ahead})`;
  }],
];

for (const [what, prepare] of STATES) {
  testOnPostgres(
    `reconcile does not wait for a workspace that ${what} and is being deleted`,
    async ({ sql, connect }) => {
      const now = new Date();
      const [hostile = assert.fail()] = await createWorkspaces(sql, 1);
      await prepare(sql, hostile, now);
      await sql`set lock_timeout = '1s'`;
      const report = await connect().begin(async (tenant) => {
        await tenant`delete from public.workspaces where id = ${hostile}`;
        const [row] = await sql<{ report: Record<string, unknown> }[]>`
          select nightshift.reconcile(${now}) as report`;
        await tenant`rollback and chain`;
        return row?.report;
      });
      const failed = Object.entries(report ?? {}).filter(([, count]) => typeof count === "string");
      assert.deepEqual(failed, []);
      const problems = await sql`select step, error from nightshift.reconcile_steps
        where error is not null`;
      assert.deepEqual([...problems], []);
    },
  );
}
