/** How long to wait before the same request is sent again within a call? */
import { FAILURES } from "./failure.ts";
import { MAX_RETRY_AFTER_SECONDS, MAX_TRIES, RETRY_BASE_SECONDS } from "../limits.ts";
import type { ModelReply } from "../model.ts";

/**
 * Seconds to wait after `tries` requests; null when the call is over. What may have been billed is
 * not sent again. Doubling waits, drawn from their upper half so that runners part; never shorter
 * than what the provider asks for.
 * @param random 0 up to 1.
 */
export function waitBeforeRetry(
  reply: ModelReply,
  tries: number,
  random: () => number,
): number | null {
  if (reply.ok || !FAILURES[reply.kind].isTriedAgain || reply.mayCost) return null;
  const asked = reply.retryAfterSeconds ?? 0;
  if (tries >= MAX_TRIES || asked > MAX_RETRY_AFTER_SECONDS) return null;
  const backoff = RETRY_BASE_SECONDS * 2 ** (tries - 1);
  return Math.max(asked, 0) + backoff * (0.5 + random() / 2);
}
