/** How the model reads a sentence: words and marks, with their fields of meaning. */
import { LETTERS } from "../text/letters.ts";
import { Memo } from "../text/memo.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldsOf } from "./fields.ts";
import { hashOf, listHashes } from "./hashing.ts";
import { classify } from "./word_classes.ts";

/** Words and marks read of one sentence: what it wants is said early. */
const MAX_WORDS = 80;
/** Units read of one sentence. */
const MAX_UNITS = 1_000;

const WORD = new RegExp(
  `[${LETTERS}]+(?:'[a-z]{1,2}(?![${LETTERS}]))?|\\d[\\d.,:/-]{0,40}|[?!:,;$£€%]`,
  "g",
);
/** What a list item or a quote begins with. */
const BULLET = /^(?:[>\s*•–[\]-]|\d{1,2}[.)] ){1,20}/;
const LINK = /\$link|https?:\S{1,500}|www\.\S{1,500}|<[^<>]{0,300}>/g;
const ADDRESS = /[^\s@]{1,100}@\S{1,200}/g;

/** A word or mark. Numbers are `0`, currencies `$`, links `url` and email addresses `mail`. */
export interface MarkedWord {
  readonly word: string;
  /** Hashes of its fields of meaning. */
  readonly fields: readonly number[];
  readonly hash: number;
  /** Hash of its class, see `classify`. */
  readonly classHash: number;
  /** A comma, semicolon or colon: it ends a clause, and words stand together across it. */
  readonly isPause: boolean;
}

/** Words that are kept with their fields, by language. */
const MAX_KEPT = 5_000;
const kept = new Map<string | null, Map<string, MarkedWord>>();

/** The words and marks of a folded sentence, in order. */
export function markWords(folded: string, language: string | null): MarkedWord[] {
  let known = kept.get(language);
  if (known === undefined || known.size > MAX_KEPT) {
    known = new Map();
    kept.set(language, known);
  }
  const words: MarkedWord[] = [];
  for (const found of replaceNames(folded).match(WORD) ?? []) {
    if (words.length === MAX_WORDS) break;
    let marked = known.get(found);
    if (marked === undefined) {
      marked = markAnew(found, language);
      known.set(found, marked);
    }
    words.push(marked);
  }
  return words;
}

/** For a word that is not kept yet; few are, once some emails have been read. */
function markAnew(found: string, language: string | null): MarkedWord {
  const word = /^\d/.test(found) ? "0" : found.replace(/[£€]/, "$");
  return {
    word,
    fields: listHashes(fieldsOf(word, language)),
    hash: hashOf(word),
    classHash: hashOf(classify(word)),
    isPause: /^[,;:]$/.test(word),
  };
}

function replaceNames(folded: string): string {
  const read = (folded.length > MAX_UNITS ? folded.slice(0, MAX_UNITS) : folded)
    .replace(BULLET, "");
  return /[@<$]|http|www\./.test(read)
    ? read.replace(LINK, " url ").replace(ADDRESS, " mail ")
    : read;
}

const sentences = new Memo<Sentence, Map<string | null, readonly MarkedWord[]>>();

/** The same for a sentence. Read once: several classifiers ask. */
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

const fields = new Memo<readonly MarkedWord[], readonly number[]>();

/** The fields of meaning of the words of a sentence, each once. Listed once. */
export function listFields(words: readonly MarkedWord[]): readonly number[] {
  const known = fields.get(words);
  if (known !== undefined) return known;
  const listed: number[] = [];
  for (const word of words) {
    for (const field of word.fields) if (!listed.includes(field)) listed.push(field);
  }
  fields.set(words, listed);
  return listed;
}
