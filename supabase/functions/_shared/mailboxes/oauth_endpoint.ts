import * as oauth from "oauth4webapi";
import { receiveBody } from "../http/body.ts";
import type { Clock } from "../platform/clock.ts";
import type { AuthorizeAnswer, AuthorizeRequest } from "./oauth_connection.ts";
import type { OAuthCredentials } from "./oauth_credentials.ts";
import { MailboxError } from "./provider.ts";

/** The app that is registered with a provider, and where the provider is. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly issuer: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** What is asked for, with spaces between. */
  readonly scope: string;
  /** How long one request may take, milliseconds. */
  readonly requestMs: number;
  /** What it means that tokens were not given, for a code or once more. */
  explain(error: unknown, asked: "by_code" | "again"): MailboxError;
}

const MAX_ANSWER_BYTES = 65_536;
/** Where an answer gives no lifetime, an access token works for an hour. */
const DEFAULT_SECONDS = 3_600;

/** A provider's end of OAuth. */
export class OAuthEndpoint {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;

  constructor(private readonly app: OAuthApp, private readonly clock: Clock) {
    this.#server = {
      issuer: app.issuer,
      authorization_endpoint: app.authorizeUrl,
      token_endpoint: app.tokenUrl,
    };
    this.#client = { client_id: app.clientId };
  }

  /** The link that the user opens. @param more what this provider wants to be told besides */
  writeLink(
    { state, codeChallenge, redirectUri }: AuthorizeRequest,
    more: Readonly<Record<string, string>>,
  ): string {
    const url = new URL(this.app.authorizeUrl);
    url.search = new URLSearchParams({
      client_id: this.app.clientId,
      redirect_uri: redirectUri,
      response_type: "code",
      scope: this.app.scope,
      state,
      code_challenge: codeChallenge,
      code_challenge_method: "S256",
      ...more,
    }).toString();
    return url.href;
  }

  /**
   * The answer to the code that the browser brought back.
   * @throws {MailboxError} `reconnect_needed` when access was not given, else `temporary`
   */
  async exchange(
    { parameters, codeVerifier, redirectUri, signal }: AuthorizeAnswer,
  ): Promise<oauth.TokenEndpointResponse> {
    try {
      const response = await oauth.authorizationCodeGrantRequest(
        this.#server,
        this.#client,
        oauth.ClientSecretPost(this.app.clientSecret),
        oauth.validateAuthResponse(this.#server, this.#client, parameters, oauth.skipStateCheck),
        redirectUri,
        codeVerifier,
        this.#options(signal),
      );
      return await oauth.processAuthorizationCodeResponse(this.#server, this.#client, response);
    } catch (error) {
      throw this.#explain(error, "by_code", signal);
    }
  }

  /**
   * New tokens for a refresh token, which Microsoft replaces each time.
   * @throws {MailboxError} `reconnect_needed` when it is rejected for good, else `temporary`
   */
  async refresh(refreshToken: string, signal: AbortSignal): Promise<OAuthCredentials> {
    try {
      const response = await oauth.refreshTokenGrantRequest(
        this.#server,
        this.#client,
        oauth.ClientSecretPost(this.app.clientSecret),
        refreshToken,
        this.#options(signal),
      );
      const answer = await oauth.processRefreshTokenResponse(this.#server, this.#client, response);
      return this.toCredentials(answer, refreshToken);
    } catch (error) {
      throw this.#explain(error, "again", signal);
    }
  }

  /** The tokens of an answer as Vault keeps them. */
  toCredentials(answer: oauth.TokenEndpointResponse, refreshToken: string): OAuthCredentials {
    const { access_token, refresh_token = refreshToken, expires_in = DEFAULT_SECONDS } = answer;
    const expires_at = new Date(this.clock().getTime() + expires_in * 1_000).toISOString();
    return { access_token, refresh_token, expires_at };
  }

  #options(signal: AbortSignal): oauth.TokenEndpointRequestOptions {
    const { tokenUrl, requestMs } = this.app;
    return {
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
      // A stand-in on this machine has no certificate.
      [oauth.allowInsecureRequests]: tokenUrl.startsWith("http:"),
      [oauth.customFetch]: (url, init) => fetchBounded(url, init, requestMs),
    };
  }

  #explain(error: unknown, asked: "by_code" | "again", signal: AbortSignal): MailboxError {
    signal.throwIfAborted();
    return this.app.explain(error, asked);
  }
}

/** Reads the answer here, bounded, so that nobody else has to. */
async function fetchBounded(
  url: string,
  init: oauth.CustomFetchOptions<"POST", URLSearchParams>,
  withinMs: number,
): Promise<Response> {
  const { method, headers, body, redirect, signal } = init;
  const response = await fetch(url, { method, headers, body, redirect, signal: signal ?? null });
  const { bytes, end } = await receiveBody(response, { maxBytes: MAX_ANSWER_BYTES, withinMs });
  if (end !== "complete") {
    await response.body?.cancel().catch(() => {});
    throw new TypeError("The answer was too large or came too slowly.");
  }
  const { status, headers: received } = response;
  return new Response(bytes, { status, headers: received });
}
