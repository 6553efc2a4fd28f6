import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  claimEmails,
  countMail,
  createWorkspaces,
  insertEmails,
  settleEmails,
  startRun,
} from "./queue_fixture.ts";

const START = new Date("2026-03-01T12:00:00Z");
const LEASE_SECONDS = 30;
const secondsLater = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

testOnPostgres("a settle after the lease has moved on changes nothing", async ({ sql }) => {
  const workspaceIds = await createWorkspaces(sql, 2);
  await insertEmails(sql, workspaceIds, 5, START);
  const dead = await startRun(sql, START);
  const lost = await claimEmails(sql, dead, { leaseSeconds: LEASE_SECONDS, now: START });
  const heir = await startRun(sql, secondsLater(31));
  const taken = await claimEmails(sql, heir, { now: secondsLater(31) });
  const lostIds = lost.emails.map(({ emailId }) => emailId);
  assert.deepEqual(taken.emails.map(({ emailId }) => emailId), lostIds);

  const before = await takeSnapshot(sql);
  const settled = await settleEmails(sql, lost.leaseToken, lostIds, { now: secondsLater(31) });
  assert.deepEqual(settled, { processed: 0, failed: 0, stale: 10 });
  assert.deepEqual(await takeSnapshot(sql), before);

  const rightful = await settleEmails(sql, taken.leaseToken, lostIds, { now: secondsLater(32) });
  assert.deepEqual(rightful, { processed: 10, failed: 0, stale: 0 });
  assert.deepEqual(await countMail(sql), { waiting: 0, analysed: 10, marked: 10 });
});

testOnPostgres("a lease holds until just before its end and not at it", async ({ sql }) => {
  const workspaceIds = await createWorkspaces(sql, 1);
  await insertEmails(sql, workspaceIds, 2, START);
  const runId = await startRun(sql, START);
  const { leaseToken, emails } = await claimEmails(sql, runId, {
    leaseSeconds: LEASE_SECONDS,
    now: START,
  });
  const [first, second] = emails.map(({ emailId }) => emailId);
  assert.ok(first !== undefined && second !== undefined);
  const inTime = await settleEmails(sql, leaseToken, [first], { now: secondsLater(29.999) });
  assert.deepEqual(inTime, { processed: 1, failed: 0, stale: 0 });
  const tooLate = await settleEmails(sql, leaseToken, [second], { now: secondsLater(30) });
  assert.deepEqual(tooLate, { processed: 0, failed: 0, stale: 1 });
});

testOnPostgres(
  "when a settle races the next claim at the end of a lease, one of them gets each email",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 1);
    const [settler, claimer] = [connect(), connect()];
    const rounds = 100;
    let settledInTime = 0;
    for (let round = 0; round < rounds; round++) {
      const now = secondsLater(round * 100);
      const later = secondsLater(round * 100 + LEASE_SECONDS + 1);
      await insertEmails(sql, workspaceIds, 10, now);
      const slow = await startRun(sql, now);
      const next = await startRun(sql, later);
      const held = await claimEmails(sql, slow, { leaseSeconds: LEASE_SECONDS, now });
      const ids = held.emails.map(({ emailId }) => emailId);
      const settle = () =>
        settleEmails(settler, held.leaseToken, ids, { now: secondsLater(round * 100 + 29) });
      const claim = () => claimEmails(claimer, next, { now: later });
      // Who is sent first mostly wins, so they take turns.
      const early = round % 2 === 0 ? claim() : undefined;
      const [settled, taken] = await Promise.all([settle(), early ?? claim()]);
      const takenIds = taken.emails.map(({ emailId }) => emailId);
      // Rows that the settle had locked were passed over, those that it lost were taken: never
      // both.
      assert.equal(settled.processed + settled.stale, 10);
      assert.ok(settled.processed + takenIds.length <= 10, `round ${round}: a mail went to both`);
      settledInTime += settled.processed;
      const rest = await claimEmails(sql, next, { now: later });
      const remaining = await settleEmails(sql, taken.leaseToken, takenIds, { now: later });
      const last = await settleEmails(
        sql,
        rest.leaseToken,
        rest.emails.map(({ emailId }) => emailId),
        { now: later },
      );
      assert.equal(settled.processed + remaining.processed + last.processed, 10);
    }
    const total = rounds * 10;
    assert.ok(settledInTime > 0 && settledInTime < total, "both sides must win some of the races");
    assert.deepEqual(await countMail(sql), { waiting: 0, analysed: total, marked: total });
  },
);

/** Everything that a settle may write. */
async function takeSnapshot(sql: postgres.Sql): Promise<unknown> {
  const [row] = await sql<{ state: unknown }[]>`
    select jsonb_build_object(
      'queue', (select jsonb_agg(to_jsonb(q) order by q.email_id) from nightshift.email_queue q),
      'turns', (select jsonb_agg(to_jsonb(t) order by t.workspace_id) from nightshift.workspace_turns t),
      'tasks', (select jsonb_agg(to_jsonb(t) order by t.id) from public.autonomous_tasks t),
      'mail', (select jsonb_agg(to_jsonb(e) order by e.id) from public.client_emails e),
      'intelligence', (select jsonb_agg(to_jsonb(i) order by i.id) from public.email_intelligence i)
    ) as state`;
  return row?.state;
}
