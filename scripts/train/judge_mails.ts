/** How good are the email and sentence classifiers on emails that they have not seen? */
import { readIntent } from "../../supabase/functions/_email/judgments/intent.ts";
import { needsReply } from "../../supabase/functions/_email/judgments/reply.ts";
import { count } from "../eval/judges/judge_gold.ts";
import type { Counts } from "../eval/judges/score.ts";
import type { MailJudgement } from "./mails.ts";
import { listTagged } from "./labelled_traits.ts";

/** What is right of one email. */
export interface MailVerdict {
  readonly isIntentRight: boolean;
  readonly isReplyRight: boolean;
  readonly actionItems: Counts;
  readonly painPoints: Counts;
}

/** Compares a judgment with the labels of its email. */
export function judgeMail({ mail, traits, scores, found }: MailJudgement): MailVerdict {
  const intent = readIntent(traits, scores).primary;
  const asking = [...traits.context.questions, ...found.actionItems];
  const isReplyNeeded = mail.kind !== "list" && needsReply(traits, intent, scores, asking);
  return {
    isIntentRight: intent === mail.intent ||
      mail.real?.acceptableIntents.includes(intent) === true,
    isReplyRight: isReplyNeeded === mail.needsReply,
    actionItems: count(found.actionItems.map(textOf), listTagged(mail, "A")),
    painPoints: count(found.painPoints.map(textOf), listTagged(mail, "P")),
  };
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}
