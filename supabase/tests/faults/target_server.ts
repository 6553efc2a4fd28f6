/** What a faulty target does with one request instead of passing it on to the function. */
export type Behaviour =
  | {
    readonly kind: "answer";
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  }
  /** Takes the request and says nothing. */
  | { readonly kind: "silence" }
  /** Has the function do the work and keeps its answer. */
  | { readonly kind: "swallow_answer" };

/**
 * A loopback server in front of the function that misbehaves as told, then passes everything on.
 */
export interface TargetServer extends AsyncDisposable {
  /** For `world.sendThrough`. */
  readonly url: string;
  /** Resolves when the first request has come in. */
  readonly taken: Promise<void>;
  /** How many requests came in. */
  readonly requests: () => number;
}

/** Starts a target in front of the function at `functionUrl`; `plan` is for its first requests. */
export function startTarget(functionUrl: string, plan: readonly Behaviour[]): TargetServer {
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) =>
    ending.signal.addEventListener("abort", () => resolve())
  );
  const taken = Promise.withResolvers<void>();
  const planned = [...plan];
  let count = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      count++;
      taken.resolve();
      const behaviour = planned.shift();
      const body = await request.text();
      if (behaviour?.kind === "answer") {
        const { status, headers = {}, body: text = "" } = behaviour;
        return new Response(text, { status, headers });
      }
      if (behaviour?.kind !== "silence") {
        const headers = new Headers(request.headers);
        headers.delete("host");
        const answer = await fetch(functionUrl, { method: "POST", headers, body });
        if (behaviour === undefined) return answer;
        await answer.body?.cancel();
      }
      await ended;
      return new Response(null, { status: 204 });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    taken: taken.promise,
    requests: () => count,
    async [Symbol.asyncDispose]() {
      ending.abort();
      await server.shutdown();
    },
  };
}

/** A loopback port that answers every connection with bytes that are no HTTP. */
export function startGarbage(): { readonly url: string } & AsyncDisposable {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = (async () => {
    for await (const connection of listener) {
      await connection.read(new Uint8Array(65_536));
      await connection.write(new Uint8Array([0, 255, 1, 254, 13, 10, 13, 10]));
      connection.close();
    }
  })();
  return {
    url: `http://127.0.0.1:${listener.addr.port}/`,
    async [Symbol.asyncDispose]() {
      listener.close();
      await serving;
    },
  };
}
