import * as oauth from "oauth4webapi";
import type { Clock } from "../../platform/clock.ts";
import type { AuthorizeAnswer, Grant, OAuthConnection } from "../oauth_connection.ts";
import { MailboxError } from "../provider.ts";
import { GmailClient } from "./gmail_client.ts";
import { GMAIL_SCOPE, type GoogleSettings, listEndpoints } from "./google_settings.ts";
import {
  describeGoogle,
  explainTokenFailure,
  requestOptions,
  toCredentials,
} from "./google_tokens.ts";

/** Connects a Gmail mailbox in the browser. */
export function createGoogleConnection(settings: GoogleSettings, clock: Clock): OAuthConnection {
  return {
    authorizeUrl({ state, codeChallenge, redirectUri, loginHint }) {
      const url = new URL(listEndpoints(settings).authorize);
      const parameters = {
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: GMAIL_SCOPE,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
        // Without these Google gives a refresh token only the first time.
        access_type: "offline",
        prompt: "consent",
        ...(loginHint === null ? {} : { login_hint: loginHint }),
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    finish: (answer) => exchangeCode(settings, clock, answer),
  };
}

async function exchangeCode(
  settings: GoogleSettings,
  clock: Clock,
  { parameters, codeVerifier, redirectUri, signal }: AuthorizeAnswer,
): Promise<Grant> {
  const tokens = await requestTokens();
  const granted = (tokens.scope ?? "").split(" ");
  if (!granted.includes(GMAIL_SCOPE)) {
    throw notGiven("The permission to read email was not given. Leave its box checked.");
  }
  if (tokens.refresh_token === undefined) {
    throw notGiven(
      "Google gave access for an hour only. Remove the app at myaccount.google.com/permissions " +
        "and connect again.",
    );
  }
  const credentials = toCredentials(tokens, tokens.refresh_token, clock);
  const client = new GmailClient({ settings, clock, credentials, saveSecret: async () => {} });
  const { emailAddress } = await client.readProfile(signal);
  const seconds = tokens["refresh_token_expires_in"];
  return {
    address: emailAddress.toLowerCase(),
    credentials,
    tokenExpiresAt: typeof seconds === "number"
      ? new Date(clock().getTime() + seconds * 1_000)
      : null,
  };

  async function requestTokens(): Promise<oauth.TokenEndpointResponse> {
    const { server, client, authentication } = describeGoogle(settings);
    try {
      const checked = oauth.validateAuthResponse(
        server,
        client,
        parameters,
        parameters.get("state") ?? "",
      );
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        checked,
        redirectUri,
        codeVerifier,
        requestOptions(settings, signal),
      );
      return await oauth.processAuthorizationCodeResponse(server, client, response);
    } catch (error) {
      if (error instanceof oauth.AuthorizationResponseError) {
        throw notGiven("Access was denied on Google's page.");
      }
      const failure = explainTokenFailure(error);
      throw failure.kind === "reconnect_needed"
        ? notGiven("Google does not accept the code any more. Ask for a new link.")
        : failure;
    }
  }
}

function notGiven(message: string): MailboxError {
  return new MailboxError("reconnect_needed", message);
}
