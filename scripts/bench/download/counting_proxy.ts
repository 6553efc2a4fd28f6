import { createServer } from "node:http";
import { connect, type Socket } from "node:net";

/** A proxy on this machine that counts what comes back through it. */
export interface CountingProxy extends Disposable {
  readonly url: string;
  /** Bytes received so far by host, with what TLS adds and without what TCP adds. */
  readonly receivedBytes: ReadonlyMap<string, number>;
}

/** Starts a proxy for HTTPS. It opens nothing: it passes bytes on and counts them. */
export async function startCountingProxy(): Promise<CountingProxy> {
  const receivedBytes = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on("connect", (request, client, head) => {
    const { hostname, port } = new URL(`http://${request.url}`);
    const upstream = connect(Number(port || 443), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const socket of [upstream, client as Socket]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
    upstream.on("data", (bytes: Uint8Array) => {
      receivedBytes.set(hostname, (receivedBytes.get(hostname) ?? 0) + bytes.length);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    receivedBytes,
    [Symbol.dispose]: () => {
      for (const socket of sockets) socket.destroy();
      // Its callback waits for tunnels that nobody counts as connections, so nobody waits for it.
      server.close();
    },
  };
}
