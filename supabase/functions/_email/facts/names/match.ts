/** What the finders of names give back. */
import { latin } from "../../text/latin.ts";

/** A name as written, and where it starts in its text. */
export interface Match {
  readonly text: string;
  readonly at: number;
}

/** The text with the matches blanked out, so that nothing else is found in them. */
export function blank(text: string, matches: readonly Match[]): string {
  let rest = text;
  for (const { text: found, at } of matches) {
    rest = rest.slice(0, at) + "#".repeat(found.length) + rest.slice(at + found.length);
  }
  return rest;
}

const BETWEEN = latin(String.raw`[^\p{L}\p{N}]+`);

/** A name in one form, to compare: `dorland chris`. */
export function wordsOfName(name: string): string[] {
  const lower = name.toLowerCase();
  return lower.split(BETWEEN.for(lower)).filter((word) => word.length >= 2);
}
