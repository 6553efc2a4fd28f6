/** Runs one piece of work as soon as fewer than so many others are under way. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A limiter that keeps the order in which work came. */
export function createLimiter(atOnce: number): Limiter {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
