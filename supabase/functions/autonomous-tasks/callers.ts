import { createHash } from "node:crypto";
import type { Context } from "hono";
import { findCallerKind } from "../_shared/auth.ts";
import type { Env } from "../_shared/env.ts";
import { Problem } from "../_shared/problem.ts";

/**
 * Who calls: a server of the project (secret key or CRON_SECRET), an external system with an ingest
 * token, or a user. Of a user nothing is believed: the token goes to PostgREST, which verifies it.
 */
export type TaskCaller =
  | { readonly kind: "service" }
  | { readonly kind: "token"; readonly tokenHash: string }
  | { readonly kind: "user"; readonly jwt: string };

const TOKEN = /^nst_[0-9a-f]{64}$/;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

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
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  if (TOKEN.test(bearer)) return { kind: "token", tokenHash: hashToken(bearer) };
  if (JWT.test(bearer)) return { kind: "user", jwt: bearer };
  throw createUnauthorized();
}

/** What is kept of a token, and all that the database is told. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The same answer for no credential and for a wrong one. */
export function createUnauthorized(cause?: unknown): Problem {
  return new Problem(
    "unauthorized",
    "Send `Authorization: Bearer <ingest token, user token or CRON_SECRET>` or `apikey: <secret key>`.",
    { cause, headers: { "www-authenticate": 'Bearer realm="nightshift"' } },
  );
}
