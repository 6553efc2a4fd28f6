import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import { allowBrowsers } from "../_shared/http/browsers.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import { listFieldErrors } from "../_shared/http/json.ts";
import { admitUnasked } from "./admit_unasked.ts";
import { type AppDeps, KINDS } from "./deps.ts";
import { DOCUMENT, registerComponents } from "./openapi.ts";
import { changeTask, retryRoute, retryTask, STEPS } from "./routes/changes.ts";
import { getHealth, healthRoute } from "./routes/health.ts";
import {
  cancelJob,
  cancelJobRoute,
  requestJobs,
  requestJobsRoute,
  requeueJobs,
  requeueJobsRoute,
  retryJob,
  retryJobRoute,
} from "./routes/jobs.ts";
import { addJobList, getJob, getJobRoute, listLines, listLinesRoute } from "./routes/job_reads.ts";
import { logRoute, logTasks } from "./routes/log.ts";
import { getMetrics, metricsRoute, SERVICE_KINDS } from "./routes/metrics.ts";
import { ping, PING_ROUTES, refuseOtherPings } from "./routes/ping.ts";
import { getRoute, getTask, LISTS } from "./routes/reads.ts";
import { REPORTS } from "./routes/reports.ts";
import { addWatchList } from "./routes/watches.ts";

const NAME = "autonomous-tasks";
const BODY_LIMITS = { maxBytes: 1_048_576, withinMs: 10_000 };

/** What supabase-js sends from a browser besides, and what this API reads itself. */
const ALLOWED_HEADERS = [
  "x-retry-count",
  "traceparent",
  "tracestate",
  "baggage",
  "idempotency-key",
  "x-request-id",
];

/** What people call the parts of a request that are checked. */
const PARTS: Readonly<Record<string, string>> = {
  query: "query",
  param: "path",
  header: "headers",
};

/** The function: its frame, the browser's permissions, and the routes. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = createFunctionApp(NAME, deps.log);
  allowBrowsers(app, deps.env.corsOrigins, {
    allow: ALLOWED_HEADERS,
    expose: ["idempotency-replayed", "location"],
  });
  app.route("/", createTaskApi(deps));
  refuseOtherMethods(app, NAME);
  return app;
}

/** The route table. Whatever comes after the guard needs a credential. */
export function createTaskApi(given: AppDeps): OpenAPIHono<AppEnv> {
  const { store, admit, afterwards } = admitUnasked(given.store);
  const deps = { ...given, store };
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw listFieldErrors(result.error, PARTS[result.target]);
    },
  });
  let document: string | undefined;
  api.get("/openapi.json", (c) => {
    document ??= JSON.stringify(describeApi(api));
    return c.body(document, 200, { "content-type": "application/json" });
  });
  api.openapi(healthRoute, getHealth(deps));
  for (const route of PING_ROUTES) api.openapi(route, ping(deps));
  api.all("/ping/*", refuseOtherPings);
  api.get(
    metricsRoute.path,
    guard({ secrets: deps.env, kinds: SERVICE_KINDS, target: NAME, ...BODY_LIMITS }),
  );
  api.openapi(metricsRoute, getMetrics(deps));

  api.use(guard({
    secrets: deps.env,
    kinds: KINDS,
    target: NAME,
    ...BODY_LIMITS,
    admitSlow: admit,
  }));
  api.use(afterwards);
  api.openapi(logRoute, logTasks(deps));
  for (const step of STEPS) api.openapi(step.route, changeTask(deps, step));
  api.openapi(retryRoute, retryTask(deps));
  for (const addList of LISTS) addList(api, deps.store);
  api.openapi(getRoute, getTask(deps));
  api.openapi(listLinesRoute, listLines(deps));
  for (const addReport of REPORTS) addReport(api, deps.store);
  addWatchList(api, deps.store);
  api.openapi(requestJobsRoute, requestJobs(deps));
  addJobList(api, deps.store);
  api.openapi(requeueJobsRoute, requeueJobs(deps));
  api.openapi(getJobRoute, getJob(deps));
  api.openapi(cancelJobRoute, cancelJob(deps));
  api.openapi(retryJobRoute, retryJob(deps));
  registerComponents(api);
  return api;
}

/** The OpenAPI 3.1 document of the routes. */
export function describeApi(api: OpenAPIHono<AppEnv>) {
  return api.getOpenAPI31Document(DOCUMENT);
}
