/** Months as periods: November 2026, next May, 2026-11. */
import { dateOfDay, dayOfDate, type MaybePeriod, type Period, periodOfUnit } from "../calendar.ts";
import { readTrailing } from "../spans.ts";
import { type Found, isAttached, skipWords, type Source, textAt } from "../tokens.ts";
import { readMonth, readYearBehind } from "../nearest_date.ts";

/** `November 2026`, `next May`, and a month alone where a word or a capital says that it is one. */
export function readMonthPeriod(source: Source, at: number): Found<MaybePeriod> | null {
  const { words, tokens, today } = source;
  const from = skipWords(source, at, 1, words.article);
  const relation = words.relations.get(textAt(source, from));
  const monthAt = relation === undefined ? from : from + 1;
  const numeric = readNumericMonth(source, at);
  if (numeric !== null) return numeric;
  const month = readMonth(source, monthAt);
  if (month === null) return null;
  const { year: thisYear } = dateOfDay(today);
  const isVerb = words.doubtful.has(textAt(source, monthAt));
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
  // `mid-March`
  const before = textAt(source, at - 1) === "-" ? textAt(source, at - 2) : textAt(source, at - 1);
  const hasContext = words.dateContext.has(before) || words.edges.has(before) ||
    words.article.has(before);
  const trailing = readTrailing(source, month.to);
  // "April Stone will come."
  const isName = tokens[month.to]?.isCapital === true;
  if (
    !hasContext && (!isNamed || isName || isVerb && from === monthAt && !words.edges.has(before))
  ) {
    return null;
  }
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
  const first = tokens[at];
  const second = tokens[at + 2];
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
export function readOfYear(source: Source, at: number): Found<number> | null {
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
