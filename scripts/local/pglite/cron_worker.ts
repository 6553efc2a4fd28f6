import type { LocalDatabase } from "../database.ts";

const MINUTE_MS = 60_000;

/** Runs the due jobs of the `cron` stand-in. */
export interface CronWorker {
  /**
   * Runs every active job whose schedule matches the minute of `now` (UTC), one after another, and
   * resolves when all have ended. A job that fails is recorded and stops no other.
   */
  tick(now: Date): Promise<void>;
  /** Ends the real-time loop and resolves when a tick under way has ended. */
  stop(): Promise<void>;
}

/** A job of `cron.job` that one minute is due for. */
export interface DueJob extends Record<string, unknown> {
  readonly jobid: number;
  readonly command: string;
  readonly username: string;
}

const FIND_DUE = `
  select jobid, command, username
  from cron.job
  where active and nightshift.cron_matches(schedule, $1::timestamptz)
  order by jobid
`;

const START_RUN = `
  insert into cron.job_run_details (jobid, database, username, command, status)
  select jobid, database, username, command, 'starting' from cron.job where jobid = $1
  returning runid
`;

const MARK_RUNNING = `
  update cron.job_run_details
  set status = 'running', job_pid = pg_backend_pid(), start_time = clock_timestamp()
  where runid = $1
`;

const FINISH_RUN = `
  update cron.job_run_details
  set status = $2, return_message = $3, end_time = clock_timestamp()
  where runid = $1
`;

/**
 * Starts the worker behind the `cron` stand-in. With `isRealTime` it ticks at the start of every
 * minute; minutes that passed while the machine slept never run, as with pg_cron.
 */
export function startCronWorker(
  database: LocalDatabase,
  options: { readonly isRealTime: boolean; readonly onError?: (error: unknown) => void },
): CronWorker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let current: Promise<void> = Promise.resolve();

  const tick = (now: Date): Promise<void> => {
    const next = current.then(() => runDueJobs(database, now));
    current = next.catch(() => {});
    return next;
  };

  const waitForNextMinute = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      tick(new Date()).catch((error) => options.onError?.(error));
      waitForNextMinute();
    }, MINUTE_MS - Date.now() % MINUTE_MS);
  };
  if (options.isRealTime) waitForNextMinute();

  return {
    tick,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

/** The active jobs whose schedule matches the minute of `now` (UTC), oldest first. */
export function findDueJobs(database: LocalDatabase, now: Date): Promise<DueJob[]> {
  return database.adminQuery<DueJob>(FIND_DUE, [now.toISOString()]);
}

async function runDueJobs(database: LocalDatabase, now: Date): Promise<void> {
  for (const job of await findDueJobs(database, now)) await runJob(database, job);
}

async function runJob(database: LocalDatabase, job: DueJob): Promise<void> {
  const [run] = await database.adminQuery<{ runid: number }>(START_RUN, [job.jobid]);
  if (!run) return; // Unscheduled by an earlier job of the same tick.
  await database.adminQuery(MARK_RUNNING, [run.runid]);
  try {
    const { rowCount } = await database.runAs(job.username, job.command);
    await database.adminQuery(FINISH_RUN, [run.runid, "succeeded", describeResult(rowCount)]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await database.adminQuery(FINISH_RUN, [run.runid, "failed", `ERROR:  ${message}\n`]);
  }
}

function describeResult(rowCount: number | undefined): string {
  if (rowCount === undefined) return "OK";
  return rowCount === 1 ? "1 row" : `${rowCount} rows`;
}
