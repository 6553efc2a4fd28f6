/** A way to a server on which connections break at random. */
export interface CuttingProxy extends AsyncDisposable {
  readonly port: number;
  /** No more breaks from here on. */
  calm(): void;
}

/**
 * Starts a proxy to a port of this machine.
 * @param chance how likely a connection breaks, somewhere in its first 40 kB, 0–1
 */
export function startCuttingProxy(
  target: number,
  { random, chance }: { readonly random: () => number; readonly chance: number },
): CuttingProxy {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const open = new Set<Deno.Conn>();
  let isCalm = false;
  const end = (connection: Deno.Conn) => {
    open.delete(connection);
    try {
      connection.close();
    } catch {
      // It was closed already.
    }
  };
  const serve = async (client: Deno.Conn) => {
    const server = await Deno.connect({ hostname: "127.0.0.1", port: target });
    for (const connection of [client, server]) open.add(connection);
    let left = isCalm || random() >= chance ? Infinity : random() * 40_000;
    const pass = async (from: Deno.Conn, to: Deno.Conn) => {
      const buffer = new Uint8Array(16_384);
      for (let read = await from.read(buffer); read !== null && left > 0;) {
        left -= read;
        for (let at = 0; at < read;) at += await to.write(buffer.subarray(at, read));
        read = await from.read(buffer);
      }
    };
    await Promise.race([pass(client, server), pass(server, client)]).catch(() => {});
    for (const connection of [client, server]) end(connection);
  };
  const running = (async () => {
    for await (const client of listener) serve(client).catch(() => end(client));
  })();
  return {
    port: listener.addr.port,
    calm: () => void (isCalm = true),
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of open) end(connection);
      await running.catch(() => {});
    },
  };
}
