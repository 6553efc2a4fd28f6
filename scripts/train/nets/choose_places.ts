/** Which features are worth a row in a net? */
import { PLACES } from "../../../supabase/functions/_email/model/hashing.ts";
import { fitLogistic } from "../logistic.ts";
import type { FeatureExample } from "./feature_example.ts";

/**
 * Places, ascending, whose weights in linear models of each statement move most over all examples;
 * a rare one does not, however large.
 * @param errorWeight see `fitLogistic`
 */
export function choosePlaces(
  examples: readonly FeatureExample[],
  { errorWeight, most }: { readonly errorWeight: number; readonly most: number },
): number[] {
  const sizes = new Float64Array(PLACES);
  for (const at of examples[0]?.truths.keys() ?? []) {
    const known = examples.flatMap(({ features, truths, weight = 1 }) => {
      const isTrue = truths[at] ?? null;
      return isTrue === null ? [] : [{ features, isTrue, weight }];
    });
    const weights = fitLogistic(known, { errorWeight, buckets: PLACES });
    for (const [place, weight] of weights.entries()) {
      sizes[place] = Math.max(sizes[place] ?? 0, Math.abs(weight));
    }
  }
  const squares = new Float64Array(PLACES);
  for (const { features } of examples) {
    for (const [place, value] of features) squares[place] = (squares[place] ?? 0) + value * value;
  }
  const impacts = sizes.map((size, place) => size * Math.sqrt(squares[place] ?? 0));
  return Array.from(impacts.keys())
    .filter((place) => (impacts[place] ?? 0) > 0)
    .toSorted((a, b) => (impacts[b] ?? 0) - (impacts[a] ?? 0) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
}
