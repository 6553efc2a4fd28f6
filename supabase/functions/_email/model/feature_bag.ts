/** Collects the features of an email or sentence. */
import { type Features, hash, toBucketOfOne, toBucketOfTwo } from "./hashing.ts";

/** The learned models have 2^15 places. */
export const BUCKET_BITS = 16;
export const BUCKETS = 1 << BUCKET_BITS;

/** A kind of features: its name tells it apart, its value says how much one counts. */
export interface Kind {
  readonly seed: number;
  readonly value: number;
}

/** Kinds by name, from what one feature of each counts. */
export function toKinds<Name extends string>(
  values: Readonly<Record<Name, number>>,
): Readonly<Record<Name, Kind>> {
  const kinds = Object.entries<number>(values).map(([name, value]) =>
    [name, { seed: hash(name), value }] as const
  );
  return Object.fromEntries(kinds) as Record<Name, Kind>;
}

/** Features under way. A feature added again keeps its last value. */
export class FeatureBag {
  readonly #values = new Map<number, number>();

  /** Adds the feature of that kind and name, `factor` times what its kind counts. */
  add({ seed, value }: Kind, name: string, factor = 1): void {
    this.#values.set(toBucketOfOne(BUCKET_BITS, seed, hashOf(name)), value * factor);
  }

  /** The same for a word whose hash is known. */
  addHash({ seed, value }: Kind, hash: number): void {
    this.#values.set(toBucketOfOne(BUCKET_BITS, seed, hash), value);
  }

  /** The same for two words. */
  addPair({ seed, value }: Kind, first: number, second: number): void {
    this.#values.set(toBucketOfTwo(BUCKET_BITS, seed, first, second), value);
  }

  get features(): Features {
    return this.#values;
  }
}

const hashes = new Map<string, number>();
/** Words whose hash is kept. */
const MAX_HASHES = 5_000;

/** The hash of a word. */
export function hashOf(word: string): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const made = hash(word);
  if (hashes.size < MAX_HASHES) hashes.set(word, made);
  return made;
}
