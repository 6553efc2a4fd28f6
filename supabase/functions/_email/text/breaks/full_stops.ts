/** Does a sentence go on behind a full stop? */
import { latin } from "../latin.ts";
import { ALSO_WORDS, BEGINNINGS, CLOSERS, NUMBERED, SHORTENED, TITLES } from "./abbreviations.ts";

/** The word that a full stop is behind; abbreviations may have more of them. */
const LAST_WORD = latin(String.raw`(?:^|[\s("'/–—-])((?:\p{L}\.[ ]?){0,4}[\p{L}º/-]{1,14})\.$`);
/** What follows: a number, a bracket, or a word and the sign behind it. */
const NEXT_WORD = latin(String.raw`^\s{0,4}["'“(]{0,2}([\p{L}\p{M}'’]{1,30})(\s{1,3}\p{Ll})?`);
const CAPITAL = latin(String.raw`^\p{Lu}`);
const INITIAL = latin(String.raw`^\p{Lu}$`);
/** `U.S.`, `E.D.F.`, `p.m.` */
const LETTERS = latin(String.raw`^(?:\p{L}\.[ ]?){1,4}\p{L}$`);
const NUMBER_NEXT = /^\s{0,4}[#(]?(?:[A-Z]{1,4}[-/ ]?)?\d/;
/** The second letter of "i. A." and "z. B.". */
const LETTER_NEXT = latin(String.raw`^\s{0,2}\p{Lu}\.`);
const DAY_NEXT = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:[ecmp][sd]?t|gmt|utc|ce?st))$/i;

/**
 * Whether the word that a full stop is behind is an abbreviation, and the sentence goes on.
 * @param tail the end of the text up to the full stop
 * @param next what follows, white space included
 */
export function isAbbreviated(tail: string, next: string): boolean {
  const word = LAST_WORD.exec(tail)?.[1];
  if (word === undefined) return false;
  if (INITIAL.test(word) || word.length === 1 && LETTER_NEXT.test(next)) return true;
  const known = word.toLowerCase().replaceAll(" ", "");
  if (TITLES.has(known)) return true;
  const isClosing = CLOSERS.has(known) || LETTERS.test(word);
  const isNumbered = NUMBERED.has(known);
  const isWordToo = ALSO_WORDS.has(known);
  if (!isClosing && !isNumbered && !SHORTENED.has(known) && !isWordToo) return false;
  if (isNumbered && NUMBER_NEXT.test(next)) return true;
  const [, following, small] = NEXT_WORD.exec(next) ?? [];
  if (isWordToo) return following !== undefined && !CAPITAL.test(following);
  if (following === undefined) return !NUMBER_NEXT.test(next);
  if (!CAPITAL.test(following)) return true;
  const isLoud = following.length > 1 && following === following.toUpperCase();
  if (!isLoud && BEGINNINGS.has(following.toLowerCase().replace("’", "'"))) return false;
  if (SHORTENED.has(known)) return true;
  // "Keelby Corp. Legal Conference", but "Keelby Corp. Copies follow".
  return isClosing && (small === undefined || DAY_NEXT.test(following));
}
