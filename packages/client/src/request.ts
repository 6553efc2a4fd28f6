import type { paths } from "./api_types.ts";
import { hideCredentials, readBaseUrl, readCredential } from "./credentials.ts";
import { type ErrorCode, type FieldError, NightshiftError } from "./errors.ts";
import { LONGEST_TIMER_MS, SYSTEM_TIMING, type Timing, withRetries } from "./retry.ts";

/** Where the API is, who asks, and how patient the client is. */
export interface ClientOptions {
  /** `https://<project-ref>.supabase.co/functions/v1/autonomous-tasks` */
  readonly url: string;
  /**
   * An ingest token, the access token of a signed-in user, or `CRON_SECRET`. A function is asked
   * before every request, so that it can give a session's newest token.
   */
  readonly token?: string | (() => string | Promise<string>);
  /** A secret key of the project, on servers only. */
  readonly secretKey?: string;
  /** Milliseconds that one request may take, from 1. 10,000 by default. */
  readonly timeoutMs?: number;
  /** Further requests after one that failed for a while, from 0. 3 by default. */
  readonly maxRetries?: number;
  /** Milliseconds that all requests of a call may take together, from 1. 20,000 by default. */
  readonly giveUpAfterMs?: number;
  /** Ends every call when it aborts; they reject with its reason. */
  readonly signal?: AbortSignal;
  /** What sends the requests; the global `fetch` by default. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Gets one line when a task could not be logged; `console.warn` by default. */
  readonly onWarning?: (message: string) => void;
}

/** What a call adds to its path. */
export interface RequestParts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly idempotencyKey?: string;
  /** False where repeating the request could count twice. True by default. */
  readonly isRepeatable?: boolean;
}

/** Sends one request to the API and returns what it answers. @throws {NightshiftError} */
export type Send = <Path extends keyof paths, Method extends "get" | "post">(
  method: Method,
  path: Path,
  parts?: RequestParts,
) => Promise<Answer<paths[Path][Method]>>;

/** The JSON of an operation's 2xx responses. */
export type Answer<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<Responses[keyof Responses & (200 | 201)]>
  : never;
type JsonOf<Response> = Response extends { content: { "application/json": infer Json } } ? Json
  : never;

/** Makes the one function through which every request goes. */
export function createSend(options: ClientOptions, timing: Timing = SYSTEM_TIMING): Send {
  const { maxRetries = 3, giveUpAfterMs = 20_000, timeoutMs = 10_000, signal } = options;
  const base = readBaseUrl(options.url);
  if (typeof options.token === "string") readCredential(options.token);

  async function attempt(url: string, init: RequestInit, leftMs: number, { hide, number }: Try) {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const stop = () => controller.abort(signal?.reason);
    signal?.addEventListener("abort", stop);
    const limitMs = Math.max(1, Math.min(timeoutMs, leftMs, LONGEST_TIMER_MS));
    const timer = setTimeout(() => controller.abort(), limitMs);
    try {
      const sent = { ...init, signal: controller.signal };
      const response = await (options.fetch ?? fetch)(url, sent);
      return { response, text: await response.text() };
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      const problem = controller.signal.aborted
        ? `no response within ${Math.round(limitMs)} ms`
        : describeCause(cause);
      const detail = `${new URL(url).origin} could not be reached: ${hide(problem)}.`;
      // Deno's error contains the URL, and with it the token of a ping.
      const shown = hide(problem) === problem ? { cause } : {};
      throw new NightshiftError("unreachable", detail, { ...shown, attempts: number });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  return async function send(method, path, parts = {}) {
    const url = base + fillPath(path, parts);
    const body = parts.body === undefined ? parts.text : JSON.stringify(parts.body);
    const answer = await withRetries(
      async (number, leftMs) => {
        const credentials = await readCredentials(options);
        const headers = createHeaders(credentials, parts);
        const sent = body === undefined ? {} : { body };
        const hide = (text: string) => hideCredentials(text, Object.values(credentials));
        // A token goes to the address that was given, and nowhere else.
        const init = {
          method: method.toUpperCase(),
          headers,
          redirect: "manual",
          ...sent,
        } as const;
        const { response, text } = await attempt(url, init, leftMs, { hide, number });
        return readAnswer(response, text, { hide, number });
      },
      // A request that was rejected for its rate has done nothing.
      ({ code }) => parts.isRepeatable !== false || code === "rate_limited",
      { maxRetries, giveUpAfterMs },
      timing,
      signal,
    );
    return answer as never;
  };
}

/** One of the requests of a call. */
interface Try {
  /** Removes the credentials from a text. */
  readonly hide: (text: string) => string;
  /** From 1. */
  readonly number: number;
}

interface Credentials {
  readonly token?: string;
  readonly secretKey?: string;
}

async function readCredentials({ token, secretKey }: ClientOptions): Promise<Credentials> {
  const bearer = readCredential(typeof token === "function" ? await token() : token);
  const key = readCredential(secretKey);
  return {
    ...(bearer === undefined ? {} : { token: bearer }),
    ...(key === undefined ? {} : { secretKey: key }),
  };
}

function createHeaders(
  { token, secretKey }: Credentials,
  { idempotencyKey, body, text }: RequestParts,
): Record<string, string> {
  return {
    accept: "application/json",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(text === undefined ? {} : { "content-type": "text/plain" }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(secretKey === undefined ? {} : { apikey: secretKey }),
    ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
  };
}

function fillPath(template: string, { path = {}, query = {} }: RequestParts): string {
  const filled = template.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(path[name] ?? ""),
  );
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return parameters.size === 0 ? filled : `${filled}?${parameters}`;
}

function readAnswer(response: Response, text: string, { hide, number }: Try): unknown {
  const answer = parseObject(text);
  if (response.ok && answer !== undefined) return answer;
  const { headers } = response;
  // A browser shows nothing of a redirect that it does not follow.
  const status = response.type === "opaqueredirect" ? 302 : response.status;
  const facts = {
    status: response.ok ? 502 : status,
    attempts: number,
    requestId: headers.get("x-request-id") ?? undefined,
    retryAfterSeconds: readSeconds(headers.get("retry-after")),
  };
  if (typeof answer?.["code"] === "string" && typeof answer["detail"] === "string") {
    const errors = Array.isArray(answer["errors"]) ? answer["errors"] as FieldError[] : undefined;
    const detail = hide(answer["detail"]);
    throw new NightshiftError(answer["code"] as ErrorCode, detail, { ...facts, errors });
  }
  // Hidden before it is cut, so that no part of a token is left.
  const start = hide(text.slice(0, 5_000).replaceAll(/\s+/g, " ")).slice(0, 200);
  const detail = `The response has status ${status} and is not from Nightshift: ${start}`;
  throw new NightshiftError("unknown_response", detail, facts);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds, or as a date such as `Fri, 27 Nov 2026 05:00:00 GMT`. */
function readSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  // Date.parse would take -5 for a month.
  const until = /^[A-Z][a-z]+, /.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, (until - Date.now()) / 1_000);
}

function describeCause(cause: unknown): string {
  const { message, cause: inner } = cause instanceof Error ? cause : new Error(String(cause));
  return inner instanceof Error && inner.message !== "" ? `${message} (${inner.message})` : message;
}
