/** Only the hosted runtime has this global; under `deno serve` it is undefined. */
declare const EdgeRuntime: { waitUntil(promise: Promise<unknown>): void } | undefined;

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

/** Resolves when all background work of this process has ended. For tests. */
export async function settleBackground(): Promise<void> {
  await Promise.allSettled([...running]);
}
