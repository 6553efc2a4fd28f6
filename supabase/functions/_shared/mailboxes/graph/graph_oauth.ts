import * as oauth from "oauth4webapi";
import { receiveBody } from "../../http/body.ts";
import type { Clock } from "../../platform/clock.ts";
import { MailboxError } from "../provider.ts";
import type { OAuthCredentials } from "../oauth_credentials.ts";
import type { GraphSettings } from "./graph_settings.ts";

const MAX_ANSWER_BYTES = 65_536;
const DEFAULT_SECONDS = 3_600;

/** Errors after which only the user can help. */
const NEEDS_USER = new Set([
  "invalid_grant",
  "interaction_required",
  "login_required",
  "consent_required",
  "access_denied",
]);

/** Errors of the app itself: its secret has expired, or it was removed. */
const NEEDS_OPERATOR = new Set(["invalid_client", "unauthorized_client"]);

/** What a token endpoint grants. */
export interface GraphTokens {
  readonly credentials: OAuthCredentials;
  /** Scopes in lower case, without the address of Graph before them. */
  readonly scopes: readonly string[];
}

/** Microsoft's end of OAuth. */
export class GraphOAuth {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;

  constructor(private readonly settings: GraphSettings, private readonly clock: Clock) {
    const { loginUrl, clientId } = settings;
    this.#server = {
      // Microsoft names a tenant here that is not known before; nothing is signed with it.
      issuer: new URL(loginUrl).origin,
      authorization_endpoint: `${loginUrl}/authorize`,
      token_endpoint: `${loginUrl}/token`,
    };
    this.#client = { client_id: clientId };
  }

  /**
   * New tokens for a refresh token. Microsoft gives another refresh token each time.
   * @throws {MailboxError} `reconnect_needed` when Microsoft rejects it for good, else `temporary`
   */
  async refresh(refreshToken: string, signal: AbortSignal): Promise<GraphTokens> {
    return await this.#explain(signal, async () => {
      const response = await oauth.refreshTokenGrantRequest(
        this.#server,
        this.#client,
        oauth.ClientSecretPost(this.settings.clientSecret),
        refreshToken,
        this.#options(signal),
      );
      const answer = await oauth.processRefreshTokenResponse(this.#server, this.#client, response);
      return this.#toTokens(answer, refreshToken);
    });
  }

  /**
   * Tokens for the code that the browser brought back.
   * @throws {MailboxError} `reconnect_needed` when access was not given, else `temporary`
   */
  async exchange(
    parameters: URLSearchParams,
    redirectUri: string,
    codeVerifier: string,
    signal: AbortSignal,
  ): Promise<GraphTokens> {
    return await this.#explain(signal, async () => {
      const checked = oauth.validateAuthResponse(
        this.#server,
        this.#client,
        parameters,
        oauth.skipStateCheck,
      );
      const response = await oauth.authorizationCodeGrantRequest(
        this.#server,
        this.#client,
        oauth.ClientSecretPost(this.settings.clientSecret),
        checked,
        redirectUri,
        codeVerifier,
        this.#options(signal),
      );
      const answer = await oauth.processAuthorizationCodeResponse(
        this.#server,
        this.#client,
        response,
      );
      return this.#toTokens(answer, null);
    });
  }

  #options(signal: AbortSignal): oauth.TokenEndpointRequestOptions {
    const { loginUrl, requestMs } = this.settings;
    return {
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
      // A stand-in on this machine.
      [oauth.allowInsecureRequests]: loginUrl.startsWith("http:"),
      [oauth.customFetch]: (url, init) => fetchBounded(url, init, requestMs),
    };
  }

  #toTokens(answer: oauth.TokenEndpointResponse, refreshToken: string | null): GraphTokens {
    const { access_token, expires_in = DEFAULT_SECONDS, scope = "" } = answer;
    const refresh_token = answer.refresh_token ?? refreshToken;
    if (refresh_token === null) {
      throw new MailboxError(
        "reconnect_needed",
        "Microsoft gave no lasting access. Connect the mailbox again and accept all it asks for.",
      );
    }
    const expires_at = new Date(this.clock().getTime() + expires_in * 1_000).toISOString();
    const scopes = scope.toLowerCase().split(" ").map((name) => name.replace(/^https:.*\//, ""));
    return { credentials: { access_token, refresh_token, expires_at }, scopes };
  }

  async #explain<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      throw explain(error);
    }
  }
}

function explain(error: unknown): MailboxError {
  if (error instanceof MailboxError) return error;
  const isAnswer = error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.AuthorizationResponseError;
  const code = isAnswer ? error.error : "";
  // Descriptions of errors name the user.
  const cause = new Error(
    `Microsoft: ${code || (error instanceof Error ? error.name : "unknown")}`,
  );
  if (NEEDS_USER.has(code)) {
    const sentence = "Microsoft no longer gives access to this mailbox. Connect it again.";
    return new MailboxError("reconnect_needed", sentence, { cause });
  }
  const isApp = NEEDS_OPERATOR.has(code) || error instanceof oauth.WWWAuthenticateChallengeError;
  const sentence = isApp
    ? "Microsoft rejects the registered app: its secret has expired or is wrong. The operator " +
      "has to set a new one."
    : "Microsoft's login could not be reached.";
  return new MailboxError("temporary", sentence, { cause });
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
