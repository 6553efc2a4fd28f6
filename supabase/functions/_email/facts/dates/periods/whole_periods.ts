/** Whole periods of the calendar: next week, Q3, week 31, the last three days. */
import {
  addUnits,
  dateOfDay,
  type Day,
  dayOfDate,
  type MaybePeriod,
  type Period,
  periodOfDays,
  periodOfUnit,
  startOfIsoWeek,
  startOfUnit,
  type Unit,
} from "../calendar.ts";
import { readMonthPeriod, readOfYear } from "./month_periods.ts";
import { readCount, readOrdinal, readYear } from "../numbers.ts";
import { readSpan, readTrailing } from "../spans.ts";
import {
  type Found,
  isAttached,
  isNumberAt,
  longest,
  skipWords,
  type Source,
  textAt,
} from "../tokens.ts";
import { readWrittenDay } from "../written_days.ts";
import { readYearBehind } from "../nearest_date.ts";

/** A period that the calendar or the sentence bounds, not a part of one. */
export function readWhole(source: Source, at: number): Found<MaybePeriod> | null {
  return longest(
    readRelativeUnit(source, at),
    readMonthPeriod(source, at),
    readQuarter(source, at),
    readWeekPeriod(source, at),
    readYearPeriod(source, at),
  );
}

/** `next week`, `the last 3 months`, `la semana que viene`, `the coming two quarters`. */
function readRelativeUnit(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today } = source;
  const from = skipWords(source, at, 1, words.article);
  const leadingCount = readCount(source, from);
  const relationAt = leadingCount?.to ?? from;
  const relation = words.relations.get(textAt(source, relationAt));
  if (relation === undefined) {
    const unit = words.units.get(textAt(source, from));
    if (unit === undefined) return null;
    const isNamed = from > at || [words.dateContext, words.inTime, words.on, words.of]
      .some((list) => list.has(textAt(source, at - 1)));
    if (unit === "weekend" && isNamed) {
      return { to: from + 1, value: shiftedUnit(today, unit, 0) };
    }
    const isAfterNext = textAt(source, from + 1) === "after" && textAt(source, from + 2) === "next";
    const isBeforeLast = textAt(source, from + 1) === "before" &&
      textAt(source, from + 2) === "last";
    if (isAfterNext || isBeforeLast) {
      return { to: from + 3, value: shiftedUnit(today, unit, isAfterNext ? 2 : -2) };
    }
    const trailing = readTrailing(source, from + 1);
    return trailing === null
      ? null
      : { to: trailing.to, value: shiftedUnit(today, unit, trailing.value) };
  }
  const behind = relationAt + 1;
  const counted = leadingCount === null ? readSpan(source, behind) : null;
  if (counted !== null) {
    return { to: counted.to, value: spanFrom(source, relation, counted.value, behind) };
  }
  if (/^(?:calendar|fiscal|financial)$/.test(textAt(source, behind))) {
    if (words.units.get(textAt(source, behind + 1)) !== "year") return null;
    const isCalendar = textAt(source, behind) === "calendar";
    return { to: behind + 2, value: isCalendar ? shiftedUnit(today, "year", relation) : null };
  }
  const name = textAt(source, behind);
  const fortnight = name === "fortnight";
  const unit = words.units.get(name) ?? (fortnight ? "week" : undefined);
  if (unit === undefined) return null;
  const count = (leadingCount?.value ?? 1) * (fortnight ? 2 : 1);
  if (leadingCount !== null && !name.endsWith("s")) return null;
  if (count > 1) return { to: behind + 1, value: units(source, relation, unit, count) };
  if (
    unit === "day" && words.isEnglish && relation !== 0 &&
    !(relation < 0 && words.article.has(textAt(source, relationAt - 1)))
  ) {
    return { to: behind + 1, value: periodOfUnit("day", today + relation) };
  }
  return unit === "day" ? null : { to: behind + 1, value: shiftedUnit(today, unit, relation) };
}

function shiftedUnit(today: Day, unit: Unit, relation: number): Period {
  if (unit === "weekday") {
    const monday = startOfUnit("week", today) + 7 * relation;
    return periodOfDays(monday, monday + 5);
  }
  return periodOfUnit(unit, addUnits(unit, startOfUnit(unit, today), relation));
}

/** Whole quarters and decades are counted by the calendar, days to years from the email's day. */
export function units({ today }: Source, relation: number, unit: Unit, count: number): Period {
  if (unit === "quarter" || unit === "decade" || unit === "weekend") {
    const current = startOfUnit(unit, today);
    return relation < 0
      ? periodOfDays(addUnits(unit, current, -count), current)
      : periodOfDays(addUnits(unit, current, 1), addUnits(unit, current, count + 1));
  }
  if (relation < 0) return periodOfDays(addUnits(unit, today, -count), today);
  return periodOfDays(today + 1, addUnits(unit, today + 1, count));
}

function spanFrom(
  source: Source,
  relation: number,
  step: (day: Day, direction: 1 | -1) => Day,
  at: number,
): Period {
  const { words, today } = source;
  const count = readCount(source, at);
  const unit = count === null ? undefined : words.units.get(textAt(source, count.to));
  if (count !== null && (unit === "quarter" || unit === "decade")) {
    return units(source, relation, unit, count.value);
  }
  if (relation < 0) return periodOfDays(step(today, -1), today);
  const isWeekday = /^(?:business|working)$/.test(textAt(source, count?.to ?? at));
  return isWeekday
    ? periodOfDays(today + 1, step(today, 1) + 1)
    : periodOfDays(today + 1, step(today + 1, 1));
}

/** `Q3 2026`, `third quarter of 2026`, `H1 2027`, `2026 Q3`. */
function readQuarter(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today } = source;
  const prior = readYear(source, at);
  const start = prior === null
    ? skipWords(source, at, 1, words.article)
    : skipWords(source, prior.to, 1, DASH);
  const letter = textAt(source, start);
  const digit = source.tokens[start + 1];
  let part: Found<number> | null = null;
  let months = 3;
  if (
    (letter === "q" || letter === "h" || letter === "t" && words.beginnings.has("t")) &&
    (digit !== undefined && digit.number !== null) &&
    isAttached(source, start + 1)
  ) {
    months = letter === "h" ? 6 : 3;
    part = { to: start + 2, value: digit.number };
  } else {
    const ordinal = readOrdinal(source, start);
    const unit = ordinal === null ? "" : textAt(source, ordinal.to);
    if (ordinal !== null && (HALF_YEAR.test(unit) || words.units.get(unit) === "quarter")) {
      months = HALF_YEAR.test(unit) ? 6 : 3;
      part = { to: ordinal.to + 1, value: ordinal.value };
    }
  }
  if (part === null || part.value < 1 || part.value > 12 / months) return null;
  const year = prior ?? readYearBehind(source, part.to) ?? readOfYear(source, part.to);
  // Half of what?
  if (year === null && months === 6 && letter !== "h") return null;
  const first = dayOfDate(year?.value ?? dateOfDay(today).year, months * (part.value - 1) + 1, 1) ??
    0;
  const to = prior === null ? year?.to ?? part.to : part.to;
  return { to, value: periodOfDays(first, addUnits("month", first, months)) };
}

const HALF_YEAR = /^(?:half|halbjahr|semestre|semester|semestri)$/;

/** Between two words that belong together: `mid-July`, `2026-Q3`. */
export const DASH = new Set(["-"]);

/** `the week of 4 May`, `week 31`, `KW 47`. */
function readWeekPeriod(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today, tokens } = source;
  const from = skipWords(source, at, 1, words.article);
  const name = textAt(source, from);
  if (words.units.get(name) === "week" && words.weekOf.has(textAt(source, from + 1))) {
    const day = readWrittenDay(source, from + 2);
    if (day === null || day.value === null) return null;
    const isOf = !/ing$/.test(textAt(source, from + 1));
    return {
      to: day.to,
      value: periodOfUnit("week", isOf ? startOfUnit("week", day.value) : day.value),
    };
  }
  const number = tokens[from + 1];
  if (
    !words.weekNumber.has(name) || (number === undefined || number.number === null) ||
    number.end - number.start > 2
  ) {
    return null;
  }
  if (
    number.number < 1 || number.number > 53 ||
    isAttached(source, from + 2) && textAt(source, from + 2) === "-"
  ) return null;
  const year = readYearBehind(source, from + 2);
  const monday = startOfIsoWeek(year?.value ?? dateOfDay(today).year, number.number);
  return { to: year?.to ?? from + 2, value: periodOfUnit("week", monday) };
}

const YEARS = /^(?:années|años|anos|anni|jaren|jahre|jahren)$/;

/** A year behind a word that dates have in front, `the year 2008`, `FY2018`. */
function readYearPeriod(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, tokens } = source;
  const from = skipWords(source, at, 1, words.article);
  const isSaid = words.units.get(textAt(source, from)) === "year" ||
    /^[cf]y$/.test(textAt(source, from));
  const start = isSaid ? from + 1 : at;
  const year = readYear(source, start);
  if (year !== null && isSaid && /^(?:fiscal|financial|tax)$/.test(textAt(source, from - 1))) {
    return { to: year.to, value: null };
  }
  if (year === null || year.value < 1_900 || year.value > 2_100) return null;
  const before = textAt(source, at - 1);
  const isContext = isSaid || words.dateContext.has(before) || words.edges.has(before) ||
    words.to.has(before) && isNumberAt(source, at - 2) && (tokens[at - 2]?.number ?? 0) > 1_000;
  const unit = textAt(source, year.to);
  const isMeasure =
    /^(?:[%$€£]|[.,:]\d|kg|km|m|mb|gb|ml|usd|eur|dollars?|euros?|people|units|hours|pieces|stück)/
      .test(unit) ||
    isAttached(source, year.to) && /^[.,:/a-z-]/.test(unit) && isAttached(source, year.to + 1) &&
      unit !== "-";
  if (!isContext || isMeasure && !isSaid || /^[$€£#]$/.test(before)) return null;
  const first = dayOfDate(year.value, 1, 1) ?? 0;
  const isDecade = YEARS.test(textAt(source, start - 1)) && year.value % 10 === 0 &&
    !words.to.has(unit) && !words.and.has(unit);
  return { to: year.to, value: periodOfUnit(isDecade ? "decade" : "year", first) };
}
