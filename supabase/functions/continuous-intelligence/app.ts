import type { Hono } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import type { AppEnv, CallerKind } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import type { AppDeps } from "./deps.ts";
import { getHealth } from "./routes/get_health.ts";
import { getStatus } from "./routes/get_status.ts";
import { postRun } from "./routes/post_run.ts";

const NAME = "continuous-intelligence";
const KINDS: readonly CallerKind[] = ["cron_secret", "secret_key", "signature"];

/** A request is two numbers and an id; anything longer is a mistake. */
const BODY_LIMITS = { maxBytes: 16_384, withinMs: 2_000 };

/** The route table of `continuous-intelligence`. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = createFunctionApp(NAME, deps.log);
  app.get("/health", getHealth(deps));
  refuseOtherMethods(app, NAME);

  app.use(guard({ secrets: deps.env, kinds: KINDS, target: NAME, ...BODY_LIMITS }));
  app.get("/", getStatus(deps));
  app.post("/", postRun(deps));
  refuseOtherMethods(app, NAME);
  return app;
}
