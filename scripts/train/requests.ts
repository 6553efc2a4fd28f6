/** The classifier of requests: how it is fitted, and how well it does on sentences left out. */
import {
  type LinearModel,
  normOf,
  type Part,
  scoreLinear,
} from "../../supabase/functions/_email/model/linear_model.ts";
import { toRequestParts } from "../../supabase/functions/_email/model/model.ts";
import { fold } from "../../supabase/functions/_email/text/cues.ts";
import type { Sentence } from "../../supabase/functions/_email/text/sentences.ts";
import { listRequestSigns } from "../../supabase/functions/_email/judgments/action_items.ts";
import type { Counts } from "../eval/judges/score.ts";
import { joinParts } from "./features.ts";
import { fitLinear } from "./fit_linear.ts";
import { FOLDS, splitFolds } from "./folds.ts";
import { findBestThreshold } from "./logistic.ts";
import type { LabelledSentence } from "./request_corpus.ts";

/** What the classifier said of a sentence and what its label says. */
export interface Judgement {
  readonly isFound: boolean;
  readonly isRequest: boolean;
}

/** The error's weight is flat from 15 to 50. */
const FIT = { errorWeight: 30, minExamples: 2, maxPlaces: 27_000 };
/** Shuffles of the cross-validation: one alone is right within half a point. */
const SHUFFLES = [2026, 2027, 2028];
const INNER_SEED = 1;

/** A sentence as the classifier sees it. */
interface Sample {
  readonly parts: readonly Part[];
  readonly isRequest: boolean;
}

/** Logistic regression; the boundary is where F1 is best on sentences left out of the fit. */
export function fitRequests(sentences: readonly LabelledSentence[]): LinearModel {
  return fitSamples(sentences.map(toSample));
}

/**
 * Cross-validation, 5-fold, three times: every sentence is judged by models fitted on other folds.
 */
export function crossValidateRequests(
  sentences: readonly LabelledSentence[],
  shuffles: readonly number[] = SHUFFLES,
): Judgement[] {
  const samples = sentences.map(toSample);
  return shuffles.flatMap((seed) => {
    const folds = splitFolds(samples, FOLDS, seed);
    return folds.flatMap((held) => {
      const fitted = fitSamples(folds.filter((fold) => fold !== held).flat());
      return scoreSamples(fitted, held)
        .map(({ score, isTrue }) => ({ isFound: score > fitted.threshold, isRequest: isTrue }));
    });
  });
}

/** One judgement, counted for precision and recall. */
export function countJudgement({ isFound, isRequest }: Judgement): Counts {
  return {
    truePositives: isFound && isRequest ? 1 : 0,
    falsePositives: isFound && !isRequest ? 1 : 0,
    falseNegatives: !isFound && isRequest ? 1 : 0,
  };
}

/** A sentence of the corpus as the rules would be handed it. */
export function toSentence(text: string): Sentence {
  return { source: "body_text", text, start: 0, folded: fold(text), paragraph: 0 };
}

function toSample({ text, isRequest }: LabelledSentence): Sample {
  const sentence = toSentence(text);
  return { parts: toRequestParts(sentence, listRequestSigns(sentence)), isRequest };
}

function fitSamples(samples: readonly Sample[]): LinearModel {
  return { ...fitWeights(samples), threshold: findThreshold(samples) };
}

function fitWeights(samples: readonly Sample[]): LinearModel {
  const examples = samples.map(({ parts, isRequest }) => ({
    features: joinParts(parts, normOf(parts)),
    isTrue: isRequest,
  }));
  return fitLinear(examples, FIT);
}

function findThreshold(samples: readonly Sample[]): number {
  const folds = splitFolds(samples, FOLDS, INNER_SEED);
  return findBestThreshold(folds.flatMap((held) => {
    const fitted = fitWeights(folds.filter((fold) => fold !== held).flat());
    return scoreSamples(fitted, held);
  }));
}

function scoreSamples(
  fitted: LinearModel,
  samples: readonly Sample[],
): { score: number; isTrue: boolean }[] {
  return samples.map(({ parts, isRequest }) => ({
    score: scoreLinear(fitted, parts) / normOf(parts),
    isTrue: isRequest,
  }));
}
