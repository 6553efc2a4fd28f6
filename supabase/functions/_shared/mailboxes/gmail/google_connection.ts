import type { Clock } from "../../platform/clock.ts";
import { AccessTokens } from "../access_tokens.ts";
import type { AuthorizeAnswer, Grant, OAuthConnection } from "../oauth_connection.ts";
import { OAuthEndpoint } from "../oauth_endpoint.ts";
import { GmailClient } from "./gmail_client.ts";
import {
  describeGoogle,
  findGmail,
  GMAIL_SCOPE,
  type GoogleSettings,
  notGiven,
} from "./google_app.ts";

/** Connects a Gmail mailbox in the browser. */
export function createGoogleConnection(settings: GoogleSettings, clock: Clock): OAuthConnection {
  const endpoint = new OAuthEndpoint(describeGoogle(settings), clock);
  return {
    authorizeUrl: (request) =>
      endpoint.writeLink(request, {
        // Without these Google gives a refresh token only the first time.
        access_type: "offline",
        prompt: "consent",
        ...(request.loginHint === null ? {} : { login_hint: request.loginHint }),
      }),
    finish,
  };

  async function finish(answer: AuthorizeAnswer): Promise<Grant> {
    const tokens = await endpoint.exchange(answer);
    if (!(tokens.scope ?? "").split(" ").includes(GMAIL_SCOPE)) {
      throw notGiven("The permission to read email was not given. Leave its box checked.");
    }
    if (tokens.refresh_token === undefined) {
      throw notGiven(
        "Google gave access for an hour only. Remove the app at " +
          "myaccount.google.com/permissions and connect again.",
      );
    }
    const credentials = endpoint.toCredentials(tokens, tokens.refresh_token);
    const access = new AccessTokens(credentials, endpoint, clock, async () => {});
    const { emailAddress } = await new GmailClient(access, findGmail(settings))
      .readProfile(answer.signal);
    const seconds = tokens["refresh_token_expires_in"];
    return {
      address: emailAddress.toLowerCase(),
      credentials,
      tokenExpiresAt: typeof seconds === "number"
        ? new Date(clock().getTime() + seconds * 1_000)
        : null,
    };
  }
}
