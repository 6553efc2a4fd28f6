import { Problem } from "../../http/problem.ts";
import type { Clock } from "../../platform/clock.ts";
import { createPauses } from "../../platform/event_loop.ts";
import { describeError, type Log } from "../../platform/log.ts";
import type { AgentStore, ClaimedJobs, RunLease } from "../agent_store.ts";
import { keepLease } from "./heartbeat.ts";
import type { Job, JobResult } from "../job.ts";
import type { LineBuffer } from "../lines.ts";
import { type StopKind, WorkStopped } from "../outcomes.ts";
import { createPace } from "./pace.ts";
import type { RunTime } from "./run_time.ts";

/** What one invocation works with. */
export interface DrainDeps {
  readonly store: AgentStore;
  readonly lease: RunLease;
  readonly lines: LineBuffer;
  readonly time: RunTime;
  readonly clock: Clock;
  readonly log: Log;
  readonly leaseSeconds: number;
  /** How many jobs are worked on at once. */
  readonly concurrency: number;
  /** How many jobs one invocation takes. */
  readonly maxJobs: number;
  /** One attempt; never rejects. Null when nothing can be saved. */
  perform(job: Job, signal: AbortSignal): Promise<JobResult | null>;
}

/** Results wait so long for others to be saved with them. */
const SAVE_WITHIN_MS = 250;
/** Answers of the database are read between jobs that keep the CPU busy. */
const PAUSE_AFTER_MS = 10;
const ASK_AGAIN_AFTER_MS = 1_000;
/** A run with room looks for jobs that were enqueued meanwhile: soon at first, then rarely. */
const LOOK_AGAIN_MS = 1_000;
const MOST_LOOK_AGAIN_MS = 8_000;

/**
 * Works through jobs until none is left or the time is over. The next chunk is claimed while this
 * one is worked on, in the round trip that saves the last one.
 * @throws {Problem} when the database rejects results.
 */
export async function drainJobs(deps: DrainDeps, first: ClaimedJobs): Promise<void> {
  const { store, lease, lines, time, clock, log, concurrency } = deps;
  const ready: Job[] = [...first.jobs];
  const active = new Map<string, AbortController>();
  const results: JobResult[] = [];
  const pace = createPace(clock);
  const pauses = createPauses();
  let oldestAt = 0;
  let hasMore = first.more;
  let taken = ready.length;
  let isLost = false;
  let lookAgainMs = LOOK_AGAIN_MS;
  let pausedAt = clock().getTime();
  let changed = Promise.withResolvers<void>();

  const stopBeating = keepLease(deps, {
    onCancelled: (ids) => ids.forEach(cancel),
    // While this run works no other is sent for, so a slow job must not hold up those that come.
    onMore: () => {
      hasMore = true;
      wake();
    },
    onLost: lose,
  });
  const stopTimer = setTimeout(() => stop("time_over"), time.msToStop());
  try {
    while (!isLost && !isDone()) {
      startJobs();
      await (isTimeToTalk() ? talk() : waitForChange());
    }
  } finally {
    // Where the run broke off, what was not begun goes back.
    ready.splice(0);
    clearTimeout(stopTimer);
    stopBeating();
    pauses.end();
  }

  function isDone(): boolean {
    return active.size + ready.length + results.length === 0 && !mayClaim();
  }

  function mayClaim(): boolean {
    return hasMore && taken < deps.maxJobs && !time.isOver();
  }

  function startJobs(): void {
    while (active.size < concurrency && ready.length > 0 && !time.isOver()) {
      void carryOut(ready.shift() as Job);
    }
    // Nothing of these was begun: a fresh invocation gets them at once.
    if (time.isOver()) {
      ready.splice(0).forEach(({ taskId }) => keep({ taskId, outcome: "continue" }));
    }
  }

  async function carryOut(job: Job): Promise<void> {
    const controller = new AbortController();
    active.set(job.taskId, controller);
    if (clock().getTime() - pausedAt >= PAUSE_AFTER_MS) {
      // One pause for all jobs that begin meanwhile.
      await pauses.pause();
      pausedAt = clock().getTime();
    }
    const result = await deps.perform(job, controller.signal);
    active.delete(job.taskId);
    pace.count();
    if (result === null) lose();
    else keep(result);
    startJobs();
    wake();
  }

  function keep(result: JobResult): void {
    if (results.length === 0) oldestAt = clock().getTime();
    results.push(result);
  }

  function wanted(): number {
    if (time.isOver()) return 0;
    const room = concurrency - active.size + pace.ahead() - ready.length;
    return Math.max(0, Math.min(room, deps.maxJobs - taken));
  }

  function isTimeToTalk(): boolean {
    if (mayClaim() && wanted() >= Math.max(1, pace.ahead() / 2)) return true;
    if (results.length === 0) return false;
    return active.size + ready.length === 0 || results.length >= pace.ahead() ||
      clock().getTime() - oldestAt >= SAVE_WITHIN_MS;
  }

  async function talk(): Promise<void> {
    const sent = results.splice(0);
    const limit = wanted();
    await lines.flush();
    try {
      const answer = await store.settleJobs(lease, sent, limit, deps.leaseSeconds);
      if (!answer.isHeld) {
        log("warn", "run superseded", { run_id: lease.runId });
        return lose();
      }
      answer.cancelled.forEach(cancel);
      ready.push(...answer.jobs);
      taken += answer.jobs.length;
      lookAgainMs = answer.jobs.length > 0 ? LOOK_AGAIN_MS : lookAgainMs;
      // Where jobs wait for others to end, asking again before one has ended is useless.
      hasMore = answer.more && (limit === 0 || answer.jobs.length > 0);
    } catch (error) {
      results.unshift(...sent);
      if (!(error instanceof Problem && error.code === "store_unavailable")) throw error;
      log("warn", "settle repeated", { run_id: lease.runId, problem: describeError(error) });
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_AFTER_MS));
      if (time.msToEnd() === 0) lose();
    }
  }

  async function waitForChange(): Promise<void> {
    changed = Promise.withResolvers<void>();
    const timers: ReturnType<typeof setTimeout>[] = [];
    if (results.length > 0) {
      timers.push(setTimeout(wake, Math.max(0, oldestAt + SAVE_WITHIN_MS - clock().getTime())));
    }
    // While this run is open nobody else is sent for, so waiting jobs rely on it.
    if (active.size > 0 && wanted() > 0) timers.push(setTimeout(lookAgain, lookAgainMs));
    await changed.promise;
    timers.forEach(clearTimeout);
  }

  function lookAgain(): void {
    hasMore = true;
    lookAgainMs = Math.min(MOST_LOOK_AGAIN_MS, lookAgainMs * 2);
    wake();
  }

  function wake(): void {
    changed.resolve();
  }

  function cancel(taskId: string): void {
    active.get(taskId)?.abort(new WorkStopped("cancelled"));
    const at = ready.findIndex((job) => job.taskId === taskId);
    if (at < 0) return;
    ready.splice(at, 1);
    keep({ taskId, outcome: "cancelled" });
    wake();
  }

  function stop(kind: StopKind): void {
    for (const controller of active.values()) controller.abort(new WorkStopped(kind));
    wake();
  }

  function lose(): void {
    isLost = true;
    // They are another run's now.
    ready.splice(0);
    stop("superseded");
  }
}
