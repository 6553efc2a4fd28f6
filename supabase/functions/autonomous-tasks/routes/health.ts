import { createRoute, z } from "@hono/zod-openapi";
import type { AppDeps, TaskApi } from "../app.ts";
import { jsonAnswer, publicErrors } from "../responses.ts";

/** Nobody can make the database work harder than this by asking. */
const CACHE_SECONDS = 10;

const healthSchema = z.object({ status: z.literal("ok"), checked_at: z.string() }).openapi(
  "Health",
);

const route = createRoute({
  method: "get",
  path: "/health",
  operationId: "getHealth",
  summary: "Whether the API reaches its database; public, cached for 10 s",
  security: [],
  responses: { 200: jsonAnswer("it does", healthSchema, ["Cache-Control"]), ...publicErrors() },
});

/** `GET /health` */
export function mountHealth(api: TaskApi, { store, clock }: AppDeps): void {
  let latest: { readonly reached: Promise<void>; readonly askedAt: Date } | undefined;
  api.openapi(route, async (c) => {
    const now = clock();
    if (latest === undefined || now.getTime() - latest.askedAt.getTime() >= CACHE_SECONDS * 1_000) {
      latest = { reached: store.reach(), askedAt: now };
      // A failed question is not remembered.
      latest.reached.catch(() => latest = undefined);
    }
    const { reached, askedAt } = latest;
    await reached;
    c.header("cache-control", `public, max-age=${CACHE_SECONDS}`);
    return c.json({ status: "ok" as const, checked_at: askedAt.toISOString() }, 200);
  });
}
