/**
 * A repeatable source of numbers from 0 to below 1 (mulberry32): the same seed gives the same ones.
 * Not for secrets.
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed for whoever gives none: a whole number from 1. */
export function drawSeed(): number {
  return 1 + Math.floor(Math.random() * 999_999);
}
