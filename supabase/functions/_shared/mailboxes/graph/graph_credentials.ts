import * as z from "zod";
import { MailboxError } from "../provider.ts";

const token = z.string().min(1).max(16_384);

const credentialsSchema = z.object({
  access_token: token,
  refresh_token: token,
  /** When the access token ends. */
  expires_at: z.iso.datetime(),
});

/** What is stored in Vault for a mailbox at Microsoft. */
export type GraphCredentials = z.infer<typeof credentialsSchema>;

/**
 * Reads stored credentials.
 * @throws {MailboxError} `reconnect_needed` for anything else
 */
export function readGraphCredentials(stored: unknown): GraphCredentials {
  const parsed = credentialsSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new MailboxError(
    "reconnect_needed",
    "What is stored to reach this mailbox is incomplete. Connect it again.",
  );
}
