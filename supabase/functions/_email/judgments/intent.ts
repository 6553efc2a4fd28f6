/** What is the email for? */
import { isForwardSubject, isReplySubject } from "../text/reply_prefixes.ts";
import { type Intent, INTENTS } from "../reading.ts";
import type { IntentContext } from "./intent_context.ts";
import { intentCuesOf } from "./intent_cue.ts";
import { isKnownLanguage } from "../words/languages.ts";
import type { MailTraits } from "../model/mail_features.ts";
import { SHORT_MAIL_SENTENCES } from "../model/classifiers.ts";
import type { MailScores } from "../model/model.ts";
import type { Sentence } from "../text/sentences.ts";

/** What the sender wants, and how strong the cues are. */
export interface IntentReading {
  readonly primary: Intent;
  /** At most 3, strongest first. */
  readonly secondary: readonly Intent[];
  /** 0–100. */
  readonly confidence: number;
}

/** What else is known of the email. */
export interface IntentOptions {
  /** Whether the sentences tell of trouble: then nothing is merely asked. */
  readonly isTroubled?: boolean;
  /** Whether a member wrote it to a mailing list. */
  readonly isPost?: boolean;
}

const MAX_SECONDARY = 3;
/**
 * A first subject line says what an email is for more often than any one sentence; a reply's is
 * old.
 */
const SUBJECT_FACTOR = 1.5;
const REPLY_SUBJECT_FACTOR = 0.25;
/** Matches of one cue beyond this add nothing: repetition is no evidence. */
const MAX_MATCHES = 2;
/** Below this there are only hints, which name no intent. */
const MIN_SCORE = 1.5;
/** Below this an intent is not named beside another. */
const MIN_SECONDARY_SCORE = 3;
/** Nor is one that the email classifiers think less likely than this. */
const MIN_SECONDARY_LOG_ODDS = -1;
/** Score at which about 63 % of the possible confidence is reached. */
const SCORE_SCALE = 3;
/** Sentences read: what an email is for is said early. */
const SENTENCES_READ = 80;

/** Intents whose own words are an offer of business. */
const OFFERS_BUSINESS: ReadonlySet<Intent> = new Set(["sales_inquiry", "partnership"]);

/**
 * What a cue's weight adds to the classifiers, which weigh cues themselves: the training emails
 * were chosen to be hard for cues, others are less so.
 */
const CUE_LOG_ODDS = 0.15;
/** What else an email may be for is likelier than none of it. */
const OTHER_LOG_ODDS = -0.2;
/** Whoever is in haste wants something that has a name. */
const PRESSING_OTHER_LOG_ODDS = -1;
/** Whoever asks for something in the middle of harm asks for help. */
const HARMED_LOG_ODDS = 2.5;
/** Whoever tells what is wrong does not merely want to know. */
const TROUBLED_LOG_ODDS = 2;
/** What an answer in a discussion is for, and what every other intent lacks there. */
const DISCUSSES: ReadonlySet<Intent> = new Set([
  "follow_up",
  "feedback",
  "information_sharing",
  "question",
]);
const DISCUSSED_LOG_ODDS = 4;
/** Few cues are read in a language without words of its own. */
const MAX_FOREIGN_CONFIDENCE = 40;
/** A cue score from which the cues decide about such an email. */
const CLEAR_SCORE = 3;

/**
 * By the email classifiers where they know the language; by the cues alone elsewhere, and in a
 * short email where they are clear: then an email that only asks is a
 * `question`, one that only states is weak `information_sharing`, one without sentences is
 * `other` with
 * confidence 0.
 */
export function readIntent(
  traits: MailTraits,
  scores: MailScores | null,
  { isTroubled = false, isPost = false }: IntentOptions = {},
): IntentReading {
  const { isHarmed, isReply } = traits.context;
  const isClear = traits.sentences.length <= SHORT_MAIL_SENTENCES &&
    [...traits.cueScores.values()].some((score) => score >= CLEAR_SCORE);
  return scores === null || isClear
    ? readByCues(traits)
    : readByClassifiers(scores, traits.cueScores, {
      isHarmed,
      isTroubled,
      isDiscussed: isPost && isReply,
    });
}

function readByClassifiers(
  { intents, pressing }: MailScores,
  cueScores: ReadonlyMap<Intent, number>,
  { isHarmed, isTroubled, isDiscussed }: Readonly<
    Record<"isHarmed" | "isTroubled" | "isDiscussed", boolean>
  >,
): IntentReading {
  const both = new Map(
    INTENTS.map((intent) => [
      intent,
      (intents.get(intent) ?? 0) + CUE_LOG_ODDS * (cueScores.get(intent) ?? 0),
    ]),
  );
  const otherLogOdds = OTHER_LOG_ODDS + (pressing > 0 ? PRESSING_OTHER_LOG_ODDS : 0);
  both.set("other", (both.get("other") ?? 0) + otherLogOdds);
  if (isTroubled) both.set("question", (both.get("question") ?? 0) - TROUBLED_LOG_ODDS);
  // Whoever answers in a discussion tells the list what they know or think.
  if (isDiscussed) {
    for (const intent of INTENTS) {
      if (!DISCUSSES.has(intent)) both.set(intent, (both.get(intent) ?? 0) - DISCUSSED_LOG_ODDS);
    }
  }
  const rank = () => INTENTS.toSorted((a, b) => (both.get(b) ?? 0) - (both.get(a) ?? 0));
  // Who complains of harm holds the reader responsible.
  if (isHarmed && rank()[0] !== "complaint") {
    both.set("support_request", (both.get("support_request") ?? 0) + HARMED_LOG_ODDS);
  }
  const ranked = rank();
  const [primary = "other", ...others] = ranked;
  const secondary = others.filter((intent) =>
    (cueScores.get(intent) ?? 0) >= MIN_SECONDARY_SCORE &&
    (intents.get(intent) ?? 0) > MIN_SECONDARY_LOG_ODDS
  );
  return {
    primary,
    secondary: secondary.slice(0, MAX_SECONDARY),
    confidence: Math.round(100 * toShare(both, primary)),
  };
}

/** What of all intents' odds one has. */
function toShare(logOdds: ReadonlyMap<Intent, number>, intent: Intent): number {
  const sum = INTENTS.reduce((odds, one) => odds + Math.exp(logOdds.get(one) ?? 0), 0);
  return Math.exp(logOdds.get(intent) ?? 0) / sum;
}

function readByCues({ sentences, cueScores: scores, context }: MailTraits): IntentReading {
  const ranked = INTENTS.filter((intent) => (scores.get(intent) ?? 0) >= MIN_SCORE)
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const [primary, ...others] = ranked;
  if (primary === undefined) return readWithoutCues(sentences.length, context);
  const first = scores.get(primary) ?? 0;
  const second = others[0] === undefined ? 0 : scores.get(others[0]) ?? 0;
  const secondary = others.filter((intent) => (scores.get(intent) ?? 0) >= MIN_SECONDARY_SCORE);
  const confidence = toConfidence(first, second);
  return {
    primary,
    secondary: secondary.slice(0, MAX_SECONDARY),
    confidence: isKnownLanguage(context.language)
      ? confidence
      : Math.min(confidence, MAX_FOREIGN_CONFIDENCE),
  };
}

/** How strong the cues for each intent are, with what the other rules found. */
export function scoreIntents(
  sentences: readonly Sentence[],
  subject: Sentence,
  context: IntentContext,
): ReadonlyMap<Intent, number> {
  const read = sentences.length > SENTENCES_READ ? sentences.slice(0, SENTENCES_READ) : sentences;
  const scores = scoreCues(read, subject, context.language);
  addContext(scores, context);
  return scores;
}

/** The first sentence with a clear cue for an intent that offers business; null for the others. */
export function findIntentSentence(
  sentences: readonly Sentence[],
  intent: Intent,
  language: string | null,
): Sentence | null {
  const cues = intentCuesOf(language, sentences)
    .filter((cue) => cue.intent === intent && cue.weight > 1);
  return OFFERS_BUSINESS.has(intent)
    ? sentences.find(({ folded }) => cues.some(({ pattern }) => pattern.test(folded))) ?? null
    : null;
}

/** Tones and kinds of sentences lean towards an intent, but seldom decide alone. */
function addContext(scores: Map<Intent, number>, context: IntentContext): void {
  const { actionItems, painPoints, sentiment, datedQuestions } = context;
  const questions = context.questions.length;
  const asks = questions + actionItems > 0;
  if (sentiment === "negative") add(scores, "complaint", 2);
  if (sentiment === "positive") add(scores, "feedback", asks ? 0.5 : 2);
  if (painPoints > 0 && asks) add(scores, "support_request", questions > 0 ? 1.5 : 0.75);
  // A question about a day is most often about meeting on it, unless something is to be bought or
  // put right.
  if (datedQuestions > 0 && painPoints === 0) add(scores, "meeting_request", 1.25);
  if (context.isHarmed) add(scores, "support_request", 2);
  if (questions > 0) add(scores, "question", 1 + 0.75 * Math.min(questions, 3));
  if (context.isReply) add(scores, "follow_up", questions > 0 ? 0.75 : 1.75);
  // Whoever asks or wants something done shares information only on the way.
  if (questions > 0) scores.delete("information_sharing");
}

function readWithoutCues(sentenceCount: number, context: IntentContext): IntentReading {
  if (context.actionItems > 0) return { primary: "other", secondary: [], confidence: 15 };
  if (sentenceCount === 0) return { primary: "other", secondary: [], confidence: 0 };
  return { primary: "information_sharing", secondary: [], confidence: 20 };
}

/** Rises with the first score and falls, down to half, as the second comes near. */
function toConfidence(first: number, second: number): number {
  return Math.round(100 * (1 - Math.exp(-first / SCORE_SCALE)) * (1 - 0.5 * second / first));
}

function scoreCues(
  sentences: readonly Sentence[],
  subject: Sentence,
  language: string | null,
): Map<Intent, number> {
  const scores = new Map<Intent, number>();
  const subjectFactor = isReplySubject(subject.folded) || isForwardSubject(subject.folded)
    ? REPLY_SUBJECT_FACTOR
    : SUBJECT_FACTOR;
  for (const { intent, weight, pattern } of intentCuesOf(language, sentences)) {
    let matches = pattern.test(subject.folded) ? subjectFactor : 0;
    if (pattern.mayBeInAny?.(sentences) ?? true) {
      for (const { folded } of sentences) {
        if (matches >= MAX_MATCHES) break;
        if (pattern.test(folded)) matches += 1;
      }
    }
    if (matches > 0) add(scores, intent, weight * Math.min(matches, MAX_MATCHES));
  }
  return scores;
}

function add(scores: Map<Intent, number>, intent: Intent, score: number): void {
  scores.set(intent, (scores.get(intent) ?? 0) + score);
}
