import type { Clock } from "../../platform/clock.ts";
import { AccessTokens } from "../access_tokens.ts";
import { readOAuthCredentials } from "../oauth_credentials.ts";
import { OAuthEndpoint } from "../oauth_endpoint.ts";
import type { MailboxProvider } from "../provider.ts";
import { createTurnstile } from "../turnstile.ts";
import { GmailClient } from "./gmail_client.ts";
import { GmailSession } from "./gmail_session.ts";
import { describeGoogle, findGmail, type GoogleSettings } from "./google_app.ts";

/**
 * Gmail mailboxes, read with the scope `gmail.readonly`.
 * @example createGmailProvider({ clientId, clientSecret, baseUrl: null }, systemClock)
 */
export function createGmailProvider(settings: GoogleSettings, clock: Clock): MailboxProvider {
  const turnstile = createTurnstile();
  const endpoint = new OAuthEndpoint(describeGoogle(settings), clock);
  return {
    open(stored, { address, saveSecret }) {
      const credentials = readOAuthCredentials(stored);
      const tokens = new AccessTokens(credentials, endpoint, clock, saveSecret);
      const client = new GmailClient(tokens, findGmail(settings));
      return Promise.resolve(new GmailSession(address, client, { clock, turnstile }));
    },
  };
}
