import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";
import { createAgent, enqueueJobs, settleJobs, startJobRun } from "./job_fixture.ts";

testOnPostgres("four runs at once do 600 jobs, each exactly once", async ({ sql, connect }) => {
  await createAgent(sql);
  const workspaceIds = await createWorkspaces(sql, 7);
  const ofWorkspace = (index: number) => ({ workspace_id: workspaceIds[index % 7] ?? "" });
  const jobs = await enqueueJobs(sql, 600, ofWorkspace);
  const runs = Array.from({ length: 4 }, () => connect());

  const done = (await Promise.all(runs.map((session) => drain(session, 20)))).flat();

  assert.deepEqual(done.toSorted(), jobs.map(({ task_id }) => task_id).toSorted());
  assert.deepEqual(await countStatuses(sql), { completed: 600 });
  const [left] = await sql`select count(*)::integer as jobs from nightshift.jobs`;
  assert.deepEqual(left, { jobs: 0 });
});

testOnPostgres("a limit of an agent holds exactly while runs compete", async ({ sql, connect }) => {
  await createAgent(sql, { inAll: 5, perWorkspace: 2 });
  const workspaceIds = await createWorkspaces(sql, 4);
  const ofWorkspace = (index: number) => ({ workspace_id: workspaceIds[index % 4] ?? "" });
  await enqueueJobs(sql, 120, ofWorkspace);
  const peaks: { inAll: number; perWorkspace: number }[] = [];
  const observe = async (session: postgres.Sql) => {
    const [peak] = await session<{ inAll: number; perWorkspace: number }[]>`
      select coalesce(sum(k.jobs), 0)::integer as "inAll",
        coalesce(max(k.jobs), 0)::integer as "perWorkspace"
      from (
        select count(*) as jobs from nightshift.jobs j where j.state = 'running' group by j.lane
      ) k`;
    if (peak !== undefined) peaks.push(peak);
  };
  const runs = Array.from({ length: 4 }, () => connect());

  await Promise.all(runs.map((session) => drain(session, 3, observe)));

  assert.deepEqual(await countStatuses(sql), { completed: 120 });
  assert.equal(Math.max(...peaks.map(({ inAll }) => inAll)), 5);
  assert.equal(Math.max(...peaks.map(({ perWorkspace }) => perWorkspace)), 2);
});

testOnPostgres("one key sent by two at once names one job", async ({ sql, connect }) => {
  await createAgent(sql);
  const sameKeys = (index: number) => ({ key: `file-${index}` });
  const answers = await Promise.all(
    [connect(), connect(), connect()].map((session) => enqueueJobs(session, 50, sameKeys)),
  );
  const ids = answers.map((jobs) => jobs.map(({ task_id }) => task_id));
  assert.deepEqual(ids[1], ids[0]);
  assert.deepEqual(ids[2], ids[0]);
  const created = answers.flat().filter(({ outcome }) => outcome === "created");
  assert.equal(created.length, 50);
  assert.deepEqual(await countStatuses(sql), { pending: 50 });
});

testOnPostgres("jobs of several who enqueue at once send one wake-up", async ({ sql, connect }) => {
  await createAgent(sql);
  const sessions = Array.from({ length: 4 }, () => connect());
  await Promise.all(sessions.map((session) => enqueueJobs(session, 5)));
  const [sent] = await sql`
    select count(*)::integer as wakes, count(d.request_id)::integer as requests
    from public.task_dispatches d where d.kind = 'wake'`;
  assert.deepEqual(sent, { wakes: 1, requests: 1 });
});

testOnPostgres(
  "a job that is committed while a run ends is not left behind",
  async ({ sql, connect }) => {
    await createAgent(sql);
    await enqueueJobs(sql, 1);
    const [wake] = await sql<{ task_id: string }[]>`select task_id from nightshift.agent_wakes`;
    const [started] = await sql<{ run: { run_token: string } }[]>`
      select public.start_agent_run(${wake?.task_id ?? ""}, 0) as run`;
    await sql`delete from nightshift.jobs where true`;
    let end: Promise<unknown> | undefined;
    await connect().begin(async (enqueuer) => {
      await enqueueJobs(enqueuer, 1);
      // It relies on the open run, which now waits for it before it looks for the last time.
      end = connect()`
        select public.finish_agent_run(${wake?.task_id ?? ""}, ${started?.run.run_token ?? ""})`
        .execute();
      await enqueuer`select pg_sleep(0.05)`;
    });
    await end;
    const [wakes] = await sql`
      select count(*)::integer as wakes from public.task_dispatches d where d.kind = 'wake'`;
    assert.deepEqual(wakes, { wakes: 2 });
  },
);

async function drain(
  sql: postgres.Sql,
  chunk: number,
  observe: (sql: postgres.Sql) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const done: string[] = [];
  const run = await startJobRun(sql, chunk);
  let { jobs } = run;
  // Others may hold all that is left for now.
  for (let idle = 0; idle < 200;) {
    idle = jobs.length === 0 ? idle + 1 : 0;
    done.push(...jobs.map(({ task_id }) => task_id));
    await observe(sql);
    const [left] = await sql`select from nightshift.jobs j where j.state <> 'ended' limit 1`;
    if (left === undefined) break;
    ({ jobs } = await settleJobs(sql, run, jobs, chunk));
  }
  return done;
}

async function countStatuses(sql: postgres.Sql): Promise<Record<string, number>> {
  const rows = await sql<{ status: string; tasks: number }[]>`
    select t.status, count(*)::integer as tasks
    from public.autonomous_tasks t
    where t.agent_name = 'importer' and t.triggered_by = 'api' and t.input_data is not null
    group by t.status`;
  return Object.fromEntries(rows.map(({ status, tasks }) => [status, tasks]));
}
