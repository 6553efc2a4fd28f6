/** Days as a calendar writes them: 12 November 2026, 12/11/26, Friday the 13th, Christmas. */
import { dateOfDay, dayOfDate, weekdayOf } from "./calendar.ts";
import { isFree } from "./clock/clock.ts";
import { readListedDay } from "./day_lists.ts";
import { readDayOfMonth, skipDayWord } from "./days_of_month.ts";
import { type DateOrder } from "./signs/date_order.ts";
import { readHoliday } from "./feasts.ts";
import { type MaybeDay, nearestDate, readMonth, readYearBehind } from "./nearest_date.ts";
import { readDayNumber } from "./numbers.ts";
import { isClockAhead, readNumericDate, readShortDate } from "./numeric_dates.ts";
import {
  type Found,
  isGlued,
  isLabelled,
  isNumberAt,
  longest,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";

/** Any of them, with a weekday in front where there is one. */
export function readWrittenDay(source: Source, at: number): Found<MaybeDay> | null {
  const name = source.words.relations.has(textAt(source, at)) ? at + 1 : at;
  const weekday = source.words.weekdays.has(textAt(source, name)) ? skipWeekday(source, name) : at;
  const plain = longest(
    readFigures(source, weekday, name),
    readMonthDay(source, weekday),
    readDayMonth(source, weekday),
    readHoliday(source, weekday),
    readListedDay(source, weekday, readDayMonth),
  );
  if (plain === null) return readDayOfMonth(source, at);
  const isBracketed = textAt(source, weekday - 1) === "(" && textAt(source, plain.to) === ")";
  const value = weekday === at || hasYear(source, weekday, plain.to)
    ? plain.value
    : alignWeekday(source, name, plain.value);
  return isBracketed ? { to: plain.to + 1, value } : skipWeekdayBehind(source, { ...plain, value });
}

/** A date in figures; a weekday in front tells which of them is the day. */
function readFigures(source: Source, at: number, name: number): Found<MaybeDay> | null {
  const read = (dateOrder: DateOrder | null) =>
    longest(
      readNumericDate(source, at, dateOrder),
      at > name ? readShortDate(source, at, dateOrder) : null,
    );
  const own = read(source.order);
  const weekday = source.words.weekdays.get(textAt(source, name));
  if (own === null || at === name || weekday === undefined) return own;
  const orders = [read("day"), read("month")]
    .filter((found) => found !== null && isOn(alignWeekday(source, name, found.value), weekday));
  const isSure = orders.length === 1 || orders[0]?.value === orders[1]?.value;
  return isSure ? orders[0] ?? own : own;
}

function isOn(day: MaybeDay, weekday: number): boolean {
  return day !== null && weekdayOf(day) === weekday;
}

/** Whether a date says its year: three parts, or a number that can only be one. */
function hasYear({ tokens, words }: Source, at: number, to: number): boolean {
  const parts = tokens.slice(at, to).filter(({ text, number }) =>
    number !== null || words.months.has(text) || words.numbers.has(text)
  );
  return parts.length > 2 || parts.some(({ number }) => (number ?? 0) > 31);
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

function skipWeekday(source: Source, at: number): number {
  const day = skipDayWord(source, at + 1);
  if (day > at + 1) return day;
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

/** `November 27`, `Nov. 27th, 2026`. */
function readMonthDay(source: Source, at: number): Found<MaybeDay> | null {
  const month = readMonth(source, at);
  if (month === null) return null;
  const from = skipWords(source, month.to, 1, source.words.article, MONTH_LINK);
  const date = readDayNumber(source, from);
  if (date === null || isClockAhead(source, date.to) && source.tokens[from]?.number !== null) {
    return null;
  }
  // "24 de dezembro a 6 de janeiro"
  if (source.words.of.has(textAt(source, date.to)) && readMonth(source, date.to + 1) !== null) {
    return null;
  }
  const isOrdinal = isNumberAt(source, from) || source.words.ordinals.has(textAt(source, from));
  if (isOtherWord(source, at) && (!isOrdinal || textAt(source, at) === "may")) return null;
  const year = readYearBehind(source, date.to);
  return year === null
    ? { to: date.to, value: nearestDate(source, month.value, date.value) }
    : { to: year.to, value: dayOfDate(year.value, month.value, date.value) };
}

const MONTH_LINK = new Set(["-", "/"]);

/** `27 November`, `the 27th of November, 2026`, `27. November 2026`, `27 de noviembre de 2026`. */
function readDayMonth(source: Source, at: number): Found<MaybeDay> | null {
  const from = skipWords(source, at, 1, source.words.article);
  const date = readDayNumber(source, from);
  if (date === null || isGlued(source, from)) return null;
  let to = date.to;
  if (textAt(source, to) === "day") to++;
  const monthAt = skipWords(source, to, 1, source.words.of, MONTH_LINK);
  const month = readMonth(source, monthAt);
  if (month === null || isLabelled(source, from)) return null;
  const year = readYearBehind(source, month.to);
  // `One may ask`, `question 1 may be skipped`, `the first may be late`.
  const isVerb = monthAt === to && isOtherWord(source, monthAt) && year === null &&
    !(isNumberAt(source, from) && isFree(source, month.to));
  if (isVerb) return null;
  return year === null
    ? { to: month.to, value: nearestDate(source, month.value, date.value) }
    : { to: year.to, value: dayOfDate(year.value, month.value, date.value) };
}

/** A month in lower case whose word also means something else. */
function isOtherWord({ tokens, words }: Source, at: number): boolean {
  const token = tokens[at];
  return words.doubtful.has(token?.text ?? "") && token?.isCapital === false;
}
