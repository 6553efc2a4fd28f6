/** One linear model: classifiers that weigh the same hashed features, and how it is packed. */
import type { FeatureList } from "./feature_list.ts";
import { PLACES, type WeighedPlaces } from "./hashing.ts";

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
  readonly packed: string;
}

/** One signed byte for each place and classifier of a group: those of a place stand together. */
export type Weights = Readonly<Record<Group, Int8Array>>;

/** The model, ready to score. */
export interface Model {
  readonly groups: PackedModel["groups"];
  /** Those of all places in a row, with a gap before each place. */
  readonly weights: Int8Array;
  /** Bits of the groups that know a place. */
  readonly known: Uint8Array;
  /** Where the weights of each known place begin. */
  readonly starts: Uint32Array;
  /** For each group, how many weights of others come before its own, by the bits of a place. */
  readonly offsets: Readonly<Record<Group, readonly number[]>>;
}

/** Features, and how much they count for a group. */
export interface Part {
  readonly features: FeatureList;
  readonly factor: number;
}

/** The places that a group of a model weighs. */
export function weighedBy({ known }: Model, group: Group): WeighedPlaces {
  return { known, bit: 1 << GROUPS.indexOf(group) };
}

/** Log-odds of each classifier of a group, in the order of their names. */
export function scoreGroup(model: Model, group: Group, parts: readonly Part[]): number[] {
  const { units } = model.groups[group];
  const { weights, known, starts } = model;
  const offsets = model.offsets[group];
  const bit = 1 << GROUPS.indexOf(group);
  const count = units.length;
  const sums = new Float64Array(count);
  for (const { features, factor } of parts) {
    const { places, values } = features;
    for (let feature = 0; feature < places.length; feature++) {
      const place = places[feature] ?? 0;
      const value = values[feature] ?? 0;
      const groups = known[place] ?? 0;
      if ((groups & bit) === 0) continue;
      const from = (starts[place] ?? 0) + (offsets[groups] ?? 0);
      for (let at = 0; at < count; at++) {
        sums[at] = (sums[at] ?? 0) + (weights[from + at] ?? 0) * value * factor;
      }
    }
  }
  return units.map((unit, at) => (sums[at] ?? 0) * unit);
}

/** Euclidean length of features; 1 for none. */
export function normOf(parts: readonly Part[]): number {
  let squares = 0;
  for (const { features, factor } of parts) {
    for (const value of features.values) squares += (value * factor) ** 2;
  }
  return squares === 0 ? 1 : Math.sqrt(squares);
}

/** Signs are those from `#` to `~`, which need no escape in a string, without the backslash. */
const FIRST_SIGN = 0x23;
const BACKSLASH = 0x5c;
const LAST_SIGN = 0x7e;
const SIGNS = LAST_SIGN - FIRST_SIGN;
/** Larger numbers are letters: this one and a byte. */
const FIRST_LETTER = 0x100;

function toSign(number: number): string {
  const code = FIRST_SIGN + number;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

function fromSign(code: number): number {
  return code - FIRST_SIGN - (code > BACKSLASH ? 1 : 0);
}

function toLetter(byte: number): string {
  return String.fromCharCode(FIRST_LETTER + byte);
}

/** A weight that has a sign is at most this far from 0. */
const MOST_SIGNED = (SIGNS - 1) / 2;

function fromWeight(weight: number): string {
  return Math.abs(weight) <= MOST_SIGNED ? toSign(weight + MOST_SIGNED) : toLetter(weight & 0xff);
}

function toWeight(code: number): number {
  return code < FIRST_LETTER ? fromSign(code) - MOST_SIGNED : code << 24 >> 24;
}

/** Bytes as text: a sign for each small one, a letter for each other. */
export function packBytes(bytes: Int8Array): string {
  return Array.from(bytes, fromWeight).join("");
}

/** What `packBytes` packed. */
export function unpackBytes(packed: string): Int8Array {
  const bytes = new Int8Array(packed.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = toWeight(packed.charCodeAt(at));
  return bytes;
}

/** The sets of groups that may know a place, without the empty one. */
const SETS = (1 << GROUPS.length) - 1;
/** Gaps that have a sign with each set. */
const SHORT_GAPS = Math.floor(SIGNS / SETS);
const LONGEST_GAP = 0xff;

/**
 * Weights as text: for each place that a group knows a sign for the gap since the last such place
 * and the groups, then a sign or letter for each weight of those groups. A letter in front is a
 * longer gap.
 */
export function packWeights(weights: Weights, groups: PackedModel["groups"]): string {
  const counts = GROUPS.map((group) => groups[group].names.length);
  const written: string[] = [];
  let next = 0;
  for (let place = 0; place < PLACES; place++) {
    const bits = GROUPS.reduce(
      (all, group, at) => knows(weights[group], place, counts[at]) ? all | 1 << at : all,
      0,
    );
    if (bits === 0) continue;
    let gap = place - next;
    while (gap >= SHORT_GAPS) {
      const long = Math.min(gap, LONGEST_GAP);
      written.push(toLetter(long));
      gap -= long;
    }
    written.push(toSign(gap * SETS + bits - 1));
    for (const [at, group] of GROUPS.entries()) {
      if ((bits & 1 << at) === 0) continue;
      const count = counts[at] ?? 0;
      const row = weights[group].subarray(place * count, (place + 1) * count);
      written.push(...Array.from(row, fromWeight));
    }
    next = place + 1;
  }
  return written.join("");
}

function knows(weights: Int8Array, place: number, count = 0): boolean {
  for (let at = place * count; at < (place + 1) * count; at++) if (weights[at] !== 0) return true;
  return false;
}

/** What `packWeights` packed, ready to score. */
export function unpackModel({ groups, packed }: PackedModel): Model {
  const weights = new Int8Array(packed.length);
  const known = new Uint8Array(PLACES);
  const starts = new Uint32Array(PLACES);
  const sizes = listOffsets(groups, GROUPS.length);
  let place = 0;
  for (let at = 0; at < packed.length;) {
    const code = packed.charCodeAt(at++);
    if (code >= FIRST_LETTER) {
      place += code - FIRST_LETTER;
      continue;
    }
    const head = fromSign(code);
    const bits = head % SETS + 1;
    place += (head - bits + 1) / SETS;
    known[place] = bits;
    starts[place] = at;
    const end = at + (sizes[bits] ?? 0);
    for (; at < end; at++) weights[at] = toWeight(packed.charCodeAt(at));
    place++;
  }
  const [sentence, context, email] = GROUPS.map((_, before) => listOffsets(groups, before));
  if (sentence === undefined || context === undefined || email === undefined) {
    throw new TypeError("A group has no weights.");
  }
  return { groups, weights, known, starts, offsets: { sentence, context, email } };
}

/** How many weights a place has of the first groups, by the bits of its groups. */
function listOffsets(groups: PackedModel["groups"], first: number): number[] {
  return Array.from({ length: SETS + 1 }, (_, bits) =>
    GROUPS.slice(0, first).reduce(
      (sum, group, at) => sum + ((bits & 1 << at) === 0 ? 0 : groups[group].names.length),
      0,
    ));
}

/** The weights of a group by place, as `packWeights` takes them. */
export function listWeights(model: Model, group: Group): Int8Array {
  const count = model.groups[group].names.length;
  const bit = 1 << GROUPS.indexOf(group);
  const all = new Int8Array(PLACES * count);
  for (const [place, groups] of model.known.entries()) {
    if ((groups & bit) === 0) continue;
    const from = (model.starts[place] ?? 0) + (model.offsets[group][groups] ?? 0);
    for (let at = 0; at < count; at++) {
      all[place * count + at] = model.weights[from + at] ?? 0;
    }
  }
  return all;
}
