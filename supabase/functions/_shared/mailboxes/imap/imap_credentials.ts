import * as z from "zod";
import { MailboxError } from "../provider.ts";

const NO_CONTROL_CHARACTERS = /^[^\p{Cc}]+$/u;

/**
 * What is stored in Vault for an IMAP mailbox, and what a person enters to connect one. TLS only:
 * `tls` from the first byte (usually port 993), or `starttls` (usually port 143).
 */
export const imapCredentialsSchema = z.strictObject({
  host: z.string().max(253).transform((host, context) => {
    const normalized = normalizeHost(host);
    if (normalized !== undefined) return normalized;
    context.addIssue({ code: "custom", message: "is not the name of a host" });
    return z.NEVER;
  }),
  port: z.int().min(1).max(65_535),
  security: z.enum(["tls", "starttls"]),
  username: z.string().max(320).regex(NO_CONTROL_CHARACTERS, "has control characters"),
  password: z.string().max(1_024).regex(NO_CONTROL_CHARACTERS, "has control characters"),
});

/** See {@link imapCredentialsSchema}. */
export type ImapCredentials = z.infer<typeof imapCredentialsSchema>;

/**
 * Reads stored credentials.
 * @throws {MailboxError} `reconnect_needed` for anything else; the message quotes nothing of it.
 */
export function readImapCredentials(credentials: unknown): ImapCredentials {
  const parsed = imapCredentialsSchema.safeParse(credentials);
  if (parsed.success) return parsed.data;
  throw new MailboxError(
    "reconnect_needed",
    "What is stored to log in with is incomplete. Connect the mailbox again.",
  );
}

/**
 * A host in one spelling, as URLs have it: lower case, punycode, `0x7f.1` as `127.0.0.1`, IPv6
 * without brackets. Undefined for what cannot be a host.
 * @example normalizeHost("Imap.Bücher.example") // "imap.xn--bcher-kva.example"
 */
export function normalizeHost(host: string): string | undefined {
  const bare = host.trim();
  if (bare === "" || /[\s/?#@\\%]/.test(bare)) return undefined;
  const isIpv6 = /^[0-9a-f:.]+$/i.test(bare) && bare.includes(":");
  const url = `http://${isIpv6 ? `[${bare}]` : bare}/`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  if (port !== "" || hostname.length > 255) return undefined;
  // A port that is the default one is dropped without a trace.
  if (!isIpv6 && !bare.startsWith("[") && bare.includes(":")) return undefined;
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
