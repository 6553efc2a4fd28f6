/** Days as a calendar writes them: 12 November 2026, 12/11/26, Friday the 13th, Christmas. */
import { dateOfDay, type Day, dayOfDate, weekdayOf } from "./calendar.ts";
import { isFree } from "./clock/clock.ts";
import { type DateOrder } from "./signs/date_order.ts";
import { readHoliday } from "./feasts.ts";
import { type MaybeDay, nearestDate, readMonth, readYearBehind } from "./nearest_date.ts";
import { readDayNumber, readOrdinal } from "./numbers.ts";
import { isClockAhead, readNumericDate, readShortDate } from "./numeric_dates.ts";
import {
  type Found,
  isAttached,
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

/** `Friday the 13th`, `the 18th`: the next day, or the one before, that it fits. */
function readDayOfMonth(source: Source, at: number): Found<Day> | null {
  const { words, today } = source;
  const weekday = words.weekdays.get(textAt(source, at));
  const link = weekday === undefined ? at : at + 1;
  const from = skipWords(source, link, 2, words.article, words.on, words.dayIntro);
  const isIntroduced = weekday === undefined && isDayIntro(source, at);
  const date = readOrdinal(source, from) ??
    (weekday === undefined && !isOnThe(source, at) && !isIntroduced
      ? null
      : readLonelyNumber(source, from));
  if (date === null || date.value < 1 || date.value > 31) return null;
  if (weekday === undefined && !isIntroduced) {
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

/** `le 17`, `dia 17` with nothing counted behind it. */
function isDayIntro(source: Source, at: number): boolean {
  return source.words.dayIntro.has(textAt(source, at)) && isNumberAt(source, at + 1) &&
    !isAttached(source, at + 2) && isFree(source, at + 2);
}

/** `on the 17`. */
function isOnThe(source: Source, at: number): boolean {
  return source.words.article.has(textAt(source, at)) &&
    source.words.on.has(textAt(source, at - 1));
}

/** `Monday 21` with nothing counted behind it. */
function readLonelyNumber(source: Source, at: number): Found<number> | null {
  if (!isNumberAt(source, at) || textAt(source, at - 1) === ",") return null;
  const next = textAt(source, at + 1);
  // "Freitag 8-12 Uhr" names hours.
  if (/^[-–]$/.test(next) && isNumberAt(source, at + 2)) return null;
  const isLonely = next === "" || /^[!?.,;)]$/.test(next) && !isAttached(source, at + 2) ||
    /^(?:from|between|at|until|till)$/.test(next) ||
    // Without am and pm a plain number behind a weekday is no time.
    !source.words.isEnglish && !/^[:.h]$/.test(next) && !source.words.clock.has(next) &&
      !source.words.units.has(next) && !source.words.clockUnits.has(next);
  return isLonely ? readDayNumber(source, at) : null;
}

function isBehindDate({ words, tokens }: Source, at: number): boolean {
  const text = tokens[at]?.text ?? "";
  return [words.at, words.from, words.between, words.and, words.to].some((set) => set.has(text)) ||
    /^(?:if|is|works?|when|please|with|or|so|but|um|in)$/.test(text);
}
