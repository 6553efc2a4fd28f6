/**
 * Several linear models over the same hashed features: their scores, and how their weights are
 * packed.
 */
import type { Features } from "./hashing.ts";
import { BUCKETS } from "./feature_bag.ts";

/** Weights as they are stored. */
export interface PackedClassifiers {
  /** What each head says, in the order of its weights. */
  readonly names: readonly string[];
  /** See `packClassifiers`. */
  readonly weights: string;
  /** What one step of a head's weights is worth, in log-odds. */
  readonly units: readonly number[];
  /** Log-odds above which each head's statement is taken for true. */
  readonly thresholds: readonly number[];
}

/** The same, ready to score. */
export interface Classifiers extends Omit<PackedClassifiers, "weights"> {
  /** One signed byte a feature and head: those of a place stand together. */
  readonly weights: Int8Array;
  /** 1 for each place where a weight is not 0; every place is read where it is not known. */
  readonly used?: Uint8Array;
}

/** Log-odds of each head, in the order of their names. */
export function scoreClassifiers(
  features: Features,
  { names, weights, units, used }: Classifiers,
): number[] {
  const heads = names.length;
  const sums = new Float64Array(heads);
  for (const [place, value] of features) {
    if (used?.[place] === 0) continue;
    const from = place * heads;
    for (let head = 0; head < heads; head++) {
      sums[head] = (sums[head] ?? 0) + (weights[from + head] ?? 0) * value;
    }
  }
  return Array.from(sums, (sum, head) => sum * (units[head] ?? 0));
}

/** Euclidean length of features; 1 for none. */
export function normOf(features: Features): number {
  let squares = 0;
  for (const value of features.values()) squares += value * value;
  return squares === 0 ? 1 : Math.sqrt(squares);
}

/** A gap of so many places or more goes on in the next byte. */
const LONG_GAP = 255;

/**
 * Weights as base64: for each place where one is not 0 the gap since the last such place, then a
 * byte for each head.
 */
export function packClassifiers(weights: Int8Array, heads: number): string {
  const bytes: number[] = [];
  let next = 0;
  for (let place = 0; place * heads < weights.length; place++) {
    const row = weights.subarray(place * heads, (place + 1) * heads);
    if (row.every((weight) => weight === 0)) continue;
    let gap = place - next;
    for (; gap >= LONG_GAP; gap -= LONG_GAP) bytes.push(LONG_GAP);
    bytes.push(gap, ...Array.from(row, (weight) => weight & 0xff));
    next = place + 1;
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}

/** What `packClassifiers` packed. */
export function unpackClassifiers(
  { weights: packed, ...rest }: PackedClassifiers,
  buckets = BUCKETS,
): Classifiers {
  const { names } = rest;
  const bytes = atob(packed);
  const weights = new Int8Array(buckets * names.length);
  const used = new Uint8Array(buckets);
  let place = 0;
  for (let at = 0; at < bytes.length; at++) {
    const gap = bytes.charCodeAt(at);
    place += gap;
    if (gap === LONG_GAP) continue;
    for (let head = 0; head < names.length; head++) {
      weights[place * names.length + head] = bytes.charCodeAt(++at);
    }
    used[place] = 1;
    place++;
  }
  return { ...rest, weights, used };
}
