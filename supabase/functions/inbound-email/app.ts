import type { Context, Hono, MiddlewareHandler } from "hono";
import { createFunctionApp, refuseOtherMethods } from "../_shared/http/app.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { guard } from "../_shared/http/guard.ts";
import { type AppDeps, KINDS } from "./deps.ts";
import { answerProvider } from "./providers/answer.ts";
import type { Provider } from "./providers/provider.ts";
import { postDelivery } from "./routes/post_delivery.ts";
import { postEmail } from "./routes/post_email.ts";

const NAME = "inbound-email";

/**
 * Larger bodies are not read at all. Smaller emails over their own limit get an answer that says
 * so.
 */
const BODY_LIMITS = { maxBytes: 25 * 1_024 * 1_024, withinMs: 30_000 };

/** Providers send files as base64 in JSON, or as they are in forms. */
const DELIVERY_LIMITS = { maxBytes: 36 * 1_024 * 1_024, withinMs: 30_000 };

/**
 * Who has a signature alone announces an email and does not send it. Anybody can write a header
 * that looks like one, so little is read before it is checked.
 */
const ANNOUNCEMENT_LIMITS = { maxBytes: 262_144, withinMs: 5_000 };

/** The route table of `inbound-email`. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = createFunctionApp(NAME, deps.log);
  const guards = new Map<string, MiddlewareHandler<AppEnv>>();
  for (const provider of deps.providers) {
    for (const path of provider.paths) {
      app.use(path, answerProvider(provider));
      guards.set(`/${NAME}${path}`, guardProvider(deps, provider));
    }
  }
  const others = guard({ ...commonOptions(deps), kinds: KINDS, ...BODY_LIMITS });
  app.use((c, next) => (guards.get(c.req.path) ?? others)(c, next));
  app.post("/", postEmail(deps));
  for (const provider of deps.providers) {
    for (const path of provider.paths) app.post(path, postDelivery(deps, provider));
  }
  refuseOtherMethods(app, NAME);
  return app;
}

function guardProvider(deps: AppDeps, { signature }: Provider): MiddlewareHandler<AppEnv> {
  const isSignedAlone = typeof signature?.header === "string";
  return guard({
    ...commonOptions(deps),
    kinds: isSignedAlone ? ["signature", ...KINDS] : KINDS,
    ...(signature === undefined ? {} : { signature }),
    scheme: "Basic",
    ...(isSignedAlone ? ANNOUNCEMENT_LIMITS : DELIVERY_LIMITS),
  });
}

function commonOptions({ secrets, store }: AppDeps) {
  return {
    secrets,
    target: NAME,
    async admit(c: Context<AppEnv>) {
      const caller = c.get("caller");
      if (caller.kind !== "ingest_token") return;
      c.set("workspaceId", await store.admitToken(caller.tokenHash));
    },
  };
}
