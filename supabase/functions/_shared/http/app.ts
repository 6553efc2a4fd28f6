import { type Context, type Handler, Hono } from "hono";
import { requestId } from "hono/request-id";
import type { Caller } from "./auth.ts";
import { discardBody } from "./body.ts";
import { describeError, type Log } from "../platform/log.ts";
import { Problem, problemResponse } from "./problem.ts";

/** What middleware leaves for the handlers: the request id and, behind `requireCaller`, the caller. */
export interface AppEnv {
  Variables: { requestId: string; caller: Caller };
}

/**
 * The frame of every function: its path prefix, a request id in and out, one line of log for each
 * request, and every failure answered as a problem.
 * @param name folder of the function, which is also the first segment of its path.
 */
export function createFunctionApp(name: string, log: Log): Hono<AppEnv> {
  const app = new Hono<AppEnv>().basePath(`/${name}`);
  app.use(requestId());
  app.use(async function logRequest(c, next) {
    const startedAt = performance.now();
    await next();
    const { code, problem } = describeOutcome(c);
    log(c.res.status >= 500 ? "error" : "info", "request", {
      function: name,
      request_id: c.get("requestId"),
      method: c.req.method,
      status: c.res.status,
      duration_ms: Math.round(performance.now() - startedAt),
      code,
      problem,
    });
  });
  app.use(async function readToEnd(c, next) {
    await next();
    await discardBody(c.req.raw);
  });
  app.onError((error, c) => problemResponse(toProblem(error), c.get("requestId")));
  app.notFound((c) => problemResponse(routeNotFound(c), c.get("requestId")));
  return app;
}

/** Answers every other method of a path: mount it after the path's handlers. */
export function allowOnly(...methods: readonly string[]): Handler<AppEnv> {
  return function refuseMethod(c) {
    const allowed = methods.join(", ");
    throw new Problem(
      "method_not_allowed",
      `${c.req.method} is not supported here; use ${allowed}.`,
      { headers: { allow: allowed } },
    );
  };
}

function routeNotFound(c: Context): Problem {
  return new Problem("route_not_found", `Nothing answers ${c.req.method} ${c.req.path}.`);
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
