import type { Hono } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import { type AppDeps, KINDS } from "./deps.ts";
import { postEmail } from "./routes/post_email.ts";

const NAME = "inbound-email";

/**
 * Larger bodies are not read at all. Smaller emails over their own limit get an answer that says
 * so.
 */
const BODY_LIMITS = { maxBytes: 25 * 1_024 * 1_024, withinMs: 30_000 };

/** The route table of `inbound-email`. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { secrets, store } = deps;
  const app = createFunctionApp(NAME, deps.log);
  app.use(guard({
    secrets,
    kinds: KINDS,
    target: NAME,
    ...BODY_LIMITS,
    async admit(c) {
      const caller = c.get("caller");
      if (caller.kind !== "ingest_token") return;
      c.set("workspaceId", await store.admitToken(caller.tokenHash));
    },
  }));
  app.post("/", postEmail(deps));
  refuseOtherMethods(app, NAME);
  return app;
}
