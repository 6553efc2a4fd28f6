/** Days with their times: Tuesday at 3, tomorrow morning, 10 to 12 on Friday. */
import { type Day, type Moment, type Period } from "./calendar.ts";
import { type Clock, readClock, readClockRange } from "./clock.ts";
import { readDay } from "./relative_days.ts";
import { type Found, isGlued, remember, skipWords, type Source, textAt } from "./tokens.ts";

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
export function readTimes(
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
});

const TIME_DAY_LINK = new Set([",", "for", "the"]);
