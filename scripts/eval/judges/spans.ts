/** Found and labeled places of one text, compared. */
import type { Counts } from "./score.ts";

/** A stretch of a text, in UTF-16 units, the end excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What was found and what was labeled, paired where they overlap. */
export interface Pairing<Found, Labelled> {
  readonly pairs: readonly { readonly found: Found; readonly labeled: Labelled }[];
  readonly counts: Counts;
}

/**
 * Pairs each label with the first free find that overlaps it; what stays alone is wrong or
 * missed.
 */
export function pairByOverlap<Found extends Stretch, Labelled extends Stretch>(
  found: readonly Found[],
  labeled: readonly Labelled[],
): Pairing<Found, Labelled> {
  const free = new Set(found);
  const pairs: { found: Found; labeled: Labelled }[] = [];
  for (const label of labeled) {
    const match = [...free].find((each) => overlaps(each, label));
    if (match === undefined) continue;
    free.delete(match);
    pairs.push({ found: match, labeled: label });
  }
  return {
    pairs,
    counts: {
      truePositives: pairs.length,
      falsePositives: free.size,
      falseNegatives: labeled.length - pairs.length,
    },
  };
}

/** Whether two stretches share a character. */
function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
