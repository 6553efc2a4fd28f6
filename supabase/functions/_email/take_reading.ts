/** Puts the answers of all rules together into one reading. */
import type { ContactFacts, DateFact, Fact, Intent, Reading } from "./reading.ts";
import { toFact } from "./text/facts.ts";
import { fold } from "./text/cues.ts";
import { detectLanguage } from "./text/language.ts";
import type { ReadableEmail } from "./text/readable_email.ts";
import { type Sentence, splitSentences } from "./text/sentences.ts";
import { findActionItems, isPromise } from "./judgments/action_items.ts";
import {
  findBudget,
  findDecisionMaker,
  findOpportunity,
  findTimeline,
} from "./judgments/business.ts";
import { readContact } from "./facts/contact.ts";
import { findDates } from "./facts/dates.ts";
import { findEntities } from "./facts/entities.ts";
import { findIntentSentence, readIntent } from "./judgments/intent.ts";
import { type MassMail, recognizeMassMail } from "./judgments/mass_mail.ts";
import { findMoney } from "./facts/money.ts";
import type { MailTraits } from "./model/mail_features.ts";
import { scoreMail } from "./model/mail_model.ts";
import { sortSentences } from "./model/sentence_model.ts";
import { findPainPoints } from "./judgments/pain_points.ts";
import {
  dropReaderInstructions,
  instructsTheReader,
} from "./judgments/injection/reader_instructions.ts";
import { needsReply } from "./judgments/reply.ts";
import { summarize } from "./judgments/summary.ts";
import { findTopics } from "./judgments/topics.ts";
import { findByCues, takeTraits, toSentenceTraits } from "./judgments/traits.ts";
import { readUrgency } from "./judgments/urgency.ts";

/** Sentences reported per field, as the record's contract says. */
const MAX_REPORTED = 10;
/** The longest line of RFC 5322; what is longer is no subject. */
const MAX_SUBJECT_UNITS = 998;

/** Four words or more; "Hello" and "Offer" say nothing alone. */
const TELLING_SUBJECT = /^\S+ \S+ \S+ \S/;
/** Intents that are a chance of business for the reader. */
const WINS_BUSINESS: ReadonlySet<Intent> = new Set([
  "sales_inquiry",
  "partnership",
  "meeting_request",
  "introduction",
  "question",
  "follow_up",
]);

/** What every kind of email is read for. */
interface MailText {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  readonly language: string | null;
  readonly dates: readonly DateFact[];
  readonly receivedAt: string;
}

/** Reads one email. Pure; every fact is taken from the email's newest text or its subject. */
export function takeReading(readable: ReadableEmail): Reading {
  const { mail, zones } = readable;
  const text = readText(readable);
  // A mailing's footer is where a person's signature would.
  const massMail = recognizeMassMail(mail, `${zones.newest}\n${zones.signature ?? ""}`);
  return massMail === null
    ? readPersonalMail(text, readContact(readable))
    : readMassMail(text, massMail);
}

/** What the cues say of an email that a person wrote: what the learned models are trained on. */
export function takeEmailTraits(readable: ReadableEmail): MailTraits {
  return takeTraits(standInSubject(readText(readable)));
}

function readText({ mail, zones }: ReadableEmail): MailText {
  const sentences = dropReaderInstructions(splitSentences(zones.newest));
  const language = detectLanguage(sentences.map(({ text }) => text).join(" "));
  return {
    sentences,
    subject: readSubject(mail.subject),
    language,
    dates: findDates(sentences, language, mail.receivedAt),
    receivedAt: mail.receivedAt,
  };
}

/** An email that is only a subject says there what it wants. */
function standInSubject(text: MailText): MailText {
  const { sentences, subject } = text;
  return sentences.length === 0 && TELLING_SUBJECT.test(subject.folded)
    ? { ...text, sentences: [subject] }
    : text;
}

function readPersonalMail(text: MailText, contact: ContactFacts | null): Reading {
  const { subject, language, dates, receivedAt } = text;
  const traits = takeTraits(standInSubject(text));
  const said = traits.sentences;
  const { questions, sentiment } = traits.context;
  const scores = scoreMail(traits);
  const intent = readIntent(traits, scores);
  const { actionItems, painPoints } = scores === null
    ? findByCues(said, language, intent.primary, sentiment)
    : sortSentences(toSentenceTraits(traits, scores));
  const isReplyNeeded = needsReply(traits, intent.primary, scores);
  const requests = actionItems.filter((sentence) => !isPromise(sentence, language));
  const urgency = readUrgency(said, subject, {
    language,
    intent: intent.primary,
    isExpected: isReplyNeeded || requests.length > 0,
    asking: [...questions, ...requests],
    dates,
    receivedAt,
  });
  const opportunity = WINS_BUSINESS.has(intent.primary)
    ? findOpportunity(said) ?? findIntentSentence(said, intent.primary, language)
    : null;
  return {
    ...readCommon(text, [...actionItems, ...questions, ...painPoints]),
    primaryIntent: intent.primary,
    secondaryIntents: intent.secondary,
    sentiment,
    urgencyLevel: urgency.level,
    urgencyReasons: urgency.reasons,
    painPoints: report(painPoints),
    questionsAsked: report(questions),
    actionItems: report(actionItems),
    businessOpportunity: opportunity === null ? null : toFact(opportunity),
    budgetMentioned: findBudget(said),
    timelineMentioned: findTimeline(said, dates, receivedAt),
    decisionMaker: findDecisionMaker(said, language),
    contact,
    needsReply: isReplyNeeded,
    isBulk: false,
    automatedKind: null,
    confidenceScore: intent.confidence,
  };
}

/**
 * A mailing informs, and what it asks it asks nobody in particular. A program's notification says
 * what has happened, and what its reader must see to; its other email (bounces, absence notes) is
 * nothing.
 */
function readMassMail(text: MailText, massMail: MassMail): Reading {
  const { sentences, subject, language, dates, receivedAt } = text;
  const isNotification = massMail.automatedKind === "notification";
  const actionItems = isNotification ? findActionItems(sentences, language) : [];
  const troubles = isNotification ? findPainPoints([...sentences, subject]) : [];
  const primaryIntent: Intent = troubles.length > 0
    ? "support_request"
    : massMail.kind === "bulk" && sentences.length > 0 || isNotification
    ? "information_sharing"
    : "other";
  const urgency = isNotification
    ? readUrgency(sentences, subject, {
      language,
      intent: primaryIntent,
      isExpected: actionItems.length > 0,
      asking: actionItems,
      dates,
      receivedAt,
    })
    : { level: "low", reasons: [{ reason: "mass_mail", fact: null }] } as const;
  return {
    ...readCommon(text, [...troubles, ...actionItems]),
    primaryIntent,
    secondaryIntents: [],
    sentiment: "neutral",
    urgencyLevel: urgency.level,
    urgencyReasons: urgency.reasons,
    painPoints: report(troubles),
    questionsAsked: [],
    actionItems: report(actionItems),
    businessOpportunity: null,
    budgetMentioned: null,
    timelineMentioned: findTimeline([], dates, receivedAt),
    decisionMaker: null,
    contact: null,
    needsReply: false,
    isBulk: massMail.kind === "bulk",
    automatedKind: massMail.automatedKind,
    confidenceScore: massMail.certainty,
  };
}

type CommonField =
  | "keyTopics"
  | "entitiesMentioned"
  | "dates"
  | "money"
  | "summary"
  | "language";

function readCommon(text: MailText, telling: readonly Sentence[]): Pick<Reading, CommonField> {
  const { sentences, subject, language, dates } = text;
  return {
    keyTopics: findTopics(sentences, subject.text),
    entitiesMentioned: findEntities(sentences, language),
    dates,
    money: findMoney(sentences, language),
    summary: summarize(sentences, subject, telling),
    language,
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

function report(sentences: readonly Sentence[]): Fact[] {
  const byText = new Map<string, Fact>();
  for (const sentence of sentences) {
    if (!byText.has(sentence.text)) byText.set(sentence.text, toFact(sentence));
  }
  return [...byText.values()].slice(0, MAX_REPORTED);
}
