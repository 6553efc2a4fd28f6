import type { Clock } from "../../platform/clock.ts";
import { MailboxError, type OpenContext } from "../provider.ts";
import type { OAuthCredentials } from "../oauth_credentials.ts";
import { readErrorCode, toGraphError } from "./graph_errors.ts";
import type { GraphOAuth } from "./graph_oauth.ts";
import type { GraphSettings } from "./graph_settings.ts";
import { readBytes } from "../read_bytes.ts";

const MAX_ERROR_BYTES = 65_536;
const MAX_JSON_BYTES = 8 * 1_024 * 1_024;
/** An access token is replaced this long before it ends. */
const RENEWED_EARLY_MS = 120_000;

/** What one request asks for. */
export interface GraphRequest {
  readonly signal: AbortSignal;
  /** Awaited once when more than a megabyte comes. */
  readonly onLarge?: () => Promise<void>;
  /** Most entries of a page. */
  readonly pageSize?: number;
}

/** Bytes of an answer; null where they are more than allowed. */
export type GraphBytes = Uint8Array | null;

/** Requests to Graph in the name of one mailbox, with tokens that it renews. */
export class GraphClient {
  #credentials: OAuthCredentials;
  #renewing: Promise<void> | undefined;
  readonly #end = new AbortController();

  constructor(
    credentials: OAuthCredentials,
    private readonly settings: GraphSettings,
    private readonly oauth: GraphOAuth,
    private readonly clock: Clock,
    private readonly saveSecret: OpenContext["saveSecret"],
  ) {
    this.#credentials = credentials;
  }

  /** Renews the access token where it is about to end. */
  async prepare(signal: AbortSignal): Promise<void> {
    const left = Date.parse(this.#credentials.expires_at) - this.clock().getTime();
    if (left < RENEWED_EARLY_MS) await this.#renew(this.#credentials.access_token, signal);
  }

  /**
   * A document; null when there is none (404).
   * @param target a path from the root of Graph, or a link that Graph gave
   * @throws {MailboxError}
   */
  async getJson(target: string, request: GraphRequest): Promise<unknown> {
    const bytes = await this.#get(target, request, MAX_JSON_BYTES);
    if (bytes === "none") return null;
    try {
      if (bytes !== null) return JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      // It says nothing that may be told.
    }
    throw new MailboxError("temporary", "Microsoft's answer could not be read.");
  }

  /** The bytes of an answer, `none` for 404. */
  async getBytes(
    target: string,
    request: GraphRequest,
    maxBytes: number,
  ): Promise<GraphBytes | "none"> {
    return await this.#get(target, request, maxBytes);
  }

  /**
   * Ends what is still under way: a request that failed leaves those beside it. New tokens that are
   * on their way are saved.
   */
  async close(): Promise<void> {
    this.#end.abort();
    await this.#renewing?.catch(() => {});
  }

  async #get(
    target: string,
    request: GraphRequest,
    maxBytes: number,
  ): Promise<GraphBytes | "none"> {
    const url = this.#toUrl(target);
    await this.prepare(request.signal);
    const used = this.#credentials.access_token;
    let response = await this.#fetch(url, request);
    if (response.status === 401) {
      await response.body?.cancel();
      await this.#renew(used, request.signal);
      response = await this.#fetch(url, request);
    }
    const isFound = response.status === 200;
    const bytes = await readBytes(response, isFound ? maxBytes : MAX_ERROR_BYTES, request.onLarge)
      .catch((cause: unknown) => {
        request.signal.throwIfAborted();
        throw new MailboxError("temporary", "Microsoft's answer broke off.", { cause });
      });
    if (isFound) return bytes;
    const code = readErrorCode(bytes ?? new Uint8Array());
    if (response.status === 404 && !code.startsWith("Mailbox")) return "none";
    throw toGraphError(response.status, response.headers, code);
  }

  async #fetch(url: URL, { signal, pageSize }: GraphRequest): Promise<Response> {
    const preferences = [
      // An id that stays the same when somebody files the message away.
      'IdType="ImmutableId"',
      ...pageSize === undefined ? [] : [`odata.maxpagesize=${pageSize}`],
    ];
    try {
      return await fetch(url, {
        headers: {
          authorization: `Bearer ${this.#credentials.access_token}`,
          prefer: preferences.join(", "),
        },
        redirect: "manual",
        signal: AbortSignal.any([
          signal,
          this.#end.signal,
          AbortSignal.timeout(this.settings.requestMs),
        ]),
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw new MailboxError("temporary", "Microsoft could not be reached.", { cause });
    }
  }

  /** Several requests may find the same token ended; it is renewed once. */
  async #renew(used: string, signal: AbortSignal): Promise<void> {
    this.#end.signal.throwIfAborted();
    if (this.#credentials.access_token !== used) return;
    this.#renewing ??= this.#replaceTokens(signal).finally(() => this.#renewing = undefined);
    await this.#renewing;
  }

  async #replaceTokens(signal: AbortSignal): Promise<void> {
    const { credentials } = await this.oauth.refresh(this.#credentials.refresh_token, signal);
    // Only when the new refresh token is safe is anything done with it: the old one may end then.
    await this.saveSecret(credentials);
    this.#credentials = credentials;
  }

  /** The token goes to Graph only, whatever a link says. */
  #toUrl(target: string): URL {
    const { graphUrl } = this.settings;
    if (target.startsWith("/")) return new URL(`${graphUrl}${target}`);
    const link = URL.canParse(target) ? new URL(target) : null;
    if (link?.href.startsWith(`${graphUrl}/`) && link.username === "" && link.password === "") {
      return link;
    }
    throw new MailboxError("temporary", "Microsoft named a page that is not its own.");
  }
}
