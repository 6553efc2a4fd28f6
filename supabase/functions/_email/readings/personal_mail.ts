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
import type { Judged } from "./judge_mail.ts";
import { type MailText, readCommon, report } from "./mail_text.ts";
import { choiceOfPersonal } from "./summary_choice.ts";
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

const MASS_MAIL = { level: "low", reasons: [{ reason: "mass_mail", fact: null }] } as const;

/**
 * Closed fields are read from what belongs to the email, see `sortOutForeign`; sentences are
 * reported from all of its prose. Whoever posts to a list or offers something to a stranger asks
 * nobody in particular.
 */
export function readPersonalMail(
  text: MailText,
  judged: Judged,
  { contact, isPost }: { readonly contact: ContactFacts | null; readonly isPost: boolean },
): Reading {
  const { language } = text;
  const { own, traits, intent } = judged;
  const wishes = readWishes(text, judged, isPost);
  const { coldOffer, asked, actionItems, painPoints, isReplyNeeded, context } = wishes;
  const urgency: UrgencyReading = isPost
    ? MASS_MAIL
    : coldOffer !== null
    ? { level: "low", reasons: [coldOffer] }
    : readUrgency(own.prose, own.subject, context);
  const opportunity = WINS_BUSINESS.has(intent.primary)
    ? findOpportunity(own.prose) ?? findIntentSentence(own.prose, intent.primary, language)
    : null;
  // Written out: spread fields cost more than the rest of the reading.
  const { keyTopics, entitiesMentioned, dates, money, readInstead } = readCommon(text);
  return {
    keyTopics,
    entitiesMentioned,
    dates,
    money,
    language,
    readInstead,
    summary: summarize(choiceOfPersonal(text, judged)),
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
