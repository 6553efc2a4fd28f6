/** Stretches of a day: 9 to 11, 1-3 pm, from 7:00 until 8:30. */
import { type Clock, isFree, readClock } from "./clock.ts";
import {
  type Found,
  isAttached,
  isGlued,
  isNumberAt,
  skipWords,
  type Source,
  textAt,
} from "../tokens.ts";

/** A stretch of a day, in seconds since midnight. */
export interface ClockRange {
  readonly start: number;
  readonly end: number;
}

/** Which half of the day the words around say; null when they say none. */
export type Half = "early" | "late" | null;

const HOUR = 3_600;

/** `9 to 11`, `1-3 pm`, `from 7:00 until 8:30`; `needsSure` leaves out plain numbers. */
export function readClockRange(
  source: Source,
  at: number,
  needsSure: boolean,
  half: Half = null,
): Found<ClockRange> | null {
  const { words } = source;
  const from = skipWords(source, at, 2, words.from, words.between);
  const start = readClock(source, from);
  if (start === null || isGlued(source, from)) return null;
  const intro = textAt(source, from > at ? at : at - 1);
  const isIntroduced = words.from.has(intro) || words.between.has(intro);
  const isBetween = words.between.has(intro);
  const early = readPartBehind(source, start.to);
  const linkAt = early?.to ?? start.to;
  const link = textAt(source, linkAt);
  if (!(isBetween && words.and.has(link)) && !words.to.has(link)) return null;
  // `lunes 7 a las 10`: a day and an hour.
  if (!isIntroduced && !start.value.isSure && words.hourIntro.has(link)) return null;
  const end = readClock(source, skipWords(source, linkAt + 1, 1, words.hourIntro));
  if (end === null || isMore(source, end.to)) return null;
  const said = readPartBehind(source, end.to);
  const isSure = start.value.isSure || end.value.isSure || said !== null ||
    isIntroduced && isDotted(start, from) && isFree(source, end.to);
  if (needsSure && !isSure) return null;
  if (!isSure && !isIntroduced && !isFree(source, end.to)) return null;
  return {
    to: said?.to ?? end.to,
    value: early === null || said === null
      ? place(source, start.value, end.value, said?.value ?? half)
      : {
        start: inHalf(start.value, early.value),
        end: inHalf(end.value, said.value),
      },
  };
}

/** `9.30`, with minutes. */
function isDotted(clock: Found<Clock>, from: number): boolean {
  return clock.to - from >= 3;
}

/** The second of a time in the half of the day that is said. */
export function inHalf({ second, plain, hour, hasMeridiem }: Clock, half: Half): number {
  if (hasMeridiem || half === null) return second;
  if (half === "early") return hour === 12 ? second : plain;
  return hour > 0 && hour < 12 ? plain % (12 * HOUR) + 12 * HOUR : second;
}

/** `6-8 in the morning`. */
export function readPartBehind(source: Source, at: number): Found<Half> | null {
  const { words } = source;
  const place = skipWords(source, at, 2, words.inTime, words.article, words.of);
  const part = words.dayParts.get(textAt(source, place));
  // `8 Uhr morgen`: tomorrow.
  if (place === at && words.dayWords.has(textAt(source, place))) return null;
  return part === undefined || place === at && isNumberAt(source, place + 1)
    ? null
    : { to: place + 1, value: part[0] >= 12 ? "late" : "early" };
}

function place({ words }: Source, start: Clock, end: Clock, half: Half): ClockRange {
  // Where hours are counted to 24, those of a stretch mean themselves.
  const isPlain = half === "early" || !words.isTwelveHour;
  let first = isPlain ? start.plain : start.second;
  if (end.hasMeridiem && !start.hasMeridiem && start.hour <= 12) {
    const early = (start.hour % 12) * HOUR + first % HOUR;
    first = early + 12 * HOUR < end.second ? early + 12 * HOUR : early;
  }
  const last = isPlain ? end.plain : end.second;
  if (half === "late" && last <= 12 * HOUR && !end.hasMeridiem) {
    return { start: first % (12 * HOUR) + 12 * HOUR, end: last % (12 * HOUR) + 12 * HOUR };
  }
  const isNextHalf = last <= first && !end.hasMeridiem && last + 12 * HOUR > first;
  return { start: first, end: isNextHalf ? last + 12 * HOUR : last };
}

/** `02-03` of a longer number. */
function isMore(source: Source, at: number): boolean {
  return /^[-/.:]$/.test(textAt(source, at)) && isAttached(source, at) &&
    isAttached(source, at + 1) && isNumberAt(source, at + 1);
}
