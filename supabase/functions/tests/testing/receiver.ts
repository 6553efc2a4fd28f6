/** A request that the receiver got, read to its end. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * A receiver of alerts on this machine: keeps what it gets, and answers 200 unless told otherwise.
 */
export function startReceiver() {
  const received: Received[] = [];
  const answers = new Map<string, () => Response>();
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (r) => {
    const { pathname } = new URL(r.url);
    const text = await r.text();
    received.push({ path: pathname, headers: Object.fromEntries(r.headers), text });
    return answers.get(pathname)?.() ?? Response.json({ id: "1" });
  });

  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    /** Takes out what came for a path. */
    takeFor(path: string): Received[] {
      const taken = received.filter((request) => request.path === path);
      received.splice(0, received.length, ...received.filter((request) => request.path !== path));
      return taken;
    },
    /** Answers a path with a status and JSON from now on. */
    answer(path: string, status: number, body: unknown): void {
      answers.set(path, () => Response.json(body, { status }));
    },
    stop: () => server.shutdown(),
  };
}
