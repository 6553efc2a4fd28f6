import assert from "node:assert/strict";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  claimEmails,
  createWorkspaces,
  insertEmails,
  settleEmails,
  startRun,
} from "./queue_fixture.ts";

const START = new Date("2026-03-01T12:00:00Z");
const secondsLater = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

testOnPostgres(
  "email that is committed after a claim has found nothing is found by the next claim",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 1);
    const runId = await startRun(sql);
    await insertEmails(sql, workspaceIds, 1);
    await claimEmails(sql, runId);
    await connect().begin(async (importer) => {
      await insertEmails(importer, workspaceIds, 1);
      assert.equal((await claimEmails(sql, runId)).emails.length, 0);
    });
    assert.equal((await claimEmails(sql, runId)).emails.length, 1);
  },
);

testOnPostgres(
  "email that comes in while a claim puts its empty workspace to sleep wakes it up again",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 1);
    const runId = await startRun(sql);
    await insertEmails(sql, workspaceIds, 1);
    const { leaseToken, emails } = await claimEmails(sql, runId);
    await settleEmails(sql, leaseToken, emails.map(({ emailId }) => emailId));

    let arrival: Promise<string[]> | undefined;
    await connect().begin(async (claimer) => {
      assert.equal((await claimEmails(claimer, runId)).emails.length, 0);
      arrival = insertEmails(connect(), workspaceIds, 1);
      await waitForBlockedSession(sql);
    });
    await arrival;
    assert.equal((await claimEmails(sql, runId)).emails.length, 1);
  },
);

testOnPostgres(
  "email that failed under a long lease is claimed when its next attempt is due, not when the lease would have ended",
  async ({ sql }) => {
    const workspaceIds = await createWorkspaces(sql, 1);
    await insertEmails(sql, workspaceIds, 1, START);
    const runId = await startRun(sql, START);
    const { leaseToken, emails } = await claimEmails(sql, runId, {
      leaseSeconds: 3600,
      now: START,
    });
    const idle = await claimEmails(sql, runId, { now: secondsLater(1) });
    assert.equal(idle.emails.length, 0);
    const ids = emails.map(({ emailId }) => emailId);
    await settleEmails(sql, leaseToken, ids, { outcomeOf: () => "failed", now: secondsLater(2) });
    const retried = await claimEmails(sql, runId, { now: secondsLater(2 + 60 * 1.25) });
    assert.deepEqual(retried.emails.map(({ emailId }) => emailId), ids);
  },
);

testOnPostgres(
  "a claim never waits for another that is giving up exhausted email",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 1);
    await insertEmails(sql, workspaceIds, 1, START);
    const runId = await startRun(sql, START);
    for (let attempt = 0; attempt < 5; attempt++) {
      const { emails } = await claimEmails(sql, runId, { now: secondsLater(attempt * 31) });
      assert.equal(emails.length, 1, `attempt ${attempt + 1}`);
    }
    const other = connect();
    await other`set lock_timeout = '10s'`;
    await connect().begin(async (first) => {
      await claimEmails(first, runId, { now: secondsLater(5 * 31) });
      assert.equal(
        (await claimEmails(other, runId, { now: secondsLater(5 * 31) })).emails.length,
        0,
      );
    });
    const [row] = await sql<{ failed: boolean }[]>`
    select failed_at is not null as failed from nightshift.email_queue`;
    assert.equal(row?.failed, true);
  },
);

/** Returns when some session of this database waits for a lock. */
async function waitForBlockedSession(sql: Parameters<typeof startRun>[0]): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const rows = await sql`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (rows.length > 0) return;
  }
  throw new Error("No session has waited for a lock within 60 s.");
}
