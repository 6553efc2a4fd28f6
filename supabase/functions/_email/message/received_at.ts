/** Before this, dates come from broken clocks: few people had business mail. */
export const EARLIEST_MAIL_MS = Date.UTC(1995, 0, 1);

const DAY_MS = 86_400_000;

/** `+0200`, `+02:00`, `GMT`, `Z`, `EST`: without one of them the date would take this machine's zone. */
const TIME_ZONE = /(?:[+-]\d{2}:?\d{2}|\b(?:UTC?|GMT|[ECMP][SD]T)|Z)\s{0,10}(?:\(|$)/i;

/** A date without a time of day is no mail date; V8 reads one into almost any digit. */
const TIME_OF_DAY = /\d{1,2}:\d{2}/;

/**
 * The time a mail was sent, ISO 8601 in UTC: its Date field when that is a date from 1995 to one day
 * after `now`, else `now`. A date without a zone is taken as UTC.
 */
export function readReceivedAt(dateField: string | undefined, now: Date): string {
  const written = (dateField ?? "").slice(0, 200).trim();
  if (!TIME_OF_DAY.test(written)) return now.toISOString();
  const sentAtMs = Date.parse(TIME_ZONE.test(written) ? written : `${written} UTC`);
  return isPlausibleMailTime(sentAtMs, now) ? new Date(sentAtMs).toISOString() : now.toISOString();
}

/** Whether a mail may carry this time (milliseconds since 1970; NaN is never plausible). */
export function isPlausibleMailTime(timeMs: number, now: Date): boolean {
  return timeMs >= EARLIEST_MAIL_MS && timeMs <= now.getTime() + DAY_MS;
}
