import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";
import { createAgent, enqueueJobs, settleJobs, startJobRun } from "./job_fixture.ts";

/** A workspace can be held for ever; each wait for it is given up after at most 1 s. */
const PROMPT_MS = 5_000;

testOnPostgres(
  "a workspace that is being deleted keeps nobody waiting: not enqueue, claim, results, nor reconcile",
  async ({ sql, connect }) => {
    await createAgent(sql);
    const [gone = "", stays = ""] = await createWorkspaces(sql, 2);
    const ofBoth = (index: number) => ({ workspace_id: index % 2 === 0 ? gone : stays });
    await enqueueJobs(sql, 8, ofBoth);
    const run = await startJobRun(sql, 4);
    assert.equal(run.jobs.length, 4);

    await connect().begin(async (owner) => {
      await owner`delete from public.workspaces where id = ${gone}`;
      await promptly(async () => {
        const jobs = await enqueueJobs(sql, 2, ofBoth);
        assert.deepEqual(jobs.map(({ outcome }) => outcome), ["rejected", "created"]);
      });
      await promptly(async () => {
        const lines = run.jobs.map(({ task_id }) => ({
          task_id,
          at: new Date(),
          message: "Read.",
        }));
        const [row] = await sql`
          select public.log_lines(${run.run_id}, ${run.run_token}, ${sql.json(lines)}) as answer`;
        assert.deepEqual(row?.["answer"], { outcome: "saved" });
      });
      await promptly(async () => {
        const { jobs, lost } = await settleJobs(sql, run, run.jobs, 10);
        assert.deepEqual(new Set(jobs.map(({ workspace_id }) => workspace_id)), new Set([stays]));
        assert.equal(jobs.length, 3);
        assert.equal(lost.length, 2);
      });
      await promptly(async () => {
        const [pass] = await sql`select nightshift.wake_agents() as woken`;
        assert.ok(pass !== undefined);
      });
      await promptly(() => sql`select public.finish_agent_run(${run.run_id}, ${run.run_token})`);
    });

    const rows = await sql`select distinct j.workspace_id from nightshift.jobs j`;
    assert.deepEqual([...rows], [{ workspace_id: stays }]);
  },
);

testOnPostgres(
  "jobs of a workspace whose deletion is taken back go on",
  async ({ sql, connect }) => {
    await createAgent(sql);
    const [workspaceId = ""] = await createWorkspaces(sql, 1);
    await enqueueJobs(sql, 2, () => ({ workspace_id: workspaceId }));
    const run = await startJobRun(sql, 2);
    await deleteAndThen(connect(), workspaceId, async () => {
      await sql`select public.finish_agent_run(${run.run_id}, ${run.run_token})`;
    });
    await sql`select nightshift.wake_agents()`;
    const rows = await sql<{ state: string }[]>`select j.state from nightshift.jobs j`;
    assert.deepEqual(rows.map(({ state }) => state), ["later", "later"]);
  },
);

async function deleteAndThen(
  owner: postgres.Sql,
  workspaceId: string,
  work: () => Promise<void>,
): Promise<void> {
  const takenBack = new Error("taken back");
  await owner.begin(async (transaction) => {
    await transaction`delete from public.workspaces where id = ${workspaceId}`;
    await work();
    throw takenBack;
  }).catch((error: unknown) => assert.equal(error, takenBack));
}

async function promptly(work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await work();
  const took = performance.now() - startedAt;
  assert.ok(took < PROMPT_MS, `it took ${Math.round(took)} ms`);
}
