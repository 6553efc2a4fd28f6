/** An email that comes as fields instead of a raw message. */
import { addressParser } from "postal-mime";
import * as z from "zod";
import { listAttachments } from "./attachments.ts";
import { refuseTooLarge } from "./limits.ts";
import { EARLIEST_EMAIL_MS, isPlausibleTime } from "./sent_at.ts";
import { FIELD_LIMITS, type MessageReading } from "./stored_email.ts";
import {
  cleanField,
  deriveMessageId,
  listAddresses,
  readBody,
  readMessageId,
  readSender,
  selectHeaders,
} from "./stored_fields.ts";

/**
 * The fields of an email.
 * @param now `received_at` may be at most one day later.
 */
export function createEmailFieldsSchema(now: Date) {
  const messageIdSchema = z.string().max(1_000).refine(
    (value) => readMessageId(value) !== undefined,
    `must be a Message-ID of at most ${FIELD_LIMITS.messageId} characters`,
  );

  const ADDRESS_SENTENCE =
    "must be an address such as ada@example.com or Ada Example <ada@example.com>";
  const mailboxSchema = z.string({ error: ADDRESS_SENTENCE }).max(1_000).refine(
    (value) => listAddresses(addressParser(value)).length === 1,
    ADDRESS_SENTENCE,
  );

  const recipientsSchema = z.union([
    mailboxSchema.transform((mailbox) => [mailbox]),
    z.array(mailboxSchema).max(FIELD_LIMITS.recipients),
  ], { error: "must be an address or a list of at most 100 addresses" });
  return z.strictObject({
    message_id: messageIdSchema.optional(),
    from: mailboxSchema,
    to: recipientsSchema.default([]),
    cc: recipientsSchema.default([]),
    subject: z.string().max(FIELD_LIMITS.subject).default(""),
    text: z.string().optional(),
    html: z.string().optional(),
    received_at: z.iso.datetime({
      offset: true,
      error: "must be a time such as 2026-11-12T08:30:00Z",
    }).refine(
      (value) => isPlausibleTime(Date.parse(value), now),
      `must lie between ${new Date(EARLIEST_EMAIL_MS).toISOString()} and one day from now`,
    ).optional(),
    headers: z.record(z.string().max(100), z.string().max(10_000)).default({}),
    in_reply_to: messageIdSchema.optional(),
    references: z.union([z.string().max(10_000), z.array(messageIdSchema).max(100)]).optional(),
    attachments: z.array(z.strictObject({
      name: z.string().max(1_000).optional(),
      type: z.string().max(1_000).optional(),
      size: z.number().int().min(0).optional(),
    })).max(FIELD_LIMITS.attachments).default([]),
  });
}

export type EmailFields = z.output<ReturnType<typeof createEmailFieldsSchema>>;

/**
 * Turns validated fields into the columns of `client_emails`. Without `message_id` the id is
 * derived from the content, so that the same email sent twice is stored once. To keep equal emails
 * apart, give them a `message_id` or `received_at`.
 * @param now stands in for a missing `received_at`.
 */
export async function readFields(fields: EmailFields, now: Date): Promise<MessageReading> {
  const content = new TextEncoder().encode(`${fields.text ?? ""}\n${fields.html ?? ""}`);
  const refusal = refuseTooLarge(content);
  if (refusal) return { ok: false, refusal };
  const { headers, attachments, ...rest } = fields;
  const providerMessageId = readMessageId(fields.message_id) ??
    deriveMessageId(JSON.stringify(rest));
  const references = Array.isArray(fields.references) ? fields.references[0] : fields.references;
  return {
    ok: true,
    email: {
      providerMessageId,
      providerThreadId: readMessageId(references) ?? readMessageId(fields.in_reply_to) ??
        providerMessageId,
      ...readSender(addressParser(fields.from)[0], fields.from),
      toEmails: listAddresses(fields.to.flatMap((to) => addressParser(to))),
      ccEmails: listAddresses(fields.cc.flatMap((cc) => addressParser(cc))),
      subject: cleanField(fields.subject, FIELD_LIMITS.subject),
      ...await readBody(fields.text, fields.html),
      direction: "inbound",
      receivedAt: new Date(fields.received_at ?? now).toISOString(),
      headers: selectHeaders([
        ...Object.entries(headers),
        ...(fields.in_reply_to ? [["in-reply-to", fields.in_reply_to] as const] : []),
      ]),
      attachments: listAttachments(attachments),
    },
  };
}
