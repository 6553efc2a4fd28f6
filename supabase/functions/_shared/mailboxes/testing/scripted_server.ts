/** A server whose every word a test decides, in plain text or behind TLS. */
export interface ScriptedServer extends AsyncDisposable {
  readonly port: number;
  /** Everything that clients sent. */
  readonly received: string;
}

/** Says something to the client; rejects when the connection is gone. */
export type Say = (text: string | Uint8Array) => Promise<void>;

/** What the server does. */
export interface Script {
  /** When somebody connects. */
  greet(say: Say): Promise<void>;
  /** For each line of the client: its tag, and the rest. */
  answer(tag: string, command: string, say: Say): Promise<void>;
}

/** Starts a server on 127.0.0.1; with a certificate it speaks TLS from the first byte. */
export function startScripted(
  script: Script,
  tls?: { readonly cert: string; readonly key: string },
): ScriptedServer {
  const place = { hostname: "127.0.0.1", port: 0 };
  const listener: Deno.Listener = tls === undefined
    ? Deno.listen(place)
    : Deno.listenTls({ ...place, ...tls });
  const connections = new Set<Deno.Conn>();
  let received = "";
  const serve = async (connection: Deno.Conn) => {
    const encoder = new TextEncoder();
    const say: Say = async (text) => {
      const bytes = typeof text === "string" ? encoder.encode(text) : text;
      for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
    };
    await script.greet(say);
    const buffer = new Uint8Array(65_536);
    const decoder = new TextDecoder();
    let rest = "";
    for (let read = await connection.read(buffer); read !== null;) {
      const text = decoder.decode(buffer.subarray(0, read));
      received += text;
      const lines = (rest + text).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [tag = "", ...words] = line.split(" ");
        await script.answer(tag, words.join(" "), say);
      }
      read = await connection.read(buffer);
    }
  };
  const running = (async () => {
    for await (const connection of listener) {
      connections.add(connection);
      // The client hangs up in the middle of most scripts.
      serve(connection).catch(() => {}).finally(() => closeQuietly(connection));
    }
  })();
  return {
    port: (listener.addr as Deno.NetAddr).port,
    get received() {
      return received;
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of connections) closeQuietly(connection);
      await running.catch(() => {});
    },
  };
}

function closeQuietly(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It was closed already.
  }
}
