/** Days with their times: Tuesday at 3, tomorrow morning, 10 to 12 on Friday. */
import { type Day, type Moment, type Period } from "./calendar.ts";
import { type Clock, isFree, readClock } from "./clock/clock.ts";
import { type Half, inHalf, readClockRange } from "./clock/clock_ranges.ts";
import { readDay } from "./relative_days.ts";
import {
  type Found,
  isGlued,
  isNumberAt,
  remember,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";

/** A time whose day is elsewhere, in seconds since midnight. */
export interface TimeOfDay {
  readonly from: number;
  /** Of a stretch. */
  readonly until: number | null;
}

/** Null: dated, but the words do not say when. */
export type When = Moment | Period | TimeOfDay | null;

/** In seconds. */
export const HOUR = 3_600;

/** A day, with the times that follow it. */
export const readTimedDay = remember((source: Source, at: number): Found<When> | null => {
  const day = readDay(source, at);
  if (day === null) return null;
  if (day.value === null) return { to: day.to, value: null };
  const timed = readTimesBehind(source, day.to, day.value);
  if (timed !== null) return timed;
  return { to: day.to, value: { day: day.value, second: null } };
});

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
    const times = readTimes(source, clockAt, day, halfOf(part), clockAt > partAt + 1);
    return times ?? { to: partAt + 1, value: partOfDay(day, part) };
  }
  const half = /^([ap])m$/.exec(textAt(source, at));
  if (half !== null) {
    return { to: at + 1, value: { day, second: null } };
  }
  return readTimes(source, link, day, halfOfDayWord(source, at - 1), link > at);
}

/** The half that a part of the day is in. */
export function halfOf(part: readonly [number, number]): Half {
  return part[0] >= 12 ? "late" : "early";
}

/** `tonight` is late. */
function halfOfDayWord(source: Source, at: number): Half {
  const text = textAt(source, at);
  if (source.words.lateDays.has(text)) return "late";
  return source.words.earlyDays.has(text) ? "early" : null;
}

const PART_LINK = new Set(["por", "de", "da", "à", "pela"]);

const DAY_TIME_LINK = new Set([",", "-", "–", "@", "t", "("]);

/** A time of day or a stretch of it, put on a day. */
export function readTimes(
  source: Source,
  at: number,
  day: Day,
  half: Half,
  isLinked = true,
): Found<When> | null {
  const range = readClockRange(source, at, false, half);
  if (range !== null) {
    const { start, end } = range.value;
    return {
      to: range.to,
      value: { start: toMoment(day, start), end: toMoment(end <= start ? day + 1 : day, end) },
    };
  }
  const clock = readClock(source, at);
  if (clock === null || !clock.value.isSure && (!isLinked || !canBeHour(source, at, clock))) {
    return null;
  }
  const { words } = source;
  const part = skipWords(source, clock.to, 2, words.inTime, words.article, words.of, PART_LINK);
  const dayPart = words.dayParts.get(textAt(source, part));
  const isPart = part > clock.to ||
    !words.isEnglish && !words.dayWords.has(textAt(source, part));
  if (dayPart !== undefined && isPart) {
    return { to: part + 1, value: toMoment(day, inHalf(clock.value, halfOf(dayPart))) };
  }
  const isLast = words.fixedTimes.get(textAt(source, at)) === 0 && isDeadline(source, at, half);
  return { to: clock.to, value: toMoment(day, isLast ? 24 * HOUR : inHalf(clock.value, half)) };
}

/** Midnight tonight, and midnight as a deadline, ends its day. */
function isDeadline(source: Source, at: number, half: Half): boolean {
  if (half === "late") return true;
  for (let place = at - 1; place >= 0 && place >= at - 5; place--) {
    if (UNTIL.test(textAt(source, place))) return true;
  }
  return false;
}

const UNTIL =
  /^(?:by|until|till|before|bis|spätestens|hasta|antes|avant|jusqu'à|entro|vóór|uiterlijk|até)/;

/** A plain number is an hour only behind `at`, and with nothing counted behind it. */
export function canBeHour(source: Source, at: number, clock: Found<Clock>): boolean {
  const { words } = source;
  const before = textAt(source, at - 1);
  const isSaid = words.at.has(before) || words.hourIntro.has(before) ||
    words.circa.has(textAt(source, at));
  // `om 9.30` has minutes.
  return isSaid && (clock.to - at >= 3 || isFree(source, clock.to));
}

function toMoment(day: Day, second: number): Moment {
  return { day: day + Math.floor(second / (24 * HOUR)), second: second % (24 * HOUR) };
}

/** Morning, evening and night begin when everybody likes: the day alone, but for noon. */
export function partOfDay(day: Day, [from, to]: readonly [number, number]): Moment {
  return { day, second: from === to ? from * HOUR : null };
}

/** `3pm on Monday`, `10:30 to 12 tomorrow`, `14 Uhr am Freitag`, `the evening of 4 May`. */
export const readTimeThenDay = remember((source: Source, at: number): Found<When> | null => {
  const { words } = source;
  const range = readClockRange(source, at, false);
  const clock = range === null ? readClock(source, at) : null;
  const part = range === null && clock === null
    ? words.dayParts.get(textAt(source, skipWords(source, at, 1, words.article)))
    : undefined;
  if (
    clock !== null && (isGlued(source, at) || clock.to === at + 1 && isForPeople(source, at, clock))
  ) {
    return null;
  }
  const to = range?.to ?? clock?.to ??
    (part === undefined ? null : skipWords(source, at, 1, words.article) + 1);
  if (to === null) return null;
  const partAt = skipWords(source, to, 2, words.inTime, words.article);
  const isPart = partAt > to && words.dayParts.has(textAt(source, partAt));
  const dayAt = skipWords(source, isPart ? partAt + 1 : to, 2, words.on, words.of, TIME_DAY_LINK);
  // `2, 3 or 4 December` are days.
  const isList = clock !== null && !clock.value.isSure && textAt(source, to) === "," &&
    isNumberAt(source, dayAt) && !canBeHour(source, at, clock);
  const day = isList ? null : readDay(source, dayAt);
  if (day === null || day.value === null) return null;
  if (part !== undefined) {
    return dayAt > to ? { to: day.to, value: partOfDay(day.value, part) } : null;
  }
  if (
    clock !== null && !clock.value.isSure && dayAt === to &&
    !words.dayWords.has(textAt(source, dayAt))
  ) return null;
  const said = isPart ? words.dayParts.get(textAt(source, partAt)) : undefined;
  const half = said === undefined ? halfOfDayWord(source, day.to - 1) : halfOf(said);
  const times = readTimes(source, at, day.value, half);
  if (times === null && clock !== null) {
    return { to: day.to, value: toMoment(day.value, inHalf(clock.value, half)) };
  }
  return times === null ? null : { to: day.to, value: times.value };
});

/** `a table for six on Saturday`, `una mesa para seis el sábado`. */
function isForPeople(source: Source, at: number, { value }: Found<Clock>): boolean {
  if (value.isSure) return false;
  const before = textAt(source, at - 1);
  return before === "for"
    ? PLACES.test(textAt(source, at - 2))
    : /^(?:für|para|per|pour|voor)$/.test(before);
}

const PLACES = /^(?:tables?|rooms?|dinner|lunch|meal|party|reservation|booking|seats|space)$/;

const TIME_DAY_LINK = new Set([",", "for", "the"]);
