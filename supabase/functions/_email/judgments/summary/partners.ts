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
const DOUBT = 3;
/** The same where the email has no third sentence: both are what it says. */
const DOUBT_OF_TWO = 4.5;

/**
 * What may be told beside the best sentence, in the order in which it is tried: what is nearly as
 * good, then what comes before a sentence that cannot be understood alone. What says how an answer
 * is to look is told beside nothing: it is said to software more often than to the reader. Looked
 * for one by one, because the first mostly fits.
 */
export function* listPartners(
  best: Ranked,
  others: readonly Ranked[],
  choice: SummaryChoice,
): Generator<Sentence> {
  const { sentence, worth } = best;
  if (!mayStandBeside(sentence, choice)) return;
  const words = wordsOf(sentence);
  const fits = (other: Sentence) =>
    mayStandBeside(other, choice) && wordsOf(other) !== words && !shapesAnswer(other);
  const isOther = others.length === 1 && SENTENCE_END.test(others[0]?.sentence.text ?? "");
  const doubt = isOther ? DOUBT_OF_TWO : DOUBT;
  for (const other of others) {
    if (worth - other.worth <= doubt && fits(other.sentence)) yield other.sentence;
  }
  const before = choice.sentences[choice.sentences.indexOf(sentence) - 1];
  const isNeeded = before !== undefined && mayBeTold(before, choice) &&
    !isAlone(sentence, clean(sentence.text));
  if (isNeeded && fits(before)) yield before;
}

/** What a sentence says, however it is written: nothing is told twice. */
function wordsOf({ text }: Sentence): string {
  return fold(clean(text)).replace(/[.!?…]+$/, "");
}

/** A heading has its list beside it; lines of a mailing that are no sentences are headings. */
function mayStandBeside({ text }: Sentence, { isMailing }: SummaryChoice): boolean {
  return !announces(text) && !FILE_NAME.test(text) && (!isMailing || SENTENCE_END.test(text));
}
