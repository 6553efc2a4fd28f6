import * as z from "zod";
import type { AccessTokens } from "../access_tokens.ts";
import { MailboxError } from "../provider.ts";
import { readText } from "../read_bytes.ts";
import { readRetryAfter } from "../retry_after.ts";

/** Google's answer to a request that it did not carry out. */
export class GmailRefusal extends Error {
  constructor(readonly status: number) {
    super(`Gmail answered ${status}`);
  }
}

const REQUEST_MS = 60_000;
const MAX_ERROR_BYTES = 65_536;
const MAX_ANSWER_BYTES = 8 * 1_024 * 1_024;
const SLOW_DOWN = new Set(["rateLimitExceeded", "userRateLimitExceeded"]);

const errorSchema = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).default([]) }),
});
const profileSchema = z.object({ emailAddress: z.string(), historyId: z.string() });

/** Requests to the API of one mailbox. */
export class GmailClient {
  /** @param url where the API of the mailbox is */
  constructor(private readonly tokens: AccessTokens, private readonly url: string) {}

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
    const url = new URL(`${this.url}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const send = (accessToken: string) =>
      fetch(url, {
        headers: { authorization: `Bearer ${accessToken}` },
        redirect: "error",
        signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
      });
    return await judge(await this.tokens.send(send, signal));
  }

  /** New tokens that are on their way are saved. */
  async close(): Promise<void> {
    await this.tokens.close();
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
