import type { RestHandler } from "./database.ts";
import type { FunctionTarget } from "./functions/function_host.ts";
import type { SqlHandler } from "./sql_endpoint.ts";

/**
 * Where the gateway sends requests. Parts may come up after it; until then they are unavailable.
 */
export interface GatewayTargets {
  readonly rest: () => RestHandler | undefined;
  readonly sql: () => SqlHandler | undefined;
  readonly resolveFunction: (name: string) => Promise<FunctionTarget>;
  /** The dashboard, where it is served; null for a path that is not part of it. */
  readonly page?: (request: Request) => Promise<Response | null>;
}

/** A listening HTTP server. */
export interface Listener {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  stop(): Promise<void>;
}

const SQL_PATH = "/pg/query";
/** Larger bodies are streamed. */
const MAX_BUFFERED_BYTES = 65_536;
const BUFFERED_WITHIN_MS = 250;

const FUNCTIONS_PREFIX = "/functions/v1/";

/** Where the seed's system had its endpoint, and the function that answers there now. */
const ALIAS_PATH = "/api/agents/continuous-intelligence";
const ALIAS_FUNCTION = "continuous-intelligence";

/** Headers that concern one connection only. */
const HOP_HEADERS = ["connection", "host", "keep-alive", "transfer-encoding", "upgrade"];

/**
 * Listens on 127.0.0.1 for `/rest/v1`, `/auth/v1` and `/functions/v1/<name>`, like the one host of
 * a hosted project, and for `/pg/query`. `port` 0 takes a free one.
 * @throws {Deno.errors.AddrInUse} when the port is taken.
 */
export function startGateway(port: number, targets: GatewayTargets): Listener {
  return listen(port, (request, peerAddress) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/rest/v1/") || pathname.startsWith("/auth/v1/")) {
      return targets.rest()?.(request, peerAddress) ?? notReady();
    }
    if (pathname === SQL_PATH) return targets.sql()?.(request) ?? notReady();
    if (!pathname.startsWith(FUNCTIONS_PREFIX)) return servePage(targets, request);
    const path = pathname.slice(FUNCTIONS_PREFIX.length - 1);
    return callFunction(targets, path, request, peerAddress);
  });
}

async function servePage({ page }: GatewayTargets, request: Request): Promise<Response> {
  return await page?.(request) ??
    problem(404, "NOT_FOUND", "No route here. Try /rest/v1, /auth/v1 or /functions/v1.");
}

/** Listens on 127.0.0.1 for the seed's path and hands it to `continuous-intelligence`. */
export function startAlias(port: number, targets: GatewayTargets): Listener {
  return listen(port, (request, peerAddress) => {
    const { pathname } = new URL(request.url);
    if (pathname !== ALIAS_PATH && !pathname.startsWith(`${ALIAS_PATH}/`)) {
      return problem(404, "NOT_FOUND", `Only ${ALIAS_PATH} is served on this port.`);
    }
    const path = `/${ALIAS_FUNCTION}${pathname.slice(ALIAS_PATH.length)}`;
    return callFunction(targets, path, request, peerAddress);
  });
}

type Handle = (request: Request, peerAddress: string) => Response | Promise<Response>;

function listen(port: number, handle: Handle): Listener {
  const stopping = new AbortController();
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port,
    signal: stopping.signal,
    onListen: () => {},
    onError: (error) =>
      problem(500, "GATEWAY_ERROR", error instanceof Error ? error.message : String(error)),
  }, (request, info) => handle(request, info.remoteAddr.hostname));
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    async stop() {
      stopping.abort();
      await server.finished;
    },
  };
}

/** `path` begins with the function's name, as the hosted runtime passes it on. */
async function callFunction(
  targets: GatewayTargets,
  path: string,
  request: Request,
  peerAddress: string,
): Promise<Response> {
  const name = path.split("/")[1] ?? "";
  const target = await targets.resolveFunction(name);
  if (target.kind === "unknown") {
    return problem(404, "NOT_FOUND", "Requested function was not found");
  }
  if (target.kind === "down") {
    return problem(503, "BOOT_ERROR", "Function failed to start (please check logs)");
  }
  const url = new URL(request.url);
  try {
    const answer = await fetch(`${target.url}${path}${url.search}`, {
      method: request.method,
      headers: forwardHeaders(request.headers, url, peerAddress),
      body: await takeBody(request),
      redirect: "manual",
    });
    return new Response(await takeBody(answer), { status: answer.status, headers: answer.headers });
  } catch {
    return problem(500, "WORKER_ERROR", "Function exited due to an error (please check logs)");
  }
}

/**
 * A small body goes on in one piece and with its length, as a hosted gateway sends it. A slow one
 * is streamed, so that the function can answer before its end.
 */
async function takeBody(message: Request | Response): Promise<BodyInit | null> {
  const length = Number(message.headers.get("content-length") ?? 0);
  if (message.body === null || length === 0 || length > MAX_BUFFERED_BYTES) return message.body;
  const [first, second] = message.body.tee();
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), BUFFERED_WITHIN_MS);
  const whole = new Response(first).arrayBuffer();
  whole.catch(() => {});
  const bytes = await Promise.race([whole, late.promise]);
  clearTimeout(timer);
  if (bytes !== null) await second.cancel();
  return bytes ?? second;
}

function forwardHeaders(headers: Headers, url: URL, peerAddress: string): Headers {
  const forwarded = new Headers(headers);
  for (const name of HOP_HEADERS) forwarded.delete(name);
  // fetch would undo a compression but keep the header that announces it.
  forwarded.set("accept-encoding", "identity");
  forwarded.append("x-forwarded-for", peerAddress);
  forwarded.set("x-forwarded-host", url.host);
  forwarded.set("x-forwarded-port", url.port);
  forwarded.set("x-forwarded-proto", "http");
  return forwarded;
}

function notReady(): Response {
  return problem(503, "NOT_READY", "The stack is starting.");
}

/** The shape in which the hosted platform itself answers in place of a function. */
function problem(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { "sb-error-code": code } });
}
