/** From the parts of a message to the columns of a stored email. */
import type { Email as ParsedHeader } from "postal-mime";
import type { BodyTexts } from "./parts/body_texts.ts";
import { readReceivedAt } from "./sent_at.ts";
import { FIELD_LIMITS, type StoredAttachment, type StoredEmail } from "./stored_email.ts";
import {
  cleanField,
  deriveMessageId,
  listAddresses,
  readBody,
  readMessageId,
  readSender,
  selectHeaders,
} from "./stored_fields.ts";

/** What was read of a message. */
export interface ReadParts {
  readonly header: ParsedHeader;
  readonly texts: BodyTexts;
  readonly attachments: readonly StoredAttachment[];
  /** Where the id of an email comes from that has none. */
  readonly content: Uint8Array;
}

/**
 * Puts the columns together. Never throws.
 * @param now stands in for a missing or impossible date.
 */
export async function toStoredEmail(
  { header, texts: { text, html }, attachments, content }: ReadParts,
  now: Date,
): Promise<StoredEmail> {
  const field = (name: string) => header.headers.find(({ key }) => key === name)?.value;
  const all = (name: string) =>
    header.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const hops = all("received");
  const received = hops.length > 0 ? hops : all("delivery-date");
  const providerMessageId = readMessageId(field("message-id")) ?? deriveMessageId(content);
  return {
    providerMessageId,
    providerThreadId: readMessageId(field("references")) ?? readMessageId(field("in-reply-to")) ??
      providerMessageId,
    ...readSender(header.from ?? header.sender, field("from")),
    toEmails: listAddresses(header.to),
    ccEmails: listAddresses(header.cc),
    subject: cleanField(header.subject ?? "", FIELD_LIMITS.subject),
    ...await readBody(text, html),
    direction: "inbound",
    receivedAt: readReceivedAt(field("date"), now, received),
    headers: selectHeaders(header.headers.map(({ key, value }) => [key, value] as const)),
    attachments,
  };
}
