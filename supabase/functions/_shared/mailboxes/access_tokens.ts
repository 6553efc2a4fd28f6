import type { Clock } from "../platform/clock.ts";
import type { OAuthCredentials } from "./oauth_credentials.ts";
import type { OAuthEndpoint } from "./oauth_endpoint.ts";
import { MailboxError, type OpenContext } from "./provider.ts";

/** Renewed this long before it ends, once a session; after that, a 401 renews it. */
const RENEWED_EARLY_MS = 240_000;

/** The tokens of one mailbox, which renew themselves. */
export class AccessTokens {
  #credentials: OAuthCredentials;
  #renewing: Promise<void> | undefined;
  #isRenewed = false;
  #isClosed = false;

  constructor(
    credentials: OAuthCredentials,
    private readonly endpoint: OAuthEndpoint,
    private readonly clock: Clock,
    private readonly saveSecret: OpenContext["saveSecret"],
  ) {
    this.#credentials = credentials;
  }

  /** Renews the access token where it is about to end. */
  async renewInTime(signal: AbortSignal): Promise<void> {
    const left = Date.parse(this.#credentials.expires_at) - this.clock().getTime();
    if (left >= RENEWED_EARLY_MS || this.#isRenewed) return;
    await this.#renew(this.#credentials.access_token, signal);
  }

  /** Sends a request with the access token, and once more with a new one after a 401. */
  async send(
    request: (accessToken: string) => Promise<Response>,
    signal: AbortSignal,
  ): Promise<Response> {
    await this.renewInTime(signal);
    const used = this.#credentials.access_token;
    const response = await request(used);
    if (response.status !== 401) return response;
    await response.body?.cancel();
    await this.#renew(used, signal);
    return await request(this.#credentials.access_token);
  }

  /** Begins no further renewal. New tokens that are on their way are saved. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#renewing?.catch(() => {});
  }

  /** Several requests may find the same token ended; it is renewed once. */
  async #renew(used: string, signal: AbortSignal): Promise<void> {
    if (this.#isClosed) throw new MailboxError("temporary", "The mailbox was closed.");
    if (this.#credentials.access_token !== used) return;
    this.#renewing ??= this.#replace(signal).finally(() => this.#renewing = undefined);
    await this.#renewing;
  }

  async #replace(signal: AbortSignal): Promise<void> {
    const renewed = await this.endpoint.refresh(this.#credentials.refresh_token, signal);
    // Only when the new refresh token is safe is anything done with it: the old one may end then.
    await this.saveSecret(renewed);
    this.#credentials = renewed;
    this.#isRenewed = true;
  }
}
