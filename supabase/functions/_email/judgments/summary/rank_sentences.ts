/** How well does each of an email's sentences tell what it is about? */
import type { Sentence } from "../../text/sentences.ts";
import type { SummarySign, SummarySigns } from "./sign_list.ts";
import { listCandidates, readSummarySigns, type SummaryChoice } from "./signs.ts";
import { SUMMARY_WEIGHTS } from "./weights.ts";

/** A weight for each sign: how much better a sentence with it tells what the email is about. */
export type SummaryWeights = Readonly<Record<SummarySign, number>>;

/**
 * What is added to the weights, in log-odds: who reads the summary alone is stricter than who
 * marked sentences in the email. A fragment, a line without an end, and what points at another
 * sentence are understood beside their neighbors only, and so is what comes late. A call to press
 * something may be all that was found in advertising, but the summary's reader learns nothing.
 * What hands something over says what the email is for.
 */
const READ_ALONE: Readonly<Partial<Record<SummarySign, number>>> = {
  is_fragment: -1.5,
  has_no_end: -0.6,
  points_elsewhere: -0.2,
  place: -0.4,
  is_cut: -2,
  presents: 0.5,
  calls_to_act: -2,
};

/** A sentence that says something, and how well it tells what its email is about, in log-odds. */
export interface Ranked {
  readonly sentence: Sentence;
  readonly worth: number;
}

/**
 * The sentences that say something, the best first; of equally good ones, the earlier.
 * @param weights what training tries; otherwise those of the repository
 */
export function rank(choice: SummaryChoice, weights: SummaryWeights = SUMMARY_WEIGHTS): Ranked[] {
  const candidates = listCandidates(choice);
  if (candidates.length < 2) return candidates.map((sentence) => ({ sentence, worth: 0 }));
  return [...readSummarySigns(choice, candidates)]
    .map(([sentence, signs]) => ({ sentence, worth: weigh(signs, weights) }))
    .sort((one, other) => other.worth - one.worth);
}

/** How well a sentence with these signs tells what its email is about, in log-odds. */
function weigh(signs: SummarySigns, weights: SummaryWeights): number {
  let worth = 0;
  // Without an array for each entry, which a loop over a map makes.
  signs.forEach((value, sign) => worth += value * (weights[sign] + (READ_ALONE[sign] ?? 0)));
  return worth;
}
