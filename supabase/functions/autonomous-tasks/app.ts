import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { cors } from "hono/cors";
import { allowOnly, type AppEnv, createFunctionApp } from "../_shared/http/app.ts";
import { limitBody, listFieldErrors } from "../_shared/http/body.ts";
import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import { HEADERS } from "./headers.ts";
import { DOCUMENT } from "./openapi.ts";
import { readJsonBody } from "./read_body.ts";
import { mountChanges } from "./routes/changes.ts";
import { mountHealth } from "./routes/health.ts";
import { mountLog } from "./routes/log.ts";
import { mountPing } from "./routes/ping.ts";
import { mountReads } from "./routes/reads.ts";
import { mountReports } from "./routes/reports.ts";
import type { TaskStore } from "./store.ts";

/** What the function needs from outside. */
export interface AppDeps {
  readonly env: Pick<Env, "cronSecrets" | "secretKeys" | "corsOrigins">;
  readonly store: TaskStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** The routes, on which their schemas are mounted too. */
export type TaskApi = OpenAPIHono<AppEnv>;

const BODY_LIMIT_BYTES = 1_048_576;

const ONE_METHOD: Readonly<Record<string, readonly string[]>> = {
  "/tasks": ["GET", "POST"],
  "/tasks/:id": ["GET"],
  "/tasks/:id/:step{start|progress|complete|fail|cancel|retry}": ["POST"],
  "/ping/:token/:event": ["POST"],
  "/failures": ["GET"],
  "/summary": ["GET"],
  "/costs": ["GET"],
  "/timeline": ["GET"],
  "/health": ["GET"],
  "/openapi.json": ["GET"],
};

/** What people call the parts of a request that are checked. */
const PARTS: Readonly<Record<string, string>> = {
  json: "body",
  query: "query",
  param: "path",
  header: "headers",
};

/** The route table of `autonomous-tasks`. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = createFunctionApp("autonomous-tasks", deps.log);
  if (deps.env.corsOrigins.length > 0) {
    const origins = [...deps.env.corsOrigins];
    app.use(cors({
      origin: origins.includes("*") ? "*" : origins,
      allowHeaders: ["authorization", "apikey", "content-type", "idempotency-key", "x-request-id"],
      exposeHeaders: ["idempotency-replayed", "location", "retry-after", "x-request-id"],
      maxAge: 3_600,
    }));
  }
  app.use(limitBody(BODY_LIMIT_BYTES));
  app.use(readJsonBody);
  app.route("/", createTaskApi(deps));
  for (const [path, methods] of Object.entries(ONE_METHOD)) app.all(path, allowOnly(...methods));
  return app;
}

/** The documented routes alone, for the OpenAPI document. */
export function createTaskApi(deps: AppDeps): TaskApi {
  const api: TaskApi = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw listFieldErrors(result.error, PARTS[result.target]);
    },
  });
  mountLog(api, deps);
  mountChanges(api, deps);
  mountReads(api, deps);
  mountReports(api, deps);
  mountPing(api, deps);
  mountHealth(api, deps);
  for (const [name, header] of Object.entries(HEADERS)) {
    api.openAPIRegistry.registerComponent("headers", name, header);
  }
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "An ingest token (`nst_…`), the token of a signed-in user, or `CRON_SECRET`",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "secretKey", {
    type: "apiKey",
    in: "header",
    name: "apikey",
    description: "A secret key of the project",
  });
  api.get("/openapi.json", (c) => c.json(describeApi(api)));
  return api;
}

/** The OpenAPI 3.1 document of the routes. */
export function describeApi(api: TaskApi) {
  return api.getOpenAPI31Document(DOCUMENT);
}
