import assert from "node:assert/strict";
import { runNet } from "../../../supabase/functions/_email/model/nets/net.ts";
import type { Lesson } from "./back_propagation.ts";
import { fitNet } from "./fit_net.ts";

const FIT = { hidden: 20, epochs: 10, batch: 64 };

/** True where one of two is, not both: no linear model tells it. */
const EITHER: readonly Lesson[] = Array.from({ length: 2_000 }, (_, at) => {
  const [one, other] = [at % 2, Math.floor(at / 2) % 2];
  return { inputs: Float64Array.from([1, one, other]), truths: [one !== other] };
});

Deno.test("a net learns what no linear model can", () => {
  const net = fitNet(EITHER, FIT);
  for (const { inputs, truths } of EITHER.slice(0, 4)) {
    assert.equal((runNet(net, inputs)[0] ?? 0) > 0, truths[0], String(inputs));
  }
});

Deno.test("equal examples give equal weights", () => {
  assert.deepEqual(fitNet(EITHER, FIT), fitNet(EITHER, FIT));
});

Deno.test("nothing is learned from null", () => {
  const fitWith = (second: boolean | null) =>
    fitNet(
      EITHER.map(({ inputs, truths: [isTrue = null] }) => ({
        inputs,
        truths: [isTrue, second],
      })),
      FIT,
    );
  const [inputs] = EITHER.map((one) => one.inputs);
  const said = (second: boolean | null) => runNet(fitWith(second), inputs ?? [])[1] ?? NaN;
  assert.ok(Math.abs(said(null)) < 1, String(said(null)));
  assert.ok(said(false) < -2, String(said(false)));
});

Deno.test("a net of no examples is an error", () => {
  assert.throws(() => fitNet([], FIT), { message: "A net is fitted to at least one example." });
});
