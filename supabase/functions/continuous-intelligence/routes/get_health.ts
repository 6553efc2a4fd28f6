import type { Handler } from "hono";
import type { AppEnv } from "../../_shared/http/app.ts";
import type { Dependencies } from "../app.ts";
import type { Health } from "../store/store_answers.ts";

/** Nobody can make the database work harder than this by asking. */
const CACHE_SECONDS = 10;

/**
 * `GET /health`: public, without secrets and tenant data, for an outside monitor. `ok` and `unknown`
 * answer 200, `late` and `failing` 503, computed from the clock, so that a scheduler that died
 * without a word is seen.
 */
export function getHealth(
  { store, clock }: Pick<Dependencies, "store" | "clock">,
): Handler<AppEnv> {
  let latest: { readonly health: Promise<Health>; readonly askedAt: number } | undefined;
  return async function answerHealth(c) {
    const now = clock().getTime();
    if (latest === undefined || now - latest.askedAt >= CACHE_SECONDS * 1_000) {
      latest = { health: store.readHealth(), askedAt: now };
      // A failed question is not remembered.
      latest.health.catch(() => latest = undefined);
    }
    const health = await latest.health;
    const isWell = health.status === "ok" || health.status === "unknown";
    return c.json(health, isWell ? 200 : 503, {
      "cache-control": `public, max-age=${CACHE_SECONDS}`,
      "access-control-allow-origin": "*",
    });
  };
}
