/** What does a person's email expect of its reader? */
import type { UrgencyReason } from "../reading.ts";
import { isAskedOf } from "../judgments/action_items.ts";
import { findColdOffer } from "../judgments/kinds/cold_offer.ts";
import { needsReply } from "../judgments/reply.ts";
import type { UrgencyContext } from "../judgments/urgency/context.ts";
import type { SentenceFindings } from "../model/model.ts";
import type { Sentence } from "../text/sentences.ts";
import { type Judged, NOTHING } from "./judge_mail.ts";
import { findListedTasks } from "./listed_tasks.ts";
import type { MailText } from "./mail_text.ts";

/** What is asked of the reader, and what urgency depends on. */
export interface Wishes extends SentenceFindings {
  /** Why the email is a stranger's offer; null for other emails. */
  readonly coldOffer: UrgencyReason | null;
  readonly asked: readonly Sentence[];
  /** What is asked for in the part of the email that counts. */
  readonly asking: readonly Sentence[];
  readonly isReplyNeeded: boolean;
  readonly context: UrgencyContext;
}

/**
 * Whoever posts to a list or offers something to a stranger asks nobody in particular. Whoever
 * invites to an event waits for yes or no.
 */
export function readWishes(text: MailText, judged: Judged, isPost: boolean): Wishes {
  const { own, traits, intent, scores, found, questions, event } = judged;
  const { language } = text;
  const coldOffer = findColdOffer(own.prose, text.subject, { intent: intent.primary, language });
  const asksNobody = isPost || coldOffer !== null;
  const { actionItems, painPoints } = asksNobody ? NOTHING : found;
  const asked = isPost ? [] : questions;
  const isOwn = (sentence: Sentence) => own.prose.includes(sentence);
  const asking = [...asked, ...actionItems].filter(isOwn);
  const { tasks } = findListedTasks(own.prose, language);
  const isReplyNeeded = !asksNobody &&
    (event?.isInviting === true || needsReply(traits, intent.primary, scores, asking));
  const context: UrgencyContext = {
    language,
    intent: intent.primary,
    scores,
    above: found.above ?? new Map(),
    // What the model alone takes for a request is too little to expect anything of the reader.
    isExpected: isReplyNeeded ||
      asking.some((sentence) =>
        asked.includes(sentence) || tasks.has(sentence) || isAskedOf(sentence, language)
      ),
    event: asksNobody ? null : event,
    isTroubled: painPoints.some(isOwn),
    asking,
    dates: own.dates,
    receivedAt: text.receivedAt,
  };
  return { coldOffer, asked, asking, actionItems, painPoints, isReplyNeeded, context };
}
