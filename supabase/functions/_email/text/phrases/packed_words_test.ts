import assert from "node:assert/strict";
import { packWords, unpackWords } from "./packed_words.ts";

Deno.test("packed words are the same words in less text", () => {
  assert.equal(packWords(["annie", "anna", "zoë", "anna"]), "0anna3ie0zoë");
  assert.deepEqual(unpackWords("0anna3ie0zoë"), new Set(["anna", "annie", "zoë"]));
});

Deno.test("a word that the one before begins is kept whole", () => {
  const words = ["jean", "jean-pierre", "maximilian", "maximiliane"];
  assert.deepEqual([...unpackWords(packWords(words))], words);
});
