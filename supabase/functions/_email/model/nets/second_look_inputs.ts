/**
 * What is known of a sentence once all of its email have been scored? The same score means one
 * thing beside a complaint and another in a list of errands.
 */
import { INTENTS } from "../../reading.ts";
import { CLASSIFIERS, SHORT_MAIL_SENTENCES } from "../classifiers.ts";
import { cutLogOdds } from "../log_odds.ts";
import { SENTENCE_SIGNS, type SentenceTraits } from "../sentence_features.ts";

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
const OWN_INPUTS = 5;
/** Of the sentence before or after, all 0 where there is none. */
const NEIGHBOR_INPUTS = 5;
/** Of all others at once, and of those before and after. */
const OTHERS_INPUTS = 8;
const PLACE_INPUTS = 8;
const EMAIL_INPUTS = CLASSIFIERS.email.length + INTENTS.length;
/** What is said of a sentence, of others, of its place and email, and its signs there and here. */
const INPUTS = OWN_INPUTS + 2 * NEIGHBOR_INPUTS + OTHERS_INPUTS + PLACE_INPUTS + EMAIL_INPUTS +
  2 * SENTENCE_SIGNS.length;

/** Inputs under way, written one after the other: a sentence has more than eighty. */
class InputWriter {
  readonly inputs = new Float64Array(INPUTS);
  #at = 0;

  add(...values: readonly number[]): void {
    for (const value of values) this.inputs[this.#at++] = value;
  }

  addAll(values: Float64Array): void {
    this.inputs.set(values, this.#at);
    this.#at += values.length;
  }

  skip(count: number): void {
    this.#at += count;
  }
}

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
  const counts = new Map(SENTENCE_SIGNS.map((sign) => [sign, 0]));
  for (const sentence of sentences) {
    for (const sign of signs.get(sentence) ?? []) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const ofEmail = listOfEmail(mailScores, purpose);
  return scored.map((one, at) => {
    const writer = new InputWriter();
    const sentence = sentences[at];
    const own = sentence === undefined ? [] : signs.get(sentence) ?? [];
    const [early, late] = [before[at] ?? NONE, after[at] ?? NONE];
    writer.add(1, one.action / UNIT.own, one.pain / UNIT.own, one.asks, one.tells);
    for (const sign of SENTENCE_SIGNS) writer.add(own.includes(sign) ? 1 : 0);
    addNeighbor(writer, scored[at - 1]);
    addNeighbor(writer, scored[at + 1]);
    writer.add(
      Math.min(MOST_OTHERS, sum.tells - one.tells) / UNIT.sum,
      Math.max(early.tells, late.tells),
      Math.min(MOST_OTHERS, sum.asks - one.asks) / UNIT.sum,
      Math.max(early.asks, late.asks),
    );
    writer.add(early.tells, late.tells, early.asks, late.asks);
    addPlace(writer, sentence?.text ?? "", at, sentences.length);
    writer.addAll(ofEmail);
    counts.forEach((count, sign) => {
      const elsewhere = count - (own.includes(sign) ? 1 : 0);
      writer.add(Math.min(MOST_SIGNS, elsewhere) / UNIT.signs);
    });
    return writer.inputs;
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

function addNeighbor(writer: InputWriter, one: Scored | undefined): void {
  if (one === undefined) writer.skip(NEIGHBOR_INPUTS);
  else writer.add(1, one.action / UNIT.beside, one.pain / UNIT.beside, one.asks, one.tells);
}

function addPlace(writer: InputWriter, text: string, at: number, count: number): void {
  const flag = (isTrue: boolean) => isTrue ? 1 : 0;
  writer.add(
    Math.log(count) / UNIT.count,
    at / count,
    flag(at === 0),
    flag(at === 1),
    flag(at >= count - LAST_SENTENCES),
    Math.min(MOST_LENGTH, text.length / UNIT.length),
    flag(text.includes("?")),
    flag(count <= SHORT_MAIL_SENTENCES),
  );
}

function listOfEmail(mailScores: ReadonlyMap<string, number>, purpose: string): Float64Array {
  const inputs = new Float64Array(EMAIL_INPUTS);
  let at = 0;
  for (const name of CLASSIFIERS.email) {
    inputs[at++] = cutLogOdds(mailScores.get(name) ?? 0, MOST.email) / UNIT.email;
  }
  for (const intent of INTENTS) inputs[at++] = intent === purpose ? 1 : 0;
  return inputs;
}
