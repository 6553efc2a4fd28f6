/** Puts the answers of all rules together into one record. */
import type { IntelligenceRecord, Mail } from "../analyzer.ts";
import { capText } from "../../_shared/plain_text.ts";
import { htmlToText } from "../../_shared/html_to_text.ts";
import { findActionItems } from "./action_items.ts";
import { type MassMail, recognizeMassMail } from "./bulk.ts";
import {
  findOpportunity,
  mentionsBudget,
  mentionsDecisionMaker,
  mentionsTimeline,
} from "./business.ts";
import { fold } from "../text/cues.ts";
import { findEntities } from "./entities.ts";
import { readIntent } from "./intent.ts";
import { findNewestText } from "../text/newest_text.ts";
import { findPainPoints } from "./pain_points.ts";
import { findQuestions } from "./questions.ts";
import { dropReaderInstructions, instructsTheReader } from "./reader_instructions.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { readSentiment } from "./sentiment.ts";
import { findTopics } from "./topics.ts";
import { readUrgency } from "./urgency.ts";

/** Sentences reported per field, as the record's contract says. */
const MAX_REPORTED = 10;
const MAX_SUBJECT_UNITS = 998;

/** Reads one mail. Pure; every reported sentence is a substring of the mail's newest text. */
export function readMail(mail: Mail): IntelligenceRecord {
  const newest = findNewestText(plainTextOf(mail));
  const subject = readSubject(mail.subject);
  const sentences = dropReaderInstructions(splitSentences(newest));
  const massMail = recognizeMassMail(mail, newest);
  return massMail === null
    ? readPersonalMail(sentences, subject)
    : readMassMail(massMail, sentences, subject);
}

function readPersonalMail(
  sentences: readonly Sentence[],
  subject: Sentence,
): IntelligenceRecord {
  const questions = findQuestions(sentences);
  const actionItems = findActionItems(sentences);
  const painPoints = findPainPoints(sentences);
  const sentiment = readSentiment(sentences);
  const intent = readIntent(sentences, subject, {
    questions: questions.length,
    actionItems: actionItems.length,
    sentiment,
  });
  const hasOpenRequest = questions.length + actionItems.length > 0 ||
    findActionItems([subject]).length > 0 ||
    intent.primary === "complaint" || intent.primary === "support_request";
  return {
    primaryIntent: intent.primary,
    secondaryIntents: intent.secondary,
    sentiment,
    urgencyLevel: readUrgency(sentences, subject, hasOpenRequest),
    keyTopics: findTopics(sentences, subject.text),
    entitiesMentioned: findEntities(sentences),
    painPoints: report(painPoints),
    questionsAsked: report(questions),
    actionItems: report(actionItems),
    businessOpportunity: findOpportunity(sentences)?.text ?? null,
    budgetMentioned: mentionsBudget(sentences),
    timelineMentioned: mentionsTimeline(sentences),
    decisionMaker: mentionsDecisionMaker(sentences),
    confidenceScore: intent.confidence,
  };
}

/** A mailing informs, a program's mail does not even that; what they ask, they ask nobody in particular. */
function readMassMail(
  massMail: MassMail,
  sentences: readonly Sentence[],
  subject: Sentence,
): IntelligenceRecord {
  return {
    primaryIntent: massMail.kind === "bulk" && sentences.length > 0
      ? "information_sharing"
      : "other",
    secondaryIntents: [],
    sentiment: "neutral",
    urgencyLevel: "low",
    keyTopics: findTopics(sentences, subject.text),
    entitiesMentioned: findEntities(sentences),
    painPoints: [],
    questionsAsked: [],
    actionItems: [],
    businessOpportunity: null,
    budgetMentioned: false,
    timelineMentioned: false,
    decisionMaker: false,
    confidenceScore: massMail.certainty,
  };
}

function plainTextOf(mail: Mail): string {
  if (mail.bodyText !== null) return capText(mail.bodyText);
  return mail.bodyHtml === null ? "" : htmlToText(mail.bodyHtml);
}

function readSubject(subject: string): Sentence {
  const text = capText(subject).slice(0, MAX_SUBJECT_UNITS);
  const folded = fold(text);
  return { text, folded: instructsTheReader(folded) ? "" : folded, paragraph: 0 };
}

function report(sentences: readonly Sentence[]): string[] {
  return [...new Set(sentences.map(({ text }) => text))].slice(0, MAX_REPORTED);
}
