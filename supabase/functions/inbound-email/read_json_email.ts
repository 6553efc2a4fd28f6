import { addressParser } from "postal-mime";
import { z } from "zod";
import { listAddresses, readSender } from "../_email/message/addresses.ts";
import { readBody } from "../_email/message/body.ts";
import { cleanField } from "../_email/message/clean_field.ts";
import { FIELD_LIMITS, type MessageReading } from "../_email/message/stored_email.ts";
import { refuseTooLarge } from "../_email/message/limits.ts";
import { deriveMessageId, readMessageId } from "../_email/message/message_ids.ts";
import { readMessage } from "../_email/message/read_message.ts";
import { EARLIEST_MAIL_MS, isPlausibleMailTime } from "../_email/message/received_at.ts";
import { selectHeaders } from "../_email/message/selected_headers.ts";

/** Any UUID that PostgreSQL takes, lower case. */
export const workspaceIdSchema = z.guid({
  error: "must be the UUID of a workspace, such as 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
}).toLowerCase();

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

const rawMailSchema = z.strictObject({
  workspace_id: workspaceIdSchema.optional(),
  raw: z.string(),
});

/** The fields of a mail; `now` bounds `received_at`. */
function createFieldsSchema(now: Date) {
  return z.strictObject({
    workspace_id: workspaceIdSchema.optional(),
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
      (value) => isPlausibleMailTime(Date.parse(value), now),
      `must lie between ${new Date(EARLIEST_MAIL_MS).toISOString()} and one day from now`,
    ).optional(),
    headers: z.record(z.string().max(100), z.string().max(10_000)).default({}),
    in_reply_to: messageIdSchema.optional(),
    references: z.union([z.string().max(10_000), z.array(messageIdSchema).max(100)]).optional(),
  });
}

type MailFields = z.output<ReturnType<typeof createFieldsSchema>>;
type RawMail = z.output<typeof rawMailSchema>;

/** A mail as JSON: its fields, or the raw message as text (then `raw` and `workspace_id` stand alone). */
export type JsonEmail = RawMail | MailFields;

/** The schema that fits a body: the raw form where it has `raw`, else the fields. */
export function chooseEmailSchema(body: unknown, now: Date): z.ZodType<JsonEmail> {
  const isRaw = typeof body === "object" && body !== null && "raw" in body;
  return isRaw ? rawMailSchema : createFieldsSchema(now);
}

/**
 * Turns a validated JSON mail into the columns of `client_emails`. Without `message_id` the id is
 * derived from the content, so that the same mail sent twice is one mail; give `message_id` or
 * `received_at` to keep equal mails apart.
 * @param now stands in for a missing `received_at`.
 */
export function readJsonEmail(mail: JsonEmail, now: Date): Promise<MessageReading> {
  if ("raw" in mail) return readMessage(new TextEncoder().encode(mail.raw), now);
  return Promise.resolve(readFields(mail, now));
}

function readFields(mail: MailFields, now: Date): MessageReading {
  const content = new TextEncoder().encode(`${mail.text ?? ""}\n${mail.html ?? ""}`);
  const refusal = refuseTooLarge(content);
  if (refusal) return { ok: false, refusal };
  const { workspace_id: _workspaceId, headers, ...rest } = mail;
  const providerMessageId = readMessageId(mail.message_id) ?? deriveMessageId(JSON.stringify(rest));
  const references = Array.isArray(mail.references) ? mail.references[0] : mail.references;
  return {
    ok: true,
    email: {
      providerMessageId,
      providerThreadId: readMessageId(references) ?? readMessageId(mail.in_reply_to) ??
        providerMessageId,
      ...readSender(addressParser(mail.from)[0]),
      toEmails: listAddresses(mail.to.flatMap((to) => addressParser(to))),
      ccEmails: listAddresses(mail.cc.flatMap((cc) => addressParser(cc))),
      subject: cleanField(mail.subject, FIELD_LIMITS.subject),
      ...readBody(mail.text, mail.html),
      direction: "inbound",
      receivedAt: new Date(mail.received_at ?? now).toISOString(),
      headers: selectHeaders([
        ...Object.entries(headers),
        ...(mail.in_reply_to ? [["in-reply-to", mail.in_reply_to] as const] : []),
      ]),
    },
  };
}
