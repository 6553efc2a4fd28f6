/** What an agent did outside of the database. */
export interface Effect {
  readonly taskId: string;
  readonly what: string;
  /** When it arrived, milliseconds since 1970. */
  readonly at: number;
}

/** A server that notes every effect, and outlives whoever causes them. */
export interface EffectsServer extends AsyncDisposable {
  readonly url: string;
  readonly effects: Effect[];
}

/** Starts the server on a free port. */
export function startEffectsServer(): EffectsServer {
  const effects: Effect[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, ({ url }) => {
    const { searchParams } = new URL(url);
    effects.push({
      taskId: searchParams.get("task") ?? "",
      what: searchParams.get("effect") ?? "",
      at: Date.now(),
    });
    return new Response(null, { status: 204 });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    effects,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
