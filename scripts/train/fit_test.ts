import assert from "node:assert/strict";
import { listFeatures } from "../../supabase/functions/_email/model/requests/features.ts";
import { scoreRequestFeatures } from "../../supabase/functions/_email/model/requests/request_model.ts";
import { countJudgement, crossValidate } from "./cross_validate.ts";
import { fitModel, splitFolds } from "./fit.ts";
import { parseRequestCorpus } from "./request_corpus.ts";
import { writeClassifiers } from "./write_classifiers.ts";

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
  assert.ok(scoreRequestFeatures(listFeatures("Please send me the cake."), model) > 0);
  assert.ok(scoreRequestFeatures(listFeatures("The cake was on the table."), model) < 0);
});

Deno.test("equal samples give equal bytes", () => {
  const provenance = { name: "W", options: "--date 2026-11-23", about: ["No emails."] };
  const [first, second] = [fitModel(SAMPLES), fitModel(SAMPLES)];
  assert.equal(writeClassifiers(first, provenance), writeClassifiers(second, provenance));
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
