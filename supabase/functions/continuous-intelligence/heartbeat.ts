import { startHeartbeat } from "../_shared/heartbeat.ts";
import { describeError } from "../_shared/log.ts";
import type { Dependencies } from "./app.ts";
import type { RunLease } from "./store.ts";

/**
 * Moves the leases of a run on while it works, also through a long analysis, until the returned
 * function is called. If the lease is lost all the same, the next claim says so and a settle changes
 * nothing.
 */
export function keepAlive(
  { store, env, log }: Pick<Dependencies, "store" | "env" | "log">,
  lease: RunLease,
): () => void {
  return startHeartbeat(env.runLeaseSeconds, async () => {
    try {
      await store.beatRun(lease, env.runLeaseSeconds);
    } catch (error) {
      log("warn", "heartbeat failed", { run_id: lease.runId, problem: describeError(error) });
    }
  });
}
