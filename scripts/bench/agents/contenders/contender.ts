/** What is measured, and what every system that is measured must be able to do. */

/** `cpu`: jobs that compute for 2 ms; `empty`: jobs that do nothing; `insert`: storing jobs. */
export type Workload = "emails" | "cpu" | "empty" | "insert";

/** What one process is to measure. */
export interface Assignment {
  readonly contender: string;
  readonly workload: Workload;
  /** Jobs or emails. */
  readonly jobs: number;
  readonly databaseUrl: string;
  /** For `burn`: the computation of 2 ms. */
  readonly burnBlocks: number;
}

/** Connections that every contender may have: the default of pg-boss and of Graphile Worker. */
export const POOL_SIZE = 10;

/** A job system that is ready to work in this process. */
export interface Contender extends AsyncDisposable {
  /** Stores as many jobs by one call. @returns the milliseconds that the call took. */
  enqueue(jobs: number): Promise<number>;
  /**
   * Does as many jobs, which are all that wait.
   * @returns milliseconds from the start of the first job until the last result is stored.
   */
  drain(jobs: number): Promise<number>;
}

/** The milliseconds that something took. */
export async function takeMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Measures from the first job on, and knows when all are done. */
export interface JobWatch {
  /** To be called when a job starts. */
  start(): void;
  /** To be called when `jobs` of them are done. */
  finish(jobs?: number): void;
  /** Resolves when all are done. */
  readonly allDone: Promise<void>;
  elapsedMs(): number;
}

/** Watches as many jobs. */
export function watchJobs(jobs: number): JobWatch {
  let startedAt: number | null = null;
  let done = 0;
  const all = Promise.withResolvers<void>();
  return {
    start: () => void (startedAt ??= performance.now()),
    finish(count = 1) {
      done += count;
      if (done >= jobs) all.resolve();
    },
    allDone: all.promise,
    elapsedMs: () => performance.now() - (startedAt ?? performance.now()),
  };
}
