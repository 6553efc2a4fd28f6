/** Does a line close a letter, like `Kind regards,` or `Danke und Gruß, Ana`? */
import { latin, type LatinExpression } from "../latin.ts";
import { layoutSections } from "../layout_words.ts";
import { hasOtherLetters, listWords } from "../letters.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { Candidate, Section } from "../phrases/phrase_index.ts";

/** The closings of each language, by their words; each is compiled when a line may have it. */
let sections: readonly Section[] | null = null;
/** Words of which every closing in Latin letters has one. */
let needed: ReadonlySet<string> = new Set();
const compiled = new Map<Phrase, LatinExpression>();

/** The closing words that a lower case line begins with; of several the one listed first. */
function findClosing(lower: string): string | null {
  const opened = sections ??= openSections();
  const words: string[] = [];
  for (const word of listWords(lower)) if (needed.has(word)) words.push(word);
  return words.length === 0 && !hasOtherLetters(lower) ? null : matchClosing(opened, lower, words);
}

/** Few lines come as far as this. */
function matchClosing(
  opened: readonly Section[],
  lower: string,
  words: readonly string[],
): string | null {
  for (const section of opened) {
    const found = section.find(words);
    if (found.length === 0 && section.others.length === 0) continue;
    const candidates = new Set<Candidate>([...section.others, ...found]);
    for (const phrase of section.phrases) {
      const match = candidates.has(phrase) ? compile(phrase).exec(lower) : null;
      if (match !== null) return match[0];
    }
  }
  return null;
}

function openSections(): readonly Section[] {
  const opened = layoutSections("^closing$");
  const isFound = ({ others }: Section) => others.every((phrase) => phrase.isOfOtherScript);
  if (!opened.every(isFound)) throw new Error("A closing has no word by which it is found.");
  needed = new Set(opened.flatMap(({ words }) => [...words.keys()]));
  return opened;
}

function compile(phrase: Phrase): LatinExpression {
  let expression = compiled.get(phrase);
  if (expression === undefined) {
    expression = latin(String.raw`^(?:${phrase.source})(?![\p{L}\p{N}'’])`);
    compiled.set(phrase, expression);
  }
  return expression;
}

const THANKS = latin(
  String.raw`^\p{L}{0,10} ?(?:than|thx|tx|tks|ty|dan|gracias|merci|grazie|obrig)`,
  "i",
);
const LINK = /^(?:[\s,.!;:_&+*/–—-]|(?:and|und|y|et|e|en|og|och|i)\s)+/i;

/** What a closing line consists of. */
export interface SignOff {
  /** What follows the closing words, e.g. a name; empty when nothing does. */
  readonly rest: string;
  /** Whether only a word of thanks closes, which may as well be all that an email says. */
  readonly isThanks: boolean;
}

/** Reads the closing words at the start of a line; null when there are none. */
export function readSignOff(line: string): SignOff | null {
  let rest = line.slice(0, 120).trim().replace(/^[-–—~*\s]{1,6}/, "");
  const isThanks = THANKS.test(rest);
  let count = 0;
  for (; count < 3; count++) {
    const closing = findClosing(rest.toLowerCase());
    if (closing === null) break;
    rest = rest.slice(closing.length).replace(LINK, "");
  }
  return count === 0 ? null : { rest: rest.trim(), isThanks: isThanks && count === 1 };
}
