import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../_shared/http/app.ts";
import { type CallerKind, createUnauthorized, findCallerKind } from "../_shared/http/auth.ts";
import type { Env } from "../_shared/platform/env.ts";
import { readTokenHash } from "../_shared/http/ingest_tokens.ts";
import type { EmailStore } from "./store.ts";

/** The callers that are taken. */
export const KINDS: readonly CallerKind[] = ["cron_secret", "secret_key", "ingest_token"];

/**
 * Lets servers of the project pass, which may name any workspace, and holders of an ingest token of
 * the scope `mail`, with its workspace; leaves `caller`. Reads no body.
 * @throws {Problem} `unauthorized` (401); for tokens `forbidden` (403) and `rate_limited` (429) as well
 */
export function requireSender(
  secrets: Pick<Env, "cronSecrets" | "secretKeys">,
  store: EmailStore,
): MiddlewareHandler<AppEnv> {
  return async function authenticate(c, next) {
    const kind = await findCallerKind(c.req.raw, secrets, ["secret_key", "cron_secret"]);
    const tokenHash = kind === null ? readTokenHash(c.req.raw) : null;
    if (kind !== null) c.set("caller", { kind });
    else if (tokenHash === null) throw createUnauthorized(KINDS);
    else c.set("caller", { kind: "ingest_token", workspaceId: await store.admitToken(tokenHash) });
    await next();
  };
}
