/** The halves of a day: am and pm. */
import { type Found, isAttached, isNumberAt, type Source, textAt } from "../tokens.ts";

/**
 * am (0) or pm (12) behind a time that begins at `hour` and ends at `at`. A single letter counts
 * where an hour is expected: `at 9a`, but not `section 1a`.
 */
export function readHalf(
  source: Source,
  hour: number,
  at: number,
  hasMinutes: boolean,
): Found<number> | null {
  const isDotted = textAt(source, at) === "." && isAttached(source, at + 1);
  const from = isDotted && !/^[ap]m?$/.test(textAt(source, at)) ? at + 1 : at;
  const match = /^([ap])(m?)$/.exec(textAt(source, from) === "noon" ? "pm" : textAt(source, from));
  if (match === null || isAttached(source, from + 1) && isNumberAt(source, from + 1)) return null;
  const value = match[1] === "p" ? 12 : 0;
  if (match[2] === "m") {
    // `um vier am Freitag`
    const isOn = source.words.on.has(textAt(source, from)) && !isAttached(source, from);
    return isOn ? null : { to: from + 1, value };
  }
  const dot = textAt(source, from + 1) === "." ? 1 : 0;
  if (textAt(source, from + 1 + dot) === "m") {
    const hasLastDot = dot === 1 && textAt(source, from + 3) === ".";
    return { to: from + 2 + dot + (hasLastDot ? 1 : 0), value };
  }
  const isLetter = isAttached(source, from) && source.words.isEnglish &&
    (hasMinutes || isExpected(source, hour) || isWorkingDay(source, hour));
  return isLetter ? { to: from + 1, value } : null;
}

/** Either end of `9a-5p`. */
function isWorkingDay(source: Source, at: number): boolean {
  const reads = (from: number) =>
    isNumberAt(source, from) && textAt(source, from + 1) === "a" &&
    /^[-–—]$/.test(textAt(source, from + 2)) && isNumberAt(source, from + 3) &&
    textAt(source, from + 4) === "p";
  return reads(at) || reads(at - 3);
}

/** Whether the words before a number make it an hour. */
function isExpected(source: Source, at: number): boolean {
  const { words } = source;
  const before = textAt(source, at - 1);
  if (/^[-–—]$/.test(before)) {
    return /^[ap]m?$/.test(textAt(source, at - 2)) && isNumberAt(source, at - 3) &&
      isExpected(source, at - 3);
  }
  return [
    words.at,
    words.from,
    words.between,
    words.to,
    words.weekdays,
    words.dayWords,
    words.circa,
  ]
    .some((list) => list.has(before));
}
