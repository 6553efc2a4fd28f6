/** Numbers inside dates: counts, days of a month, years. */
import { dateOfDay } from "./calendar.ts";
import { type Found, isAttached, remember, type Source, textAt } from "./tokens.ts";

/** A count such as `3`, `three`, `twenty-five`, `a couple of`. */
export const readCount = remember((source: Source, at: number): Found<number> | null => {
  const digits = source.tokens[at]?.number ?? null;
  if (digits !== null) {
    const isPart = isAttached(source, at + 1) && /^[.,:/]$/.test(textAt(source, at + 1)) &&
      isAttached(source, at + 2) && source.tokens[at + 2]?.number !== null;
    return isPart || digits > 9_999 ? null : { to: at + 1, value: digits };
  }
  if (source.words.numbers.get(textAt(source, at)) === 1 && textAt(source, at + 1) === "couple") {
    return { to: textAt(source, at + 2) === "of" ? at + 3 : at + 2, value: 2 };
  }
  return readNumberWords(source, at);
});

/** Words up to 99. */
export function readNumberWords(source: Source, at: number): Found<number> | null {
  const first = source.words.numbers.get(textAt(source, at));
  if (first === undefined || first >= 100) return null;
  if (first >= 20) {
    const next = textAt(source, at + 1) === "-" ? at + 2 : at + 1;
    const ones = source.words.numbers.get(textAt(source, next));
    if (ones !== undefined && ones < 10 && !/^an?$/.test(textAt(source, next))) {
      return { to: next + 1, value: first + ones };
    }
  }
  return { to: at + 1, value: first };
}

/** `3rd`, `third`, `twenty-third`; outside of English also `3.` */
export function readOrdinal(source: Source, at: number): Found<number> | null {
  const { tokens, words } = source;
  const digits = tokens[at]?.number ?? null;
  if (digits !== null) {
    const isDotted = isAttached(source, at + 1) && textAt(source, at + 1) === "." &&
      isAttached(source, at + 2) && words.suffixes.has(textAt(source, at + 2));
    if (isDotted) return { to: at + 3, value: digits };
    const hasSuffix = isAttached(source, at + 1) &&
      (words.suffixes.has(textAt(source, at + 1)) ||
        !words.isEnglish && textAt(source, at + 1) === "." &&
          (tokens[at + 2]?.isApart !== false || tokens[at + 2]?.text === ","));
    return hasSuffix ? { to: at + 2, value: digits } : null;
  }
  const tens = words.numbers.get(textAt(source, at)) ?? 0;
  if (tens === 20 || tens === 30) {
    const next = textAt(source, at + 1) === "-" ? at + 2 : at + 1;
    const ones = words.ordinals.get(textAt(source, next));
    if (ones !== undefined && ones < 10) return { to: next + 1, value: tens + ones };
  }
  const value = words.ordinals.get(textAt(source, at));
  return value === undefined ? null : { to: at + 1, value };
}

/** A day of a month: a number or an ordinal from 1 to 31. */
export function readDayNumber(source: Source, at: number): Found<number> | null {
  const found = readOrdinal(source, at) ?? readCount(source, at);
  if (found === null || found.value < 1 || found.value > 31) return null;
  return /^an?$/.test(textAt(source, at)) ? null : found;
}

/**
 * A year of four digits, `'26`, or words such as `nineteen ninety-six` and `two thousand and
 * five`.
 */
export function readYear(source: Source, at: number): Found<number> | null {
  const token = source.tokens[at];
  if (token === undefined) return null;
  if (/^['’]$/.test(token.text) && isAttached(source, at + 1)) {
    const short = source.tokens[at + 1];
    if ((short === undefined || short.number === null) || short.end - short.start !== 2) {
      return null;
    }
    return { to: at + 2, value: expandYear(source, short.number) };
  }
  if (token.number !== null) {
    const isYear = token.end - token.start === 4 && token.number >= 1_000 && token.number < 2_200;
    return isYear ? { to: at + 1, value: token.number } : null;
  }
  return readYearWords(source, at);
}

/** The year within the last 79 and the next 20 years that ends in two digits. */
export function expandYear({ today }: Source, twoDigits: number): number {
  const { year } = dateOfDay(today);
  const inCentury = year - (year % 100) + twoDigits;
  if (inCentury > year + 20) return inCentury - 100;
  return inCentury <= year - 80 ? inCentury + 100 : inCentury;
}

function readYearWords(source: Source, at: number): Found<number> | null {
  const { numbers } = source.words;
  const isAnd = (place: number) => source.words.and.has(textAt(source, place)) ? 1 : 0;
  if (numbers.get(textAt(source, at)) === 2 && numbers.get(textAt(source, at + 1)) === 1_000) {
    const rest = readNumberWords(source, at + 2 + isAnd(at + 2));
    return rest === null
      ? { to: at + 2, value: 2_000 }
      : { to: rest.to, value: 2_000 + rest.value };
  }
  const century = numbers.get(textAt(source, at)) ?? 0;
  if (century < 18 || century > 20) return null;
  const hundred = numbers.get(textAt(source, at + 1)) === 100 ? 1 : 0;
  const rest = readNumberWords(source, at + 1 + hundred + (hundred === 1 ? isAnd(at + 2) : 0));
  if (rest === null || rest.value < 10) return null;
  return { to: rest.to, value: century * 100 + rest.value };
}
