import assert from "node:assert/strict";
import { createRandom } from "./random.ts";

const take = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random());
};

Deno.test("the same seed gives the same numbers, another seed others", () => {
  assert.deepEqual(take(7, 20), take(7, 20));
  assert.notDeepEqual(take(7, 20), take(8, 20));
});

Deno.test("numbers spread evenly from 0 to below 1", () => {
  const tenths = Array<number>(10).fill(0);
  for (const number of take(1, 10_000)) {
    assert.ok(number >= 0 && number < 1);
    const tenth = Math.floor(number * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) assert.ok(count > 850 && count < 1_150, tenths.join(" "));
});
