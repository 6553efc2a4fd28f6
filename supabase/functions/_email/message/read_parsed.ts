/** An email that a provider has taken apart already: its header fields, its texts, its files. */
import { type AttachedFile, listAttachments } from "./attachments.ts";
import { refuseTooLarge } from "./limits.ts";
import { decodeText } from "./parts/charsets.ts";
import { readHeaderFields } from "./parts/header_fields.ts";
import type { EmailRefusal, MessageReading } from "./stored_email.ts";
import { selectHeaders } from "./stored_fields.ts";
import { toStoredEmail } from "./to_stored_email.ts";

/** A text as it came: decoded, or its bytes with the charset that is said to be theirs. */
export type GivenText = string | { readonly bytes: Uint8Array; readonly charset: string | null };

/** What a provider says of an email. */
export interface ParsedMessage {
  /** Header fields in their order, decoded or with encoded words. */
  readonly headerFields: readonly (readonly [name: string, value: string])[];
  readonly text?: GivenText | undefined;
  readonly html?: GivenText | undefined;
  readonly files: readonly AttachedFile[];
}

const NAME = /^[!-9;-~]{1,100}$/;

/** As `readMessage`, of an email in parts. Fields without a valid name are left out. */
export async function readParsed(message: ParsedMessage, now: Date): Promise<MessageReading> {
  const text = decodeGiven(message.text, false);
  const html = decodeGiven(message.html, true);
  const block = message.headerFields
    .filter(([name, value]) => NAME.test(name) && value.trim() !== "")
    // What describes the body as it was sent describes nothing here.
    .filter(([name]) => !/^content-(?:type|transfer-encoding)$/i.test(name))
    .map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ").trim()}\n`).join("");
  const content = new TextEncoder().encode(`${block}\n${text}\n${html}`);
  const refusal = refuseTooLarge(content) ?? refuseNothing(block, text, html);
  if (refusal) return { ok: false, refusal };
  const header = await readHeaderFields(new TextEncoder().encode(`${block}\n`));
  if (header === null) {
    return { ok: false, refusal: unreadable("The header fields of the email are too large.") };
  }
  const attachments = listAttachments(message.files);
  const email = await toStoredEmail({ header, texts: { text, html }, attachments, content }, now);
  return { ok: true, email: { ...email, headers: withType(email.headers, message) } };
}

function decodeGiven(given: GivenText | undefined, isHtml: boolean): string {
  if (given === undefined || typeof given === "string") return given ?? "";
  return decodeText(given.bytes, given.charset, isHtml);
}

/** The content type tells reports from other emails, so it is kept as the provider says it. */
function withType(
  headers: Readonly<Record<string, string>>,
  { headerFields }: ParsedMessage,
): Readonly<Record<string, string>> {
  const type = headerFields.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  return type === undefined ? headers : { ...headers, ...selectHeaders([["content-type", type]]) };
}

function refuseNothing(...said: readonly string[]): EmailRefusal | null {
  return said.some((text) => text.trim() !== "")
    ? null
    : unreadable("The email is empty: it has neither header fields nor text.");
}

function unreadable(detail: string): EmailRefusal {
  return { code: "mail_unreadable", detail };
}
