/** How the learned models read a sentence: words with their fields. */
import { LETTERS } from "../text/letters.ts";
import { type Field, fieldsOf } from "./fields.ts";

/** Words read of one sentence. */
const MAX_WORDS = 80;
const WORD = new RegExp(
  `[${LETTERS}]+(?:'[a-z]{1,3})?|'(?:ll|d|re|ve)\\b|\\d[\\d.,:/-]{0,40}|[?!$£€%]`,
  "g",
);

/** A word of a sentence, numbers and currency signs as `0` and `$`. */
export interface MarkedWord {
  readonly word: string;
  readonly fields: readonly Field[];
}

/** The words of a folded sentence, in order. */
export function markWords(folded: string, language: string | null): MarkedWord[] {
  return (folded.match(WORD) ?? []).slice(0, MAX_WORDS).map((found) => {
    const word = /^\d/.test(found) ? "0" : found.replace(/[£€]/, "$");
    return { word, fields: fieldsOf(word, language) };
  });
}
