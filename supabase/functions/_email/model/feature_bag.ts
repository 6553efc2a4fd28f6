/** Collects the features of an email or sentence. */
import { type Features, hash, hashOf, mix, toPlace } from "./hashing.ts";

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
    this.#values.set(toPlace(mix(seed, hashOf(name))), value * factor);
  }

  /** Adds a feature of each name. */
  addAll(kind: Kind, names: Iterable<string>): void {
    for (const name of names) this.add(kind, name);
  }

  /** The same for a word whose hash is known. */
  addHash({ seed, value }: Kind, hash: number): void {
    this.#values.set(toPlace(mix(seed, hash)), value);
  }

  /** The same for two words. */
  addPair({ seed, value }: Kind, first: number, second: number): void {
    this.#values.set(toPlace(mix(mix(seed, first), second)), value);
  }

  /** The same for `length` words in a row. */
  addRun({ seed, value }: Kind, hashes: readonly number[], from: number, length: number): void {
    let state = seed;
    for (let at = from; at < from + length; at++) state = mix(state, hashes[at] ?? 0);
    this.#values.set(toPlace(state), value);
  }

  get features(): Features {
    return this.#values;
  }
}
