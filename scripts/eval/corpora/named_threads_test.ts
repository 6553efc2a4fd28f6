import assert from "node:assert/strict";
import { readThread, scoreNames } from "./named_threads.ts";

const CONLL = [
  "#begin document (x)",
  "Ana\tA\t(P0\t(0",
  "Ruiz\tA\tP0)\t0)",
  "met\tA\t-\t-",
  "her\tA\t(P1)\t(1)",
  ",\tA\t-\t-",
  "Osei\tA\t(O2\t(2",
  "Ovens\tA\tO2)\t2)",
].join("\n");

Deno.test("names of people and organisations are read, pronouns are none", () => {
  const { text, names } = readThread(CONLL);
  assert.equal(text.trim(), "Ana Ruiz met her, Osei Ovens");
  assert.deepEqual(names, ["Ana Ruiz", "Osei Ovens"]);
});

Deno.test("a longer form of a name is the name", () => {
  assert.deepEqual(scoreNames(["Osei Ovens Ltd", "Big Bread"], ["Osei Ovens", "Ana Ruiz"]), {
    truePositives: 1,
    falsePositives: 1,
    falseNegatives: 1,
  });
});
