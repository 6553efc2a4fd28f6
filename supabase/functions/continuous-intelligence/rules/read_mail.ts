/** Puts the answers of all rules together into one reading. */
import type { Fact, Reading } from "../analyzer.ts";
import { toFact } from "../text/facts.ts";
import { fold } from "../text/cues.ts";
import { detectLanguage } from "../text/language.ts";
import type { ReadableMail } from "../text/readable_mail.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { findActionItems } from "./action_items.ts";
import { findBudget, findDecisionMaker, findOpportunity, findTimeline } from "./business.ts";
import { readContact } from "./contact.ts";
import { findEntities } from "./entities.ts";
import { readIntent } from "./intent.ts";
import { type MassMail, recognizeMassMail } from "./mass_mail.ts";
import { findPainPoints } from "./pain_points.ts";
import { findQuestions } from "./questions.ts";
import { dropReaderInstructions, instructsTheReader } from "./reader_instructions.ts";
import { readSentiment } from "./sentiment.ts";
import { findTopics } from "./topics.ts";
import { readUrgency } from "./urgency.ts";

/** Sentences reported per field, as the record's contract says. */
const MAX_REPORTED = 10;
/** The longest line of RFC 5322; what is longer is no subject. */
const MAX_SUBJECT_UNITS = 998;
const MAX_SUMMARY_UNITS = 200;

/** Reads one mail. Pure; every fact is taken from the mail's newest text or its subject. */
export function readMail(readable: ReadableMail): Reading {
  const { mail, zones } = readable;
  const subject = readSubject(mail.subject);
  const sentences = dropReaderInstructions(splitSentences(zones.newest));
  const massMail = recognizeMassMail(mail, zones.newest);
  return massMail === null
    ? { ...readPersonalMail(sentences, subject), contact: readContact(readable) }
    : readMassMail(massMail, sentences, subject);
}

function readPersonalMail(sentences: readonly Sentence[], subject: Sentence): Reading {
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
    urgencyReasons: [],
    keyTopics: findTopics(sentences, subject.text),
    entitiesMentioned: findEntities(sentences),
    painPoints: report(painPoints),
    questionsAsked: report(questions),
    actionItems: report(actionItems),
    businessOpportunity: toFactOrNull(findOpportunity(sentences)),
    budgetMentioned: toFactOrNull(findBudget(sentences)),
    timelineMentioned: toFactOrNull(findTimeline(sentences)),
    decisionMaker: toFactOrNull(findDecisionMaker(sentences)),
    dates: [],
    money: [],
    contact: null,
    summary: summarize(sentences, subject),
    needsReply: hasOpenRequest,
    isBulk: false,
    automatedKind: null,
    language: readLanguage(sentences),
    confidenceScore: intent.confidence,
  };
}

/** A mailing informs, a program's mail does not even that; what they ask, they ask nobody in particular. */
function readMassMail(
  massMail: MassMail,
  sentences: readonly Sentence[],
  subject: Sentence,
): Reading {
  const isBulk = massMail.kind === "bulk";
  return {
    primaryIntent: isBulk && sentences.length > 0 ? "information_sharing" : "other",
    secondaryIntents: [],
    sentiment: "neutral",
    urgencyLevel: "low",
    urgencyReasons: [],
    keyTopics: findTopics(sentences, subject.text),
    entitiesMentioned: findEntities(sentences),
    painPoints: [],
    questionsAsked: [],
    actionItems: [],
    businessOpportunity: null,
    budgetMentioned: null,
    timelineMentioned: null,
    decisionMaker: null,
    dates: [],
    money: [],
    contact: null,
    summary: summarize(sentences, subject),
    needsReply: false,
    isBulk,
    automatedKind: isBulk ? null : "notification",
    language: readLanguage(sentences),
    confidenceScore: massMail.certainty,
  };
}

function readSubject(subject: string): Sentence {
  const text = subject.slice(0, MAX_SUBJECT_UNITS);
  const folded = fold(text);
  return {
    source: "subject",
    text,
    start: 0,
    folded: instructsTheReader(folded) ? "" : folded,
    paragraph: 0,
  };
}

function readLanguage(sentences: readonly Sentence[]): string | null {
  return detectLanguage(sentences.map(({ text }) => text).join(" "));
}

function summarize(sentences: readonly Sentence[], subject: Sentence): string | null {
  const line = (subject.folded === "" ? sentences[0]?.text ?? "" : subject.text)
    .replace(/\s+/g, " ").trim();
  return line === "" ? null : line.slice(0, MAX_SUMMARY_UNITS).toWellFormed();
}

function toFactOrNull(sentence: Sentence | null): Fact | null {
  return sentence === null ? null : toFact(sentence);
}

function report(sentences: readonly Sentence[]): Fact[] {
  const byText = new Map<string, Fact>();
  for (const sentence of sentences) {
    if (!byText.has(sentence.text)) byText.set(sentence.text, toFact(sentence));
  }
  return [...byText.values()].slice(0, MAX_REPORTED);
}
