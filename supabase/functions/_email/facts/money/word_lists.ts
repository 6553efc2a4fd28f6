/** How the words of amounts are written down, in `words/<language>/money.ts`. */

/**
 * The lists of one language. All languages are read at once: a price keeps its million whatever
 * the email around it is written in. Words are in lower case with a space between; `_` is a space
 * inside of a name.
 */
export interface MoneyLists {
  /** Words behind a number, with what they multiply it by: `million millions=1e6`. */
  readonly factors: string;
  /** The same, where the word means another factor in other languages, or nothing. */
  readonly ownFactors?: string;
  /** Abbreviations, with or without a full stop. */
  readonly short: string;
  /** Numbers in words: `zwei=2`. */
  readonly numbers: string;
  /** `ein` of `eine Million Euro`; a number only in front of a factor. */
  readonly one?: string;
  /**
   * Names of currencies: `euros=EUR`. `?` where several states call theirs so, and `/100` for
   * hundredths.
   */
  readonly currencies: string;
}

/** `a b=1 c=2` as pairs, in which a and b are 1. */
export function readPairs(list: string): [word: string, value: string][] {
  const pairs: [string, string][] = [];
  let waiting: string[] = [];
  for (const piece of list.split(" ")) {
    const end = piece.indexOf("=");
    const word = end < 0 ? piece : piece.slice(0, end);
    if (word !== "") waiting.push(word.includes("_") ? word.replaceAll("_", " ") : word);
    if (end < 0) continue;
    const value = piece.slice(end + 1);
    for (const each of waiting) pairs.push([each, value]);
    waiting = [];
  }
  return pairs;
}

/** Words as alternatives of an expression, the longest first. */
export function toAlternatives(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(".", "\\.").replaceAll(" ", "[ \\u00a0]"))
    .join("|");
}
