import assert from "node:assert/strict";
import fc from "fast-check";
import { splitSentences } from "../../../../_email/mod.ts";
import { findQuote, holdsWords } from "./ground.ts";

const TEXT = "Dear Ms Ruiz,\n\nthe boards of Birch &  Sons\nInc. arrived. Anabel said so.";
const SENTENCES = splitSentences(TEXT);

Deno.test("a quote is found as written, also over a line break, and given in the email's characters", () => {
  for (const [quote, written] of [["Ms Ruiz", "Ms Ruiz"], ["Birch & Sons", "Birch &  Sons"]]) {
    const fact = findQuote(quote ?? "", SENTENCES);
    assert.equal(fact?.text, written);
    assert.equal(TEXT.slice(fact?.start, fact?.end), written);
  }
});

Deno.test("another case, a part of a word, other words and nothing are found nowhere", () => {
  for (const quote of ["ms ruiz", "Ana", "irch & Son", "Birch and Sons", " ", ""]) {
    assert.equal(findQuote(quote, SENTENCES), null, quote);
  }
});

Deno.test("a name is found where a script has no spaces, and not without its accent", () => {
  assert.equal(findQuote("王伟", splitSentences("我是王伟，您好。"))?.text, "王伟");
  assert.equal(findQuote("Jose", splitSentences("Ask Jose\u0301 for it.")), null);
});

Deno.test("a topic holds when all of its words stand in the email, in any case and order", () => {
  assert.ok(holdsWords("birch boards", SENTENCES));
  for (const topic of ["birch delivery", "board", "", "&"]) {
    assert.ok(!holdsWords(topic, SENTENCES), topic);
  }
});

Deno.test("whatever is asked for, a fact is where it says", () => {
  const unit = fc.constantFrom("a", "B", " ", "\n", "é", "🙂", ".", "-");
  fc.assert(fc.property(fc.string({ unit }), fc.string({ unit, maxLength: 5 }), (text, quote) => {
    const fact = findQuote(quote, splitSentences(text));
    if (fact === null) return;
    assert.equal(text.slice(fact.start, fact.end), fact.text);
    assert.equal(fact.text.replace(/\s+/g, " "), quote.replace(/\s+/g, " ").trim());
  }));
});
