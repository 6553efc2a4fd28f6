import assert from "node:assert/strict";
import fc from "fast-check";
import { FeatureList } from "./feature_list.ts";
import { PLACES } from "./hashing.ts";

Deno.test("a list has its features as a map has them: in the order of their first, with their last value", () => {
  // Places that differ in their first bits alone are looked for at the same slot.
  const places = fc.oneof(fc.nat(PLACES - 1), fc.nat(20).map((at) => at << 10));
  const features = fc.array(fc.tuple(places, fc.integer()), { maxLength: 300 });
  fc.assert(fc.property(features, (all) => {
    assert.deepEqual([...new FeatureList(all)], [...new Map(all)]);
  }));
});
