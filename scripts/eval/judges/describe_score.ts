import type { Figures } from "../../bench/benchmark.ts";
import { bootstrap } from "./bootstrap.ts";
import { type Counts, scoreCounts, sumCounts } from "./score.ts";

/** Precision, recall and F1 with the interval of F1, and how many labels they rest on. */
export function describeScore(counts: readonly Counts[]): Figures {
  const f1 = bootstrap(counts, (drawn) => scoreCounts(drawn).f1);
  const { truePositives, falseNegatives } = sumCounts(counts);
  return {
    ...scoreCounts(counts),
    f1_low: f1.low,
    f1_high: f1.high,
    n_labels: truePositives + falseNegatives,
  };
}
