import assert from "node:assert/strict";
import { fold } from "../../text/cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import type { SentenceSign, SentenceTraits } from "../sentence_features.ts";
import { listSecondLookInputs } from "./second_look_inputs.ts";

/** Sentences with these signs, in an email of which nothing else is known. */
function traitsOf(...signs: SentenceSign[][]): SentenceTraits {
  const sentences = signs.map((_, at): Sentence => ({
    source: "body_text",
    text: `Number ${at}.`,
    start: 10 * at,
    folded: fold(`Number ${at}.`),
    paragraph: 0,
  }));
  return {
    sentences,
    signs: new Map(sentences.map((one, at) => [one, signs[at] ?? []])),
    language: "en",
    purpose: "other",
    mailScores: new Map(),
  };
}

Deno.test("every sentence has as many inputs, also where it stands alone", () => {
  const [alone] = listSecondLookInputs(traitsOf([]), [[0, 0]]);
  const three = listSecondLookInputs(traitsOf([], ["action"], []), [[1, 2], [3, 4], [5, 6]]);
  assert.deepEqual(three.map(({ length }) => length), [1, 2, 3].map(() => alone?.length));
});

Deno.test("what is said of other sentences changes a sentence's inputs", () => {
  const [quiet] = listSecondLookInputs(traitsOf([], [], []), [[0, 0], [-9, -9], [-9, -9]]);
  for (const scores of [[[0, 0], [9, -9], [-9, -9]], [[0, 0], [-9, -9], [-9, 9]]]) {
    assert.notDeepEqual(listSecondLookInputs(traitsOf([], [], []), scores)[0], quiet);
  }
  const [beside] = listSecondLookInputs(traitsOf([], [], ["trouble"]), [[0, 0], [-9, -9], [
    -9,
    -9,
  ]]);
  assert.notDeepEqual(beside, quiet);
});

Deno.test("scores beyond what counts, and a crowd of sentences, are cut", () => {
  const many = Array.from({ length: 500 }, (): SentenceSign[] => ["question"]);
  const inputs = listSecondLookInputs(traitsOf(...many), many.map(() => [1e9, -1e9]));
  assert.ok(inputs.every((one) => one.every((input) => Math.abs(input) <= 4)));
});
