import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MOST_SMALL,
  packBytes,
  packPlaces,
  packSmall,
  unpackBytes,
  unpackPlaces,
  unpackSmall,
} from "./packing.ts";

const numbers = (most: number) =>
  fc.array(fc.integer({ min: -most, max: most }), { maxLength: 50 })
    .map((list) => Int8Array.from(list));

Deno.test("bytes come out of their package as they went in", () => {
  fc.assert(fc.property(numbers(127), (bytes) => {
    assert.deepEqual(unpackBytes(packBytes(bytes)), bytes);
  }));
});

Deno.test("three small numbers take two signs, and any three come out as they went in", () => {
  const small = fc.integer({ min: -MOST_SMALL, max: MOST_SMALL });
  const threes = fc.array(fc.tuple(small, small, small), { maxLength: 20 });
  fc.assert(fc.property(threes, (all) => {
    const packed = packSmall(Int8Array.from(all.flat()));
    assert.equal(packed.length, 2 * all.length);
    assert.doesNotMatch(packed, /["\\]/);
    for (const [at, three] of all.entries()) {
      const numbers = new Int8Array(3 * all.length);
      unpackSmall(packed, numbers, 3 * at, 3 * at + 3);
      const others = all.map((_, place) => place === at ? three : [0, 0, 0]);
      assert.deepEqual([...numbers], others.flat());
    }
  }));
});

Deno.test("places come out of their package as they went in, however far apart", () => {
  const places = fc.uniqueArray(fc.nat(1 << 17), { maxLength: 50 })
    .map((list) => list.toSorted((a, b) => a - b));
  fc.assert(fc.property(places, (list) => {
    assert.deepEqual(unpackPlaces(packPlaces(list)), list);
  }));
});
