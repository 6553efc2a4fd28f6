/**
 * Periods of the calendar and parts of them: next week, the end of the year, the first week of
 * May.
 */
import {
  addUnits,
  type MaybePeriod,
  type Period,
  periodOfDays,
  periodOfUnit,
  startOfUnit,
  type Unit,
} from "../calendar.ts";
import { readCount, readOrdinal } from "../numbers.ts";
import { type Found, longest, remember, skipWords, type Source, textAt } from "../tokens.ts";
import { DASH, readWhole } from "./whole_periods.ts";

/** A period, also a part of one. */
export const readPeriod = remember((source: Source, at: number): Found<MaybePeriod> | null => {
  return longest(readWhole(source, at), readEdge(source, at), readFirstOf(source, at));
});

/** `end of November`, `early next week`, `Anfang Mai`, `later this year`, `end of the month`. */
function readEdge(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today } = source;
  const from = skipWords(source, at, 1, words.article);
  const edge = words.edges.get(textAt(source, from));
  if (edge === undefined) return readDeadline(source, at);
  const needsOf = words.isEnglish && NEEDS_OF.test(textAt(source, from));
  if (needsOf && textAt(source, from + 1) !== "of") return null;
  const link = needsOf ? from + 2 : skipWords(source, from + 1, 2, words.of, DASH);
  const isEnd = words.ends.has(textAt(source, from));
  const inner = readWhole(source, link);
  if (inner !== null) {
    const part = inner.value === null
      ? null
      : isEnd
      ? lastDayOf(inner.value)
      : partOf(inner.value, edge);
    return {
      to: inner.to,
      value: part === null ? null : untilToday(source, textAt(source, from), part),
    };
  }
  // `the end of the month`: the current one.
  const name = skipWords(source, link, 1, words.article);
  const unit = words.units.get(textAt(source, name));
  if (unit === undefined || unit === "day" || name === from + 1 && words.isEnglish) return null;
  const whole = periodOfUnit(unit, startOfUnit(unit, today));
  return {
    to: name + 1,
    value: isEnd ? lastDayOf(whole) : partOf(whole, edge),
  };
}

/** `EOW`, `EOM`, `EOY`; `EOD` is read with the days. */
function readDeadline(source: Source, at: number): Found<MaybePeriod> | null {
  const unit = DEADLINES.get(textAt(source, at));
  if (unit === undefined) return null;
  return { to: at + 1, value: lastDayOf(periodOfUnit(unit, startOfUnit(unit, source.today))) };
}

const DEADLINES: ReadonlyMap<string, Unit> = new Map([["eow", "week"], ["eom", "month"], [
  "eoy",
  "year",
]]);

const NEEDS_OF = /^(?:beginning|start|end|middle)$/;

/** The end of a period is its last day; of a week, Friday. */
function lastDayOf({ start, end }: Period): Period {
  const last = end.day - start.day === 7 ? end.day - 3 : end.day - 1;
  return periodOfDays(last, last + 1);
}

/** `later` begins today at the earliest, `earlier` has ended by now. */
function untilToday({ today }: Source, edge: string, { start, end }: Period): Period {
  if (edge === "later" && today > start.day && today < end.day) return periodOfDays(today, end.day);
  return edge === "earlier" && today > start.day && (today < end.day || end.day - start.day > 100)
    ? periodOfDays(start.day, today)
    : { start, end };
}

/** The first or second half, or the middle third; of a year four months. */
function partOf({ start, end }: Period, edge: number): Period {
  const length = end.day - start.day;
  if (length > 300) {
    const third = (part: number) => addUnits("month", start.day, 4 * part);
    return periodOfDays(third(edge), third(edge + 1));
  }
  const half = start.day + Math.floor(length / 2);
  if (edge === 0) return periodOfDays(start.day, half);
  if (edge === 2) return periodOfDays(half, end.day);
  const third = Math.floor(length / 3);
  return periodOfDays(start.day + third, start.day + 2 * third);
}

/** `the first week of 2021`, `the last 3 weeks of this year`, `first ten days of May`. */
function readFirstOf(source: Source, at: number): Found<MaybePeriod> | null {
  const { words } = source;
  const from = skipWords(source, at, 1, words.article);
  const isLast = words.relations.get(textAt(source, from)) === -1;
  const ordinal = isLast ? { to: from + 1, value: 1 } : readOrdinal(source, from);
  if (ordinal === null) return null;
  const count = readCount(source, ordinal.to);
  const unit = words.units.get(textAt(source, count?.to ?? ordinal.to));
  if (unit === undefined || unit === "quarter") return null;
  const link = (count?.to ?? ordinal.to) + 1;
  if (!words.of.has(textAt(source, link))) return null;
  const whole = readWhole(source, link + 1);
  if (whole === null || whole.value === null) return null;
  const { start, end } = whole.value;
  const size = count?.value ?? 1;
  if (isLast) {
    const last = unit === "week" ? startOfUnit("week", end.day - 4) + 7 : end.day;
    return { to: whole.to, value: periodOfDays(addUnits(unit, last, -size), last) };
  }
  // Like ISO weeks: the first one has its Thursday in the period.
  const first = unit === "week" ? startOfUnit("week", start.day + 3) : start.day;
  const begin = addUnits(unit, first, ordinal.value - 1);
  return { to: whole.to, value: periodOfDays(begin, addUnits(unit, begin, size)) };
}
