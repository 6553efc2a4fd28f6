/** Months, years behind a date, and the year a date without one is of. */
import { dateOfDay, type Day, dayOfDate } from "./calendar.ts";
import { readYear } from "./numbers.ts";
import { type Found, isAttached, skipWords, type Source, textAt } from "./tokens.ts";

/** Null as a day: written like a date that does not exist. */
export type MaybeDay = Day | null;

/** The month a token names; a short name's full stop belongs to it. */
export function readMonth(source: Source, at: number): Found<number> | null {
  const month = source.words.months.get(textAt(source, at));
  if (month === undefined) return null;
  const isShort = textAt(source, at).length <= 4 && textAt(source, at + 1) === "." &&
    isAttached(source, at + 1);
  return { to: isShort ? at + 2 : at + 1, value: month };
}

/**
 * A date without a year: the one to come, unless that is more than nine months away or the sentence
 * tells of the past; then the one before.
 */
export function nearestDate({ today, isPast }: Source, month: number, date: number): MaybeDay {
  const { year } = dateOfDay(today);
  // Nine years apart at most: 29 February around a century without one.
  const days = Array.from({ length: 17 }, (_, step) => dayOfDate(year - 8 + step, month, date))
    .filter((day) => day !== null);
  const next = days.find((day) => day >= today);
  const last = days.findLast((day) => day <= today);
  // 29 February is rarely near: the one to come is meant.
  const isRare = month === 2 && date === 29;
  const isNext = next !== undefined && !isPast && (isRare || next - today <= NINE_MONTHS);
  return (isNext ? next : last ?? next) ?? null;
}

const NINE_MONTHS = 275;

/** A year behind a date: `, 2026`, `of 2026`, `26` after a full stop or apostrophe. */
export function readYearBehind(source: Source, at: number): Found<number> | null {
  const from = skipWords(source, at, 2, YEAR_LINK, source.words.of);
  const year = readYear(source, from);
  if (year === null || textAt(source, year.to) === ":" && isAttached(source, year.to)) return null;
  return year;
}

const YEAR_LINK = new Set([",", "-", "/", "."]);
