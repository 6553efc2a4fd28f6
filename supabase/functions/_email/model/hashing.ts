/** Feature hashing (Weinberger et al. 2009): every feature has its place among so many weights. */

/** Places of features among the weights, each with its value. */
export type Features = ReadonlyMap<number, number>;

/** FNV-1a over UTF-16 units. */
export function hash(token: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < token.length; at++) {
    state = Math.imul(state ^ token.charCodeAt(at), 0x01000193);
  }
  return state;
}

/** The place of a feature among 2^bits weights; `seed` tells kinds of features apart. */
export function toBucket(bits: number, seed: number, hashes: readonly number[]): number {
  let state = seed;
  for (const part of hashes) state = mix(state, part);
  return finish(bits, state);
}

/** The same for a feature of one part. */
export function toBucketOfOne(bits: number, seed: number, part: number): number {
  return finish(bits, mix(seed, part));
}

/** The same for a feature of two parts. */
export function toBucketOfTwo(bits: number, seed: number, first: number, second: number): number {
  return finish(bits, mix(mix(seed, first), second));
}

function mix(state: number, part: number): number {
  const mixed = Math.imul(state ^ part, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function finish(bits: number, state: number): number {
  const mixed = Math.imul(state, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> (32 - bits);
}
