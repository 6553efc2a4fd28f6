import type { Hono } from "hono";
import { allowOnly, type AppEnv, createFunctionApp } from "../_shared/http/app.ts";
import { limitBody } from "../_shared/http/body.ts";
import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import { requireSender } from "./callers.ts";
import { receive } from "./routes/receive.ts";
import type { EmailStore } from "./store.ts";

/** What the function needs from outside. */
export interface AppDeps {
  readonly secrets: Pick<Env, "cronSecrets" | "secretKeys">;
  readonly store: EmailStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Beyond this nothing is read at all; smaller mails over the mail limit get their own answer. */
const MAX_BODY_BYTES = 25 * 1_024 * 1_024;

/** The route table of `inbound-email`. */
export function createApp({ secrets, store, clock, log }: AppDeps): Hono<AppEnv> {
  const app = createFunctionApp("inbound-email", log);
  app.post(
    "/",
    requireSender(secrets, store),
    limitBody(MAX_BODY_BYTES),
    receive({ store, clock }),
  );
  app.all("/", allowOnly("POST"));
  return app;
}
