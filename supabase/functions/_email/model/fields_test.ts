import assert from "node:assert/strict";
import { DUTCH_FIELDS } from "../words/dutch/model/fields.ts";
import { ENGLISH_FIELDS } from "../words/english/model/fields.ts";
import { FRENCH_FIELDS } from "../words/french/model/fields.ts";
import { GERMAN_FIELDS } from "../words/german/model/fields.ts";
import { ITALIAN_FIELDS } from "../words/italian/model/fields.ts";
import { PORTUGUESE_FIELDS } from "../words/portuguese/model/fields.ts";
import { SPANISH_FIELDS } from "../words/spanish/model/fields.ts";
import { FIELDS, fieldsOf } from "./fields.ts";
import { markWords } from "./words.ts";

const LISTS = [
  DUTCH_FIELDS,
  ENGLISH_FIELDS,
  FRENCH_FIELDS,
  GERMAN_FIELDS,
  ITALIAN_FIELDS,
  PORTUGUESE_FIELDS,
  SPANISH_FIELDS,
];

Deno.test("a word tells the same in seven languages", () => {
  assert.ok(fieldsOf("refunded", "en").includes("redress"));
  assert.ok(fieldsOf("rückerstattung", "de").includes("redress"));
  assert.ok(fieldsOf("reembolso", "es").includes("redress"));
  assert.ok(fieldsOf("remboursement", "fr").includes("redress"));
  assert.ok(fieldsOf("rimborso", "it").includes("redress"));
  assert.ok(fieldsOf("terugbetaling", "nl").includes("redress"));
  assert.ok(fieldsOf("reembolso", "pt").includes("redress"));
});

Deno.test("a word may belong to several fields", () => {
  const fields = fieldsOf("valve", "en");
  assert.ok(fields.includes("plant") && fields.includes("device"), fields.join());
});

Deno.test("a word of one language means nothing in another, and an unknown one nothing at all", () => {
  assert.deepEqual(fieldsOf("rechnung", "en"), []);
  assert.deepEqual(fieldsOf("xylophone", "en"), []);
});

Deno.test("numbers and currencies are alike in all sentences", () => {
  const words = markWords("we paid £1,200 on 3 may, didn't we?", "en").map(({ word }) => word);
  assert.deepEqual(words, ["we", "paid", "$", "0", "on", "0", "may", ",", "didn't", "we", "?"]);
});

Deno.test("an elided article is a word of its own, and links and addresses are alike", () => {
  const words = (folded: string) => markWords(folded, "fr").map(({ word }) => word);
  assert.deepEqual(words("- l'atelier d'inès"), ["l", "atelier", "d", "inès"]);
  assert.deepEqual(words("voir https://a.example/x ou ana@b.example"), [
    "voir",
    "url",
    "ou",
    "mail",
  ]);
});

Deno.test("entries are folded words or stems, each once in its field", () => {
  for (const lists of LISTS) {
    for (const field of FIELDS) {
      const entries = lists[field].split(" ");
      assert.equal(new Set(entries).size, entries.length, field);
      for (const entry of entries) assert.match(entry, /^[a-z\u00df-\u024f'-]{1,24}\*?$/, field);
    }
  }
});
