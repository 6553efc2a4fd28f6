/** Where an older message begins in a text, and who wrote it. */
import { countAttributionLines } from "./attribution.ts";
import { type HeaderField, headerField } from "./header_fields.ts";
import { findStamp, isBlank, isRule, isSeparator } from "./quote_marks.ts";
import type { Sender } from "../signature/sender_name.ts";

/** An older message inside a text. */
export interface OlderMessage {
  /** The first line of its own text. */
  readonly bodyStart: number;
  /** Both null when nothing tells who it was. */
  readonly writer: Sender;
  /** The line that names its sender, if it is a field of a header. */
  readonly fromLine: number | null;
  /** Its header has no rule or separator above it. */
  readonly isMemo: boolean;
  /** It has no header. */
  readonly isQuote: boolean;
}

const MAX_LEAD_LINES = 8;
const MAX_HEADER_LINES = 40;
/** Lines that Notes writes above the first field: a sender, perhaps wrapped, and a date. */
const MAX_UNNAMED_LINES = 5;
const MAX_UNNAMED_UNITS = 120;
/** "09:10 AM -----", where "Forwarded by … on 3/21/2001 09:10 AM" was wrapped. */
const WRAPPED_END = /^\s{0,8}(?:\d{1,2}[:.]\d{2}\s?)?(?:[ap]\.?m\.?)?\s{0,3}[-_=*]{5,200}\s*$/i;
const NOBODY: Sender = { name: null, email: null };
const ADDRESS = /[^\s<>@"'()[\]:;,]{1,64}@[^\s<>@"'()[\]:;,]{1,255}/;

/** Opens the older message whose first line is at `start`. */
export function openOlder(lines: readonly string[], start: number): OlderMessage {
  for (let at = start; at < Math.min(start + 4, lines.length); at++) {
    const count = countAttributionLines(lines, at);
    if (count > 0 && at - count + 1 <= start) {
      const writer = readAttributed(lines.slice(start, at + 1).join(" "));
      return { bodyStart: at + 1, writer, fromLine: null, isMemo: false, isQuote: true };
    }
  }
  let at = start;
  const isLead = (line: string) =>
    isBlank(line) || isRule(line) || isSeparator(line) || WRAPPED_END.test(line);
  while (at < lines.length && at < start + MAX_LEAD_LINES && isLead(lines[at] ?? "")) at++;
  const unnamed = readUnnamed(lines, at);
  const header = unnamed ?? readHeader(lines, at);
  return {
    bodyStart: header.end,
    writer: header.fromLine === null ? NOBODY : readSender(lines[header.fromLine] ?? ""),
    fromLine: header.fromLine,
    isMemo: at === start && header.end > at,
    isQuote: header.end === at && at === start,
  };
}

/** The header of Notes: the sender and the date without a name, above the fields. */
function readUnnamed(
  lines: readonly string[],
  start: number,
): { readonly end: number; readonly fromLine: number } | null {
  let isStamped = false;
  for (let at = start; at < Math.min(lines.length, start + MAX_UNNAMED_LINES + 2); at++) {
    const line = lines[at] ?? "";
    if (headerField(line) !== null) {
      return isStamped && at > start ? { end: readHeader(lines, at).end, fromLine: start } : null;
    }
    if (line.length > MAX_UNNAMED_UNITS || isBlank(line) && !isStamped) return null;
    isStamped ||= findStamp(line) !== null;
  }
  return null;
}

function readHeader(
  lines: readonly string[],
  start: number,
): { readonly end: number; readonly fromLine: number | null } {
  let fromLine: number | null = null;
  let end = start;
  let last: HeaderField | null = null;
  for (let at = start; at < Math.min(lines.length, start + MAX_HEADER_LINES); at++) {
    const line = lines[at] ?? "";
    const field = headerField(line);
    if (field !== null) {
      if (field === "from") fromLine ??= at;
      last = field;
      end = at + 1;
    } else if (isBlank(line)) {
      if (last === null || headerField(lines[at + 1] ?? "") === null) break;
    } else if (last === null || !goesOn(line, last)) break;
    else end = at + 1;
  }
  return { end, fromLine };
}

/** A wrapped list of addressees or subject. */
function goesOn(line: string, field: HeaderField): boolean {
  return /^\s/.test(line) || (field === "to" || field === "cc") && /[@;<]/.test(line) ||
    /^[\p{Lu}][\p{L} -]{1,30}:\s/u.test(line);
}

function readAttributed(text: string): Sender {
  return { name: null, email: ADDRESS.exec(text)?.[0].toLowerCase() ?? null };
}

function readSender(line: string): Sender {
  const value = line.replace(/^[^:：]{0,40}[:：]/, "").trim();
  const email = ADDRESS.exec(value)?.[0].toLowerCase() ?? null;
  const name = value.replace(/[<[(].*$/, "").replace(/["*]/g, "").trim();
  return { name: name === "" || name.includes("@") ? null : name, email };
}
