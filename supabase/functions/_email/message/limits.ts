/** How large an email may be, checked before anything parses it. */
import type { EmailRefusal } from "./stored_email.ts";

/**
 * What one request reads well inside the platform's 2 s of CPU: the slowest of 60 hostile emails up
 * to these sizes (nested parts, very many lines, one endless line, unclosed tags) took 0.3 s.
 */
export const MAX_MAIL_BYTES = 2_097_152;
export const MAX_MAIL_LINES = 20_000;

/** A JSON body may be longer than its email, for escapes. A longer one is not parsed. */
export const MAX_JSON_LENGTH = 4 * MAX_MAIL_BYTES;

/** Real header blocks stay far below; what follows is not searched. */
const MAX_HEADER_BYTES = 65_536;

/** Every email has at least one of these. */
const EMAIL_FIELD =
  /^(?:from|to|subject|date|message-id|received|return-path|sender)[ \t]{0,20}:/im;

const LINE_FEED = 0x0a;

/** Why an email is too large to parse; null when it is not. */
export function refuseTooLarge(raw: Uint8Array): EmailRefusal | null {
  if (raw.length > MAX_MAIL_BYTES) return tooLarge(`${count(raw.length)} bytes`);
  const lines = countLines(raw);
  return lines > MAX_MAIL_LINES ? tooLarge(`${count(lines)} lines`) : null;
}

/**
 * Why the bytes cannot be an email: they are empty, or their header block has no field that emails
 * have. Null when they may be parsed.
 */
export function refuseNoEmail(raw: Uint8Array): EmailRefusal | null {
  const head = new TextDecoder("latin1").decode(raw.subarray(0, MAX_HEADER_BYTES));
  if (head.trim() === "") {
    return {
      code: "mail_unreadable",
      detail: "The email is empty. Send the raw RFC 5322 message.",
    };
  }
  const headerBlock = head.split(/\r?\n\r?\n/, 1)[0] ?? "";
  if (EMAIL_FIELD.test(headerBlock)) return null;
  return {
    code: "mail_unreadable",
    detail: "The content has no email header (From, To, Subject, Date, Message-ID, Received, " +
      "Return-Path or Sender). Send the raw RFC 5322 message, not encoded and not compressed.",
  };
}

/** The lines of a text; one without a line feed at its end counts. */
export function countLines(raw: Uint8Array): number {
  let lines = raw.length > 0 && raw[raw.length - 1] !== LINE_FEED ? 1 : 0;
  for (let at = raw.indexOf(LINE_FEED); at !== -1; at = raw.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

function tooLarge(size: string): EmailRefusal {
  return {
    code: "mail_too_large",
    detail: `The email has ${size}; at most ${count(MAX_MAIL_BYTES)} bytes and ` +
      `${count(MAX_MAIL_LINES)} lines of text are read, attachments not counted. ` +
      "Shorten it, or send its parts as separate emails.",
  };
}

function count(size: number): string {
  return size.toLocaleString("en-US");
}
