import type postgres from "postgres";
import { findQuantile } from "../../lib/quantiles.ts";

const CHUNK = 100;
const BACKLOG = 100_000;
const MOST_JOBS_IN_A_CALL = 10_000;
const WORKSPACES = 10_000;

/**
 * How many chunks of the 100,000 jobs of one workspace are claimed before a single job that another
 * workspace enqueues meanwhile; the chunk that has it counts too.
 */
export async function countChunksToAnother(sql: postgres.Sql): Promise<number> {
  const agent = "turns";
  await sql`insert into public.task_schedules (name, task_type, target)
    values (${agent}, 'email_sync', ${agent})`;
  const [busy, quiet] = await sql<{ id: string }[]>`
    insert into public.workspaces (name) values ('Busy'), ('Quiet') returning id`;
  if (!busy || !quiet) throw new Error("The workspaces were not made.");
  for (let jobs = 0; jobs < BACKLOG; jobs += MOST_JOBS_IN_A_CALL) {
    await sql`select public.enqueue_jobs(${agent}, (
      select jsonb_agg(jsonb_build_object('workspace_id', ${busy.id}::text))
      from generate_series(1, ${MOST_JOBS_IN_A_CALL})))`;
  }
  const [started] = await sql<{ run: Claimed }[]>`
    select public.start_agent_run(null, ${CHUNK}, 600, ${agent}) as run`;
  if (!started) throw new Error("The run did not start.");
  const { run_id, run_token } = started.run;
  await sql`select public.enqueue_jobs(${agent},
    jsonb_build_array(jsonb_build_object('workspace_id', ${quiet.id}::text)))`;
  let { jobs } = started.run;
  for (let chunks = 1;; chunks++) {
    const results = jobs.map(({ task_id }) => ({ task_id, outcome: "completed" }));
    const [answer] = await sql<{ chunk: Claimed }[]>`
      select public.settle_jobs(${run_id}, ${run_token}, ${sql.json(results)}, ${CHUNK}, 600)
        as chunk`;
    jobs = answer?.chunk.jobs ?? [];
    if (jobs.some(({ workspace_id }) => workspace_id === quiet.id)) return chunks;
    if (jobs.length === 0) throw new Error("The other workspace's job was never claimed.");
  }
}

interface Claimed {
  readonly run_id: string;
  readonly run_token: string;
  readonly jobs: readonly { readonly task_id: string; readonly workspace_id: string | null }[];
}

/** Seconds that a scheduled time takes to make a job for each of 10,000 workspaces; median of 3. */
export async function measureForEach(sql: postgres.Sql): Promise<number> {
  await sql`insert into public.workspaces (name)
    select 'Workspace ' || n from generate_series(1, ${WORKSPACES}) n`;
  const samples: number[] = [];
  for (const agent of ["for-each-1", "for-each-2", "for-each-3"]) {
    await sql`insert into public.task_schedules (name, task_type, target, cron_expression, for_each)
      values (${agent}, 'email_sync', ${agent}, '* * * * *', 'workspace')`;
    const startedAt = performance.now();
    await sql`select nightshift.dispatch(${agent})`;
    samples.push((performance.now() - startedAt) / 1_000);
    const [made] = await sql<{ jobs: number }[]>`
      select count(*)::integer as jobs
      from nightshift.jobs j
      join public.task_schedules s on s.id = j.schedule_id
      where s.name = ${agent}`;
    if (made?.jobs !== WORKSPACES) throw new Error(`${made?.jobs} jobs were made.`);
  }
  return findQuantile(samples, 0.5);
}
