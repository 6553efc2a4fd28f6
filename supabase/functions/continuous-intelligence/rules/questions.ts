/** Which questions does the sender ask? */
import type { Sentence } from "../text/sentences.ts";

/** Sentences that end in a question mark and hold at least two words, in order. */
export function findQuestions(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ text, folded }) =>
    /\?[\s)"'»”\]!?*_]{0,5}(?:[:;][-']?[)D(P])?\p{Extended_Pictographic}{0,5}$/u.test(text) &&
    (folded.replace(/(?:https?:\/\/|www\.)\S{1,1000}/g, "").match(/\p{L}{2,}/gu) ?? []).length >= 2
  );
}
