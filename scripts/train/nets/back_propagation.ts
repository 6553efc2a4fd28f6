/** What one example teaches a net of one hidden layer (Rumelhart, Hinton and Williams 1986). */
import {
  type Net,
  runHidden,
  runOutputs,
} from "../../../supabase/functions/_email/model/nets/net.ts";
import { Layer } from "./layer.ts";

/** A net whose layers are being fitted. */
export interface FittedNet {
  readonly net: Net;
  readonly into: Layer;
  readonly outOf: Layer;
}

/** What the net is to say of these inputs; nothing is learned from null. */
export interface Lesson {
  readonly inputs: Float64Array;
  readonly truths: readonly (boolean | null)[];
}

/** Half the width of the first weights into and out of the hidden layer. */
const FIRST_WEIGHTS = { into: 0.2, outOf: 0.35 };
const DECAY = 1e-4;

/** A net that has learned nothing. */
export function beginNet(
  { inputs, hidden, outputs }: { inputs: number; hidden: number; outputs: number },
  random: () => number,
): FittedNet {
  const into = Layer.begin(inputs * hidden, FIRST_WEIGHTS.into, DECAY, random);
  const outOf = Layer.begin((hidden + 1) * outputs, FIRST_WEIGHTS.outOf, DECAY, random);
  return { into, outOf, net: { hidden, outputs, into: into.weights, outOf: outOf.weights } };
}

/**
 * Adds the gradients of the logistic loss to those of the layers.
 * @param share how much the example counts in its batch
 * @returns the gradients of the hidden units before they are cut at 0
 */
export function addGradients(
  { net, into, outOf }: FittedNet,
  { inputs, truths }: Lesson,
  share: number,
): Float64Array {
  const { hidden, outputs } = net;
  const units = runHidden(net, inputs);
  const said = runOutputs(net, units);
  const errors = truths.map((truth, at) =>
    truth === null ? 0 : share * (1 / (1 + Math.exp(-(said[at] ?? 0))) - (truth ? 1 : 0))
  );
  const back = new Float64Array(hidden);
  for (let unit = 0; unit <= hidden; unit++) {
    const value = units[unit] ?? 0;
    if (value === 0) continue;
    for (let at = 0; at < outputs; at++) {
      const place = unit * outputs + at;
      const error = errors[at] ?? 0;
      outOf.gradients[place] = (outOf.gradients[place] ?? 0) + error * value;
      if (unit < hidden) back[unit] = (back[unit] ?? 0) + error * (net.outOf[place] ?? 0);
    }
  }
  for (let input = 0; input < inputs.length; input++) {
    const value = inputs[input] ?? 0;
    if (value === 0) continue;
    for (let unit = 0; unit < hidden; unit++) {
      const place = input * hidden + unit;
      into.gradients[place] = (into.gradients[place] ?? 0) + value * (back[unit] ?? 0);
    }
  }
  return back;
}

/** The gradients of a net's inputs from those of its hidden units. */
export function toInputGradients({ hidden, into }: Net, back: Float64Array): Float64Array {
  const gradients = new Float64Array(into.length / hidden);
  for (let input = 0; input < gradients.length; input++) {
    let sum = 0;
    for (let unit = 0; unit < hidden; unit++) {
      sum += (back[unit] ?? 0) * (into[input * hidden + unit] ?? 0);
    }
    gradients[input] = sum;
  }
  return gradients;
}
