/** Is the email a person's post to a mailing list? */
import type { Email } from "../../reading.ts";
import { isReplySubject } from "../../text/reply_prefixes.ts";

const HOST = /@([a-z0-9.-]{1,200})/;
/** "[tag] subject", as list programs write it. */
const TAG = /^(?:re: ?)?\[([^\][]{2,40})\]/i;
const FIRST_PERSON = /(?:^|[\s(])(?:I|I'm|I've|I'd|I'll)[\s,]/;

/**
 * True for what a member wrote to a list: not bulk, but addressed to nobody in particular. Lists
 * say so with List-Post; without it by an answer, or by an address of another host than the
 * sender's. Newsletters and campaigns are none.
 */
export function isListPost({ headers, fromEmail, subject }: Email, newestText: string): boolean {
  if (hasListPost(headers)) return true;
  const precedence = (headers["precedence"] ?? "").trim().toLowerCase();
  const list = headers["list-id"] ?? headers["list-unsubscribe"];
  if (!/^(?:bulk|list)$/.test(precedence)) {
    return headers["in-reply-to"] !== undefined && headers["list-id"] !== undefined;
  }
  if (headers["in-reply-to"] !== undefined || isReplySubject(subject)) return true;
  const sender = readHost(fromEmail);
  const tag = TAG.exec(subject)?.[1]?.toLowerCase();
  if (list === undefined) {
    // A newsletter has a tag, too, but asks nothing and speaks in nobody's name.
    return tag !== undefined && precedence === "list" && /\?(?:\s|$)/.test(newestText) ||
      FIRST_PERSON.test(newestText) && headers["reply-to"] === undefined;
  }
  if (tag !== undefined && namesList(headers, tag)) return true;
  const listHost = readHost(headers["list-unsubscribe"]) ?? readListIdHost(headers["list-id"]);
  if (sender === null || listHost === null || isSameHost(sender, listHost)) return false;
  const answersTo = readHost(headers["reply-to"]);
  return answersTo !== null && isSameHost(answersTo, listHost) ||
    headers["list-unsubscribe"] === undefined && tag !== undefined;
}

/**
 * Whether the tag is the list's own name: "[club]" of club-leave@lists.example. The id of a list
 * that only sends may have the name of its sender, too.
 */
function namesList(headers: Email["headers"], tag: string): boolean {
  const name = tag.replace(/[^\w-]/g, ".");
  const isNamed = (field: string | undefined, ends: string) =>
    new RegExp(`[<:]${name}${ends}`).test((field ?? "").toLowerCase());
  return isNamed(headers["list-unsubscribe"], "[+_-](?:un|leave|request|bounce|off)") ||
    /^list$/i.test(headers["precedence"] ?? "") && isNamed(headers["list-id"], "[.@]");
}

/** Whether anybody may post to the list that sent the email. */
export function hasListPost(headers: Email["headers"]): boolean {
  return (headers["list-post"] ?? "no").trim().toLowerCase() !== "no";
}

function readHost(address: string | null | undefined): string | null {
  return HOST.exec((address ?? "").toLowerCase())?.[1] ?? null;
}

function readListIdHost(id: string | undefined): string | null {
  return /<[^<>.]{1,200}\.([^<>]{1,200})>/.exec((id ?? "").toLowerCase())?.[1] ?? null;
}

function isSameHost(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
