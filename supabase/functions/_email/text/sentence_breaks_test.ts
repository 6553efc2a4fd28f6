import assert from "node:assert/strict";
import fc from "fast-check";
import { findSentenceEnds } from "./sentence_breaks.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** A semicolon behind a full stop is left out: versions of Unicode differ. */
const PIECES = [
  ..."aBzÄß19.!?,:-–—\n\r\t\u0085\u2024\u00a0()[]{}\"'«»‘’‚“”„‹›…€ªº×÷/@#*_|\u00ad",
  ...["\r\n", ". ", ".) ", "Ab", "B. ", " ", "Ω", "猫。", "🙂"],
];

Deno.test("a text is cut into sentences where Intl.Segmenter cuts it", () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 })
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const ends = Array.from(
        SEGMENTER.segment(text),
        ({ segment, index }) => index + segment.length,
      );
      assert.deepEqual(findSentenceEnds(text), ends, JSON.stringify(text));
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("sentences are found in time linear in the text, whatever it is full of", () => {
  for (const piece of [". ", ".1 ", ".;", "?) ", "1.a", ".\u00a0-"]) {
    const text = piece.repeat(50_000);
    assert.equal(findSentenceEnds(text).at(-1), text.length);
  }
});
