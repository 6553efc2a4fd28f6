/** Does the sender wait for an answer? */
import type { Intent } from "../reading.ts";
import { type Pattern } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { isOnlyPolite } from "./action_items.ts";
import { findOpportunity } from "./business.ts";
import type { MailTraits } from "../model/mail_features.ts";
import { SHORT_MAIL_SENTENCES } from "../model/classifiers.ts";
import type { MailScores } from "../model/model.ts";

const DECLINED = cuesOf("replies", "declined").all;

/** "FYI": no answer is needed, unless something is asked. */
const INFORMS = cuesOf("replies", "informs").all;

const WANTS_ANSWER = cuesOf("replies", "wanted").all;

/** Whoever writes for this waits for an answer, asked or not. */
const ASKING_INTENTS: ReadonlySet<Intent> = new Set([
  "meeting_request",
  "question",
  "proposal",
  "complaint",
  "support_request",
  "sales_inquiry",
  "partnership",
]);

/** Whoever asks for this wants to hear what becomes of it. */
export const REDRESSED: ReadonlySet<Intent> = new Set(["complaint", "support_request"]);
/** Whoever writes for this waits for an answer, whether they ask for it or not. */
const AWAITED: ReadonlySet<Intent> = new Set(["proposal", "sales_inquiry", "partnership"]);

/** In a set phrase that waits for an answer all the same. */
const HOPES = /\b(?:look(?:ing)? forward|hear(?:ing)? (?:back )?from|instead)\b/;
/** Log-odds below which the email classifiers rule an answer out. */
const UNLIKELY = -0.5;
/** The same where something is asked: rhetorical questions and plain errands want no answer. */
const RULED_OUT = -2;

/**
 * What the sender says about an answer in so many words; null where nothing.
 * @param isAsking whether there is a question: "FYI, we moved. Can you deliver?" is no decline
 */
export function readAnswerWish(
  sentences: readonly Sentence[],
  isAsking: boolean,
): "declined" | "wanted" | null {
  if (says(sentences, DECLINED)) return "declined";
  // "Call me if you have questions" waits for nothing.
  if (says(sentences, WANTS_ANSWER, (one) => HOPES.test(one.folded) || !isOnlyPolite(one))) {
    return "wanted";
  }
  return !isAsking && says(sentences, INFORMS) ? "declined" : null;
}

/**
 * Not where the sender says that no answer is needed; else where they say that they wait, or where
 * they ask something, want redress or offer terms to be accepted, and the email classifiers do not
 * rule an answer out. Without any of these, an email that asks for something or tells of trouble
 * needs one if the email classifiers say so, or, where they do not know the language or the email
 * is too short for them, if its intent lives from an answer.
 * @param asking sentences that ask the recipient for something
 */
export function needsReply(
  { sentences, context }: MailTraits,
  intent: Intent,
  scores: MailScores | null,
  asking: readonly Sentence[],
): boolean {
  if (context.answerWish === "declined") return false;
  if (context.answerWish === "wanted") return true;
  const isRuledOut = scores !== null && scores.reply < RULED_OUT;
  // A stranger's offer is known by the whole email, and nobody owes it an answer.
  const isOffer = intent === "proposal" && !context.isReply;
  const isAskedToAct = asking.length > context.questions.length;
  if (isOffer && scores !== null && scores.reply < 0) return isAskedToAct && !isRuledOut;
  if (context.questions.length > 0) return !isRuledOut;
  const isAsking = ASKING_INTENTS.has(intent);
  if (REDRESSED.has(intent) && asking.length > 0) return !isRuledOut;
  if (scores === null) return isAsking || asking.length > 0;
  if (AWAITED.has(intent) && (asking.length > 0 || scores.reply > UNLIKELY)) return true;
  if (sentences.length <= SHORT_MAIL_SENTENCES) {
    // "We would like to order 20 chairs."
    if (intent === "sales_inquiry" && findOpportunity(sentences) !== null) return true;
    return isAsking && (asking.length > 0 || context.painPoints > 0);
  }
  return scores.reply > 0 && (isAsking || asking.length > 0 || context.painPoints > 0);
}

function says(
  sentences: readonly Sentence[],
  pattern: Pattern,
  counts: (sentence: Sentence) => boolean = () => true,
): boolean {
  const occurring = selectOccurring([pattern], sentences);
  return occurring.some((one) =>
    sentences.some((sentence) => one.test(sentence.folded) && counts(sentence))
  );
}
