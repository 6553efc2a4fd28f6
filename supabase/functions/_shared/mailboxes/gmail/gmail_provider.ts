import type { Clock } from "../../platform/clock.ts";
import { readOAuthCredentials } from "../oauth_credentials.ts";
import type { MailboxProvider } from "../provider.ts";
import { GmailClient } from "./gmail_client.ts";
import { GmailSession } from "./gmail_session.ts";
import type { GoogleSettings } from "./google_settings.ts";
import { createTurnstile } from "../turnstile.ts";

/**
 * Gmail mailboxes, read with the scope `gmail.readonly`.
 * @example createGmailProvider({ clientId, clientSecret, baseUrl: null }, systemClock)
 */
export function createGmailProvider(settings: GoogleSettings, clock: Clock): MailboxProvider {
  const turnstile = createTurnstile();
  return {
    open(stored, { address, saveSecret }) {
      const credentials = readOAuthCredentials(stored);
      const client = new GmailClient({ settings, clock, credentials, saveSecret });
      return Promise.resolve(new GmailSession(address, client, { clock, turnstile }));
    },
  };
}
