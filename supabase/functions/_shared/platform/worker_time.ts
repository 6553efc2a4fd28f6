/** Only the hosted runtime has this global. */
declare const EdgeRuntime: unknown;

const startedAt = performance.now();

/**
 * Seconds that the platform leaves to this worker. It counts from the worker's start, and one worker
 * takes several requests; elsewhere nothing ends a worker.
 * @param wallClockSeconds how long the platform lets a worker live.
 */
export function secondsLeft(wallClockSeconds: number): number {
  const lived = typeof EdgeRuntime === "undefined" ? 0 : (performance.now() - startedAt) / 1_000;
  return Math.max(0, wallClockSeconds - lived);
}
