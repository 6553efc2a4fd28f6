/** Is the email a stranger's offer, written for its recipient? */
import type { Intent, UrgencyReason } from "../../reading.ts";
import { isReplySubject } from "../../text/reply_prefixes.ts";
import type { Sentence } from "../../text/sentences.ts";
import { findReason, URGENCY_CUES } from "../urgency/cues.ts";

/** Words that show it, as a reason for low urgency; null for any other email. */
export function findColdOffer(
  sentences: readonly Sentence[],
  subject: Sentence,
  { intent, language }: { readonly intent: Intent; readonly language: string | null },
): UrgencyReason | null {
  if (intent !== "proposal" || isReplySubject(subject.folded)) return null;
  const cue = URGENCY_CUES.coldOffer.in(language);
  return findReason([...sentences, subject], "cold_offer", cue);
}
