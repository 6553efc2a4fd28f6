/** How found amounts compare with labeled ones. */
import type { Expression } from "../corpora/recognizers.ts";
import type { Counts } from "./score.ts";
import { pairByOverlap, type Stretch } from "./spans.ts";

/** A sum as found. */
export interface FoundSum extends Stretch {
  readonly amount: number;
}

/** What came of one text. */
export interface MoneyJudgement {
  readonly counts: Counts;
  /** For every found label with an amount: whether it is the same. */
  readonly amounts: readonly boolean[];
}

/** Hundredths, whose number the corpus gives unchanged: `50 cents` is 50 there. */
const HUNDREDTHS = /^(?:cent|pence|penny|céntimo|centavo)s?$/i;

/** Compares the finds of one text with its labels, by overlap. */
export function judgeMoney(
  found: readonly FoundSum[],
  expressions: readonly Expression[],
): MoneyJudgement {
  const { pairs, counts } = pairByOverlap(found, expressions);
  const amounts = pairs.flatMap((pair) => {
    const [reading] = pair.labeled.readings;
    const value = reading?.["value"];
    if (typeof value !== "string") return [];
    const share = HUNDREDTHS.test(String(reading?.["unit"])) ? 100 : 1;
    return [Math.abs(Number(value) / share - pair.found.amount) < 0.001];
  });
  return { counts, amounts };
}
