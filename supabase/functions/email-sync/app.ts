import type { Hono } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import type { SyncDeps } from "./deps.ts";
import { postRun } from "./routes/post_run.ts";

const NAME = "email-sync";

/** A request is an id; anything longer is a mistake. */
const BODY_LIMITS = { maxBytes: 131_072, withinMs: 2_000 };

/** The route table of `email-sync`. */
export function createApp(deps: SyncDeps): Hono<AppEnv> {
  const app = createFunctionApp(NAME, deps.log);
  app.use(guard({ secrets: deps.env, kinds: ["signature"], target: NAME, ...BODY_LIMITS }));
  app.post("/", postRun(deps));
  refuseOtherMethods(app, NAME);
  return app;
}
