/** Dates in figures: 2026-11-27, 11/27/2026, 27.11., Nov/27. */
import { type Day, dayOfDate } from "./calendar.ts";
import { type DateOrder } from "./signs/date_order.ts";
import { isFraction } from "./signs/fractions.ts";
import { type MaybeDay, nearestDate } from "./nearest_date.ts";
import { expandYear } from "./numbers.ts";
import {
  type Found,
  isAttached,
  isGlued,
  isLabelled,
  isNumberAt,
  type Source,
  textAt,
} from "./tokens.ts";

/**
 * `2026-11-27`, `11/27/2026`, `27.11.26`, `27-Nov-2026`, `Nov/27`, `20261127`. Without an order,
 * figures that could be read both ways have no value.
 */
export function readNumericDate(
  source: Source,
  at: number,
  dateOrder = source.order,
): Found<MaybeDay> | null {
  const first = source.tokens[at];
  if (first === undefined || isGlued(source, at) || isLabelled(source, at)) return null;
  if (first.number !== null && first.end - first.start === 8) return readDigits(source, at);
  const separator = textAt(source, at + 1);
  if (!/^[-/.]$/.test(separator) || !isAttached(source, at + 1)) return null;
  const a = readPart(source, at);
  const b = readPart(source, at + 2);
  // `27. 11.`, `27. 11. 2026`
  const isSpaced = !isAttached(source, at + 2) && separator === "." && !source.words.isEnglish;
  if (a === null || b === null || isSpaced !== !isAttached(source, at + 2)) return null;
  if (isSpaced && !isSpacedPlace(source, at)) return null;
  const c = readPart(source, at + 4);
  const isLong = c !== null && isAttached(source, at + 3) &&
    (isAttached(source, at + 4) || isSpaced && c.length === 4) &&
    (textAt(source, at + 3) === separator);
  if (isLong) {
    const day = arrange(source, dateOrder, separator, [a, b, c]);
    // `12-11-2026-004` numbers something.
    const isNumber = separator === "-" && textAt(source, at + 5) === "-" &&
      isAttached(source, at + 6) && isNumberAt(source, at + 6) &&
      !(isAttached(source, at + 7) && textAt(source, at + 7) === separator);
    if (day !== undefined && !isNumber && !goesOn(source, at + 5)) {
      return { to: at + 5, value: day };
    }
  }
  return isLong ? null : readTwoParts(source, dateOrder, at, separator, [a, b]);
}

/** Behind a word that dates have: `1. 2.` alone numbers something. */
function isSpacedPlace(source: Source, at: number): boolean {
  const { due, from, weekdays } = source.words;
  const before = textAt(source, at - 1);
  return due.has(before) || weekdays.has(before) || from.has(before);
}

/** `3/4` where it is no fraction; with other signs a month must be named. */
function readTwoParts(
  source: Source,
  dateOrder: DateOrder | null,
  at: number,
  separator: string,
  [a, b]: readonly [Part, Part],
): Found<MaybeDay> | null {
  const to = at + 3;
  if (goesOn(source, to)) return null;
  if (a.isMonth !== b.isMonth) {
    const [month, date] = a.isMonth ? [a, b] : [b, a];
    return date.length > 2 ? null : { to, value: nearestDate(source, month.value, date.value) };
  }
  const isDotted = separator === "." && textAt(source, to) === "." && isAttached(source, to) &&
    isDottedPlace(source, at, b);
  if (separator !== "/" && !isDotted || a.length > 2 || b.length > 2 || a.isMonth) return null;
  if (!isDotted && isFraction(source, at, a.value, b.value)) return null;
  const parts = order(isDotted ? "day" : dateOrder, a.value, b.value);
  if (parts === null) return isDate(a.value, b.value) ? { to, value: null } : null;
  const value = nearestDate(source, ...parts);
  return value === null ? null : { to: isDotted ? to + 1 : to, value };
}

/** Before a date such as `20.11.` in English. */
const BEFORE_DOTTED = /^(?:on|by|until|till|before|from|since|dated)$/;

/** `am 5.3.`, `3.12.`; in English `on 20.11.` and the ends of `04.06.-07.06.2027`. */
function isDottedPlace(source: Source, at: number, month: Part): boolean {
  const to = at + 4;
  if (source.words.isEnglish) {
    const before = textAt(source, at - 1);
    const isEnd = before === "-" && textAt(source, at - 2) === "." && isNumberAt(source, at - 3);
    return isEnd || month.length === 2 && BEFORE_DOTTED.test(before) ||
      /^[-–—]$/.test(textAt(source, to)) && isNumberAt(source, to + 1) &&
        textAt(source, to + 2) === "." && isNumberAt(source, to + 3);
  }
  return month.length === 2 || source.words.due.has(textAt(source, at - 1)) ||
    source.words.weekdays.has(textAt(source, at - 1));
}

function isDate(a: number, b: number): boolean {
  return a > 0 && b > 0;
}

interface Part {
  readonly value: number;
  readonly length: number;
  readonly isMonth: boolean;
}

function readPart(source: Source, at: number): Part | null {
  const token = source.tokens[at];
  if (token === undefined) return null;
  if (token.number !== null) {
    const length = token.end - token.start;
    return length <= 4 && length !== 3 ? { value: token.number, length, isMonth: false } : null;
  }
  const month = source.words.months.get(token.text);
  return month === undefined ? null : { value: month, length: 0, isMonth: true };
}

/** The day three parts mean; undefined when they are no date at all. */
function arrange(
  source: Source,
  dateOrder: DateOrder | null,
  separator: string,
  parts: readonly [Part, Part, Part],
): MaybeDay | undefined {
  const [a, b, c] = parts;
  const named = parts.find(({ isMonth }) => isMonth);
  if (named !== undefined) {
    const others = parts.filter((part) => part !== named);
    const long = others.find(({ length }) => length === 4) ?? others[1];
    const date = others.find((part) => part !== long);
    if (long === undefined || date === undefined || others.length !== 2) return undefined;
    return dayOfDate(yearOf(source, long), named.value, date.value);
  }
  if (a.length === 4) {
    if (Math.max(b.value, c.value) > 31 || Math.min(b.value, c.value) > 12) return undefined;
    return dayOfDate(a.value, b.value, c.value) ?? dayOfDate(a.value, c.value, b.value);
  }
  if (c.length === 1 || a.length > 2 || b.length > 2) return undefined;
  // 5.2.11 is a version.
  const isVersion = source.words.isEnglish && c.length === 2 && a.length + b.length < 4;
  if (isVersion && separator === ".") return undefined;
  // Full stops are written in the order of the continent.
  const ordered = order(separator === "." ? "day" : dateOrder, a.value, b.value);
  if (ordered === null) return isDate(a.value, b.value) ? null : undefined;
  const [month, date] = ordered;
  if (month > 12 || date > 31 || month === 0 || date === 0) return undefined;
  return dayOfDate(yearOf(source, c), month, date);
}

/** Null when both orders give a date, and none is known. */
function order(
  dateOrder: DateOrder | null,
  a: number,
  b: number,
): [month: number, date: number] | null {
  if (a > 12) return [b, a];
  if (b > 12 || a === b) return [a, b];
  if (dateOrder === null) return null;
  return dateOrder === "month" ? [a, b] : [b, a];
}

function yearOf(source: Source, { value, length }: Part): number {
  return length === 4 ? value : expandYear(source, value);
}

function readDigits(source: Source, at: number): Found<Day> | null {
  const number = source.tokens[at]?.number ?? 0;
  const year = Math.floor(number / 10_000);
  if (year < 1_900 || year > 2_100 || goesOn(source, at + 1)) return null;
  const day = dayOfDate(year, Math.floor(number / 100) % 100, number % 100);
  return day === null ? null : { to: at + 1, value: day };
}

function goesOn(source: Source, at: number): boolean {
  const sign = textAt(source, at);
  if (!isAttached(source, at)) return false;
  if (/^[/.:,-]$/.test(sign)) {
    return isAttached(source, at + 1) && isNumberAt(source, at + 1) &&
      !(sign === "-" && source.tokens[at + 1]?.number !== null);
  }
  return /^(?:[0-9%]|st$|nd$|rd$|th$)/.test(sign);
}

/** Whether a number is a time of day by what follows it. */
export function isClockAhead(source: Source, at: number): boolean {
  if (textAt(source, at) === ":" && isAttached(source, at)) return true;
  return /^(?:am|pm)$/.test(textAt(source, at)) || source.words.clock.has(textAt(source, at));
}

/** A month and a date with a sign between, only behind a weekday: `Friday 7.6`, `Tuesday 4-21`. */
export function readShortDate(
  source: Source,
  at: number,
  dateOrder = source.order,
): Found<MaybeDay> | null {
  const a = readPart(source, at);
  const b = readPart(source, at + 2);
  if (a === null || b === null || a.length > 2 || b.length > 2) return null;
  if (!/^[-.]$/.test(textAt(source, at + 1)) || !isAttached(source, at + 1)) return null;
  if (!isAttached(source, at + 2) || goesOn(source, at + 3) || isClockAhead(source, at + 3)) {
    return null;
  }
  // `Monday 6-8` is a time.
  if (textAt(source, at + 1) === "-" && Math.max(a.value, b.value) <= 12) return null;
  const parts = order(dateOrder, a.value, b.value);
  if (parts === null) return { to: at + 3, value: null };
  const value = nearestDate(source, ...parts);
  return value === null ? null : { to: at + 3, value };
}
