import type { AccessTokens } from "../access_tokens.ts";
import { MailboxError } from "../provider.ts";
import { readBytes } from "../read_bytes.ts";
import type { GraphSettings } from "./graph_app.ts";
import { readErrorCode, toGraphError } from "./graph_errors.ts";

const MAX_ERROR_BYTES = 65_536;
const MAX_JSON_BYTES = 8 * 1_024 * 1_024;

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

/** Requests to Graph in the name of one mailbox. */
export class GraphClient {
  readonly #end = new AbortController();

  constructor(
    private readonly tokens: AccessTokens,
    private readonly settings: GraphSettings,
  ) {}

  /**
   * A document; null when there is none (404).
   * @param target a path from the root of Graph, or a link that Graph gave
   * @throws {MailboxError}
   */
  async getJson(target: string, request: GraphRequest): Promise<unknown> {
    const bytes = await this.getBytes(target, request, MAX_JSON_BYTES);
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
    const url = this.#toUrl(target);
    const send = (accessToken: string) => this.#fetch(url, accessToken, request);
    const response = await this.tokens.send(send, request.signal);
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

  /**
   * Ends what is still under way: a request that failed leaves those beside it. New tokens that are
   * on their way are saved.
   */
  async close(): Promise<void> {
    this.#end.abort();
    await this.tokens.close();
  }

  async #fetch(
    url: URL,
    accessToken: string,
    { signal, pageSize }: GraphRequest,
  ): Promise<Response> {
    const preferences = [
      // An id that stays the same when somebody files the message away.
      'IdType="ImmutableId"',
      ...pageSize === undefined ? [] : [`odata.maxpagesize=${pageSize}`],
    ];
    try {
      return await fetch(url, {
        headers: {
          authorization: `Bearer ${accessToken}`,
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
