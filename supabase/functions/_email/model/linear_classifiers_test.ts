import assert from "node:assert/strict";
import fc from "fast-check";
import { BUCKETS } from "./feature_bag.ts";
import { packClassifiers, scoreClassifiers, unpackClassifiers } from "./linear_classifiers.ts";

const NAMES = ["one", "two", "three"];

Deno.test("weights of several classifiers come out of their package as they went in", () => {
  const sparse = fc.array(
    fc.tuple(fc.nat(BUCKETS * NAMES.length - 1), fc.integer({ min: -127, max: 127 })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(sparse, (entries) => {
      const weights = new Int8Array(BUCKETS * NAMES.length);
      for (const [place, weight] of entries) weights[place] = weight;
      const packed = packClassifiers(weights, NAMES.length);
      const heads = unpackClassifiers({ names: NAMES, weights: packed, units: [], thresholds: [] });
      assert.deepEqual(heads.weights, weights);
    }),
    { numRuns: 30 },
  );
});

Deno.test("each head sums its own weights in its own unit", () => {
  const weights = new Int8Array(BUCKETS * 2);
  weights.set([10, -4], 7 * 2);
  weights.set([1, 3], 9 * 2);
  const heads = { names: ["one", "two"], weights, units: [0.5, 2], thresholds: [0, 0] };
  assert.deepEqual(scoreClassifiers(new Map([[7, 2], [9, 1], [11, 5]]), heads), [10.5, -10]);
});
