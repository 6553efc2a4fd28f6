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

const WORKSPACES = 50;
const EMAILS = 20_000;
const RUNNERS = 8;

testOnPostgres(
  "8 connections drain 20,000 emails of 50 workspaces while more come in: each analysed once",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, WORKSPACES);
    const perWorkspace = EMAILS / WORKSPACES;
    const early = await insertEmails(sql, workspaceIds, perWorkspace / 2);

    let isStillComing = true;
    const deliver = async () => {
      const inbox = connect();
      const ids: string[] = [];
      for (let count = 0; count < perWorkspace / 2; count += 5) {
        ids.push(...await insertEmails(inbox, workspaceIds, 5));
      }
      isStillComing = false;
      return ids;
    };
    const [late, ...runs] = await Promise.all([
      deliver(),
      ...Array.from({ length: RUNNERS }, () => drain(connect(), () => isStillComing)),
    ]);

    const claimed = runs.flatMap((run) => run.claimed);
    assert.equal(claimed.length, EMAILS, "claims");
    assert.deepEqual(new Set(claimed), new Set([...early, ...late]), "mails claimed");
    assert.equal(runs.reduce((sum, run) => sum + run.processed, 0), EMAILS, "mails settled");
    assert.deepEqual(await countMail(sql), { waiting: 0, analysed: EMAILS, marked: EMAILS });

    const [reported] = await sql<{ processed: number; failed: number; runners: number }[]>`
      select
        sum((output_data ->> 'emails_processed')::integer)::integer as processed,
        sum((output_data ->> 'emails_failed')::integer)::integer as failed,
        count(distinct input_data ->> 'run_id')::integer as runners
      from public.autonomous_tasks where workspace_id is not null`;
    assert.deepEqual({ ...reported }, { processed: EMAILS, failed: 0, runners: RUNNERS });
  },
);

testOnPostgres(
  "email that comes in while the last email of its workspace is being taken is never forgotten",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 4);
    const inbox = connect();
    const runners = [connect(), connect()];
    const rounds = 150;
    let claimed = 0;
    for (let round = 0; round < rounds; round++) {
      // Claims that find nothing put a workspace to sleep at the very moment its next email
      // arrives.
      const [, ...counts] = await Promise.all([
        insertEmails(inbox, workspaceIds, 1),
        ...runners.map((runner) => drain(runner, () => false).then((run) => run.claimed.length)),
      ]);
      claimed += counts.reduce((sum, count) => sum + count, 0);
    }
    claimed += (await drain(sql, () => false)).claimed.length;
    assert.equal(claimed, rounds * workspaceIds.length);
    assert.equal((await countMail(sql)).waiting, 0);
  },
);

/** A runner: claims and settles until nothing can be claimed and nothing is coming any more. */
async function drain(
  sql: postgres.Sql,
  isStillComing: () => boolean,
): Promise<{ claimed: string[]; processed: number }> {
  const runId = await startRun(sql);
  const claimed: string[] = [];
  let processed = 0;
  while (true) {
    const mayEnd = !isStillComing();
    const claim = await claimEmails(sql, runId, {
      batchSizePerWorkspace: 20,
      maxWorkspaces: 500,
      limit: 100,
      leaseSeconds: 600,
    });
    if (claim.emails.length === 0) {
      if (mayEnd) return { claimed, processed };
      continue;
    }
    const emailIds = claim.emails.map(({ emailId }) => emailId);
    claimed.push(...emailIds);
    processed += await settleAll(sql, claim.leaseToken, emailIds);
  }
}

/** More often than any row is held, however slow the machine. */
const MOST_TRIES = 50;

/** Settles again what kept its lease, because another connection held its row for too long. */
async function settleAll(
  sql: postgres.Sql,
  leaseToken: string,
  emailIds: readonly string[],
): Promise<number> {
  let settled = 0;
  for (let tries = 0; settled < emailIds.length && tries < MOST_TRIES; tries++) {
    settled += (await settleEmails(sql, leaseToken, emailIds)).processed;
  }
  return settled;
}
