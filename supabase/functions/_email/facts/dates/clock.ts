/** Times of day. */
import { readNumberWords } from "./numbers.ts";
import {
  type Found,
  isAttached,
  isGlued,
  isNumberAt,
  remember,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";

/** A time of day as written. */
export interface Clock {
  /**
   * Since midnight, as the writer most likely means it: hours 1 to 6 without more are afternoon.
   */
  readonly second: number;
  /** Says am or pm, or is written like a time of day. */
  readonly isSure: boolean;
  readonly hasMeridiem: boolean;
  /** The hour as written. */
  readonly hour: number;
}

/** A stretch of a day, in seconds since midnight. */
export interface ClockRange {
  readonly start: number;
  readonly end: number;
}

const FIXED_TIMES = new Map([
  ["noon", 12],
  ["midday", 12],
  ["midnight", 0],
  ["mittags", 12],
  ["mitternacht", 0],
  ["mediodía", 12],
  ["medianoche", 0],
]);
const HOUR = 3_600;

/** `9:30`, `9.30 am`, `9pm`, `14 Uhr`, `15h30`, `half past eight`, `noon`. */
export const readClock = remember((source: Source, at: number): Found<Clock> | null => {
  const from = skipWords(source, at, 1, CIRCA);
  return readPastHour(source, from) ?? readHour(source, from);
});

const CIRCA = new Set(["around", "about", "approximately", "ca", "circa", "gegen", "sobre"]);

function readHour(source: Source, at: number): Found<Clock> | null {
  const fixed = FIXED_TIMES.get(textAt(source, at));
  if (fixed !== undefined) return toClock(fixed, 0, 0, at + 1, true, true);
  const hour = readSmall(source, at, 24);
  if (hour === null) return null;
  let { to } = hour;
  const parts = [0, 0];
  let isSure = false;
  const isDigits = source.tokens[at]?.number !== null;
  for (let part = 0; part < 2; part++) {
    const separator = textAt(source, to);
    const isSeparator = separator === ":" || part === 0 && /^[.h]$/.test(separator) && isDigits;
    const minutes = isSeparator && isAttached(source, to) && isAttached(source, to + 1)
      ? readTwoDigits(source, to + 1)
      : null;
    if (minutes === null) break;
    // 9.30 is a time only with more around it.
    if (separator !== ".") isSure = true;
    parts[part] = minutes;
    to += 2;
  }
  if (!isDigits && to === hour.to) {
    const minutes = readNumberWords(source, to);
    if (minutes !== null && minutes.value >= 10 && minutes.value < 60) {
      parts[0] = minutes.value;
      to = minutes.to;
    }
  }
  const [minute = 0, second = 0] = parts;
  const half = readHalf(source, to) ??
    (textAt(source, to) === "." && isAttached(source, to + 1) ? readHalf(source, to + 1) : null);
  if (half !== null && hour.value <= 12) {
    return toClock(hour.value % 12 + half.value, minute, second, half.to, true, true);
  }
  const word = textAt(source, to);
  if (source.words.clock.has(word)) {
    const minutes = word === "uhr" ? readTwoDigits(source, to + 1) : null;
    const end = minutes === null ? to + 1 : to + 2;
    return toClock(guessHour(source, at, hour.value), minutes ?? minute, second, end, true, false);
  }
  if (hour.value === 24 && minute > 0) return null;
  return {
    to,
    value: {
      second: guessHour(source, at, hour.value) * HOUR + minute * 60 + second,
      isSure,
      hasMeridiem: false,
      hour: hour.value,
    },
  };
}

/** Twelve hours later where a lone small hour hardly means the night; 08 and 14 mean themselves. */
function guessHour({ tokens, words }: Source, at: number, hour: number): number {
  const token = tokens[at];
  const isPadded = token !== undefined && token.number !== null && token.end - token.start > 1;
  return words.monthFirst && !isPadded && hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function readPastHour(source: Source, at: number): Found<Clock> | null {
  const word = textAt(source, at);
  const minutes = word === "half"
    ? { to: at + 1, value: 30 }
    : word === "quarter"
    ? { to: at + 1, value: 15 }
    : readSmall(source, at, 59);
  if (minutes === null) return null;
  const relation = /^min(?:ute)?s?$/.test(textAt(source, minutes.to)) ? minutes.to + 1 : minutes.to;
  const isPast = textAt(source, relation) === "past";
  // `5 to 6` is a stretch.
  const isTo = textAt(source, relation) === "to" && (word === "quarter" || relation > minutes.to);
  if (!isPast && !isTo) return null;
  const hour = readHour(source, relation + 1);
  if (hour === null) return null;
  const second = hour.value.second + (isPast ? minutes.value : -minutes.value) * 60;
  return { to: hour.to, value: { ...hour.value, second, isSure: true } };
}

/** `9 to 11`, `1-3 pm`, `from 7:00 until 8:30`; `needsSure` leaves out plain numbers. */
export function readClockRange(
  source: Source,
  at: number,
  needsSure: boolean,
): Found<ClockRange> | null {
  const { words } = source;
  const from = skipWords(source, at, 1, words.from, words.between);
  const start = readClock(source, from);
  if (start === null || isGlued(source, from)) return null;
  const isBetween = from > at && words.between.has(textAt(source, at));
  const link = textAt(source, start.to);
  if (!(isBetween && words.and.has(link)) && !words.to.has(link)) return null;
  const end = readClock(source, start.to + 1);
  if (end === null || isMore(source, end.to)) return null;
  if (needsSure && !start.value.isSure && !end.value.isSure) return null;
  let first = start.value.second;
  if (end.value.hasMeridiem && !start.value.hasMeridiem && start.value.hour <= 12) {
    const early = (start.value.hour % 12) * HOUR + first % HOUR;
    first = early + 12 * HOUR < end.value.second ? early + 12 * HOUR : early;
  }
  const last = end.value.second;
  const isNextHalf = last <= first && !end.value.hasMeridiem && last + 12 * HOUR > first;
  return { to: end.to, value: { start: first, end: isNextHalf ? last + 12 * HOUR : last } };
}

/** `02-03` of a longer number. */
function isMore(source: Source, at: number): boolean {
  return /^[-/.:]$/.test(textAt(source, at)) && isAttached(source, at) &&
    isAttached(source, at + 1) && isNumberAt(source, at + 1);
}

/** am is 0, pm is 12. */
function readHalf(source: Source, at: number): Found<number> | null {
  const match = /^([ap])(m?)$/.exec(textAt(source, at) === "noon" ? "pm" : textAt(source, at));
  if (match === null || isAttached(source, at + 1) && isNumberAt(source, at + 1)) {
    return null;
  }
  const value = match[1] === "p" ? 12 : 0;
  if (match[2] === "m") return { to: at + 1, value };
  const dot = textAt(source, at + 1) === "." ? 1 : 0;
  if (textAt(source, at + 1 + dot) === "m") {
    return { to: at + 2 + dot + (dot === 1 && textAt(source, at + 3) === "." ? 1 : 0), value };
  }
  return isAttached(source, at) ? { to: at + 1, value } : null;
}

function readSmall(source: Source, at: number, most: number): Found<number> | null {
  const token = source.tokens[at];
  if (token === undefined) return null;
  if (token.number !== null) {
    return token.end - token.start <= 2 && token.number <= most
      ? { to: at + 1, value: token.number }
      : null;
  }
  const words = /^an?$/.test(token.text) ? null : readNumberWords(source, at);
  return words !== null && words.value <= most ? words : null;
}

function readTwoDigits({ tokens }: Source, at: number): number | null {
  const token = tokens[at];
  if (
    (token === undefined || token.number === null) || token.end - token.start !== 2 ||
    token.number > 59
  ) return null;
  return token.number;
}

function toClock(
  hour: number,
  minute: number,
  second: number,
  to: number,
  isSure: boolean,
  hasMeridiem: boolean,
): Found<Clock> {
  return {
    to,
    value: { second: hour * HOUR + minute * 60 + second, isSure, hasMeridiem, hour },
  };
}
