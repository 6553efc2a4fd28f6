/** What a finder got right and wrong, counted. */
export interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** Shares from 0 to 1; 0 where there is nothing to divide by. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Adds up the counts of many items. */
export function sumCounts(counts: readonly Counts[]): Counts {
  const sum = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
  for (const { truePositives, falsePositives, falseNegatives } of counts) {
    sum.truePositives += truePositives;
    sum.falsePositives += falsePositives;
    sum.falseNegatives += falseNegatives;
  }
  return sum;
}

/** Precision, recall and their harmonic mean over all items together (micro average). */
export function scoreCounts(counts: readonly Counts[]): Score {
  const { truePositives, falsePositives, falseNegatives } = sumCounts(counts);
  const share = (part: number, whole: number) => whole === 0 ? 0 : part / whole;
  return {
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}
