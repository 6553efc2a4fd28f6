/**
 * Letters of the languages that the rules read. Written once: every other module takes them from
 * here.
 */

/**
 * Latin letters in lower case, for use inside a character class. Full Unicode classes take ten
 * times as long to compile.
 */
export const LETTERS = "a-z\\u00df-\\u024f";

/** Whether a UTF-16 unit is one of `LETTERS` or a digit. False for NaN. */
export function isInWord(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a || unit >= 0x30 && unit <= 0x39 ||
    unit >= 0xdf && unit <= 0x24f;
}

/** `\p{L}` as a Latin letter, also inside a class. */
export function toLatin(source: string): string {
  return source.replaceAll("[\\p{L}", `[${LETTERS}`).replaceAll("\\p{L}", `[${LETTERS}]`);
}

const WORD = new RegExp(`[${LETTERS}0-9]+`, "g");
/** Stands for every word that begins with a digit. */
export const ANY_NUMBER = "0";

/** The words of a folded text, in order. */
export function listWords(folded: string): readonly string[] {
  return folded.match(WORD) ?? [];
}

/** The words of a folded text, each once, and `ANY_NUMBER` where there is a number. */
export function wordsOf(folded: string): ReadonlySet<string> {
  const words = new Set(folded.match(WORD));
  if (/\d/.test(folded)) words.add(ANY_NUMBER);
  return words;
}

/** A letter of another script: Greek, Cyrillic, Arabic, Chinese and so on. */
const OTHER_LETTER = /[\u0370-\u1fff\u2e80-\uffff]/;

/** Whether a text has letters of another script than the Latin one. */
export function hasOtherLetters(text: string): boolean {
  return OTHER_LETTER.test(text);
}
