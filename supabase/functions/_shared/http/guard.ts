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
}

/**
 * The one order in which every request is checked before its handler parses anything. Leaves
 * `caller` and `body`.
 * @throws {Problem} `body_too_large` (413); `unauthorized` (401), the same for a missing and for a
 * wrong credential; `body_too_slow` (408)
 */
export function guard(options: GuardOptions): MiddlewareHandler<AppEnv> {
  const { secrets, kinds, target, admit } = options;
  return async function checkRequest(c, next) {
    const { raw } = c.req;
    refuseAnnouncedLength(raw.headers, options.maxBytes);

    const caller = findCaller(raw.headers, secrets);
    if (caller === null || !kinds.includes(caller.kind)) throw createUnauthorized(kinds);
    c.set("caller", caller);
    await admit?.(c);

    const body = await readBody(raw, options);
    const isForged = caller.kind === "signature" &&
      !isSigned(body, raw.headers, secrets.cronSecrets, target);
    if (isForged) throw createUnauthorized(kinds);
    c.set("body", body);
    await next();
  };
}
