/** How far away is a day? Calendar arithmetic in UTC days. */

const DAY_MS = 86_400_000;
const LOCAL_DAY = /^(\d{4})-(\d{2})-(\d{2})/;
/** Days counted at most; further away is all the same. */
const MAX_DAYS = 400;

/**
 * The day a date or period of an email ends on when it has begun, else the day it begins, as
 * `YYYY-MM-DD`; null when it is unknown or over.
 */
export function dayOf(value: string | null, receivedAt: string): string | null {
  const today = receivedAt.slice(0, 10);
  const [start = "", end = ""] = (value ?? "").split("/");
  if (LOCAL_DAY.test(start) && start.slice(0, 10) >= today) return start.slice(0, 10);
  return LOCAL_DAY.test(end) && end.slice(0, 10) >= today ? end.slice(0, 10) : null;
}

let lastMoment = "";
let lastBeginning = NaN;

/** When the day of a moment begins; all days of an email are counted from the same moment. */
function beginningOf(moment: string): number {
  if (moment !== lastMoment) {
    lastMoment = moment;
    lastBeginning = Date.parse(`${moment.slice(0, 10)}T00:00:00Z`);
  }
  return lastBeginning;
}

/**
 * Working days from a moment to a day, neither Saturdays nor Sundays; 0 for the same day, -1 for
 * earlier.
 */
export function countWorkingDays(from: string, day: string): number {
  const first = beginningOf(from);
  const last = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(first) || Number.isNaN(last) || last < first) return -1;
  let days = 0;
  // Day 0 of the epoch was a Thursday.
  for (let day = first / DAY_MS + 1; day * DAY_MS <= last && days < MAX_DAYS; day++) {
    const weekday = (day % 7 + 11) % 7;
    if (weekday !== 0 && weekday !== 6) days++;
  }
  return days;
}
