/** Lets one in at a time; the others wait in the order in which they came. */
export interface Turnstile {
  enter(): Promise<Disposable>;
}

/** Larger messages, in bytes, are held one at a time, over all mailboxes of the process. */
export const LARGE_BYTES = 1_048_576;

/** Nobody is inside yet. */
export function createTurnstile(): Turnstile {
  let last = Promise.resolve();
  return {
    async enter() {
      const before = last;
      const left = Promise.withResolvers<void>();
      last = left.promise;
      await before;
      return { [Symbol.dispose]: left.resolve };
    },
  };
}

/**
 * Works on a message that may turn out large. Once it awaits `onLarge`, it is the only one until it
 * ends.
 * @example await passAlone(turnstile, (onLarge) => readBytes(response, maxBytes, onLarge))
 */
export async function passAlone<Result>(
  turnstile: Turnstile,
  work: (onLarge: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  let pass: Disposable | undefined;
  try {
    return await work(async () => {
      pass ??= await turnstile.enter();
    });
  } finally {
    pass?.[Symbol.dispose]();
  }
}
