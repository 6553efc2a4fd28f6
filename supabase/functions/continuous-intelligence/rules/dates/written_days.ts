/** Days as a calendar writes them: 12 November 2026, 12/11/26, Friday the 13th, Christmas. */
import { dateOfDay, type Day, dayOfDate, easterSunday, weekdayOf } from "./calendar.ts";
import { expandYear, readDayNumber, readOrdinal, readYear } from "./numbers.ts";
import {
  type Found,
  isAttached,
  isGlued,
  isNumberAt,
  longest,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";

/** Null as a day: written like a date that does not exist. */
export type MaybeDay = Day | null;

/** Any of them, with a weekday in front where there is one. */
export function readWrittenDay(source: Source, at: number): Found<MaybeDay> | null {
  const name = source.words.relations.has(textAt(source, at)) ? at + 1 : at;
  const weekday = source.words.weekdays.has(textAt(source, name)) ? skipWeekday(source, name) : at;
  const plain = longest(
    readNumericDate(source, weekday),
    readMonthDay(source, weekday),
    readDayMonth(source, weekday),
    readHoliday(source, weekday),
    weekday > at ? readShortDate(source, weekday) : null,
  );
  if (plain === null) return readDayOfMonth(source, at);
  const isBracketed = textAt(source, weekday - 1) === "(" && textAt(source, plain.to) === ")";
  const value = weekday === at ? plain.value : alignWeekday(source, name, plain.value);
  return isBracketed ? { to: plain.to + 1, value } : skipWeekdayBehind(source, { ...plain, value });
}

/** Without a year, the weekday tells a date just gone from next year's. */
function alignWeekday(source: Source, name: number, day: MaybeDay): MaybeDay {
  const weekday = source.words.weekdays.get(textAt(source, name));
  if (day === null || weekday === undefined || weekdayOf(day) === weekday) return day;
  const { year, month, date } = dateOfDay(day);
  const others = [year - 1, year + 1].map((each) => dayOfDate(each, month, date));
  return others.find((other) =>
    other !== null && weekdayOf(other) === weekday && Math.abs(other - source.today) < HALF_YEAR
  ) ?? day;
}

const HALF_YEAR = 183;

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
  const isNext = next !== undefined && !isPast && next - today <= NINE_MONTHS;
  return (isNext ? next : last ?? next) ?? null;
}

const NINE_MONTHS = 275;

function skipWeekday(source: Source, at: number): number {
  const to = skipWords(source, at + 1, 1, WEEKDAY_END);
  return skipWords(source, to, 2, source.words.article, source.words.on);
}

const WEEKDAY_END = new Set([",", ".", "-", "(", "/"]);

function skipWeekdayBehind(source: Source, found: Found<MaybeDay>): Found<MaybeDay> {
  const isBracketed = textAt(source, found.to) === "(" && textAt(source, found.to + 2) === ")";
  return isBracketed && source.words.weekdays.has(textAt(source, found.to + 1))
    ? { to: found.to + 3, value: found.value }
    : found;
}

/** `2026-11-27`, `11/27/2026`, `27.11.26`, `27-Nov-2026`, `Nov/27`, `20261127`. */
function readNumericDate(source: Source, at: number): Found<MaybeDay> | null {
  const first = source.tokens[at];
  if (first === undefined || isGlued(source, at)) return null;
  if (first.number !== null && first.end - first.start === 8) return readDigits(source, at);
  const separator = textAt(source, at + 1);
  if (!/^[-/.]$/.test(separator) || !isAttached(source, at + 1)) return null;
  const [a, b, c] = [readPart(source, at), readPart(source, at + 2), readPart(source, at + 4)];
  if (a === null || b === null || !isAttached(source, at + 2)) return null;
  const isLong = c !== null && isAttached(source, at + 3) && isAttached(source, at + 4) &&
    (textAt(source, at + 3) === separator);
  if (isLong) {
    const day = arrange(source, [a, b, c]);
    if (day !== undefined && !goesOn(source, at + 5)) return { to: at + 5, value: day };
  }
  return isLong ? null : readTwoParts(source, at, separator, a, b);
}

/** `3/4` in the order of the language; with other signs a month must be named. */
function readTwoParts(
  source: Source,
  at: number,
  separator: string,
  a: Part,
  b: Part,
): Found<MaybeDay> | null {
  const to = at + 3;
  if (goesOn(source, to)) return null;
  if (a.isMonth !== b.isMonth) {
    const [month, date] = a.isMonth ? [a, b] : [b, a];
    return date.length > 2 ? null : { to, value: nearestDate(source, month.value, date.value) };
  }
  const isGerman = separator === "." && !source.words.monthFirst && textAt(source, to) === "." &&
    isAttached(source, to) && b.length === 2;
  if (separator !== "/" && !isGerman || a.length > 2 || b.length > 2 || a.isMonth) return null;
  // Around the clock.
  if (a.value === 24 && b.value === 7) return null;
  const [month, date] = order(source.words.monthFirst && !isGerman, a.value, b.value);
  const value = nearestDate(source, month, date);
  return value === null ? null : { to: isGerman ? to + 1 : to, value };
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
function arrange(source: Source, parts: readonly [Part, Part, Part]): MaybeDay | undefined {
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
  const isMonthFirst = source.words.monthFirst && textIsNot(source, ".");
  const [month, date] = order(isMonthFirst, a.value, b.value);
  if (month > 12 || date > 31 || month === 0 || date === 0) return undefined;
  return dayOfDate(yearOf(source, c), month, date);
}

/** English writes full stops only in the order of the continent; months beyond 12 settle it anyway. */
function textIsNot(source: Source, separator: string): boolean {
  return !source.tokens.some(({ text, isApart, number }, at) =>
    text === separator && !isApart && number === null && isNumberAt(source, at - 1) &&
    isNumberAt(source, at + 1) && source.tokens[at + 1]?.isApart === false
  );
}

function order(monthFirst: boolean, a: number, b: number): [month: number, date: number] {
  if (a > 12) return [b, a];
  if (b > 12) return [a, b];
  return monthFirst ? [a, b] : [b, a];
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

/** `November 27`, `Nov. 27th, 2026`. */
function readMonthDay(source: Source, at: number): Found<MaybeDay> | null {
  const month = readMonth(source, at);
  if (month === null) return null;
  const from = skipWords(source, month.to, 1, source.words.article, MONTH_LINK);
  const date = readDayNumber(source, from);
  if (date === null || isClockAhead(source, date.to) && source.tokens[from]?.number !== null) {
    return null;
  }
  const year = readYearBehind(source, date.to);
  return year === null
    ? { to: date.to, value: nearestDate(source, month.value, date.value) }
    : { to: year.to, value: dayOfDate(year.value, month.value, date.value) };
}

const MONTH_LINK = new Set(["-", "/"]);

function isClockAhead(source: Source, at: number): boolean {
  if (textAt(source, at) === ":" && isAttached(source, at)) return true;
  return /^(?:am|pm)$/.test(textAt(source, at)) || source.words.clock.has(textAt(source, at));
}

/** `27 November`, `the 27th of November, 2026`, `27. November 2026`, `27 de noviembre de 2026`. */
function readDayMonth(source: Source, at: number): Found<MaybeDay> | null {
  const from = skipWords(source, at, 1, source.words.article);
  const date = readDayNumber(source, from);
  if (date === null || isGlued(source, from)) return null;
  let to = date.to;
  if (textAt(source, to) === "day") to++;
  const month = readMonth(source, skipWords(source, to, 1, source.words.of, MONTH_LINK));
  if (month === null) return null;
  const year = readYearBehind(source, month.to);
  return year === null
    ? { to: month.to, value: nearestDate(source, month.value, date.value) }
    : { to: year.to, value: dayOfDate(year.value, month.value, date.value) };
}

/** A year behind a date: `, 2026`, `of 2026`, `26` after a full stop or apostrophe. */
export function readYearBehind(source: Source, at: number): Found<number> | null {
  const from = skipWords(source, at, 2, YEAR_LINK, source.words.of);
  const year = readYear(source, from);
  if (year === null || textAt(source, year.to) === ":" && isAttached(source, year.to)) return null;
  return year;
}

const YEAR_LINK = new Set([",", "-", "/", "."]);

/** A month and a date with a sign between, only behind a weekday: `Friday 7.6`, `Tuesday 4-21`. */
function readShortDate(source: Source, at: number): Found<MaybeDay> | null {
  const [a, b] = [readPart(source, at), readPart(source, at + 2)];
  if (a === null || b === null || a.length > 2 || b.length > 2) return null;
  if (!/^[-.]$/.test(textAt(source, at + 1)) || !isAttached(source, at + 1)) return null;
  if (!isAttached(source, at + 2) || goesOn(source, at + 3) || isClockAhead(source, at + 3)) {
    return null;
  }
  // `Monday 6-8` is a time.
  if (textAt(source, at + 1) === "-" && Math.max(a.value, b.value) <= 12) return null;
  const [month, date] = order(source.words.monthFirst, a.value, b.value);
  const value = nearestDate(source, month, date);
  return value === null ? null : { to: at + 3, value };
}

/** `Friday the 13th`, `the 18th`: the next day, or the one before, that it fits. */
function readDayOfMonth(source: Source, at: number): Found<Day> | null {
  const { words, today } = source;
  const weekday = words.weekdays.get(textAt(source, at));
  const link = weekday === undefined ? at : at + 1;
  const from = skipWords(source, link, 2, words.article, words.on);
  const date = readOrdinal(source, from) ??
    (weekday === undefined && !isOnThe(source, at) ? null : readLonelyNumber(source, from));
  if (date === null || date.value < 1 || date.value > 31) return null;
  if (weekday === undefined) {
    // `the first` and `the 3rd floor` are no dates.
    const isDigits = source.tokens[from]?.number !== null;
    if (
      from === at || !isDigits ||
      /^[a-z]/.test(textAt(source, date.to)) && !isBehindDate(source, date.to)
    ) {
      return null;
    }
  }
  const step = source.isPast ? -1 : 1;
  for (let day = today, left = 800; left > 0; day += step, left--) {
    if (dateOfDay(day).date !== date.value) continue;
    if (weekday === undefined || weekdayOf(day) === weekday) return { to: date.to, value: day };
  }
  return null;
}

/** `on the 17`. */
function isOnThe(source: Source, at: number): boolean {
  return source.words.article.has(textAt(source, at)) &&
    source.words.on.has(textAt(source, at - 1));
}

/** `Monday 21` with nothing counted behind it. */
function readLonelyNumber(source: Source, at: number): Found<number> | null {
  const isLonely = isNumberAt(source, at) && textAt(source, at - 1) !== "," &&
    (/^[!?.,;)]$/.test(textAt(source, at + 1)) && !isAttached(source, at + 2) ||
      textAt(source, at + 1) === "" ||
      /^(?:from|between|at|until|till)$/.test(textAt(source, at + 1)));
  return isLonely ? readDayNumber(source, at) : null;
}

function isBehindDate({ words, tokens }: Source, at: number): boolean {
  const text = tokens[at]?.text ?? "";
  return [words.at, words.from, words.between, words.and, words.to].some((set) => set.has(text)) ||
    /^(?:if|is|works?|when|please|with|or|so|but|um|in)$/.test(text);
}

/** Feasts: a word or two of the calendar. */
function readHoliday(source: Source, at: number): Found<Day> | null {
  const { words, tokens } = source;
  const text = textAt(source, at);
  const next = textAt(source, at + 1);
  const year = (to: number) => readYearBehind(source, to);
  const fixed = words.fixedDays.get(text);
  if (fixed !== undefined) {
    const isEve = next === "eve";
    const isDay = next === "day";
    const to = isEve || isDay ? at + 2 : at + 1;
    return onDate(source, to, fixed[0], isEve ? fixed[1] - 1 : fixed[1]);
  }
  if (text === "new" && /^year(?:'?s)?$/.test(next)) {
    const to = textAt(source, at + 2) === "'" ? at + 3 : at + 2;
    if (textAt(source, to) === "eve") return onDate(source, to + 1, 12, 31);
    return textAt(source, to) === "day" ? onDate(source, to + 1, 1, 1) : null;
  }
  const floating = FLOATING.get(`${text} ${next}`) ?? FLOATING.get(text);
  if (floating !== undefined) {
    return onFloating(source, FLOATING.has(text) ? at + 1 : at + 2, floating);
  }
  if (text === "boxing" && next === "day") return onDate(source, at + 2, 12, 26);
  const isGood = text === "good" && next === "friday" || text === "karfreitag";
  if (!isGood && !EASTER.has(text) || tokens[at]?.isCapital === false && text === "pascua") {
    return null;
  }
  const isMonday = next === "monday" || text === "ostermontag";
  const to = isGood && text === "good" || isMonday && text !== "ostermontag" || next === "sunday"
    ? at + 2
    : at + 1;
  const shift = isGood ? -2 : isMonday ? 1 : 0;
  const given = year(to);
  if (given !== null) return { to: given.to, value: easterSunday(given.value) + shift };
  const { year: current } = dateOfDay(source.today);
  const days = [current - 1, current, current + 1].map((each) => easterSunday(each) + shift);
  const day = source.isPast
    ? days.findLast((each) => each <= source.today)
    : days.find((each) => each >= source.today);
  return day === undefined ? null : { to, value: day };
}

interface Floating {
  readonly month: number;
  readonly weekday: number;
  /** Which one of the month; -1 is the last. */
  readonly place: number;
  readonly shift?: number;
}

const FLOATING: ReadonlyMap<string, Floating> = new Map([
  ["thanksgiving", { month: 11, weekday: 4, place: 4 }],
  ["black friday", { month: 11, weekday: 4, place: 4, shift: 1 }],
  ["labor day", { month: 9, weekday: 1, place: 1 }],
  ["memorial day", { month: 5, weekday: 1, place: -1 }],
]);

function onFloating(source: Source, at: number, floating: Floating): Found<Day> | null {
  const to = textAt(source, at) === "day" ? at + 1 : at;
  const given = readYearBehind(source, to);
  if (given !== null) return { to: given.to, value: dayOfFloating(given.value, floating) };
  const { year } = dateOfDay(source.today);
  const days = [year - 1, year, year + 1].map((each) => dayOfFloating(each, floating));
  const day = source.isPast
    ? days.findLast((each) => each <= source.today)
    : days.find((each) => each >= source.today);
  return day === undefined ? null : { to, value: day };
}

function dayOfFloating(year: number, { month, weekday, place, shift = 0 }: Floating): Day {
  const first = dayOfDate(year, month, 1) ?? 0;
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (place === -1 ? 3 : place - 1);
  const isLater = place === -1 && dateOfDay(day + 7).month === month;
  return day + (isLater ? 7 : 0) + shift;
}

const EASTER = new Set(["easter", "ostern", "ostersonntag", "ostermontag", "pascua"]);

function onDate(source: Source, to: number, month: number, date: number): Found<Day> | null {
  const year = readYearBehind(source, to);
  const day = year === null ? nearestDate(source, month, date) : dayOfDate(year.value, month, date);
  return day === null ? null : { to: year?.to ?? to, value: day };
}
