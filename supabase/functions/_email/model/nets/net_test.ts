import assert from "node:assert/strict";
import { type Net, packNet, runNet, unpackNet } from "./net.ts";

/** Two inputs, two hidden units, one output. */
const NET: Net = {
  hidden: 2,
  outputs: 1,
  into: Float64Array.from([1, -1, 2, -2]),
  outOf: Float64Array.from([3, 5, 0.5]),
};

Deno.test("a hidden unit says nothing below 0, and one always says 1", () => {
  assert.deepEqual([...runNet(NET, [1, 0])], [3.5]);
  assert.deepEqual([...runNet(NET, [0, -1])], [10.5]);
  assert.deepEqual([...runNet(NET, [0, 0])], [0.5]);
});

Deno.test("packing changes what a net says by less than 0.25", () => {
  const net = unpackNet(packNet(NET));
  for (const inputs of [[1, 0], [0.3, -0.7], [-2, 1.5]]) {
    const [before = NaN] = runNet(NET, inputs);
    const [after = NaN] = runNet(net, inputs);
    assert.ok(Math.abs(before - after) < 0.25, `${before}, ${after}`);
  }
});

Deno.test("a net of nothing but zeros can be packed", () => {
  const zeros: Net = { ...NET, into: new Float64Array(4), outOf: new Float64Array(3) };
  assert.deepEqual(unpackNet(packNet(zeros)), zeros);
});
