/** Reads an email that a person wrote. */
import type { ContactFacts, Intent, Reading } from "../reading.ts";
import {
  findBudget,
  findDecisionMaker,
  findOpportunity,
  findTimeline,
} from "../judgments/business.ts";
import { findIntentSentence } from "../judgments/intent.ts";
import { summarize } from "../judgments/summary/summary.ts";
import { readUrgency, type UrgencyReading } from "../judgments/urgency/urgency.ts";
import { toFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { judge } from "./judge_mail.ts";
import { type MailText, readCommon, report } from "./mail_text.ts";
import { readWishes } from "./wishes.ts";

/** Intents that are a chance of business for the reader. */
const WINS_BUSINESS: ReadonlySet<Intent> = new Set([
  "sales_inquiry",
  "partnership",
  "meeting_request",
  "introduction",
  "question",
  "follow_up",
]);

/** Intents whose matter is what is wrong. */
const TELLS_TROUBLE: ReadonlySet<Intent> = new Set(["complaint", "support_request"]);

const MASS_MAIL = { level: "low", reasons: [{ reason: "mass_mail", fact: null }] } as const;

/**
 * Closed fields are read from what belongs to the email, see `sortOutForeign`; sentences are
 * reported from all of its prose. Whoever posts to a list or offers something to a stranger asks
 * nobody in particular.
 */
export function readPersonalMail(
  text: MailText,
  contact: ContactFacts | null,
  isPost: boolean,
): Reading {
  const { subject, language } = text;
  const judged = judge(text, { isPost });
  const { own, traits, intent } = judged;
  const { coldOffer, asked, actionItems, painPoints, isReplyNeeded, context } = readWishes(
    text,
    judged,
    isPost,
  );
  const urgency: UrgencyReading = isPost
    ? MASS_MAIL
    : coldOffer !== null
    ? { level: "low", reasons: [coldOffer] }
    : readUrgency(own.prose, own.subject, context);
  const isOwn = (sentence: Sentence) => own.prose.includes(sentence);
  const opportunity = WINS_BUSINESS.has(intent.primary)
    ? findOpportunity(own.prose) ?? findIntentSentence(own.prose, intent.primary, language)
    : null;
  return {
    ...readCommon(text),
    summary: summarize({
      sentences: own.prose,
      subject,
      telling: listTelling(intent.primary, asked, actionItems, painPoints).filter(isOwn),
      isForMany: isPost,
      isMailing: false,
    }),
    primaryIntent: coldOffer === null ? intent.primary : "proposal",
    secondaryIntents: intent.secondary,
    sentiment: traits.context.sentiment,
    urgencyLevel: urgency.level,
    urgencyReasons: urgency.reasons,
    painPoints: report(painPoints),
    questionsAsked: report(asked),
    actionItems: report(actionItems),
    businessOpportunity: opportunity === null ? null : toFact(opportunity),
    budgetMentioned: findBudget(own.prose),
    timelineMentioned: findTimeline(own.prose, own.dates, text.receivedAt),
    decisionMaker: findDecisionMaker(own.prose, language),
    contact,
    needsReply: isReplyNeeded,
    isBulk: false,
    automatedKind: null,
    confidenceScore: intent.confidence,
  };
}

/** What the email wants, most important first: whoever complains wants redress, not answers. */
function listTelling(
  intent: Intent,
  questions: readonly Sentence[],
  actions: readonly Sentence[],
  troubles: readonly Sentence[],
): readonly Sentence[] {
  if (TELLS_TROUBLE.has(intent)) return [...actions, ...troubles, ...questions];
  return [...questions, ...actions, ...intent === "feedback" ? [] : troubles];
}
