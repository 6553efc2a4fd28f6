import assert from "node:assert/strict";
import { cueAt } from "./cues.ts";
import { findWords } from "./facts.ts";
import { splitSentences } from "./sentences.ts";

function wordsOf(text: string, ...sources: string[]): string | null {
  const [sentence] = splitSentences(text);
  const fact = sentence === undefined
    ? null
    : findWords(sentence, cueAt(`## words\n${sources.join("\n")}`, 0));
  if (fact !== null) assert.equal(text.slice(fact.start, fact.end), fact.text);
  return fact?.text ?? null;
}

Deno.test("the words a cue matches are told as written, over breaks and runs of spaces", () => {
  assert.equal(wordsOf("We   SET  aside some.", "set aside"), "SET  aside");
  assert.equal(wordsOf("It’s “No rush”, really.", "no rush"), "No rush");
});

Deno.test("a sentence without the cue has no such words", () => {
  assert.equal(wordsOf("We are asleep.", "set aside"), null);
});

Deno.test("letters that change their number with their case leave the whole sentence", () => {
  assert.equal(wordsOf("İİ no rush İ.", "no rush"), "İİ no rush İ.");
});
