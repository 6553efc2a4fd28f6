import assert from "node:assert/strict";
import { FIELDS, fieldsOf } from "./fields.ts";
import { ENGLISH_FIELDS } from "../words/english/fields.ts";
import { GERMAN_FIELDS } from "../words/german/fields.ts";
import { SPANISH_FIELDS } from "../words/spanish/fields.ts";
import { markWords } from "./marked_words.ts";

Deno.test("a word tells the same in three languages", () => {
  assert.ok(fieldsOf("refunded", "en").includes("redress"));
  assert.ok(fieldsOf("rückerstattung", "de").includes("redress"));
  assert.ok(fieldsOf("reembolso", "es").includes("redress"));
});

Deno.test("a word of one language means nothing in another, and an unknown one nothing at all", () => {
  assert.deepEqual(fieldsOf("rechnung", "en"), []);
  assert.deepEqual(fieldsOf("xylophone", "en"), []);
});

Deno.test("numbers and currencies are alike in all sentences", () => {
  const words = markWords("we paid £1,200 on 3 may, didn't we?", "en").map(({ word }) => word);
  assert.deepEqual(words, ["we", "paid", "$", "0", "on", "0", "may", "didn't", "we", "?"]);
});

Deno.test("entries are folded words or stems, each once in its field", () => {
  for (const lists of [ENGLISH_FIELDS, GERMAN_FIELDS, SPANISH_FIELDS]) {
    for (const field of FIELDS) {
      const entries = lists[field].split(" ");
      assert.equal(new Set(entries).size, entries.length, field);
      for (const entry of entries) assert.match(entry, /^[a-z\u00df-\u024f'-]{1,24}\*?$/, field);
    }
  }
});
