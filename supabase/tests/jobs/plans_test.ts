import assert from "node:assert/strict";
import { watchPlans } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";
import { createAgent, enqueueJobs, settleJobs, startJobRun } from "./job_fixture.ts";

const BACKLOG = 10_000;
const CHUNK = 20;

testOnPostgres(
  "claim and settle read jobs, turns and task rows by index alone, whatever waits",
  async ({ sql, connect }) => {
    await createAgent(sql);
    const [busy = "", other = ""] = await createWorkspaces(sql, 2);
    await enqueueJobs(sql, BACKLOG, () => ({ workspace_id: busy }));
    await enqueueJobs(sql, 3_000, (index) => ({ priority: index % 7 }));
    await enqueueJobs(sql, 3_000, () => ({ run_at: "2099-01-01T00:00:00Z" }));
    await sql`vacuum (analyze) nightshift.jobs`;
    await sql`vacuum (analyze) nightshift.job_turns`;
    await sql`vacuum (analyze) public.autonomous_tasks`;
    const { sql: watched, nodes } = await watchPlans(connect);
    const run = await startJobRun(watched, CHUNK);
    let { jobs } = run;
    // More calls than a session plans one by one: the generic plans are seen too.
    for (let call = 0; call < 8; call++) {
      ({ jobs } = await settleJobs(watched, run, jobs, CHUNK));
      assert.equal(jobs.length, CHUNK);
    }
    const scans = nodes.filter(({ type }) => type !== "ModifyTable" && type !== "LockRows");
    const paths = (table: string) =>
      new Set(
        scans.filter((node) => node.table === table).map(({ type, index }) => index ?? type),
      );
    const jobPaths = paths("jobs");
    assert.ok(jobPaths.has("jobs_claim_idx"));
    assert.deepEqual(
      jobPaths.difference(
        new Set(["jobs_claim_idx", "jobs_running_idx", "jobs_later_idx", "jobs_pkey"]),
      ),
      new Set(),
    );
    assert.deepEqual(paths("autonomous_tasks"), new Set(["autonomous_tasks_pkey"]));
    assert.ok(!paths("job_turns").has("Seq Scan"), [...paths("job_turns")].join());
    // The single job of another comes with the very next chunk.
    await enqueueJobs(sql, 1, () => ({ workspace_id: other }));
    const { jobs: next } = await settleJobs(sql, run, jobs, CHUNK);
    assert.ok(next.some(({ workspace_id }) => workspace_id === other));
  },
);
