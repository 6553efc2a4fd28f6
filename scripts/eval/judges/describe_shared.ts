/** How much of many emails is right, in the fields that every labeled email has? */
import type { Figures } from "../../bench/benchmark.ts";
import { bootstrap } from "./bootstrap.ts";
import { describeScore } from "./describe_score.ts";
import { GOLD_LABEL_FIELDS, GOLD_SENTENCE_FIELDS, type SharedJudgement } from "./judge_gold.ts";
import { scoreCounts } from "./score.ts";

/** Accuracy, or precision, recall and F1, of each field, with intervals. */
export function describeShared(judgements: readonly SharedJudgement[]): Figures {
  const accuracies = GOLD_LABEL_FIELDS.map((field) => {
    const { value, low, high } = bootstrap(
      judgements,
      (drawn) => drawn.filter(({ labels }) => labels[field]).length / drawn.length,
    );
    return [field, { accuracy: value, low, high, n: judgements.length }];
  });
  const scores = GOLD_SENTENCE_FIELDS.map((field) => [
    field,
    describeScore(judgements.map(({ lists }) => lists[field])),
  ]);
  const urgent = judgements.map((judgement) => judgement.urgent);
  const precision = bootstrap(urgent, (drawn) => scoreCounts(drawn).precision);
  return {
    ...Object.fromEntries([...accuracies, ...scores]),
    high_or_critical: {
      precision: precision.value,
      low: precision.low,
      high: precision.high,
      recall: scoreCounts(urgent).recall,
      said: urgent.filter((one) => one.truePositives + one.falsePositives > 0).length,
    },
  };
}
