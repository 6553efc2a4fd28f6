/** Which words of an email speak of harm, haste and time, where they mean it? */
import type { UrgencyReason } from "../../reading.ts";
import { type Pattern } from "../../text/cues.ts";
import { type Cues, cuesOf } from "../../text/language_cues.ts";
import { findWords } from "../../text/facts.ts";
import { selectOccurring, type Sentence } from "../../text/sentences.ts";
import type { UrgencyReasonName } from "./reasons.ts";

const of = (section: string): Cues => cuesOf("urgency", section);

/** What the tables of urgency say; see there. */
export const URGENCY_CUES = {
  harm: of("harm"),
  consequence: of("consequence"),
  standstill: of("standstill"),
  lastWarning: of("last_warning"),
  saidUrgent: of("said_urgent"),
  haste: of("haste"),
  today: of("today"),
  due: of("due"),
  calm: of("calm"),
  fraud: of("fraud"),
  coldOffer: of("cold_offer"),
  social: of("social"),
} as const;

const HARMLESS = of("harmless").all;
const OVER = of("over").all;
const CONDITION = of("^condition").all;
/** Turns of a sentence that are looked at. */
const MAX_TURNS = 3;

/** The first sentence with such words, as a reason; null where there is none. */
export function findReason(
  sentences: readonly Sentence[],
  reason: UrgencyReasonName,
  pattern: Pattern,
): UrgencyReason | null {
  const [occurring] = selectOccurring([pattern], sentences);
  const sentence = occurring && sentences.find(({ folded }) => pattern.test(folded));
  const fact = sentence === undefined ? null : findWords(sentence, pattern);
  return fact === null ? null : { reason, fact };
}

/**
 * The same for words that count only in what they say here: not in other words' company ("smoke
 * detector"), not in a story of the past, not after "if".
 */
export function findReasonNow(
  sentences: readonly Sentence[],
  reason: UrgencyReasonName,
  pattern: Pattern,
): UrgencyReason | null {
  const [occurring] = selectOccurring([pattern], sentences);
  if (occurring === undefined) return null;
  // By hand: `map` makes another kind of array once it is hot, for which all is compiled anew.
  const meant: Sentence[] = [];
  for (const sentence of sentences) {
    const { folded } = sentence;
    if (!pattern.test(folded) || isHypothetical(folded)) continue;
    meant.push({ ...sentence, folded: maskHarmless(folded) });
  }
  return findReason(meant, reason, pattern);
}

/** Whether a sentence has such words and means them, see `findReasonNow`. */
export function tellsNow({ folded }: Sentence, pattern: Pattern): boolean {
  return pattern.test(folded) && !isHypothetical(folded) && pattern.test(maskHarmless(folded));
}

/** Whether a folded sentence speaks of what is over, or only might happen. */
export function isHypothetical(folded: string): boolean {
  return CONDITION.test(folded) || OVER.test(folded);
}

/** How many sentences have such words. */
export function countOccurrences(sentences: readonly Sentence[], pattern: Pattern): number {
  const [occurring] = selectOccurring([pattern], sentences);
  return occurring ? sentences.filter(({ folded }) => occurring.test(folded)).length : 0;
}

/** The same sentence, as long, without turns such as "smoke-free". */
function maskHarmless(folded: string): string {
  let masked = folded;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const found = HARMLESS.exec(masked);
    if (found === null) break;
    const end = found.index + found[0].length;
    masked = masked.slice(0, found.index) + "#".repeat(found[0].length) + masked.slice(end);
  }
  return masked;
}
