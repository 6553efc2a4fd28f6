import type { ImapFlow } from "imapflow";
import { MailboxError, MAX_RAW_BYTES } from "../provider.ts";
import { createDenoSockets } from "./deno_transport.ts";
import type { ImapCredentials } from "./imap_credentials.ts";
import { toMailboxError } from "./imap_errors.ts";
import { provideNodeGlobals } from "./node_globals.ts";
import type { FindAddresses } from "./reach_host.ts";

/** How servers are reached. */
export interface ImapSettings {
  /** On a hosted project only public ones are found. */
  readonly findAddresses: FindAddresses;
  /** The ports that may be connected to. */
  readonly ports: readonly number[];
  /** PEM certificates that are trusted beside those of the system. */
  readonly caCertificates: readonly string[];
  /** How long connecting and logging in may take together, milliseconds. */
  readonly connectMs: number;
  /** How long one command may take, milliseconds. */
  readonly commandMs: number;
}

/** The longest line: 500,000 numbers of a search. */
const MAX_LINE_BYTES = 4 * 1_024 * 1_024;

/**
 * Connects and logs in, with TLS only.
 * @throws {MailboxError} `reconnect_needed` for wrong credentials
 */
export async function connectImap(
  credentials: ImapCredentials,
  settings: ImapSettings,
  signal: AbortSignal,
): Promise<ImapFlow> {
  const { host, port, security, username, password } = credentials;
  if (!settings.ports.includes(port)) {
    const ports = settings.ports.join(" and ");
    throw new MailboxError("temporary", `IMAP servers are reached on the ports ${ports} only.`);
  }
  let client: ImapFlow | undefined;
  const close = () => client?.close();
  return await runBounded({ close }, settings.connectMs, signal, async () => {
    const addresses = await settings.findAddresses(host);
    // It is loaded when a first mailbox needs it: it is large, and Gmail does without.
    provideNodeGlobals();
    const { createStreamsTransport, ImapFlow } = await import("imapflow");
    signal.throwIfAborted();
    client = new ImapFlow({
      host,
      port,
      secure: security === "tls",
      // Without it, a server that offers no STARTTLS would be sent the password in plain text.
      ...security === "starttls" ? { doSTARTTLS: true } : {},
      auth: { user: username, pass: password },
      clientInfo: { name: "Nightshift", vendor: false, version: false, "support-url": false },
      transport: createStreamsTransport(
        createDenoSockets({ addresses, port, host, caCertificates: settings.caCertificates }),
      ),
      logger: false,
      disableAutoIdle: true,
      // Compressed data could unfold to any size.
      disableCompression: true,
      disableAutoEnable: true,
      disableIMAP4rev2: true,
      connectionTimeout: settings.connectMs,
      greetingTimeout: settings.connectMs,
      socketTimeout: settings.commandMs,
      maxLineLength: MAX_LINE_BYTES,
      maxLiteralSize: MAX_RAW_BYTES + 65_536,
      maxResponseSize: MAX_RAW_BYTES + MAX_LINE_BYTES,
      maxResponseTokens: 200_000,
    });
    // A connection that breaks between two commands says so at the next one.
    client.on("error", () => {});
    await client.connect();
    return client;
  });
}

/**
 * Runs commands of a connection, which is closed when they take too long or are aborted.
 * @throws {MailboxError} what the failure means
 */
export async function runBounded<Result>(
  client: Pick<ImapFlow, "close"> & Partial<Pick<ImapFlow, "on" | "off">>,
  milliseconds: number,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const end = (reason: unknown) => {
    stop.reject(reason);
    client.close();
  };
  const timer = setTimeout(() => {
    end(new MailboxError("temporary", "The IMAP server did not answer in time."));
  }, milliseconds);
  const onAbort = () => end(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  // Tells more than the command, which only learns that the connection is gone.
  client.on?.("error", stop.reject);
  try {
    return await Promise.race([work(), stop.promise]);
  } catch (error) {
    signal.throwIfAborted();
    throw toMailboxError(error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    client.off?.("error", stop.reject);
  }
}
