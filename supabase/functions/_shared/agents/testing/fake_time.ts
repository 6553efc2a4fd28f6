import { setImmediate } from "node:timers";

/** Time that moves when a test says so. */
export interface FakeTime extends Disposable {
  readonly clock: () => Date;
  /** Lets timers fire in their order until so many milliseconds have passed. */
  pass(ms: number): Promise<void>;
}

interface Timer {
  at: number;
  readonly everyMs: number | null;
  readonly fire: () => void;
}

/** More than a pause of the work takes. */
const TURNS = 10;

/** Takes the global timers over until it is disposed. */
export function holdTime(startMs = Date.UTC(2026, 0, 1)): FakeTime {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const timers = new Map<number, Timer>();
  let now = startMs;
  let lastId = 0;
  const add = (fire: () => void, ms: number, everyMs: number | null) => {
    timers.set(lastId += 1, { at: now + ms, everyMs, fire });
    return lastId;
  };
  const clear = (id: number) => void timers.delete(id);
  Object.assign(globalThis, {
    setTimeout: (call: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      add(() => call(...args), ms, null),
    setInterval: (call: () => void, ms: number) => add(call, ms, ms),
    clearTimeout: clear,
    clearInterval: clear,
  });

  /** Everything that waits for nothing but other promises gets its turn. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  function nextDue(until: number): [number, Timer] | undefined {
    return [...timers].filter(([, { at }]) => at <= until)
      .sort(([, one], [, other]) => one.at - other.at)[0];
  }

  return {
    clock: () => new Date(now),
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        const [id, timer] = due;
        now = timer.at;
        if (timer.everyMs === null) timers.delete(id);
        else timer.at += timer.everyMs;
        timer.fire();
        await settle();
      }
      now = until;
    },
    [Symbol.dispose]: () =>
      void Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval }),
  };
}
