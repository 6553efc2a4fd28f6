import assert from "node:assert/strict";
import { readGoldSet } from "../corpora/gold_set.ts";
import { coverLines } from "./line_coverage.ts";

Deno.test("labeled sentences that the email says are lines, others are counted as missing", async () => {
  const [gold] = (await readGoldSet("dev")).filter(({ labels }) => !labels.is_bulk);
  assert.ok(gold);
  const labels = {
    ...gold.labels,
    is_automated: false,
    questions_asked: ["When do\nyou open?", "do you open?", "Nobody said this."],
    action_items: [],
    pain_points: [],
  };
  const mail = { ...gold, bodyText: "Hello.\n\nWhen do you open? Call me.", labels };
  assert.deepEqual(coverLines([mail]), { sentences: 3, lines: 1, parts: 1 });
  assert.deepEqual(coverLines([{ ...mail, labels: { ...labels, is_bulk: true } }]).sentences, 0);
});
