import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import { cacheAnswer } from "../../_shared/http/cached_answer.ts";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { reportVersions } from "../../_shared/platform/version.ts";
import type { AppDeps } from "../deps.ts";
import { EXAMPLES } from "../examples.ts";
import { jsonAnswer, publicErrors } from "../responses.ts";

/** Frequent calls do not load the database. */
const CACHE_SECONDS = 10;

const healthSchema = z.object({
  status: z.literal("ok"),
  checked_at: z.string(),
  version: z.string().describe("Release of the functions"),
  database_version: z.string().nullable().describe("Release of the database"),
  version_problem: z.string().optional().describe("What to do, where the two differ"),
}).openapi("Health", { example: EXAMPLES.Health });

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
    const { answer: databaseVersion, askedAt } = await reach();
    c.header("cache-control", `public, max-age=${CACHE_SECONDS}`);
    return c.json({
      status: "ok" as const,
      checked_at: askedAt.toISOString(),
      ...reportVersions(databaseVersion),
    }, 200);
  };
}
