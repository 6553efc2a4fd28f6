/** What does the email around a sentence say of it? */
import type { Sentence } from "../text/sentences.ts";
import { FeatureBag, type Kind, toKinds } from "./feature_bag.ts";
import type { FeatureList } from "./feature_list.ts";
import { hashOf, listHashes, type WeighedPlaces } from "./hashing.ts";
import { cutLogOdds } from "./log_odds.ts";
import { listFields, type MarkedWord, markSentence } from "./words.ts";

/** What the cues say of a sentence; `own` begins with its sender, `listed` ends as no sentence. */
export const SENTENCE_SIGNS = [
  "question",
  "action",
  "formula",
  "promise",
  "trouble",
  "lack",
  "order",
  "apology",
  "case",
  "own",
  "dated",
  "listed",
] as const;
export type SentenceSign = (typeof SENTENCE_SIGNS)[number];

/** The signs of each sentence of an email. */
export type SignsOfSentences = ReadonlyMap<Sentence, readonly SentenceSign[]>;

/** The sentences of an email as the rules have read them so far. */
export interface SentenceTraits {
  readonly sentences: readonly Sentence[];
  readonly language: string | null;
  readonly signs: SignsOfSentences;
  /** The intent that the email's classifiers find likeliest. */
  readonly purpose: string;
  /** Log-odds of the email's classifiers, by name. */
  readonly mailScores: ReadonlyMap<string, number>;
}

/** What one feature of a kind counts; chosen by cross-validation on the training emails. */
const KINDS = toKinds({
  sign: 1.2,
  field: 0.5,
  fieldPurpose: 0.4,
  fieldSign: 0.3,
  fieldPair: 0.2,
  fieldBefore: 0.25,
  fieldAfter: 0.25,
  startField: 0.7,
  secondField: 0.7,
  mailScore: 0.7,
  trait: 0.5,
  signPurpose: 0.5,
  signBefore: 0.8,
  signAfter: 0.8,
  signElsewhere: 0.4,
});

/** Log-odds of an email's classifier are cut here, and count once at it. */
const MAX_MAIL_SCORE = 2;
const LENGTH_STEP = 4;
const MAX_LENGTH = 6;
/** Emails of more sentences are told apart no further, and places in them by quarters. */
const MAX_COUNT = 8;
const PARTS = 4;
/** Sentences at the end that count as last. */
const LAST_SENTENCES = 2;
/** Stands for a word that not every text has. */
const ANY_WORD = hashOf("*");
const NO_FIELD = [ANY_WORD];
const NONE: readonly number[] = [];
/** What stands for the fields of the word behind the last. */
const BEHIND_LAST = [hashOf("")];

/** The features of each sentence beside its words. Linear in the text. */
export function listContextFeatures(
  traits: SentenceTraits,
  weighed: WeighedPlaces | null,
): FeatureList[] {
  const { sentences, language } = traits;
  // By hand: `map` makes another kind of array once it is hot, for which all is compiled anew.
  const marked: (readonly MarkedWord[])[] = [];
  const fields: (readonly number[])[] = [];
  const signs: (readonly number[])[] = [];
  for (const sentence of sentences) {
    const words = markSentence(sentence, language);
    marked.push(words);
    fields.push(listFields(words));
    signs.push(listHashes(traits.signs.get(sentence) ?? []));
  }
  const counts = countSigns(signs);
  const mailScores: { readonly hash: number; readonly share: number }[] = [];
  for (const [name, score] of traits.mailScores) {
    const share = cutLogOdds(score, MAX_MAIL_SCORE) / MAX_MAIL_SCORE;
    mailScores.push({ hash: hashOf(name), share });
  }
  const purpose = hashOf(traits.purpose);
  return sentences.map((sentence, at) => {
    const bag = new FeatureBag(weighed);
    const words = marked[at] ?? [];
    const ownFields = fields[at] ?? NONE;
    const ownSigns = signs[at] ?? NONE;
    bag.addHashes(KINDS.sign, ownSigns);
    bag.addHashes(KINDS.field, ownFields);
    addPairs(bag, ownFields, ownSigns, purpose);
    bag.addHashes(KINDS.fieldBefore, fields[at - 1] ?? NONE);
    bag.addHashes(KINDS.fieldAfter, fields[at + 1] ?? NONE);
    bag.addHashes(KINDS.signBefore, signs[at - 1] ?? NONE);
    bag.addHashes(KINDS.signAfter, signs[at + 1] ?? NONE);
    addFields(bag, words);
    bag.addHash(KINDS.trait, purpose);
    for (const { hash, share } of mailScores) bag.addHash(KINDS.mailScore, hash, share);
    counts.forEach((count, sign) => {
      if (count > (ownSigns.includes(sign) ? 1 : 0)) bag.addHash(KINDS.signElsewhere, sign);
    });
    bag.addAll(KINDS.trait, listTraits(sentence, words.length, at, sentences.length));
    return bag.features;
  });
}

/** How many sentences have each sign. */
function countSigns(all: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const signs of all) {
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

/** The same words tell trouble in a complaint, and news in a report. */
function addPairs(
  bag: FeatureBag,
  fields: readonly number[],
  signs: readonly number[],
  purpose: number,
): void {
  for (const sign of signs) bag.addPair(KINDS.signPurpose, purpose, sign);
  for (const field of fields) {
    bag.addPair(KINDS.fieldPurpose, purpose, field);
    for (const sign of signs) bag.addPair(KINDS.fieldSign, sign, field);
  }
}

/** The fields of each word with those of the next: "want to buy". Pauses are passed over. */
export function addFieldPairs(bag: FeatureBag, kind: Kind, words: readonly MarkedWord[]): void {
  let before: readonly number[] | null = null;
  const addBoth = (after: readonly number[]) => {
    for (const field of before ?? []) for (const other of after) bag.addPair(kind, field, other);
  };
  for (const { fields, isPause } of words) {
    if (isPause) continue;
    const own = orNone(fields);
    addBoth(own);
    before = own;
  }
  addBoth(BEHIND_LAST);
}

function addFields(bag: FeatureBag, words: readonly MarkedWord[]): void {
  addFieldPairs(bag, KINDS.fieldPair, words);
  const spoken = words.filter(({ isPause }) => !isPause);
  bag.addHashes(KINDS.startField, spoken[0]?.fields ?? NONE);
  bag.addHashes(KINDS.secondField, spoken[1]?.fields ?? NONE);
}

function listTraits({ text }: Sentence, words: number, at: number, count: number): string[] {
  return [
    "any",
    `length ${Math.min(MAX_LENGTH, Math.floor(words / LENGTH_STEP))}`,
    `end ${text.slice(-1).replace(/\w/, "letter")}`,
    `count ${Math.min(MAX_COUNT, count)}`,
    `part ${Math.floor(PARTS * at / count)}`,
    ...at === 0 ? ["first"] : [],
    ...at >= count - LAST_SENTENCES ? ["last"] : [],
  ];
}

function orNone(fields: readonly number[]): readonly number[] {
  return fields.length === 0 ? NO_FIELD : fields;
}
