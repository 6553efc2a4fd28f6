import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { Webhook } from "standardwebhooks";
import type { AppEnv } from "./app.ts";
import type { Env } from "../platform/env.ts";
import { Problem } from "./problem.ts";

/**
 * Who is calling with a secret of the project: a scheduler with `CRON_SECRET`, a server with a secret
 * key, or the database, which signs its requests (Standard Webhooks) so that no secret travels.
 */
export type SecretKind = "cron_secret" | "secret_key" | "signature";

/** Who is calling: also an external system with an ingest token, or a user, whom the database knows. */
export type CallerKind = SecretKind | "ingest_token" | "user";

/** A caller that was let in. */
export interface Caller {
  readonly kind: CallerKind;
  /** The one workspace it reaches; absent when it reaches all. */
  readonly workspaceId?: string;
}

type Secrets = Pick<Env, "cronSecrets" | "secretKeys">;

const HOW_TO: Readonly<Record<CallerKind, string>> = {
  cron_secret: "`Authorization: Bearer <CRON_SECRET>`",
  secret_key: "`apikey: <secret key>`",
  signature: "a webhook signature made with CRON_SECRET",
  ingest_token: "`Authorization: Bearer <ingest token>`",
  user: "`Authorization: Bearer <token of a signed-in user>`",
};

/**
 * Lets only the given kinds of callers pass and leaves `caller` for the handlers.
 * Fails closed: an unset secret matches nobody. Reads the body for a signature, so mount the body
 * limit before it.
 * @throws {Problem} `unauthorized` (401), the same for a missing and for a wrong credential.
 */
export function requireCaller(
  secrets: Secrets,
  kinds: readonly SecretKind[],
): MiddlewareHandler<AppEnv> {
  return async function authenticate(c, next) {
    const kind = await findCallerKind(c.req.raw, secrets, kinds);
    if (kind === null) throw createUnauthorized(kinds);
    c.set("caller", { kind });
    await next();
  };
}

/** The same answer for no credential and for a wrong one: 401, naming the kinds that are taken. */
export function createUnauthorized(kinds: readonly CallerKind[], cause?: unknown): Problem {
  return new Problem(
    "unauthorized",
    `Send ${kinds.map((accepted) => HOW_TO[accepted]).join(" or ")}.`,
    { cause, headers: { "www-authenticate": 'Bearer realm="nightshift"' } },
  );
}

/** The first of the kinds whose credential the request carries; null when there is none. */
export async function findCallerKind(
  request: Request,
  secrets: Secrets,
  kinds: readonly SecretKind[],
): Promise<SecretKind | null> {
  for (const kind of kinds) {
    // deno-lint-ignore no-await-in-loop -- the first kind that matches decides
    if (await CHECKS[kind](request, secrets)) return kind;
  }
  return null;
}

const CHECKS: Readonly<
  Record<SecretKind, (request: Request, secrets: Secrets) => boolean | Promise<boolean>>
> = {
  cron_secret: (request, { cronSecrets }) => {
    const token = /^Bearer ([^\s]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    return token !== undefined && isOneOf(token, cronSecrets);
  },
  secret_key: (request, { secretKeys }) => {
    const apikey = request.headers.get("apikey");
    return apikey !== null && isOneOf(apikey, Object.values(secretKeys));
  },
  signature: async (request, { cronSecrets }) => {
    if (!request.headers.has("webhook-signature")) return false;
    const body = await request.clone().text();
    const headers = Object.fromEntries(request.headers);
    return cronSecrets.some((secret) => isSignedWith(secret, body, headers));
  },
};

function isSignedWith(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    // Bytes, because the library would read a string as Latin-1 and the database signs with UTF-8.
    const key = new TextEncoder().encode(secret);
    new Webhook(key, { format: "raw" }).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** Compares digests in constant time, with every secret, so that neither content nor position leaks. */
function isOneOf(candidate: string, secrets: readonly string[]): boolean {
  const given = digest(candidate);
  return secrets.filter((secret) => timingSafeEqual(given, digestSecret(secret))).length > 0;
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

const digests = new Map<string, Uint8Array>();

/** The digest of one of our own few secrets, made once. */
function digestSecret(secret: string): Uint8Array {
  const known = digests.get(secret) ?? digest(secret);
  digests.set(secret, known);
  return known;
}
