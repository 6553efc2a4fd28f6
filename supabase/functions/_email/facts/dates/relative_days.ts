/** Days counted from another day: tomorrow, next Friday, three weeks ago, two days after Easter. */
import { type Day, type Period, periodOfUnit, startOfUnit, weekdayOf } from "./calendar.ts";
import { readCount, readOrdinal } from "./numbers.ts";
import { readPeriod } from "./periods/periods.ts";
import { isFree } from "./clock/clock.ts";
import { readSpan, readTrailing, skipNext } from "./spans.ts";
import {
  type Found,
  isNumberAt,
  longest,
  remember,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";
import { readWrittenDay } from "./written_days.ts";
import { type MaybeDay } from "./nearest_date.ts";

/** A day, written or relative. */
export const readDay = remember((source: Source, at: number): Found<MaybeDay> | null => {
  return longest(readNearDay(source, at), readCounted(source, at));
});

function readNearDay(source: Source, at: number): Found<MaybeDay> | null {
  return longest(
    readWrittenDay(source, at),
    readDayWord(source, at),
    readWeekday(source, at),
    readPlaceInPeriod(source, at),
  );
}

function readDayWord(source: Source, at: number): Found<Day> | null {
  const { words, today } = source;
  const text = textAt(source, at);
  // `the day after tomorrow`: the article belongs to it.
  const from = text === "the" && textAt(source, at + 1).startsWith("day ") ? at + 1 : at;
  const shift = words.dayWords.get(textAt(source, from));
  if (shift === undefined) return null;
  // `am Morgen` and `por la mañana` are parts of a day.
  if (words.dayParts.has(text) && shift === 1 && words.partMarks.has(textAt(source, at - 1))) {
    return null;
  }
  return { to: from + 1, value: today + shift };
}

function readWeekday(source: Source, at: number): Found<Day> | null {
  const { words, tokens, today } = source;
  const relationAt = skipWords(source, at, 1, words.article);
  const week = words.relations.has(textAt(source, relationAt))
    ? readWeekThenDay(source, relationAt)
    : null;
  if (week !== null) return week;
  const relation = words.relations.get(textAt(source, relationAt));
  const name = relation === undefined ? relationAt : relationAt + 1;
  const weekday = words.weekdays.get(textAt(source, name));
  if (weekday === undefined || isPlural(source, name + 1)) return null;
  const isAbbreviated = (tokens[name]?.text.length ?? 0) <= 4;
  if (isAbbreviated && relation === undefined && !isWeekdayPlace(source, name)) return null;
  if (words.doubtful.has(textAt(source, name)) && !isAlone(source, name)) return null;
  let to = name + 1;
  if (isAbbreviated && textAt(source, to) === "." && tokens[to]?.isApart === false) to++;
  const ofWeek = readWeek(source, skipWords(source, to, 2, words.of, words.article));
  if (ofWeek !== null) return { to: ofWeek.to, value: dayInWeek(ofWeek.value, weekday) };
  const trailing = readTrailing(source, to);
  const shift = relation ?? trailing?.value;
  if (words.isEnglish && textAt(source, name - 1) === "past") {
    return { to, value: today - ((weekdayOf(today) - weekday + 6) % 7) - 1 };
  }
  const weeks = shift === undefined ? readWeeksBehind(source, to) : null;
  if (weeks !== null) {
    return { to: weeks.to, value: nearWeekday(source, today, weekday) + 7 * weeks.value };
  }
  const isNear = words.nearRelations.has(textAt(source, trailing === null ? name - 1 : to));
  return {
    to: trailing?.to ?? to,
    value: isNear
      ? today + ((weekday - weekdayOf(today) + 6) % 7) + 1
      : nearWeekday(source, today, weekday, shift),
  };
}

/** `Tuesday week`, `Freitag in zwei Wochen`: how many weeks later. */
function readWeeksBehind(source: Source, at: number): Found<number> | null {
  const { words } = source;
  if (words.isEnglish && textAt(source, at) === "week" && isFree(source, at + 1)) {
    return { to: at + 1, value: 1 };
  }
  const count = words.inTime.has(textAt(source, at)) ? readCount(source, at + 1) : null;
  return count !== null && words.units.get(textAt(source, count.to)) === "week"
    ? { to: count.to + 1, value: count.value }
    : null;
}

/** `Friday mornings` come again and again. */
function isPlural(source: Source, at: number): boolean {
  const text = textAt(source, at);
  return text.endsWith("s") && source.words.dayParts.has(text.slice(0, -1));
}

/** `na quinta` is a day, `a quinta fase` the fifth one. */
function isAlone(source: Source, at: number): boolean {
  const next = textAt(source, at + 1);
  const { past, ahead, trailingRelations } = source.words;
  return isFree(source, at + 1) || [past, ahead, trailingRelations].some((set) => set.has(next)) ||
    isNumberAt(source, at + 1) || source.words.hourIntro.has(next);
}

/**
 * Short names are words too (`sun`, `sat`, `so`, `do`): they need a capital, or company that
 * dates have.
 */
function isWeekdayPlace(source: Source, at: number): boolean {
  const { tokens, words } = source;
  if (textAt(source, at).length <= 2) return false;
  const before = textAt(source, at - 1);
  const next = textAt(source, at + 1);
  if (words.on.has(before) || words.at.has(next) && isNumberAt(source, at + 2)) return true;
  const isCompany = words.at.has(next) || words.to.has(next) || words.to.has(before) ||
    /^(?:[.,]?\d|by|or|and|[,)])/.test(next) || next === "";
  return tokens[at]?.isCapital === true && isCompany;
}

/** `next week Tuesday`, `next week on Tuesday`. */
function readWeekThenDay(source: Source, at: number): Found<Day> | null {
  const week = readWeek(source, at);
  if (week === null) return null;
  const name = skipWords(source, week.to, 1, source.words.on, WEEK_LINK);
  const weekday = source.words.weekdays.get(textAt(source, name));
  if (weekday === undefined) return null;
  return { to: name + 1, value: dayInWeek(week.value, weekday) };
}

const WEEK_LINK = new Set([",", "-"]);

/** A week by its relation to this one; its Monday. */
function readWeek(source: Source, at: number): Found<Day> | null {
  const { words, today } = source;
  const relation = words.relations.get(textAt(source, at));
  const name = relation === undefined ? at : at + 1;
  if (words.units.get(textAt(source, name)) !== "week") return null;
  const trailing = relation === undefined ? readTrailing(source, name + 1) : null;
  const shift = relation ?? trailing?.value;
  if (shift === undefined) return null;
  return { to: trailing?.to ?? name + 1, value: startOfUnit("week", today) + 7 * shift };
}

function dayInWeek(monday: Day, weekday: number): Day {
  return monday + ((weekday + 6) % 7);
}

/**
 * `next` is of next week, `this` of this one, `last` of the one before; without a word the
 * nearest.
 */
function nearWeekday(
  { today, isPast, words }: Source,
  from: Day,
  weekday: number,
  shift?: number,
): Day {
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  if (shift === undefined) return isPast && ahead > 0 ? from + ahead - 7 : from + ahead;
  if (shift === 1 && !words.isEnglish) return from + (ahead === 0 ? 7 : ahead);
  if (shift === -1 && !words.isEnglish) return from + ahead - 7;
  return startOfUnit("week", today) + ((weekday + 6) % 7) + 7 * shift;
}

/** `the last day of May`, `the first Monday of next month`. */
function readPlaceInPeriod(source: Source, at: number): Found<Day> | null {
  const { words } = source;
  const from = skipWords(source, at, 1, words.article);
  const isLast = words.relations.get(textAt(source, from)) === -1;
  const ordinal = isLast ? { to: from + 1, value: 1 } : readOrdinal(source, from);
  if (ordinal === null) return null;
  const name = textAt(source, ordinal.to);
  if (!isLast && words.of.has(name) && (isNumberAt(source, from) || ordinal.value === 1)) {
    return readDayOfPeriod(source, ordinal);
  }
  const weekday = words.weekdays.get(name);
  if (weekday === undefined && words.units.get(name) !== "day") return null;
  const link = ordinal.to + 1;
  if (!words.of.has(textAt(source, link))) return null;
  const period = readPeriod(source, link + 1) ?? readCurrentUnit(source, link + 1);
  if (period === null || period.value === null) return null;
  const { start, end } = period.value;
  const count = ordinal.value - 1;
  if (weekday === undefined) {
    return { to: period.to, value: isLast ? end.day - 1 : start.day + count };
  }
  const first = start.day + ((weekday - weekdayOf(start.day) + 7) % 7);
  const last = end.day - 1 - ((weekdayOf(end.day - 1) - weekday + 7) % 7);
  return { to: period.to, value: isLast ? last : first + 7 * count };
}

/** `the 1st of next month`. */
function readDayOfPeriod(source: Source, date: Found<number>): Found<Day> | null {
  const period = readPeriod(source, date.to + 1);
  if (period === null || period.value === null) return null;
  const { start, end } = period.value;
  const isMonth = end.day - start.day >= 28 && end.day - start.day <= 31;
  return isMonth && date.value >= 1 && date.value <= end.day - start.day
    ? { to: period.to, value: start.day + date.value - 1 }
    : null;
}

/** `the month` of `the last Friday of the month`. */
function readCurrentUnit(source: Source, at: number): Found<Period> | null {
  const { words, today } = source;
  const unit = words.article.has(textAt(source, at))
    ? words.units.get(textAt(source, at + 1))
    : undefined;
  if (unit === undefined) return null;
  return { to: at + 2, value: periodOfUnit(unit, startOfUnit(unit, today)) };
}

/** `in 3 days`, `two weeks ago`, `a month from now`, `3 days after Easter`. */
function readCounted(source: Source, at: number): Found<MaybeDay> | null {
  const { words, today } = source;
  const isWithin = words.within.has(textAt(source, at));
  const isIn = isWithin || words.inTime.has(textAt(source, at));
  const isAgo = words.leadingAgo.has(textAt(source, at));
  const from = isWithin ? skipNext(source, at + 1) : isIn || isAgo ? at + 1 : at;
  const span = readSpan(source, from);
  if (span === null) return null;
  const end = readTimeWord(source, span.to);
  if (isAgo) return { to: span.to, value: span.value(today, -1) };
  if (words.ago.has(textAt(source, span.to)) || textAt(source, span.to) === "back" && !isIn) {
    return { to: span.to + 1, value: span.value(today, -1) };
  }
  const isAfter = words.after.has(textAt(source, span.to));
  if (isAfter && textAt(source, span.to + 1) === "now") {
    return { to: span.to + 2, value: span.value(today, 1) };
  }
  if (isAfter || words.before.has(textAt(source, span.to))) {
    const base = readNearDay(source, span.to + 1);
    if (base !== null && base.value !== null) {
      return { to: base.to, value: span.value(base.value, isAfter ? 1 : -1) };
    }
  }
  // `a week on Friday`, `two weeks tomorrow`
  const isWeeks = words.isEnglish && words.units.get(textAt(source, span.to - 1)) === "week";
  const dayAt = isWeeks && words.on.has(textAt(source, span.to)) ? span.to + 1 : span.to;
  if (
    isWeeks &&
    (words.weekdays.has(textAt(source, dayAt)) ? dayAt > span.to : isToday(source, dayAt))
  ) {
    const base = readDayWord(source, dayAt) ?? readWeekday(source, dayAt);
    if (base !== null) return { to: base.to, value: span.value(base.value, 1) };
  }
  if (isIn) return { to: end, value: span.value(today, 1) };
  if (words.later.has(textAt(source, span.to))) {
    return { to: span.to + 1, value: span.value(today, 1) };
  }
  return null;
}

function isToday({ words, tokens }: Source, at: number): boolean {
  return (words.dayWords.get(tokens[at]?.text ?? "") ?? -1) >= 0;
}

function readTimeWord(source: Source, at: number): number {
  const mark = textAt(source, at);
  const isOwned = mark === "'" || mark === "’";
  const noun = isOwned ? textAt(source, at + 1) === "s" ? at + 2 : at + 1 : at;
  return textAt(source, noun) === "time" ? noun + 1 : at;
}
