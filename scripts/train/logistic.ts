/** L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin 2011). */
import { createRandom } from "../lib/random.ts";
import type { Features } from "./features.ts";
import { shuffle } from "./shuffle.ts";

/** What is fitted to: features, and whether the statement is true of them. */
export interface Example {
  readonly features: Features;
  readonly isTrue: boolean;
  /** How much an error counts beside those of other examples; 1 where nothing is said. */
  readonly weight?: number;
}

/** How it is fitted. */
export interface Fit {
  /** Weight of an error against the size of the weights (C of liblinear). */
  readonly errorWeight: number;
  /** Places among which the features are hashed. */
  readonly buckets: number;
}

const EPOCHS = 15;
const NEWTON_STEPS = 10;
const SEED = 1;

/** A weight for each place. Equal examples give equal weights. */
export function fitLogistic(
  examples: readonly Example[],
  { errorWeight, buckets }: Fit,
): Float64Array {
  const random = createRandom(SEED);
  const weights = new Float64Array(buckets);
  const rows = examples.map(({ features, isTrue, weight = 1 }, at) => {
    const sign = isTrue ? 1 : -1;
    const values = Float64Array.from(features.values(), (value) => value * sign);
    return {
      at,
      errorWeight: errorWeight * weight,
      places: Int32Array.from(features.keys()),
      values,
      squares: values.reduce((sum, value) => sum + value * value, 0),
    };
  });
  const duals = new Float64Array(examples.length).fill(1e-8);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { at, errorWeight, places, squares, values } of shuffle(rows, random)) {
      const before = duals[at] ?? 0;
      const gradient = dot(weights, places, values);
      const after = minimizeDual(before, gradient, squares, errorWeight);
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

/**
 * The dual variable of one example, from 0 to the error's weight, by Newton's method kept inside.
 */
function minimizeDual(
  before: number,
  gradient: number,
  squares: number,
  errorWeight: number,
): number {
  let dual = before;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const rest = errorWeight - dual;
    const slope = Math.log(dual / rest) + squares * (dual - before) + gradient;
    const next = dual - slope / (errorWeight / (dual * rest) + squares);
    if (next <= 0) dual *= 0.1;
    else if (next >= errorWeight) dual = errorWeight - rest * 0.1;
    else dual = next;
  }
  return dual;
}

const THRESHOLD_STEP = 0.05;
const THRESHOLD_STEPS = 40;

/**
 * The boundary, a multiple of 0.05 in log-odds within ±2, at which F1 is best.
 * @param tolerance F1 that is given for a higher boundary: saying less, and that more surely; less
 *   than 0: for a lower one
 */
export function findBestThreshold(
  scored: readonly { readonly score: number; readonly isTrue: boolean }[],
  tolerance = 0,
): number {
  const wanted = scored.filter(({ isTrue }) => isTrue).length;
  const tried = Array.from({ length: 2 * THRESHOLD_STEPS + 1 }, (_, step) => {
    const threshold = Number(((step - THRESHOLD_STEPS) * THRESHOLD_STEP).toFixed(2));
    const found = scored.filter(({ score }) => score > threshold);
    const right = found.filter(({ isTrue }) => isTrue).length;
    return { threshold, f1: 2 * right / Math.max(1, found.length + wanted) };
  });
  const best = tried.reduce((most, { f1 }) => Math.max(most, f1), 0);
  const good = tried.filter(({ f1 }) => f1 >= best - Math.abs(tolerance));
  return (tolerance > 0 ? good.at(-1) : good[0])?.threshold ?? 0;
}
