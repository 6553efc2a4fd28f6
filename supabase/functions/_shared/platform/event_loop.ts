/**
 * Turns of the event loop in one pause. A request needs several: to connect, to send, and for each
 * piece of its answer.
 */
const TURNS = 5;

/** The pauses of one long computation. */
export interface Pauses {
  /**
   * Lets requests under way go on. Await it every few milliseconds. Takes about 0.05 ms. Who asks
   * for a pause during one gets the same one. After the end it never resolves.
   */
  pause(): Promise<void>;
  /** To be called when the computation has ended. */
  end(): void;
}

/**
 * Prepares pauses. They send messages to themselves, because a timer waits for a millisecond or
 * longer, and in Deno 2.1 `setImmediate` does too. They share a channel, because making one takes
 * as long as a pause.
 *
 * @example
 * ```ts
 * const pauses = createPauses();
 * const answer = fetch(url);
 * for (const item of items) {
 *   compute(item);
 *   await pauses.pause();
 * }
 * pauses.end();
 * ```
 */
export function createPauses(): Pauses {
  let channel: MessageChannel | undefined;
  let underWay: Promise<void> | null = null;
  let hasEnded = false;

  async function pause(): Promise<void> {
    const { port1, port2 } = channel ??= new MessageChannel();
    for (let turn = 0; turn < TURNS; turn++) {
      const next = Promise.withResolvers<void>();
      port1.onmessage = () => next.resolve();
      port2.postMessage(null);
      await next.promise;
    }
    underWay = null;
  }

  return {
    pause: () => underWay ??= hasEnded ? new Promise(() => {}) : pause(),
    end() {
      hasEnded = true;
      channel?.port1.close();
      channel?.port2.close();
    },
  };
}

/** One pause of {@link Pauses}, for work that needs no more of them. */
export async function letRequestsGoOn(): Promise<void> {
  const pauses = createPauses();
  await pauses.pause();
  pauses.end();
}
