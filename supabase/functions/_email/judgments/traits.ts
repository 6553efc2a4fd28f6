/** What do the cues say of an email? The learned models weigh it. */
import type { DateFact, Intent, Sentiment } from "../reading.ts";
import { liesIn } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { findActionItems, isOnlyPolite, isOrder, isPromise, OF_SENDER } from "./action_items.ts";
import { scoreIntents } from "./intent.ts";
import type { MailTraits } from "../model/mail_features.ts";
import type { MailScores, SentenceFindings } from "../model/model.ts";
import type { SentenceSign, SentenceTraits } from "../model/sentence_features.ts";
import {
  findAllPainPoints,
  findPainPoints,
  isApology,
  isInCase,
  tellsHarm,
} from "./pain_points.ts";
import { findQuestions } from "./questions.ts";
import { readAnswerWish } from "./reply.ts";
import { readSentiment } from "./sentiment.ts";

/** Intents whose sender tells what is wrong. */
const TROUBLED: ReadonlySet<Intent> = new Set(["complaint", "support_request", "feedback"]);

/** An email's parts that its traits are taken from. */
export interface MailParts {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  readonly language: string | null;
  readonly dates: readonly DateFact[];
  /** Whether the sender answers an earlier email. */
  readonly isReply: boolean;
}

/** What the cues say of an email and of its sentences. */
export function takeTraits(parts: MailParts): MailTraits {
  const { sentences, subject, language, dates, isReply } = parts;
  const questions = findQuestions(sentences);
  const actions = findActionItems(sentences, language);
  const isAsking = questions.length + actions.length > 0;
  const troubles = findPainPoints(sentences, isAsking);
  const lacks = findAllPainPoints(sentences, troubles);
  const context = {
    language,
    questions,
    datedQuestions:
      questions.filter((question) => dates.some((date) => liesIn(date, question))).length,
    actionItems: actions.length,
    painPoints: troubles.length,
    isHarmed: isAsking && tellsHarm(sentences),
    sentiment: readSentiment(sentences, troubles.length),
    hasDates: dates.length > 0,
    answerWish: readAnswerWish(sentences, questions.length > 0),
    isReply,
  };
  const signs = new Map<Sentence, readonly SentenceSign[]>(
    sentences.map((sentence) => [
      sentence,
      listSigns(sentence, { language, dates, questions, actions, troubles, lacks }),
    ]),
  );
  return {
    sentences,
    subject,
    context,
    signs,
    cueScores: scoreIntents(sentences, subject, context),
  };
}

/** What was found in the email of a sentence. */
interface Found {
  readonly language: string | null;
  readonly dates: readonly DateFact[];
  readonly questions: readonly Sentence[];
  readonly actions: readonly Sentence[];
  readonly troubles: readonly Sentence[];
  readonly lacks: readonly Sentence[];
}

const ENDS_AS_SENTENCE = /[.!?…]["')]?\s*$/;

function listSigns(sentence: Sentence, found: Found): SentenceSign[] {
  const { text, folded } = sentence;
  const isDated = found.dates.some((date) => liesIn(date, sentence));
  return [
    ...found.questions.includes(sentence) ? ["question" as const] : [],
    ...found.actions.includes(sentence) ? ["action" as const] : [],
    ...isOnlyPolite(sentence) ? ["formula" as const] : [],
    ...isPromise(sentence, found.language) ? ["promise" as const] : [],
    ...found.troubles.includes(sentence) ? ["trouble" as const] : [],
    ...found.lacks.includes(sentence) ? ["lack" as const] : [],
    ...isOrder(folded) ? ["order" as const] : [],
    ...isApology(sentence) ? ["apology" as const] : [],
    ...isInCase(sentence) ? ["case" as const] : [],
    ...OF_SENDER.test(folded) ? ["own" as const] : [],
    ...isDated ? ["dated" as const] : [],
    ...ENDS_AS_SENTENCE.test(text) ? [] : ["listed" as const],
  ];
}

/** An email's sentences, with what the email classifiers say of it. */
export function toSentenceTraits(
  { sentences, context, signs }: MailTraits,
  { intents, ...others }: MailScores,
): SentenceTraits {
  const [[purpose] = ["other"]] = [...intents].toSorted(([, a], [, b]) => b - a);
  return {
    sentences,
    signs,
    language: context.language,
    purpose,
    mailScores: new Map([...intents, ...Object.entries(others)]),
  };
}

/** Action items and pain points in languages that the sentence classifiers do not know. */
export function findByCues(
  sentences: readonly Sentence[],
  language: string | null,
  intent: Intent,
  sentiment: Sentiment,
): SentenceFindings {
  const troubles = findPainPoints(sentences);
  // Of a text in no language that is known, a word for "without" may mean anything.
  const tellsMore = language !== null &&
    (TROUBLED.has(intent) || sentiment === "negative" || troubles.length > 1);
  return {
    actionItems: findActionItems(sentences, language),
    painPoints: tellsMore ? findAllPainPoints(sentences, troubles) : troubles,
  };
}
