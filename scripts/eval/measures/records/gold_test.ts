import assert from "node:assert/strict";
import { gold, goldDev } from "./gold.ts";
import type { Measure } from "../../measure.ts";

Deno.test("without corpora the gold set is its invented emails, and that is said", async () => {
  const { figures, goals, said } = await runWithoutCorpora(gold);
  assert.deepEqual(Object.keys(figures), [
    "test",
    "test_invented",
    "test_by_language",
    "test_summaries",
  ]);
  assert.match(said.join(), /real emails are left out/);
  assert.ok(goals.some(({ name }) => name === "gold_test_urgent_precision"));
});

Deno.test("whoever writes rules sees the dev half alone, which has no goals", async () => {
  const { figures, goals, said } = await runWithoutCorpora(goldDev);
  assert.deepEqual(Object.keys(figures), ["dev", "dev_invented", "dev_by_language"]);
  assert.match(said.join(), /real emails are left out/);
  assert.deepEqual(goals, []);
});

async function runWithoutCorpora(measure: Measure) {
  const said: string[] = [];
  return { ...await measure.run({ dataFolder: null, say: (line) => said.push(line) }), said };
}
