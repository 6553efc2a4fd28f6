/**
 * What is known of a sentence once all of its email have been scored? The same score means one
 * thing beside a complaint and another in a list of errands.
 */
import { INTENTS } from "../../reading.ts";
import { CLASSIFIERS, SHORT_MAIL_SENTENCES } from "../classifiers.ts";
import { cutLogOdds } from "../log_odds.ts";
import { SENTENCE_SIGNS, type SentenceSign, type SentenceTraits } from "../sentence_features.ts";

/** Log-odds of a sentence and of an email beyond these say no more. */
const MOST = { sentence: 6, email: 4 };
/** What counts as 1, so that the inputs of the net are of one size; lengths in UTF-16 units. */
const UNIT = { own: 3, beside: 4, email: 4, length: 100, sum: 2, signs: 2, count: 2 };
/** Sums of chances, and counts of signs, are cut here before they are divided by their unit. */
const MOST_OTHERS = 4;
const MOST_SIGNS = 3;
/** In units of length. */
const MOST_LENGTH = 1.5;
/** Sentences at the end that count as last. */
const LAST_SENTENCES = 2;

/**
 * What the classifiers say of a sentence. `action` and `pain`: log-odds within ±6 that it asks, and
 * that it tells trouble; `asks` and `tells`: the same as chances from 0 to 1.
 */
interface Scored {
  readonly action: number;
  readonly pain: number;
  readonly asks: number;
  readonly tells: number;
}

/** Of some sentences: the largest chance, or the sum of all, that they ask, and that they tell. */
interface AskTell {
  readonly asks: number;
  readonly tells: number;
}

const NONE: AskTell = { asks: 0, tells: 0 };
/** Where there is no sentence before or after. */
const NO_SENTENCE = [0, 0, 0, 0, 0];

/**
 * The inputs of the second look, for each sentence: what the classifiers and cues say of it, of
 * those before and after it, of all others, and of the email. Linear in the sentences.
 * @param scores of each sentence, in the order of the classifiers
 * @returns as many values for each sentence, from about -2 to 4, the first always 1. Their order is
 *   part of the weights: train after a change.
 */
export function listSecondLookInputs(
  { sentences, signs, purpose, mailScores }: SentenceTraits,
  scores: readonly ArrayLike<number>[],
): Float64Array[] {
  const scored = scores.map(toScored);
  const before = runMost(scored);
  const after = runMost(scored.toReversed()).toReversed();
  const sum = scored.reduce(
    ({ asks, tells }, one) => ({ asks: asks + one.asks, tells: tells + one.tells }),
    NONE,
  );
  const own = sentences.map((sentence) => signs.get(sentence) ?? []);
  const counts = SENTENCE_SIGNS.map((sign) => own.filter((list) => list.includes(sign)).length);
  const ofEmail = listOfEmail(mailScores, purpose);
  return scored.map((one, at) => {
    const has = listSigns(own[at] ?? []);
    const [early, late] = [before[at] ?? NONE, after[at] ?? NONE];
    return new Float64Array([
      1,
      one.action / UNIT.own,
      one.pain / UNIT.own,
      one.asks,
      one.tells,
      ...has,
      ...listNeighbor(scored[at - 1]),
      ...listNeighbor(scored[at + 1]),
      Math.min(MOST_OTHERS, sum.tells - one.tells) / UNIT.sum,
      Math.max(early.tells, late.tells),
      Math.min(MOST_OTHERS, sum.asks - one.asks) / UNIT.sum,
      Math.max(early.asks, late.asks),
      early.tells,
      late.tells,
      early.asks,
      late.asks,
      ...listPlace(sentences[at]?.text ?? "", at, sentences.length),
      ...ofEmail,
      ...counts.map((count, sign) => Math.min(MOST_SIGNS, count - (has[sign] ?? 0)) / UNIT.signs),
    ]);
  });
}

function toScored(scores: ArrayLike<number>): Scored {
  const action = cutLogOdds(scores[0] ?? 0, MOST.sentence);
  const pain = cutLogOdds(scores[1] ?? 0, MOST.sentence);
  return { action, pain, asks: toChance(action), tells: toChance(pain) };
}

function toChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The most that was said of any sentence before each. */
function runMost(scored: readonly Scored[]): AskTell[] {
  const most: AskTell[] = [];
  let { asks, tells } = NONE;
  for (const one of scored) {
    most.push({ asks, tells });
    asks = Math.max(asks, one.asks);
    tells = Math.max(tells, one.tells);
  }
  return most;
}

function listSigns(signs: readonly SentenceSign[]): number[] {
  return SENTENCE_SIGNS.map((sign) => signs.includes(sign) ? 1 : 0);
}

function listNeighbor(one: Scored | undefined): readonly number[] {
  if (one === undefined) return NO_SENTENCE;
  return [1, one.action / UNIT.beside, one.pain / UNIT.beside, one.asks, one.tells];
}

function listPlace(text: string, at: number, count: number): number[] {
  const flag = (isTrue: boolean) => isTrue ? 1 : 0;
  return [
    Math.log(count) / UNIT.count,
    at / count,
    flag(at === 0),
    flag(at === 1),
    flag(at >= count - LAST_SENTENCES),
    Math.min(MOST_LENGTH, text.length / UNIT.length),
    flag(text.includes("?")),
    flag(count <= SHORT_MAIL_SENTENCES),
  ];
}

function listOfEmail(mailScores: ReadonlyMap<string, number>, purpose: string): number[] {
  return [
    ...CLASSIFIERS.email.map((name) =>
      cutLogOdds(mailScores.get(name) ?? 0, MOST.email) / UNIT.email
    ),
    ...INTENTS.map((intent) => intent === purpose ? 1 : 0),
  ];
}
