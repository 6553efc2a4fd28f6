/** Feature hashing (Weinberger et al. 2009): every feature has its place among so many weights. */

/** Features are hashed to 2^17 places, the same in every model. */
const PLACE_BITS = 17;
export const PLACES = 1 << PLACE_BITS;

/** For each place a number, above 0 where it counts: features at others need not be collected. */
export type WeighedPlaces = ArrayLike<number>;

/** FNV-1a over UTF-16 units. */
export function hash(token: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < token.length; at++) {
    state = Math.imul(state ^ token.charCodeAt(at), 0x01000193);
  }
  return state;
}

const hashes = new Map<string, number>();
/** Words whose hash is kept. */
const MAX_HASHES = 5_000;

/** The same, kept for the words that come back. */
export function hashOf(word: string): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const made = hash(word);
  if (hashes.size < MAX_HASHES) hashes.set(word, made);
  return made;
}

/**
 * The hashes of some words. By hand: `map` makes another kind of array once it is hot, for which
 * all that reads hashes is compiled anew.
 */
export function listHashes(words: readonly string[]): number[] {
  const made: number[] = [];
  for (const word of words) made.push(hashOf(word));
  return made;
}

/** One more part of a feature: begin with the seed of its kind, end with `toPlace`. */
export function mix(state: number, part: number): number {
  const mixed = Math.imul(state ^ part, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The place of a feature whose parts were all mixed in. */
export function toPlace(state: number): number {
  const mixed = Math.imul(state, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> (32 - PLACE_BITS);
}

/** Whether a place counts; all of them do where nobody says which. */
export function isWeighed(place: number, weighed: WeighedPlaces | null): boolean {
  return weighed === null || (weighed[place] ?? 0) > 0;
}
