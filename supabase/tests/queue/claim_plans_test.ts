import assert from "node:assert/strict";
import { watchPlans } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  claimEmails,
  createWorkspaces,
  insertEmails,
  settleEmails,
  startRun,
} from "../concurrency/queue_fixture.ts";

const ANALYSED_PER_WORKSPACE = 400;
const WAITING_PER_WORKSPACE = 200;

testOnPostgres(
  "claim, settle and finish go through email_queue_claim_idx and to email by its key alone",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 50);
    await insertEmails(sql, workspaceIds, ANALYSED_PER_WORKSPACE);
    await sql`update public.client_emails set intelligence_analyzed = true, analyzed_at = now() where true`;
    await sql`delete from nightshift.email_queue where true`;
    await insertEmails(sql, workspaceIds, WAITING_PER_WORKSPACE);
    await sql`vacuum (analyze) public.client_emails`;
    await sql`vacuum (analyze) nightshift.email_queue`;

    const { sql: watched, nodes } = await watchPlans(connect);
    const runId = await startRun(watched);
    // More calls than a session plans one by one: the generic plans are seen too.
    for (let call = 0; call < 8; call++) {
      const { leaseToken, emails } = await claimEmails(watched, runId);
      assert.equal(emails.length, 50);
      const ids = emails.slice(0, 40).map(({ emailId }) => emailId);
      const outcomeOf = (index: number) => index % 10 === 0 ? "failed" : "analysed";
      await settleEmails(watched, leaseToken, ids, { outcomeOf });
    }
    await watched`select nightshift.finish_run(${runId})`;

    const scans = nodes.filter(({ type }) => type !== "ModifyTable");
    const paths = (table: string) =>
      new Set(
        scans.filter((node) => node.table === table).map(({ type, index }) => index ?? type),
      );
    assert.deepEqual(
      paths("client_emails").difference(new Set(["Bitmap Heap Scan"])),
      new Set(["client_emails_pkey"]),
    );
    // The oldest email must come straight from the index: a sort would read a whole backlog first.
    const queuePaths = paths("email_queue");
    assert.ok(queuePaths.has("email_queue_claim_idx"));
    assert.ok(
      !queuePaths.has("Seq Scan") && !queuePaths.has("Bitmap Heap Scan"),
      [...queuePaths].join(),
    );
  },
);
