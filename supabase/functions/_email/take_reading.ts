/** Puts the answers of all rules together into one reading. */
import { readContact } from "./facts/contact.ts";
import { sortOutForeign } from "./judgments/injection/foreign_text.ts";
import { speaksToSoftware } from "./judgments/injection/to_software.ts";
import { findColdOffer } from "./judgments/kinds/cold_offer.ts";
import { isListPost } from "./judgments/kinds/list_post.ts";
import { recognizeByWords } from "./judgments/kinds/mass_by_words.ts";
import { type MassMail, recognizeMassMail } from "./judgments/kinds/mass_mail.ts";
import type { MailTraits } from "./model/mail_features.ts";
import type { Intent, Reading } from "./reading.ts";
import { judge, type Judged, traitsOf } from "./readings/judge_mail.ts";
import { type MailText, readText } from "./readings/mail_text.ts";
import { readMassMail } from "./readings/mass_mail.ts";
import { readPersonalMail } from "./readings/personal_mail.ts";
import { fold } from "./text/cues.ts";
import type { ReadableEmail } from "./text/readable_email.ts";
import { isForwardSubject } from "./text/reply_prefixes.ts";

/** Reads one email. Pure; every fact is taken from the email's newest text or its subject. */
export function takeReading(readable: ReadableEmail): Reading {
  const text = readText(readable);
  const recognized = recognize(readable, text);
  if (recognized.massMail !== null) return readMassMail(text, recognized.massMail);
  const { judged, isPost: isPosted } = recognized;
  return readPersonalMail(text, judged, { contact: readContact(readable), isPost: isPosted });
}

/** What the cues say of an email that a person wrote: what the learned models are trained on. */
export function takeEmailTraits(readable: ReadableEmail): MailTraits {
  return traitsOf(readText(readable));
}

/**
 * Whether an email went to many or a program wrote it; null for a person's. An analyzer that asks a
 * model asks this first.
 */
export function recognizeReadable(readable: ReadableEmail): MassMail | null {
  return recognize(readable, readText(readable)).massMail;
}

/** Mass email, or a person's with what was found in it. */
type Recognized =
  | { readonly massMail: MassMail }
  | { readonly massMail: null; readonly judged: Judged; readonly isPost: boolean };

/** The one place that decides: first by marks, then by the words. */
function recognize(readable: ReadableEmail, text: MailText): Recognized {
  const marked = recognizeMarked(readable);
  if (marked !== null) return { massMail: marked };
  const isPosted = isPost(readable);
  const judged = judge(text, { isPost: isPosted });
  const massMail = isPosted ? null : recognizeUnmarked(readable, text, judged);
  return massMail === null ? { massMail, judged, isPost: isPosted } : { massMail };
}

/** By header fields, sender and set phrases: what needs no learned model. */
export function recognizeMarked(readable: ReadableEmail): MassMail | null {
  // A website sends a form, but a person filled it in.
  return readable.instead === "form"
    ? null
    : recognizeMassMail(readable.mail, newAndSigned(readable));
}

/**
 * By what the learned model says of its words. Who forwards a mailing is a person, and so is who
 * tells of trouble, writes one sentence, or has an event in their calendar.
 */
function recognizeUnmarked(
  { instead, mail: { subject } }: ReadableEmail,
  { isReply, sentences }: MailText,
  { scores, found, event }: Judged,
): MassMail | null {
  const isByPerson = instead !== null || event !== null || sentences.length < 2 || isReply ||
    isForwardSubject(subject) ||
    found.painPoints.length > 0;
  return isByPerson ? null : recognizeByWords(scores);
}

/**
 * Whether a person's email asks nobody in particular, so that no reply is needed: a post to a
 * mailing list, a stranger's offer.
 * @param intent what the email is for, as far as is known
 */
export function asksNobody(readable: ReadableEmail, intent: Intent): boolean {
  if (isPost(readable)) return true;
  const { prose, subject, language } = readText(readable);
  return findColdOffer(prose, subject, { intent, language }) !== null;
}

/**
 * Whether some of an email speaks to software rather than to its recipient. The rules then read
 * the closed fields (intent, tone, urgency, needs reply) from the rest.
 */
export function hasForeignText(readable: ReadableEmail): boolean {
  if (speaksToSoftware(fold(readable.mail.subject))) return true;
  const text = readText(readable);
  return sortOutForeign(text.prose, text).foreign.size > 0;
}

/** Whether a member wrote it to a mailing list. */
export function isPost(readable: ReadableEmail): boolean {
  return isListPost(readable.mail, newAndSigned(readable));
}

/** A mailing's footer is where a person's signature would be. */
function newAndSigned({ zones }: ReadableEmail): string {
  return `${zones.newest}\n${zones.signature ?? ""}`;
}
