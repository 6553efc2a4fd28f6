/**
 * What does a sentence say by itself? Its words and phrases, which every classifier weighs at the
 * same places.
 */
import { LETTERS } from "../text/letters.ts";
import { Memo } from "../text/memo.ts";
import type { Sentence } from "../text/sentences.ts";
import { FeatureBag, toKinds } from "./feature_bag.ts";
import type { FeatureList } from "./feature_list.ts";
import { hashOf, listHashes } from "./hashing.ts";
import { SIGNS } from "./signs.ts";
import { UNKNOWN_CLASS } from "./word_classes.ts";
import { type MarkedWord, markSentence } from "./words.ts";

/** What one feature of a kind counts; chosen by cross-validation on the training data. */
const KINDS = toKinds({
  word: 1.3,
  pair: 1,
  clauseStart: 1.3,
  clausePair: 1.3,
  triple: 0.8,
  gap: 0.7,
  classes: 0.5,
  sign: 1.5,
  signPair: 0.7,
  length: 1.5,
});

/** Longest run of word classes. */
const MAX_CLASSES = 4;
/** Units of a sentence in which signs are looked for. */
const SIGN_UNITS = 1_000;
/** Upper ends of the classes of length, in words and marks. */
const LENGTHS = [3, 7, 14, 24, 39];

/** Stand for the word before the first and behind the last. */
const EDGE = hashOf("^");
const END = hashOf("$");
const UNKNOWN = hashOf(UNKNOWN_CLASS);
/** A clause begins behind these, and behind every pause. */
const JOINS: ReadonlySet<string> = new Set(
  ("and but so then please und aber dann bitte y e pero por et mais puis ma poi quindi en maar " +
    "dus dan mas depois então").split(" "),
);
const BEGINS_WITH_LETTER = new RegExp(`^[${LETTERS}]`);

const wordsOf = new Memo<readonly MarkedWord[], FeatureList>();

/** The words of a sentence, in pairs, and at the start of each clause. Listed once. */
export function listWordFeatures(words: readonly MarkedWord[]): FeatureList {
  const known = wordsOf.get(words);
  if (known !== undefined) return known;
  const bag = new FeatureBag(null, 3 * words.length);
  let before = EDGE;
  for (const { hash, isPause } of words) {
    if (isPause) continue;
    bag.addHash(KINDS.word, hash);
    bag.addPair(KINDS.pair, before, hash);
    before = hash;
  }
  bag.addPair(KINDS.pair, before, END);
  let isStart = true;
  for (let at = 0; at < words.length; at++) {
    const marked = words[at];
    if (marked === undefined) break;
    const { word, hash, isPause } = marked;
    if (isStart && BEGINS_WITH_LETTER.test(word)) {
      bag.addHash(KINDS.clauseStart, hash);
      bag.addPair(KINDS.clausePair, hash, words[at + 1]?.hash ?? END);
      isStart = false;
    }
    if (isPause || JOINS.has(word)) isStart = true;
  }
  wordsOf.set(words, bag.features);
  return bag.features;
}

/**
 * Longer phrases of an English sentence, and what rules see in it. Linear in the sentence.
 * @param signs what the cues say of it
 */
export function listPhraseFeatures(sentence: Sentence, signs: readonly string[]): FeatureList {
  const words = markSentence(sentence, "en");
  const bag = new FeatureBag(null, 5 * words.length);
  const hashes = [EDGE];
  for (const { hash, isPause } of words) if (!isPause) hashes.push(hash);
  hashes.push(END);
  for (let at = 0; at + 2 < hashes.length; at++) {
    bag.addRun(KINDS.triple, hashes, at, 3);
    bag.addPair(KINDS.gap, hashes[at] ?? 0, hashes[at + 2] ?? 0);
  }
  addClasses(bag, words);
  const all = listHashes(signs);
  addSigns(all, sentence);
  for (let at = 0; at < all.length; at++) {
    const sign = all[at] ?? 0;
    bag.addHash(KINDS.sign, sign);
    for (let other = at + 1; other < all.length; other++) {
      bag.addPair(KINDS.signPair, sign, all[other] ?? 0);
    }
  }
  bag.add(KINDS.length, String(LENGTHS.findIndex((limit) => words.length <= limit)));
  return bag.features;
}

/** A sign is named by its place. */
const SIGN_HASHES = listHashes(SIGNS.map((_, at) => String(at)));

function addSigns(signs: number[], { folded }: Sentence): void {
  const read = folded.length > SIGN_UNITS ? folded.slice(0, SIGN_UNITS) : folded;
  for (let at = 0; at < SIGNS.length; at++) {
    if (SIGNS[at]?.test(read)) signs.push(SIGN_HASHES[at] ?? 0);
  }
}

function addClasses(bag: FeatureBag, words: readonly MarkedWord[]): void {
  const hashes = [EDGE];
  const unknownRuns = [0];
  let unknown = 0;
  for (const { word, classHash } of words) {
    if (word === ";" || word === ":") continue;
    unknown = classHash === UNKNOWN ? unknown + 1 : 0;
    hashes.push(classHash);
    unknownRuns.push(unknown);
  }
  hashes.push(END);
  unknownRuns.push(0);
  for (let length = 2; length <= MAX_CLASSES; length++) {
    for (let at = 0; at + length <= hashes.length; at++) {
      const isKnown = (unknownRuns[at + length - 1] ?? 0) < length;
      if (isKnown) bag.addRun(KINDS.classes, hashes, at, length);
    }
  }
}
