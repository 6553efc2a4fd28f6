/**
 * Turns of the event loop in one pause. A request needs several: to connect, to send, and for each
 * piece of its answer.
 */
const TURNS = 5;

/**
 * Lets requests under way go on. Await it every few milliseconds of a long computation. Takes about
 * 0.1 ms. It sends itself messages, because a timer waits for a millisecond or longer, and in Deno
 * 2.1 `setImmediate` does too.
 *
 * @example
 * ```ts
 * const answer = fetch(url);
 * for (const item of items) {
 *   compute(item);
 *   await letRequestsGoOn();
 * }
 * ```
 */
export async function letRequestsGoOn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      const next = Promise.withResolvers<void>();
      port1.onmessage = () => next.resolve();
      port2.postMessage(null);
      await next.promise;
    }
  } finally {
    port1.close();
    port2.close();
  }
}
