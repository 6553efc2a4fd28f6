/** Which features of a sentence does the request model weigh? */
import { LETTERS } from "../../text/letters.ts";
import { fold } from "../../text/cues.ts";
import { type Features, toBucket, toBucketOfOne, toBucketOfTwo } from "../hashing.ts";
import { hashOf } from "../feature_bag.ts";
import { SIGNS } from "./signs.ts";
import { toTokens } from "./tokens.ts";
import { classify, UNKNOWN_CLASS } from "./word_classes.ts";

/** Feature hashing (Weinberger et al. 2009): every feature has its place among so many weights. */
export const BUCKET_BITS = 18;
export const BUCKETS = 1 << BUCKET_BITS;

/** Kinds of features and what one counts; chosen by cross-validation on the training corpus. */
const KINDS = {
  word: { seed: 0x1f2e3d4c, value: 1.3 },
  pair: { seed: 0x2b3c4d5e, value: 1 },
  triple: { seed: 0x3c4d5e6f, value: 0.8 },
  clauseStart: { seed: 0x4d5e6f70, value: 1.3 },
  classes: { seed: 0x5e6f7081, value: 0.5 },
  sign: { seed: 0x6f708192, value: 1.5 },
  signPair: { seed: 0x1111111, value: 0.7 },
  length: { seed: 0x708192a3, value: 1.5 },
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Longest run of word classes. */
const MAX_CLASSES = 4;
/** Upper ends of the classes of length, in tokens. */
const LENGTHS = [3, 7, 14, 24, 39];

const BEGINS_WITH_LETTER = new RegExp(`^[${LETTERS}]`);
const EDGE = "^";
const END = "$";

/** The features of a sentence as written. Linear in the sentence. */
export function listFeatures(text: string): Features {
  const tokens = toTokens(text);
  const features = new Map<number, number>();
  const add = ({ seed, value }: Kind, hashes: readonly number[]) =>
    features.set(toBucket(BUCKET_BITS, seed, hashes), value);

  const add1 = ({ seed, value }: Kind, one: number) =>
    features.set(toBucketOfOne(BUCKET_BITS, seed, one), value);
  const add2 = ({ seed, value }: Kind, first: number, second: number) =>
    features.set(toBucketOfTwo(BUCKET_BITS, seed, first, second), value);

  const words = [EDGE, ...tokens.filter((token) => !/^[,;:]$/.test(token)), END].map(hashOf);
  for (const [at, word] of words.entries()) {
    const [second, third] = [words[at + 1], words[at + 2]];
    add1(KINDS.word, word);
    if (second !== undefined) add2(KINDS.pair, word, second);
    if (second !== undefined && third !== undefined) add(KINDS.triple, [word, second, third]);
  }
  for (const start of findClauseStarts(tokens)) {
    const first = hashOf(tokens[start] ?? END);
    add1(KINDS.clauseStart, first);
    add2(KINDS.clauseStart, first, hashOf(tokens[start + 1] ?? END));
  }
  addClasses(tokens, (hashes) => add(KINDS.classes, hashes));
  const folded = fold(text.slice(0, 1_000));
  const signs = [...SIGNS.keys()].filter((place) => SIGNS[place]?.test(folded));
  for (const [at, sign] of signs.entries()) {
    add1(KINDS.sign, sign);
    for (const other of signs.slice(at + 1)) add2(KINDS.signPair, sign, other);
  }
  const length = LENGTHS.findIndex((limit) => tokens.length <= limit);
  add1(KINDS.length, length);
  return features;
}

/** Where a clause begins: at the start and behind marks and small joining words. */
function findClauseStarts(tokens: readonly string[]): number[] {
  const starts: number[] = [];
  let isStart = true;
  tokens.forEach((token, at) => {
    if (isStart && BEGINS_WITH_LETTER.test(token)) {
      starts.push(at);
      isStart = false;
    }
    if (/^(?:[,;:]|and|but|so|then|please)$/.test(token)) isStart = true;
  });
  return starts;
}

function addClasses(tokens: readonly string[], add: (hashes: readonly number[]) => void): void {
  const classes = [EDGE, ...tokens.filter((token) => !/^[;:]$/.test(token)).map(classify), END];
  const hashes = classes.map(hashOf);
  let unknown = 0;
  const unknownRuns = classes.map((name) => unknown = name === UNKNOWN_CLASS ? unknown + 1 : 0);
  for (let length = 2; length <= MAX_CLASSES; length++) {
    for (let at = 0; at + length <= classes.length; at++) {
      const isKnown = (unknownRuns[at + length - 1] ?? 0) < length;
      if (isKnown) add(hashes.slice(at, at + length));
    }
  }
}
