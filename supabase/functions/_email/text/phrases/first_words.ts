/**
 * Which words must a text contain so that a phrase can be in it at all? Looking words up is much
 * cheaper than compiling and running a regular expression for each phrase.
 */
import { isFrequent } from "../language/function_words.ts";
import { ANY_NUMBER } from "../letters.ts";
import { splitOutside } from "./split_outside.ts";
import type { FirstWords } from "./term_words.ts";

/**
 * Reads a term, a part of a phrase between spaces; `isWhole` where it ends at the end of a word.
 */
export type TermReader = (term: string, isWhole: boolean) => FirstWords | null;

/**
 * The words of the first term that has no frequent word, else of the term with fewest of them. Null
 * when a match need not contain any known word.
 * @param phrase as a word table writes it
 * @param isWhole whether the phrase ends at the end of a word
 */
export function readFirstWords(
  phrase: string,
  read: TermReader,
  isWhole: boolean,
): FirstWords | null {
  const words = new Set<string>();
  const whole = new Set<string>();
  for (const alternative of splitOutside(phrase, "|")) {
    const terms = splitOutside(alternative, " ");
    const best = chooseTerm(terms, read, isWhole);
    if (best === null) return null;
    for (const word of best.words) words.add(word);
    if (terms.length === 1) { for (const word of best.whole) whole.add(word); }
  }
  return { words, whole };
}

function chooseTerm(
  terms: readonly string[],
  read: TermReader,
  isWhole: boolean,
): FirstWords | null {
  let best: FirstWords | null = null;
  let fewest = Infinity;
  for (const [at, term] of terms.entries()) {
    const found = read(term, isWhole || at < terms.length - 1);
    const count = found === null ? Infinity : countFrequent(found.words);
    if (count < fewest) [best, fewest] = [found, count];
    if (fewest === 0) break;
  }
  return best;
}

function countFrequent(words: ReadonlySet<string>): number {
  let count = words.has(ANY_NUMBER) ? 1 : 0;
  for (const word of words) if (isFrequent(word)) count++;
  return count;
}
