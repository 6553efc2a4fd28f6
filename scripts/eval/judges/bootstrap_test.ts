import assert from "node:assert/strict";
import { bootstrap } from "./bootstrap.ts";

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

Deno.test("the interval of a share holds the share and is about as wide as theory says", () => {
  const items = Array.from({ length: 400 }, (_, at) => (at % 5 === 0 ? 0 : 1));
  const { value, low, high } = bootstrap(items, mean);
  assert.equal(value, 0.8);
  assert.ok(low < 0.8 && high > 0.8);
  // ± 1.96 × √(0.8 × 0.2 / 400) is 0.078 wide.
  assert.ok(Math.abs(high - low - 0.078) < 0.015, String(high - low));
});

Deno.test("the same items give the same interval", () => {
  const items = [0, 1, 1, 0, 1, 1, 1];
  assert.deepEqual(bootstrap(items, mean), bootstrap(items, mean));
});

Deno.test("items that agree leave no doubt", () => {
  assert.deepEqual(bootstrap([1, 1, 1], mean), { value: 1, low: 1, high: 1 });
});

Deno.test("no items are rejected", () => {
  assert.throws(() => bootstrap([], mean), RangeError);
});
