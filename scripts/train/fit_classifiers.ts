/** Fits classifiers, one for each statement, to examples that share their features. */
import type { Features } from "../../supabase/functions/_email/model/hashing.ts";
import { BUCKETS } from "../../supabase/functions/_email/model/feature_bag.ts";
import type { Classifiers } from "../../supabase/functions/_email/model/linear_classifiers.ts";
import { fitLogistic } from "./logistic.ts";

/** Features, and which statements are true of them, in the order of the classifiers. */
export interface ClassifierExample {
  readonly features: Features;
  readonly truths: readonly boolean[];
}

/** A feature of fewer examples teaches nothing about others. */
const MIN_EXAMPLES = 2;
const LARGEST_BYTE = 127;

/** Classifiers rounded to bytes, with thresholds 0. */
export function fitClassifiers(
  examples: readonly ClassifierExample[],
  names: readonly string[],
  errorWeight: number,
): Classifiers {
  const known = dropRare(examples);
  const weights = new Int8Array(BUCKETS * names.length);
  const units = names.map((_, head) => {
    const fitted = fitLogistic(
      known.map(({ features, truths }) => ({ features, isTrue: truths[head] === true })),
      { errorWeight, buckets: BUCKETS },
    );
    const largest = fitted.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const unit = largest === 0 ? 1 : largest / LARGEST_BYTE;
    fitted.forEach((weight, place) => {
      weights[place * names.length + head] = Math.round(weight / unit);
    });
    return unit;
  });
  return { names, weights, units, thresholds: names.map(() => 0) };
}

function dropRare(examples: readonly ClassifierExample[]): ClassifierExample[] {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const place of features.keys()) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return examples.map(({ features, truths }) => ({
    features: new Map([...features].filter(([at]) => (counts.get(at) ?? 0) >= MIN_EXAMPLES)),
    truths,
  }));
}
