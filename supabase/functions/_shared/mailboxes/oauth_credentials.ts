import * as z from "zod";
import { MailboxError } from "./provider.ts";

const token = z.string().min(1).max(16_384);

const credentialsSchema = z.object({
  access_token: token,
  refresh_token: token,
  /** When the access token ends. */
  expires_at: z.iso.datetime(),
});

/** What Vault holds for a mailbox that was connected in the browser. */
export type OAuthCredentials = z.infer<typeof credentialsSchema>;

/**
 * Reads stored credentials.
 * @throws {MailboxError} `reconnect_needed` for anything else
 * @example readOAuthCredentials(await store.readSecret(claim))
 */
export function readOAuthCredentials(stored: unknown): OAuthCredentials {
  const parsed = credentialsSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new MailboxError(
    "reconnect_needed",
    "What is stored to reach this mailbox is incomplete. Connect it again.",
  );
}
