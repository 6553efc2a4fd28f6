/** Fits the request model to labelled sentences. */
import {
  BUCKETS,
  type Features,
} from "../../supabase/functions/continuous-intelligence/rules/requests/features.ts";
import {
  type LinearModel,
  normOf,
  scoreFeatures,
} from "../../supabase/functions/continuous-intelligence/rules/requests/linear_model.ts";
import { createRandom } from "../bench/chaos/random.ts";
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
const EPOCHS = 15;
const NEWTON_STEPS = 10;
const SEED = 1;
/** The boundary is sought in steps of this, in log-odds. */
const THRESHOLD_STEP = 0.05;
const THRESHOLD_REACH = 2;
const INNER_FOLDS = 5;

/**
 * L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin 2011), rounded to
 * bytes. The boundary is where F1 is best on sentences left out of the fit. Equal samples give equal
 * bytes.
 */
export function fitModel(samples: readonly Sample[]): LinearModel {
  return { ...quantize(fitWeights(samples)), threshold: findThreshold(samples) };
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
  const random = createRandom(SEED);
  const weights = new Float64Array(BUCKETS);
  const scaled = samples.map(({ features, isRequest }) => {
    const scale = (isRequest ? 1 : -1) / normOf(features);
    return {
      places: Int32Array.from(features.keys()),
      values: Float64Array.from(features.values(), (value) => value * scale),
    };
  });
  const duals = new Float64Array(samples.length).fill(1e-8);
  const order = scaled.map((sample, at) => ({ ...sample, at }));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { places, values, at } of shuffle(order, random)) {
      const before = duals[at] ?? 0;
      const after = minimizeDual(before, dot(weights, places, values));
      duals[at] = after;
      places.forEach((place, index) => {
        weights[place] = (weights[place] ?? 0) + (after - before) * (values[index] ?? 0);
      });
    }
  }
  return weights;
}

function dot(weights: Float64Array, places: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < places.length; index++) {
    sum += (weights[places[index] ?? 0] ?? 0) * (values[index] ?? 0);
  }
  return sum;
}

/** The dual variable of one sentence, from 0 to ERROR_WEIGHT, by Newton's method kept inside. */
function minimizeDual(before: number, gradient: number): number {
  let dual = before;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const rest = ERROR_WEIGHT - dual;
    const slope = Math.log(dual / rest) + dual - before + gradient;
    const next = dual - slope / (ERROR_WEIGHT / (dual * rest) + 1);
    if (next <= 0) dual *= 0.1;
    else if (next >= ERROR_WEIGHT) dual = ERROR_WEIGHT - rest * 0.1;
    else dual = next;
  }
  return dual;
}

/** Drops the smallest weights and rounds the others to bytes. */
function quantize(weights: Float64Array): Pick<LinearModel, "weights" | "unit"> {
  const smallest = weights.map(Math.abs).sort().at(-MAX_WEIGHTS) ?? 0;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = largest === 0 ? 1 : largest / 127;
  return {
    weights: Int8Array.from(
      weights,
      (weight) => Math.abs(weight) < smallest ? 0 : Math.round(weight / unit),
    ),
    unit,
  };
}

function findThreshold(samples: readonly Sample[]): number {
  const folds = splitFolds(samples, INNER_FOLDS, SEED);
  const scored = folds.flatMap((held) => {
    const rest = folds.filter((fold) => fold !== held).flat();
    const model = { ...quantize(fitWeights(rest)), threshold: 0 };
    return held.map(({ features, isRequest }) => ({
      score: scoreFeatures(features, model),
      isRequest,
    }));
  });
  let [best, bestF1] = [0, -1];
  for (
    let step = -THRESHOLD_REACH / THRESHOLD_STEP;
    step * THRESHOLD_STEP <= THRESHOLD_REACH;
    step++
  ) {
    const threshold = Number((step * THRESHOLD_STEP).toFixed(2));
    const found = scored.filter(({ score }) => score > threshold);
    const right = found.filter(({ isRequest }) => isRequest).length;
    const wanted = scored.filter(({ isRequest }) => isRequest).length;
    const f1 = 2 * right / Math.max(1, found.length + wanted);
    if (f1 > bestF1) [best, bestF1] = [threshold, f1];
  }
  return best;
}
