import type { AgentStore, LogLine, RunLease } from "../agent_store.ts";
import type { Job, JobResult, KeptStep } from "../job.ts";

/** A store for unit tests: what was asked of it, and knobs to turn. */
export interface MemoryStore extends AgentStore {
  /** Jobs that wait. */
  readonly waiting: Job[];
  readonly results: JobResult[];
  /** Sizes of the chunks in which results were saved. */
  readonly chunks: number[];
  readonly claims: number[];
  readonly lines: LogLine[];
  readonly steps: { taskId: string; step: KeptStep }[];
  readonly alerts: string[];
  readonly booked: number[];
  readonly finished: (string | null)[];
  /** Told at the next heartbeat. */
  readonly cancelled: string[];
  isHeld: boolean;
  /** Why money and alerts are rejected; null when they are not. */
  refusal: string | null;
  /** Thrown by the next calls of any method, one each. */
  readonly failures: Error[];
}

export const RUN_ID = "d0000000-0000-4000-8000-000000000001";
export const LEASE: RunLease = { runId: RUN_ID, token: "d0000000-0000-4000-8000-000000000002" };

/** A job with defaults. */
export function createJob(changes: Partial<Job> = {}): Job {
  return {
    taskId: RUN_ID,
    workspaceId: null,
    payload: {},
    attempt: 1,
    maxAttempts: 3,
    steps: [],
    ...changes,
  };
}

/** A store that holds these jobs. */
export function createMemoryStore(...jobs: Job[]): MemoryStore {
  const claim = (limit: number) => {
    const claimed = store.waiting.splice(0, limit);
    return { jobs: claimed, more: store.waiting.length > 0 };
  };
  async function answer<Value>(give: () => Value): Promise<Value> {
    await Promise.resolve();
    const failure = store.failures.shift();
    if (failure) throw failure;
    return give();
  }
  const store: MemoryStore = {
    waiting: jobs,
    results: [],
    chunks: [],
    claims: [],
    lines: [],
    steps: [],
    alerts: [],
    booked: [],
    finished: [],
    cancelled: [],
    failures: [],
    isHeld: true,
    refusal: null,
    startRun: (_taskId, limit) =>
      answer(() => store.isHeld ? { token: LEASE.token, ...claim(limit) } : null),
    settleJobs: (_lease, results, limit) =>
      answer(() => {
        if (!store.isHeld) return { isHeld: false, cancelled: [], jobs: [], more: false };
        store.results.push(...results);
        store.chunks.push(results.length);
        store.claims.push(limit);
        return { isHeld: true, cancelled: [], ...claim(limit) };
      }),
    finishRun: (_lease, error) => answer(() => void store.finished.push(error)),
    beatRun: () =>
      answer(() => ({
        isHeld: store.isHeld,
        cancelled: store.cancelled.splice(0),
        more: store.waiting.length > 0,
      })),
    saveStep: (_lease, taskId, step) =>
      answer(() => {
        if (!store.isHeld) return { outcome: "lost" };
        store.steps.push({ taskId, step });
        return { outcome: "saved" };
      }),
    logLines: (_lease, lines) => answer(() => void store.lines.push(...lines)),
    reserveSpending: () =>
      answer(() =>
        store.refusal === null
          ? { outcome: "reserved", reservationId: "r" }
          : { outcome: "refused", message: store.refusal }
      ),
    settleSpending: (_lease, _id, usd) => answer(() => void store.booked.push(usd)),
    raiseAlert: (_lease, _taskId, message) =>
      answer(() => {
        store.alerts.push(message);
        return store.refusal === null
          ? { outcome: "raised" }
          : { outcome: "rejected", message: store.refusal };
      }),
  };
  return store;
}
