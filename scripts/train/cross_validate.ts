/** How well does the request model do on sentences it was not trained on? */
import { listFeatures } from "../../supabase/functions/_email/model/requests/features.ts";
import { scoreRequestFeatures } from "../../supabase/functions/_email/model/requests/request_model.ts";
import type { Counts } from "../eval/judges/score.ts";
import { fitModel, splitFolds } from "./fit.ts";
import type { LabelledSentence } from "./request_corpus.ts";

export const FOLDS = 5;
const SEED = 2026;

/** What the model said of a sentence and what its label says. */
export interface Judgement {
  readonly isFound: boolean;
  readonly isRequest: boolean;
}

/** 5-fold cross-validation: every sentence is judged once, by a model fitted on the other folds. */
export function crossValidate(sentences: readonly LabelledSentence[]): Judgement[] {
  const samples = sentences.map(({ text, isRequest }) => ({
    features: listFeatures(text),
    isRequest,
  }));
  const folds = splitFolds(samples, FOLDS, SEED);
  return folds.flatMap((held) => {
    const model = fitModel(folds.filter((fold) => fold !== held).flat());
    return held.map(({ features, isRequest }) => ({
      isFound: scoreRequestFeatures(features, model) > 0,
      isRequest,
    }));
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
