/** Where an older message begins in a text, and who wrote it. */
import { latin } from "../latin.ts";
import { countAttributionLines } from "./attribution.ts";
import { type HeaderField, headerField } from "./header_fields.ts";
import { findInlineFields } from "./inline_header.ts";
import { findStamp, isBlank, isRule, isSeparator } from "./quote_marks.ts";
import type { Sender } from "../signature/sender_name.ts";
import { isGreeting } from "../signature/signature_lines.ts";

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
/** Blank lines between two fields of a header. */
const MAX_GAP_LINES = 3;
/** A subject at least this long may have been wrapped. */
const WRAPPED_SUBJECT_UNITS = 60;
/** Lines that Notes writes above the first field: a sender, perhaps wrapped, and a date. */
const MAX_UNNAMED_LINES = 5;
const MAX_UNNAMED_UNITS = 120;
/** "09:10 AM -----", where "Forwarded by … on 3/21/2001 09:10 AM" was wrapped. */
const WRAPPED_END = /^\s{0,8}(?:\d{1,2}[:.]\d{2}\s?)?(?:[ap]\.?m\.?)?\s{0,3}[-_=*]{5,200}\s*$/i;
const NOBODY: Sender = { name: null, email: null };
const ADDRESS = /[^\s<>@"'()[\]:;,]{1,64}@[^\s<>@"'()[\]:;,]{1,251}\.[^\s<>@"'()[\]:;,.]{2,60}/;
/** "Jo Lund/NA/Ode@ODE": where somebody is in the directory of Notes. */
const NOTES_PATH = /(?:\/[^\s/@]{1,40}){0,6}(?:@[^\s.@]{1,40})?$/;

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
  const header = readInline(lines, at, at > start) ?? readUnnamed(lines, at) ??
    readHeader(lines, at);
  return {
    bodyStart: skipRule(lines, header.end),
    writer: header.writer ??
      (header.fromLine === null ? NOBODY : readSender(lines[header.fromLine] ?? "")),
    fromLine: header.fromLine,
    isMemo: at === start && header.end > at,
    isQuote: header.end === at && at === start,
  };
}

/** Where the header of an older message ends, and who wrote the message. */
interface ReadHeader {
  readonly end: number;
  readonly fromLine: number | null;
  /** Where it is not all that a line says. */
  readonly writer?: Sender;
}

/** A header on one line. */
function readInline(
  lines: readonly string[],
  at: number,
  isBelowSeparator: boolean,
): ReadHeader | null {
  const line = lines[at] ?? "";
  const [first] = findInlineFields(line, isBelowSeparator);
  if (first === undefined) return null;
  if (first.field === "from") return { end: at + 1, fromLine: null, writer: readSender(line) };
  const stamped = findStamp(line.slice(0, first.at));
  if (stamped === null) return null;
  return { end: at + 1, fromLine: null, writer: readSender(`:${stamped.before}`) };
}

/** A rule below the header parts it from the text. */
function skipRule(lines: readonly string[], end: number): number {
  return end > 0 && isRule(lines[end] ?? "") ? end + 1 : end;
}

/** The header of Notes: the sender and the date without a name, above the fields. */
function readUnnamed(lines: readonly string[], start: number): ReadHeader | null {
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

function readHeader(lines: readonly string[], start: number): ReadHeader {
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
      if (last === null || !goesOnBelow(lines, at, last)) break;
    } else if (last === null || !goesOn(line, last) && !isWrapped(lines, at, last)) break;
    else end = at + 1;
  }
  return { end, fromLine };
}

/** Whether a field follows behind blank lines; behind the subject, only one line may be blank. */
function goesOnBelow(lines: readonly string[], blank: number, last: HeaderField): boolean {
  const most = last === "subject" ? 1 : MAX_GAP_LINES;
  let at = blank;
  while (at < blank + most && isBlank(lines[at] ?? "")) at++;
  return headerField(lines[at] ?? "") !== null;
}

/** The rest of a long subject, on a line of its own above the blank one that ends the header. */
function isWrapped(lines: readonly string[], at: number, last: HeaderField): boolean {
  return last === "subject" && headerField(lines[at - 1] ?? "") === "subject" &&
    (lines[at - 1] ?? "").length >= WRAPPED_SUBJECT_UNITS && isBlank(lines[at + 1] ?? "") &&
    !isGreeting(lines[at] ?? "") && !/[,.:?!]\s*$/.test(lines[at] ?? "");
}

/** A wrapped list of addressees or subject. */
function goesOn(line: string, field: HeaderField): boolean {
  return /^\s/.test(line) || (field === "to" || field === "cc") && /[@;<]/.test(line) ||
    FIELD_FIRST.test(line);
}

const FIELD_FIRST = latin(String.raw`^\p{Lu}[\p{L} -]{1,30}:\s`);
const FIELD_BEHIND = latin(String.raw`\s(\p{L}[\p{L}'’-]{0,14})\s?[:：]\s`);

/** What a field says, without those that follow on its line. */
function cutFields(value: string): string {
  const next = FIELD_BEHIND.exec(value);
  return next !== null && headerField(`${next[1] ?? ""}:`) !== null
    ? value.slice(0, next.index)
    : value;
}

function readAttributed(text: string): Sender {
  return { name: null, email: ADDRESS.exec(text)?.[0].toLowerCase() ?? null };
}

function readSender(line: string): Sender {
  const value = cutFields(line.replace(/^[^:：]{0,40}[:：]/, "")).trim();
  const email = ADDRESS.exec(value)?.[0].toLowerCase() ?? null;
  const name = value.replace(/[<[(].*$/, "").replace(/["*]/g, "").trim().replace(NOTES_PATH, "");
  return { name: name === "" || name.includes("@") ? null : name, email };
}
