/** How well is mass email told by its words from that of people? */
import { recognizeByWords } from "../../supabase/functions/_email/judgments/kinds/mass_by_words.ts";
import { MAILINGS, type MailKind } from "./mail_corpus.ts";
import type { MailJudgement } from "./mails.ts";

const BY_PEOPLE: ReadonlySet<MailKind> = new Set(["person", "form", "list"]);

/** One line, from what classifiers said that had not seen the email. */
export function describeMassMail(
  judgements: readonly Pick<MailJudgement, "mail" | "scores">[],
): string {
  const of = (kinds: ReadonlySet<MailKind>) =>
    judgements.filter(({ mail }) => kinds.has(mail.kind));
  const taken = (emails: typeof judgements) =>
    emails.filter(({ scores }) => recognizeByWords(scores) !== null);
  const [mailings, people] = [of(MAILINGS), of(BY_PEOPLE)];
  const wrong = taken(people);
  const waiting = wrong.filter(({ mail }) => mail.needsReply).length;
  return `mass email told by its words: ${taken(mailings).length} of ${mailings.length}; ` +
    `${wrong.length} of ${people.length} emails by people taken for it, ${waiting} want a reply`;
}
