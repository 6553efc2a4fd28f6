import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  claimEmails,
  createWorkspaces,
  insertEmails,
  settleEmails,
  startRun,
} from "./queue_fixture.ts";

const MODEL = { analyzer: "anthropic", model: "model-1" };

testOnPostgres(
  "a settle whose email is partly gone and the booking of another lease of its run do not wait for each other",
  async ({ sql, connect }) => {
    const now = new Date();
    const prices = [{ ...MODEL, usd_per_mail: 1 }];
    await sql`insert into public.analyzer_choices (analyzer, model) values ('anthropic', 'model-1')`;
    await sql`insert into public.workspace_budgets (daily_usd) values (100)`;
    const workspaces = await createWorkspaces(sql, 2);
    await sql`insert into public.analyzer_admissions (workspace_id)
      select id from public.workspaces`;
    await insertEmails(sql, workspaces, 2, now);
    const runId = await startRun(sql, now);
    const options = { batchSizePerWorkspace: 1, now, prices };
    const claim = await claimEmails(sql, runId, { ...options, leaseSeconds: 600 });
    const lost = await claimEmails(sql, runId, { ...options, leaseSeconds: 1 });
    assert.deepEqual([claim.emails.length, lost.emails.length], [2, 2]);

    const [first] = await sql<{ id: string; workspaceId: string }[]>`
      select task_id as id, workspace_id as "workspaceId" from nightshift.run_workspaces
      where run_id = ${runId} order by workspace_id limit 1`;
    assert.ok(first);
    await sql`delete from public.client_emails
      where id = any (${claim.emails.map(({ emailId }) => emailId)}::uuid[])
        and workspace_id = ${first.workspaceId}`;
    const calls = claim.emails.map(({ workspaceId }) => ({
      ...MODEL,
      call_id: crypto.randomUUID(),
      workspace_id: workspaceId,
      tokens_in: 1000,
      tokens_out: 100,
      cost_usd: 0.5,
      price_id: "list:model-1",
      outcome: "ok",
      emails: 1,
    }));

    const later = new Date(now.getTime() + 60_000);
    const [booking, settling] = [connect(), connect()];
    const ends = await connect().begin(async (held) => {
      await held`select from nightshift.run_workspaces where task_id = ${first.id} for update`;
      const booked = booking`select nightshift.judge_budgets(${later})`.execute();
      await waitUntilBlocked(sql, 1);
      const settled = settleEmails(settling, claim.leaseToken, claim.emails.map((m) => m.emailId), {
        now: later,
        calls,
      });
      await waitUntilBlocked(sql, 2);
      return { both: Promise.allSettled([booked, settled]) };
    });
    const outcomes = await ends.both;
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "fulfilled"]);
    const [spent] = await sql<{ usd: number }[]>`
      select usd::float8 from nightshift.spend_days where workspace_id is null`;
    assert.equal(spent?.usd, 3, "two calls, and two mails booked in full");
  },
);

async function waitUntilBlocked(sql: postgres.Sql, sessions: number): Promise<void> {
  let blocked = 0;
  for (let look = 0; blocked < sessions; look++) {
    assert.ok(look < 10_000, `${blocked} of ${sessions} sessions wait for a lock`);
    const [row] = await sql<{ count: number }[]>`
      select count(*)::integer as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    blocked = row?.count ?? 0;
  }
}
