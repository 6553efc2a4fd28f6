import assert from "node:assert/strict";
import { splitSentences } from "./sentences.ts";

function texts(text: string): string[] {
  return splitSentences(text).map((sentence) => sentence.text);
}

Deno.test("a sentence over wrapped lines stays whole and as written", () => {
  const wrapped =
    "We would like to receive the new price list for the coming year,\nif it is ready.";
  assert.deepEqual(texts(`${wrapped} Thanks.`), [wrapped, "Thanks."]);
});

Deno.test("short lines, list items and paragraphs end a sentence", () => {
  assert.deepEqual(texts("Hi Ana,\n\nwe need:\n- flour\n- salt\n\nSee below"), [
    "Hi Ana,",
    "we need:",
    "flour",
    "salt",
    "See below",
  ]);
});

Deno.test("abbreviations, dates and list numbers end no sentence", () => {
  const text = "Bitte bis zum 12. November an Dr. Osei senden. Danke.";
  assert.deepEqual(texts(text), ["Bitte bis zum 12. November an Dr. Osei senden.", "Danke."]);
  assert.deepEqual(texts("1. Send the form.\n2. Call me."), ["Send the form.", "Call me."]);
});

Deno.test("a question mark inside brackets ends no sentence", () => {
  assert.deepEqual(texts("The tall man (Ole?) found it."), ["The tall man (Ole?) found it."]);
});

Deno.test("paragraphs are counted", () => {
  assert.deepEqual(splitSentences("One. Two.\n\nThree.").map(({ paragraph }) => paragraph), [
    0,
    0,
    1,
  ]);
});

Deno.test("a text without letters and digits has no sentences", () => {
  assert.deepEqual(splitSentences("\n\n--- !!!\n"), []);
});

Deno.test("a sentence stands in the text where it says", () => {
  const text = "  1. Send the form.\n\n   - and the 📎 files,\nplease. Thanks!";
  for (const { text: written, start } of splitSentences(text)) {
    assert.equal(text.slice(start, start + written.length), written);
  }
});
