/** What do the cues say of a mail? The learned models weigh it. */
import type { DateFact, Intent, Sentiment } from "../analyzer.ts";
import type { Sentence } from "../text/sentences.ts";
import { findActionItems, isFormula, isPromise } from "./action_items.ts";
import { scoreIntents } from "./intent.ts";
import type { MailTraits } from "./learned/mail_features.ts";
import type { MailScores } from "./learned/mail_model.ts";
import type { SentenceFindings } from "./learned/sentence_model.ts";
import type { SentenceSign, SentenceTraits } from "./learned/sentence_features.ts";
import { findAllPainPoints, findPainPoints } from "./pain_points.ts";
import { findQuestions, isQuestion } from "./questions.ts";
import { readAnswerWish } from "./reply.ts";
import { readSentiment } from "./sentiment.ts";

/** Intents whose sender tells what is wrong. */
const TROUBLED: ReadonlySet<Intent> = new Set(["complaint", "support_request", "feedback"]);

/** A mail's parts that its traits are taken from. */
export interface MailParts {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  readonly language: string | null;
  readonly dates: readonly DateFact[];
}

/** What the cues say of a mail as a whole. */
export function takeTraits({ sentences, subject, language, dates }: MailParts): MailTraits {
  const questions = findQuestions(sentences);
  const painPoints = findPainPoints(sentences).length;
  const context = {
    language,
    questions,
    datedQuestions:
      questions.filter(({ start, text }) =>
        dates.some((date) => date.start >= start && date.end <= start + text.length)
      ).length,
    actionItems: findActionItems(sentences, language).length,
    painPoints,
    sentiment: readSentiment(sentences, painPoints),
    hasDates: dates.length > 0,
    answerWish: readAnswerWish(sentences),
  };
  return { sentences, subject, context, cueScores: scoreIntents(sentences, subject, context) };
}

/** What the cues say of each sentence, and the mail heads of their mail. */
export function toSentenceTraits(
  sentences: readonly Sentence[],
  language: string | null,
  { intents, reply }: MailScores,
): SentenceTraits {
  const actions = new Set(findActionItems(sentences, language));
  const troubles = new Set(findPainPoints(sentences));
  const lacks = new Set(findAllPainPoints(sentences));
  const signsOf = (sentence: Sentence): SentenceSign[] => [
    ...isQuestion(sentence) ? ["question" as const] : [],
    ...actions.has(sentence) ? ["action" as const] : [],
    ...isFormula(sentence) ? ["formula" as const] : [],
    ...isPromise(sentence, language) ? ["promise" as const] : [],
    ...troubles.has(sentence) ? ["trouble" as const] : [],
    ...lacks.has(sentence) ? ["lack" as const] : [],
  ];
  return { sentences, language, signsOf, mailScores: new Map([...intents, ["reply", reply]]) };
}

/** Action items and pain points in languages that the sentence heads do not know. */
export function findByCues(
  sentences: readonly Sentence[],
  language: string | null,
  intent: Intent,
  sentiment: Sentiment,
): SentenceFindings {
  const troubles = findPainPoints(sentences);
  const tellsMore = TROUBLED.has(intent) || sentiment === "negative" || troubles.length > 1;
  return {
    actionItems: findActionItems(sentences, language),
    painPoints: tellsMore ? findAllPainPoints(sentences) : troubles,
  };
}
