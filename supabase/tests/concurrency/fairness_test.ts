import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  type Claim,
  claimEmails,
  createWorkspaces,
  insertEmails,
  settleEmails,
  startRun,
} from "./queue_fixture.ts";

const BATCH = 10;
const LIMIT = 50;

testOnPostgres(
  "a workspace with 100,000 waiting emails delays no other by more than one round",
  async ({ sql }) => {
    const workspaceIds = await createWorkspaces(sql, 20);
    const [busy, ...others] = workspaceIds;
    assert.ok(busy !== undefined);
    await insertEmails(sql, [busy], 100_000, new Date("2026-01-01T00:00:00Z"));
    await insertEmails(sql, others, 15);

    const runId = await startRun(sql);
    const claimsInRound = Math.ceil(workspaceIds.length * BATCH / LIMIT);
    const firstRound = await work(sql, runId, claimsInRound);
    assert.equal(countOf(firstRound, busy), BATCH);
    for (const other of others) assert.equal(countOf(firstRound, other), BATCH);
    const secondRound = await work(sql, runId, claimsInRound);
    for (const other of others) assert.equal(countOf(secondRound, other), 5);

    await work(sql, runId, 5);
    await insertEmails(sql, others, 1);
    const nextRound = await work(sql, runId, claimsInRound);
    for (const other of others) assert.equal(countOf(nextRound, other), 1);

    const before = await countRowsRead(sql);
    await claimEmails(sql, runId, { limit: BATCH, batchSizePerWorkspace: BATCH });
    const read = await countRowsRead(sql) - before;
    assert.ok(read <= 1_000, `${read} rows of the queue were read to claim ${BATCH}`);
  },
);

testOnPostgres(
  "a new email in the 51st workspace does not wait behind 50 old backlogs",
  async ({ sql }) => {
    const workspaceIds = await createWorkspaces(sql, 51);
    const newcomer = workspaceIds.at(-1);
    assert.ok(newcomer !== undefined);
    await insertEmails(sql, workspaceIds.slice(0, 50), 60, new Date("2026-01-01T00:00:00Z"));
    await work(sql, await startRun(sql), 10);

    await insertEmails(sql, [newcomer], 1);
    assert.equal(countOf(await work(sql, await startRun(sql), 1), newcomer), 1, "when it is new");

    await work(sql, await startRun(sql), 10);
    await insertEmails(sql, [newcomer], 1);
    assert.equal(
      countOf(await work(sql, await startRun(sql), 1), newcomer),
      1,
      "when it was served",
    );
  },
);

testOnPostgres(
  "a workspace whose email is still being imported takes no second turn before the others",
  async ({ sql, connect }) => {
    const [importing, waiting] = await createWorkspaces(sql, 2);
    assert.ok(importing !== undefined && waiting !== undefined);
    await insertEmails(sql, [importing, waiting], 50);
    const runId = await startRun(sql);
    await connect().begin(async (importer) => {
      await insertEmails(importer, [importing], 1);
      const claims = await work(sql, runId, 4, BATCH);
      assert.equal(countOf(claims, importing), 2 * BATCH);
      assert.equal(countOf(claims, waiting), 2 * BATCH);
    });
  },
);

testOnPostgres(
  "a claim finds waiting email behind workspaces that have none left, however few it may serve",
  async ({ sql }) => {
    const workspaceIds = await createWorkspaces(sql, 6);
    const last = workspaceIds.at(-1);
    assert.ok(last !== undefined);
    await insertEmails(sql, workspaceIds, 1);
    await work(sql, await startRun(sql), 1);
    await insertEmails(sql, [last], 1);
    const claim = await claimEmails(sql, await startRun(sql), { maxWorkspaces: 1 });
    assert.deepEqual(claim.emails.map(({ workspaceId }) => workspaceId), [last]);
  },
);

/** Claims a number of times and settles at once; answers the claims. */
async function work(
  sql: postgres.Sql,
  runId: string,
  claims: number,
  limit: number = LIMIT,
): Promise<Claim[]> {
  const taken: Claim[] = [];
  for (let index = 0; index < claims; index++) {
    const claim = await claimEmails(sql, runId, {
      batchSizePerWorkspace: BATCH,
      maxWorkspaces: 500,
      limit,
    });
    await settleEmails(sql, claim.leaseToken, claim.emails.map(({ emailId }) => emailId));
    taken.push(claim);
  }
  return taken;
}

function countOf(claims: readonly Claim[], workspaceId: string): number {
  return claims.flatMap(({ emails }) => emails)
    .filter((email) => email.workspaceId === workspaceId).length;
}

/** Rows of the queue that any statement has read so far, by scan or by index. */
async function countRowsRead(sql: postgres.Sql): Promise<number> {
  await sql`select pg_stat_force_next_flush()`;
  await sql`select`;
  const [row] = await sql<{ read: number }[]>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as read
    from pg_stat_user_tables where relid = 'nightshift.email_queue'::regclass`;
  return row?.read ?? 0;
}
