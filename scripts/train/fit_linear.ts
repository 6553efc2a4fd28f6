/** Fits a linear model to examples, and rounds its weights to bytes. */
import { PLACES } from "../../supabase/functions/_email/model/hashing.ts";
import type { LinearModel } from "../../supabase/functions/_email/model/linear_model.ts";
import { dropRare } from "./features.ts";
import { type Example, fitLogistic } from "./logistic.ts";

/** How a linear model is fitted. */
export interface LinearFit {
  /** Weight of an error against the size of the weights (C of liblinear). */
  readonly errorWeight: number;
  /** A feature of fewer examples teaches nothing about others. */
  readonly minExamples: number;
  /** Places that are kept; fewer cost quality, more only bytes. */
  readonly maxPlaces: number;
}

const LARGEST_BYTE = 127;

/** Logistic regression with threshold 0. Equal examples give equal bytes. */
export function fitLinear(
  examples: readonly Example[],
  { errorWeight, minExamples, maxPlaces }: LinearFit,
): LinearModel {
  const fitted = fitLogistic(dropRare(examples, minExamples), { errorWeight, buckets: PLACES });
  const sizes = fitted.map(Math.abs);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const smallest = sizes.toSorted().at(-maxPlaces) ?? 0;
  const unit = largest === 0 ? 1 : largest / LARGEST_BYTE;
  return {
    unit,
    threshold: 0,
    weights: Int8Array.from(
      fitted,
      (weight) => Math.abs(weight) < smallest ? 0 : Math.round(weight / unit),
    ),
  };
}
