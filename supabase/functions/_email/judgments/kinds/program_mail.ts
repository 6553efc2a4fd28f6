/** Did a program write the email: a delivery report, an absence note, a notice? */
import { quick } from "../../text/quick.ts";
import { isForwardSubject, isReplySubject } from "../../text/reply_prefixes.ts";
import type { AutomatedKind, Email } from "../../reading.ts";
import { fold } from "../../text/cues.ts";
import { cuesOf } from "../../text/language_cues.ts";

/** What a program wrote, and how sure the signs are: 0–100. */
export interface ProgramMail {
  readonly automatedKind: AutomatedKind;
  readonly certainty: number;
}

const MAILER = /^(?:mailer-daemon|mail-?daemon|postmaster|maildelivery|mdaemon)(?:[+._-].{0,60})?@/;
const PROGRAM_SENDER = quick(
  String.raw`^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|notify|alerts?|` +
    String.raw`(?:[a-z]{2,20}-)?notifications?|automated?|auto-?confirm|order-?updates?|` +
    String.raw`receipts?|system|daemon|root|cron|jira|jenkins|nagios|monitoring|rss-?feeds?|` +
    String.raw`billing-?noreply)(?:[+._-].{0,60})?@|` +
    String.raw`(?:no-?reply|donotreply)@`,
);

const BOUNCE_SUBJECT = cuesOf("automatic", "bounce_subject").all;
const BOUNCE_TEXT = cuesOf("automatic", "bounce_text").all;
const ABSENCE_SUBJECT = cuesOf("automatic", "absence_subject").all;
/** The sender is away, or gone. */
const ABSENCE_TEXT = cuesOf("automatic", "absence_text").all;
/** What absence notes go on with: when the sender is back, whom to ask instead. */
const ABSENCE_END = cuesOf("automatic", "absence_end").all;
/** An address that nobody uses any more says so itself. */
const ADDRESS_GONE = cuesOf("automatic", "address_gone").all;
const NOTICE = cuesOf("automatic", "notice").all;
const APPROVAL = cuesOf("automatic", "approval").all;
/** How to get no more of it, or why the reader gets it. */
export const UNSUBSCRIBE = cuesOf("automatic", "unsubscribe").all;

/** Whoever runs an email server; its programs write in this name. */
const OPERATOR = quick(
  "(?:^|[._-])(?:administrator|postmaster|mailer|mailerdaemon|daemon|delivery|system)" +
    "(?:[._-][^@]{0,60})?@",
);
const PERSONAL = quick(
  String
    .raw`\?(?:\s|$)|(?:^|[ ("])(?:i|i'm|i've|i'd|i'll|my|ich|mein[er]?|yo|je|j'ai|mon|ik|mijn|` +
    String.raw`io|mio|minha|meu)(?:[ ,.]|$)`,
);

/** Addresses of a company, not of a person. */
const ROLE = quick(
  "^(?:no-?reply|do-?not-?reply|support|help|info|service|contact|hello|team|sales|office|" +
    "customer|care|billing|accounts?|orders?|reply|bounces?|news|feedback|admin)(?![a-z])",
);

/** The part of a domain that is somebody's: `shop.example`, `shop.co.uk`. */
const OWNED = /[^.]+\.(?:(?:ac|co|com|gov|net|org)\.)?[^.]+$/;

/** Read for wording: the beginning says why a program writes. */
const TEXT_READ = 3_000;
/** An absence note is short. */
const MAX_ABSENCE_UNITS = 900;
const LIST_LINE = /^\s{0,8}(?:[-*•]|\d{1,2}[.)])\s/m;

/**
 * By header fields and sender, then by subject, weakest by wording; null where none says that a
 * program wrote. Reports of email systems on an email, complaints too, are bounces.
 */
export function recognizeProgramMail(email: Email, newestText: string): ProgramMail | null {
  const { headers } = email;
  const sender = (email.fromEmail ?? "").toLowerCase();
  const subject = fold(email.subject);
  const contentType = (headers["content-type"] ?? "").toLowerCase();
  const hasNoReturn = (headers["return-path"] ?? "").trim() === "<>";
  const isMailer = MAILER.test(sender);
  const autoSubmitted = (headers["auto-submitted"] ?? "no").trim().toLowerCase();
  const isReply = isReplySubject(subject) || isForwardSubject(subject);

  if (headers["x-failed-recipients"] !== undefined) return toProgramMail("bounce", 98);
  if (isReport(contentType)) {
    // A receipt says that the email was read.
    return toProgramMail(contentType.includes("disposition") ? "notification" : "bounce", 98);
  }
  const tellsOfBounce = () =>
    BOUNCE_SUBJECT.test(subject) || BOUNCE_TEXT.test(fold(newestText.slice(0, TEXT_READ)));
  const isAbsence = !isReply && ABSENCE_SUBJECT.test(subject);
  if (hasNoReturn || isMailer) {
    if (isAbsence) return toProgramMail("out_of_office", 95);
    if (isMailer || tellsOfBounce()) return toProgramMail("bounce", 95);
  }
  // People write about bounces too, email systems begin with the word.
  const isFirstWord = BOUNCE_SUBJECT.exec(subject)?.index === 0;
  if (
    isFirstWord && headers["list-id"] === undefined &&
    (OPERATOR.test(sender) || PROGRAM_SENDER.test(sender) || !isPersonal(newestText))
  ) return toProgramMail("bounce", 85);
  if (isAbsence) return toProgramMail("out_of_office", 90);
  if (isAutoReply(headers, autoSubmitted)) return toProgramMail("out_of_office", 90);
  if (hasNoReturn || !autoSubmitted.startsWith("no")) return toProgramMail("notification", 95);
  return isAbsenceByWording(newestText) ? toProgramMail("out_of_office", 70) : null;
}

/** A notice by its sender or, weaker, by its wording; asked when nothing else was recognized. */
export function recognizeNotice(email: Email, newestText: string): ProgramMail | null {
  const sender = (email.fromEmail ?? "").toLowerCase();
  const { headers, subject } = email;
  if (PROGRAM_SENDER.test(sender)) {
    const named = `${email.fromName ?? ""} ${newestText.slice(0, TEXT_READ)}`;
    return isSentForPerson(sender, headers["reply-to"] ?? "", named) && isPersonal(newestText)
      ? null
      : toProgramMail("notification", 80);
  }
  if (headers["in-reply-to"] !== undefined || isReplySubject(subject)) return null;
  const folded = fold(newestText.slice(0, TEXT_READ));
  // Who asks, or speaks of oneself, is a person.
  if (/\?(?:[\s"')]|$)|(?:^|[ (])(?:i|i'm|i've|i'd|ich|yo|je)(?:[ ,.]|$)/.test(folded)) return null;
  return NOTICE.test(folded) || asksApproval(folded) ? toProgramMail("notification", 65) : null;
}

/**
 * Whether a program asks its reader to approve what somebody wants. It says why the reader gets the
 * email, as mailings do; people ask for approval without that.
 * @param folded text, see `fold`
 */
export function asksApproval(folded: string): boolean {
  return UNSUBSCRIBE.test(folded) && APPROVAL.test(folded);
}

/** Who asks, or speaks of oneself, is a person. */
export function isPersonal(newestText: string): boolean {
  return PERSONAL.test(fold(newestText.slice(0, TEXT_READ)));
}

/**
 * A website sends what a person wrote to it, and answers go to that person, whom the text or the
 * sender's name tells. Shops and networks have their answers sent elsewhere, too.
 */
function isSentForPerson(sender: string, replyTo: string, named: string): boolean {
  const [address = "", local = "", host = ""] = /([^\s<>@"]{1,64})@([^\s<>@"]{1,255})/.exec(
    replyTo.toLowerCase(),
  ) ?? [];
  const owner = (domain: string) => OWNED.exec(domain)?.[0];
  if (host === "" || ROLE.test(local) || owner(host) === owner(sender.split("@")[1] ?? "")) {
    return false;
  }
  const text = named.toLowerCase();
  // "Ode, Jane" is Jane Ode.
  const names = replyTo.toLowerCase().split("<")[0]?.match(/[^\s",]+/g) ?? [];
  return text.includes(address) || names.length > 0 && names.every((name) => text.includes(name));
}

function isAbsenceByWording(newestText: string): boolean {
  const text = newestText.trim();
  // Whoever lists what is open hands their work over to a colleague.
  if (text.length > MAX_ABSENCE_UNITS || text.includes("?") || LIST_LINE.test(text)) return false;
  const folded = fold(text);
  return ADDRESS_GONE.test(folded) || ABSENCE_TEXT.test(folded) && ABSENCE_END.test(folded);
}

function isAutoReply(headers: Email["headers"], autoSubmitted: string): boolean {
  return autoSubmitted.startsWith("auto-replied") || headers["x-autoreply"] !== undefined ||
    headers["x-autorespond"] !== undefined ||
    (headers["precedence"] ?? "").trim().toLowerCase() === "auto_reply";
}

function isReport(contentType: string): boolean {
  return contentType.startsWith("multipart/report") || contentType.includes("report-type=");
}

function toProgramMail(automatedKind: AutomatedKind, certainty: number): ProgramMail {
  return { automatedKind, certainty };
}
