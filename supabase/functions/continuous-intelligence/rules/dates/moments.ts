/** Whatever a sentence dates: days with times of day, and stretches from one to another. */
import {
  addUnits,
  dateOfDay,
  type Day,
  dayOfDate,
  type Moment,
  type Period,
  periodOfDays,
} from "./calendar.ts";
import { type Clock, readClock, readClockRange } from "./clock.ts";
import { readCount, readDayNumber } from "./numbers.ts";
import { readPeriod } from "./periods.ts";
import { readDay } from "./relative_days.ts";
import { readSpan } from "./spans.ts";
import { type Found, isGlued, longest, skipWords, type Source, textAt } from "./tokens.ts";
import { nearestDate, readMonth, readYearBehind } from "./written_days.ts";

/** A time whose day stands elsewhere, in seconds since midnight. */
export interface TimeOfDay {
  readonly from: number;
  /** Of a stretch. */
  readonly until: number | null;
}

/** Null: dated, but the words do not say when. */
export type When = Moment | Period | TimeOfDay | null;

const HOUR = 3_600;

/** The longest date, time or period that begins at a token. */
export function readWhen(source: Source, at: number): Found<When> | null {
  if (isRecurring(source, at)) return null;
  return longest(
    readStretch(source, at),
    readTimedDay(source, at),
    readEndOfDay(source, at),
    readTimeThenDay(source, at),
    readDayPart(source, at),
    readPeriod(source, at),
    readHoursAway(source, at),
    readEdgeOfDay(source, at),
    readSpanFrom(source, at),
    readTimeAlone(source, at),
  );
}

/** `every Monday` is no date. */
function isRecurring(source: Source, at: number): boolean {
  return source.words.every.has(textAt(source, at - 1));
}

/** A day, with what stands behind it of times. */
function readTimedDay(source: Source, at: number): Found<When> | null {
  const day = readDay(source, at);
  if (day === null) return null;
  if (day.value === null) return { to: day.to, value: null };
  const timed = readTimesBehind(source, day.to, day.value);
  if (timed !== null) return timed;
  return { to: day.to, value: { day: day.value, second: null } };
}

function readTimesBehind(source: Source, at: number, day: Day): Found<When> | null {
  const { words } = source;
  const link = skipWords(source, at, 3, words.at, DAY_TIME_LINK, words.article);
  const partAt = skipWords(
    source,
    at,
    3,
    words.inTime,
    words.on,
    words.article,
    DAY_TIME_LINK,
    PART_LINK,
  );
  const part = words.dayParts.get(textAt(source, partAt));
  if (part !== undefined) {
    const clockAt = skipWords(source, partAt + 1, 3, words.at, DAY_TIME_LINK);
    const times = readTimes(source, clockAt, day, part[0] >= 12, clockAt > partAt + 1);
    return times ?? { to: partAt + 1, value: partOfDay(day, part) };
  }
  const half = /^([ap])m$/.exec(textAt(source, at));
  if (half !== null) {
    return { to: at + 1, value: { day, second: null } };
  }
  const isEvening = source.words.dayParts.has(textAt(source, at - 1)) &&
    textAt(source, at - 1) === "tonight";
  const isLinked = link > at;
  const times = readTimes(source, link, day, isEvening, isLinked);
  return times;
}

const PART_LINK = new Set(["por", "de"]);
const DAY_TIME_LINK = new Set([",", "-", "–", "@", "t", "("]);

/** A time of day or a stretch of it, put on a day. */
function readTimes(
  source: Source,
  at: number,
  day: Day,
  isLate: boolean,
  isLinked = true,
): Found<When> | null {
  const range = readClockRange(source, at, false);
  if (range !== null) {
    const shift = isLate && range.value.end <= 12 * HOUR ? 12 * HOUR : 0;
    const nextDay = range.value.end <= range.value.start ? 1 : 0;
    return {
      to: range.to,
      value: {
        start: { day, second: range.value.start + shift },
        end: toMoment(day + nextDay, range.value.end + shift),
      },
    };
  }
  const clock = readClock(source, at);
  if (clock === null || !clock.value.isSure && (!isLinked || !canBeHour(source, at, clock))) {
    return null;
  }
  const late = isLate && !clock.value.hasMeridiem && clock.value.hour < 12 && clock.value.hour > 0;
  const second = late ? clock.value.second % (12 * HOUR) + 12 * HOUR : clock.value.second;
  const part = skipWords(source, clock.to, 2, source.words.inTime, source.words.article);
  const dayPart = source.words.dayParts.get(textAt(source, part));
  if (dayPart !== undefined && part > clock.to) {
    const half = second % (12 * HOUR) + (dayPart[0] >= 12 ? 12 * HOUR : 0);
    return { to: part + 1, value: toMoment(day, half) };
  }
  return { to: clock.to, value: toMoment(day, second) };
}

/** A plain number is an hour only behind `at`, and with nothing counted behind it. */
function canBeHour(source: Source, at: number, clock: Found<Clock>): boolean {
  const { words } = source;
  const before = textAt(source, at - 1);
  if (!words.at.has(before) && !CIRCA.has(textAt(source, at))) return false;
  const next = textAt(source, clock.to);
  return next === "" || /^[^a-z0-9]/.test(next) && next !== "%" && next !== "/" ||
    words.on.has(next) || words.at.has(next) || words.and.has(next) ||
    /^(?:or|to|if|in|works?|with|please)$/.test(next);
}

const CIRCA = new Set(["around", "about"]);

function toMoment(day: Day, second: number): Moment {
  return { day: day + Math.floor(second / (24 * HOUR)), second: second % (24 * HOUR) };
}

/** Morning, evening and night begin when everybody likes: the day alone, but for noon. */
function partOfDay(day: Day, [from, to]: readonly [number, number]): Moment {
  return { day, second: from === to ? from * HOUR : null };
}

/** `3pm on Monday`, `10:30 to 12 tomorrow`, `14 Uhr am Freitag`, `the evening of 4 May`. */
function readTimeThenDay(source: Source, at: number): Found<When> | null {
  const { words } = source;
  const range = readClockRange(source, at, false);
  const clock = range === null ? readClock(source, at) : null;
  const part = range === null && clock === null
    ? words.dayParts.get(textAt(source, skipWords(source, at, 1, words.article)))
    : undefined;
  if (clock !== null && isGlued(source, at)) return null;
  const to = range?.to ?? clock?.to ??
    (part === undefined ? null : skipWords(source, at, 1, words.article) + 1);
  if (to === null) return null;
  const partAt = skipWords(source, to, 2, words.inTime, words.article);
  const isPart = partAt > to && words.dayParts.has(textAt(source, partAt));
  const dayAt = skipWords(source, isPart ? partAt + 1 : to, 2, words.on, words.of, TIME_DAY_LINK);
  const day = readDay(source, dayAt);
  if (day === null || day.value === null) return null;
  if (part !== undefined) {
    return dayAt > to ? { to: day.to, value: partOfDay(day.value, part) } : null;
  }
  if (
    clock !== null && !clock.value.isSure && dayAt === to &&
    !words.dayWords.has(textAt(source, dayAt))
  ) return null;
  const isLate = textAt(source, day.to - 1) === "tonight" ||
    isPart && (words.dayParts.get(textAt(source, partAt))?.[0] ?? 0) >= 12;
  const times = readTimes(source, at, day.value, isLate);
  if (times === null && clock !== null) {
    return { to: day.to, value: toMoment(day.value, clock.value.second) };
  }
  return times === null ? null : { to: day.to, value: times.value };
}

const TIME_DAY_LINK = new Set([",", "for", "the"]);

/** `this morning`, `last night`, `heute Abend` is read with its day. */
function readDayPart(source: Source, at: number): Found<When> | null {
  const { words, today } = source;
  const relation = words.relations.get(textAt(source, at));
  const part = words.dayParts.get(textAt(source, at + 1));
  if (relation === undefined || part === undefined) return null;
  const clockAt = skipWords(source, at + 2, 2, words.at);
  const times = readTimes(source, clockAt, today + relation, part[0] >= 12, clockAt > at + 2);
  return times ?? { to: at + 2, value: partOfDay(today + relation, part) };
}

/** `from 3 May to 5 June`, `Monday - Friday`, `12–15 November`, `2014 to 2018`. */
function readStretch(source: Source, at: number): Found<When> | null {
  const { words } = source;
  const start = skipWords(source, at, 1, words.from, words.between);
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
    return readSameMonth(source, first.to, first.value.start.day);
  }
  const start = alignYear(source, first, second);
  const isNextWeek = !second.value.isUnit && second.value.end.day < start.day &&
    start.day - second.value.end.day < 7;
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
  if (month === null || source.tokens[at]?.isCapital !== true) return null;
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

/** `June to August 1992`, `3 May - 5 June 2026`: the year stands once. */
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
  if (first === null || !isLink(first.to)) return null;
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

/** `in 3 hours`, `20 minutes ago`, `within 2 hours`: from when the mail came. */
function readHoursAway(source: Source, at: number): Found<When> | null {
  const { words, today, second } = source;
  const isWithin = words.within.has(textAt(source, at));
  const isIn = words.inTime.has(textAt(source, at));
  const from = isWithin || isIn || words.leadingAgo.has(textAt(source, at))
    ? skipWords(source, at + 1, 3, words.article, words.of, NEXT)
    : at;
  const count = readCount(source, from);
  if (count === null) return null;
  const unit = words.clockUnits.get(textAt(source, count.to));
  if (unit === undefined) return null;
  const isAgo = words.ago.has(textAt(source, count.to + 1)) ||
    words.leadingAgo.has(textAt(source, at));
  const isFromNow = textAt(source, count.to + 1) === "from" &&
    textAt(source, count.to + 2) === "now";
  const isLater = words.later.has(textAt(source, count.to + 1));
  if (!isWithin && !isIn && !isAgo && !isFromNow && !isLater) return null;
  const isBehind = isLater || words.ago.has(textAt(source, count.to + 1));
  const to = isFromNow ? count.to + 3 : isBehind ? count.to + 2 : count.to + 1;
  const seconds = second + (isAgo ? -1 : 1) * count.value * unit;
  const moment = {
    day: today + Math.floor(seconds / (24 * HOUR)),
    second: ((seconds % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR),
  };
  return { to, value: isWithin ? { start: { day: today, second }, end: moment } : moment };
}

const NEXT = new Set(["next", "nächsten"]);

/** `later today`, `late this morning`: that day. */
function readEdgeOfDay(source: Source, at: number): Found<When> | null {
  const { words, today } = source;
  if (!words.edges.has(textAt(source, at))) return null;
  const from = skipWords(source, at + 1, 1, words.inTime, DASH);
  if (words.dayWords.get(textAt(source, from)) === 0) {
    return { to: from + 1, value: { day: today, second: null } };
  }
  const relation = words.relations.get(textAt(source, from));
  if (relation === undefined || !words.dayParts.has(textAt(source, from + 1))) return null;
  return { to: from + 2, value: { day: today + relation, second: null } };
}

const DASH = new Set(["-"]);

/** `2 weeks starting 20 May`. */
function readSpanFrom(source: Source, at: number): Found<When> | null {
  const span = readSpan(source, at);
  if (span === null || !/^(?:starting|beginning|commencing)$/.test(textAt(source, span.to))) {
    return null;
  }
  const start = readTimedDay(
    source,
    skipWords(source, span.to + 1, 1, source.words.on, source.words.from),
  );
  if ((start === null || start.value === null) || !("day" in start.value)) return null;
  const { day, second } = start.value;
  return { to: start.to, value: { start: start.value, end: { day: span.value(day, 1), second } } };
}

/** `end of day`, `EOD`, `end of tomorrow`: that day. */
function readEndOfDay(source: Source, at: number): Found<When> | null {
  const { today, words } = source;
  const second = null;
  if (textAt(source, at) === "eod") {
    const day = readDay(source, at + 1);
    return { to: day?.to ?? at + 1, value: { day: day?.value ?? today, second } };
  }
  const from = skipWords(source, at, 1, words.article);
  if (textAt(source, from) !== "end" || textAt(source, from + 1) !== "of") return null;
  const noun = skipWords(source, from + 2, 2, words.article, BUSINESS);
  if (textAt(source, noun) === "day" || textAt(source, noun - 1) === "business") {
    const to = textAt(source, noun) === "day" ? noun + 1 : noun;
    const day = readDay(source, skipWords(source, to, 2, words.on));
    return { to: day?.to ?? to, value: { day: day?.value ?? today, second } };
  }
  const day = readDay(source, noun) ?? readDay(source, from + 2);
  return (day === null || day.value === null)
    ? null
    : { to: day.to, value: { day: day.value, second } };
}

const BUSINESS = new Set(["business"]);

/** `in the afternoon`, `in the morning at 7`: which day's is open. */
function readPartAlone(source: Source, at: number): Found<When> | null {
  const { words } = source;
  if (!words.inTime.has(textAt(source, at)) || !words.article.has(textAt(source, at + 1))) {
    return null;
  }
  if (!words.dayParts.has(textAt(source, at + 2))) return null;
  const clockAt = skipWords(source, at + 3, 1, words.at);
  const clock = clockAt > at + 3 ? readClock(source, clockAt) : null;
  return { to: clock?.to ?? at + 3, value: null };
}

/** A time of day whose day stands elsewhere. */
function readTimeAlone(source: Source, at: number): Found<When> | null {
  const range = readClockRange(source, at, true);
  if (range !== null) {
    return { to: range.to, value: { from: range.value.start, until: range.value.end } };
  }
  const clock = readClock(source, at);
  if (clock !== null && clock.value.isSure && !isGlued(source, at)) {
    return { to: clock.to, value: { from: clock.value.second, until: null } };
  }
  return readPartAlone(source, at);
}
