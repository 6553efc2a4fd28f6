import * as z from "zod";
import { MailboxError } from "../provider.ts";

const credentialsSchema = z.strictObject({
  refresh_token: z.string().min(1),
  access_token: z.string().min(1),
  /** When the access token ends. */
  expires_at: z.iso.datetime(),
});

/** What Vault holds for a Gmail mailbox. */
export type GmailCredentials = z.output<typeof credentialsSchema>;

/** @throws {MailboxError} `reconnect_needed` for what is no such thing. */
export function readGmailCredentials(stored: unknown): GmailCredentials {
  const parsed = credentialsSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new MailboxError("reconnect_needed", "The stored access is damaged. Connect it again.");
}
