/** Days and periods as numbers: what the words of a date are worked out with. */

/** Days since 1 January 1970. */
export type Day = number;

/** A day, or a second of it; local to whoever wrote it. */
export interface Moment {
  readonly day: Day;
  /** Since midnight; null for the whole day. */
  readonly second: number | null;
}

/** From one moment to another; a period of whole days ends with the day before its `end`. */
export interface Period {
  readonly start: Moment;
  readonly end: Moment;
}

/** Null as a period: its words do not say from when to when. */
export type MaybePeriod = Period | null;

/** What the calendar counts in; `weekday` is a day from Monday to Friday. */
export type Unit = "day" | "weekday" | "week" | "weekend" | "month" | "quarter" | "year" | "decade";

const DAY_MS = 86_400_000;

/** The day a time in UTC falls on. */
export function dayOfTime(timeMs: number): Day {
  return Math.floor(timeMs / DAY_MS);
}

/** The day of a calendar date, month from 1; null when there is no such date. */
export function dayOfDate(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const time = new Date(Date.UTC(2_000, month - 1, 1));
  time.setUTCFullYear(year, month - 1, date);
  return time.getUTCDate() === date ? dayOfTime(time.getTime()) : null;
}

/** Year, month from 1 and date of a day. */
export function dateOfDay(day: Day): { year: number; month: number; date: number } {
  const time = new Date(day * DAY_MS);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The first day of the unit a day lies in; weeks begin on Monday. */
export function startOfUnit(unit: Unit, day: Day): Day {
  const { year, month } = dateOfDay(day);
  switch (unit) {
    case "day":
    case "weekday":
      return day;
    case "week":
      return day - ((weekdayOf(day) + 6) % 7);
    case "weekend":
      return startOfUnit("week", day) + 5;
    case "month":
      return firstOf(year, month);
    case "quarter":
      return firstOf(year, month - ((month - 1) % 3));
    case "year":
      return firstOf(year, 1);
    case "decade":
      return firstOf(year - (year % 10), 1);
  }
}

/** The day so many units later, or earlier; the last of a month where it has no such date. */
export function addUnits(unit: Unit, day: Day, count: number): Day {
  switch (unit) {
    case "day":
      return day + count;
    case "weekday":
      return addWeekdays(day, count);
    case "week":
    case "weekend":
      return day + 7 * count;
    case "month":
      return addMonths(day, count);
    case "quarter":
      return addMonths(day, 3 * count);
    case "year":
      return addMonths(day, 12 * count);
    case "decade":
      return addMonths(day, 120 * count);
  }
}

/** The unit that begins on a day, as a period. */
export function periodOfUnit(unit: Unit, start: Day): Period {
  return periodOfDays(start, unit === "weekend" ? start + 2 : addUnits(unit, start, 1));
}

/** From the beginning of one day to another. */
export function periodOfDays(start: Day, end: Day): Period {
  return { start: { day: start, second: null }, end: { day: end, second: null } };
}

/** Monday of an ISO week. */
export function startOfIsoWeek(year: number, week: number): Day {
  return startOfUnit("week", firstOf(year, 1) + 3) + 7 * (week - 1);
}

/** Easter Sunday (Gauss's rule in Lichtenberg's form). */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const shift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const moon = (19 * (year % 19) + shift) % 30;
  const early = Math.floor((moon + Math.floor((year % 19) / 11)) / 29);
  const border = 21 + moon - early;
  const solar = 2 - Math.floor((3 * century + 3) / 4);
  const sunday = 7 - ((year + Math.floor(year / 4) + solar) % 7);
  return firstOf(year, 3) - 1 + border + 7 - ((border - sunday) % 7);
}

/** ISO 8601: `2026-11-27`, `2026-11-27T15:00`, with seconds only where there are some. */
export function formatMoment({ day, second }: Moment): string {
  const text = new Date(day * DAY_MS + (second ?? 0) * 1_000).toISOString();
  if (second === null) return text.slice(0, 10);
  return text.slice(0, second % 60 === 0 ? 16 : 19);
}

/**
 * `start/end`, whole days with the last one as their end: `2026-11-01/2026-11-30`; one day alone.
 */
export function formatPeriod({ start, end }: Period): string {
  if (start.second === null && end.second === null && end.day - start.day === 1) {
    return formatMoment(start);
  }
  const last = end.second === null && end.day > start.day ? { ...end, day: end.day - 1 } : end;
  return `${formatMoment(start)}/${formatMoment(last)}`;
}

function firstOf(year: number, month: number): Day {
  return dayOfTime(Date.UTC(year, month - 1, 1));
}

function addMonths(day: Day, count: number): Day {
  const { year, month, date } = dateOfDay(day);
  const first = firstOf(year, month + count);
  const length = firstOf(year, month + count + 1) - first;
  return first + Math.min(date, length) - 1;
}

function addWeekdays(day: Day, count: number): Day {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.min(Math.abs(count), 400); left > 0;) {
    at += step;
    if (weekdayOf(at) % 6 !== 0) left--;
  }
  return at;
}
