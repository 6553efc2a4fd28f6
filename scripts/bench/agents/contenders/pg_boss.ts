/**
 * pg-boss 12 as its documentation makes it fast: batches of 100 (`batchSize`), no pause after a
 * full batch (`burstWhenBatchFull`), one call that stores all jobs (`insert`), and supervision and
 * cron off, so that nothing runs beside the jobs. With `localConcurrency` 2 it has two workers in
 * this process, of which one fetches and completes while the other one computes. Which of both is
 * faster depends on the work, so both are measured and the faster one counts.
 */
import pg from "pg";
import { PgBoss } from "pg-boss";
import { prepareToRead } from "../../../../supabase/functions/_email/mod.ts";
import type { ClaimedEmail } from "../../../../supabase/functions/continuous-intelligence/analyzers/analyzer.ts";
import { burn } from "../burn.ts";
import { type Assignment, type Contender, POOL_SIZE, takeMs, watchJobs } from "./contender.ts";
import { CREATE_RECORDS, INSERT_RECORDS, makeRecord } from "./records.ts";
import { readClaimedSamples } from "../sample_emails.ts";

const QUEUE = "bench";
const BATCH = 100;

/** @param localConcurrency workers in this process. */
export async function openPgBoss(
  { databaseUrl, workload, burnBlocks }: Assignment,
  localConcurrency = 1,
): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schedule: false,
    supervise: false,
  });
  await boss.start();
  await boss.createQueue(QUEUE);
  await pool.query(CREATE_RECORDS);

  const analyze = async (emails: readonly ClaimedEmail[]) => {
    await prepareToRead(emails);
    await pool.query(INSERT_RECORDS, [JSON.stringify(emails.map(makeRecord))]);
  };
  return {
    async enqueue(jobs) {
      const data = workload === "emails"
        ? await readClaimedSamples(jobs)
        : Array.from({ length: jobs }, (_, n) => ({ n }));
      return await takeMs(() => boss.insert(QUEUE, data.map((one) => ({ data: one }))));
    },
    async drain(jobs) {
      const watch = watchJobs(jobs);
      const options = {
        batchSize: BATCH,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 0.5,
        localConcurrency,
      };
      await boss.work<object>(QUEUE, options, async (batch) => {
        watch.start();
        if (workload === "emails") await analyze(batch.map(({ data }) => data as ClaimedEmail));
        if (workload === "cpu") batch.forEach(() => burn(burnBlocks));
        watch.finish(batch.length);
      });
      await watch.allDone;
      // Resolves when the last batch is completed in the database.
      await boss.offWork(QUEUE, { wait: true });
      return watch.elapsedMs();
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}
