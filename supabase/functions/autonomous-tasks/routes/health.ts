import { createRoute, z } from "@hono/zod-openapi";
import type { AppDeps, TaskApi } from "../app.ts";
import { EXAMPLES } from "../examples.ts";
import { jsonAnswer, publicErrors } from "../responses.ts";

/** Frequent calls do not load the database. */
const CACHE_SECONDS = 10;

const healthSchema = z.object({ status: z.literal("ok"), checked_at: z.string() }).openapi(
  "Health",
  { example: EXAMPLES.Health },
);

const route = createRoute({
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

/** `GET /health` */
export function mountHealth(api: TaskApi, { store, clock }: AppDeps): void {
  let latest: { readonly reached: Promise<void>; readonly askedAt: Date } | undefined;
  api.openapi(route, async (c) => {
    const now = clock();
    if (latest === undefined || now.getTime() - latest.askedAt.getTime() >= CACHE_SECONDS * 1_000) {
      latest = { reached: store.reach(), askedAt: now };
      // A failed check is not cached.
      latest.reached.catch(() => latest = undefined);
    }
    const { reached, askedAt } = latest;
    await reached;
    c.header("cache-control", `public, max-age=${CACHE_SECONDS}`);
    return c.json({ status: "ok" as const, checked_at: askedAt.toISOString() }, 200);
  });
}
