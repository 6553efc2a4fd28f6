import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import { cacheAnswer } from "../../_shared/http/cached_answer.ts";
import type { AppEnv, CallerKind } from "../../_shared/http/caller.ts";
import type { AppDeps } from "../deps.ts";
import { collectMetrics } from "../metrics/collect_metrics.ts";
import { formatMetrics, METRICS_TYPE } from "../metrics/format_metrics.ts";
import { readErrors } from "../responses.ts";
import { listHeaders } from "../response_headers.ts";

/** Several servers that ask do not load the database more than one. */
const CACHE_SECONDS = 10;

/** The project's own keys: nobody who signs in, and no external system. */
export const SERVICE_KINDS: readonly CallerKind[] = ["cron_secret", "secret_key"];

/** `GET /metrics` */
export const metricsRoute = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "getMetrics",
  summary: "Read the state of the project as Prometheus does",
  description: "For `CRON_SECRET` or a secret key; users and ingest tokens are rejected. In the " +
    "text format 0.0.4, about the whole project, without names of workspaces. The response is " +
    "cached for 10 seconds (docs/guides/health.md).",
  security: [{ secretKey: [] }, { bearer: [] }],
  responses: {
    200: {
      description: "The metrics, all gauges in base units",
      content: { "text/plain": { schema: z.string() } },
      headers: listHeaders(["Cache-Control"]),
    },
    ...readErrors(),
  },
});

export function getMetrics({ store, clock }: AppDeps): RouteHandler<typeof metricsRoute, AppEnv> {
  const read = cacheAnswer(
    async () => formatMetrics(collectMetrics(await store.readMetrics())),
    clock,
    CACHE_SECONDS,
  );
  return async function answerMetrics(c) {
    const { answer } = await read();
    return c.text(answer, 200, { "content-type": METRICS_TYPE, "cache-control": "no-store" });
  };
}
