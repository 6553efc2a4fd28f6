/** From which sentences is the summary of an email chosen, and what is known of them? */
import type { Intent } from "../reading.ts";
import type { SummaryChoice } from "../judgments/summary/signs.ts";
import type { SentenceFindings } from "../model/model.ts";
import type { Judged } from "./judge_mail.ts";
import type { MailText } from "./mail_text.ts";
import type { Wishes } from "./wishes.ts";

/** Of a person's email: only what belongs to it, see `sortOutForeign`. */
export function choiceOfPersonal(
  { subject, language }: MailText,
  { own, intent }: Judged,
  { asked, actionItems, painPoints }: Wishes,
): SummaryChoice {
  const sentences = own.prose;
  const isOwn = new Set(sentences);
  return {
    sentences,
    subject,
    language,
    intent: intent.primary,
    questions: asked.filter((sentence) => isOwn.has(sentence)),
    actionItems: actionItems.filter((sentence) => isOwn.has(sentence)),
    painPoints: painPoints.filter((sentence) => isOwn.has(sentence)),
    dates: own.dates,
    isMailing: false,
  };
}

/** Of an email that went to many, or that a program wrote. */
export function choiceOfMass(
  { prose, subject, language, dates }: MailText,
  { actionItems, painPoints }: SentenceFindings,
  intent: Intent,
): SummaryChoice {
  return {
    sentences: prose,
    subject,
    language,
    intent,
    questions: [],
    actionItems,
    painPoints,
    dates,
    isMailing: true,
  };
}
