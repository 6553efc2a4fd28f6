import assert from "node:assert/strict";
import fc from "fast-check";
import { BUCKETS, listFeatures } from "./features.ts";
import { normOf, packClassifiers, unpackClassifiers } from "../linear_classifiers.ts";
import { scoreRequestFeatures } from "./request_model.ts";

const ONE = { names: ["request"], units: [0.5], thresholds: [0.25] };

Deno.test("weights come out of their package as they went in, however far apart", () => {
  const sparse = fc.array(
    fc.tuple(fc.nat(BUCKETS - 1), fc.integer({ min: -127, max: 127 })),
    { maxLength: 20 },
  );
  fc.assert(fc.property(sparse, (entries) => {
    const weights = new Int8Array(BUCKETS);
    for (const [place, weight] of entries) weights[place] = weight;
    const packed = { ...ONE, weights: packClassifiers(weights, 1) };
    assert.deepEqual(unpackClassifiers(packed, BUCKETS).weights, weights);
  }));
});

Deno.test("the score is the weighted sum over the sentence's length, less the threshold", () => {
  const weights = new Int8Array(BUCKETS);
  weights[7] = 10;
  weights[9] = -4;
  const features = new Map([[7, 2], [9, 1], [11, 2]]);
  assert.equal(normOf(features), 3);
  assert.equal(
    scoreRequestFeatures(features, { ...ONE, weights }),
    16 * 0.5 / 3 - 0.25,
  );
});

Deno.test("any text has features inside the model, the same each time", () => {
  fc.assert(fc.property(fc.string({ maxLength: 3_000, unit: "grapheme" }), (text) => {
    const features = listFeatures(text);
    assert.ok([...features.keys()].every((place) => place >= 0 && place < BUCKETS));
    assert.deepEqual(listFeatures(text), features);
  }));
});
