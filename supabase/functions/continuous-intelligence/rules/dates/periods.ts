/** Periods of the calendar: next week, November 2026, Q3, the end of the year, the last three days. */
import {
  addUnits,
  dateOfDay,
  type Day,
  dayOfDate,
  type Period,
  periodOfDays,
  periodOfUnit,
  startOfIsoWeek,
  startOfUnit,
  type Unit,
} from "./calendar.ts";
import { readCount, readOrdinal, readYear } from "./numbers.ts";
import { readSpan, readTrailing } from "./spans.ts";
import {
  type Found,
  isAttached,
  isNumberAt,
  longest,
  skipWords,
  type Source,
  textAt,
} from "./tokens.ts";
import { readMonth, readWrittenDay, readYearBehind } from "./written_days.ts";

/** Null as a period: its words do not say from when to when. */
export type MaybePeriod = Period | null;

/** A period, also a part of one. */
export function readPeriod(source: Source, at: number): Found<MaybePeriod> | null {
  return longest(readWhole(source, at), readEdge(source, at), readFirstOf(source, at));
}

function readWhole(source: Source, at: number): Found<MaybePeriod> | null {
  return longest(
    readRelativeUnit(source, at),
    readMonthPeriod(source, at),
    readQuarter(source, at),
    readWeekPeriod(source, at),
    readYearPeriod(source, at),
    readSeason(source, at),
  );
}

/** `next week`, `the last 3 months`, `la semana que viene`, `the coming two quarters`. */
function readRelativeUnit(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today } = source;
  const from = skipWords(source, at, 1, words.article);
  const leadingCount = words.monthFirst ? readCount(source, from) : null;
  const relationAt = leadingCount?.to ?? from;
  const relation = words.relations.get(textAt(source, relationAt));
  if (relation === undefined) {
    const unit = words.units.get(textAt(source, from));
    if (unit === undefined) return null;
    if (unit === "weekend" && from > at) {
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
  if (/^(?:few|several|couple|paar)$/.test(textAt(source, behind))) {
    const link = textAt(source, behind + 1) === "of" ? behind + 2 : behind + 1;
    return words.units.has(textAt(source, link)) ? { to: link + 1, value: null } : null;
  }
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
  if (unit === "day" && words.monthFirst && relation !== 0) {
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

/** Whole quarters and decades are counted by the calendar, days to years from the mail's day. */
function units({ today }: Source, relation: number, unit: Unit, count: number): Period {
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

/** `November 2026`, `next May`, and a month alone where a word or a capital says that it is one. */
function readMonthPeriod(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, tokens, today } = source;
  const from = skipWords(source, at, 1, words.article);
  const relation = words.relations.get(textAt(source, from));
  const monthAt = relation === undefined ? from : from + 1;
  const numeric = readNumericMonth(source, at);
  if (numeric !== null) return numeric;
  const month = readMonth(source, monthAt);
  if (month === null) return null;
  const { year: thisYear } = dateOfDay(today);
  const isVerb = /^(?:may|march|mar|mai)$/.test(textAt(source, monthAt));
  if (isVerb && (tokens[monthAt]?.isCapital === false || VERB_NEXT.has(textAt(source, month.to)))) {
    return null;
  }
  if (relation !== undefined) {
    const shift = isBehind(source, month.value, relation) ? relation : 0;
    const year = readOfYear(source, month.to);
    return {
      to: year?.to ?? month.to,
      value: monthOf(year?.value ?? thisYear + shift, month.value),
    };
  }
  const year = readYearBehind(source, month.to) ?? readOfYear(source, month.to) ??
    readShortYear(source, month.to);
  if (year !== null) return { to: year.to, value: monthOf(year.value, month.value) };
  const isNamed = tokens[monthAt]?.isCapital === true && textAt(source, monthAt).length > 3;
  const hasContext = words.dateContext.has(textAt(source, at - 1)) ||
    words.edges.has(textAt(source, at - 1)) || words.article.has(textAt(source, at - 1));
  const trailing = readTrailing(source, month.to);
  if (!hasContext && (!isNamed || isVerb && from === monthAt)) return null;
  const shift = trailing?.value === -1 && isBehind(source, month.value, -1) ? -1 : 0;
  const nearest = nearestMonth(source, month.value);
  return {
    to: trailing?.to ?? month.to,
    value: trailing === null ? nearest : monthOf(thisYear + shift, month.value),
  };
}

const VERB_NEXT = new Set(["i", "we", "be", "not", "have", "you", "or", "also"]);

/** As with dates: the one to come, or one of the last months. */
function nearestMonth(source: Source, month: number): Period {
  const { year, month: now } = dateOfDay(source.today);
  const ahead = (month - now + 12) % 12;
  const isBefore = ahead > (source.isPast ? 0 : 9);
  return monthOf(month < now ? isBefore ? year : year + 1 : isBefore ? year - 1 : year, month);
}

/** `next May` is of next year only where this year's has begun. */
function isBehind({ today }: Source, month: number, relation: number): boolean {
  const now = dateOfDay(today).month;
  return relation > 0 ? month <= now : relation < 0 && month >= now;
}

/** `2026-11`, `11/2026`. */
function readNumericMonth(source: Source, at: number): Found<Period> | null {
  const { tokens } = source;
  const [first, second] = [tokens[at], tokens[at + 2]];
  if (
    (first === undefined || first.number === null) ||
    (second === undefined || second.number === null)
  ) return null;
  if (
    !/^[-/.]$/.test(textAt(source, at + 1)) ||
    isAttached(source, at) && /[-/.]/.test(textAt(source, at - 1))
  ) return null;
  if (!isAttached(source, at + 1) || !isAttached(source, at + 2)) return null;
  if (/^[-/.:]$/.test(textAt(source, at + 3)) && isAttached(source, at + 4)) return null;
  const firstIsYear = first.end - first.start === 4;
  const secondIsYear = second.end - second.start === 4;
  if (firstIsYear === secondIsYear || textAt(source, at + 1) === ".") return null;
  const [year, month] = firstIsYear ? [first.number, second.number] : [second.number, first.number];
  if (month < 1 || month > 12 || year < 1_900 || year > 2_100) return null;
  return { to: at + 3, value: monthOf(year, month) };
}

/** `of next year`, `this year`. */
function readOfYear(source: Source, at: number): Found<number> | null {
  const { words, today } = source;
  const from = skipWords(source, at, 2, words.of, words.article);
  const relation = words.relations.get(textAt(source, from));
  if (from === at + 2 && words.units.get(textAt(source, from)) === "year") {
    return { to: from + 1, value: dateOfDay(today).year };
  }
  if (relation === undefined || words.units.get(textAt(source, from + 1)) !== "year") return null;
  const to = textAt(source, from + 2) === "'" ? from + 4 : from + 2;
  return { to, value: dateOfDay(today).year + relation };
}

/** `April of 87`, `Nov '26`. */
function readShortYear(source: Source, at: number): Found<number> | null {
  const token = source.tokens[at + 1];
  if (
    textAt(source, at) !== "of" || (token === undefined || token.number === null) ||
    token.end - token.start !== 2
  ) {
    return null;
  }
  return { to: at + 2, value: token.number > 40 ? 1_900 + token.number : 2_000 + token.number };
}

function monthOf(year: number, month: number): Period {
  return periodOfUnit("month", dayOfDate(year, month, 1) ?? 0);
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
    (letter === "q" || letter === "h") && (digit !== undefined && digit.number !== null) &&
    isAttached(source, start + 1)
  ) {
    months = letter === "q" ? 3 : 6;
    part = { to: start + 2, value: digit.number };
  } else {
    const ordinal = readOrdinal(source, start);
    const unit = ordinal === null ? "" : textAt(source, ordinal.to);
    if (ordinal !== null && (unit === "half" || words.units.get(unit) === "quarter")) {
      months = unit === "half" ? 6 : 3;
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

const DASH = new Set(["-"]);

const WEEK_OF = /^(?:of|vom|del|commencing|beginning|starting)$/;

/** `the week of 4 May`, `week 31`, `KW 47`. */
function readWeekPeriod(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today, tokens } = source;
  const from = skipWords(source, at, 1, words.article);
  const name = textAt(source, from);
  if (words.units.get(name) === "week" && WEEK_OF.test(textAt(source, from + 1))) {
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
  return { to: year.to, value: periodOfUnit("year", first) };
}

/** `this summer`, `summer 2026`: nobody's seasons begin on the same day. */
function readSeason(source: Source, at: number): Found<null> | null {
  const { words } = source;
  const from = skipWords(source, at, 1, words.article);
  const isRelated = words.relations.has(textAt(source, from));
  const name = isRelated ? from + 1 : from;
  if (
    !/^(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|primavera|verano|otoño|invierno)$/
      .test(textAt(source, name))
  ) return null;
  const year = readYearBehind(source, name + 1);
  if (year !== null) return { to: year.to, value: null };
  return isRelated ? { to: name + 1, value: null } : null;
}

/** `end of November`, `early next week`, `Anfang Mai`, `later this year`, `end of the month`. */
function readEdge(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, today } = source;
  const from = skipWords(source, at, 1, words.article);
  const edge = words.edges.get(textAt(source, from));
  if (edge === undefined) return readDeadline(source, at);
  const needsOf = /^(?:beginning|start|end|middle)$/.test(textAt(source, from));
  if (needsOf && textAt(source, from + 1) !== "of") return null;
  const link = needsOf ? from + 2 : skipWords(source, from + 1, 2, words.of, DASH);
  const inner = readWhole(source, link);
  if (inner !== null) {
    const isEnd = END.test(textAt(source, from));
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
  if (unit === undefined || unit === "day" || name === from + 1 && words.monthFirst) return null;
  const whole = periodOfUnit(unit, startOfUnit(unit, today));
  return {
    to: name + 1,
    value: END.test(textAt(source, from)) ? lastDayOf(whole) : partOf(whole, edge),
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

const END = /^(?:end|ende|finales|fin|fines)$/;

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
