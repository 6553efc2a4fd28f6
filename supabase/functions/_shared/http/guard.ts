import type { Context, MiddlewareHandler } from "hono";
import { type BodyLimits, readBody, refuseAnnouncedLength } from "./body.ts";
import type { AppEnv, CallerKind } from "./caller.ts";
import { createUnauthorized, findCaller, isSigned, type Secrets } from "./credentials.ts";

/** Whom a function lets in, and how much of them it reads. */
export interface GuardOptions extends BodyLimits {
  readonly secrets: Secrets;
  readonly kinds: readonly CallerKind[];
  /** The function's name, for which the database signs. */
  readonly target: string;
  /** Asks the database about a caller before the body is read; throws for those it keeps out. */
  readonly admit?: (c: Context<AppEnv>) => Promise<void>;
  /** The same, but only about a caller whose body takes longer than a second to arrive. */
  readonly admitSlow?: (c: Context<AppEnv>) => Promise<void>;
  /** How somebody else signs. Without it the database does, for `target`. */
  readonly signature?: SignatureScheme;
  /** What a 401 asks for; some callers send the credentials of their URL only when asked. */
  readonly scheme?: "Bearer" | "Basic";
}

/** A signature that is not the database's. */
export interface SignatureScheme {
  /** The header that a signed request has; null where a signature alone lets nobody in. */
  readonly header: string | null;
  /** Asked about every request, whoever sends it. */
  readonly verify: (body: Uint8Array, headers: Headers) => boolean | Promise<boolean>;
}

const SLOW_AFTER_MS = 1_000;

/**
 * The one order in which every request is checked before its handler parses anything. Leaves
 * `caller` and `body`.
 * @throws {Problem} `body_too_large` (413); `unauthorized` (401), the same for a missing and for a
 * wrong credential; `body_too_slow` (408)
 */
export function guard(options: GuardOptions): MiddlewareHandler<AppEnv> {
  const { secrets, kinds, target, admit, admitSlow, signature, scheme = "Bearer" } = options;
  return async function checkRequest(c, next) {
    const { raw } = c.req;
    refuseAnnouncedLength(raw.headers, options.maxBytes);

    const caller = findCaller(raw.headers, secrets, signature?.header ?? undefined);
    if (caller === null || !kinds.includes(caller.kind)) {
      throw createUnauthorized(kinds, { scheme });
    }
    c.set("caller", caller);
    await admit?.(c);

    const reading = readBody(raw, options);
    if (admitSlow !== undefined && await isLate(reading)) await admitSlow(c);
    const body = await reading;
    const isGenuine = signature === undefined
      ? caller.kind !== "signature" || isSigned(body, raw.headers, secrets.cronSecrets, target)
      : await signature.verify(body, raw.headers);
    if (!isGenuine) throw createUnauthorized(kinds, { scheme });
    c.set("body", body);
    await next();
  };
}

/** Whether a body is still on its way after a second; one that failed is not. */
async function isLate(reading: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(true), SLOW_AFTER_MS);
  const arrived = reading.then(() => false, () => false);
  try {
    return await Promise.race([arrived, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
