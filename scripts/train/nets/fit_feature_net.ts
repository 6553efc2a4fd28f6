/** Fits a net over hashed features. */
import {
  type PackedFeatureNet,
  packFeatureNet,
} from "../../../supabase/functions/_email/model/nets/feature_net.ts";
import { createRandom } from "../../lib/random.ts";
import { dropRare } from "../features.ts";
import { addGradients, beginNet, toInputGradients } from "./back_propagation.ts";
import { choosePlaces } from "./choose_places.ts";
import { descend, type Descent } from "./descend.ts";
import type { FeatureExample } from "./feature_example.ts";
import { Layer } from "./layer.ts";

/** How it is fitted. */
export interface FeatureNetFit extends Descent {
  /** A feature of fewer examples teaches nothing about others. */
  readonly minExamples: number;
  /** Places that get a row, and the weight of errors where linear models choose them. */
  readonly places: { readonly most: number; readonly errorWeight: number };
  /** Numbers of a row, a multiple of 3. */
  readonly size: number;
  /** Units of the hidden layer. */
  readonly hidden: number;
  /**
   * Share of the features that are left out each time an example is seen: none becomes so sure that
   * the others learn nothing (dropout, Srivastava et al. 2014).
   */
  readonly dropped: number;
}

/** Half the width of the first numbers of a row, and how much their size counts. */
const ROWS = { width: 0.08, decay: 1e-5 };
const SEED = 1;

/** An example's rows among those of the net, and the values of their features. */
interface Seen {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly truths: readonly (boolean | null)[];
  readonly weight: number;
}

/**
 * A net with an output for each truth. Equal examples give equal bytes.
 * @throws {TypeError} without an example
 */
export function fitFeatureNet(
  examples: readonly FeatureExample[],
  { minExamples, places: chosen, size, hidden, dropped, ...descent }: FeatureNetFit,
): PackedFeatureNet {
  const outputs = examples[0]?.truths.length;
  if (outputs === undefined) throw new TypeError("A net is fitted to at least one example.");
  const known = dropRare(examples, minExamples);
  const places = choosePlaces(known, chosen);
  const seen = listSeen(known, places);
  const random = createRandom(SEED);
  const rows = Layer.begin(places.length * size, ROWS.width, ROWS.decay, random);
  const fitted = beginNet({ inputs: size + 1, hidden, outputs }, random);
  const inputs = new Float64Array(size + 1);
  descend(seen, [rows, fitted.into, fitted.outOf], descent, (example, share) => {
    const values = example.values.map((value) => random() < dropped ? 0 : value / (1 - dropped));
    sumRows(rows.weights, example.rows, values, inputs);
    const back = addGradients(fitted, { inputs, truths: example.truths }, share * example.weight);
    addRowGradients(rows.gradients, example.rows, values, toInputGradients(fitted.net, back));
  }, random);
  return packFeatureNet(places, rows.weights, fitted.net);
}

function listSeen(examples: readonly FeatureExample[], places: readonly number[]): Seen[] {
  const rowOf = new Map(places.map((place, row) => [place, row]));
  return examples.map(({ features, truths, weight = 1 }) => {
    const own = [...features].filter(([place]) => rowOf.has(place));
    return {
      rows: Int32Array.from(own, ([place]) => rowOf.get(place) ?? 0),
      values: Float64Array.from(own, ([, value]) => value),
      truths,
      weight,
    };
  });
}

/** Writes 1 and the sums of the rows into `inputs`. */
function sumRows(
  weights: Float64Array,
  rows: Int32Array,
  values: Float64Array,
  inputs: Float64Array,
): void {
  const size = inputs.length - 1;
  inputs.fill(0);
  inputs[0] = 1;
  for (let feature = 0; feature < rows.length; feature++) {
    const value = values[feature] ?? 0;
    if (value === 0) continue;
    const from = (rows[feature] ?? 0) * size;
    for (let at = 0; at < size; at++) {
      inputs[at + 1] = (inputs[at + 1] ?? 0) + value * (weights[from + at] ?? 0);
    }
  }
}

function addRowGradients(
  gradients: Float64Array,
  rows: Int32Array,
  values: Float64Array,
  ofInputs: Float64Array,
): void {
  const size = ofInputs.length - 1;
  for (let feature = 0; feature < rows.length; feature++) {
    const value = values[feature] ?? 0;
    if (value === 0) continue;
    const from = (rows[feature] ?? 0) * size;
    for (let at = 0; at < size; at++) {
      gradients[from + at] = (gradients[from + at] ?? 0) + value * (ofInputs[at + 1] ?? 0);
    }
  }
}
