/**
 * Which lines of an email are older than the email: quotes, and messages it answers or forwards.
 */
import { countAttributionLines } from "./attribution.ts";
import { findHeaderStart } from "./header_block.ts";
import { headerField } from "./header_fields.ts";
import { isBlank, isQuoted, isReplyMark, isRule, isSeparator } from "./quote_marks.ts";
import { openOlder } from "./older_message.ts";
import { latin } from "../latin.ts";

/**
 * A quoted line at least this long was probably wrapped on its way, its end left without a mark.
 */
const WRAPPED_LINE_UNITS = 55;
const MAX_REMAINDER_UNITS = 72;
const SMALL_FIRST = latin(String.raw`^\p{Ll}`);

/** For each line whether it is older than the email. Linear in the text. */
export function findOlderLines(lines: readonly string[]): boolean[] {
  const older = new Array<boolean>(lines.length).fill(false);
  const fields = lines.map(headerField);
  let kept = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    // Half of the lines of many emails.
    if (isBlank(line)) continue;
    const attributionLines = countAttributionLines(lines, at);
    const isQuote = isQuoted(line) && !isSeparator(line) || isRemainder(lines, at) ||
      isReplyMark(line);
    if (isQuote && attributionLines === 0) {
      // Whoever answers above the mark of a help desk has its message below.
      if (line.trimStart()[0] !== ">" && isReplyMark(line)) {
        kept = findKept(lines, older, kept, at);
        if (kept < at) return older.fill(true, at);
      }
      older[at] = true;
      continue;
    }
    const start = attributionLines > 0
      ? at - attributionLines + 1
      : isSeparator(line)
      ? at
      : findHeaderStart(lines, fields, at);
    if (start === null) continue;
    const from = includeRule(lines, start);
    if (attributionLines === 0) {
      const { bodyStart } = openOlder(lines, start);
      const next = skipBlank(lines, bodyStart);
      // A header above nothing is what the email is about.
      if (!isSeparator(line) && next >= lines.length) return older;
      const isAnswered = isQuoted(lines[next] ?? "") && isEmptyAbove(lines, from);
      if (isAnswered && bodyStart > at) {
        older.fill(true, from, bodyStart);
        at = bodyStart - 1;
        continue;
      }
    }
    if (attributionLines === 0 || !isQuoted(lines[skipBlank(lines, at + 1)] ?? "")) {
      return older.fill(true, from);
    }
    older.fill(true, from, at + 1);
  }
  return older;
}

/** Nothing is written above: the answer may be below. */
function isEmptyAbove(lines: readonly string[], end: number): boolean {
  for (let at = 0; at < end; at++) {
    if (!isBlank(lines[at] ?? "")) return false;
  }
  return true;
}

/**
 * The first line that is not older, or `end`. No older line becomes a new one again, so that the
 * next search goes on where this one ended.
 */
function findKept(
  lines: readonly string[],
  older: readonly boolean[],
  from: number,
  end: number,
): number {
  let at = from;
  while (at < end && (older[at] === true || isBlank(lines[at] ?? ""))) at++;
  return at;
}

/** The end of a quoted line that some program wrapped without marking it. */
function isRemainder(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? "";
  const line = lines[at] ?? "";
  return isQuoted(before) && before.length >= WRAPPED_LINE_UNITS && !isBlank(line) &&
    (SMALL_FIRST.test(line) || !/[.?!:;]\s{0,5}$/.test(before)) &&
    line.length <= MAX_REMAINDER_UNITS && isQuoted(lines[at + 1] ?? "");
}

/** A rule drawn right above an older message belongs to it. */
function includeRule(lines: readonly string[], start: number): number {
  for (let at = start - 1; at >= start - 2; at--) {
    const line = lines[at] ?? "";
    if (isRule(line)) return at;
    if (!isBlank(line)) break;
  }
  return start;
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 6 && isBlank(lines[at] ?? "")) at++;
  return at;
}
