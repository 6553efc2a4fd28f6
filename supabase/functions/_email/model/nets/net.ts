/** A net of one hidden layer: how it is run, and how it is packed. */
import { packBytes, unpackBytes } from "../weights/packing.ts";

/** The net as it is stored. */
export interface PackedNet {
  /** Units of the hidden layer, without the one that is always 1. */
  readonly hidden: number;
  readonly outputs: number;
  readonly into: PackedLayer;
  readonly outOf: PackedLayer;
}

/** Bytes, see `packBytes`, and what one step of them is worth. */
export interface PackedLayer {
  readonly step: number;
  readonly packed: string;
}

/** The net, ready to run. It has no bias: an input that is always 1 takes its place. */
export interface Net {
  readonly hidden: number;
  readonly outputs: number;
  /** From each input to each hidden unit: inputs × hidden, at `input * hidden + unit`. */
  readonly into: Float64Array;
  /**
   * From each hidden unit to each output: (hidden + 1) × outputs, at `unit * outputs + output`. The
   * last row is of the unit that is always 1.
   */
  readonly outOf: Float64Array;
}

/**
 * What the net says, in log-odds, one for each output. Hidden units are cut at 0 (ReLU).
 * @param inputs as many as the net was fitted to
 * @example with one hidden unit and one output, `into` [2] and `outOf` [3, 1]
 * runNet(net, [0.5]); // [3 × (2 × 0.5) + 1], which is 4
 */
export function runNet(net: Net, inputs: ArrayLike<number>): Float64Array {
  return runOutputs(net, runHidden(net, inputs));
}

/** What each hidden unit says, and 1 at the end. */
export function runHidden({ hidden, into }: Net, inputs: ArrayLike<number>): Float64Array {
  const units = new Float64Array(hidden + 1);
  for (let input = 0; input < inputs.length; input++) {
    const value = inputs[input] ?? 0;
    if (value !== 0) addInput(units, value, into, input * hidden);
  }
  for (let at = 0; at < hidden; at++) units[at] = Math.max(0, units[at] ?? 0);
  units[hidden] = 1;
  return units;
}

/**
 * Apart: V8 compiles a long loop while it runs, took that code again for the next input, and threw
 * it away each time because the lines behind the loop had not run yet.
 */
function addInput(units: Float64Array, value: number, into: Float64Array, from: number): void {
  for (let at = 0; at < units.length - 1; at++) {
    units[at] = (units[at] ?? 0) + value * (into[from + at] ?? 0);
  }
}

/** What the outputs make of the hidden units. */
export function runOutputs({ outputs, outOf }: Net, units: Float64Array): Float64Array {
  const said = new Float64Array(outputs);
  for (let unit = 0; unit < units.length; unit++) {
    for (let at = 0; at < outputs; at++) {
      said[at] = (said[at] ?? 0) + (units[unit] ?? 0) * (outOf[unit * outputs + at] ?? 0);
    }
  }
  return said;
}

const LARGEST_BYTE = 127;

/** Weights rounded to bytes. */
export function packNet({ hidden, outputs, into, outOf }: Net): PackedNet {
  return { hidden, outputs, into: packLayer(into), outOf: packLayer(outOf) };
}

/** What `packNet` packed, ready to run. */
export function unpackNet({ hidden, outputs, into, outOf }: PackedNet): Net {
  return { hidden, outputs, into: unpackLayer(into), outOf: unpackLayer(outOf) };
}

function packLayer(weights: Float64Array): PackedLayer {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = largest === 0 ? 1 : largest / LARGEST_BYTE;
  return { step, packed: packBytes(Int8Array.from(weights, (one) => Math.round(one / step))) };
}

function unpackLayer({ step, packed }: PackedLayer): Float64Array {
  return new Float64Array(unpackBytes(packed)).map((byte) => byte * step);
}
