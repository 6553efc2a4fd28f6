/** Stretches from one day to another: 3 May to 5 June, Monday - Friday, 2014 to 2018. */
import {
  addUnits,
  dateOfDay,
  type Day,
  dayOfDate,
  type Moment,
  periodOfDays,
} from "../calendar.ts";
import { readDayNumber } from "../numbers.ts";
import { readPeriod } from "./periods.ts";
import { readTimedDay, readTimeThenDay, type When } from "../timed_days.ts";
import { type Found, longest, skipWords, type Source, textAt } from "../tokens.ts";
import { isMoved } from "../signs/tense.ts";
import { readNumericDate } from "../numeric_dates.ts";
import { nearestDate, readMonth, readYearBehind } from "../nearest_date.ts";

/** `from 3 May to 5 June`, `Monday - Friday`, `12–15 November`, `2014 to 2018`. */
export function readStretch(source: Source, at: number): Found<When> | null {
  const { words } = source;
  const start = skipWords(source, at, 1, words.from, words.between);
  if ((start > at || words.from.has(textAt(source, at - 1))) && isMoved(source.tokens, at)) {
    return null;
  }
  const isBetween = start > at && words.between.has(textAt(source, at));
  const isLink = (place: number) =>
    words.to.has(textAt(source, place)) || isBetween && words.and.has(textAt(source, place));
  return longest(
    readSharedMonth(source, start, isLink),
    readTwoEnds(source, start, isLink),
  );
}

function readTwoEnds(
  source: Source,
  at: number,
  isLink: (place: number) => boolean,
): Found<When> | null {
  const first = readEnd(source, at);
  if ((first === null || first.value === null) || !isLink(first.to)) return null;
  const second = readEnd(source, skipWords(source, first.to + 1, 1, source.words.article)) ??
    readEnd(source, first.to + 1);
  if (second === null || second.value === null) {
    return first.value.isUnit ? null : readSameMonth(source, first.to, first.value.start.day);
  }
  const isNextWeek = !second.value.isUnit && second.value.end.day < first.value.start.day &&
    first.value.start.day - second.value.end.day < 7;
  const start = isNextWeek ? first.value.start : alignYear(source, first, second);
  if (isNextWeek) {
    const { day, second: time } = second.value.end;
    return {
      to: second.to,
      value: { start, end: endOf({ ...second.value, end: { day: day + 7, second: time } }) },
    };
  }
  return {
    to: second.to,
    value: { start, end: endOf(second.value) },
  };
}

/** Behind the last day that a stretch names. */
function endOf({ end, isUnit }: End): Moment {
  return isUnit || end.second !== null ? end : { day: end.day + 1, second: null };
}

interface End {
  readonly start: Moment;
  readonly end: Moment;
  /** A period: its `end` lies behind it already. */
  readonly isUnit: boolean;
}

function readEnd(source: Source, at: number): Found<End> | null {
  if (textAt(source, at) === "now") return readNow(source, at);
  const found = longest<When>(
    readMonthAlone(source, at),
    readTimedDay(source, at),
    readTimeThenDay(source, at),
    readPeriod(source, at),
    readYearAlone(source, at),
  );
  if (found === null || found.value === null) return null;
  const { value, to } = found;
  if ("from" in value) return null;
  return "day" in value
    ? { to, value: { start: value, end: value, isUnit: false } }
    : { to, value: { ...value, isUnit: value.start.second === null } };
}

/** As an end of a stretch: `between May and now`. */
function readNow({ today }: Source, at: number): Found<End> {
  const now = { day: today, second: null };
  return { to: at + 1, value: { start: now, end: now, isUnit: false } };
}

/** `May` of `May to March`. */
function readMonthAlone(source: Source, at: number): Found<When> | null {
  const month = readMonth(source, at);
  const { isEnglish, doubtful } = source.words;
  const isWritten = source.tokens[at]?.isCapital === true ||
    !isEnglish && !doubtful.has(textAt(source, at));
  if (month === null || !isWritten) return null;
  const first = nearestDate(source, month.value, 1);
  return first === null
    ? null
    : { to: month.to, value: periodOfDays(first, addUnits("month", first, 1)) };
}

/** `2014` of `2014-2018`. */
function readYearAlone(source: Source, at: number): Found<When> | null {
  const token = source.tokens[at];
  if ((token === undefined || token.number === null) || token.end - token.start !== 4) return null;
  if (token.number < 1_900 || token.number > 2_100) return null;
  const first = dayOfDate(token.number, 1, 1) ?? 0;
  return { to: at + 1, value: periodOfDays(first, addUnits("year", first, 1)) };
}

/** `June to August 1992`, `3 May - 5 June 2026`: the year is written once. */
function alignYear(source: Source, first: Found<End>, second: Found<End>): Moment {
  const { start } = first.value;
  const end = second.value.start;
  const hasYear = (to: number) =>
    source.tokens[to - 1]?.number !== null && (source.tokens[to - 1]?.number ?? 0) > 1_000;
  if (start.day <= end.day && !(hasYear(second.to) && !hasYear(first.to))) return start;
  const { month, date } = dateOfDay(start.day);
  const { year } = dateOfDay(end.day);
  if (hasYear(first.to) || !hasYear(second.to) && start.day > end.day && start.day - end.day < 8) {
    return start;
  }
  const sameYear = dayOfDate(year, month, date) ?? start.day;
  const day = sameYear <= end.day ? sameYear : dayOfDate(year - 1, month, date) ?? start.day;
  return { day, second: start.second };
}

/** `May 3 - 5`, `april 9th through 17th`. */
function readSameMonth(source: Source, link: number, start: Day): Found<When> | null {
  const end = readDayNumber(source, skipWords(source, link + 1, 1, source.words.article));
  if (
    end === null || textAt(source, end.to) === ":" || source.words.units.has(textAt(source, end.to))
  ) return null;
  const year = readYearBehind(source, end.to);
  const from = dateOfDay(start);
  const first = dayOfDate(year?.value ?? from.year, from.month, from.date);
  const last = dayOfDate(year?.value ?? from.year, from.month, end.value);
  if (first === null || last === null || last <= first) return null;
  return { to: year?.to ?? end.to, value: periodOfDays(first, last + 1) };
}

/** `12 - 15 November 2026`, `from 4-23 in next month`, `del 3 al 5 de mayo`. */
function readSharedMonth(
  source: Source,
  at: number,
  isLink: (place: number) => boolean,
): Found<When> | null {
  const { words } = source;
  const first = readDayNumber(source, skipWords(source, at, 1, words.article));
  if (first === null) return null;
  // "23.-27.11.2026"
  const whole = textAt(source, first.to) === "." && isLink(first.to + 1)
    ? readNumericDate(source, first.to + 2)
    : null;
  if (whole !== null && whole.value !== null) {
    const { year, month, date } = dateOfDay(whole.value);
    return date > first.value ? inMonth(whole.to, year, month, first.value, date) : null;
  }
  if (!isLink(first.to)) return null;
  const second = readDayNumber(source, skipWords(source, first.to + 1, 2, words.article));
  if (second === null || second.value <= first.value) return null;
  const monthAt = skipWords(source, second.to, 2, words.of, words.article);
  const month = readMonth(source, monthAt);
  if (month === null) {
    const relation = words.relations.get(textAt(source, monthAt));
    if (relation === undefined || words.units.get(textAt(source, monthAt + 1)) !== "month") {
      return null;
    }
    const { year, month: now } = dateOfDay(source.today);
    return inMonth(monthAt + 2, year, now + relation, first.value, second.value);
  }
  const year = readYearBehind(source, month.to);
  if (year !== null) return inMonth(year.to, year.value, month.value, first.value, second.value);
  const last = nearestDate(source, month.value, second.value);
  return last === null
    ? null
    : inMonth(month.to, dateOfDay(last).year, month.value, first.value, second.value);
}

function inMonth(
  to: number,
  year: number,
  month: number,
  first: number,
  last: number,
): Found<When> | null {
  const wrapped = month === 13
    ? [year + 1, 1] as const
    : month === 0
    ? [year - 1, 12] as const
    : [year, month] as const;
  const start = dayOfDate(...wrapped, first);
  const end = dayOfDate(...wrapped, last);
  return start === null || end === null ? null : { to, value: periodOfDays(start, end + 1) };
}
