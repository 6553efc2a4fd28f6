/** From a message, raw or as fields, to the columns of a stored email. */
import { listAttachedParts, listAttachments } from "./attachments.ts";
import { refuseNoEmail, refuseTooLarge } from "./limits.ts";
import { readBodyTexts } from "./parts/body_texts.ts";
import { readHeaderFields } from "./parts/header_fields.ts";
import { mendLines } from "./parts/mend.ts";
import { isBodyText, type MimePart, readMimeTree } from "./parts/mime_parts.ts";
import { type EmailFields, readFields } from "./read_fields.ts";
import { type ParsedMessage, readParsed } from "./read_parsed.ts";
import type { MessageReading } from "./stored_email.ts";
import { toStoredEmail } from "./to_stored_email.ts";

/** `From ` and its quoted form `>From ` at the start of a message, as mbox files have it. */
const MBOX_LINE = /^>?From [^\n]*\n/;
const MAX_MBOX_LINE_BYTES = 1_000;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Reads one message into the columns of `client_emails`: a raw RFC 5322 message (an mbox `From `
 * line in front is allowed), validated fields, or what a provider says of an email. A raw message
 * over the limits is read without its attachments. The limits are checked before anything is
 * parsed.
 * @param now stands in for a missing or impossible date.
 * @returns the email, or why it is rejected (`mail_too_large`, `mail_unreadable`). Never throws for
 * what a message contains.
 * @example const reading = await readMessage(bytes, clock()); if (reading.ok) store(reading.email);
 */
export async function readMessage(
  message: Uint8Array | EmailFields | ParsedMessage,
  now: Date,
): Promise<MessageReading> {
  if (!(message instanceof Uint8Array)) {
    return "headerFields" in message
      ? await readParsed(message, now)
      : await readFields(message, now);
  }
  const whole = mendLines(stripEnvelope(message));
  const noEmail = refuseNoEmail(whole);
  if (noEmail) return { ok: false, refusal: noEmail };
  const tree = readMimeTree(whole);
  const tooLarge = refuseTooLarge(whole) && refuseTooLarge(cutAttachments(whole, tree.parts));
  if (tooLarge) return { ok: false, refusal: tooLarge };
  const header = tree.isTooDeep ? null : await readHeaderFields(whole);
  if (header === null) {
    return {
      ok: false,
      refusal: {
        code: "mail_unreadable",
        detail: "The parts or header fields of the email are nested too deep or too large to read.",
      },
    };
  }
  const texts = await readBodyTexts(whole, tree);
  const attachments = listAttachments(listAttachedParts(tree.parts));
  return {
    ok: true,
    email: await toStoredEmail({ header, texts, attachments, content: whole }, now),
  };
}

/**
 * The message without what files put in front of it: a byte order mark, empty lines and the mbox
 * `From ` line. Returns a view, not a copy.
 */
export function stripEnvelope(raw: Uint8Array): Uint8Array {
  let at = BYTE_ORDER_MARK.every((byte, index) => raw[index] === byte) ? 3 : 0;
  while (raw[at] === LINE_FEED || raw[at] === CARRIAGE_RETURN) at += 1;
  const start = new TextDecoder("latin1").decode(raw.subarray(at, at + MAX_MBOX_LINE_BYTES));
  return raw.subarray(at + (MBOX_LINE.exec(start)?.[0].length ?? 0));
}

/**
 * The message without the bodies of parts that are not its own text: attachments, pictures,
 * calendars. Their headers stay, so that the tree of parts is the same. Linear; copies what is
 * kept.
 */
export function cutAttachments(message: Uint8Array, parts: readonly MimePart[]): Uint8Array {
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const part of parts) {
    if (isBodyText(part)) continue;
    kept.push(message.subarray(from, part.start));
    from = part.end;
  }
  kept.push(message.subarray(from));
  const cut = new Uint8Array(kept.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of kept) {
    cut.set(piece, at);
    at += piece.length;
  }
  return cut;
}
