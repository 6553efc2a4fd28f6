/** A linear model over hashed features: how it is run, and how it is packed. */
import type { FeatureList } from "./feature_list.ts";
import { PLACES } from "./hashing.ts";
import { packBytes, packPlaces, unpackBytes, unpackPlaces } from "./weights/packing.ts";

/** The model as it is stored. */
export interface PackedLinearModel {
  /** What one step of the weights is worth, in log-odds. */
  readonly unit: number;
  /** Log-odds above which the statement is taken for true. */
  readonly threshold: number;
  /** Places that have a weight, see `packPlaces`. */
  readonly places: string;
  /** Their weights, see `packBytes`. */
  readonly packed: string;
}

/** The model, ready to score. */
export interface LinearModel {
  readonly unit: number;
  readonly threshold: number;
  /** One signed byte for each place. */
  readonly weights: Int8Array;
}

/** Features, and how much they count. */
export interface Part {
  readonly features: FeatureList;
  readonly factor: number;
}

/** Log-odds of the statement. */
export function scoreLinear({ unit, weights }: LinearModel, parts: readonly Part[]): number {
  let sum = 0;
  for (const { features: { places, values }, factor } of parts) {
    for (let at = 0; at < places.length; at++) {
      sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0) * factor;
    }
  }
  return sum * unit;
}

/** Euclidean length of features; 1 for none. */
export function normOf(parts: readonly Part[]): number {
  let squares = 0;
  for (const { features, factor } of parts) {
    for (const value of features.values) squares += (value * factor) ** 2;
  }
  return squares === 0 ? 1 : Math.sqrt(squares);
}

/** The model as text. */
export function packLinear({ unit, threshold, weights }: LinearModel): PackedLinearModel {
  const places = Array.from(weights.keys()).filter((place) => weights[place] !== 0);
  const kept = Int8Array.from(places, (place) => weights[place] ?? 0);
  return { unit, threshold, places: packPlaces(places), packed: packBytes(kept) };
}

/** What `packLinear` packed, ready to score. */
export function unpackLinear({ unit, threshold, places, packed }: PackedLinearModel): LinearModel {
  const weights = new Int8Array(PLACES);
  const kept = unpackBytes(packed);
  for (const [at, place] of unpackPlaces(places).entries()) weights[place] = kept[at] ?? 0;
  return { unit, threshold, weights };
}
