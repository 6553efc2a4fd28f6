import type postgres from "postgres";
import { z } from "zod";

const claimedSchema = z.object({
  jobs: z.array(z.object({ task_id: z.uuid(), workspace_id: z.uuid().nullable() })),
  more: z.boolean(),
});
const startedSchema = claimedSchema.extend({ run_id: z.uuid(), run_token: z.uuid() });
const settledSchema = claimedSchema.extend({ held: z.boolean(), lost: z.array(z.string()) });
const enqueuedSchema = z.object({
  jobs: z.array(z.object({ outcome: z.string(), task_id: z.uuid().optional() })),
});

/** A run of jobs, as its function knows it. */
export type StartedRun = z.infer<typeof startedSchema>;

/** Makes an agent on demand, `importer`, and lets its requests be signed. */
export async function createAgent(
  sql: postgres.Sql,
  limits: { inAll?: number; perWorkspace?: number } = {},
): Promise<void> {
  await sql`select vault.create_secret('https://project.example.com', 'project_url'),
    vault.create_secret('the cron secret', 'cron_secret')`;
  await sql`
    insert into public.task_schedules
      (name, task_type, target, max_concurrency, max_concurrency_per_workspace)
    values ('importer', 'email_sync', 'importer', ${limits.inAll ?? null},
      ${limits.perWorkspace ?? null})`;
}

/** Enqueues jobs, each with what `describe` says of its number. */
export async function enqueueJobs(
  sql: postgres.ISql,
  count: number,
  describe: (index: number) => Record<string, string | number> = () => ({}),
): Promise<z.infer<typeof enqueuedSchema>["jobs"]> {
  const jobs = Array.from({ length: count }, (_, index) => describe(index));
  const [row] = await sql<{ answer: unknown }[]>`
    select public.enqueue_jobs('importer', ${sql.json(jobs)}) as answer`;
  return enqueuedSchema.parse(row?.answer).jobs;
}

/** Starts a run that nobody has sent for. */
export async function startJobRun(sql: postgres.Sql, limit: number): Promise<StartedRun> {
  const [row] = await sql<{ answer: unknown }[]>`
    select public.start_agent_run(null, ${limit}, 30, 'importer') as answer`;
  return startedSchema.parse(row?.answer);
}

/** Completes these jobs of a run and claims up to `claim` further ones. */
export async function settleJobs(
  sql: postgres.Sql,
  { run_id, run_token }: StartedRun,
  jobs: readonly { readonly task_id: string }[],
  claim: number,
): Promise<z.infer<typeof settledSchema>> {
  const results = jobs.map(({ task_id }) => ({ task_id, outcome: "completed" }));
  const [row] = await sql<{ answer: unknown }[]>`
    select public.settle_jobs(${run_id}, ${run_token}, ${sql.json(results)}, ${claim}) as answer`;
  return settledSchema.parse(row?.answer);
}
