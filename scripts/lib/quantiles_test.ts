import assert from "node:assert/strict";
import { describeSample, findQuantile, roundFigure, takeMedians } from "./quantiles.ts";

const oneToHundred = Array.from({ length: 100 }, (_, index) => index + 1);

Deno.test("a quantile is the measured value at its rank", () => {
  assert.equal(findQuantile(oneToHundred, 0.5), 50);
  assert.equal(findQuantile(oneToHundred, 0.95), 95);
  assert.equal(findQuantile(oneToHundred, 0.99), 99);
  assert.equal(findQuantile(oneToHundred, 1), 100);
  assert.equal(findQuantile(oneToHundred, 0), 1);
});

Deno.test("the order of a sample does not matter and stays as it was", () => {
  const sample = [30, 4, 100, 5];
  assert.deepEqual(describeSample(sample), { p50: 5, p95: 100, p99: 100 });
  assert.deepEqual(sample, [30, 4, 100, 5]);
});

Deno.test("a single value is each of its quantiles", () => {
  assert.deepEqual(describeSample([7]), { p50: 7, p95: 7, p99: 7 });
});

Deno.test("an empty sample and a share beyond 1 are rejected", () => {
  assert.throws(() => findQuantile([], 0.5), /empty sample/);
  assert.throws(() => findQuantile([1], 1.5), /from 0 to 1, not 1.5/);
  assert.throws(() => findQuantile([1], Number.NaN), /from 0 to 1/);
});

Deno.test("the median over rounds ignores one disturbed round", () => {
  const quiet = { p50: 1, p95: 2, p99: 3 };
  assert.deepEqual(takeMedians([quiet, { p50: 90, p95: 91, p99: 92 }, quiet]), quiet);
});

Deno.test("figures are rounded to three places", () => {
  assert.equal(roundFigure(1.23456), 1.235);
});
