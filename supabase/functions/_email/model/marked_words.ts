/** How the learned models read a sentence: words with their fields. */
import { LETTERS } from "../text/letters.ts";
import type { Sentence } from "../text/sentences.ts";
import { hashOf } from "./feature_bag.ts";
import { type Field, fieldsOf } from "./fields.ts";

/** Words read of one sentence. */
const MAX_WORDS = 80;
const WORD = new RegExp(
  `[${LETTERS}]+(?:'[a-z]{1,3})?|'(?:ll|d|re|ve)\\b|\\d[\\d.,:/-]{0,40}|[?!$£€%]`,
  "g",
);

/** A word of a sentence, numbers and currency signs as `0` and `$`. */
export interface MarkedWord {
  readonly word: string;
  readonly fields: readonly Field[];
  readonly hash: number;
}

/** Words that are kept with their fields, by language. */
const MAX_KEPT = 5_000;
const kept = new Map<string | null, Map<string, MarkedWord>>();

/** The words of a folded sentence, in order. */
export function markWords(folded: string, language: string | null): MarkedWord[] {
  let known = kept.get(language);
  if (known === undefined || known.size > MAX_KEPT) {
    known = new Map();
    kept.set(language, known);
  }
  const words: MarkedWord[] = [];
  for (const found of folded.match(WORD) ?? []) {
    if (words.length === MAX_WORDS) break;
    let marked = known.get(found);
    if (marked === undefined) {
      const word = /^\d/.test(found) ? "0" : found.replace(/[£€]/, "$");
      marked = { word, fields: fieldsOf(word, language), hash: hashOf(word) };
      known.set(found, marked);
    }
    words.push(marked);
  }
  return words;
}

const sentences = new WeakMap<Sentence, Map<string | null, readonly MarkedWord[]>>();

/** The same for a sentence. Read once: both learned models ask. */
export function markSentence(
  sentence: Sentence,
  language: string | null,
): readonly MarkedWord[] {
  let marked = sentences.get(sentence);
  if (marked === undefined) {
    marked = new Map();
    sentences.set(sentence, marked);
  }
  let words = marked.get(language);
  if (words === undefined) {
    words = markWords(sentence.folded, language);
    marked.set(language, words);
  }
  return words;
}
