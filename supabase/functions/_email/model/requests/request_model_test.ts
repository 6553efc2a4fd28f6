import assert from "node:assert/strict";
import { listFeatures } from "./features.ts";
import { scoreRequest } from "./request_model.ts";

const REQUESTS = [
  "Please send me the contract by Friday.",
  "Could you call Ana about the order?",
  "Let's meet on Tuesday to discuss the plan.",
];
const OTHERS = [
  "The flour came on Tuesday.",
  "He said that the roof was fine.",
  "We were happy with the weather last year.",
];
for (const text of REQUESTS) {
  Deno.test(`"${text}" carries a request`, () => assert.ok(scoreRequest(text) > 0));
}
for (const text of OTHERS) {
  Deno.test(`"${text}" carries none`, () => assert.ok(scoreRequest(text) < 0));
}

Deno.test("the features are those that the weights were trained on", () => {
  // After a change of the features train again (`deno task train`), then put the new sum here.
  const places = [...REQUESTS, ...OTHERS].flatMap((text) => [...listFeatures(text).keys()]);
  const sum = places.reduce((state, place) => Math.imul(state ^ place, 0x01000193) >>> 0, 1);
  assert.equal(sum, 4_234_227_741);
});
