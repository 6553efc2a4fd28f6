/** Which sentences may be what the classifiers take them for? News has the same words. */
import { asksNothing, beginsWithPlease, isOrder, isPromise } from "../judgments/action_items.ts";
import { isApology, isInCase, tellsNewDay } from "../judgments/pain_points.ts";
import { isHeading, isProse } from "../judgments/prose.ts";
import { isGreeting } from "../judgments/summary/saying.ts";
import type { SentenceSign } from "../model/sentence_features.ts";
import type { Sentence } from "../text/sentences.ts";

/** An email of nothing but code or a legal notice is read, but asks nobody. */
export function isMeant(sentence: Sentence): boolean {
  return isHeading(sentence.text) || isProse(sentence);
}

/** Whether a sentence may ask the reader to act. */
export function mayAsk(sentence: Sentence, language: string | null): boolean {
  return isMeant(sentence) && !asksNothing(sentence) && !isPromise(sentence, language);
}

/** In an email for this a new day may be trouble; in others it is news. */
const COMPLAINING: ReadonlySet<string> = new Set(["complaint", "feedback"]);

/**
 * Whether a sentence may tell what is wrong.
 * @param signs what the cues say of it
 * @param intent what its email is for
 */
export function mayTellTrouble(
  sentence: Sentence,
  signs: readonly SentenceSign[],
  intent: string,
): boolean {
  const tellsNews = !COMPLAINING.has(intent) && signs.includes("dated") && tellsNewDay(sentence);
  return isMeant(sentence) && !isApology(sentence) && !isInCase(sentence) &&
    !isGreeting(sentence) && !isOrder(sentence.folded) && !beginsWithPlease(sentence.folded) &&
    !tellsNews;
}
