import { type CronWorker, findDueJobs } from "./cron_worker.ts";
import type { LocalDatabase } from "../database.ts";

/**
 * Plays single minutes where the real pg_cron keeps the jobs: the demo cannot wait for a whole one.
 * Each due job's command runs as its user, as pg_cron would run it; `cron.job_run_details` stays
 * untouched, because what pg_cron did not run it must not seem to have run.
 * `tick` throws an AggregateError of what the failing jobs said, after all have run.
 */
export function createCronByHand(database: LocalDatabase): CronWorker {
  return {
    async tick(now) {
      const failures: unknown[] = [];
      for (const job of await findDueJobs(database, now)) {
        await database.runAs(job.username, job.command).catch((error) => failures.push(error));
      }
      if (failures.length > 0) {
        throw new AggregateError(failures, `Jobs failed: ${failures.map(String).join("; ")}`);
      }
    },
    stop: () => Promise.resolve(),
  };
}
