import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** A network that can be cut between a function and its project. */
export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** Where requests go, once that is known. */
  target: string;
  /** Cuts off the next request before it arrives, or its answer on the way back. */
  cut(what: "request" | "answer"): void;
}

/** Starts a proxy for HTTP on a free port. */
export async function startProxy(): Promise<Proxy> {
  let cutNext: "request" | "answer" | null = null;

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cut = cutNext;
    cutNext = null;
    const body = await buffer(request);
    if (cut === "request") return void request.socket.destroy();
    const answer = await fetch(`${proxy.target}${request.url}`, {
      method: request.method ?? "GET",
      headers: copyHeaders(request),
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (cut === "answer") return void request.socket.destroy();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(bytes);
  }

  const server = createServer((request, response) => {
    // Whoever asked may be dead by now.
    forward(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const proxy: Proxy = {
    url: `http://127.0.0.1:${address.port}`,
    target: "",
    cut: (what) => void (cutNext = what),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function copyHeaders({ headers }: IncomingMessage): Headers {
  const copy = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (/^(?:host|connection|content-length|transfer-encoding)$/.test(name)) continue;
    copy.set(name, String(value));
  }
  return copy;
}
