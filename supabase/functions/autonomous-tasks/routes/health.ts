import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import { cacheAnswer } from "../../_shared/http/cached_answer.ts";
import type { AppEnv } from "../../_shared/http/caller.ts";
import type { AppDeps } from "../deps.ts";
import { EXAMPLES } from "../examples.ts";
import { jsonAnswer, publicErrors } from "../responses.ts";

/** Frequent calls do not load the database. */
const CACHE_SECONDS = 10;

const healthSchema = z.object({ status: z.literal("ok"), checked_at: z.string() }).openapi(
  "Health",
  { example: EXAMPLES.Health },
);

/** `GET /health` */
export const healthRoute = createRoute({
  method: "get",
  path: "/health",
  operationId: "getHealth",
  summary: "Check that the API reaches its database",
  description: "Public. The response is cached for 10 seconds.",
  security: [],
  responses: {
    200: jsonAnswer("The database answers", healthSchema, ["Cache-Control"]),
    ...publicErrors(),
  },
});

export function getHealth({ store, clock }: AppDeps): RouteHandler<typeof healthRoute, AppEnv> {
  const reach = cacheAnswer(() => store.reach(), clock, CACHE_SECONDS);
  return async function answerHealth(c) {
    const { askedAt } = await reach();
    c.header("cache-control", `public, max-age=${CACHE_SECONDS}`);
    return c.json({ status: "ok" as const, checked_at: askedAt.toISOString() }, 200);
  };
}
