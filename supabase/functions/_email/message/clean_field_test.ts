import assert from "node:assert/strict";
import { cleanField, cutText } from "./clean_field.ts";

Deno.test("a field becomes one line without control characters", () => {
  assert.equal(cleanField(" Invoice\r\n\t 4711\0 due\u2028now ", 100), "Invoice 4711 due now");
});

Deno.test("a cut never leaves half of a surrogate pair", () => {
  assert.equal(cutText("ab😀", 3), "ab");
  assert.equal(cutText("ab😀", 4), "ab😀");
  assert.equal(cleanField("😀".repeat(1_000), 5), "😀😀");
});

Deno.test("a lone surrogate becomes the replacement character", () => {
  assert.equal(cleanField("a\ud800b", 10), "a\ufffdb");
});
