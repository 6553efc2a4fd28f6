import assert from "node:assert/strict";
import { fitLogistic } from "./logistic.ts";

Deno.test("an example of twice the weight teaches as much as two examples", () => {
  const feature = new Map([[0, 1]]);
  const fit = { errorWeight: 1, buckets: 1 };
  const [twice = 0] = fitLogistic([
    { features: feature, isTrue: true, weight: 2 },
    { features: feature, isTrue: false },
  ], fit);
  const [both = 0] = fitLogistic([
    { features: feature, isTrue: true },
    { features: feature, isTrue: true },
    { features: feature, isTrue: false },
  ], fit);
  assert.ok(twice > 0.1);
  assert.ok(Math.abs(twice - both) < 0.01, `${twice} ${both}`);
});
