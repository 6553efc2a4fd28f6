/** A training email as it is read with what the classifiers said that had not seen it. */
import {
  judge,
  type Judged,
  type MailModel,
} from "../../../supabase/functions/_email/readings/judge_mail.ts";
import { type MailText, readText } from "../../../supabase/functions/_email/readings/mail_text.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { composeMail } from "../compose_mail.ts";
import type { MailJudgement } from "../mails.ts";

/** The text of a training email and what was found in it. */
export function readAgain(
  { mail, scores, found }: MailJudgement,
  isPost = false,
): { readonly text: MailText; readonly judged: Judged } {
  const text = readText(makeReadable(composeMail(mail)));
  const starts = (sentences: readonly { readonly start: number }[]) =>
    new Set(sentences.map(({ start }) => start));
  const [actions, pains] = [starts(found.actionItems), starts(found.painPoints)];
  const said = new Map([...found.above ?? []].map(([{ start }, scores]) => [start, scores]));
  const model: MailModel = {
    scoreMail: () => scores,
    sortSentences: ({ sentences }) => ({
      actionItems: sentences.filter(({ start }) => actions.has(start)),
      painPoints: sentences.filter(({ start }) => pains.has(start)),
      above: new Map(sentences.flatMap((sentence) => {
        const scores = said.get(sentence.start);
        return scores === undefined ? [] : [[sentence, scores] as const];
      })),
    }),
  };
  return { text, judged: judge(text, { model, isPost }) };
}
