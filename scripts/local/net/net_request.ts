import { Buffer } from "node:buffer";

const USER_AGENT = "pg_net/0.20.0";
const MAX_REDIRECTS = 30;

/** A row of `net.http_request_queue`. */
export interface NetRequest extends Record<string, unknown> {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>> | null;
  /** Base64. */
  readonly body: string | null;
  readonly timeoutMilliseconds: number;
}

/** A row of `net._http_response`, without its time. */
export interface NetOutcome {
  readonly id: number;
  readonly status_code: number | null;
  readonly content_type: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly content: string | null;
  readonly timed_out: boolean;
  readonly error_msg: string | null;
}

/** Sends one request as pg_net does and tells the outcome in its words. Never throws. */
export async function sendNetRequest(
  request: NetRequest,
  stopping: AbortSignal,
): Promise<NetOutcome> {
  const { id, timeoutMilliseconds } = request;
  if (timeoutMilliseconds <= 0) {
    return failed(id, `timeout_milliseconds must be at least 1, got ${timeoutMilliseconds}`);
  }
  const startedAt = performance.now();
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const { first, response } = await follow(request.url, {
      method: request.method,
      headers: { ...request.headers, "User-Agent": USER_AGENT },
      body: request.body === null ? null : Buffer.from(request.body, "base64"),
      signal: AbortSignal.any([timeout, stopping]),
    });
    const content = (await response.text()).replaceAll("\0", "");
    return {
      id,
      status_code: response.status,
      content_type: response.headers.get("content-type"),
      headers: Object.fromEntries(first),
      content: content === "" ? null : content,
      timed_out: false,
      error_msg: null,
    };
  } catch (error) {
    if (!timeout.aborted) return failed(id, describeFailure(error));
    const elapsedMilliseconds = performance.now() - startedAt;
    return {
      ...failed(id, describeTimeout(timeoutMilliseconds, elapsedMilliseconds)),
      timed_out: true,
    };
  }
}

/**
 * Follows redirects as libcurl does for pg_net, which records the headers of the first answer
 * beside the status of the last. A POST becomes a GET without a body, but for 307 and 308.
 */
async function follow(url: string, init: RequestInit) {
  let target = url;
  let sent: RequestInit = { ...init, redirect: "manual" };
  let first: Headers | undefined;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await fetch(target, sent);
    first ??= response.headers;
    const location = response.headers.get("location");
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status) && location !== null;
    if (!isRedirect) return { first, response };
    await response.body?.cancel();
    target = new URL(location, target).href;
    if (response.status < 307 && sent.method === "POST") {
      sent = { ...sent, method: "GET", body: null };
    }
  }
  throw new Error("Number of redirects hit maximum amount");
}

function failed(id: number, message: string): NetOutcome {
  return {
    id,
    status_code: null,
    content_type: null,
    headers: null,
    content: null,
    timed_out: false,
    error_msg: message,
  };
}

/** The extension's wording; the shares of DNS and handshake are not known here. */
function describeTimeout(timeoutMilliseconds: number, elapsedMilliseconds: number): string {
  const elapsed = elapsedMilliseconds.toFixed(6);
  return `Timeout of ${timeoutMilliseconds} ms reached. Total time: ${elapsed} ms ` +
    "(DNS time: 0.000000 ms, TCP/SSL handshake time: 0.000000 ms, " +
    `HTTP Request/Response time: ${elapsed} ms)`;
}

/** libcurl's words, as far as fetch tells the cases apart. */
function describeFailure(error: unknown): string {
  const text = error instanceof Error ? `${error.message} ${error.cause ?? ""}` : String(error);
  if (/number of redirects/i.test(text)) return "Number of redirects hit maximum amount";
  if (/invalid url/i.test(text)) return "URL using bad/illegal format or missing URL";
  if (/scheme/i.test(text)) return "Unsupported protocol";
  if (/dns|lookup|resolve/i.test(text)) return "Couldn't resolve host name";
  if (/connect error|refused/i.test(text)) return "Couldn't connect to server";
  return "Failure when receiving data from the peer";
}
