/** Collects the features of an email or sentence. */
import { FeatureList } from "./feature_list.ts";
import { hash, hashOf, isWeighed, mix, toPlace, type WeighedPlaces } from "./hashing.ts";

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
  readonly features: FeatureList;
  readonly #weighed: WeighedPlaces | null;

  /**
   * @param weighed leaves out features at other places; null collects all
   * @param expected features that will be added, about
   */
  constructor(weighed: WeighedPlaces | null = null, expected = 0) {
    this.features = new FeatureList([], expected);
    this.#weighed = weighed;
  }

  /** Adds the feature of that kind and name, `factor` times what its kind counts. */
  add(kind: Kind, name: string, factor = 1): void {
    this.addHash(kind, hashOf(name), factor);
  }

  /** Adds a feature of each name. */
  addAll(kind: Kind, names: Iterable<string>): void {
    for (const name of names) this.add(kind, name);
  }

  /** The same as `add` for a name whose hash is known. */
  addHash({ seed, value }: Kind, hash: number, factor = 1): void {
    this.#set(mix(seed, hash), value * factor);
  }

  /** Adds a feature of each hash. */
  addHashes(kind: Kind, hashes: readonly number[]): void {
    for (const hash of hashes) this.addHash(kind, hash);
  }

  /** The same for two words. */
  addPair({ seed, value }: Kind, first: number, second: number): void {
    this.#set(mix(mix(seed, first), second), value);
  }

  /** The same for `length` words in a row. */
  addRun({ seed, value }: Kind, hashes: readonly number[], from: number, length: number): void {
    let state = seed;
    for (let at = from; at < from + length; at++) state = mix(state, hashes[at] ?? 0);
    this.#set(state, value);
  }

  #set(state: number, value: number): void {
    const place = toPlace(state);
    if (isWeighed(place, this.#weighed)) this.features.set(place, value);
  }
}
