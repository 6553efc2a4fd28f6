/** Was the email sent to many, or by a program? */
import { quick } from "../../text/quick.ts";
import { isReplySubject } from "../../text/reply_prefixes.ts";
import type { AutomatedKind, Email } from "../../reading.ts";
import { fold } from "../../text/cues.ts";
import { type Pitch, recognizePitch } from "./advertising.ts";
import { hasListPost, isListPost } from "./list_post.ts";
import {
  asksApproval,
  isPersonal,
  type ProgramMail,
  recognizeNotice,
  recognizeProgramMail,
  UNSUBSCRIBE,
} from "./program_mail.ts";

/** `bulk`: newsletters, mailings, spam; `automated`: bounces, absence notes, notifications. */
export type MassMail =
  & {
    /** 0–100, how sure the signs are: header fields are, wording is less. */
    readonly certainty: number;
    /** Sent to many; what a robot posts to a mailing list is automated and bulk. */
    readonly isBulk: boolean;
  }
  & (
    | { readonly kind: "bulk"; readonly automatedKind: null; readonly pitch: Pitch }
    | { readonly kind: "automated"; readonly automatedKind: AutomatedKind; readonly pitch: null }
  );

const BULK_SENDER = quick(
  String.raw`^(?:newsletters?|news|mailings?|marketing|promo(?:tion)?s?|offers?|deals|digest|` +
    String
      .raw`campaigns?|updates?|(?:[a-z]{2,20}[._-])?(?:announcements?|public[._-]relations))` +
    String.raw`(?:[+._-].{0,60})?@|@(?:newsletters?|news|mailings?)\.`,
);

/** Whoever wants to leave a list says so shortly. */
const MAX_WISH_UNITS = 400;
/** Read for wording: the beginning, and the end, which says how to leave a list. */
const TEXT_READ = 3_000;

/**
 * Recognizes mass email by header fields, sender, subject and, weakest, its text. Null means: a
 * person wrote it, which posts of a mailing list are too.
 * @param text what is new in the email, signature included: a mailing's footer is where a
 * person's signature would be
 */
export function recognizeMassMail(email: Email, text: string): MassMail | null {
  const program = recognizeProgramMail(email, text);
  if (program !== null) return toAutomated(program, email);
  const isReply = email.headers["in-reply-to"] !== undefined;
  // Wording alone makes no answer bulk, and it costs more to read than all other signs.
  const early = isReply ? null : recognizePitch(email.subject, text);
  const certainty = rateBulk(email, text, early);
  if (certainty !== null) {
    const pitch = isReply ? recognizePitch(email.subject, text) : early;
    return { kind: "bulk", automatedKind: null, certainty, pitch, isBulk: true };
  }
  if (isListPost(email, text)) return null;
  const notice = recognizeNotice(email, text);
  return notice === null ? null : toAutomated(notice, email);
}

/**
 * How sure it is that the email went to many, who were not chosen one by one; null for none.
 * @param pitch of an email that answers none
 */
function rateBulk(email: Email, text: string, pitch: Pitch): number | null {
  const { headers } = email;
  if (pitch !== null) return 75;
  if (isListPost(email, text)) return null;
  const precedence = (headers["precedence"] ?? "").trim().toLowerCase();
  if (/^(?:bulk|list|junk)$/.test(precedence) || hasListFields(headers)) return 95;
  if (BULK_SENDER.test((email.fromEmail ?? "").toLowerCase())) return 80;
  if (headers["in-reply-to"] !== undefined || isReplySubject(email.subject)) return null;
  const end = fold(text.slice(-TEXT_READ));
  if (UNSUBSCRIBE.test(end)) return asksApproval(end) || asksToLeave(text) ? null : 65;
  return UNSUBSCRIBE.test(fold(text.slice(0, TEXT_READ))) ? 60 : null;
}

/** "Please take me off your list, I have asked twice": a mailing has an address for that. */
function asksToLeave(text: string): boolean {
  return text.length < MAX_WISH_UNITS && isPersonal(text) && !/[@/|]/.test(text);
}

function hasListFields(headers: Email["headers"]): boolean {
  return headers["list-unsubscribe"] !== undefined || headers["list-id"] !== undefined ||
    headers["feedback-id"] !== undefined;
}

function toAutomated({ automatedKind, certainty }: ProgramMail, { headers }: Email): MassMail {
  const isBulk = automatedKind === "notification" && hasListPost(headers);
  return { kind: "automated", automatedKind, certainty, pitch: null, isBulk };
}
