import type { Clock } from "../platform/clock.ts";

/** Times that the database stores. */
const FIRST_TIME = Date.UTC(2000, 0, 1);
const LAST_TIME = Date.UTC(2100, 0, 1);

/**
 * When a mailbox got a message, as its server tells it; now for a time that cannot be one.
 * @example readReceivedAt("2026-11-27T08:00:00Z", systemClock)
 */
export function readReceivedAt(
  told: Date | string | number | null | undefined,
  clock: Clock,
): Date {
  const time = new Date(told ?? NaN);
  return time.getTime() >= FIRST_TIME && time.getTime() < LAST_TIME ? time : clock();
}
