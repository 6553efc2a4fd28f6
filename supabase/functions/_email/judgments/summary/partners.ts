/** Which sentence is told beside the one that tells best what an email is about? */
import { fold } from "../../text/cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { shapesAnswer } from "../injection/foreign_text.ts";
import type { Ranked } from "./rank_sentences.ts";
import { isAlone, SENTENCE_END } from "./saying.ts";
import { mayBeTold, type SummaryChoice } from "./signs.ts";
import { clean } from "./title.ts";

/** A sentence that is worth less than the best by more than this, in log-odds, is left out. */
const DOUBT = 2.5;

/**
 * What may be told beside the best sentence, in the order in which it is tried: what is nearly as
 * good, then what comes before a sentence that cannot be understood alone. What says how an answer
 * is to look is told beside nothing: it is said to software more often than to the reader.
 */
export function listPartners(
  best: Ranked,
  others: readonly Ranked[],
  choice: SummaryChoice,
): Sentence[] {
  const { sentence, worth } = best;
  const near = others.filter((other) => worth - other.worth <= DOUBT).map(sentenceOf);
  const before = choice.sentences[choice.sentences.indexOf(sentence) - 1];
  const isNeeded = before !== undefined && mayBeTold(before, choice) &&
    !isAlone(sentence, clean(sentence.text));
  const words = wordsOf(sentence);
  return (isNeeded ? [...near, before] : near).filter((other) =>
    mayStandTogether([sentence, other], choice) && wordsOf(other) !== words &&
    !shapesAnswer(other)
  );
}

function sentenceOf({ sentence }: Ranked): Sentence {
  return sentence;
}

/** What a sentence says, however it is written: nothing is told twice. */
function wordsOf({ text }: Sentence): string {
  return fold(clean(text)).replace(/[.!?…]+$/, "");
}

/** A heading has its list beside it; lines of a mailing that are no sentences are headings. */
function mayStandTogether(pair: readonly Sentence[], { isMailing }: SummaryChoice): boolean {
  return pair.every(({ text }) =>
    !text.trimEnd().endsWith(":") && (!isMailing || SENTENCE_END.test(text))
  );
}
