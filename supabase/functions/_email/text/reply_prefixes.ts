/** What email programs put in front of a subject: the one list, for whoever needs it. */

/** For replies: `Re:`, German `AW:` and `Antwort:`, Scandinavian `SV:`. */
const REPLY = "re|aw|antwort|sv";
/** For forwarded emails: `Fw:`, `Fwd:`, German `WG:`, French `TR:`, Spanish `RV:`. */
const FORWARD = "fwd?|wg|tr|rv";

const REPLY_PREFIX = new RegExp(`^(?:${REPLY})\\s?:`, "i");
const FORWARD_PREFIX = new RegExp(`^(?:${FORWARD})\\s?:`, "i");
const PREFIXES = new RegExp(`^(?:\\s*(?:${REPLY}|${FORWARD})\\s?:){1,5}`, "i");

/** Whether a subject says that the email answers another. */
export function isReplySubject(subject: string): boolean {
  return REPLY_PREFIX.test(subject);
}

/** Whether a subject says that the email forwards another. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_PREFIX.test(subject);
}

/** A subject without its first five prefixes. */
export function cutPrefixes(subject: string): string {
  return subject.replace(PREFIXES, "");
}
