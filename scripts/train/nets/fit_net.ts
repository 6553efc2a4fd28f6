/** Fits a net of one hidden layer by gradient descent (Adam, Kingma and Ba 2015). */
import {
  type Net,
  runHidden,
  runOutputs,
} from "../../../supabase/functions/_email/model/nets/net.ts";
import { createRandom } from "../../lib/random.ts";
import { shuffle } from "../shuffle.ts";

/** What is fitted to; nothing is learned from null. */
export interface NetExample {
  readonly inputs: Float64Array;
  readonly truths: readonly (boolean | null)[];
}

/** How it is fitted. */
export interface NetFit {
  /** Units of the hidden layer. */
  readonly hidden: number;
  /** How often each example is seen. */
  readonly epochs: number;
  /** Examples of one step. */
  readonly batch: number;
}

/** The learning rate of the first step; it falls evenly to almost 0. */
const FIRST_RATE = 0.004;
/** How much the size of the weights counts against errors. */
const DECAY = 1e-4;
const ADAM = { first: 0.9, second: 0.999, least: 1e-8 };
/** Half the width of the first weights into and out of the hidden layer. */
const FIRST_WEIGHTS = { into: 0.2, outOf: 0.35 };
const SEED = 1;

/** Weights of a layer, with what Adam remembers of their gradients. */
class Layer {
  readonly gradients: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;

  constructor(readonly weights: Float64Array) {
    this.gradients = new Float64Array(weights.length);
    this.#first = new Float64Array(weights.length);
    this.#second = new Float64Array(weights.length);
  }

  /** Goes down the gradients of a batch, and forgets them. */
  step(rate: number, count: number): void {
    const { weights, gradients } = this;
    for (let at = 0; at < weights.length; at++) {
      const gradient = (gradients[at] ?? 0) + DECAY * (weights[at] ?? 0);
      const first = ADAM.first * (this.#first[at] ?? 0) + (1 - ADAM.first) * gradient;
      const second = ADAM.second * (this.#second[at] ?? 0) + (1 - ADAM.second) * gradient ** 2;
      this.#first[at] = first;
      this.#second[at] = second;
      weights[at] = (weights[at] ?? 0) - rate * (first / (1 - ADAM.first ** count)) /
          (Math.sqrt(second / (1 - ADAM.second ** count)) + ADAM.least);
    }
    gradients.fill(0);
  }
}

/**
 * A net with an output for each truth. Equal examples give equal weights.
 * @param examples at least one, with inputs of one length, one of them always 1
 */
export function fitNet(
  examples: readonly NetExample[],
  { hidden, epochs, batch: size }: NetFit,
): Net {
  const [first] = examples;
  if (first === undefined) throw new TypeError("A net is fitted to at least one example.");
  const outputs = first.truths.length;
  const random = createRandom(SEED);
  const begin = (count: number, width: number) =>
    new Layer(Float64Array.from({ length: count }, () => width * (2 * random() - 1)));
  const into = begin(first.inputs.length * hidden, FIRST_WEIGHTS.into);
  const outOf = begin((hidden + 1) * outputs, FIRST_WEIGHTS.outOf);
  const net: Net = { hidden, outputs, into: into.weights, outOf: outOf.weights };
  const steps = epochs * Math.ceil(examples.length / size);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const shuffled = shuffle(examples, random);
    for (let from = 0; from < shuffled.length; from += size) {
      const batch = shuffled.slice(from, from + size);
      for (const example of batch) addGradients(net, example, into, outOf, 1 / batch.length);
      step++;
      const rate = FIRST_RATE * (1 - step / (steps + 1));
      into.step(rate, step);
      outOf.step(rate, step);
    }
  }
  return net;
}

/** The gradients of the logistic loss of one example. */
function addGradients(
  net: Net,
  { inputs, truths }: NetExample,
  into: Layer,
  outOf: Layer,
  share: number,
): void {
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
}
