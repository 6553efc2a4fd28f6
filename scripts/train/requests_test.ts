import assert from "node:assert/strict";
import type { LinearModel } from "../../supabase/functions/_email/model/linear_model.ts";
import { scoreRequestParts, toRequestParts } from "../../supabase/functions/_email/model/model.ts";
import { splitFolds } from "./folds.ts";
import { parseRequestCorpus } from "./request_corpus.ts";
import { countJudgement, crossValidateRequests, fitRequests, toSentence } from "./requests.ts";

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

function scoreOf(model: LinearModel, text: string): number {
  return scoreRequestParts(model, toRequestParts(toSentence(text), []));
}

Deno.test("the classifier learns what tells requests from statements", () => {
  const model = fitRequests(SENTENCES);
  assert.ok(scoreOf(model, "Please send me the cake.") > 0);
  assert.ok(scoreOf(model, "The cake was on the table.") < 0);
});

Deno.test("equal sentences give equal bytes", () => {
  assert.deepEqual(fitRequests(SENTENCES), fitRequests(SENTENCES));
});

Deno.test("folds share nothing and leave nothing out", () => {
  const folds = splitFolds(THINGS, 3, 7);
  assert.deepEqual(folds.map((fold) => fold.length), [4, 3, 3]);
  assert.deepEqual(folds.flat().sort(), [...THINGS].sort());
});

Deno.test("cross-validation judges every sentence once a shuffle", () => {
  const judgements = crossValidateRequests(SENTENCES, [1, 2]);
  assert.equal(judgements.length, 2 * SENTENCES.length);
  assert.equal(judgements.filter(({ isRequest }) => isRequest).length, 2 * THINGS.length);
  assert.deepEqual(countJudgement({ isFound: true, isRequest: false }), {
    truePositives: 0,
    falsePositives: 1,
    falseNegatives: 0,
  });
});

Deno.test("a line of another form is named", () => {
  assert.throws(() => parseRequestCorpus("Yes\tCall me.\nMaybe\tHm."), /train\.tsv:2/);
});
