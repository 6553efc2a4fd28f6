/**
 * Which sentences are action items or pain points? Linear classifiers that the repository trains.
 */
import type { Sentence } from "../text/sentences.ts";
import { type Classifiers, scoreClassifiers, unpackClassifiers } from "./linear_classifiers.ts";
import {
  listSentenceFeatures,
  type SentenceSign,
  type SentenceTraits,
} from "./sentence_features.ts";
import { SENTENCE_WEIGHTS } from "./sentence_weights.ts";

/** Classifiers of the sentence model, in the order of its weights. */
export const SENTENCE_CLASSIFIERS = ["action", "pain"] as const;

/** What the sentences of an email are. */
export interface SentenceFindings {
  readonly actionItems: readonly Sentence[];
  readonly painPoints: readonly Sentence[];
}

/**
 * What plain words of trouble add to the head, which weighs them itself in emails hard for cues.
 */
const TROUBLE_LOG_ODDS = 1.5;

let unpacked: Classifiers | null = null;

/** The sentences above the boundary that training found best, in order. */
export function sortSentences(traits: SentenceTraits): SentenceFindings {
  const heads = unpacked ??= unpackClassifiers(SENTENCE_WEIGHTS);
  const scores = listSentenceFeatures(traits).map((features) => scoreClassifiers(features, heads));
  return selectSentences(traits, scores, heads.thresholds);
}

/**
 * The sentences above each head's boundary; polite formulas are no action items.
 * @param scores of each sentence, in the order of `SENTENCE_CLASSIFIERS`
 */
export function selectSentences(
  { sentences, signs }: SentenceTraits,
  scores: readonly (readonly number[])[],
  thresholds: readonly number[],
): SentenceFindings {
  const select = (head: number, toBonus: (own: readonly SentenceSign[]) => number) =>
    sentences.filter((sentence, at) =>
      (scores[at]?.[head] ?? 0) + toBonus(signs.get(sentence) ?? []) > (thresholds[head] ?? 0)
    );
  return {
    actionItems: select(0, (own) => own.includes("formula") ? -Infinity : 0),
    painPoints: select(1, (own) => own.includes("trouble") ? TROUBLE_LOG_ODDS : 0),
  };
}
