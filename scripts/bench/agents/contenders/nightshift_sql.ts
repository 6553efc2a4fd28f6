/** Jobs of an agent by our SQL alone: one call stores them, one call a chunk saves and claims. */
import pg from "pg";
import {
  type Assignment,
  type Contender,
  type JobWatch,
  POOL_SIZE,
  takeMs,
  watchJobs,
} from "./contender.ts";

export const AGENT = "bench";
const CHUNK = 100;
/** Runs side by side in this process, as pg-boss has two workers. An agent may have up to 16. */
const RUNS = 2;
const LEASE_SECONDS = 60;

interface Claimed {
  readonly run_id: string;
  readonly run_token: string;
  readonly jobs: readonly { readonly task_id: string }[];
}

/** Makes the agent that runs on demand. */
export async function prepareAgent(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into public.task_schedules (name, task_type, target) values ($1, 'email_sync', $1)
     on conflict do nothing`,
    [AGENT],
  );
}

/** Stores jobs by one call. @returns the milliseconds that it took. */
export async function enqueueJobs(pool: pg.Pool, jobs: number): Promise<number> {
  const all = Array.from({ length: jobs }, (_, n) => ({ payload: { n } }));
  return await takeMs(() =>
    pool.query("select public.enqueue_jobs($1, $2)", [AGENT, JSON.stringify(all)])
  );
}

export async function openNightshiftSql({ databaseUrl }: Assignment): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const ask = async (call: string, values: readonly unknown[]): Promise<Claimed> => {
    const { rows } = await pool.query({
      name: call,
      text: `select public.${call} as answer`,
      values: [...values],
    });
    return rows[0]?.answer;
  };
  await prepareAgent(pool);

  /** One run: each call saves a chunk and claims the next one. */
  async function run(watch: JobWatch): Promise<void> {
    const start = "start_agent_run(null, $1, $2, $3)";
    let chunk = await ask(start, [CHUNK, LEASE_SECONDS, AGENT]);
    const { run_id, run_token } = chunk;
    watch.start();
    while (chunk.jobs.length > 0) {
      const results = chunk.jobs.map(({ task_id }) => ({ task_id, outcome: "completed" }));
      const values = [run_id, run_token, JSON.stringify(results), CHUNK, LEASE_SECONDS];
      chunk = await ask("settle_jobs($1, $2, $3, $4, $5)", values);
      watch.finish(results.length);
    }
    await ask("finish_agent_run($1, $2)", [run_id, run_token]);
  }
  return {
    enqueue: (jobs) => enqueueJobs(pool, jobs),
    async drain(jobs) {
      const watch = watchJobs(jobs);
      await Promise.all(Array.from({ length: RUNS }, () => run(watch)));
      await watch.allDone;
      return watch.elapsedMs();
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}
