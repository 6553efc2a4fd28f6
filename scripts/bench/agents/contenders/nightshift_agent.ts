/**
 * Jobs of an agent by the code of its function: `withTask` as `createAgent` calls it, with the
 * store of the function over a direct connection.
 */
import pg from "pg";
import { z } from "zod";
import { createAgentClient } from "../../../../supabase/functions/_shared/agents/agent_client.ts";
import { createRestStore } from "../../../../supabase/functions/_shared/agents/rest_store.ts";
import { readEnv } from "../../../../supabase/functions/_shared/platform/env.ts";
import { withTask } from "../../../../supabase/functions/_shared/with_task.ts";
import { type CallByName, createCallClient } from "../../database/call_client.ts";
import { burn } from "../burn.ts";
import { type Assignment, type Contender, POOL_SIZE, watchJobs } from "./contender.ts";
import { AGENT, enqueueJobs, prepareAgent } from "./nightshift_sql.ts";
import { createPgCall } from "./pg_call.ts";

const CONCURRENCY = 10;
const startedSchema = z.object({ run_id: z.guid().nullish() });
/** Nothing ends a run before the queue is empty. */
const UNBOUNDED = { AGENT_MAX_JOBS: "100000", WALL_CLOCK_SECONDS: "86400" };

export async function openNightshiftAgent(
  { databaseUrl, workload, burnBlocks }: Assignment,
): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const store = createRestStore(createCallClient(startByName(createPgCall(pool))));
  const env = readEnv({
    SUPABASE_URL: "http://direct.example",
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: "no-key-needed" }),
    CRON_SECRET: "no-secret-needed",
    ...UNBOUNDED,
  });
  await prepareAgent(pool);

  return {
    enqueue: (jobs) => enqueueJobs(pool, jobs),
    async drain(jobs) {
      const watch = watchJobs(jobs);
      const deps = {
        store,
        // The work of these jobs asks the database nothing.
        db: createAgentClient(env),
        env,
        log: () => {},
        concurrency: CONCURRENCY,
      };
      const started = await withTask(deps, "", () => {
        watch.start();
        if (workload === "cpu") burn(burnBlocks);
        watch.finish();
        return Promise.resolve();
      });
      if (!started.isNew) throw new Error("The run did not start.");
      await started.work;
      await watch.allDone;
      return watch.elapsedMs();
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

/** Functions are told the id of a run that was sent for. Nobody sends here: it starts by name. */
function startByName(call: CallByName): CallByName {
  let runId: string | null | undefined;
  return async (name, parameters) => {
    if (name !== "start_agent_run") return await call(name, { ...parameters, p_run_id: runId });
    const answer = await call(name, { ...parameters, p_task_id: null, p_agent: AGENT });
    runId = startedSchema.parse(answer).run_id;
    return answer;
  };
}
