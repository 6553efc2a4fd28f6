/**
 * IMAP over Deno's own sockets, because `node:tls` hung there on large emails and at STARTTLS. The
 * certificate is checked against the name of the host while the connection goes to an address that
 * was checked before.
 */
import type { createStreamsTransport } from "imapflow";

type Api = Parameters<typeof createStreamsTransport>[0];
type StreamsSocket = ReturnType<Api["open"]>;
type SocketInfo = Awaited<StreamsSocket["opened"]>;

/** Where to connect to. */
export interface Reach {
  /** Tried in turn. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** What the certificate must be for. */
  readonly host: string;
  /** PEM certificates that are trusted beside those of the system. */
  readonly caCertificates: readonly string[];
}

/** No TLS connection came about: an untrusted, expired or foreign certificate, or no TLS at all. */
export class TlsFailure extends Error {
  override readonly name = "TlsFailure";
}

/** The sockets that imapflow's transport is built from. */
export function createDenoSockets(reach: Reach): Api {
  return {
    open: ({ secure }) => {
      const connecting = connectAny(reach);
      return new DenoSocket(
        secure ? connecting.then((connection) => secureConnection(connection, reach)) : connecting,
      );
    },
    upgrade: (socket) => {
      if (!(socket instanceof DenoSocket)) throw new TypeError("A socket of another transport.");
      return new DenoSocket(secureConnection(socket.take(), reach));
    },
  };
}

class DenoSocket implements StreamsSocket {
  readonly opened: Promise<SocketInfo>;
  #connection: Deno.Conn | undefined;
  #isClosed = false;

  constructor(connecting: Promise<Deno.Conn>) {
    this.opened = connecting.then((connection) => {
      if (this.#isClosed) closeQuietly(connection);
      this.#connection = connection;
      return { readable: copyChunks(connection.readable), writable: connection.writable };
    });
    this.opened.catch(() => {});
  }

  /** Hands the connection over: closing this socket then leaves it open. */
  take(): Deno.TcpConn {
    const connection = this.#connection;
    this.#connection = undefined;
    if (connection === undefined) throw new Error("The connection is not open.");
    return connection as Deno.TcpConn;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#connection !== undefined) closeQuietly(this.#connection);
  }
}

/**
 * Deno reads into buffers of 64 kB and TLS fills a quarter of one: whoever keeps the chunks of a
 * large message would keep four times its size.
 */
function copyChunks(readable: ReadableStream<Uint8Array>): SocketInfo["readable"] {
  return {
    getReader: () => {
      const reader = readable.getReader();
      return {
        read: async () => {
          const { done, value } = await reader.read();
          return { done, value: value?.slice() };
        },
        releaseLock: () => reader.releaseLock(),
      };
    },
  };
}

async function connectAny({ addresses, port }: Reach): Promise<Deno.TcpConn> {
  let failure: unknown;
  for (const hostname of addresses) {
    try {
      return await Deno.connect({ hostname, port });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function secureConnection(plain: Deno.Conn, reach: Reach): Promise<Deno.TlsConn> {
  let connection: Deno.TlsConn | undefined;
  try {
    connection = await Deno.startTls(plain as Deno.TcpConn, {
      hostname: reach.host,
      caCerts: [...reach.caCertificates],
    });
    await connection.handshake();
    return connection;
  } catch (cause) {
    closeQuietly(connection ?? plain);
    throw new TlsFailure("TLS could not be started.", { cause });
  }
}

function closeQuietly(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It was closed already, or given to TLS.
  }
}
