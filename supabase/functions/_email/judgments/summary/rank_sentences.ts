/** How well does each of an email's sentences tell what it is about? */
import type { Sentence } from "../../text/sentences.ts";
import type { SummarySign, SummarySigns } from "./sign_list.ts";
import { listCandidates, readSummarySigns, type SummaryChoice } from "./signs.ts";
import { SUMMARY_WEIGHTS } from "./weights.ts";

/** A weight for each sign: how much better a sentence with it tells what the email is about. */
export type SummaryWeights = Readonly<Record<SummarySign, number>>;

/**
 * What a fragment loses besides, in log-odds: who reads the summary alone is stricter than who
 * marked sentences in the email. By the marks of the training emails it costs nothing.
 */
const FRAGMENT_ALONE = -0.6;

/**
 * What a call to press something loses, in log-odds: who marked sentences in advertising found
 * little else in it, who reads the summary learns nothing from it.
 */
const CALL_ALONE = -2;

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
  let worth = FRAGMENT_ALONE * (signs.get("is_fragment") ?? 0) +
    CALL_ALONE * (signs.get("calls_to_act") ?? 0);
  for (const [sign, value] of signs) worth += value * weights[sign];
  return worth;
}
