/**
 * Graphile Worker 0.18 as its page on performance makes it fast: 24 jobs at once, a local queue of
 * 500 jobs, completions in batches without a delay, and one call that stores all jobs (`addJobs`).
 */
import { Logger, makeWorkerUtils, run, type Task } from "graphile-worker";
import pg from "pg";
import { prepareToRead } from "../../../../supabase/functions/_email/mod.ts";
import type { ClaimedEmail } from "../../../../supabase/functions/continuous-intelligence/analyzers/analyzer.ts";
import { burn } from "../burn.ts";
import { type Assignment, type Contender, POOL_SIZE, takeMs, watchJobs } from "./contender.ts";
import { CREATE_RECORDS, INSERT_RECORDS, makeRecord } from "./records.ts";
import { readClaimedSamples } from "../sample_emails.ts";

const TASK = "bench";
const SILENT = new Logger(() => () => {});

export async function openGraphileWorker(
  { databaseUrl, workload, burnBlocks }: Assignment,
): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  // It asks for handlers of its own.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const utils = await makeWorkerUtils({ pgPool: pool, logger: SILENT });
  await utils.migrate();
  await pool.query(CREATE_RECORDS);

  const work: Task = async (payload) => {
    if (workload === "emails") {
      const email = payload as ClaimedEmail;
      await prepareToRead([email]);
      const record = makeRecord(email);
      await pool.query(INSERT_RECORDS, [JSON.stringify([record])]);
    }
    if (workload === "cpu") burn(burnBlocks);
  };
  return {
    async enqueue(jobs) {
      const payloads = workload === "emails"
        ? await readClaimedSamples(jobs)
        : Array.from({ length: jobs }, (_, n) => ({ n }));
      const specs = payloads.map((payload) => ({ identifier: TASK, payload }));
      return await takeMs(() => utils.addJobs(specs));
    },
    async drain(jobs) {
      const watch = watchJobs(jobs);
      const task: Task = async (payload, helpers) => {
        watch.start();
        await work(payload, helpers);
        watch.finish();
      };
      const runner = await run({
        pgPool: pool,
        taskList: { [TASK]: task },
        noHandleSignals: true,
        logger: SILENT,
        preset: {
          worker: {
            concurrentJobs: 24,
            maxPoolSize: POOL_SIZE,
            localQueue: { size: 500 },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
      });
      await watch.allDone;
      // Resolves when the last completions are in the database.
      await runner.stop();
      return watch.elapsedMs();
    },
    async [Symbol.asyncDispose]() {
      await utils.release();
      await pool.end();
    },
  };
}
