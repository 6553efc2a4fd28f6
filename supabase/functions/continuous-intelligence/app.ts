import type { Hono } from "hono";
import { allowOnly, type AppEnv, createFunctionApp } from "../_shared/http/app.ts";
import { requireCaller } from "../_shared/http/auth.ts";
import { limitBody } from "../_shared/http/body.ts";
import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { Analyzer } from "./analyzers/analyzer.ts";
import { getHealth } from "./routes/get_health.ts";
import { postRun } from "./routes/post_run.ts";
import { getStatus } from "./routes/get_status.ts";
import type { Store } from "./store/store.ts";

/** Everything the function needs from outside; tests pass plain objects. */
export interface Dependencies {
  readonly env: Env;
  readonly store: Store;
  readonly analyzer: Analyzer;
  readonly clock: Clock;
  readonly log: Log;
}

/** A request is two numbers and an id; anything longer is a mistake. */
const BODY_LIMIT_BYTES = 16_384;

/** The routes of `continuous-intelligence`. */
export function createApp(deps: Dependencies): Hono<AppEnv> {
  const app = createFunctionApp("continuous-intelligence", deps.log);
  app.get("/health", getHealth(deps));
  app.all("/health", allowOnly("GET"));

  app.use(limitBody(BODY_LIMIT_BYTES));
  app.use(requireCaller(deps.env, ["cron_secret", "secret_key", "signature"]));

  app.get("/", getStatus(deps));
  app.post("/", postRun(deps));
  app.all("/", allowOnly("GET", "POST"));
  return app;
}
