/** Days of a list that names their month once: 2, 3 or 4 December; December 5 and 6. */
import { dateOfDay, type Day, dayOfDate } from "./calendar.ts";
import { isFree } from "./clock/clock.ts";
import { isBehindDate, LIST_LINKS, readDayOfMonth } from "./days_of_month.ts";
import { type MaybeDay, nearestDate, readMonth } from "./nearest_date.ts";
import { readDayNumber } from "./numbers.ts";
import { readNumericDate } from "./numeric_dates.ts";
import {
  type Found,
  isGlued,
  isLabelled,
  isNumberAt,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";

/** Days of one list that are looked at. */
const MAX_LISTED = 8;

type Read = (source: Source, at: number) => Found<MaybeDay> | null;

/**
 * The day at a place in such a list.
 * @param readDayMonth reads a day with its month
 */
export function readListedDay(source: Source, from: number, readDayMonth: Read): Found<Day> | null {
  const at = skipWords(source, from, 1, source.words.article, source.words.dayIntro);
  if (!isNumberAt(source, at) || isGlued(source, at) || isLabelled(source, at)) return null;
  const own = readDayNumber(source, at);
  if (own === null) return null;
  const near = dayAhead(source, own, readDayMonth) ?? dayBefore(source, at, own, MAX_LISTED);
  if (near === null) return null;
  const { year, month } = dateOfDay(near);
  const day = dayOfDate(year, month, own.value);
  return day === null ? null : { to: own.to, value: day };
}

/** The day with a month that ends the list, of which the days grow. */
function dayAhead(source: Source, own: Found<number>, readDayMonth: Read): MaybeDay {
  let last = own;
  for (let left = MAX_LISTED; left > 0; left--) {
    const at = skipLink(source, last.to);
    const next = at === last.to ? null : readDayNumber(source, at);
    if (next === null || next.value <= last.value) return null;
    const day = readNumericDate(source, at) ?? readDayMonth(source, at);
    if (day !== null) return day.value;
    last = next;
  }
  return null;
}

function skipLink(source: Source, at: number): number {
  const { and, article, on, dayIntro, weekdays } = source.words;
  const to = skipWords(source, at, 2, LIST_LINKS, and);
  if (to === at) return at;
  const name = weekdays.has(textAt(source, to)) ? skipWords(source, to + 1, 1, COMMA) : to;
  return skipWords(source, name, 2, article, on, dayIntro);
}

const COMMA = new Set([","]);

/** The day in front: behind its month, or behind a word such as `am`. */
function dayBefore(source: Source, at: number, own: Found<number>, left: number): MaybeDay {
  const { words } = source;
  if (left === 0 || !isFree(source, own.to) && !isBehindDate(source, own.to)) return null;
  const isIntro = words.article.has(textAt(source, at - 1)) || words.on.has(textAt(source, at - 1));
  let to = isIntro ? at - 1 : at;
  const link = to;
  while (link - to < 2 && (LIST_LINKS.has(textAt(source, to - 1)) || isAnd(source, to - 1))) to--;
  if (to === link) return null;
  const place = isNumberAt(source, to - 1) ? to - 1 : to - 2;
  const before = readDayNumber(source, place);
  if (before === null || before.to !== to || before.value >= own.value) return null;
  const month = [place - 1, place - 2].map((each) => readMonth(source, each))
    .find((found) => found?.to === place);
  if (month) return nearestDate(source, month.value, before.value);
  const named = [place - 1, place - 2].map((each) => readDayOfMonth(source, each))
    .find((found) => found?.to === to);
  return named?.value ?? dayBefore(source, place, before, left - 1);
}

function isAnd(source: Source, at: number): boolean {
  return source.words.and.has(textAt(source, at));
}
