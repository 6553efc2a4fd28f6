import assert from "node:assert/strict";
import { test } from "node:test";
import { quick } from "./quick.ts";

test("all ways through a group meet behind it, also before a group", () => {
  const cases = [
    ["(?:a|b)c", "(?:a|b)(?=)c"],
    ["(?:a )?(?:b ){0,2}c", "(?:a )?(?=)(?:b ){0,2}(?=)c"],
    [",? ?(?:a|b)", ",? ?(?=)(?:a|b)"],
    ["(?<!a)(?!b)c", "(?<!a)(?=)(?!b)(?=)c"],
  ];
  for (const [source = "", expected] of cases) assert.equal(quick(source).source, expected);
});

test("brackets that are no groups and the ends of alternatives stay as they are", () => {
  const sources = [String.raw`\)a\?`, "[)?(]a", String.raw`[\])]?b`, "(?:a(?:b|c)|d)"];
  for (const source of sources) assert.equal(quick(source).source, source);
});

test("an expression has the same matches", () => {
  const source = String
    .raw`(?:^|[^a-z])((?:can|could) (?:you )?(?:please |now ){0,2}(send|call))\b`;
  for (const text of ["can you please now send it", "… Could send", "cannot call", "could call"]) {
    assert.deepEqual(quick(source, "i").exec(text), new RegExp(source, "i").exec(text));
  }
});
