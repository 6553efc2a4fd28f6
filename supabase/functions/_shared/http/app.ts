import { type Context, Hono } from "hono";
import { createId } from "../platform/ids.ts";
import { describeError, type Log } from "../platform/log.ts";
import { discardBody } from "./body.ts";
import type { AppEnv } from "./caller.ts";
import { Problem, problemResponse } from "./problem.ts";

/**
 * The frame of every function: its path prefix, a request id in and out, one line of log for each
 * request, and every failure answered as a problem.
 * @param name folder of the function, which is also the first segment of its path.
 */
export function createFunctionApp(name: string, log: Log): Hono<AppEnv> {
  const app = new Hono<AppEnv>().basePath(`/${name}`);
  app.use(async function logRequest(c, next) {
    const startedAt = performance.now();
    const requestId = chooseRequestId(c.req.header("x-request-id"));
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
    const { code, problem } = describeOutcome(c);
    log(c.res.status >= 500 ? "error" : "info", "request", {
      function: name,
      request_id: requestId,
      method: c.req.method,
      status: c.res.status,
      duration_ms: Math.round(performance.now() - startedAt),
      code,
      problem,
    });
  });
  app.use(async function discardRest(c, next) {
    await next();
    await discardBody(c.req.raw);
  });
  app.onError((error, c) => problemResponse(toProblem(error), c.get("requestId")));
  app.notFound((c) => problemResponse(routeNotFound(c), c.get("requestId") ?? createId()));
  return app;
}

/** Answers every other method of each mounted path with 405: call it after the last route. */
export function refuseOtherMethods(app: Hono<AppEnv>, name: string): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method === "ALL") continue;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, allowed] of methods) {
    app.all(path.slice(name.length + 1) || "/", function refuseMethod(c) {
      const allow = [...allowed].join(", ");
      const detail = `${c.req.method} is not supported here; use ${allow}.`;
      throw new Problem("method_not_allowed", detail, { headers: { allow } });
    });
  }
}

/** The caller's own request id where it is one; an ingest token is not, as the id is logged. */
function chooseRequestId(given = ""): string {
  return /^[\w=-]{1,255}$/.test(given) && !/nst_/i.test(given) ? given : createId();
}

/** Does not repeat the path: a ping has a token in it. */
function routeNotFound({ req }: Context): Problem {
  return new Problem("route_not_found", `Nothing answers ${req.method} at this path.`);
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(
    "internal_error",
    "The request failed on our side; the log holds the reason under this request id. Try again.",
    { cause: error },
  );
}

function describeOutcome(c: Context): { code?: string; problem?: string } {
  if (!c.error) return {};
  const problem = toProblem(c.error);
  return problem.status < 500
    ? { code: problem.code }
    : { code: problem.code, problem: describeError(problem) };
}
