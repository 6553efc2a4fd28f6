/** What is told about mailboxes. */
import * as z from "zod/mini";

const text = z.nullable(z.string());

export const MAILBOX_STATES = [
  "pending",
  "backfilling",
  "live",
  "reconnect_needed",
  "paused",
] as const;

export const mailboxSchema = z.object({
  id: z.string(),
  provider: z.enum(["gmail", "graph", "imap"]),
  address: text,
  state: z.enum(MAILBOX_STATES),
  last_synced_at: text,
  last_error: text,
});
export type Mailbox = z.infer<typeof mailboxSchema>;
export const mailboxesSchema = z.array(mailboxSchema);

/** With a link for Gmail and Microsoft 365; IMAP is connected at once. */
export const connectedSchema = z.object({
  mailbox: mailboxSchema,
  authorize_url: z.optional(z.string()),
});
export const confirmedSchema = z.object({ mailbox: mailboxSchema });
export const removedSchema = z.object({
  outcome: z.string(),
  emails_erased: z.optional(z.number()),
});
