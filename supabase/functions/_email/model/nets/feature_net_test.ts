import assert from "node:assert/strict";
import { FeatureList } from "../feature_list.ts";
import { packFeatureNet, runFeatureNet, unpackFeatureNet } from "./feature_net.ts";
import type { Net } from "./net.ts";

/** Says the sum of a row's three numbers where that is above 0. */
const NET: Net = {
  hidden: 1,
  outputs: 1,
  into: Float64Array.from([0, 1, 1, 1]),
  outOf: Float64Array.from([1, 0]),
};
const ROWS = Float64Array.from([0.9, 0.3, 0, -0.9, 0.1, 0]);
const net = unpackFeatureNet(packFeatureNet([3, 70_000], ROWS, NET));

function say(...features: (readonly [place: number, value: number])[]): number {
  const [said = NaN] = runFeatureNet(net, [{ features: new FeatureList(features), factor: 2 }]);
  return said;
}

Deno.test("rows are summed by what their features count, and other places say nothing", () => {
  assert.ok(Math.abs(say([3, 0.5]) - 1.2) < 0.05);
  assert.ok(Math.abs(say([3, 1], [70_000, 0.5]) - 1.6) < 0.1);
  assert.ok(Math.abs(say([4, 1])) < 1e-9);
});

Deno.test("the rows of any number of features are summed", () => {
  const one = { features: new FeatureList([[3, 1]]), factor: 0.001 };
  const [said = NaN] = runFeatureNet(net, Array.from({ length: 2_000 }, () => one));
  assert.ok(Math.abs(said - say([3, 1])) < 1e-9);
});

Deno.test("a hidden unit says nothing below 0", () => assert.equal(say([70_000, 1]), 0));

Deno.test("a few large numbers are cut, so that the many small ones keep their size", () => {
  const rows = new Float64Array(6_000).map((_, at) => at % 2 === 0 ? 0.04 : -0.04);
  rows[0] = 1;
  const places = Array.from({ length: 2_000 }, (_, place) => place);
  const [step = 1] = packFeatureNet(places, rows, NET).steps;
  assert.ok(step < 1 / 9, String(step));
});

Deno.test("rows of another size cannot be packed, nor a net without a place", () => {
  assert.throws(() => packFeatureNet([1], Float64Array.from([1, 2]), NET), TypeError);
  assert.throws(() => packFeatureNet([], new Float64Array(0), NET), TypeError);
});
