/** Only the hosted runtime has this global; under `deno serve` it is undefined. */
declare const EdgeRuntime: { waitUntil(promise: Promise<unknown>): void } | undefined;

const startedAt = performance.now();
const running = new Set<Promise<unknown>>();

/**
 * Lets `work` go on after the response has been sent, up to the worker's wall clock.
 * Where no `EdgeRuntime` exists the promise is tracked, so that {@link settleBackground} can await
 * it.
 * @param work must handle its own errors: a rejection here has no caller left to tell.
 */
export function runInBackground(work: Promise<unknown>): void {
  running.add(work);
  work.finally(() => running.delete(work)).catch(() => {});
  if (typeof EdgeRuntime !== "undefined") EdgeRuntime.waitUntil(work);
}

/**
 * Seconds that the platform leaves to this worker. It counts from the worker's start, and a worker
 * takes several requests; elsewhere nothing ends a worker.
 * @param wallClockSeconds how long the platform lets a worker live.
 */
export function secondsLeft(wallClockSeconds: number): number {
  if (typeof EdgeRuntime === "undefined") return wallClockSeconds;
  return Math.max(0, wallClockSeconds - (performance.now() - startedAt) / 1_000);
}

/** Resolves when all background work of this process has ended. For tests. */
export async function settleBackground(): Promise<void> {
  await Promise.allSettled([...running]);
}
