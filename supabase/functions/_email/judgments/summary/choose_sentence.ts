/** Which of an email's sentences tells best what it is about? */
import type { Sentence } from "../../text/sentences.ts";
import type { SummarySign, SummarySigns } from "./sign_list.ts";
import { listCandidates, readSummarySigns, type SummaryChoice } from "./signs.ts";
import { SUMMARY_WEIGHTS } from "./weights.ts";

type Weights = Readonly<Record<SummarySign, number>>;

/**
 * What a fragment loses besides, in log-odds: who reads the summary alone is stricter than who
 * marked sentences in the email. By the marks of the training emails it costs nothing.
 */
const FRAGMENT_ALONE = -0.6;

/**
 * The best of the sentences that say something; null where none does.
 * @param weights what training tries; otherwise those of the repository
 */
export function choose(choice: SummaryChoice, weights: Weights = SUMMARY_WEIGHTS): Sentence | null {
  const candidates = listCandidates(choice);
  let best = candidates[0] ?? null;
  if (candidates.length < 2) return best;
  let most = -Infinity;
  for (const [sentence, signs] of readSummarySigns(choice, candidates)) {
    const worth = weigh(signs, weights);
    if (worth > most) [best, most] = [sentence, worth];
  }
  return best;
}

/** How well a sentence with these signs tells what its email is about, in log-odds. */
function weigh(signs: SummarySigns, weights: Weights): number {
  let worth = FRAGMENT_ALONE * (signs.get("is_fragment") ?? 0);
  for (const [sign, value] of signs) worth += value * weights[sign];
  return worth;
}
