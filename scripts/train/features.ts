/** The features of an example, as models are fitted to them. */
import { PLACES } from "../../supabase/functions/_email/model/hashing.ts";
import type { Part } from "../../supabase/functions/_email/model/linear_model.ts";

/** Places of features among the weights, each with its value. */
export type Features = ReadonlyMap<number, number>;

/** Parts of an example as one list of features; `norm` divides all of them. */
export function joinParts(parts: readonly Part[], norm = 1): Features {
  const joined = new Map<number, number>();
  for (const { features, factor } of parts) {
    for (const [place, value] of features) {
      joined.set(place, (joined.get(place) ?? 0) + value * factor / norm);
    }
  }
  return joined;
}

/** The examples without the features that fewer of them have. */
export function dropRare<Item extends { readonly features: Features }>(
  examples: readonly Item[],
  minExamples: number,
): Item[] {
  const counts = new Uint32Array(PLACES);
  for (const { features } of examples) {
    for (const place of features.keys()) counts[place] = (counts[place] ?? 0) + 1;
  }
  return examples.map((one) => ({
    ...one,
    features: new Map([...one.features].filter(([at]) => (counts[at] ?? 0) >= minExamples)),
  }));
}
