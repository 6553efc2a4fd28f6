import * as z from "zod";
import { imapCredentialsSchema } from "../_shared/mailboxes/imap/imap_credentials.ts";
import type { Mailbox } from "./deps.ts";

const idSchema = z.guid().toLowerCase();
const addressSchema = z.email().max(320).toLowerCase();
const redirectSchema = z.url().max(2_000).optional();
const imapSchema = imapCredentialsSchema.omit({ username: true }).extend({
  username: imapCredentialsSchema.shape.username.optional(),
});

/** `POST /` */
export const newMailboxSchema = z.discriminatedUnion("provider", [
  z.strictObject({
    provider: z.enum(["gmail", "graph"]),
    workspace_id: idSchema,
    address: addressSchema.optional(),
    since_days: z.int().min(0).max(3_650).default(30),
    redirect_url: redirectSchema,
  }),
  z.strictObject({
    provider: z.literal("imap"),
    workspace_id: idSchema,
    address: addressSchema,
    since_days: z.int().min(0).max(3_650).default(30),
    imap: imapSchema,
  }),
]);

/** `POST /{id}/authorize` */
export const authorizeSchema = z.union([
  z.strictObject({ imap: imapSchema }),
  z.strictObject({ redirect_url: redirectSchema }),
]);

/** `POST /confirm` */
export const confirmSchema = z.strictObject({ code: z.string().regex(/^[\w-]{43}$/) });
export const confirmedSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("confirmed"), mailbox: z.looseObject({ id: z.guid() }) }),
  z.object({ outcome: z.literal("exists"), address: z.string() }),
  z.object({ outcome: z.literal("unknown") }),
]);

export const listQuerySchema = z.strictObject({ workspace_id: idSchema });
export const removeQuerySchema = z.strictObject({
  erase_emails: z.enum(["true", "false"]).default("false").transform((text) => text === "true"),
});
export const pathSchema = z.object({ id: idSchema });

const mailboxSchema = z.looseObject({ id: z.guid() });

/** A mailbox as the database answered it. */
export function readMailbox(answer: unknown): Mailbox {
  return mailboxSchema.parse(answer) as Mailbox;
}
