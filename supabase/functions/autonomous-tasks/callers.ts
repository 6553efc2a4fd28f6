import type { Context } from "hono";
import { type CallerKind, createUnauthorized, findCallerKind } from "../_shared/http/auth.ts";
import type { Env } from "../_shared/platform/env.ts";
import { readTokenHash } from "../_shared/http/ingest_tokens.ts";

/**
 * Who calls: a server of the project (secret key or CRON_SECRET), an external system with an ingest
 * token, or a user. Of a user nothing is believed: the token goes to PostgREST, which verifies it.
 */
export type TaskCaller =
  | { readonly kind: "service" }
  | { readonly kind: "token"; readonly tokenHash: string }
  | { readonly kind: "user"; readonly jwt: string };

/** The callers that are taken. */
export const KINDS: readonly CallerKind[] = ["ingest_token", "user", "cron_secret", "secret_key"];

const JWT = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Reads who is calling from the headers; whether a token or a user gets in is for the database to say.
 * @throws {Problem} `unauthorized` (401)
 */
export async function identifyCaller(
  c: Context,
  secrets: Pick<Env, "cronSecrets" | "secretKeys">,
): Promise<TaskCaller> {
  if (await findCallerKind(c.req.raw, secrets, ["secret_key", "cron_secret"]) !== null) {
    return { kind: "service" };
  }
  const tokenHash = readTokenHash(c.req.raw);
  if (tokenHash !== null) return { kind: "token", tokenHash };
  const jwt = JWT.exec(c.req.header("authorization") ?? "")?.[1];
  if (jwt !== undefined) return { kind: "user", jwt };
  throw createUnauthorized(KINDS);
}
