/** Does the sender wait for an answer? */
import { ENGLISH_REPLIES } from "../words/english/replies.ts";
import { GERMAN_REPLIES } from "../words/german/replies.ts";
import { SPANISH_REPLIES } from "../words/spanish/replies.ts";
import type { Intent } from "../reading.ts";
import { cuesOf, type Pattern } from "../text/cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { SHORT_MAIL_SENTENCES } from "./intent.ts";
import type { MailTraits } from "../model/mail_features.ts";
import type { MailScores } from "../model/mail_model.ts";

const TABLES = { en: ENGLISH_REPLIES, de: GERMAN_REPLIES, es: SPANISH_REPLIES };
const DECLINED = cuesOf(TABLES, "declined").all;

const WANTS_ANSWER = cuesOf(TABLES, "wanted").all;

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

/** What the sender says about an answer in so many words; null where nothing. */
export function readAnswerWish(sentences: readonly Sentence[]): "declined" | "wanted" | null {
  if (says(sentences, DECLINED)) return "declined";
  return says(sentences, WANTS_ANSWER) ? "wanted" : null;
}

/**
 * Not where the sender says that no answer is needed; else as the email classifiers judge, or,
 * where they do not know the language or the email is too short for them: a question, a wish for
 * an answer, or an intent that lives from one.
 */
export function needsReply(
  { sentences, context }: MailTraits,
  intent: Intent,
  scores: MailScores | null,
): boolean {
  if (context.answerWish === "declined") return false;
  if (scores !== null && sentences.length > SHORT_MAIL_SENTENCES) return scores.reply > 0;
  return context.questions.length > 0 || ASKING_INTENTS.has(intent) ||
    context.answerWish === "wanted";
}

function says(sentences: readonly Sentence[], pattern: Pattern): boolean {
  const occurring = selectOccurring([pattern], sentences);
  return occurring.some((one) => sentences.some(({ folded }) => one.test(folded)));
}
