/** Whatever a sentence dates: days with times of day, and stretches from one to another. */
import { readClock } from "./clock/clock.ts";
import { inHalf, readClockRange, readPartBehind } from "./clock/clock_ranges.ts";
import { readCount } from "./numbers.ts";
import { readPeriod } from "./periods/periods.ts";
import { readDay } from "./relative_days.ts";
import { readSpan, skipNext } from "./spans.ts";
import { readStretch } from "./periods/stretches.ts";
import {
  canBeHour,
  halfOf,
  HOUR,
  partOfDay,
  readTimedDay,
  readTimes,
  readTimeThenDay,
  type When,
} from "./timed_days.ts";
import {
  type Found,
  isGlued,
  longest,
  remember,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";

/** The longest date, time or period that begins at a token. */
export const readWhen = remember((source: Source, at: number): Found<When> | null => {
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
});

/** `every Monday` is no date. */
function isRecurring(source: Source, at: number): boolean {
  return source.words.every.has(textAt(source, at - 1));
}

/** `this morning`, `last night`, `heute Abend` is read with its day. */
function readDayPart(source: Source, at: number): Found<When> | null {
  const { words, today } = source;
  const relation = words.relations.get(textAt(source, at));
  const part = words.dayParts.get(textAt(source, at + 1));
  if (relation === undefined || part === undefined) return null;
  const clockAt = skipWords(source, at + 2, 2, words.at);
  const times = readTimes(source, clockAt, today + relation, halfOf(part), clockAt > at + 2);
  return times ?? { to: at + 2, value: partOfDay(today + relation, part) };
}

/** `in 3 hours`, `20 minutes ago`, `within 2 hours`: from when the email came. */
function readHoursAway(source: Source, at: number): Found<When> | null {
  const { words, today, second } = source;
  const isWithin = words.within.has(textAt(source, at));
  const isIn = words.inTime.has(textAt(source, at));
  const from = isWithin || isIn || words.leadingAgo.has(textAt(source, at))
    ? skipNext(source, at + 1)
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
  const away = count.value * unit;
  const days = away / (24 * HOUR);
  // `within 48 hours` means a day, not a minute.
  if (Number.isInteger(days)) {
    return { to, value: { day: today + (isAgo ? -days : days), second: null } };
  }
  const seconds = second + (isAgo ? -away : away);
  const minute = Math.floor((((seconds % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR)) / 60);
  return {
    to,
    value: { day: today + Math.floor(seconds / (24 * HOUR)), second: minute * 60 },
  };
}

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
  if (!words.ends.has(textAt(source, from))) return null;
  if (words.isEnglish && textAt(source, from + 1) !== "of") return null;
  const link = skipWords(source, from + 1, 1, words.of);
  const noun = skipWords(source, link, 2, words.article, BUSINESS);
  const isDay = words.units.get(textAt(source, noun)) === "day";
  if (isDay || textAt(source, noun - 1) === "business") {
    const to = isDay ? noun + 1 : noun;
    const day = readDay(source, skipWords(source, to, 2, words.on));
    return { to: day?.to ?? to, value: { day: day?.value ?? today, second } };
  }
  const day = readDay(source, noun) ?? readDay(source, link);
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
  // `en la noche del 8 al 9` is read with its days.
  if (words.of.has(textAt(source, at + 3))) return null;
  const clockAt = skipWords(source, at + 3, 1, words.at);
  const clock = clockAt > at + 3 ? readClock(source, clockAt) : null;
  return { to: clock?.to ?? at + 3, value: null };
}

/** A time of day whose day is elsewhere. */
function readTimeAlone(source: Source, at: number): Found<When> | null {
  const range = readClockRange(source, at, true);
  if (range !== null) {
    return { to: range.to, value: { from: range.value.start, until: range.value.end } };
  }
  const clock = readClock(source, at);
  // "At 8 in the evening"
  const part = clock && readPartBehind(source, clock.to);
  const before = textAt(source, at - 1);
  const isSaid = clock !== null && (part !== null && source.words.at.has(before) ||
    source.words.hourIntro.has(before) && canBeHour(source, at, clock));
  if (clock !== null && (clock.value.isSure || isSaid) && !isGlued(source, at)) {
    const from = inHalf(clock.value, part?.value ?? null);
    return { to: part?.to ?? clock.to, value: { from, until: null } };
  }
  return readPartAlone(source, at);
}
