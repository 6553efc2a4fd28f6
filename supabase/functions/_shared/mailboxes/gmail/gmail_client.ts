import * as z from "zod";
import type { Clock } from "../../platform/clock.ts";
import type { OAuthCredentials } from "../oauth_credentials.ts";
import { MailboxError } from "../provider.ts";
import { readText } from "../read_bytes.ts";
import { readRetryAfter } from "../retry_after.ts";
import { type GoogleSettings, listEndpoints } from "./google_settings.ts";
import { refreshTokens } from "./google_tokens.ts";

/** What a client of one mailbox works with. */
export interface GmailClientOptions {
  readonly settings: GoogleSettings;
  readonly clock: Clock;
  readonly credentials: OAuthCredentials;
  readonly saveSecret: (credentials: OAuthCredentials) => Promise<void>;
}

/** Google's answer to a request that it did not carry out. */
export class GmailRefusal extends Error {
  constructor(readonly status: number) {
    super(`Gmail answered ${status}`);
  }
}

const REQUEST_MS = 60_000;
/** A run that begins with this token does not outlive it. */
const REFRESH_BEFORE_MS = 240_000;
const MAX_ERROR_BYTES = 65_536;
const MAX_ANSWER_BYTES = 8 * 1_024 * 1_024;
const SLOW_DOWN = new Set(["rateLimitExceeded", "userRateLimitExceeded"]);

const errorSchema = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).default([]) }),
});
const profileSchema = z.object({ emailAddress: z.string(), historyId: z.string() });

/** Requests to the API of one mailbox, with tokens that renew themselves. */
export class GmailClient {
  readonly #options: GmailClientOptions;
  #credentials: OAuthCredentials;
  #refreshing: Promise<void> | null = null;
  #isRefreshed = false;

  constructor(options: GmailClientOptions) {
    this.#options = options;
    this.#credentials = options.credentials;
  }

  /** Whose mailbox it is, and its place now. */
  async readProfile(signal: AbortSignal) {
    return profileSchema.parse(await this.readJson("profile", {}, signal));
  }

  /** The JSON of an answer, at most 8 MB. @throws as {@link request} */
  async readJson(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const response = await this.request(path, query, signal);
    const text = await readText(response, MAX_ANSWER_BYTES);
    if (text === null) throw new MailboxError("temporary", "An answer of Gmail was too large.");
    return JSON.parse(text);
  }

  /**
   * An answer with status 2xx, its body unread.
   * @throws {MailboxError} `back_off`, `reconnect_needed` or `temporary`
   * @throws {GmailRefusal} for 400 and 404, whose meaning depends on what was asked
   */
  async request(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response> {
    await this.#renewInTime(signal);
    const used = this.#credentials.access_token;
    const response = await this.#send(path, query, signal);
    if (response.status !== 401) return await judge(response);
    await response.body?.cancel();
    if (used === this.#credentials.access_token) await this.#renewOnce(signal);
    return await judge(await this.#send(path, query, signal));
  }

  async #send(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response> {
    const url = new URL(`${listEndpoints(this.#options.settings).gmail}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return await fetch(url, {
      headers: { authorization: `Bearer ${this.#credentials.access_token}` },
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
    });
  }

  async #renewInTime(signal: AbortSignal): Promise<void> {
    const endsAt = Date.parse(this.#credentials.expires_at);
    const isFresh = endsAt - this.#options.clock().getTime() > REFRESH_BEFORE_MS;
    if (!isFresh && !this.#isRefreshed) await this.#renewOnce(signal);
  }

  /** Requests that run at the same time share one renewal, and a session has one. */
  async #renewOnce(signal: AbortSignal): Promise<void> {
    if (this.#isRefreshed) return;
    this.#refreshing ??= this.#renew(signal);
    await this.#refreshing;
  }

  async #renew(signal: AbortSignal): Promise<void> {
    const { settings, clock, saveSecret } = this.#options;
    try {
      const renewed = await refreshTokens(
        settings,
        this.#credentials.refresh_token,
        clock,
        signal,
      );
      await saveSecret(renewed);
      this.#credentials = renewed;
      this.#isRefreshed = true;
    } finally {
      this.#refreshing = null;
    }
  }
}

async function judge(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { status } = response;
  if (status === 400 || status === 404) {
    await response.body?.cancel();
    throw new GmailRefusal(status);
  }
  const isTooFast = status === 429 || (status === 403 && await asksToSlowDown(response));
  const retryAfterSeconds = readRetryAfter(response.headers);
  if (!response.bodyUsed) await response.body?.cancel();
  throw isTooFast
    ? new MailboxError("back_off", "Gmail asks to wait: too many requests for this mailbox.", {
      retryAfterSeconds,
    })
    : new MailboxError("temporary", `Gmail answered with status ${status}.`, { retryAfterSeconds });
}

async function asksToSlowDown(response: Response): Promise<boolean> {
  try {
    const text = await readText(response, MAX_ERROR_BYTES);
    const { error } = errorSchema.parse(JSON.parse(text ?? ""));
    return error.errors.some(({ reason }) => SLOW_DOWN.has(reason));
  } catch {
    return false;
  }
}
