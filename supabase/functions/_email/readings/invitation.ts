/** Is a text an invitation of a calendar that waits for an answer? */
import type { MailText } from "./mail_text.ts";

/** What the text of an event says that is canceled, or that somebody has answered. */
const SETTLED = /^Status: /m;
/** What calendars put in front of an event's title, in seven languages. */
const TITLE = new RegExp(
  "^(?:(?:updated|aktualisierte|bijgewerkte) )?" +
    "(?:invitation|einladung|invitación|convocatoria|convite|invito|uitnodiging)" +
    "(?: (?:actualizada|atualizado|aggiornato|mise à jour))? ?:",
);
/** The line with its time. */
const WHEN = /^(?:when|wann|cuándo|quand|quando|wanneer) ?: ?[^ ]/;

/**
 * Whether the email says nothing but when and where something is, or has the title and the line
 * with the time that a calendar writes.
 */
export function isInvitation({ readInstead, sentences, subject, isReply }: MailText): boolean {
  if (sentences.some(({ text }) => SETTLED.test(text))) return false;
  return readInstead === "invitation" ||
    !isReply && TITLE.test(subject.folded) && sentences.some(({ folded }) => WHEN.test(folded));
}
