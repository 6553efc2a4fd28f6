/** Fits the request model to labeled sentences. */
import type { Features } from "../../supabase/functions/_email/model/hashing.ts";
import { BUCKETS } from "../../supabase/functions/_email/model/requests/features.ts";
import {
  type Classifiers,
  normOf,
} from "../../supabase/functions/_email/model/linear_classifiers.ts";
import { scoreRequestFeatures } from "../../supabase/functions/_email/model/requests/request_model.ts";
import { createRandom } from "../lib/random.ts";
import { findBestThreshold, fitLogistic } from "./logistic.ts";
import { shuffle } from "./shuffle.ts";

/** A sentence as the model sees it. */
export interface Sample {
  readonly features: Features;
  readonly isRequest: boolean;
}

/** Weight of an error against the size of the weights (C of liblinear); flat from 15 to 50. */
const ERROR_WEIGHT = 30;
/** Weights that are kept; fewer cost F1, more only bytes. */
const MAX_WEIGHTS = 36_000;
const SEED = 1;
const INNER_FOLDS = 5;

/**
 * Logistic regression, rounded to bytes. The boundary is where F1 is best on sentences left out of
 * the fit. Equal samples give equal bytes.
 */
export function fitModel(samples: readonly Sample[]): Classifiers {
  return { ...quantize(fitWeights(samples)), thresholds: [findThreshold(samples)] };
}

/** Splits items into as many parts as there are folds, by a seeded shuffle. */
export function splitFolds<Item>(items: readonly Item[], folds: number, seed: number): Item[][] {
  const shuffled = shuffle(items, createRandom(seed));
  return Array.from(
    { length: folds },
    (_, fold) => shuffled.filter((_, at) => at % folds === fold),
  );
}

function fitWeights(samples: readonly Sample[]): Float64Array {
  const examples = samples.map(({ features, isRequest }) => {
    const norm = normOf(features);
    const scaled = new Map(Array.from(features, ([place, value]) => [place, value / norm]));
    return { features: scaled, isTrue: isRequest };
  });
  return fitLogistic(examples, { errorWeight: ERROR_WEIGHT, buckets: BUCKETS });
}

/** Drops the smallest weights and rounds the others to bytes. */
function quantize(weights: Float64Array): Classifiers {
  const smallest = weights.map(Math.abs).sort().at(-MAX_WEIGHTS) ?? 0;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = largest === 0 ? 1 : largest / 127;
  return {
    names: ["request"],
    weights: Int8Array.from(
      weights,
      (weight) => Math.abs(weight) < smallest ? 0 : Math.round(weight / unit),
    ),
    units: [unit],
    thresholds: [0],
  };
}

function findThreshold(samples: readonly Sample[]): number {
  const folds = splitFolds(samples, INNER_FOLDS, SEED);
  return findBestThreshold(folds.flatMap((held) => {
    const rest = folds.filter((fold) => fold !== held).flat();
    const model = quantize(fitWeights(rest));
    return held.map(({ features, isRequest }) => ({
      score: scoreRequestFeatures(features, model),
      isTrue: isRequest,
    }));
  }));
}
