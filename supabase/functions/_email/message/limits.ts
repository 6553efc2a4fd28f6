import type { EmailRefusal } from "./stored_email.ts";

/**
 * What one request reads well inside the platform's 2 s of CPU: the slowest of 35 hostile mails up to
 * these sizes (nested parts, very many lines, one endless line, unclosed tags) took 0.3 s.
 */
export const MAX_MAIL_BYTES = 2_097_152;
export const MAX_MAIL_LINES = 20_000;

/** A JSON body may be longer than its mail, for escapes; beyond this nobody parses it. */
export const MAX_JSON_LENGTH = 4 * MAX_MAIL_BYTES;

/** No header block of a real mail comes near; what follows is not searched. */
const MAX_HEADER_BYTES = 65_536;

/** One of these at least stands in every mail. */
const MAIL_FIELD = /^(?:from|to|subject|date|message-id|received|return-path|sender)[ \t]{0,20}:/im;

const LINE_FEED = 0x0a;

/** Checks the size of a mail, before anything parses it. Null when it may be parsed. */
export function refuseTooLarge(raw: Uint8Array): EmailRefusal | null {
  if (raw.length > MAX_MAIL_BYTES) {
    return tooLarge(`${raw.length.toLocaleString("en-US")} bytes`);
  }
  const lines = countLines(raw);
  return lines > MAX_MAIL_LINES ? tooLarge(`${lines.toLocaleString("en-US")} lines`) : null;
}

/**
 * Checks that the bytes can be a mail: not empty, and a header block with at least one field that
 * mails have. Null when they may be parsed.
 */
export function refuseNoMail(raw: Uint8Array): EmailRefusal | null {
  const head = new TextDecoder("latin1").decode(raw.subarray(0, MAX_HEADER_BYTES));
  if (head.trim() === "") {
    return { code: "mail_unreadable", detail: "The mail is empty. Send the raw RFC 5322 message." };
  }
  const headerBlock = head.split(/\r?\n\r?\n/, 1)[0] ?? "";
  if (MAIL_FIELD.test(headerBlock)) return null;
  return {
    code: "mail_unreadable",
    detail:
      "The content has no mail header (From, To, Subject, Date, Message-ID, Received, Return-Path " +
      "or Sender). Send the raw RFC 5322 message, not encoded and not compressed.",
  };
}

function tooLarge(size: string): EmailRefusal {
  return {
    code: "mail_too_large",
    detail: `The mail has ${size}; at most ${MAX_MAIL_BYTES.toLocaleString("en-US")} bytes and ` +
      `${
        MAX_MAIL_LINES.toLocaleString("en-US")
      } lines of text are taken, attachments not counted. ` +
      "Shorten it, or send its parts as mails of their own.",
  };
}

function countLines(raw: Uint8Array): number {
  let lines = raw.length > 0 && raw[raw.length - 1] !== LINE_FEED ? 1 : 0;
  for (let at = raw.indexOf(LINE_FEED); at !== -1; at = raw.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
