/** Which sentence is told beside the one that tells best what an email is about? */
import { fold } from "../../text/cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { shapesAnswer } from "../injection/to_software.ts";
import type { Ranked } from "./rank_sentences.ts";
import { announces, isAlone, SENTENCE_END } from "./saying.ts";
import { mayBeTold, type SummaryChoice } from "./signs.ts";
import { clean } from "./title.ts";

/** "Second draft.doc" */
const FILE_NAME = /^[^.!?]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|zip|txt|csv|jpe?g|png|gif)\W{0,3}$/i;

/** A sentence that is worth less than the best by more than this, in log-odds, is left out. */
const DOUBT = 4.5;

/**
 * What may be told beside the best sentence, in the order in which it is tried: what is nearly as
 * good, then what comes before a sentence that cannot be understood alone. Looked for one by one,
 * because the first mostly fits.
 */
export function* listPartners(
  best: Ranked,
  others: readonly Ranked[],
  choice: SummaryChoice,
): Generator<Sentence> {
  const { sentence, worth } = best;
  if (!mayStandBeside(sentence, choice)) return;
  const words = wordsOf(sentence);
  const fits = (other: Sentence) => mayBeAdded(other, choice) && wordsOf(other) !== words;
  for (const other of others) {
    if (worth - other.worth <= DOUBT && fits(other.sentence)) yield other.sentence;
  }
  const before = choice.sentences[choice.sentences.indexOf(sentence) - 1];
  const isNeeded = before !== undefined && mayBeTold(before, choice) &&
    !isAlone(sentence, clean(sentence.text));
  if (isNeeded && fits(before)) yield before;
}

/** What a sentence says, however it is written: nothing is told twice. */
export function wordsOf({ text }: Pick<Sentence, "text">): string {
  return fold(clean(text)).replace(/[.!?…]+$/, "");
}

/**
 * Whether a sentence may be told beside another one that was chosen. What says how an answer is to
 * look is said to software more often than to the reader.
 */
export function mayBeAdded(sentence: Sentence, choice: SummaryChoice): boolean {
  return mayStandBeside(sentence, choice) && !shapesAnswer(sentence);
}

/**
 * Whether a sentence and another one may be told side by side. A heading has its list beside it;
 * lines of a mailing that are no sentences are headings.
 */
function mayStandBeside({ text }: Sentence, { isMailing }: SummaryChoice): boolean {
  return !announces(text) && !FILE_NAME.test(text) && (!isMailing || SENTENCE_END.test(text));
}
