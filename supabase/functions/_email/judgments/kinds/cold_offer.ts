/** Is the email a stranger's offer, written for its recipient? */
import type { Intent, UrgencyReason } from "../../reading.ts";
import { isReplySubject } from "../../text/reply_prefixes.ts";
import type { Sentence } from "../../text/sentences.ts";
import { countOccurrences, findReason, URGENCY_CUES } from "../urgency/cues.ts";

/** So many sentences show it, whatever the email seems to be for: it may ask for a call. */
const SIGNS_OF_ANY_INTENT = 2;

/** Words that show it, as a reason for low urgency; null for any other email. */
export function findColdOffer(
  sentences: readonly Sentence[],
  subject: Sentence,
  { intent, language }: { readonly intent: Intent; readonly language: string | null },
): UrgencyReason | null {
  if (isReplySubject(subject.folded)) return null;
  const cue = URGENCY_CUES.coldOffer.in(language);
  const all = [...sentences, subject];
  const needed = intent === "proposal" ? 1 : SIGNS_OF_ANY_INTENT;
  return countOccurrences(all, cue) < needed ? null : findReason(all, "cold_offer", cue);
}
