import assert from "node:assert/strict";
import fc from "fast-check";
import { fold } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";
import { PLACES } from "./hashing.ts";
import { listPhraseFeatures, listWordFeatures } from "./own_features.ts";
import { markWords } from "./words.ts";

function toSentence(text: string): Sentence {
  return { source: "body_text", text, start: 0, folded: fold(text), paragraph: 0 };
}

Deno.test("words have the same places alone and across a pause, in one sentence and another", () => {
  const places = (text: string) => new Set(listWordFeatures(markWords(text, "en")).places);
  const [long, short] = [places("bring the ladder, please"), places("ladder please")];
  const shared = [...short].filter((place) => long.has(place));
  // "ladder", "please", the pair, the pair of the last with the end, and the clause of neither.
  assert.equal(shared.length, 4);
});

Deno.test("any text has features inside the model, the same each time", () => {
  fc.assert(fc.property(fc.string({ maxLength: 3_000, unit: "grapheme" }), (text) => {
    for (
      const list of [
        () => listWordFeatures(markWords(fold(text), "fr")),
        () => listPhraseFeatures(toSentence(text), ["asked"]),
      ]
    ) {
      const features = list();
      assert.ok(features.places.every((place) => place >= 0 && place < PLACES));
      assert.deepEqual(list(), features);
    }
  }));
});

Deno.test("the features are those that the weights were trained on", () => {
  // After a change of the features train again (`deno task train --data DIR`), then put the new
  // sum here.
  const texts = ["Please send me the contract by Friday.", "The flour came on Tuesday, he said."];
  const places = texts.flatMap((text) => [
    ...listWordFeatures(markWords(fold(text), "en")).places,
    ...listPhraseFeatures(toSentence(text), ["asked"]).places,
  ]);
  const sum = places.reduce((state, place) => Math.imul(state ^ place, 0x01000193) >>> 0, 1);
  assert.equal(sum, 1_779_093_655);
});
