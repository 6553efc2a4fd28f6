/** One linear model: classifiers that weigh the same hashed features, and how it is packed. */
import { type Features, PLACES, type WeighedPlaces } from "./hashing.ts";

/**
 * What a group of classifiers judges: a sentence by itself, a sentence in its email, an email. One
 * of a group weighs the places that the group knows.
 */
export const GROUPS = ["sentence", "context", "email"] as const;
export type Group = (typeof GROUPS)[number];

/** The classifiers of a group, in the order of their weights. */
export interface Classifiers {
  readonly names: readonly string[];
  /** What one step of each one's weights is worth, in log-odds. */
  readonly units: readonly number[];
  /** Log-odds above which each one's statement is taken for true. */
  readonly thresholds: readonly number[];
}

/** The model as it is stored. */
export interface PackedModel {
  readonly groups: Readonly<Record<Group, Classifiers>>;
  /** See `packWeights`. */
  readonly weights: string;
}

/** One signed byte for each place and classifier of a group: those of a place stand together. */
export type Weights = Readonly<Record<Group, Int8Array>>;

/** The model, ready to score. Few places have weights, so that all of them stay near each other. */
export interface Model {
  readonly groups: Readonly<Record<Group, Classifiers>>;
  /** Bits of the groups that know a place. */
  readonly known: Uint8Array;
  /** The row of each known place among the weights. */
  readonly rows: Uint32Array;
  /** For each group, one signed byte for each row and classifier. */
  readonly weights: Weights;
}

/** Features, and how much they count for a group. */
export interface Part {
  readonly features: Features;
  readonly factor: number;
}

/** The places that a group of a model weighs. */
export function weighedBy({ known }: Model, group: Group): WeighedPlaces {
  return { known, bit: 1 << GROUPS.indexOf(group) };
}

/** Log-odds of each classifier of a group, in the order of their names. */
export function scoreGroup(model: Model, group: Group, parts: readonly Part[]): number[] {
  const { units } = model.groups[group];
  const weights = model.weights[group];
  const bit = 1 << GROUPS.indexOf(group);
  const count = units.length;
  const sums = new Float64Array(count);
  for (const { features, factor } of parts) {
    // Without an array for each entry, which a loop over a map makes.
    features.forEach((value, place) => {
      if (((model.known[place] ?? 0) & bit) === 0) return;
      const from = (model.rows[place] ?? 0) * count;
      for (let at = 0; at < count; at++) {
        sums[at] = (sums[at] ?? 0) + (weights[from + at] ?? 0) * value * factor;
      }
    });
  }
  return units.map((unit, at) => (sums[at] ?? 0) * unit);
}

/** Euclidean length of features; 1 for none. */
export function normOf(parts: readonly Part[]): number {
  let squares = 0;
  for (const { features, factor } of parts) {
    features.forEach((value) => squares += (value * factor) ** 2);
  }
  return squares === 0 ? 1 : Math.sqrt(squares);
}

/** A byte begins a place: its low bits say which groups know it, the others how far it is. */
const GROUP_BITS = GROUPS.length;
const LONG_GAP = (1 << (8 - GROUP_BITS)) - 1;

/**
 * Weights as base64: for each place that a group knows a byte with the gap since the last such
 * place and the groups, then a byte for each classifier of those groups.
 */
export function packWeights(weights: Weights, groups: PackedModel["groups"]): string {
  const bytes: number[] = [];
  let next = 0;
  for (let place = 0; place < PLACES; place++) {
    const rows = GROUPS.map((group) => {
      const count = groups[group].names.length;
      return weights[group].subarray(place * count, (place + 1) * count);
    });
    const known = rows.map((row) => row.some((weight) => weight !== 0));
    const bits = known.reduce((all, isKnown, at) => all | (isKnown ? 1 << at : 0), 0);
    if (bits === 0) continue;
    let gap = place - next;
    for (; gap >= LONG_GAP; gap -= LONG_GAP) bytes.push(LONG_GAP << GROUP_BITS);
    bytes.push(gap << GROUP_BITS | bits);
    for (const [at, row] of rows.entries()) {
      if (known[at]) bytes.push(...Array.from(row, (weight) => weight & 0xff));
    }
    next = place + 1;
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}

/** What `packWeights` packed, ready to score. */
export function unpackModel({ weights: packed, groups }: PackedModel): Model {
  const bytes = atob(packed);
  const counts = GROUPS.map((group) => groups[group].names.length);
  let count = 0;
  visitPlaces(bytes, counts, () => count++);
  const arrays = counts.map((classifiers) => new Int8Array(count * classifiers));
  const known = new Uint8Array(PLACES);
  const rows = new Uint32Array(PLACES);
  let row = 0;
  visitPlaces(bytes, counts, (place, bits, from) => {
    known[place] = bits;
    rows[place] = row;
    let at = from;
    for (let group = 0; group < GROUP_BITS; group++) {
      const [array, size = 0] = [arrays[group], counts[group]];
      if (array === undefined || (bits & 1 << group) === 0) continue;
      for (let of = row * size; of < (row + 1) * size; of++) array[of] = bytes.charCodeAt(at++);
    }
    row++;
  });
  const [sentence, context, email] = arrays;
  if (sentence === undefined || context === undefined || email === undefined) {
    throw new TypeError("A group has no weights.");
  }
  return { groups, known, rows, weights: { sentence, context, email } };
}

/** Tells each place that has weights, the groups that know it, and where its weights begin. */
function visitPlaces(
  bytes: string,
  counts: readonly number[],
  visit: (place: number, bits: number, at: number) => void,
): void {
  const sizes = Array.from(
    { length: 1 << GROUP_BITS },
    (_, bits) => counts.reduce((sum, count, at) => sum + ((bits & 1 << at) === 0 ? 0 : count), 0),
  );
  let place = 0;
  for (let at = 0; at < bytes.length;) {
    const head = bytes.charCodeAt(at++);
    const gap = head >> GROUP_BITS;
    place += gap;
    if (gap === LONG_GAP) continue;
    const bits = head & ((1 << GROUP_BITS) - 1);
    visit(place, bits, at);
    at += sizes[bits] ?? 0;
    place++;
  }
}

/** The weights of a group by place, as `packWeights` takes them. */
export function listWeights({ groups, known, rows, weights }: Model, group: Group): Int8Array {
  const count = groups[group].names.length;
  const all = new Int8Array(PLACES * count);
  for (let place = 0; place < PLACES; place++) {
    if (known[place] === 0) continue;
    const from = (rows[place] ?? 0) * count;
    all.set(weights[group].subarray(from, from + count), place * count);
  }
  return all;
}
