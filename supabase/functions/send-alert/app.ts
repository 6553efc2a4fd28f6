import type { Hono } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import type { AppDeps } from "./deps.ts";
import { postAlert } from "./routes/post_alert.ts";
import { postReport } from "./routes/post_report.ts";

const NAME = "send-alert";

/** A request is one id. */
const BODY_LIMITS = { maxBytes: 1_024, withinMs: 2_000 };

/** The route table of `send-alert`. Only the database calls it. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = createFunctionApp(NAME, deps.log);
  app.use(guard({ secrets: deps.secrets, kinds: ["signature"], target: NAME, ...BODY_LIMITS }));
  app.post("/", postAlert(deps));
  app.post("/reports", postReport(deps));
  refuseOtherMethods(app, NAME);
  return app;
}
