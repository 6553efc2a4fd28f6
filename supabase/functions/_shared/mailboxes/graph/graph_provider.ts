import { type Clock, systemClock } from "../../platform/clock.ts";
import type { MailboxProvider, OpenContext } from "../provider.ts";
import { createTurnstile } from "../turnstile.ts";
import { GraphClient } from "./graph_client.ts";
import { readOAuthCredentials } from "../oauth_credentials.ts";
import { GraphOAuth } from "./graph_oauth.ts";
import { GraphSession } from "./graph_session.ts";
import type { GraphSettings } from "./graph_settings.ts";

/**
 * Mailboxes at Microsoft 365 and Outlook.com, over Microsoft Graph. Inbox and sent emails are read;
 * the place in each is the link to what is new that Graph gives.
 * @example createGraphProvider(settings, systemClock)
 */
export function createGraphProvider(
  settings: GraphSettings,
  clock: Clock = systemClock,
): MailboxProvider {
  const turnstile = createTurnstile();
  const oauth = new GraphOAuth(settings, clock);
  return {
    async open(stored: unknown, { address, signal, saveSecret }: OpenContext) {
      const credentials = readOAuthCredentials(stored);
      const client = new GraphClient(credentials, settings, oauth, clock, saveSecret);
      await client.prepare(signal);
      return new GraphSession(address.toLowerCase(), client, { clock, turnstile });
    },
  };
}
