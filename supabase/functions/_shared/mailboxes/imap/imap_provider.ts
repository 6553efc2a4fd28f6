import { type Clock, systemClock } from "../../platform/clock.ts";
import type { MailboxProvider, MailboxSession, OpenContext } from "../provider.ts";
import { createTurnstile } from "../turnstile.ts";
import { connectImap, type ImapSettings } from "./imap_client.ts";
import { readImapCredentials } from "./imap_credentials.ts";
import { ImapSession } from "./imap_session.ts";
import { findPublicAddresses } from "./reach_host.ts";

/** As a hosted project uses it: public servers, the two ports of IMAP, known certificates. */
const IMAP_DEFAULTS: ImapSettings = {
  findAddresses: (host) => findPublicAddresses(host),
  ports: [993, 143],
  caCertificates: [],
  connectMs: 20_000,
  commandMs: 45_000,
};

/**
 * Mailboxes over IMAP, for everybody who has neither Gmail nor Microsoft 365. Inbox and sent emails
 * are read; the place in each is its UIDVALIDITY and the last UID.
 * @example createImapProvider({ findAddresses: createAddressFinder(["imap.internal"]) })
 */
export function createImapProvider(
  settings: Partial<ImapSettings> = {},
  clock: Clock = systemClock,
): MailboxProvider {
  const turnstile = createTurnstile();
  const complete = { ...IMAP_DEFAULTS, ...settings };
  return {
    async open(stored: unknown, context: OpenContext): Promise<MailboxSession> {
      const credentials = readImapCredentials(stored);
      const client = await connectImap(credentials, complete, context.signal);
      const { commandMs } = complete;
      const address = context.address.toLowerCase();
      return new ImapSession(client, { address, commandMs, clock, turnstile });
    },
  };
}
