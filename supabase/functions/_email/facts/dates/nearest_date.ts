/** Months, years behind a date, and the year a date without one is of. */
import { dateOfDay, type Day, dayOfDate } from "./calendar.ts";
import { readYear } from "./numbers.ts";
import { type Found, isAttached, skipWords, type Source, textAt } from "./tokens.ts";

/** Null as a day: written like a date that does not exist. */
export type MaybeDay = Day | null;

/** Months whose name is as short as an abbreviation. */
const WHOLE_NAME = /^(?:mars|ma[iy]|mei|maio|mayo|juin|june|july|juni|juli|ao[uû]t)$/;

/** The month a token names; a short name's full stop belongs to it. */
export function readMonth(source: Source, at: number): Found<number> | null {
  const name = textAt(source, at);
  const month = source.words.months.get(name);
  if (month === undefined) return null;
  const isShort = name.length <= 4 && !WHOLE_NAME.test(name) && textAt(source, at + 1) === "." &&
    isAttached(source, at + 1);
  return { to: isShort ? at + 2 : at + 1, value: month };
}

/**
 * A date without a year: the one to come, unless that is more than nine months away or the sentence
 * tells of the past; then the one before. A week from now is not the day of a year ago, whatever
 * the sentence tells: `Vom 1. bis 4. Dezember ist geschlossen`.
 */
export function nearestDate({ today, isPast }: Source, month: number, date: number): MaybeDay {
  const { year } = dateOfDay(today);
  // 29 February is rarely near: the one to come is meant.
  const isRare = month === 2 && date === 29;
  // 29 February is eight years away at most: around a century without one.
  const reach = isRare ? 8 : 1;
  const days: Day[] = [];
  for (let step = -reach; step <= reach; step++) {
    const day = dayOfDate(year + step, month, date);
    if (day !== null) days.push(day);
  }
  const next = days.find((day) => day >= today);
  const last = days.findLast((day) => day <= today);
  const isNext = next !== undefined &&
    (isPast
      ? !isRare && today - (last ?? today) > NINE_MONTHS
      : isRare || next - today <= NINE_MONTHS);
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
