/** Was the mail sent to many, or by a program? */
import type { Mail } from "../analyzer.ts";
import { cue, fold } from "../text/cues.ts";

/** `bulk`: newsletters and mailings; `automated`: bounces, absence notes, notifications. */
export type MassMail = {
  readonly kind: "bulk" | "automated";
  /** 0–100, how sure the signs are: header fields are, wording is less. */
  readonly certainty: number;
};

const AUTOMATED_SENDER =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|donotreply|bounces?|notifications?|notify|alerts?|automated?|system|daemon|root|cron)(?:[+._-].{0,60})?@/;
const BULK_SENDER =
  /^(?:newsletters?|news|mailings?|marketing|promo(?:tion)?s?|offers|deals|digest)(?:[+._-].{0,60})?@/;

const AUTOMATED_SUBJECT = cue(
  "out of (?:the )?office",
  "auto(?:matic|mated)?[- ]?(?:reply|response|answer)",
  "automatische (?:antwort|abwesenheitsnotiz)",
  "abwesenheits(?:notiz|assistent|meldung)",
  "abwesend",
  "respuesta autom[aá]tica",
  "fuera de (?:la )?oficina",
  "undeliver(?:able|ed)(?: mail)?",
  "delivery (?:status notification|failure|has failed)",
  "mail delivery (?:failed|subsystem|system)",
  "returned mail",
  "failure notice",
  "unzustellbar",
  "nicht zustellbar",
  "no se (?:ha podido|pudo) entregar",
);

const UNSUBSCRIBE = cue(
  "unsubscribe",
  "opt[- ]out of (?:these|this|our|future)",
  "manage your (?:e-?mail )?preferences",
  "view (?:this (?:e-?mail|message) )?in (?:your )?browser",
  "(?:newsletter|e-mails?) abbestellen",
  "vom newsletter abmelden",
  "darse de baja",
  "cancelar (?:la|su) suscripci[oó]n",
);

/**
 * Recognises mass mail by header fields, sender, subject and, weakest, an unsubscribe line. A discussion
 * list's mail (List-Post present) is a person's. Null means: treat as written by a person.
 */
export function recognizeMassMail(mail: Mail, newestText: string): MassMail | null {
  const { headers } = mail;
  const sender = (mail.fromEmail ?? "").toLowerCase();
  const autoSubmitted = (headers["auto-submitted"] ?? "no").toLowerCase();
  if (!autoSubmitted.startsWith("no") || headers["x-failed-recipients"] !== undefined) {
    return { kind: "automated", certainty: 95 };
  }
  if ((headers["return-path"] ?? "").trim() === "<>" || isReport(headers["content-type"])) {
    return { kind: "automated", certainty: 95 };
  }
  if (AUTOMATED_SUBJECT.test(fold(mail.subject)) && !/^\s*(?:re|aw|rv):/i.test(mail.subject)) {
    return { kind: "automated", certainty: 85 };
  }
  const listPost = (headers["list-post"] ?? "no").trim().toLowerCase();
  if (listPost !== "no") return null;
  const precedence = (headers["precedence"] ?? "").trim().toLowerCase();
  if (/^(?:bulk|list|junk)$/.test(precedence) || hasListFields(headers)) {
    return { kind: "bulk", certainty: 95 };
  }
  if (AUTOMATED_SENDER.test(sender)) return { kind: "automated", certainty: 80 };
  if (BULK_SENDER.test(sender)) return { kind: "bulk", certainty: 80 };
  const isReply = headers["in-reply-to"] !== undefined;
  if (!isReply && UNSUBSCRIBE.test(fold(newestText))) return { kind: "bulk", certainty: 65 };
  return null;
}

function isReport(contentType: string | undefined): boolean {
  const value = (contentType ?? "").toLowerCase();
  return value.startsWith("multipart/report") || value.includes("report-type=");
}

function hasListFields(headers: Mail["headers"]): boolean {
  return headers["list-unsubscribe"] !== undefined || headers["list-id"] !== undefined ||
    headers["feedback-id"] !== undefined;
}
