/** Collects the features of an email or sentence. */
import { type Features, hash, toBucket } from "./hashing.ts";

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

  /** Adds the feature of that kind and those words, `factor` times what its kind counts. */
  add({ seed, value }: Kind, words: readonly string[], factor = 1): void {
    this.#values.set(toBucket(BUCKET_BITS, seed, words.map(hashOf)), value * factor);
  }

  get features(): Features {
    return this.#values;
  }
}

const hashes = new Map<string, number>();
/** Words whose hash is kept. */
const MAX_HASHES = 5_000;

function hashOf(word: string): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const made = hash(word);
  if (hashes.size < MAX_HASHES) hashes.set(word, made);
  return made;
}
