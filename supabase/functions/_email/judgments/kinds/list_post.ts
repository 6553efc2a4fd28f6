/** Is the email a person's post to a mailing list? */
import type { Email } from "../../reading.ts";
import { isReplySubject } from "../../text/reply_prefixes.ts";

const HOST = /@([a-z0-9.-]{1,200})/;
/** "[tag] subject", as list programs write it. */
const TAG = /^(?:re: ?)?\[[^\][]{2,40}\]/i;
const FIRST_PERSON = /(?:^|[\s(])(?:I|I'm|I've|I'd|I'll)[\s,]/;

/**
 * True for what a member wrote to a list: not bulk, but addressed to nobody in particular. Lists
 * say so with List-Post; without it by an answer, or by an address of another host than the
 * sender's. Newsletters and campaigns are none.
 */
export function isListPost({ headers, fromEmail, subject }: Email, newestText: string): boolean {
  const listPost = (headers["list-post"] ?? "no").trim().toLowerCase();
  if (listPost !== "no") return true;
  const precedence = (headers["precedence"] ?? "").trim().toLowerCase();
  const list = headers["list-id"] ?? headers["list-unsubscribe"];
  if (!/^(?:bulk|list)$/.test(precedence)) return false;
  if (headers["in-reply-to"] !== undefined || isReplySubject(subject)) return true;
  const sender = readHost(fromEmail);
  if (list === undefined) return FIRST_PERSON.test(newestText) && headers["reply-to"] === undefined;
  const listHost = readHost(headers["list-unsubscribe"]) ?? readListIdHost(headers["list-id"]);
  if (sender === null || listHost === null || isSameHost(sender, listHost)) return false;
  const answersTo = readHost(headers["reply-to"]);
  return answersTo !== null && isSameHost(answersTo, listHost) ||
    headers["list-unsubscribe"] === undefined && TAG.test(subject);
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
