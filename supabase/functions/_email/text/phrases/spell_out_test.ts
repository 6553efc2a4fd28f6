import assert from "node:assert/strict";
import { openTable } from "../word_table.ts";
import { WORD_TABLES } from "../../testing/word_tables.ts";
import { spellOut } from "./spell_out.ts";

const SPELLED = {
  "can i": ["can i"],
  "(?:can|may) (?:i|we)": ["can i", "can we", "may i", "may we"],
  "(?:please )?offers?": ["please offers", "please offer", "offers", "offer"],
  "apologi[sz]e": ["apologise", "apologize"],
  "a\\.s|asap": ["a.s", "asap"],
};
for (const [source, texts] of Object.entries(SPELLED)) {
  Deno.test(`what stands for few texts is spelled out: ${source}`, () => {
    assert.deepEqual(spellOut(source), texts);
  });
}

for (
  const source of ["a{1,2}", "a+", "\\d", "[a-z]", "[^a]", "a(?!b)", "a.b", "^a", "(?:a|)", ""]
) {
  Deno.test(`what stands for many texts, for none or for what is around is not: "${source}"`, () => {
    assert.equal(spellOut(source), null);
  });
}

Deno.test("what stands for more than a few texts is not spelled out", () => {
  assert.equal(spellOut("(?:a|b|c)(?:a|b|c)"), null);
});

Deno.test("the expression of a phrase matches each text that it is spelled out as", () => {
  for (const table of Object.values(WORD_TABLES)) {
    for (const { source } of openTable(table).flatMap(({ phrases }) => phrases)) {
      const whole = new RegExp(`^(?:${source})$`);
      for (const text of spellOut(source) ?? []) assert.match(text, whole);
    }
  }
});
