/** Lets one in at a time; the others wait in the order in which they came. */
export interface Turnstile {
  enter(): Promise<Disposable>;
}

/** @example const pass = await turnstile.enter(); try { … } finally { pass[Symbol.dispose](); } */
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
