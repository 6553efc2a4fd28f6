import assert from "node:assert/strict";
import { runHidden, runOutputs } from "../../../supabase/functions/_email/model/nets/net.ts";
import { addGradients, beginNet, type Lesson, toInputGradients } from "./back_propagation.ts";

const LESSON: Lesson = {
  inputs: Float64Array.of(1, -0.5, 0.3, 0, 2),
  truths: [true, null, false],
};
const SHARE = 0.5;
const STEP = 1e-6;
const CLOSE = 1e-6;

/** A net with numbers between 0 and 1 in place of random ones, always the same. */
function begin() {
  let at = 0;
  const random = () => ++at * 0.618034 % 1;
  return beginNet({ inputs: LESSON.inputs.length, hidden: 4, outputs: 3 }, random);
}

function lossOf({ net }: ReturnType<typeof begin>, { inputs, truths }: Lesson): number {
  const said = runOutputs(net, runHidden(net, inputs));
  return truths.reduce((sum, truth, at) => {
    const sign = truth === null ? 0 : truth ? 1 : -1;
    return sum + (sign === 0 ? 0 : SHARE * Math.log1p(Math.exp(-sign * (said[at] ?? 0))));
  }, 0);
}

/** How the loss changes with one number, by trying it. */
function slopeOf(numbers: Float64Array, at: number, loss: () => number): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + STEP;
  const more = loss();
  numbers[at] = before - STEP;
  const less = loss();
  numbers[at] = before;
  return (more - less) / (2 * STEP);
}

function assertClose(gradients: Float64Array, slope: (at: number) => number): void {
  assert.ok(gradients.some((gradient) => Math.abs(gradient) > CLOSE));
  for (const [at, gradient] of gradients.entries()) {
    assert.ok(Math.abs(gradient - slope(at)) < CLOSE, `${at}: ${gradient}, not ${slope(at)}`);
  }
}

Deno.test("the gradients of both layers say how the loss changes", () => {
  const fitted = begin();
  addGradients(fitted, LESSON, SHARE);
  for (const layer of [fitted.into, fitted.outOf]) {
    const loss = () => lossOf(fitted, LESSON);
    assertClose(layer.gradients, (at) => slopeOf(layer.weights, at, loss));
  }
});

Deno.test("the gradients of the inputs say how the loss changes", () => {
  const fitted = begin();
  const gradients = toInputGradients(fitted.net, addGradients(fitted, LESSON, SHARE));
  const loss = () => lossOf(fitted, LESSON);
  assertClose(gradients, (at) => slopeOf(LESSON.inputs, at, loss));
});
