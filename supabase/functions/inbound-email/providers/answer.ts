/** Turns problems into answers that make a provider send again what can still succeed. */
import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { Problem, problemResponse } from "../../_shared/http/problem.ts";
import type { Provider } from "./provider.ts";

/** Statuses of what will be rejected again, however often it is sent. */
const FINAL = new Set([400, 409, 413, 415, 422]);

/**
 * Goes before the guard of a provider's path. The body of an answer stays the problem as it is;
 * only its status changes.
 */
export function answerProvider(
  { refusedStatus, laterStatus }: Provider,
): MiddlewareHandler<AppEnv> {
  return async function answer(c, next) {
    await next();
    const problem: unknown = c.error;
    if (!(problem instanceof Problem)) return;
    if (FINAL.has(problem.status) && refusedStatus !== undefined) answerAs(c, refusedStatus);
    if (problem.status === 429 && laterStatus !== undefined) answerAs(c, laterStatus);

    function answerAs(context: Context<AppEnv>, status: 200 | 403 | 406 | 503): void {
      context.res = problemResponse(problem as Problem, context.get("requestId"), status);
    }
  };
}
