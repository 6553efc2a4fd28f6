/** Where does the header of an older email stand in the text, and where does it start? */
import { latin } from "../latin.ts";
import type { HeaderField } from "./header_fields.ts";
import { findInlineFields } from "./inline_header.ts";
import { findStamp, isBlank, isRule } from "./quote_marks.ts";

/** Lines read behind a field to see whether a header follows; keeps a text of fields linear. */
const LOOK_AHEAD_LINES = 40;
/** Blank lines a header may have between its fields. */
const MAX_GAP_LINES = 3;
const MAX_SENDER_UNITS = 120;
const LETTER = latin(String.raw`\p{L}`);

/**
 * The first line of the header whose first named field is at `at`; null when the lines from
 * there are no header. Old Notes clients put sender and date, unnamed, above the first field: they
 * belong to it.
 * `fields` holds what `headerField` says of each line.
 */
export function findHeaderStart(
  lines: readonly string[],
  fields: readonly (HeaderField | null)[],
  at: number,
): number | null {
  if (fields[at] === null) return null;
  if (fields[at] === "from" && findInlineFields(lines[at] ?? "", false).length > 0) return at;
  const found = readFields(lines, fields, at);
  const start = findUnnamedSender(lines, at);
  const isHeader = found.size >= 3 ||
    found.size === 2 &&
      (start < at && found.has("to") ||
        found.has("from") && (found.has("date") || found.has("subject")) &&
          (lines[at] ?? "").includes("@"));
  return isHeader ? start : null;
}

function readFields(
  lines: readonly string[],
  fields: readonly (HeaderField | null)[],
  at: number,
): Set<HeaderField> {
  const found = new Set<HeaderField>();
  let gap = 0;
  const end = Math.min(lines.length, at + LOOK_AHEAD_LINES);
  for (let next = at; next < end && found.size < 3; next++) {
    const line = lines[next] ?? "";
    if (isBlank(line)) {
      if (++gap > MAX_GAP_LINES) break;
      continue;
    }
    const field = fields[next] ?? null;
    if (field !== null) found.add(field);
    else if (gap > 0 || !continuesField(line)) break;
    gap = 0;
  }
  return found;
}

/** A list of addressees that was wrapped, or the rest of a long subject. */
function continuesField(line: string): boolean {
  return /[@;,/<]|^\s/.test(line) || line.length <= 60;
}

function findUnnamedSender(lines: readonly string[], at: number): number {
  let start = at;
  let above = skipBlank(lines, at - 1, MAX_GAP_LINES);
  for (let count = 0; count < 4 && above >= 0; count++) {
    const line = lines[above] ?? "";
    const stamp = findStamp(line);
    if (stamp === null && !/^\s{0,8}(?:sent by|please respond to)\b/i.test(line)) break;
    start = above;
    if (stamp !== null && LETTER.test(stamp.before)) return start;
    above--;
  }
  const sender = lines[start - 1] ?? "";
  const named = start < at && !isBlank(sender) && !isRule(sender) &&
    sender.trim().length <= MAX_SENDER_UNITS && !/[.!?]\s*$/.test(sender);
  return named ? start - 1 : start;
}

function skipBlank(lines: readonly string[], from: number, most: number): number {
  let at = from;
  while (at >= 0 && from - at < most && isBlank(lines[at] ?? "")) at--;
  return at;
}
