import assert from "node:assert/strict";
import { gold } from "./gold.ts";

Deno.test("without corpora the gold set is its invented emails, and that is said", async () => {
  const said: string[] = [];
  const { figures, goals } = await gold.run({
    dataFolder: null,
    say: (line) => said.push(line),
  });
  assert.deepEqual(Object.keys(figures), [
    "dev",
    "dev_invented",
    "dev_by_language",
    "test",
    "test_invented",
    "test_by_language",
    "test_summaries",
  ]);
  assert.match(said.join(), /real emails are left out/);
  assert.ok(goals.some(({ name }) => name === "gold_test_urgent_precision"));
});
