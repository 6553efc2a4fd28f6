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

/** A tenant can hold its rows for ever; each wait for them is given up after 0.1 s. */
const PROMPT_MS = 5_000;

/** What a tenant can hold while a run works for everybody: $1 is its workspace. */
const HOLDS: readonly (readonly [what: string, statement: string, isServed: boolean])[] = [
  [
    "the task rows of its workspace",
    "select from public.autonomous_tasks where workspace_id = $1 for update",
    true,
  ],
  [
    "the emails of its workspace",
    "select from public.client_emails where workspace_id = $1 for update",
    false,
  ],
  [
    "the queue of its workspace",
    "select from nightshift.email_queue where workspace_id = $1 for update",
    false,
  ],
  ["its workspace, which is being deleted", "delete from public.workspaces where id = $1", false],
];

for (const [what, statement, isServed] of HOLDS) {
  testOnPostgres(`a tenant that holds ${what} makes nobody else wait`, async ({ sql, connect }) => {
    const now = new Date();
    const [hostile = assert.fail(), honest = assert.fail()] = await createWorkspaces(sql, 2);
    await insertEmails(sql, [hostile, honest], 3, now);
    const runId = await startRun(sql, now);
    const claim = await claimEmails(sql, runId, { now });
    assert.equal(claim.emails.length, 6);

    const waits = await connect().begin(async (tenant) => {
      await tenant.unsafe(statement, [hostile]);
      const beaten = await time(() =>
        sql`select nightshift.beat_run(l.run_id, l.token, p_now => ${now})
          from nightshift.run_leases l where l.run_id = ${runId}`
      );
      const settled = await time(() =>
        settleEmails(sql, claim.leaseToken, claim.emails.map(({ emailId }) => emailId), { now })
      );
      const claimed = await time(() => claimEmails(sql, runId, { now }));
      const finished = await time(() => sql`select nightshift.finish_run(${runId}, null, ${now})`);
      const reconciled = await time(() => sql`select nightshift.reconcile(${now})`);
      const [row] = await sql<{ done: number; status: string }[]>`
        select (select count(*)::integer from public.email_intelligence
            where workspace_id = ${honest}) as done,
          (select status from public.autonomous_tasks where id = ${runId}) as status`;
      assert.equal(row?.done, 3, "the emails of the other workspace are saved");
      assert.notEqual(row?.status, "running", "the run has ended");
      await tenant`rollback and chain`;
      return { beaten, settled, claimed, finished, reconciled };
    });
    for (const [step, milliseconds] of Object.entries(waits)) {
      assert.ok(milliseconds < PROMPT_MS, `${step} took ${milliseconds} ms`);
    }

    // Afterwards everything is as if nobody had held anything.
    const later = new Date(now.getTime() + 3_600_000);
    await sql`select nightshift.reconcile(${later})`;
    const [copy] = await sql<{ same: boolean }[]>`
      select bool_and(t.status = w.status and t.output_data = jsonb_build_object(
        'emails_processed', w.processed, 'emails_failed', w.failed)) as same
      from nightshift.run_workspaces w
      left join public.autonomous_tasks t on t.id = w.task_id`;
    assert.equal(copy?.same, true, "every task row is copied");
    const next = await claimEmails(sql, await startRun(sql, later), { now: later });
    assert.equal(next.emails.length, isServed ? 0 : 3, "what was not saved is claimed again");
  });
}

async function time(work: () => PromiseLike<unknown> | postgres.PendingQuery<postgres.Row[]>) {
  const startedAt = performance.now();
  await work();
  return Math.round(performance.now() - startedAt);
}
