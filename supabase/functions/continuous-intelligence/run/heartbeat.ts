import { startHeartbeat } from "../../_shared/platform/heartbeat.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AppDeps } from "../deps.ts";
import type { RunLease } from "../store/store.ts";

/** A run's sign of life. */
export interface Heartbeat {
  /** Aborted once another holder has taken the run over: further work on it is useless. */
  readonly superseded: AbortSignal;
  stop(): void;
}

/**
 * Moves the leases of a run on while it works, also through a long analysis, until it is stopped or
 * superseded. A heartbeat that fails changes nothing: a settle after the lease's end is rejected.
 */
export function keepAlive(
  { store, env, log }: Pick<AppDeps, "store" | "env" | "log">,
  lease: RunLease,
): Heartbeat {
  const superseded = new AbortController();
  const stop = startHeartbeat(env.runLeaseSeconds, async () => {
    try {
      if (await store.beatRun(lease, env.runLeaseSeconds) || superseded.signal.aborted) return;
      log("warn", "run superseded", { run_id: lease.runId });
      superseded.abort();
      stop();
    } catch (error) {
      log("warn", "heartbeat failed", { run_id: lease.runId, problem: describeError(error) });
    }
  });
  return { superseded: superseded.signal, stop };
}
