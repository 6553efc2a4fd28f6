import assert from "node:assert/strict";
import { FeatureList } from "./feature_list.ts";
import { PLACES } from "./hashing.ts";
import { type LinearModel, normOf, packLinear, scoreLinear, unpackLinear } from "./linear_model.ts";

function modelOf(...entries: (readonly [place: number, weight: number])[]): LinearModel {
  const weights = new Int8Array(PLACES);
  for (const [place, weight] of entries) weights[place] = weight;
  return { unit: 0.5, threshold: 0.25, weights };
}

Deno.test("a model comes out of its package as it went in", () => {
  const model = modelOf([0, -127], [7, 5], [90_000, 127]);
  assert.deepEqual(unpackLinear(packLinear(model)), model);
});

Deno.test("parts count as much as their factors say", () => {
  const model = modelOf([7, 4]);
  const features = new FeatureList([[7, 3], [8, 9]]);
  assert.equal(scoreLinear(model, [{ features, factor: 1 }, { features, factor: 0.5 }]), 9);
});

Deno.test("the norm is that of all parts; 1 where there is none", () => {
  const parts = [
    { features: new FeatureList([[7, 3]]), factor: 1 },
    { features: new FeatureList([[8, 8]]), factor: 0.5 },
  ];
  assert.equal(normOf(parts), 5);
  assert.equal(normOf([]), 1);
});
