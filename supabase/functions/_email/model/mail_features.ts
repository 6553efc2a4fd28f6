/** What does an email say beside the words of its sentences? */
import { quick } from "../text/quick.ts";
import { LETTERS } from "../text/letters.ts";
import { isForwardSubject } from "../text/reply_prefixes.ts";
import type { Intent } from "../reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { FeatureList } from "./feature_list.ts";
import { isWeighed, listHashes, type WeighedPlaces } from "./hashing.ts";
import type { IntentContext } from "../judgments/intent_context.ts";
import { FeatureBag, toKinds } from "./feature_bag.ts";
import { listWordFeatures } from "./own_features.ts";
import { addFieldPairs, type SignsOfSentences } from "./sentence_features.ts";
import { listFields, markSentence } from "./words.ts";

/** An email as the rules have read it so far. */
export interface MailTraits {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  /** How strong the cues for each intent are. */
  readonly cueScores: ReadonlyMap<Intent, number>;
  readonly context: IntentContext;
  readonly signs: SignsOfSentences;
}

/** What one feature of a kind counts; chosen by cross-validation on the training emails. */
const KINDS = toKinds({
  cueScore: 0.6,
  field: 0.6,
  fieldPair: 0.25,
  fieldSign: 0.4,
  sign: 0.5,
  signShare: 0.5,
  fieldFirst: 0.3,
  fieldLast: 0.4,
  signLast: 0.5,
  fieldSubject: 0.6,
  fieldPairSubject: 0.64,
  wordSubject: 0.3,
  trait: 0.7,
});

const SENTENCES_READ = 40;
const MAX_CUE_SCORE = 8;
/** A cue score of this counts once. */
const CUE_SCORE_UNIT = 4;
/** A sentence of so many words or fewer is a greeting rather than the first. */
const GREETING_WORDS = 3;
/** Sentences that count as first. */
const FIRST_SENTENCES = 2;
const MAX_COUNTED_SENTENCES = 4;
/** An email of fewer sentences is no louder for that. */
const MIN_SENTENCES = 3;

const CURRENCY = /[$£€]|euro/;
const TO_READER = quick(
  `(?:^|[^${LETTERS}])(?:you|your|u|sie|ihr|ihre|ihnen|usted|su|sus|les|te|os)(?![${LETTERS}])`,
);

/** The words of an email's first sentences, at the places that they have in each sentence. */
export function listMailWords(
  { sentences, context }: MailTraits,
  weighed: WeighedPlaces | null,
): FeatureList {
  const all = new FeatureList();
  for (const sentence of sentences.slice(0, SENTENCES_READ)) {
    const { places, values } = listWordFeatures(markSentence(sentence, context.language));
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      if (isWeighed(place, weighed)) all.set(place, values[at] ?? 0);
    }
  }
  return all;
}

/** The other features of an email. Linear in its first 40 sentences. */
export function listMailFeatures(traits: MailTraits, weighed: WeighedPlaces | null): FeatureList {
  const bag = new FeatureBag(weighed);
  for (const [intent, score] of traits.cueScores) {
    bag.add(KINDS.cueScore, intent, Math.min(score, MAX_CUE_SCORE) / CUE_SCORE_UNIT);
  }
  addSentences(bag, traits);
  const subject = markSentence(traits.subject, traits.context.language);
  for (const { hash, fields } of subject) {
    bag.addHash(KINDS.wordSubject, hash);
    bag.addHashes(KINDS.fieldSubject, fields);
  }
  addFieldPairs(bag, KINDS.fieldPairSubject, subject);
  for (const trait of listTraits(traits)) bag.add(KINDS.trait, trait);
  return bag.features;
}

function addSentences(bag: FeatureBag, { sentences, context, signs }: MailTraits): void {
  const sentencesOf = new Map<number, number>();
  const sentencesWith = new Map<number, number>();
  let told = 0;
  // What a sender wants is often said at the end.
  let last: { signs: readonly number[]; fields: readonly number[] } | null = null;
  for (const sentence of sentences.slice(0, SENTENCES_READ)) {
    const words = markSentence(sentence, context.language);
    const fields = listFields(words);
    const own = listHashes(signs.get(sentence) ?? []);
    for (const field of fields) {
      sentencesOf.set(field, (sentencesOf.get(field) ?? 0) + 1);
      for (const sign of own) bag.addPair(KINDS.fieldSign, sign, field);
      if (told < FIRST_SENTENCES) bag.addHash(KINDS.fieldFirst, field);
    }
    for (const sign of own) sentencesWith.set(sign, (sentencesWith.get(sign) ?? 0) + 1);
    addFieldPairs(bag, KINDS.fieldPair, words);
    if (words.length > GREETING_WORDS) {
      told++;
      last = { signs: own, fields };
    }
  }
  if (last !== null) {
    bag.addHashes(KINDS.fieldLast, last.fields);
    bag.addHashes(KINDS.signLast, last.signs);
  }
  const scale = Math.sqrt(Math.max(MIN_SENTENCES, sentences.length));
  const shareOf = (count: number) => Math.min(count, MAX_COUNTED_SENTENCES) / scale;
  // Without an array for each entry, which a loop over a map makes.
  sentencesOf.forEach((count, field) => bag.addHash(KINDS.field, field, shareOf(count)));
  sentencesWith.forEach((_, sign) => bag.addHash(KINDS.sign, sign));
  sentencesWith.forEach((count, sign) => bag.addHash(KINDS.signShare, sign, shareOf(count)));
}

function listTraits({ sentences, subject, context }: MailTraits): string[] {
  const all = sentences.map(({ folded }) => folded).join(" ");
  const { questions, datedQuestions, actionItems, painPoints, sentiment, hasDates, answerWish } =
    context;
  return [
    "any",
    `questions ${Math.min(3, questions.length)}`,
    `actions ${Math.min(2, actionItems)}`,
    `pains ${Math.min(2, painPoints)}`,
    `mood ${sentiment}`,
    `length ${Math.min(5, Math.ceil(sentences.length / 2))}`,
    ...context.isReply ? ["reply"] : [],
    ...isForwardSubject(subject.folded) ? ["forward"] : [],
    ...CURRENCY.test(all) ? ["money"] : [],
    `answer ${answerWish}`,
    ...hasDates ? ["date"] : [],
    ...datedQuestions > 0 ? ["dated question"] : [],
    ...TO_READER.test(all) ? [] : ["not to the reader"],
  ];
}
