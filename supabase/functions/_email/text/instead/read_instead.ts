/** What is read of an email, if its sender wrote nothing new, or only a phrase? */
import { hasLetterOrDigit, latin } from "../latin.ts";
import type { Email } from "../../reading.ts";
import { type MailZones, splitZones } from "../quotes/newest_text.ts";
import { headerField } from "../quotes/header_fields.ts";
import { openOlder } from "../quotes/older_message.ts";
import { findOlderLines } from "../quotes/older_text.ts";
import { isBlank, isForwardMark, isQuoted } from "../quotes/quote_marks.ts";
import { cutPrefixes, isForwardSubject, isReplySubject } from "../reply_prefixes.ts";
import type { Sender } from "../signature/sender_name.ts";
import { isProgramLine } from "../signature/signature_lines.ts";
import { readSignOff } from "../signature/sign_off.ts";
import { readForm, toSignatureLine } from "./form.ts";
import type { Instead } from "./instead.ts";
import { isForwardNote, isPhrase, isWordy } from "./phrases.ts";

/** The texts that are read, and whose they are. */
export interface ChosenText {
  /** The email's text; without quote marks where a quote is all that it has. */
  readonly body: string;
  readonly zones: MailZones;
  /** Null when the newest text itself is read. */
  readonly instead: Instead | null;
  /** Who wrote what is read, and whose signature it is. */
  readonly writer: Sender;
}

/** Forwards in forwards without a word of their own. */
const MAX_DEPTH = 6;
/** "MEMO", "MEMORANDUM": what a memo has above its header. */
const MEMO_TITLE = latin(String.raw`^\s*(?:\p{Lu}[\p{Lu}\s/-]{2,40}|[Mm]emo(?:randum)?)\s*:?\s*$`);
/** What `describeCalendar` says of an appointment or a task. */
const CALENDAR_TEXT = /^[^\n]{0,300}\n(?:When|Due): \d{4}-\d\d-\d\d/;
/** "Apologies!" */
const ONE_WORD = latin(String.raw`^\s*\p{L}{2,20}\s?[.!…]{0,3}\s*$`);
/** Four words or more; "Hello" and "Offer" say nothing alone. */
const TELLING_SUBJECT = /^\s*\S+\s+\S+\s+\S+\s+\S/;

/** Chooses what is read. Linear in the text; never throws. */
export function chooseText(body: string, mail: Email): ChosenText {
  const writer: Sender = { name: mail.fromName, email: mail.fromEmail };
  const lines = body.split("\n");
  const whole: ChosenText = {
    body,
    zones: { newest: body, signature: null },
    instead: null,
    writer,
  };
  const type = mail.headers["content-type"] ?? "";
  if (
    /^(?:text\/(?:x-v)?calendar|application\/ics)/i.test(type) || CALENDAR_TEXT.test(body)
  ) {
    return { ...whole, instead: "invitation" };
  }
  const form = readForm(lines, mail);
  if (form !== null) return { ...whole, ...form, instead: "form" };
  const zones = splitZones(body, writer);
  const chosen = isTelling(zones.newest, isForwardSubject(mail.subject))
    ? null
    : chooseOther(lines, zones, mail, writer, 0);
  if (chosen !== null) return chosen;
  if (hasLetterOrDigit(zones.newest)) return { body, zones, instead: null, writer };
  if (hasLetterOrDigit(body)) {
    return readSubject(zones, lines, mail, writer) ?? readAll(body, lines, writer);
  }
  return { body, zones, instead: TELLING_SUBJECT.test(mail.subject) ? "subject" : null, writer };
}

/** Never nothing: what is above the older message, or all of the text. */
function readAll(body: string, lines: readonly string[], writer: Sender): ChosenText {
  const older = findOlderLines(lines);
  const above = lines.map((line, at) => older[at] === true ? " ".repeat(line.length) : line)
    .join("\n");
  const isAbove = hasLetterOrDigit(above);
  return {
    body,
    zones: { newest: isAbove ? above : body, signature: null },
    instead: isAbove ? "signature" : "quoted_email",
    writer,
  };
}

/** Nothing but a sender's address above an older message without a text: the subject tells. */
function readSubject(
  { newest, signature }: MailZones,
  lines: readonly string[],
  mail: Email,
  writer: Sender,
): ChosenText | null {
  const subject = cutPrefixes(mail.subject).trim();
  const older = findOlderLines(lines);
  const isOlderText = older.some((isOlder, at) => isOlder && !isBlank(lines[at] ?? ""));
  const isItsSubject = hasLetterOrDigit(subject) &&
    lines.some((line, at) =>
      older[at] === true && headerField(line) === "subject" && line.includes(subject)
    );
  if (!isOlderText || !isItsSubject && !TELLING_SUBJECT.test(subject)) return null;
  const zones = { newest: blank(newest), signature };
  return { body: lines.join("\n"), zones, instead: "subject", writer };
}

/** @param isSentOn whether somebody else wrote what follows: one word of it is no matter */
function isTelling(newest: string, isSentOn: boolean): boolean {
  const filled = newest.split("\n").filter((line) => !isBlank(line));
  if (isSentOn && filled.length === 1 && ONE_WORD.test(filled[0] ?? "")) return false;
  return filled.length > 5 || filled.some((line) => !isPhrase(line));
}

function chooseOther(
  lines: readonly string[],
  zones: MailZones,
  mail: Email,
  writer: Sender,
  depth: number,
): ChosenText | null {
  const older = findOlderLines(lines);
  const start = older.findIndex((isOlder, at) => isOlder && !isBlank(lines[at] ?? ""));
  const isReply = isReplySubject(mail.subject) ||
    mail.headers["in-reply-to"] !== undefined && !isForwardSubject(mail.subject);
  const isEmpty = !hasLetterOrDigit(zones.newest);
  if (start >= 0 && (isEmpty || !isReply || isSentOn(lines, start, zones.newest))) {
    const message = readOlder(lines, older, start, zones, mail, writer, depth);
    if (message !== null) return message;
  }
  return start < 0 ? readSignature(lines, zones, writer) : null;
}

/** Whether the older message is there to be read, though the subject is that of a reply. */
function isSentOn(lines: readonly string[], start: number, newest: string): boolean {
  const filled = newest.split("\n").filter((line) => !isBlank(line));
  if (filled.some(isForwardNote)) return true;
  return isForwardMark(lines[start] ?? "") &&
    !filled.some((line) => readSignOff(line)?.isThanks ?? false);
}

/** The signature as text, where it is all there is, or has a sentence in it. */
function readSignature(
  lines: readonly string[],
  { newest, signature }: MailZones,
  writer: Sender,
): ChosenText | null {
  if (signature === null) return null;
  const signed = signature.split("\n")
    .map((line) => isProgramLine(line) ? " ".repeat(line.length) : line);
  const isSaid = signed.some((line) => isWordy(line));
  if (newest.trim() !== "" && !isSaid) return null;
  const said = newest.split("\n").map((line, at) => isBlank(line) ? signed[at] ?? "" : line);
  return {
    body: lines.join("\n"),
    zones: { newest: said.join("\n"), signature },
    instead: "signature",
    writer,
  };
}

function readOlder(
  written: readonly string[],
  older: readonly boolean[],
  start: number,
  zones: MailZones,
  mail: Email,
  writer: Sender,
  depth: number,
): ChosenText | null {
  const lines = unquote(written, older, start);
  const message = openOlder(lines, start);
  const isMemo = message.isMemo && isMemoTitle(zones.newest.trim()) &&
    message.writer.email === null &&
    !isReplySubject(mail.subject) && !isForwardSubject(mail.subject);
  const author = isMemo || message.writer.name === null && message.writer.email === null
    ? writer
    : message.writer;
  const inner = lines.slice(message.bodyStart);
  if (inner.every(isBlank)) return null;
  const below = readBelow(inner, mail, author, depth);
  // The phrase above is left out: "FYI" asks for no reply, the message below may.
  const above = lines.slice(0, message.bodyStart);
  const place = (zone: string, kept: (at: number) => string) =>
    [...above.map((line, at) => fit(kept(at), line)), zone].join("\n");
  const headerAt = message.fromLine;
  return {
    body: [...above, below.body].join("\n"),
    zones: {
      newest: place(below.zones.newest, () => ""),
      signature: below.zones.signature !== null
        ? place(below.zones.signature, () => "")
        : headerAt === null || isMemo
        ? null
        : place(blank(below.body), (at) => at === headerAt ? signedBy(lines[at] ?? "") : ""),
    },
    instead: isMemo ? "memo" : message.isQuote ? "quoted_email" : "forwarded_email",
    writer: below.writer,
  };
}

/** "MEMORANDUM" or a line such as "All," is above a memo; above a forwarded email, a note. */
function isMemoTitle(above: string): boolean {
  return above === "" || MEMO_TITLE.test(above) ||
    !above.includes("\n") && !isForwardNote(above) && readSignOff(above) === null;
}

function readBelow(
  lines: readonly string[],
  mail: Email,
  writer: Sender,
  depth: number,
): Pick<ChosenText, "body" | "zones" | "writer"> {
  const zones = splitZones(lines.join("\n"), writer);
  const other = isTelling(zones.newest, true) || depth >= MAX_DEPTH
    ? null
    : chooseOther(lines, zones, { ...mail, headers: {}, subject: "" }, writer, depth + 1);
  return other ?? { body: lines.join("\n"), zones, writer };
}

/** Without one level of quote marks, where the older message is quoted all through. */
function unquote(
  lines: readonly string[],
  older: readonly boolean[],
  start: number,
): readonly string[] {
  const filled = lines.filter((line, at) => at >= start && older[at] === true && !isBlank(line));
  const quoted = filled.filter((line) => isQuoted(line));
  if (quoted.length * 2 < filled.length) return lines;
  return lines.map((line, at) =>
    older[at] === true ? line.replace(/^\s{0,3}(?:>\s?|[|:]\s)/, "") : line
  );
}

/** A line of a zone, as long as the line of the text. */
function fit(kept: string, line: string): string {
  return kept.length === line.length ? kept : " ".repeat(line.length);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A `From:` line as a signature. */
function signedBy(line: string): string {
  return toSignatureLine(line, line.search(/[:：]/) + 1);
}
