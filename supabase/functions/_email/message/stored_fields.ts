/** From what a message says in its fields to the columns that keep it. */
import { createHash } from "node:crypto";
import { type Address, decodeWords } from "postal-mime";
import { undoEncoding } from "../html/left_encoding.ts";
import { capText } from "../html/plain_text.ts";
import { loadHtmlReader } from "../html/html_reader.ts";
import { FIELD_LIMITS, type StoredEmail } from "./stored_email.ts";

/** Cuts a text to `maxLength` UTF-16 units without splitting a surrogate pair. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(maxLength - 1));
  return text.slice(0, splitsPair ? maxLength - 1 : maxLength);
}

/**
 * One line for a column: control characters and runs of white space become one space, Unicode is
 * well-formed, at most `maxLength` UTF-16 units.
 */
export function cleanField(value: string, maxLength: number): string {
  // A bounded part is enough and keeps a hostile megabyte of spaces cheap.
  const part = cutText(value, maxLength * 4).toWellFormed();
  return cutText(part.replace(/[\p{Cc}\s]+/gu, " ").trim(), maxLength).trimEnd();
}

export interface Sender {
  readonly fromEmail: string | null;
  readonly fromName: string | null;
}

/** One `@` at least with something on both sides, no white space, no angle brackets. */
const ADDRESS = /^[^\s<>@\p{Cc}][^\s<>\p{Cc}]*@[^\s<>@\p{Cc}]+$/u;

/**
 * The usable addresses of a header field, lower case, each once, at most 100. Groups are opened.
 */
export function listAddresses(addresses: readonly Address[] | undefined): string[] {
  const found = new Set<string>();
  for (const entry of addresses ?? []) {
    for (const mailbox of entry.group ?? [entry]) {
      const address = cleanAddress(mailbox.address);
      if (address !== null) found.add(address);
      if (found.size === FIELD_LIMITS.recipients) return [...found];
    }
  }
  return [...found];
}

/** An address, and what is written in front of it. */
const NAME_AND_ADDRESS = /^([^@]{0,500}?)([^\s<>@"'()[\]:;,]{1,64}@[^\s<>@"'()[\]:;,]{1,255})/;

/**
 * Address and display name of a sender; each null when there is none.
 * @param written the field, for a name that needs quotes and has none: `Ode, Ana <ana@x.example>`
 */
export function readSender(from: Address | undefined, written = ""): Sender {
  const mailbox = from?.group?.[0] ?? from;
  const address = cleanAddress(mailbox?.address);
  const [, before, behind] = address === null ? NAME_AND_ADDRESS.exec(written) ?? [] : [];
  const name = before === undefined
    ? mailbox?.name ?? ""
    : decodeWords(before).replace(/^[\s"<]+|[\s"<,;:]+$/g, "");
  return {
    fromEmail: address ?? cleanAddress(behind),
    fromName: cleanField(name, FIELD_LIMITS.name) || null,
  };
}

function cleanAddress(written: string | undefined): string | null {
  const address = (written ?? "").trim().toLowerCase().replace(/^mailto:/, "");
  const isUsable = address.length <= FIELD_LIMITS.address && address.isWellFormed() &&
    ADDRESS.test(address);
  return isUsable ? address : null;
}

/** An id in angle brackets; spaces inside come from folding and mean nothing. */
const BRACKETED_ID = /<([^<>]{1,1000})>/;

/**
 * The first message id in a header field, without its angle brackets; undefined when there is none
 * or it is too long to be an id.
 */
export function readMessageId(value: string | undefined): string | undefined {
  const head = (value ?? "").slice(0, 4_000);
  const written = BRACKETED_ID.exec(head)?.[1] ?? head.trim().split(/\s/, 1)[0] ?? "";
  const id = written.toWellFormed().replace(/[\p{Cc}\s<>]+/gu, "");
  return id === "" || id.length > FIELD_LIMITS.messageId ? undefined : id;
}

/**
 * The id of an email that has none: the same content gives the same id, so a repeat is a duplicate.
 */
export function deriveMessageId(content: Uint8Array | string): string {
  return `sha256-${createHash("sha256").update(content).digest("hex")}@nightshift.invalid`;
}

/**
 * The fields that tell a person's email from bulk and automatic email and bounces, or join a
 * thread, and the one that tells how its sender writes dates.
 */
const SELECTED = new Set([
  "auto-submitted",
  "precedence",
  "list-id",
  "list-unsubscribe",
  "list-post",
  "x-auto-response-suppress",
  "x-autoreply",
  "x-autorespond",
  "return-path",
  "reply-to",
  "in-reply-to",
  "content-type",
  // Its zone is a sign of where the sender is, which the time in UTC does not keep.
  "date",
  "x-failed-recipients",
  "feedback-id",
]);

/**
 * Keeps the selected fields: names in lower case, the first of a repeated one, at most 1,000
 * characters each.
 */
export function selectHeaders(
  fields: Iterable<readonly [name: string, value: string]>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [written, value] of fields) {
    const name = written.toLowerCase();
    if (!SELECTED.has(name) || name in kept) continue;
    const cleaned = cleanField(value, FIELD_LIMITS.headerValue);
    if (cleaned !== "") kept[name] = cleaned;
  }
  return kept;
}

const HTML_BLOCK = /^<(?:div|p|table|center|font|span|style|meta|h[1-6])\b[^<>]{0,500}>/i;

/**
 * The body columns: the text as sent, else the text of the HTML; both null when there is no content
 * at all.
 */
export async function readBody(
  text: string | undefined,
  html: string | undefined,
): Promise<Pick<StoredEmail, "bodyText" | "bodyHtml" | "snippet">> {
  // Some programs send HTML as plain text.
  if (isHtml(text ?? "")) return await readBody("", html || text);
  const said = toLineFeeds(text ?? "");
  const calendar = said.trimStart().startsWith("BEGIN:VCALENDAR")
    ? (await import("./parts/calendar_text.ts")).describeCalendar(said)
    : null;
  const bodyText = textOrNull(capText(calendar ?? undoEncoding(said))) ??
    await readHtml(html ?? "");
  return {
    bodyText,
    bodyHtml: keepHtml(html ?? ""),
    snippet: cleanField(bodyText ?? "", FIELD_LIMITS.snippet),
  };
}

function isHtml(text: string): boolean {
  const start = text.slice(0, 1_000).trimStart();
  if (/^<(?:!doctype html|html|head|body)\b[^<>]{0,500}>/i.test(start)) return true;
  return HTML_BLOCK.test(start) && /<\/[a-z][a-z0-9]{0,10}>\s*$/i.test(text.slice(-100));
}

function toLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

async function readHtml(html: string): Promise<string | null> {
  if (html === "") return null;
  const htmlToText = await loadHtmlReader();
  return textOrNull(capText(htmlToText(html)));
}

function textOrNull(text: string): string | null {
  const trimmed = text.trimEnd();
  return trimmed.trim() === "" ? null : trimmed;
}

function keepHtml(html: string): string | null {
  const kept = html.replaceAll("\0", "").toWellFormed();
  if (kept.trim() === "" || kept.length > FIELD_LIMITS.htmlBytes) return null;
  return new TextEncoder().encode(kept).length > FIELD_LIMITS.htmlBytes ? null : kept;
}
