/** The moments of a run at which the fixture function can be held, in their order. */
export const STEPS = ["started", "claimed", "analysed", "settled", "finishing"] as const;
/**
 * Besides: `beating` recurs, and `finished` comes when the database has answered, whatever it said.
 */
export type Step = typeof STEPS[number] | "beating" | "finished";

/** One function that waits at a step. */
export interface Hold {
  /** Resolves when it has got there. */
  readonly reached: Promise<void>;
  /** Lets it go on. */
  release(): void;
}

/** Where the fixture function reports its steps. Nothing is held unless a test asks for it. */
export interface StepControl extends AsyncDisposable {
  readonly url: string;
  /** Holds the next arrival at a step; with `every`, all arrivals until the release. */
  hold(step: Step, options?: { readonly every: boolean }): Hold;
  /** Lets everything go on that is or would be held. */
  releaseAll(): void;
}

interface Held {
  readonly step: string;
  readonly every: boolean;
  readonly reached: PromiseWithResolvers<void>;
  readonly released: PromiseWithResolvers<void>;
}

/** Starts the loopback server that functions report to. */
export function startStepControl(): StepControl {
  const held = new Set<Held>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const step = new URL(request.url).pathname.slice(1);
      const hold = [...held].find((candidate) => candidate.step === step);
      if (hold) {
        if (!hold.every) held.delete(hold);
        hold.reached.resolve();
        await hold.released.promise;
      }
      return new Response(null, { status: 204 });
    },
  );
  const opened = new Set<Held>();
  const release = (hold: Held) => {
    held.delete(hold);
    opened.delete(hold);
    hold.released.resolve();
  };
  const releaseAll = () => opened.forEach(release);
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    hold(step, { every } = { every: false }) {
      const hold: Held = {
        step,
        every,
        reached: Promise.withResolvers(),
        released: Promise.withResolvers(),
      };
      held.add(hold);
      opened.add(hold);
      return { reached: hold.reached.promise, release: () => release(hold) };
    },
    releaseAll,
    async [Symbol.asyncDispose]() {
      releaseAll();
      await server.shutdown();
    },
  };
}
