import PostalMime, { type Email } from "postal-mime";
import { listAddresses, readSender } from "./addresses.ts";
import { readBody } from "./body.ts";
import { cleanField } from "./clean_field.ts";
import { cutAttachments } from "./cut_attachments.ts";
import { FIELD_LIMITS, type MessageReading, type StoredEmail } from "./stored_email.ts";
import { refuseNoMail, refuseTooLarge } from "./limits.ts";
import { deriveMessageId, readMessageId } from "./message_ids.ts";
import { hasStrayHtml, listMimeParts } from "./mime_parts.ts";
import { readReceivedAt } from "./received_at.ts";
import { selectHeaders } from "./selected_headers.ts";
import { stripEnvelope } from "./strip_envelope.ts";

/** Real mail stays under 10 levels and 64 kB of header; more is a bomb, and refused as unreadable. */
const PARSER_LIMITS = { maxNestingDepth: 50, maxHeadersSize: 262_144, maxRfc822NestingDepth: 3 };

/**
 * Reads one raw RFC 5322 message, mbox `From ` line allowed, into the columns of `client_emails`.
 * A message over the limits is read without its attachments; the limits are checked before anything is
 * parsed.
 * @param now stands in for a missing or impossible Date field.
 * @returns the mail, or why it is refused (`mail_too_large`, `mail_unreadable`); never throws for
 * what a message contains.
 */
export async function readMessage(raw: Uint8Array, now: Date): Promise<MessageReading> {
  const whole = stripEnvelope(raw);
  const noMail = refuseNoMail(whole);
  if (noMail) return { ok: false, refusal: noMail };
  const parts = listMimeParts(whole);
  const message = refuseTooLarge(whole) ? cutAttachments(whole, parts) : whole;
  const tooLarge = refuseTooLarge(message);
  if (tooLarge) return { ok: false, refusal: tooLarge };
  const parsed = await parse(message);
  if (parsed === null) {
    return {
      ok: false,
      refusal: {
        code: "mail_unreadable",
        detail: "The parts or header fields of the mail are nested too deep or too large to read.",
      },
    };
  }
  return { ok: true, email: toEmail(parsed, whole, now, hasStrayHtml(parts)) };
}

async function parse(message: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(message, PARSER_LIMITS);
  } catch {
    return null;
  }
}

function toEmail(
  parsed: Email,
  message: Uint8Array,
  now: Date,
  htmlIsWhole: boolean,
): StoredEmail {
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
    // The parser's text of stray HTML keeps what is hidden in it; its HTML holds the plain parts too.
    ...readBody(htmlIsWhole ? undefined : parsed.text, parsed.html),
    direction: "inbound",
    receivedAt: readReceivedAt(field("date"), now),
    headers: selectHeaders(parsed.headers.map(({ key, value }) => [key, value] as const)),
  };
}
