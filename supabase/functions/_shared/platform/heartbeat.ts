/** Three of them may fail in a row before a lease ends. */
const HEARTBEATS_PER_LEASE = 4;

/**
 * Calls `beat` four times in every lease until the returned function is called.
 * @param leaseSeconds length of the lease that each beat moves on.
 * @param beat must handle its own errors: a failed heartbeat is no reason to stop working.
 */
export function startHeartbeat(leaseSeconds: number, beat: () => Promise<void>): () => void {
  const timer = setInterval(beat, leaseSeconds * 1_000 / HEARTBEATS_PER_LEASE);
  return () => clearInterval(timer);
}
