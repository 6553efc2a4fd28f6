import type { Clock } from "../../platform/clock.ts";
import { startHeartbeat } from "../../platform/heartbeat.ts";
import { describeError, type Log } from "../../platform/log.ts";
import type { AgentStore, RunLease } from "../agent_store.ts";

/** What a heartbeat learns. */
export interface HeartbeatEvents {
  /** Somebody has cancelled these tasks. */
  onCancelled(taskIds: readonly string[]): void;
  /** Jobs wait that came, or became due, after the last claim. */
  onMore(): void;
  /** The lease is gone: taken over, or not extended for its whole length. Told once. */
  onLost(): void;
}

interface HeartbeatDeps {
  readonly store: Pick<AgentStore, "beatRun">;
  readonly lease: RunLease;
  readonly leaseSeconds: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Extends the leases of a run four times in each, until the returned function is called. A beat
 * that fails changes nothing as long as the lease holds.
 */
export function keepLease(
  { store, lease, leaseSeconds, clock, log }: HeartbeatDeps,
  { onCancelled, onMore, onLost }: HeartbeatEvents,
): () => void {
  let holdsUntil = clock().getTime() + leaseSeconds * 1_000;
  let isBeating = false;
  const stop = startHeartbeat(leaseSeconds, async () => {
    // A beat that hangs must not let the lease end unseen.
    if (clock().getTime() >= holdsUntil) return lose("lease not extended");
    if (isBeating) return;
    isBeating = true;
    try {
      const sentAt = clock().getTime();
      const { isHeld, cancelled, more } = await store.beatRun(lease, leaseSeconds);
      if (!isHeld) return lose("run superseded");
      holdsUntil = sentAt + leaseSeconds * 1_000;
      if (cancelled.length > 0) onCancelled(cancelled);
      if (more) onMore();
    } catch (error) {
      log("warn", "heartbeat failed", { run_id: lease.runId, problem: describeError(error) });
    } finally {
      isBeating = false;
    }
  });

  function lose(message: string): void {
    stop();
    log("warn", message, { run_id: lease.runId });
    onLost();
  }

  return stop;
}
