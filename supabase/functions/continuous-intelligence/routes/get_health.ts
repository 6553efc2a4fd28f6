import type { Handler } from "hono";
import { cacheAnswer } from "../../_shared/http/cached_answer.ts";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { reportVersions } from "../../_shared/platform/version.ts";
import type { AppDeps } from "../deps.ts";

/** Nobody can make the database work harder than this by asking. */
const CACHE_SECONDS = 10;

/**
 * `GET /health`: public, without secrets and tenant data, for an outside monitor. `ok` and
 * `unknown` answer 200, everything else 503. It is computed from the clock, so that it also shows a
 * scheduler that stopped without an error. Where the functions and the database are of two
 * releases, a sentence says so; the status stays, as a deploy brings one after the other.
 */
export function getHealth({ store, clock }: Pick<AppDeps, "store" | "clock">): Handler<AppEnv> {
  const readHealth = cacheAnswer(() => store.readHealth(), clock, CACHE_SECONDS);
  return async function answerHealth(c) {
    const { answer: health } = await readHealth();
    const isWell = health.status === "ok" || health.status === "unknown";
    return c.json({ ...health, ...reportVersions(health["version"]) }, isWell ? 200 : 503, {
      "cache-control": `public, max-age=${CACHE_SECONDS}`,
      "access-control-allow-origin": "*",
    });
  };
}
