import assert from "node:assert/strict";
import { scoreCounts } from "./score.ts";

Deno.test("scores are taken over all items together", () => {
  const score = scoreCounts([
    { truePositives: 3, falsePositives: 1, falseNegatives: 0 },
    { truePositives: 1, falsePositives: 0, falseNegatives: 3 },
  ]);
  assert.deepEqual(score, { precision: 0.8, recall: 4 / 7, f1: 2 / 3 });
});

Deno.test("finding nothing where there is nothing scores 0 instead of NaN", () => {
  assert.deepEqual(scoreCounts([]), { precision: 0, recall: 0, f1: 0 });
});
