/** Which sentence is told beside the one that tells best what an email is about? */
import type { Sentence } from "../../text/sentences.ts";
import type { Ranked } from "./rank_sentences.ts";
import { isAlone, says, SENTENCE_END } from "./saying.ts";
import type { SummaryChoice } from "./signs.ts";
import { clean } from "./title.ts";

/** A sentence that is worth less than the best by more than this, in log-odds, is left out. */
const DOUBT = 2.5;

/**
 * What may be told beside the best sentence, in the order in which it is tried: what is nearly as
 * good, then what comes before a sentence that cannot be understood alone.
 */
export function listPartners(
  best: Ranked,
  others: readonly Ranked[],
  choice: SummaryChoice,
): Sentence[] {
  const { sentence, worth } = best;
  const near = others.filter((other) => worth - other.worth <= DOUBT).map(sentenceOf);
  const before = choice.sentences[choice.sentences.indexOf(sentence) - 1];
  const all = before === undefined || !says(before) || isAlone(sentence, clean(sentence.text))
    ? near
    : [...near, before];
  return all.filter((other) => mayStandTogether([sentence, other], choice));
}

function sentenceOf({ sentence }: Ranked): Sentence {
  return sentence;
}

/** A heading has its list beside it; lines of a mailing that are no sentences are headings. */
function mayStandTogether(pair: readonly Sentence[], { isMailing }: SummaryChoice): boolean {
  return pair.every(({ text }) =>
    !text.trimEnd().endsWith(":") && (!isMailing || SENTENCE_END.test(text))
  );
}
