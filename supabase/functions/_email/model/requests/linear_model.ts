/** A linear model over hashed features: its score of a sentence, and how its weights are packed. */
import type { Features } from "../hashing.ts";
import { BUCKETS } from "./features.ts";

/** Weights by place; a sentence whose score is above 0 is taken for a request. */
export interface LinearModel {
  /** One signed byte a feature, in units of `unit`. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth, in log-odds. */
  readonly unit: number;
  /** Subtracted from every score: the boundary that training found best. */
  readonly threshold: number;
}

/** Log-odds that a sentence carries a request, 0 at the boundary; long sentences are not louder. */
export function scoreFeatures(features: Features, model: LinearModel): number {
  let sum = 0;
  for (const [place, value] of features) sum += (model.weights[place] ?? 0) * value;
  return sum * model.unit / normOf(features) - model.threshold;
}

/** Euclidean length of a sentence's features; 1 for none. */
export function normOf(features: Features): number {
  let squares = 0;
  for (const value of features.values()) squares += value * value;
  return squares === 0 ? 1 : Math.sqrt(squares);
}

/** A gap of so many places or more goes on in the next byte. */
const LONG_GAP = 255;

/**
 * Weights as base64: for each one that is not 0 the gap since the last place, then the weight, a byte
 * each.
 */
export function packWeights(weights: Int8Array): string {
  const bytes: number[] = [];
  let next = 0;
  for (const [place, weight] of weights.entries()) {
    if (weight === 0) continue;
    let gap = place - next;
    for (; gap >= LONG_GAP; gap -= LONG_GAP) bytes.push(LONG_GAP);
    bytes.push(gap, weight & 0xff);
    next = place + 1;
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}

/** What `packWeights` packed. */
export function unpackWeights(base64: string): Int8Array {
  const bytes = atob(base64);
  const weights = new Int8Array(BUCKETS);
  let next = 0;
  for (let at = 0; at < bytes.length; at++) {
    const gap = bytes.charCodeAt(at);
    next += gap;
    if (gap === LONG_GAP) continue;
    at++;
    weights[next] = bytes.charCodeAt(at);
    next++;
  }
  return weights;
}
