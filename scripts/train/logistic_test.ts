import assert from "node:assert/strict";
import { type Example, fitLogistic } from "./logistic.ts";

const FIT = { errorWeight: 1, buckets: 2 };
const seen = (place: number, isTrue: boolean): Example => ({
  features: new Map([[place, 1]]),
  isTrue,
});

Deno.test("an example of weight two counts as much as two examples", () => {
  const others = [seen(0, false), seen(1, true)];
  const [once] = fitLogistic([seen(0, true), ...others], FIT);
  const [twice] = fitLogistic([seen(0, true), seen(0, true), ...others], FIT);
  const [weighed] = fitLogistic([{ ...seen(0, true), weight: 2 }, ...others], FIT);
  assert.ok(Math.abs(once ?? 1) < 0.02, `once ${once}`);
  assert.ok((twice ?? 0) > 0.1, `twice ${twice}`);
  assert.ok(Math.abs((weighed ?? 0) - (twice ?? 0)) < 0.02, `weighed ${weighed}`);
});
