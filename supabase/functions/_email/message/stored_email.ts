/** What is stored of an email, and what reading a message returns. */

/** Largest sizes of the fields of a stored email, in UTF-16 units unless the name says bytes. */
export const FIELD_LIMITS = {
  /** 64 + 1 + 255: local part, `@` and domain of RFC 5321. */
  address: 320,
  name: 320,
  /** The longest line of RFC 5322. */
  subject: 998,
  /** Fits a btree entry (2,704 bytes) with every character at 4 bytes. */
  messageId: 512,
  recipients: 100,
  snippet: 200,
  headerValue: 1_000,
  htmlBytes: 262_144,
  attachments: 50,
  attachmentName: 200,
} as const;

/** A file that came with an email; its content is not kept. */
export interface StoredAttachment {
  /** One line; may be empty. */
  readonly name: string;
  /** Such as `application/pdf`. */
  readonly type: string;
  /** In bytes; 0 when it is not known. */
  readonly size: number;
}

/** One email in the columns of `client_emails`; every text is well-formed Unicode without NUL. */
export interface StoredEmail {
  /** Message-ID without angle brackets; without one, `sha256-<hex>@nightshift.invalid`. */
  readonly providerMessageId: string;
  /** The first email of the conversation as far as this one says; else its own id. */
  readonly providerThreadId: string;
  /** Lower case; null when there is no usable sender (a bounce's `<>`, for example). */
  readonly fromEmail: string | null;
  readonly fromName: string | null;
  /** Lower case, each address once, at most 100. */
  readonly toEmails: readonly string[];
  readonly ccEmails: readonly string[];
  /** One line; may be empty. */
  readonly subject: string;
  /** The first 200 characters of the text on one line; empty when there is no text. */
  readonly snippet: string;
  /** Plain text, capped; null when there is none. */
  readonly bodyText: string | null;
  /** HTML as sent, never sanitized; null when there is none or it is over 256 kB. */
  readonly bodyHtml: string | null;
  readonly direction: "inbound";
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** Selected header fields, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most 50. */
  readonly attachments: readonly StoredAttachment[];
}

/** Why an email was rejected: a problem code and a sentence for the sender. */
export interface EmailRefusal {
  readonly code: "mail_too_large" | "mail_unreadable";
  readonly detail: string;
}

/** The result of reading a message. */
export type MessageReading =
  | { readonly ok: true; readonly email: StoredEmail }
  | { readonly ok: false; readonly refusal: EmailRefusal };
