/** Which features of a sentence do the sentence classifiers weigh? */
import type { Sentence } from "../text/sentences.ts";
import type { Features } from "./hashing.ts";
import { FeatureBag, hashOf, type Kind, toKinds } from "./feature_bag.ts";
import { type MarkedWord, markSentence } from "./marked_words.ts";

/** What the cues say of a sentence. */
export type SentenceSign = "question" | "action" | "formula" | "promise" | "trouble" | "lack";

/** The signs of each sentence of an email. */
export type SignsOfSentences = ReadonlyMap<Sentence, readonly SentenceSign[]>;

/** The sentences of an email as the rules have read them so far. */
export interface SentenceTraits {
  readonly sentences: readonly Sentence[];
  readonly language: string | null;
  readonly signs: SignsOfSentences;
  /** Log-odds of the email's classifiers, by name. */
  readonly mailScores: ReadonlyMap<string, number>;
}

/** What one feature of a kind counts; chosen by cross-validation on the training emails. */
const KINDS = toKinds({
  sign: 1.2,
  field: 0.5,
  fieldAsked: 0.25,
  fieldPair: 0.4,
  fieldBefore: 0.25,
  fieldAfter: 0.25,
  word: 0.4,
  pair: 0.3,
  start: 0.7,
  startField: 0.7,
  secondField: 0.7,
  startPair: 0.7,
  clauseStart: 0.4,
  clauseField: 0.4,
  mailScore: 0.7,
  trait: 0.5,
});

/** Log-odds of an email's head are cut here, and count once at it. */
const MAX_MAIL_SCORE = 2;
const LENGTH_STEP = 4;
const MAX_LENGTH = 6;
/** Sentences at the end that count as last. */
const LAST_SENTENCES = 2;
const JOINS = new Set(
  "and but so then please just also und bitte dann aber y e por pero".split(" "),
);
const NO_FIELD = ["*"];
/** What stands for the word behind the last, and for its fields. */
const BEHIND_LAST = [""];
const NO_WORD = hashOf("");

/** The features of each sentence. Linear in the text. */
export function listSentenceFeatures(traits: SentenceTraits): Features[] {
  const { sentences, language } = traits;
  const marked = sentences.map((sentence) => markSentence(sentence, language));
  const fields = marked.map((words) => new Set(words.flatMap((word) => word.fields)));
  return sentences.map((sentence, at) => {
    const bag = new FeatureBag();
    const words = marked[at] ?? [];
    const own = fields[at] ?? [];
    const signs = traits.signs.get(sentence) ?? [];
    addAll(bag, KINDS.sign, signs);
    addAll(bag, KINDS.field, own);
    if (signs.includes("question")) addAll(bag, KINDS.fieldAsked, own);
    addAll(bag, KINDS.fieldBefore, fields[at - 1] ?? []);
    addAll(bag, KINDS.fieldAfter, fields[at + 1] ?? []);
    addWords(bag, words);
    addStarts(bag, words);
    for (const [head, score] of traits.mailScores) {
      const cut = Math.max(-MAX_MAIL_SCORE, Math.min(MAX_MAIL_SCORE, score));
      bag.add(KINDS.mailScore, head, cut / MAX_MAIL_SCORE);
    }
    addAll(bag, KINDS.trait, listTraits(sentence, words.length, at, sentences.length));
    return bag.features;
  });
}

function addAll(bag: FeatureBag, kind: Kind, names: Iterable<string>): void {
  for (const name of names) bag.add(kind, name);
}

function addWords(bag: FeatureBag, words: readonly MarkedWord[]): void {
  for (const [at, { hash, fields }] of words.entries()) {
    const next = words[at + 1];
    bag.addHash(KINDS.word, hash);
    bag.addPair(KINDS.pair, hash, next?.hash ?? NO_WORD);
    for (const field of orNone(fields)) {
      for (const other of next === undefined ? BEHIND_LAST : orNone(next.fields)) {
        bag.addPair(KINDS.fieldPair, hashOf(field), hashOf(other));
      }
    }
    if (JOINS.has(words[at - 1]?.word ?? "")) {
      bag.addHash(KINDS.clauseStart, hash);
      addAll(bag, KINDS.clauseField, fields);
    }
  }
}

function addStarts(bag: FeatureBag, [first, second]: readonly MarkedWord[]): void {
  if (first === undefined) return;
  bag.addHash(KINDS.start, first.hash);
  bag.addPair(KINDS.startPair, first.hash, second?.hash ?? NO_WORD);
  addAll(bag, KINDS.startField, first.fields);
  addAll(bag, KINDS.secondField, second?.fields ?? []);
}

function listTraits({ text }: Sentence, words: number, at: number, count: number): string[] {
  return [
    "any",
    `length ${Math.min(MAX_LENGTH, Math.floor(words / LENGTH_STEP))}`,
    `end ${text.slice(-1).replace(/\w/, "letter")}`,
    ...at === 0 ? ["first"] : [],
    ...at >= count - LAST_SENTENCES ? ["last"] : [],
  ];
}

function orNone(fields: readonly string[]): readonly string[] {
  return fields.length === 0 ? NO_FIELD : fields;
}
