/** Reads an email that a person wrote. */
import type { ContactFacts, DateFact, Intent, Reading } from "../reading.ts";
import { isAskedOf, isOwnPlan, isPlausible, isPromise } from "../judgments/action_items.ts";
import {
  findBudget,
  findDecisionMaker,
  findOpportunity,
  findTimeline,
} from "../judgments/business.ts";
import {
  findToSoftware,
  type SortedSentences,
  sortOutForeign,
} from "../judgments/injection/foreign_text.ts";
import { findIntentSentence, type IntentReading, readIntent } from "../judgments/intent.ts";
import { findColdOffer } from "../judgments/kinds/cold_offer.ts";
import { isReport } from "../judgments/kinds/report.ts";
import { isHeading, isProse } from "../judgments/prose.ts";
import { isApology, isInCase } from "../judgments/pain_points.ts";
import { needsReply } from "../judgments/reply.ts";
import { findTaskLists } from "../judgments/task_lists.ts";
import { isGreeting, summarize } from "../judgments/summary.ts";
import { findByCues, takeTraits, toSentenceTraits } from "../judgments/traits.ts";
import { readUrgency, type UrgencyReading } from "../judgments/urgency/urgency.ts";
import type { MailTraits } from "../model/mail_features.ts";
import {
  type MailScores,
  scoreMail,
  type SentenceFindings,
  sortSentences,
} from "../model/model.ts";
import { toFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { type MailText, readCommon, report } from "./mail_text.ts";

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
const NOTHING: SentenceFindings = { actionItems: [], painPoints: [] };

/** What the cues say of an email that a person wrote: what the learned models are trained on. */
export function traitsOf({ prose: sentences, subject, language, dates }: MailText): MailTraits {
  return takeTraits({ sentences, subject, language, dates });
}

/** What was found, and the part of the text that counts for it. */
interface Judged {
  readonly own: MailText;
  readonly traits: MailTraits;
  readonly intent: IntentReading;
  readonly scores: MailScores | null;
  readonly found: SentenceFindings;
  /** Questions of all of the text. */
  readonly questions: readonly Sentence[];
}

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
  const { own, traits, intent, scores, found, questions } = judge(text);
  const coldOffer = findColdOffer(own.prose, subject, { intent: intent.primary, language });
  const asksNobody = isPost || coldOffer !== null;
  const { actionItems, painPoints } = asksNobody ? NOTHING : found;
  const asked = isPost ? [] : questions;
  const isOwn = (sentence: Sentence) => own.prose.includes(sentence);
  const asking = [...asked, ...actionItems].filter(isOwn);
  const listed = new Set(findTaskLists(own.prose, language).flatMap(({ tasks }) => tasks));
  const isReplyNeeded = !asksNobody && needsReply(traits, intent.primary, scores, asking);
  const urgency: UrgencyReading = isPost
    ? MASS_MAIL
    : coldOffer !== null
    ? { level: "low", reasons: [coldOffer] }
    : readUrgency(own.prose, own.subject, {
      language,
      intent: intent.primary,
      scores,
      // What the model alone takes for a request is too little to expect anything of the reader.
      isExpected: isReplyNeeded ||
        asking.some((sentence) =>
          asked.includes(sentence) || listed.has(sentence) || isAskedOf(sentence, language)
        ),
      isTroubled: painPoints.some(isOwn),
      asking,
      dates: own.dates,
      receivedAt: text.receivedAt,
    });
  const opportunity = WINS_BUSINESS.has(intent.primary)
    ? findOpportunity(own.prose) ?? findIntentSentence(own.prose, intent.primary, language)
    : null;
  return {
    ...readCommon(text),
    summary: summarize({
      sentences: own.prose,
      subject,
      telling: [...asking, ...painPoints].filter(isOwn),
      isForMany: isPost,
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

/** Twice where the classifiers find orders that no cue shows: they may not belong to the email. */
function judge(text: MailText): Judged {
  const sorted = sortOutForeign(text.prose, text);
  const judged = judgeOwn(text, sorted);
  const unseen = judged.found.actionItems.filter((sentence) =>
    !sorted.foreign.has(sentence) && !isAskedOf(sentence, text.language)
  );
  if (unseen.length === 0) return judged;
  const again = sortOutForeign(text.prose, { ...text, asked: unseen });
  return again.foreign.size > sorted.foreign.size ? judgeOwn(text, again) : judged;
}

/** An email of nothing but code or a legal notice is read, but asks nobody. */
function isMeant(sentence: Sentence): boolean {
  return isHeading(sentence.text) || isProse(sentence);
}

/** The text without what is said to software: nobody asks the recipient for it. */
function sayable(text: MailText): MailText {
  const toSoftware = findToSoftware(text.prose);
  const prose = text.prose.filter((sentence) => !toSoftware.has(sentence));
  return toSoftware.size === 0 ? text : leaveOut(text, prose, toSoftware);
}

function judgeOwn(text: MailText, { own: prose, foreign }: SortedSentences): Judged {
  const own = foreign.size === 0 ? text : leaveOut(text, prose, foreign);
  const traits = traitsOf(own);
  const said = sayable(text);
  const all = own.prose.length === said.prose.length ? traits : traitsOf(said);
  const scores = scoreMail(traits);
  const first = readIntent(traits, scores);
  const found = findSentences(all, scores, first);
  const intent = found.painPoints.length === 0 ? first : readIntent(traits, scores, true);
  const questions = isReport(all.sentences, text.language)
    ? []
    : all.context.questions.filter(isMeant);
  return { own, traits, intent, scores, found, questions };
}

/** The text without some of its sentences, and the dates in them. */
function leaveOut(
  text: MailText,
  own: readonly Sentence[],
  foreign: ReadonlySet<Sentence>,
): MailText {
  const isInForeign = ({ start, end }: DateFact) =>
    [...foreign].some((one) => start >= one.start && end <= one.start + one.text.length);
  return {
    ...text,
    prose: own,
    dates: text.dates.filter((date) => !isInForeign(date)),
  };
}

function findSentences(
  traits: MailTraits,
  scores: MailScores | null,
  { primary }: IntentReading,
): SentenceFindings {
  const { language, sentiment } = traits.context;
  const { actionItems, painPoints } = scores === null
    ? findByCues(traits.sentences, language, primary, sentiment)
    : sortSentences(toSentenceTraits(traits, scores));
  if (isReport(traits.sentences, language)) return NOTHING;
  const lists = findTaskLists(traits.sentences, language);
  const listed = new Set(lists.flatMap(({ tasks }) => tasks));
  // Its tasks say what is asked for.
  const headings = new Set(lists.flatMap((list) => list.tasks.length > 0 ? [list.heading] : []));
  const actions = new Set(actionItems);
  return {
    actionItems: traits.sentences.filter((sentence) =>
      listed.has(sentence) ||
      actions.has(sentence) && !headings.has(sentence) && isMeant(sentence) &&
        isPlausible(sentence, language) &&
        !isPromise(sentence, language) && !isOwnPlan(sentence, language)
    ),
    painPoints: painPoints.filter((sentence) =>
      !listed.has(sentence) && isMeant(sentence) && !isApology(sentence) && !isInCase(sentence) &&
      !isGreeting(sentence)
    ),
  };
}
