import assert from "node:assert/strict";
import fc from "fast-check";
import { cueAt } from "./cues.ts";
import { TextCues } from "./phrases/text_cues.ts";
import { indexTable, openTable } from "./word_table.ts";
import { WORD_TABLES } from "../testing/word_tables.ts";

Deno.test("the example of every phrase contains the phrase", () => {
  for (const [table, text] of Object.entries(WORD_TABLES)) {
    for (const [place, { phrases }] of openTable(text).entries()) {
      for (const { phrase, example, expression } of phrases) {
        assert.ok(expression.test(example), `${table}, section ${place}: ${phrase} — ${example}`);
      }
    }
  }
});

Deno.test("the words that a phrase needs are in every text in which its expression finds it", () => {
  for (const text of Object.values(WORD_TABLES)) {
    for (const { phrases } of openTable(text)) {
      for (const { example } of phrases) {
        const text = new TextCues(example);
        const found = phrases.filter((phrase) => phrase.test(example, text));
        assert.deepEqual(
          found.map(({ phrase }) => phrase),
          phrases.filter(({ expression }) => expression.test(example)).map(({ phrase }) => phrase),
          example,
        );
      }
    }
  }
});

Deno.test("a table with an index has the same phrases, lists and first words", () => {
  for (const table of Object.values(WORD_TABLES)) {
    const indexed = openTable(indexTable(table));
    for (const [place, section] of openTable(table).entries()) {
      const same = indexed[place];
      assert.equal(same?.name, section.name);
      assert.deepEqual(
        same?.phrases.map(({ source }) => source),
        section.phrases.map(({ source }) => source),
      );
      assert.deepEqual([...same?.words ?? []], [...section.words]);
      assert.deepEqual(
        same?.others.map(({ phrase }) => phrase),
        section.others.map(({ phrase }) => phrase),
      );
    }
  }
});

Deno.test("a cue finds what its expressions find, whichever words it is looked up by", () => {
  const cue = cueAt(
    "@day = monday|may ?day\n## x\n(the |a )?(~12 ){0,2}@day — a\ndon't|no[nt]e — b\n\\d{2}% off — c",
    0,
  );
  for (
    const text of ["see you on monday", "a sunny may day", "mayday!", "i don't", "none", "20% off"]
  ) {
    assert.ok(cue.test(text), text);
  }
  for (const text of ["mondays", "nope", "may", "5% off", "120% off", ""]) {
    assert.ok(!cue.test(text), text);
  }
  assert.equal(cue.exec("so, 20% off on monday")?.index, 3);
});

Deno.test("a phrase of plain words is found where its expression finds it", () => {
  const phrases = openTable(
    "## plain\nas promised|old friend\nno, thanks\ncan't wait\n## ^first\ncan we|ok",
  )
    .flatMap(({ phrases }) => phrases);
  const texts = fc.array(
    fc.constantFrom(
      "as promised",
      "old friend",
      "no, thanks",
      "can't wait",
      "can we",
      "ok",
      "s",
      " ",
      "é",
      "4",
      "-",
    ),
    { maxLength: 6 },
  ).map((pieces) => pieces.join(""));
  fc.assert(fc.property(texts, (text) => {
    for (const phrase of phrases) {
      assert.equal(phrase.test(text, new TextCues(text)), phrase.expression.test(text), text);
    }
  }));
});
