/** What email programs put in front of a subject: the one list, for whoever needs it. */
import { quick } from "./quick.ts";

/**
 * For replies: `Re:`, German `AW:` and `Antwort:`, Scandinavian `SV:`, French `RÉ:`, Italian `R:`
 * and `RIF:`, Portuguese `RES:`, Dutch `Antw:`, Finnish `VS:`, Polish `Odp:`, Turkish `YNT:`,
 * Hungarian `Vá:`, Greek `ΑΠ:`, Chinese `回复:`.
 */
const REPLY = "re|ré|aw|antw|antwort|sv|vs|r|rif|res|odp|odg|atb|bls|ynt|vá|απ|回复|回覆|答复";
/**
 * For forwarded emails: `Fw:`, `Fwd:`, German `WG:`, French `TR:`, Spanish `RV:`, Portuguese
 * `ENC:`, Dutch `Doorst:`, Swedish `VB:`, Danish `VS:` counts as a reply, Finnish `VL:`, Polish
 * `PD:`, Turkish `İLT:`, Italian `I:`, Hungarian `Továbbítás:`, Chinese `转发:`.
 */
const FORWARD = "fwd?|wg|tr|rv|enc|doorst|vb|vl|pd|ilt|i|továbbítás|转发|轉寄";

/** Outlook counts replies: `Re[2]:`. */
const COUNT = String.raw`(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]`;
const REPLY_PREFIX = quick(`^\\s*(?:${REPLY})${COUNT}`, "i");
const FORWARD_PREFIX = quick(`^\\s*(?:${FORWARD})${COUNT}`, "i");
const PREFIXES = quick(`^(?:\\s*(?:${REPLY}|${FORWARD})${COUNT}){1,5}`, "i");

/** Whether a subject says that the email answers another. */
export function isReplySubject(subject: string): boolean {
  return hasColon(subject) && REPLY_PREFIX.test(subject);
}

/** Whether a subject says that the email forwards another. */
export function isForwardSubject(subject: string): boolean {
  return hasColon(subject) && FORWARD_PREFIX.test(subject);
}

/** A subject without its first five prefixes. */
export function cutPrefixes(subject: string): string {
  return hasColon(subject) ? subject.replace(PREFIXES, "") : subject;
}

function hasColon(subject: string): boolean {
  return subject.includes(":") || subject.includes("：");
}
