import { createLineBuffer } from "./agents/lines.ts";
import type { AgentStore, ClaimedJobs, RunLease } from "./agents/agent_store.ts";
import type { AgentTask, AgentWork } from "./agents/agent_task.ts";
import { drainJobs } from "./agents/run/drain.ts";
import { type JobDeps, performJob } from "./agents/perform_job.ts";
import { createRunTime } from "./agents/run/run_time.ts";
import { createHider } from "./agents/secrets.ts";
import { secondsLeft } from "./platform/background.ts";
import { type Clock, systemClock } from "./platform/clock.ts";
import type { Env } from "./platform/env.ts";
import { describeError, type Log } from "./platform/log.ts";

/** A run that was taken on. `work` resolves when it has ended; it never rejects. */
export type StartedRun =
  | { readonly isNew: false }
  | { readonly isNew: true; readonly work: Promise<void> };

/** What working on a dispatched task needs. */
export interface TaskDeps {
  readonly store: AgentStore;
  readonly db: AgentTask["db"];
  readonly env: Env;
  readonly log: Log;
  readonly clock?: Clock;
  /** How many jobs are worked on at once, 1 to 100. */
  readonly concurrency: number;
  /** What payloads must be; anything without it. */
  readonly payload?: JobDeps["payload"];
}

/**
 * Takes a dispatched task on and does the jobs that the database gives for it: its own, or those
 * that wait for the agent. Each ends completed with what the work returned, or is tried again when
 * it throws.
 * @returns once the run has started; `isNew` is false when there is nothing to do, because it was
 * delivered before, has ended or is unknown.
 * @throws {Problem} `store_unavailable` or `internal_error` when it could not be started.
 */
export async function withTask(
  deps: TaskDeps,
  taskId: string,
  work: AgentWork<never, never>,
): Promise<StartedRun> {
  const { store, env, concurrency } = deps;
  const first = Math.min(concurrency, env.agentMaxJobs);
  const started = await store.startRun(taskId, first, env.runLeaseSeconds);
  if (started === null) return { isNew: false };
  const lease = { runId: taskId, token: started.token };
  return { isNew: true, work: carryOut(deps, lease, started, work) };
}

async function carryOut(
  deps: TaskDeps,
  lease: RunLease,
  first: ClaimedJobs,
  work: AgentWork<never, never>,
): Promise<void> {
  const { store, env, log, clock = systemClock } = deps;
  const hide = createHider(env);
  const lines = createLineBuffer({ store, lease, clock, log, hide });
  const time = createRunTime(clock, secondsLeft(env.wallClockSeconds));
  const jobDeps: JobDeps = { ...deps, lease, lines, time, hide };
  let problem: string | null = null;
  try {
    await drainJobs({
      ...deps,
      lease,
      lines,
      time,
      clock,
      leaseSeconds: env.runLeaseSeconds,
      maxJobs: env.agentMaxJobs,
      perform: (job, signal) => performJob(jobDeps, job, work, signal),
    }, first);
  } catch (error) {
    log("error", "run broken off", { run_id: lease.runId, problem: describeError(error) });
    problem = "The run broke off with an unexpected error; the log of the function says why.";
  }
  try {
    await lines.flush();
    await store.finishRun(lease, problem);
  } catch (error) {
    // Without an end of its own the run gets one when its lease has run out.
    log("error", "run not finished", { run_id: lease.runId, problem: describeError(error) });
  }
}
