import * as oauth from "oauth4webapi";
import type { Clock } from "../../platform/clock.ts";
import type { OAuthCredentials } from "../oauth_credentials.ts";
import { MailboxError } from "../provider.ts";
import { type GoogleSettings, listEndpoints } from "./google_settings.ts";

/** Where no lifetime is given, an access token of Google's works for an hour. */
const DEFAULT_SECONDS = 3_600;
const REQUEST_MS = 20_000;

/** Google as the OAuth library knows it. */
export function describeGoogle(settings: GoogleSettings) {
  const { issuer, authorize, token } = listEndpoints(settings);
  const server: oauth.AuthorizationServer = {
    issuer,
    authorization_endpoint: authorize,
    token_endpoint: token,
  };
  const client: oauth.Client = { client_id: settings.clientId };
  return { server, client, authentication: oauth.ClientSecretPost(settings.clientSecret) };
}

/** Options of one request; a stand-in on loopback has no certificate. */
export function requestOptions({ baseUrl }: GoogleSettings, signal: AbortSignal) {
  return {
    signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
    [oauth.allowInsecureRequests]: baseUrl?.startsWith("http://") ?? false,
  };
}

/** The tokens of an answer as Vault keeps them. */
export function toCredentials(
  answer: oauth.TokenEndpointResponse,
  refreshToken: string,
  clock: Clock,
): OAuthCredentials {
  const seconds = answer.expires_in ?? DEFAULT_SECONDS;
  return {
    refresh_token: answer.refresh_token ?? refreshToken,
    access_token: answer.access_token,
    expires_at: new Date(clock().getTime() + seconds * 1_000).toISOString(),
  };
}

/**
 * A new access token.
 * @throws {MailboxError} `reconnect_needed` when Google no longer knows the refresh token; anything
 * else is `temporary`.
 */
export async function refreshTokens(
  settings: GoogleSettings,
  refreshToken: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<OAuthCredentials> {
  const { server, client, authentication } = describeGoogle(settings);
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      authentication,
      refreshToken,
      requestOptions(settings, signal),
    );
    const answer = await oauth.processRefreshTokenResponse(server, client, response);
    return toCredentials(answer, refreshToken, clock);
  } catch (error) {
    throw explainTokenFailure(error);
  }
}

/** What a failed request for tokens means. */
export function explainTokenFailure(error: unknown): MailboxError {
  if (error instanceof MailboxError) return error;
  if (error instanceof oauth.ResponseBodyError && error.error === "invalid_grant") {
    return new MailboxError(
      "reconnect_needed",
      "Google no longer accepts the access. It was withdrawn, or has expired. Connect it again.",
    );
  }
  // No cause: it may hold what was sent.
  return new MailboxError("temporary", "Google did not give a new access token.");
}
