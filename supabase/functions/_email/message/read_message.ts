/** From a message, raw or as fields, to the columns of a stored email. */
import PostalMime, { type Email as ParsedEmail } from "postal-mime";
import { countLines, refuseNoEmail, refuseTooLarge } from "./limits.ts";
import { hasStrayHtml, isBodyText, listMimeParts, type MimePart } from "./mime_parts.ts";
import { type EmailFields, readFields } from "./read_fields.ts";
import { FIELD_LIMITS, type MessageReading, type StoredEmail } from "./stored_email.ts";
import {
  cleanField,
  deriveMessageId,
  listAddresses,
  readBody,
  readMessageId,
  readReceivedAt,
  readSender,
  selectHeaders,
} from "./stored_fields.ts";

/** Real emails stay under 10 levels and 64 kB of header; more is a bomb, and is rejected. */
const PARSER_LIMITS = { maxNestingDepth: 50, maxHeadersSize: 262_144, maxRfc822NestingDepth: 3 };

/**
 * An email with more lines is parsed without its attachments: the parser needs up to 20 µs for a
 * line, and passes over enclosed messages several times.
 */
const MAX_LINES_WITH_ATTACHMENTS = 3_000;

/** `From ` and its quoted form `>From ` at the start of a message, as mbox files have it. */
const MBOX_LINE = /^>?From [^\n]*\n/;
const MAX_MBOX_LINE_BYTES = 1_000;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Reads one message into the columns of `client_emails`: a raw RFC 5322 message (an mbox `From `
 * line in front is allowed), or validated fields. A raw message over the limits is read without its
 * attachments. The limits are checked before anything is parsed.
 * @param now stands in for a missing or impossible date.
 * @returns the email, or why it is rejected (`mail_too_large`, `mail_unreadable`). Never throws for
 * what a message contains.
 * @example const reading = await readMessage(bytes, clock()); if (reading.ok) store(reading.email);
 */
export async function readMessage(
  message: Uint8Array | EmailFields,
  now: Date,
): Promise<MessageReading> {
  if (!(message instanceof Uint8Array)) return await readFields(message, now);
  const whole = stripEnvelope(message);
  const noEmail = refuseNoEmail(whole);
  if (noEmail) return { ok: false, refusal: noEmail };
  const parts = listMimeParts(whole);
  const isLong = refuseTooLarge(whole) !== null || countLines(whole) > MAX_LINES_WITH_ATTACHMENTS;
  const kept = isLong ? cutAttachments(whole, parts) : whole;
  const tooLarge = refuseTooLarge(kept);
  if (tooLarge) return { ok: false, refusal: tooLarge };
  const parsed = await PostalMime.parse(kept, PARSER_LIMITS).catch(() => null);
  if (parsed === null) {
    return {
      ok: false,
      refusal: {
        code: "mail_unreadable",
        detail: "The parts or header fields of the email are nested too deep or too large to read.",
      },
    };
  }
  return { ok: true, email: await toStoredEmail(parsed, whole, now, hasStrayHtml(parts)) };
}

async function toStoredEmail(
  parsed: ParsedEmail,
  message: Uint8Array,
  now: Date,
  htmlIsWhole: boolean,
): Promise<StoredEmail> {
  const field = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
  const providerMessageId = readMessageId(field("message-id")) ?? deriveMessageId(message);
  return {
    providerMessageId,
    providerThreadId: readMessageId(field("references")) ?? readMessageId(field("in-reply-to")) ??
      providerMessageId,
    ...readSender(parsed.from ?? parsed.sender),
    toEmails: listAddresses(parsed.to),
    ccEmails: listAddresses(parsed.cc),
    subject: cleanField(parsed.subject ?? "", FIELD_LIMITS.subject),
    // The parser's text of stray HTML keeps what is hidden in it; its HTML has the plain parts too.
    ...await readBody(htmlIsWhole ? undefined : parsed.text, parsed.html),
    direction: "inbound",
    receivedAt: readReceivedAt(field("date"), now),
    headers: selectHeaders(parsed.headers.map(({ key, value }) => [key, value] as const)),
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
