import { type Clock, systemClock } from "../../platform/clock.ts";
import { AccessTokens } from "../access_tokens.ts";
import { readOAuthCredentials } from "../oauth_credentials.ts";
import { OAuthEndpoint } from "../oauth_endpoint.ts";
import type { MailboxProvider, OpenContext } from "../provider.ts";
import { createTurnstile } from "../turnstile.ts";
import { describeMicrosoft, type GraphSettings } from "./graph_app.ts";
import { GraphClient } from "./graph_client.ts";
import { GraphSession } from "./graph_session.ts";

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
  const endpoint = new OAuthEndpoint(describeMicrosoft(settings), clock);
  return {
    async open(stored: unknown, { address, signal, saveSecret }: OpenContext) {
      const credentials = readOAuthCredentials(stored);
      const tokens = new AccessTokens(credentials, endpoint, clock, saveSecret);
      await tokens.renewInTime(signal);
      const client = new GraphClient(tokens, settings);
      return new GraphSession(address.toLowerCase(), client, { clock, turnstile });
    },
  };
}
