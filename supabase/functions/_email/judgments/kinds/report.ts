/** Is the text a report, an article or a newsletter that somebody sent on? */
import { cuesOf } from "../../text/language_cues.ts";
import type { Sentence } from "../../text/sentences.ts";

/** The sender's side, and the recipient's. */
const SENDER = cuesOf("injection", "sender");
const TO_READER = cuesOf("injection", "reader");

/** Whatever has fewer sentences may be a letter. */
const MIN_SENTENCES = 30;
/** Letters speak of sender and reader in more of their sentences. */
const MAX_PERSONAL_SHARE = 0.15;

/**
 * A long text that hardly speaks of its sender or its reader. What it tells goes wrong elsewhere,
 * and its questions and orders are to others.
 */
export function isReport(sentences: readonly Sentence[], language: string | null): boolean {
  if (sentences.length < MIN_SENTENCES) return false;
  const sender = SENDER.in(language);
  const reader = TO_READER.in(language);
  const personal = sentences.filter(({ folded }) => sender.test(folded) || reader.test(folded));
  return personal.length < MAX_PERSONAL_SHARE * sentences.length;
}
