import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  claimEmails,
  createWorkspaces,
  insertEmails,
  startRun,
  watchJobs,
} from "./queue_fixture.ts";

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
  ["has a watched job that failed and one that is missed", async (sql, workspaceId, now) => {
    await sql`insert into nightshift.alert_rules (name, webhook_url)
      values ('ops', 'https://alerts.example.com')`;
    await watchJobs(sql, workspaceId, now);
  }],
  ["was alerted about", async (sql, workspaceId, now) => {
    const long = new Date(now.getTime() - 10 * 60_000);
    const [rule] = await sql<{ id: string }[]>`
      insert into nightshift.alert_rules (name, webhook_url)
      values ('ops', 'https://alerts.example.com') returning id`;
    // One waits for an answer that never comes, one for an event that is still to be told.
    await sql`insert into nightshift.alerts (rule_id, event, subject, occurrence, message,
        workspace_id, request_id, sent_at, next_attempt_at)
      values (${rule?.id ?? null}, 'failed', 'x', 'x', 'x', ${workspaceId}, 1, ${long}, null)`;
    await sql`select nightshift.note_alert_event('failed', 'x', 'x', 'y', ${workspaceId}, 'x', '{}',
      1, ${now})`;
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
      await sql`set lock_timeout = '10s'`;
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

testOnPostgres(
  "a tenant that holds its watch, its task or its state delays no other, and is judged later",
  async ({ sql, connect }) => {
    const now = new Date();
    const workspaces = await createWorkspaces(sql, 2);
    for (const id of workspaces) await watchJobs(sql, id, now);
    const [hostile = assert.fail()] = workspaces;
    await sql`set lock_timeout = '10s'`;
    const problems = async () =>
      Array.from(
        await sql<{ name: string }[]>`
          select w.workspace_id || ' ' || w.status as name from public.job_watch_states w
          where w.problem_since is not null order by 1`,
        ({ name }) => name,
      );
    await connect().begin(async (tenant) => {
      await tenant`select from public.job_watches where workspace_id = ${hostile} for update`;
      await tenant`select from nightshift.watch_states where workspace_id = ${hostile} for update`;
      await tenant`select from public.autonomous_tasks where workspace_id = ${hostile} for update`;
      await sql`select nightshift.judge_watches(${now})`;
      assert.equal((await problems()).filter((name) => !name.startsWith(hostile)).length, 2);
      assert.equal((await problems()).filter((name) => name.startsWith(hostile)).length, 0);
      await tenant`rollback and chain`;
      // Only the row of the task: the job is judged, and its task is failed when it can be.
      await tenant`select from public.autonomous_tasks where workspace_id = ${hostile} for update`;
      await sql`select nightshift.judge_watches(${now})`;
      assert.equal((await problems()).length, 4);
      const [held] = await sql`select status from public.autonomous_tasks
        where workspace_id = ${hostile}`;
      assert.equal(held?.["status"], "running");
    });
    await sql`select nightshift.judge_watches(${new Date(now.getTime() + 60_000)})`;
    const [freed] = await sql`select status from public.autonomous_tasks
      where workspace_id = ${hostile}`;
    assert.equal(freed?.["status"], "failed");
  },
);
