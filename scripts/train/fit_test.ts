import assert from "node:assert/strict";
import { listFeatures } from "../../supabase/functions/_email/model/requests/features.ts";
import { scoreFeatures } from "../../supabase/functions/_email/model/requests/linear_model.ts";
import { countJudgement, crossValidate } from "./cross_validate.ts";
import { fitModel, splitFolds } from "./fit.ts";
import { parseRequestCorpus } from "./request_corpus.ts";
import { writeWeights } from "./write_weights.ts";

const THINGS = [
  "list",
  "contract",
  "plan",
  "bill",
  "form",
  "key",
  "report",
  "map",
  "note",
  "draft",
];
const SENTENCES = THINGS.flatMap((thing) => [
  { text: `Please send me the ${thing}.`, isRequest: true },
  { text: `The ${thing} was on the table.`, isRequest: false },
]);
const SAMPLES = SENTENCES.map(({ text, isRequest }) => ({
  features: listFeatures(text),
  isRequest,
}));

Deno.test("a model learns what tells requests from statements", () => {
  const model = fitModel(SAMPLES);
  assert.ok(scoreFeatures(listFeatures("Please send me the cake."), model) > 0);
  assert.ok(scoreFeatures(listFeatures("The cake was on the table."), model) < 0);
});

Deno.test("equal samples give equal bytes", () => {
  const provenance = {
    date: "2026-11-23",
    sentences: 20,
    score: { precision: 1, recall: 1, f1: 1 },
  };
  const [first, second] = [fitModel(SAMPLES), fitModel(SAMPLES)];
  assert.equal(writeWeights(first, provenance), writeWeights(second, provenance));
});

Deno.test("folds share nothing and leave nothing out", () => {
  const folds = splitFolds(THINGS, 3, 7);
  assert.deepEqual(folds.map((fold) => fold.length), [4, 3, 3]);
  assert.deepEqual(folds.flat().sort(), [...THINGS].sort());
});

Deno.test("cross-validation judges every sentence once", () => {
  const judgements = crossValidate(SENTENCES);
  assert.equal(judgements.length, SENTENCES.length);
  assert.equal(judgements.filter(({ isRequest }) => isRequest).length, THINGS.length);
  assert.deepEqual(countJudgement({ isFound: true, isRequest: false }), {
    truePositives: 0,
    falsePositives: 1,
    falseNegatives: 0,
  });
});

Deno.test("a line of another form is named", () => {
  assert.throws(() => parseRequestCorpus("Yes\tCall me.\nMaybe\tHm."), /train\.tsv:2/);
});
