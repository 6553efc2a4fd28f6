/**
 * A net over hashed features: each place that it knows has a row of numbers, the rows of an email
 * or sentence are summed, and a hidden layer looks at the sums. So "broken" counts for something
 * else beside a question than beside thanks.
 */
import { PLACES } from "../hashing.ts";
import type { Part } from "../linear_model.ts";
import { MOST_SMALL, packPlaces, packSmall, unpackPlaces } from "../weights/packing.ts";
import { type Net, type PackedNet, packNet, runNet, unpackNet } from "./net.ts";
import { Rows } from "./rows.ts";

/** The net as it is stored. */
export interface PackedFeatureNet {
  /** Places that have a row, see `packPlaces`. */
  readonly places: string;
  /** What one step is worth in each number of a row; their count is a multiple of 3. */
  readonly steps: readonly number[];
  /** The rows, one after the other, see `packSmall`. */
  readonly rows: string;
  readonly net: PackedNet;
}

/** The net, ready to run. */
export interface FeatureNet {
  /** Which row each place has, from 1 to at most 65,535; 0 for a place without one. */
  readonly rowOf: Uint16Array;
  readonly rows: Rows;
  readonly steps: readonly number[];
  /** Its first input is always 1, the others are the sums of rows. */
  readonly net: Net;
}

/**
 * What the net says of features.
 * @returns log-odds, one for each output
 */
export function runFeatureNet(featureNet: FeatureNet, parts: readonly Part[]): Float64Array {
  const { steps, net } = featureNet;
  const sums = sumRows(featureNet, parts);
  const inputs = new Float64Array(sums.length + 1);
  inputs[0] = 1;
  for (let at = 0; at < sums.length; at++) inputs[at + 1] = (sums[at] ?? 0) * (steps[at] ?? 0);
  return runNet(net, inputs);
}

/** Rows that are gathered before they are added: where they begin, and what each counts. */
const MOST_GATHERED = 512;
const starts = new Int32Array(MOST_GATHERED);
const factors = new Float64Array(MOST_GATHERED);

function sumRows({ rowOf, rows, steps }: FeatureNet, parts: readonly Part[]): Float64Array {
  const sums = new Float64Array(steps.length);
  let gathered = 0;
  for (const { features: { places, values }, factor } of parts) {
    for (let feature = 0; feature < places.length; feature++) {
      const row = rowOf[places[feature] ?? 0] ?? 0;
      if (row === 0) continue;
      starts[gathered] = rows.find(row - 1);
      factors[gathered] = (values[feature] ?? 0) * factor;
      gathered++;
      if (gathered === MOST_GATHERED) {
        addRows(sums, rows, gathered);
        gathered = 0;
      }
    }
  }
  addRows(sums, rows, gathered);
  return sums;
}

function addRows(sums: Float64Array, { numbers }: Rows, gathered: number): void {
  for (let column = 0; column < sums.length; column += 3) {
    addColumns(sums, numbers, column, gathered);
  }
}

/** Three columns at a time: their sums stay in registers, and need not be stored for each row. */
function addColumns(
  sums: Float64Array,
  numbers: Int8Array,
  column: number,
  gathered: number,
): void {
  let one = sums[column] ?? 0;
  let two = sums[column + 1] ?? 0;
  let three = sums[column + 2] ?? 0;
  for (let at = 0; at < gathered; at++) {
    const from = (starts[at] ?? 0) + column;
    const factor = factors[at] ?? 0;
    one += factor * (numbers[from] ?? 0);
    two += factor * (numbers[from + 1] ?? 0);
    three += factor * (numbers[from + 2] ?? 0);
  }
  sums[column] = one;
  sums[column + 1] = two;
  sums[column + 2] = three;
}

/** Steps that are tried, as shares of the one with which nothing is cut. */
const TRIED = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1];

/**
 * Rounds rows to small numbers, and packs all.
 * @param places ascending, as many as rows
 * @param rows places × size, which is a multiple of 3
 * @throws {TypeError} for another size, and without a place
 */
export function packFeatureNet(
  places: readonly number[],
  rows: Float64Array,
  net: Net,
): PackedFeatureNet {
  const size = rows.length / places.length;
  if (places.length === 0 || size % 3 !== 0) {
    throw new TypeError("A net over features needs a place, and rows of a multiple of 3 numbers.");
  }
  const steps = Array.from({ length: size }, (_, at) => chooseStep(rows, at, size));
  const small = Int8Array.from(rows, (number, at) => toSmall(number, steps[at % size] ?? 1));
  return {
    places: packPlaces(places),
    steps,
    rows: packSmall(small),
    net: packNet(net),
  };
}

/** The step with the least squares of what rounding and cutting change. */
function chooseStep(rows: Float64Array, at: number, size: number): number {
  const numbers = rows.filter((_, place) => place % size === at);
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  if (largest === 0) return 1;
  const [best] = TRIED.map((share) => share * largest / MOST_SMALL)
    .map((step) => ({
      step,
      loss: numbers.reduce((sum, number) => sum + (toSmall(number, step) * step - number) ** 2, 0),
    }))
    .toSorted((a, b) => a.loss - b.loss);
  return best?.step ?? 1;
}

function toSmall(number: number, step: number): number {
  return Math.max(-MOST_SMALL, Math.min(MOST_SMALL, Math.round(number / step)));
}

/** What `packFeatureNet` packed, ready to run. */
export function unpackFeatureNet({ places, steps, rows, net }: PackedFeatureNet): FeatureNet {
  const rowOf = new Uint16Array(PLACES);
  const known = unpackPlaces(places);
  for (const [at, place] of known.entries()) rowOf[place] = at + 1;
  return {
    rowOf,
    rows: new Rows(rows, known.length, steps.length),
    steps,
    net: unpackNet(net),
  };
}
