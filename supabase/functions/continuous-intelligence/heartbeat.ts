import { describeError } from "../_shared/log.ts";
import type { Dependencies } from "./app.ts";
import type { RunLease } from "./store.ts";

/** Fewer than four heartbeats fit into a lease only if the database stops answering. */
const HEARTBEATS_PER_LEASE = 4;

/**
 * Moves the leases of a run on while it works, also through a long analysis, until the returned
 * function is called. A failed heartbeat is no reason to stop: if the lease is lost, the next claim
 * says so and a settle changes nothing.
 */
export function keepAlive(
  { store, env, log }: Pick<Dependencies, "store" | "env" | "log">,
  lease: RunLease,
): () => void {
  const timer = setInterval(() => {
    store.beatRun(lease, env.runLeaseSeconds).catch((error: unknown) => {
      log("warn", "heartbeat failed", { run_id: lease.runId, problem: describeError(error) });
    });
  }, env.runLeaseSeconds * 1_000 / HEARTBEATS_PER_LEASE);
  return () => clearInterval(timer);
}
