/** Was the email sent to many, or by a program? */
import { isForwardSubject, isReplySubject } from "../text/reply_prefixes.ts";
import { ANY_PHRASES } from "../words/any/phrases.ts";
import { ENGLISH_AUTOMATIC } from "../words/english/automatic.ts";
import { GERMAN_AUTOMATIC } from "../words/german/automatic.ts";
import { SPANISH_AUTOMATIC } from "../words/spanish/automatic.ts";
import type { AutomatedKind, Email } from "../reading.ts";
import { cuesOf, fold } from "../text/cues.ts";

/** `bulk`: newsletters and mailings; `automated`: bounces, absence notes, notifications. */
export type MassMail =
  & {
    /** 0–100, how sure the signs are: header fields are, wording is less. */
    readonly certainty: number;
  }
  & (
    | { readonly kind: "bulk"; readonly automatedKind: null }
    | { readonly kind: "automated"; readonly automatedKind: AutomatedKind }
  );

const MAILER = /^(?:mailer-daemon|mail-?daemon|postmaster|maildelivery|mdaemon)(?:[+._-].{0,60})?@/;
const AUTOMATED_SENDER = new RegExp(
  String.raw`^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|notifications?|notify|alerts?|` +
    String.raw`automated?|system|daemon|root|cron|jira|jenkins|nagios|monitoring|` +
    String.raw`billing-?noreply)(?:[+._-].{0,60})?@|(?:no-?reply|donotreply)@`,
);
const BULK_SENDER = new RegExp(
  String.raw`^(?:newsletters?|news|mailings?|marketing|promo(?:tion)?s?|offers?|deals|digest|` +
    String.raw`campaigns?|updates?)(?:[+._-].{0,60})?@`,
);

const TABLES = { en: ENGLISH_AUTOMATIC, de: GERMAN_AUTOMATIC, es: SPANISH_AUTOMATIC };
const BOUNCE_SUBJECT = cuesOf(TABLES, "bounce_subject").all;
const BOUNCE_TEXT = cuesOf(TABLES, "bounce_text").all;
const ABSENCE_SUBJECT = cuesOf({ ...TABLES, any: ANY_PHRASES }, "absence_subject").all;

const UNSUBSCRIBE = cuesOf({ ...TABLES, any: ANY_PHRASES }, "unsubscribe").all;

/** Read for wording: the beginning says why a program writes, the end how to leave a list. */
const TEXT_READ = 3_000;

/**
 * Recognises mass email by header fields, sender, subject and, weakest, its text. Reports of email
 * systems on an email, complaints too, are bounces. A discussion list's email (List-Post present)
 * is a person's. Null means: treat as written by a person.
 */
export function recognizeMassMail(email: Email, newestText: string): MassMail | null {
  const automated = recognizeAutomated(email, newestText);
  if (automated !== null) return automated;
  const { headers } = email;
  const sender = (email.fromEmail ?? "").toLowerCase();
  const listPost = (headers["list-post"] ?? "no").trim().toLowerCase();
  if (listPost !== "no") return null;
  const precedence = (headers["precedence"] ?? "").trim().toLowerCase();
  if (/^(?:bulk|list|junk)$/.test(precedence) || hasListFields(headers)) return toBulk(95);
  if (BULK_SENDER.test(sender)) return toBulk(80);
  const isReply = headers["in-reply-to"] !== undefined;
  if (!isReply && UNSUBSCRIBE.test(fold(newestText.slice(-TEXT_READ)))) return toBulk(65);
  if (!isReply && UNSUBSCRIBE.test(fold(newestText.slice(0, TEXT_READ)))) return toBulk(60);
  return AUTOMATED_SENDER.test(sender) ? toAutomated("notification", 80) : null;
}

function recognizeAutomated(email: Email, newestText: string): MassMail | null {
  const { headers } = email;
  const sender = (email.fromEmail ?? "").toLowerCase();
  const subject = fold(email.subject);
  const contentType = (headers["content-type"] ?? "").toLowerCase();
  const hasNoReturn = (headers["return-path"] ?? "").trim() === "<>";
  const isMailer = MAILER.test(sender);
  const autoSubmitted = (headers["auto-submitted"] ?? "no").trim().toLowerCase();
  const isReply = isReplySubject(subject) || isForwardSubject(subject);

  if (headers["x-failed-recipients"] !== undefined) return toAutomated("bounce", 98);
  if (isReport(contentType)) {
    // A receipt says that the email was read.
    return toAutomated(contentType.includes("disposition") ? "notification" : "bounce", 98);
  }
  const tellsOfBounce = () =>
    BOUNCE_SUBJECT.test(subject) || BOUNCE_TEXT.test(fold(newestText.slice(0, TEXT_READ)));
  const isAbsence = !isReply && ABSENCE_SUBJECT.test(subject);
  if (hasNoReturn || isMailer) {
    if (isAbsence) return toAutomated("out_of_office", 95);
    if (isMailer || tellsOfBounce()) return toAutomated("bounce", 95);
  }
  // People write about bounces too, email systems begin with the word.
  const isFirstWord = BOUNCE_SUBJECT.exec(subject)?.index === 0;
  if (isFirstWord && headers["list-id"] === undefined) return toAutomated("bounce", 85);
  if (isAbsence) return toAutomated("out_of_office", 90);
  if (isAutoReply(headers, autoSubmitted)) return toAutomated("out_of_office", 90);
  return hasNoReturn || !autoSubmitted.startsWith("no") ? toAutomated("notification", 95) : null;
}

function isAutoReply(headers: Email["headers"], autoSubmitted: string): boolean {
  return autoSubmitted.startsWith("auto-replied") || headers["x-autoreply"] !== undefined ||
    headers["x-autorespond"] !== undefined ||
    (headers["precedence"] ?? "").trim().toLowerCase() === "auto_reply";
}

function isReport(contentType: string): boolean {
  return contentType.startsWith("multipart/report") || contentType.includes("report-type=");
}

function hasListFields(headers: Email["headers"]): boolean {
  return headers["list-unsubscribe"] !== undefined || headers["list-id"] !== undefined ||
    headers["feedback-id"] !== undefined;
}

function toBulk(certainty: number): MassMail {
  return { kind: "bulk", automatedKind: null, certainty };
}

function toAutomated(automatedKind: AutomatedKind, certainty: number): MassMail {
  return { kind: "automated", automatedKind, certainty };
}
