import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { Env } from "../platform/env.ts";
import type { Caller, CallerKind } from "./caller.ts";
import { Problem } from "./problem.ts";

/** What callers have to know. */
export type Secrets = Pick<Env, "cronSecrets" | "secretKeys">;

const HOW_TO: Readonly<Record<CallerKind, string>> = {
  cron_secret: "`Authorization: Bearer <CRON_SECRET>`",
  secret_key: "`apikey: <secret key>`",
  signature: "a webhook signature made with CRON_SECRET",
  ingest_token: "`Authorization: Bearer <ingest token>`",
  user: "`Authorization: Bearer <token of a signed-in user>`",
};

const BEARER = /^Bearer\s+(\S+)$/i;
const BASIC = /^Basic\s+([\w+/-]{1,400}={0,2})$/i;
const INGEST_TOKEN = /^nst_[0-9a-f]{64}$/i;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** Looks like the token of somebody, whole or not. */
const SOMEBODY = /nst_|[\w-]\.[\w-]/i;

/**
 * The same answer for no credential and for a wrong one: 401, naming the kinds that are accepted.
 */
export function createUnauthorized(
  kinds: readonly CallerKind[],
  { cause, scheme = "Bearer" }: { cause?: unknown; scheme?: "Bearer" | "Basic" } = {},
): Problem {
  return new Problem(
    "unauthorized",
    `Send ${kinds.map((accepted) => HOW_TO[accepted]).join(" or ")}.`,
    { cause, headers: { "www-authenticate": `${scheme} realm="nightshift"` } },
  );
}

/**
 * Reads from the headers alone who is calling; null when no credential is there. An unset secret
 * matches nobody. A signature still has to be checked against the body, see {@link isSigned}.
 *
 * An ingest token may also be the password of Basic credentials, with any user name, for those who
 * can only be given a URL.
 *
 * A token of a user or of an external system decides, also beside a secret key: a gateway that adds
 * the key to every request must not give everybody its rights.
 */
export function findCaller(
  headers: Headers,
  { cronSecrets, secretKeys }: Secrets,
  signatureHeader = "webhook-signature",
): Caller | null {
  const authorization = headers.get("authorization") ?? "";
  const password = readPassword(authorization);
  if (INGEST_TOKEN.test(password)) return { kind: "ingest_token", tokenHash: hashText(password) };
  const bearer = BEARER.exec(authorization)?.[1] ?? "";
  if (isOneOf(bearer, cronSecrets)) return { kind: "cron_secret" };
  const keys = Object.values(secretKeys);
  // Servers send their secret key as Bearer as well. Some keys are JWTs themselves.
  if (!isOneOf(bearer, keys)) {
    if (INGEST_TOKEN.test(bearer)) return { kind: "ingest_token", tokenHash: hashText(bearer) };
    if (JWT.test(bearer)) return { kind: "user", jwt: bearer };
    if (SOMEBODY.test(authorization)) return null;
  }
  if (isOneOf(headers.get("apikey") ?? "", keys)) return { kind: "secret_key" };
  return headers.has(signatureHeader) ? { kind: "signature" } : null;
}

/** The password of Basic credentials; empty where there is none. */
function readPassword(authorization: string): string {
  try {
    return atob(BASIC.exec(authorization)?.[1] ?? "").replace(/^[^:]*:/, "");
  } catch {
    return "";
  }
}

/**
 * Whether the database signed this request for this target (Standard Webhooks, at most 5 minutes
 * ago). Every target has a key of its own, so that the receiver of one cannot send its requests to
 * another.
 * @param target name of the function
 */
export function isSigned(
  body: Uint8Array,
  headers: Headers,
  cronSecrets: readonly string[],
  target: string,
): boolean {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const given = Object.fromEntries(headers);
  return cronSecrets.some((secret) => {
    try {
      new Webhook(deriveTargetKey(secret, target), { format: "raw" }).verify(text, given, {
        jsonParse: false,
      });
      return true;
    } catch {
      return false;
    }
  });
}

/** The key of one target, as `nightshift.target_key` derives it. */
export function deriveTargetKey(secret: string, target: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHmac("sha256", secret).update(`nightshift target ${target}`).digest(),
  );
}

/** SHA-256 of a text, 64 hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Compares digests in constant time, with every secret, so that neither content nor position leaks.
 */
function isOneOf(candidate: string, secrets: readonly string[]): boolean {
  const given = digest(candidate);
  return secrets.filter((secret) => timingSafeEqual(given, digest(secret))).length > 0;
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
