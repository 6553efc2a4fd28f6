/**
 * Which words must a text contain beside the word by which a phrase is found? Looking them up is
 * much cheaper than compiling and running the phrase's expression.
 */
import { LETTERS } from "../letters.ts";
import { splitOutside } from "./split_outside.ts";

/** One of the words of each term; several lists where a phrase has alternatives. */
export type NeededWords = readonly (readonly (readonly string[])[])[];

/** Of a phrase that needs no word in one of its alternatives. */
const NONE_NEEDED: NeededWords = [[]];

/** A word that is complete, whatever follows it. */
const FIRST_WORD = new RegExp(`^([${LETTERS}0-9]+)(?:$|[ '-](?![?*{]))`);
/** Alternatives, which may have others in them. */
const GROUP = /^\((?:[^()]|\([^()]*\))*\)$/;
/** One of a longer list is in nearly every text. */
const MOST_WORDS = 10;

/**
 * The words that the plain terms of a phrase need. Terms with optional parts need none.
 * @param wordsOf the words of a list such as `@day`, see `readPlainWords`
 * @param isWhole whether the phrase ends at the end of a word
 */
export function readNeededWords(
  phrase: string,
  wordsOf: (list: string) => readonly string[] | null,
  isWhole: boolean,
): NeededWords {
  const needed: (readonly (readonly string[])[])[] = [];
  for (const alternative of splitOutside(phrase, "|")) {
    const terms: (readonly string[])[] = [];
    const written = splitOutside(alternative, " ");
    if (!isWhole) written.pop();
    for (const term of written) {
      const words = readTermWords(term, wordsOf) ?? [];
      if (words.length > 0 && words.length <= MOST_WORDS) terms.push(words);
    }
    if (terms.length === 0) return NONE_NEEDED;
    needed.push(terms.sort((a, b) => a.length - b.length));
  }
  return needed;
}

function readTermWords(
  term: string,
  wordsOf: (list: string) => readonly string[] | null,
): readonly string[] | null {
  if (term.startsWith("@")) return wordsOf(term.slice(1));
  return readPlainWords(GROUP.test(term) ? term.slice(1, -1) : term);
}

/** The first words of alternatives; null where one does not begin with a word. */
export function readPlainWords(alternatives: string): readonly string[] | null {
  const words = new Set<string>();
  for (const alternative of splitOutside(alternatives, "|")) {
    const [, word] = FIRST_WORD.exec(alternative) ?? [];
    if (word === undefined) return null;
    words.add(word);
  }
  return [...words];
}

/** What may be left out in front of a word, each with a space behind it: `(just |simply )?`. */
const LEFT_OUT = /^\(([^()]* )\)(?:\?|\{0,\d+\})/;

/**
 * The words that a phrase may begin with; null where they are not known. One look at the first word
 * of a text is enough for a phrase that a text must begin with.
 */
export function readBeginnings(
  phrase: string,
  wordsOf: (list: string) => readonly string[] | null,
  isWhole: boolean,
): ReadonlySet<string> | null {
  const beginnings = new Set<string>();
  for (const alternative of splitOutside(phrase, "|")) {
    const [term = "", ...others] = splitOutside(alternative, " ");
    let rest = term;
    for (let out = LEFT_OUT.exec(rest); out !== null; out = LEFT_OUT.exec(rest)) {
      const [written, inside = ""] = out;
      const words = inside.split("|").every((one) => one.endsWith(" "))
        ? readPlainWords(inside)
        : null;
      if (words === null) return null;
      for (const word of words) beginnings.add(word);
      rest = rest.slice(written.length);
    }
    const words = isWhole || others.length > 0 ? readTermWords(rest, wordsOf) : null;
    if (words === null) return null;
    for (const word of words) beginnings.add(word);
  }
  return beginnings;
}

/** The word that a text begins with; null where it begins with a sign. */
export function readOpening(folded: string, words: ReadonlySet<string>): string | null {
  // The words of a text are in order.
  for (const word of words) return folded.startsWith(word) ? word : null;
  return null;
}

/** Whether a text has what one of the alternatives needs. */
export function hasNeededWords(needed: NeededWords, words: ReadonlySet<string>): boolean {
  for (const terms of needed) if (hasAll(terms, words)) return true;
  return false;
}

function hasAll(terms: readonly (readonly string[])[], words: ReadonlySet<string>): boolean {
  for (const term of terms) if (!hasAny(term, words)) return false;
  return true;
}

function hasAny(some: readonly string[], words: ReadonlySet<string>): boolean {
  for (const word of some) if (words.has(word)) return true;
  return false;
}
