/** How does the sender feel about it, where the words leave no doubt? */
import type { Sentiment } from "../reading.ts";
import { type Pattern } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";

const STRONG_NEGATIVE = cuesOf("feelings", "strong_negative").all;
const NEGATIVE = cuesOf("feelings", "negative").all;
const POSITIVE = cuesOf("feelings", "positive").all;
const NEGATION = cuesOf("feelings", "negation").all;

/**
 * Positive or negative when cues say so clearly (one strong, or two) and do not balance, else
 * neutral.
 * @param painPoints how many sentences tell of trouble
 */
export function readSentiment(sentences: readonly Sentence[], painPoints: number): Sentiment {
  const strong = selectOccurring([STRONG_NEGATIVE], sentences);
  const weak = selectOccurring([NEGATIVE], sentences);
  const good = selectOccurring([POSITIVE], sentences);
  let negative = 0;
  let positive = 0;
  for (const { folded } of sentences) {
    if (matches(strong, folded)) negative += 2;
    else if (matches(weak, folded)) negative += 1;
    if (matches(good, folded)) {
      if (NEGATION.test(folded)) negative += 0.5;
      else positive += 1.5;
    }
  }
  // Trouble alone is told calmly; beside a word of annoyance it adds to it.
  if (negative > 0) negative += 0.5 * Math.min(painPoints, 3);
  if (negative >= 2 && negative > positive) return "negative";
  return positive >= 1.5 && positive > negative ? "positive" : "neutral";
}

function matches(patterns: readonly Pattern[], folded: string): boolean {
  return patterns.some((pattern) => pattern.test(folded));
}
