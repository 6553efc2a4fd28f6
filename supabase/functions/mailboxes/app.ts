import type { Hono } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import { allowBrowsers } from "../_shared/http/browsers.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import { KINDS, type MailboxDeps } from "./deps.ts";
import { getCallback } from "./routes/callback.ts";
import { postAuthorize, postConfirm, postMailbox } from "./routes/connect.ts";
import { deleteMailbox, getMailboxes, postChange } from "./routes/manage.ts";

const NAME = "mailboxes";
const BODY_LIMITS = { maxBytes: 16_384, withinMs: 2_000 };

/** The route table of `mailboxes`. */
export function createApp(deps: MailboxDeps): Hono<AppEnv> {
  const app = createFunctionApp(NAME, deps.log);
  allowBrowsers(app, deps.env.corsOrigins, { allow: ["x-request-id"], expose: [] });
  app.get("/callback", getCallback(deps));

  app.use(guard({
    secrets: deps.env,
    kinds: KINDS,
    target: NAME,
    ...BODY_LIMITS,
    // A user is only a claim until the database has checked it.
    admit: (c) => deps.store.admit(c.get("caller")),
  }));
  app.get("/", getMailboxes(deps));
  app.post("/", postMailbox(deps));
  app.post("/confirm", postConfirm(deps));
  app.post("/:id/authorize", postAuthorize(deps));
  app.post("/:id/pause", postChange(deps, "pause"));
  app.post("/:id/resume", postChange(deps, "resume"));
  app.post("/:id/resync", postChange(deps, "resync"));
  app.delete("/:id", deleteMailbox(deps));
  refuseOtherMethods(app, NAME);
  return app;
}
